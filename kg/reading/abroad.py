"""Tells papers of Hong Kong, Macao and Chinese abroad: 市长 and 县委 are never their own, but those of the guests."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.labels import alternatives
from kg.reading.stance import WITHOUT_COUNTIES

# How often a page must speak of itself so.
TOLD = 2


@lru_cache(maxsize=64)
def stands_abroad(text: str, home: Division | None) -> bool:
    """True if a paper is at home in Hong Kong, Macao or abroad, and speaks of no county or city as its own."""
    if (home is not None and home.adcode not in WITHOUT_COUNTIES) or _patterns()["ours"].search(text):
        return False
    told = len(_patterns()["here"].findall(text))
    return told >= TOLD or (home is not None and told > 0)


def place_abroad(text: str, home: Division | None) -> Division | None:
    """Hong Kong or Macao, whichever such a text speaks of as its own; None for other countries."""
    if home is not None:
        return home
    letters = table("deixis")["letters"]
    words = [
        found[-1] for found in _patterns()["here"].findall(text) if found[-1] in table("deixis")["abroad"]["letters"]
    ]
    best = max(sorted(set(words or "港澳")), key=lambda letter: (words.count(letter), text.count(letter)))
    return next(iter(gazetteer().named(letters[best])), None) if best in letters else None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words, abroad = table("deixis")["words"], table("deixis")["abroad"]
    return {
        "ours": re.compile(f"[我本全][{words['order']}](?!{alternatives(words['not_before'])})"),
        "here": re.compile(
            f"(?:{alternatives(abroad['before'])})[{abroad['letters']}]|{alternatives(abroad['offices'])}"
        ),
    }
