"""Reads dates and the words that stand for them; a bare day takes the article's year, 昨日 the day before the issue."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.sheet import Part, Sheet
from kg.lexicon import listed, table
from kg.lexicon.matcher import occurrences
from kg.model import PartialDate

NUMBER = "[0-9]{1,2}"
FULL = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})年|(?P<word>今年|去年|明年|前年))?(?P<month>{NUMBER})月"
    rf"(?:(?P<day>{NUMBER})日?)?(?:[—\-–~至到、](?:(?P<month2>{NUMBER})月)?(?P<day2>{NUMBER})日)?日?"
)
# Days before the issue, and years after the article's.
RELATIVE = {"昨日": 1, "昨天": 1, "昨晚": 1, "今日": 0, "今天": 0, "前天": 2, "前日": 2}
SHIFT = {"今年": 0, "去年": -1, "明年": 1, "前年": -2}
RELATIVE_PATTERN = re.compile("|".join(RELATIVE))
DAY_ONLY = re.compile(rf"(?<![0-9月年第])(?P<day>{NUMBER})日(?=[，,上下晚早]|至|—)")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression `[start, end)`. `kind`: `day`, `month`, `vague` (近日) or `same` (当天)."""

    start: int
    end: int
    kind: str
    date: PartialDate | None
    end_date: PartialDate | None = None


def times(sheet: Sheet, part: Part, start: int, end: int) -> list[Time]:
    """The time expressions of one article between two characters, in reading order."""
    text = sheet.text
    found = [*_dates(sheet, part, start, end), *_relative(sheet, start, end)]
    for kind in ("vague", "same"):
        for word in table("events")[kind]["words"]:
            found.extend(Time(at, at + len(word), kind, None) for at in occurrences(text, word, start, end))
    found.sort(key=lambda t: (t.start, -t.end))
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _dates(sheet: Sheet, part: Part, start: int, end: int) -> Iterator[Time]:
    for m in FULL.finditer(sheet.text, start, end):
        if sheet.text.startswith(listed("events", "stretch"), m.end()):
            continue
        year = int(m["year"]) if m["year"] else part.article.year
        if year is not None and m["word"] and not m["year"]:
            year += SHIFT[m["word"]]
        month = int(m["month"])
        # A number after 月 is a day if it ends in 日 or goes on to a day that does.
        day = int(m["day"]) if m["day"] and "日" in m.group() else None
        if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            continue
        first = PartialDate(year, month, day) if year is not None else None
        last = None
        if year is not None and day and m["day2"]:
            last = PartialDate(year, int(m["month2"] or month), int(m["day2"]))
        yield Time(m.start(), m.end(), "day" if day else "month", first, last)


def _relative(sheet: Sheet, start: int, end: int) -> Iterator[Time]:
    issue = sheet.page.issue_date
    for m in RELATIVE_PATTERN.finditer(sheet.text, start, end):
        date = None
        if issue is not None and issue.month and issue.day:
            day = datetime.date(issue.year, issue.month, issue.day) - datetime.timedelta(days=RELATIVE[m.group()])
            date = PartialDate(day.year, day.month, day.day)
        yield Time(m.start(), m.end(), "day", date)
    if issue is None or not issue.month:
        return
    for m in DAY_ONLY.finditer(sheet.text, start, end):
        if issue.day and int(m["day"]) <= issue.day:
            yield Time(m.start(), m.end(), "day", PartialDate(issue.year, issue.month, int(m["day"])))
