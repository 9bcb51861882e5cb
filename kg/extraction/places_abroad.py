"""The places abroad that posts and bodies are named after: read before a post, or what a bare 市, 州 or 县 means."""

from __future__ import annotations

import re
from collections import Counter

from kg.extraction.abroad import as_printed, country_of_page, level_abroad, place_of
from kg.extraction.characters import is_han
from kg.extraction.openings import boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.titles import Title, title_at
from kg.lexicon.abroad import TAIWAN, places_abroad

# Names of this length are words of Chinese places as well, and count only where a name may begin.
SHORT = 2
# How far behind a city's name the word for a university may stand that is called after it.
UNIVERSITY = 6
# The first part of a foreign name.
DOTTED = re.compile("[一-龥A-Z]{1,6}·")
CITY, COUNTY, STATE = "市", "县", "州"
# Levels of what a country abroad consists of.
STATES = (STATE, "省", "领地")
# Where a name begins, and the place that it means with its level.
Told = tuple[int, str]


def place_before(text: str, title: Title, level: str) -> tuple[str, int] | None:
    """A place abroad before the post of its head or councillor, with its level, and where it starts.

    The level may stand once or twice: 某某|市长, 某某市|市长, 某州州长.
    """
    shared = title.start + len(level) if text.startswith(level, title.start) else title.start
    for end in dict.fromkeys((shared, title.start)) if level else ():
        hit = places_abroad().of_level(level).before(text, end)
        if hit is None or hit[0] >= title.start:
            continue
        form = text[hit[0] : end]
        clear = hit[1].country == TAIWAN or len(form.removesuffix(CITY)) > SHORT
        if clear or opens_here(text, hit[0]):
            return _with_level(form, level), hit[0]
    return None


def state_before(text: str, end: int) -> tuple[str, int] | None:
    """A state abroad whose name ends here, and where it starts."""
    hits = (places_abroad().of_level(level).before(text, end) for level in STATES)
    start = min((hit[0] for hit in hits if hit is not None), default=end)
    return (text[start:end], start) if start < end else None


def place_told(sheet: Sheet, position: int, level: str) -> str:
    """What a bare 市 of 市议员 or 县 of 县议会 means there; or ''.

    On a page at home abroad: the place of this level that the article named last before, else the first that it names
    behind, else the page's own. On others: the last before of the cities abroad and of what is Taiwan's, else the
    page's most told.
    """
    if country_of_page(sheet):
        return _told_at_home(sheet, position, level)
    told = _of_taiwan(sheet.text, level)
    return _last(sheet, position, told or (_cities(sheet.text) if level == CITY else []))


def county_told(sheet: Sheet, position: int) -> str:
    """The city or county of Taiwan that the article has named last, or else the page's most told; ''."""
    return _last(sheet, position, sorted(_of_taiwan(sheet.text, CITY) + _of_taiwan(sheet.text, COUNTY)))


def state_told(sheet: Sheet) -> str:
    """The state abroad that a page tells of most: what 州政府 means there; or ''."""
    hits = [(start, sheet.text[start:end]) for start, end, _ in places_abroad().of_level(STATE).find(sheet.text)]
    whole = [name for start, name in hits if name.endswith(STATE) and opens_here(sheet.text, start)]
    name = _most(whole or [name for _, name in hits])
    return _with_level(name, STATE) if name else ""


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


def opens_here(text: str, start: int) -> bool:
    """True if a name may begin here: after a mark, or a word that no name holds."""
    return not is_han(text[start - 1 : start] or "\n") or boundary_words().before(text, start) is not None


def _told_at_home(sheet: Sheet, position: int, level: str) -> str:
    part = sheet.part_at(position)
    named = [(c, place) for c in sheet.divisions if part.start <= c.start < part.end and (place := place_of(c))]
    fitting = [(c, place) for c, place in named if level in (sheet.text[c.end - 1], place.level)]
    if not fitting:
        return level_abroad(sheet, position, level)
    best, place = next((row for row in reversed(fitting) if row[0].end <= position), fitting[0])
    form = sheet.text[best.start : best.end]
    return form if form.endswith(level) else as_printed(sheet, place)


def _of_taiwan(text: str, level: str) -> list[Told]:
    hits = places_abroad().of_level(level).find(text)
    return [(start, place.full) for start, _, place in hits if place.country == TAIWAN]


def _cities(text: str) -> list[Told]:
    """The cities abroad that a text names, but for those that a university is called after."""
    hits = places_abroad().of_level(CITY).find(text)
    return [
        (start, _with_level(text[start:end], CITY))
        for start, end, _ in hits
        if "大学" not in text[end : end + UNIVERSITY]
    ]


def _last(sheet: Sheet, position: int, told: list[Told]) -> str:
    """The last that the article named before; else the one that the page tells of most; ''."""
    part = sheet.part_at(position)
    before = [name for start, name in told if part.start <= start < position]
    return before[-1] if before else _most([name for _, name in told])


def _most(names: list[str]) -> str:
    count = Counter(names)
    return max(sorted(count), key=lambda each: count[each], default="")


def _with_level(name: str, level: str) -> str:
    return name if name.endswith(level) else name + level
