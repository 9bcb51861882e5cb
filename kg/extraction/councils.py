"""The councils of divisions in Hong Kong, Taiwan and abroad, whose members are told of with the level alone: 区议员."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from kg.extraction.body_names import is_of_level
from kg.extraction.characters import HAN, is_han
from kg.extraction.links import Link
from kg.extraction.openings import boundary_words
from kg.extraction.places_abroad import STATE, opens_here, place_before, place_told, state_told
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title
from kg.extraction.words import known
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import ending

# How long the name of a division that nobody read may be, without its level.
SHORTEST, LONGEST = 2, 8
# A state abroad by what belongs to it: 某州|政府.
OF_STATE = re.compile(f"(?=(?P<name>[{HAN}]{{1,3}}州)(?:政府|立法|议会|行政|大臣|首席))")
JOINTS = "兼暨和及"


def council(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """某区区议员, 某市议员, 州议员: the council of the division; None for any other post and after a body's name."""
    rows = table("titles")["councils"]
    word = ending(title.core, longest_first(rows))
    before = ends.get(title.start)
    if not word or (before is not None and before.kind == "Organization"):
        return None
    level, text = word[0], bodies.sheet.text
    name, start = place_before(text, title, level) or _division(bodies, ends, title, level)
    if not name and level == STATE:
        name = place_told(bodies.sheet, title.start, level) or _state(text) or state_told(bodies.sheet)
        start = _constituency(text, title.start) if name else start
    if not name and text.startswith(level, title.start):
        name = place_told(bodies.sheet, title.start, level)
    if not name:
        named = [
            f for f in bodies.rows if f.kind == "Organization" and f.name.endswith(rows[word]) and f.within is None
        ]
        body = named[0] if len({f.name for f in named}) == 1 else None
        return (Link(title, title.core, body), title.start) if body is not None else None
    body = bodies.implied(title.start, title.end, "Organization", name + rows[word].removeprefix(level))
    return Link(title, title.core, body, start < title.start), start


def _division(bodies: Bodies, ends: Mapping[int, Found], title: Title, level: str) -> tuple[str, int]:
    """The division that the level in the post closes, or that stands before it, and where its name starts."""
    text = bodies.sheet.text
    if not text.startswith(level, title.start):
        return "", title.start
    for end in (title.start + 1, title.start):
        before = ends.get(end)
        if (
            before is not None
            and before.kind == "Division"
            and is_of_level(before.name, level)
            and end - before.start > 2
        ):
            return before.name, before.start
    start = _stem(text, title.start)
    stem = text[start : title.start]
    if len(stem) < SHORTEST or level == STATE:
        return "", title.start
    return (stem if stem.endswith(level) else stem + level), start


def unread(text: str, end: int, level: str) -> str:
    """A division that nobody read, before its head whose level stands there again: 某某省 of 某某省|省长; or ''."""
    if not level:
        return ""
    twice = text.endswith(level, 0, end)
    start = _stem(text, end - len(level) if twice else end)
    stem = text[start : end - len(level) if twice else end]
    # With the level once, the page must call it so elsewhere: 某某省长 where it tells of 某某省.
    told = twice or (text.startswith(level, end) and text.count(stem + level) > 1)
    told = told and not stem.endswith(listed("titles", "office", "before_post"))
    named = len(stem) >= SHORTEST and not known(stem + level) and stem[0] not in table("titles")["no_names"]["chars"]
    return stem + level if told and named else ""


def _stem(text: str, end: int) -> int:
    """Where the name of a division that nobody read begins: after a mark, where none of its words is a sentence's."""
    start = end
    while end - start <= LONGEST and is_han(text[start - 1 : start] or "\n"):
        if boundary_words().before(text, start) is not None:
            return start if text.count(text[start:end]) > 1 else end
        start -= 1
    return start if end - start <= LONGEST else end


def _constituency(text: str, end: int) -> int:
    """Where the constituency before a member of a state's council begins, after a mark or another post: 兼|某某."""
    places = range(end - 1, end - LONGEST, -1)
    return next((at for at in places if not is_han(text[at - 1 : at] or "\n") or text[at - 1] in JOINTS), end)


def _state(text: str) -> str:
    """The state that a page abroad tells of most."""
    never = table("titles")["no_names"]["chars"]
    count = Counter(
        found["name"]
        for found in OF_STATE.finditer(text)
        if found["name"][0] not in never and found["name"][-2] not in never and opens_here(text, found.start())
    )
    return max(sorted(count), key=lambda name: count[name], default="")
