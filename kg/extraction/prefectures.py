"""Prefectures of other years: 地委, 行署, 专署 and what a page calls them."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import longest_first, table
from kg.lexicon.divisions import gazetteer

PREFECTURE = "地区"
# The sizes of their names without 地区, in characters.
SIZES = (2, 3, 4)


@cache
def prefecture_bodies() -> tuple[str, ...]:
    """The words for the committee and the administration of a prefecture."""
    return tuple(table("anaphora")["prefecture_bodies"])


def prefecture_body(text: str, division: str, word: str) -> str:
    """The committee or administration of a prefecture in full, or as the page prints it: 某某专署."""
    short = division.removesuffix(PREFECTURE)
    return short + (word if short + word in text else str(table("anaphora")["prefecture_bodies"][word]))


def printed_prefecture(text: str) -> str | None:
    """The one prefecture whose bodies a page names with it: a county may have come to another since then."""
    named = {
        short
        for found in _words().finditer(text)
        for short in (text[max(0, found.start() - size) : found.start()] for size in SIZES)
        if any(one.level == "prefecture" and one.short == short for one in gazetteer().named(short))
    }
    return named.pop() + PREFECTURE if len(named) == 1 else None


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(longest_first(table("deixis")["words"]["prefecture_bodies"])))
