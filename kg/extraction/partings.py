"""Groups that part ways: after a meeting, or from the outset, each goes to a place of its own.

甲到乙镇…；丙到丁镇…: two visits with their own people.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.extraction.clauses import Index, Sentence
from kg.extraction.sheet import Found, FoundEvent
from kg.lexicon import listed, longest_first
from kg.model import PartialDate

GOALS = ("Division", "Organization", "Place")


class Ways:
    """What a story has told so far of groups that go different ways."""

    def __init__(self, text: str, index: Index) -> None:
        self._text, self._index = text, index
        self._pieces: set[int] = set()
        self._first: int | None = None
        self._later = False

    def split(self, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
        """The sentences, in pieces where each of them, parted by ；, tells of others who go elsewhere."""
        for sentence in sentences:
            cuts = [m.end() for m in re.finditer("；", self._text[sentence.start : sentence.end])]
            edges = [sentence.start, *(sentence.start + cut for cut in cuts), sentence.end]
            pieces = list(pairwise(edges))
            if len(pieces) < 2 or any(self._goal(*piece, GOALS) is None for piece in pieces):
                yield sentence
                continue
            self._pieces.update(edges)
            for start, end in pieces:
                yield replace(sentence, start=start, end=end, first=sentence.first and start == sentence.start)

    def hear(self, sentence: Sentence, people: list[Found]) -> None:
        """Takes note of a sentence that says so of those named after it: 县领导分赴各乡镇."""
        if not people and _words("words").search(self._text, sentence.start, sentence.end):
            self._first = sentence.end
            self._later = _words("next").search(self._text, sentence.start, sentence.end) is not None

    def part(self, sentence: Sentence, people: list[Found], main: FoundEvent) -> bool:
        """True if others go elsewhere than those of the visit being told: 甲到乙镇…。丙到丁镇…。"""
        told = self._first is not None
        kinds = GOALS if told or sentence.start in self._pieces else ("Division",)
        there = self._goal(sentence.start, sentence.end, kinds)
        if there is None:
            return False
        if self._first is not None and main.start < self._first:
            return True
        if main.type != "Visit" or {f.name for f in main.roles} & {f.name for f in people}:
            return False
        first = self._goal(main.start, main.end, kinds)
        return first is not None and there.name != first.name

    def day(self, main: FoundEvent) -> tuple[PartialDate | None, PartialDate | None]:
        """The days of a visit that parted from this event."""
        if self._later and self._first is not None and main.start < self._first and main.date is not None:
            return day_after(main.date), None
        return main.date, main.end_date

    def _goal(self, start: int, end: int, kinds: tuple[str, ...]) -> Found | None:
        """Where those go with whom the words `[start, end)` begin."""
        text, index = self._text, self._index
        people = index.between(start, end, ("Person",))
        if not people or any(mark in text[start : people[0].start] for mark in "，,；："):
            return None
        for place in index.between(people[0].end, end, kinds):
            begin = min((outer.start for outer in index.address(place)), default=place.start)
            if text.endswith(listed("events", "setting_out"), people[0].end, begin):
                return place
        return None


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "parting", key))))


def day_after(date: PartialDate) -> PartialDate:
    """The next day of a full date; anything shorter stays as it is."""
    if not date.month or not date.day:
        return date
    day = datetime.date(date.year, date.month, date.day) + datetime.timedelta(days=1)
    return PartialDate(day.year, day.month, day.day)
