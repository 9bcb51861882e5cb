"""Places that the gazetteer does not hold, where posts and bodies are named after them.

Cities and states of other countries, and the cities and counties of Taiwan.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kg.extraction.characters import is_han
from kg.extraction.openings import LEVELS, boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.titles import Title, title_at
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, matcher_of

# Names of this length are words of Chinese places as well, and count only where a name may begin.
SHORT = 2
# How far behind a city's name the word for a university may stand that is called after it.
UNIVERSITY = 6
# The first part of a foreign name.
DOTTED = re.compile("[一-龥A-Z]{1,6}·")
CITY, COUNTY, STATE = "市", "县", "州"


def place_before(text: str, title: Title, level: str) -> tuple[str, int] | None:
    """A city or state abroad before the post of its head or councillor, with its level, and where it starts.

    The level may stand once or twice: 某某|市长, 某某市|市长, 某州州长.
    """
    if (own := _of_taiwan(text, title.start, level)) is not None:
        return own
    shared = title.start + len(level) if text.startswith(level, title.start) else title.start
    for end in dict.fromkeys((shared, title.start)) if level else ():
        for kind in ("cities", "states"):
            hit = matcher_of("abroad", kind).before(text, end)
            if hit is None and text.endswith(level, 0, end):
                hit = matcher_of("abroad", kind).before(text, end - len(level))
            if level not in listed("abroad", kind, "levels") or hit is None or hit[0] >= title.start:
                continue
            if len(hit[1]) > SHORT or opens_here(text, hit[0]):
                return (hit[1] if hit[1].endswith(level) else hit[1] + level), hit[0]
    return None


@cache
def _taiwan(level: str) -> Matcher[str]:
    """Cities or counties of Taiwan with their level."""
    return Matcher({name + level: name + level for name in table("taiwan")["divisions"].get(level, ())})


def _of_taiwan(text: str, end: int, level: str) -> tuple[str, int] | None:
    """A city or county of Taiwan that ends here with its level, or with that of the post that begins here."""
    shared = end + len(level) if text.startswith(level, end) else end
    hits = (_taiwan(level).before(text, at) for at in dict.fromkeys((shared, end)))
    hit = next((hit for hit in hits if hit is not None and hit[0] < end), None)
    return None if hit is None else (hit[1], hit[0])


def place_told(sheet: Sheet, position: int, level: str) -> str:
    """What a bare 市 of 市议员 or 县 of 县议会 means there: the article's last such place, else the page's; or ''."""
    if level not in (CITY, COUNTY):
        return ""
    part = sheet.part_at(position)
    hits = [(start, name) for start, _, name in _taiwan(level).find(sheet.text)]
    if not hits and level == CITY:
        named = matcher_of("abroad", "cities").find(sheet.text)
        hits = [(start, name) for start, end, name in named if "大学" not in sheet.text[end : end + UNIVERSITY]]
    before = [name for start, name in hits if part.start <= start < position]
    count = Counter(name for _, name in hits)
    name = before[-1] if before else max(sorted(count), key=lambda each: count[each], default="")
    return name if not name or name.endswith(level) else name + level


def county_told(sheet: Sheet, position: int) -> str:
    """The city or county of Taiwan that the article has named last, or else the page first; ''."""
    first = sheet.part_at(position).start
    hits = sorted((start, name) for level in (CITY, COUNTY) for start, _, name in _taiwan(level).find(sheet.text))
    before = [name for start, name in hits if first <= start < position]
    return before[-1] if before else hits[0][1] if hits else ""


def foreign_holder(text: str, end: int) -> bool:
    """True if the holder of the post that begins at `end` or ends there has a foreign name: 局长|某某·某某.

    He may be called by the last part of his name alone, which the page tells in full elsewhere.
    """
    title = title_at(text, end)
    start = title.end if title is not None else end
    if DOTTED.match(text, start):
        return True
    forms = (text[start : start + size] for size in (4, 3, 2))
    return any(f"·{form}" in text for form in forms if len(form) > 1 and all(map(is_han, form)))


def state_told(sheet: Sheet) -> str:
    """The state abroad that a page tells of most, where its level is a 州: what 州政府 means there; or ''."""
    told = matcher_of("abroad", "states").find(sheet.text)
    states = [name for start, _, name in told if name.endswith(STATE) and opens_here(sheet.text, start)]
    bare = [name for _, _, name in matcher_of("abroad", "states").find(sheet.text) if name[-1] not in LEVELS]
    count = Counter(states or bare)
    name = max(sorted(count), key=lambda each: count[each], default="")
    return name if not name or name.endswith(STATE) else name + STATE


def opens_here(text: str, start: int) -> bool:
    """True if a name may begin here: after a mark, or a word that no name holds."""
    return not is_han(text[start - 1 : start] or "\n") or boundary_words().before(text, start) is not None
