"""Proposes the names of a list that print their ending once, after the last: 甲、乙两镇, 丙、丁等村, 戊、己等信用社."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN
from kg.extraction.lattice import Candidate
from kg.extraction.openings import FRAME_TAGS, LEVELS, boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import in_lines

# The longest and the shortest stem, in characters.
LONGEST, SHORTEST = 4, 2
ITEM = re.compile(f"[{HAN}]+")


def shared_endings(sheet: Sheet) -> Iterator[Candidate]:
    """A candidate for each item of such lists, with its name in full."""
    for m in in_lines(_lists(), _list_ends(), sheet.text):
        ending = m.group("ending")
        kind, endings = ("Organization", [ending]) if ending in _bodies() else ("Division", _town_endings(ending))
        score = weight("division", "after_town")
        for start, end in _items(sheet, m):
            stem = sheet.text[start:end]
            if stem.endswith((*LEVELS, *endings)):
                continue
            printed = [stem + one for one in endings if stem + one in sheet.text]
            name = printed[0] if printed else stem + endings[0] if len(endings) == 1 else stem
            yield Candidate(start, end, kind, score, "shared-ending", name, aliases=(stem,))


def _items(sheet: Sheet, m: re.Match[str]) -> Iterator[tuple[int, int]]:
    for item in ITEM.finditer(sheet.text, m.start("list"), m.end("list")):
        start, end = item.span()
        if start == m.start("list"):
            start = _opening(sheet, start, end)
        if SHORTEST <= end - start <= LONGEST:
            yield start, end


def _opening(sheet: Sheet, start: int, end: int) -> int:
    """Where the first item begins: behind the last word before it that opens no name."""
    words, at = sheet.words, end
    while at > start:
        word = words.before.get(at, at - 1)
        tag = words.tags.get(word, "")
        if at < end - 1 and (boundary_words().before(sheet.text, at) or sheet.text[at - 1] in LEVELS):
            return at
        if at < end - 1 and tag in FRAME_TAGS:
            return at
        at = word
    return start


@cache
def _list_ends() -> re.Pattern[str]:
    counted = "|".join(longest_first(table("towns")["shared"]["counts"]))
    endings = "|".join(longest_first([*table("towns")["shared"]["endings"], *_bodies()]))
    return re.compile(f"(?:{counted})(?P<ending>{endings})")


@cache
def _lists() -> re.Pattern[str]:
    joints, item = table("towns")["shared"]["joints"], f"[{HAN}]{{2,4}}"
    return re.compile(f"(?P<list>[{HAN}]{{2,9}}(?:、{item}?)*[、{joints}]{item}?){_list_ends().pattern}")


@cache
def _bodies() -> tuple[str, ...]:
    return listed("towns", "shared", "bodies")


def _town_endings(ending: str) -> list[str]:
    found: list[str] = table("towns")["shared"]["endings"][ending]
    return found
