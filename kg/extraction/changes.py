"""Reads where a page says that somebody came into a post or left it, and on which day; all words are in the lexicon.

A day in the sentence counts before that of the event, and that before the day of issue. Where none of them is known,
or the words only look back or forward, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.extraction.dates import Time, times
from kg.extraction.sheet import FoundEvent, FoundPost, Part, Sheet
from kg.lexicon import listed, longest_first
from kg.lexicon.matcher import holds
from kg.model import ChangeKind, PartialDate

BEFORE_NAME = "post-before-name"
STOPS = "。；！\n"
COMMAS = "，,：:"
# How many characters may stand between the verb and the words of the post for both to be quoted together.
QUOTED = 60
# How far after the post the clause is looked at.
AFTER = 12
# A year that stands for itself: 2015年当选, 2015年，.
YEAR = re.compile("(?<![0-9至到—~-])(?P<year>(?:19|20)[0-9]{2})年(?:底|初)?(?![0-9度至到—~-])")


@dataclass(frozen=True, slots=True)
class FoundChange:
    """A post taken up or left on `date`, said by the words `[start, end)`; `dated` where the sentence says when."""

    kind: ChangeKind
    date: PartialDate
    start: int
    end: int
    dated: bool


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    act: bool


def change_of(sheet: Sheet, part: Part, post: FoundPost) -> FoundChange | None:
    """The change that the words around a post tell of; None where they tell of none or its day is unknown."""
    kind: ChangeKind = "ended" if post.status == "former" else "began"
    since = max([part.start, *(sheet.text.rfind(stop, part.start, post.start) + 1 for stop in STOPS)])
    verb = _verb(sheet.text, post, kind, since)
    if verb is None or _elsewhen(sheet.text, verb, post, since):
        return None
    date, dated = _own_day(sheet, part, post, since, verb), True
    if date is None:
        if not verb.act or sheet.text.startswith(listed("changes", "not_now", "later"), _closed(sheet.text, post.end)):
            return None
        date, dated = _day_of_report(sheet, part, post, since, verb), False
    issued = sheet.page.issue_date
    if date is None or (issued is not None and str(date) > str(issued)):
        return None
    start = verb.start if post.start - verb.start <= QUOTED else post.start
    start = min(start, post.start)
    return FoundChange(kind, date, start, post.end, dated)


def _verb(text: str, post: FoundPost, kind: ChangeKind, since: int) -> _Verb | None:
    """The verb that gives or takes the post: between name and post, or before the name with a joint after it.

    Before a post that stands before its holder: 当选会长的某某.
    """
    if post.rule == BEFORE_NAME:
        found = _last(text, kind, since, post.start)
        of_holder = found is not None and text[found.start : found.end] in listed("changes", "holder")
        return (
            found if found and of_holder and found.end == post.start and text[post.person.start - 1] == "的" else None
        )
    if inside := _last(text, kind, post.person.end, post.end):
        return inside
    before = _last(text, kind, since, post.person.start)
    if before is None or kind == "ended":
        return before
    return before if _joint().match(text, post.person.end, post.end) else None


def _last(text: str, kind: ChangeKind, start: int, end: int) -> _Verb | None:
    """The last verb of a change, if it is one of this kind."""
    verbs = [(m, other) for other in ("began", "ended") for m in _verbs(other).finditer(text, start, end)]
    if not verbs:
        return None
    last, found = max(verbs, key=lambda each: each[0].end())
    acts = listed("changes", kind, "acts")
    return _Verb(last.start(), last.end(), last.group() in acts) if found == kind else None


@cache
def _verbs(kind: str) -> re.Pattern[str]:
    return _either((*listed("changes", kind, "acts"), *listed("changes", kind, "told")))


@cache
def _joint() -> re.Pattern[str]:
    """为 and 任 after a name or the last of a list of names."""
    joints = _either(listed("changes", "began", "joints")).pattern
    between = _either(listed("changes", "began", "between")).pattern
    return re.compile(rf"(?:\([^)]*\))?(?:(?:、|和|及)[^，。；：、\n]{{2,4}}(?:\([^)]*\))?)*(?:{between})*(?:{joints})")


def _either(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, longest_first(words))))


def _elsewhen(text: str, verb: _Verb, post: FoundPost, since: int) -> bool:
    """True where the clause says that it has not happened, or not then."""
    clause = max([since, *(text.rfind(comma, since, verb.start) + 1 for comma in COMMAS)])
    if holds(text[clause : verb.start], listed("changes", "not_now", "before")):
        return True
    rest = re.split(f"[{STOPS}{COMMAS}]", text[post.end : post.end + AFTER])[0]
    return holds(rest, listed("changes", "not_now", "after"))


def _closed(text: str, end: int) -> int:
    """Past the word that closes a post: 局长职务, 局长一职."""
    return next((end + len(word) for word in listed("changes", "ended", "closing") if text.startswith(word, end)), end)


# ---- the day -------------------------------------------------------------------------------------------------------


def _own_day(sheet: Sheet, part: Part, post: FoundPost, since: int, verb: _Verb) -> PartialDate | None:
    """The date that the sentence gives last before the verb: a day, a month or a year."""
    told = [time for time in _dated(sheet, part, since, verb.start) if time.date is not None]
    until = max((time.end for time in told), default=since)
    starts = (verb.start, post.person.start)
    years = [
        m
        for m in YEAR.finditer(sheet.text, until, verb.start)
        if m.end() in starts or sheet.text[m.end()] in COMMAS or sheet.text.startswith("被", m.end())
    ]
    if years:
        return PartialDate(int(years[-1]["year"]))
    return told[-1].date if told else None


def _dated(sheet: Sheet, part: Part, start: int, end: int) -> list[Time]:
    """The days and months told between two characters, those of births and the like left out."""
    other = listed("changes", "other_dates")
    found = times(sheet, part, start, end) if start < end else []
    return [time for time in found if time.kind in ("day", "month") and not sheet.text.startswith(other, time.end)]


def _day_of_report(sheet: Sheet, part: Part, post: FoundPost, since: int, verb: _Verb) -> PartialDate | None:
    """The day of the event told last before, or first on the page, or else the day of issue."""
    if _vague(sheet, part, since, verb.start):
        return None
    events = [event for event in sheet.events if event.part is part and not event.planned]
    event = max((e for e in events if e.start <= post.start), key=lambda e: e.start, default=None)
    event = event or min(events, key=lambda e: e.start, default=None)
    if event is None or (event.date is None and not _vague(sheet, part, event.start, event.end)):
        return sheet.page.issue_date
    return _one_day(event)


def _vague(sheet: Sheet, part: Part, start: int, end: int) -> bool:
    """True where 近日 and the like say that it was not on the day of the page."""
    return start < end and any(time.kind == "vague" for time in times(sheet, part, start, end))


def _one_day(event: FoundEvent) -> PartialDate | None:
    """The day of an event; of several days only the month that they share."""
    first, last = event.date, event.end_date
    if first is None or last is None or first == last:
        return first
    return PartialDate(first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None


# ---- posts that are left -------------------------------------------------------------------------------------------


def left(text: str, name: int, end: int, stop: int) -> tuple[int, int] | None:
    """Where the post stands that somebody left: after a verb, or before 职务 where a verb before the name takes it.

    `name` is where the name begins, `[end, stop)` what follows it.
    """
    found = _left_after().match(text, end, stop)
    if found is None:
        since = max(text.rfind(mark, 0, name) + 1 for mark in STOPS)
        taken = _last(text, "ended", since, name)
        given = taken is not None and text[taken.start : taken.end] in listed("changes", "ended", "before")
        found = _left_before().match(text, end, stop) if given else None
    return found.span("post") if found else None


@cache
def _left_after() -> re.Pattern[str]:
    verbs = _either(listed("changes", "ended", "after")).pattern
    closing = _either(listed("changes", "ended", "closing_after")).pattern
    return re.compile(
        f"(?:同志)?(?:因[^，。；\n]{{1,10}}?)?已?(?:{verbs})了?(?P<post>[^，。；\n]{{2,40}}?)(?={closing}|$)"
    )


@cache
def _left_before() -> re.Pattern[str]:
    closing = _either(listed("changes", "ended", "closing")).pattern
    return re.compile(f"(?:同志)?的?(?P<post>[^，。；\n]{{2,40}}?)(?={closing})")
