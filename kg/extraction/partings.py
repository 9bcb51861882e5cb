"""Groups that part ways: after a meeting, or from the outset, each goes to a place of its own.

甲到乙镇…；丙到丁镇…: two visits with their own people.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.extraction.clauses import Index, Sentence, joined
from kg.extraction.dates import Time
from kg.extraction.roles import add_people
from kg.extraction.sheet import Found, FoundEvent, Sheet
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds
from kg.model import PartialDate

GOALS = ("Division", "Organization", "Place")
# How long the post before the first of a group may be.
POST = 16
# How far from who goes somewhere the words 在 and a place may stand: 甲14日在乙镇察看了.
NEAR = 6
# Between two people of a list: the second one's post.
ITEM = re.compile("[、和][^，。；：、和]{2,20}")


class Ways:
    """What a story has told so far of groups that go different ways."""

    def __init__(self, text: str, index: Index) -> None:
        self._text, self._index = text, index
        self._pieces: set[int] = set()
        self._apart: set[int] = set()
        self._said: set[int] = set()
        self._first: int | None = None
        self._day: PartialDate | None = None
        self._later = False
        self._summed: set[int] = set()

    def split(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """The sentences, in pieces where each of them, parted by ；, tells of others who go elsewhere."""
        self._summed.update(one.start for at, one in enumerate(sentences) if self._sums_up(one, sentences[at + 1 :]))
        for sentence in sentences:
            cuts = [m.end() for m in re.finditer("；", self._text[sentence.start : sentence.end])]
            edges = [sentence.start, *(sentence.start + cut for cut in cuts), sentence.end]
            pieces = list(pairwise(edges))
            said = _told().match(self._text, sentence.start, edges[1])
            ways = [(said.end() if said is not None else pieces[0][0], pieces[0][1]), *pieces[1:]]
            led = said is not None or self._first == sentence.start
            apart = [self._goal(*way, GOALS) is not None or (led and self._leaves(*way)) for way in ways]
            others = len(pieces) > 1 and all(self._leaves(*way) and self._contrasts(*way) for way in ways[1:])
            if len(pieces) < 2 or not (all(apart) or others):
                yield sentence
                continue
            self._pieces.update(edges)
            if said is not None:
                self._said.add(sentence.start)
            if led:
                self._apart.update(edges[said is not None : -1])
            for start, end in pieces:
                yield replace(sentence, start=start, end=end, first=sentence.first and start == sentence.start)

    def sums_up(self, sentence: Sentence) -> bool:
        """True for a sentence on several whose ways are told one by one below: 甲、乙分头看望了教师。"""
        return sentence.start in self._summed

    def _sums_up(self, sentence: Sentence, below: Sequence[Sentence]) -> bool:
        m = _words("words").search(self._text, sentence.start, sentence.end)
        named = self._index.between(sentence.start, sentence.end)
        people = {f.name for f in named if f.kind == "Person"}
        if m is None or len(people) < 2 or any(f.end > m.start() for f in named):
            return False
        told = [people & {f.name for f in self._index.between(s.start, s.end, ("Person",))} for s in below]
        return sum(bool(some) and some != people for some in told) > 1

    def hear(self, sentence: Sentence, people: list[Found], time: Time | None) -> None:
        """Takes note of a sentence that says so of those named after it: 20日，工作组兵分两路."""
        if not people and _words("words").search(self._text, sentence.start, sentence.end):
            self._first = sentence.end
            self._day = time.date if time is not None and time.kind == "day" else None
            self._later = _words("next").search(self._text, sentence.start, sentence.end) is not None

    def part(self, sentence: Sentence, people: list[Found], main: FoundEvent) -> bool:
        """True if others go elsewhere than those of the visit being told: 甲到乙镇…。丙到丁镇…。"""
        if sentence.start in self._apart or (sentence.start in self._said and main.type != "Visit"):
            return True
        apart = {f.name for f in main.roles}.isdisjoint(f.name for f in people)
        if (
            (self._pieces or self._first is not None)
            and apart
            and people
            and self._text.startswith(listed("events", "parting", "contrast"), people[0].end)
        ):
            return True
        told = self._first is not None
        kinds = GOALS if told or sentence.start in self._pieces else ("Division",)
        there = self._goal(sentence.start, sentence.end, kinds)
        if there is None:
            return False
        if self._first is not None and main.start < self._first:
            return True
        if main.type != "Visit" or not apart:
            return False
        opened = _opens().match(self._text, main.start, main.end)
        first = self._goal(main.start if opened is None else opened.end(), main.end, kinds)
        return first is not None and there.name != first.name

    def day(self, main: FoundEvent) -> tuple[PartialDate | None, PartialDate | None]:
        """The days of a visit that parted from this event."""
        if self._day is not None:
            return self._day, None
        if self._later and self._first is not None and main.start < self._first and main.date is not None:
            return days_after(main.date, 1), None
        return main.date, main.end_date

    def _leaves(self, start: int, end: int) -> bool:
        """True if those with whom the words `[start, end)` begin go somewhere."""
        people = self._index.between(start, end, ("Person",))
        return (
            bool(people)
            and people[0].start - start < POST
            and _leaving().search(self._text, people[0].end, end) is not None
        )

    def _contrasts(self, start: int, end: int) -> bool:
        """True for what another does than those told of before: ；甲则到乙校."""
        people = self._index.between(start, end, ("Person",))
        contrast = listed("events", "parting", "contrast")
        return any(self._text.startswith(contrast, f.end) for f in people[:2])

    def _goal(self, start: int, end: int, kinds: tuple[str, ...]) -> Found | None:
        """Where those go with whom the words `[start, end)` begin."""
        text, index = self._text, self._index
        people = index.between(start, end, ("Person",))
        time = _opens().match(text, start, end)
        start = start if time is None else time.end()
        if not people or holds(text[start : people[0].start], "，,；："):
            return None
        told = self._first is not None
        for place in index.between(people[0].end, end, kinds):
            begin = min((outer.start for outer in index.address(place)), default=place.start)
            if _to().search(text, people[0].end, begin) is not None:
                return place
            if told and _seeing().search(text, people[0].end, begin) is not None:
                return place
            if told and begin - people[0].end < NEAR and _looking_round().match(text, begin - 1, end) is not None:
                return place
        return None


def received_apart(text: str, index: Index, event: FoundEvent) -> list[FoundEvent]:
    """The meetings of hosts with each of several parties: 甲分别会见了乙一行和丙一行; `event` keeps the first party."""
    m = _words("received").search(text, event.start, event.end)
    if m is None:
        return []
    ends = [m.end(), *(one.end() for one in re.finditer("一行", text[: event.end]) if one.start() > m.end())]
    parties = [index.between(start, end, ("Person",)) for start, end in pairwise(ends)]
    if len(parties) < 2 or not all(parties):
        return []
    guests = [{f.name for f in party} for party in parties]
    others = [
        replace(event, start=party[0].start, roles={f: row for f, row in event.roles.items() if f.kind == "Person"})
        for party in parties[1:]
    ]
    for at, one in enumerate((event, *others)):
        absent = set().union(*guests) - guests[at]
        one.roles = {f: row for f, row in one.roles.items() if f.name not in absent}
        one.links = [*event.links]
    return others


def gone_apart(text: str, index: Index, event: FoundEvent) -> list[FoundEvent]:
    """The visits of those who each went to a place of their own: 甲、乙分别到丙、丁; `event` keeps the first."""
    m = _each().search(text, event.start, event.end)
    rows = index.between(event.start, event.end)
    came = [f for f in rows if m is not None and f.end <= m.start() and f.kind == "Person"]
    went = next(reversed([*_runs(text, came)]), [])
    if m is None or len(went) < 2 or m.start() - went[-1].end > 2:
        return []
    runs = list(_runs(text, [f for f in rows if f.start >= m.end()]))
    goals = next((run for run in runs if run[0].kind in GOALS), [])
    if len(goals) != len(went):
        return []
    met = [run for run in runs if run[0].kind == "Person" and len(run) == len(went)]
    own = [{f.name for f in row} for row in zip(went, *met, strict=True)]
    apart = [event, *(replace(event, start=f.start, roles=dict(event.roles), links=[*event.links]) for f in went[1:])]
    for at, one in enumerate(apart):
        absent = set().union(*own) - own[at]
        one.roles = {f: row for f, row in one.roles.items() if f.name not in absent}
    return apart[1:]


def _runs(text: str, rows: list[Found]) -> Iterator[list[Found]]:
    """The lists of one kind of mention among these, one after another."""
    run: list[Found] = []
    for found in rows:
        same = bool(run) and (found.kind == run[0].kind or {found.kind, run[0].kind} <= {*GOALS})
        if run and not (same and _listed_with(text, run[-1], found)):
            yield run
            run = []
        run.append(found)
    if run:
        yield run


def take_beside(sheet: Sheet, index: Index, sentence: Sentence, events: list[FoundEvent]) -> bool:
    """Adds those who each went with one of several who parted to their visits: 甲、乙分别陪同丙、丁."""
    pairs = _accompanied(sheet.text, index, sentence)
    told = [[event for event in events if any(f.name == guest.name for f in event.roles)] for _, guest in pairs]
    if not pairs or not all(told) or any(one in others for one in told[0] for others in told[1:]):
        return False
    for (host, _), theirs in zip(pairs, told, strict=True):
        for event in theirs:
            add_people(sheet, event, sentence, [host])
    return True


def _accompanied(text: str, index: Index, sentence: Sentence) -> list[tuple[Found, Found]]:
    m = _words("beside").search(text, sentence.start, sentence.end)
    if m is None:
        return []
    rows = index.between(sentence.start, sentence.end)
    hosts = [f for f in rows if f.end <= m.start() and f.kind == "Person"]
    guests = next(iter(_runs(text, [f for f in rows if f.start >= m.end() and f.kind == "Person"])), [])
    equal = len(hosts) == len(guests) > 1 and hosts[-1].end == m.start()
    return [*zip(hosts, guests, strict=True)] if equal else []


def _listed_with(text: str, one: Found, other: Found) -> bool:
    """True for the next of a list, perhaps after the post of its own: 甲、某局局长乙."""
    between = text[one.end : other.start]
    return joined(text, one.end, other.start) or (between[:1] in ("、", "和") and ITEM.fullmatch(between) is not None)


@cache
def _told() -> re.Pattern[str]:
    """What says before a colon that groups part ways: 代表们分成两组：."""
    return re.compile(f"[^，。；：]*(?:{_words('words').pattern})[^，。；：]{{0,10}}[：:]")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'setting_out')))})(?:位于)?$")


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "setting_out"))))


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(table("events")["parting"]["opens"])


@cache
def _seeing() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'looking')))})了?(?:位于)?$")


@cache
def _looking_round() -> re.Pattern[str]:
    """In a place, where somebody sees something or hears about it: 在乙镇听取了汇报."""
    looks = (*listed("events", "looking"), *listed("events", "looking", "hearing"))
    return re.compile(f"在[^，。；：]{{2,16}}?(?:{'|'.join(longest_first(looks))})")


@cache
def _each() -> re.Pattern[str]:
    """Each of those before it goes to one of those after it."""
    verbs = (*listed("events", "setting_out"), *listed("events", "looking"))
    return re.compile(f"分别(?:{'|'.join(longest_first(verbs))})了?")


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "parting", key))))


def days_after(date: PartialDate, days: int) -> PartialDate:
    """So many days after a full date; anything shorter stays as it is."""
    if not date.month or not date.day:
        return date
    day = datetime.date(date.year, date.month, date.day) + datetime.timedelta(days=days)
    return PartialDate(day.year, day.month, day.day)
