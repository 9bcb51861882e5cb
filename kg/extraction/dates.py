"""Reads dates and the words that stand for them; a bare day takes the article's year, 昨日 the day before the issue.

A date before which the page could not have told of it is moved to the year that it can: 十二月 in a paper of January.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.event_words import dateline_pattern
from kg.extraction.sheet import Part, Sheet
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds
from kg.model import PartialDate

# Digits with the letters that a scan gives for them, or Chinese numerals.
NUMBER = "(?:[0-9OoIl]{1,2}|[一二三四五六七八九十廿卅]{1,3})"
# A part of the day before the last day of a stretch: 8日下午至10日上午.
PART = "(?:上午|下午|中午|晚上?|早上?)?"
SCANNED = str.maketrans("OoIl", "0011")
NUMERALS = {ch: value for value, ch in enumerate("一二三四五六七八九", 1)}
TENS = {"十": 10, "廿": 20, "卅": 30}
FULL = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})年|(?P<chinese>[一二][一二三四五六七八九〇零○]{{3}})年|(?P<word>今年|去年|明年|前年))?"
    rf"(?:(?<![0-9一二三四五六七八九十])(?P<month>{NUMBER})月(?!份?间)|(?P<moon>本月|上月|下月|上个月|下个月))"
    rf"(?:(?P<day>{NUMBER})[日曰]?)?"
    rf"(?:{PART}[—\-–~至到、](?:(?P<month2>{NUMBER})月)?(?P<day2>{NUMBER})[日曰])?[日曰]?"
)
DAY_ONLY = re.compile(
    rf"(?<![0-9OoIl月年第期每一二三四五六七八九十至到—\-~、])(?P<day>{NUMBER})\)?日"
    rf"(?:{PART}[—\-–~至到、](?P<day2>{NUMBER})日)?(?![内后前起元均报历游三])"
)
# 二十至二十二日, 10-12日: the first day without its 日.
STRETCH = re.compile(
    rf"(?<![0-9OoIl月年第期每一二三四五六七八九十至到—\-~、.])(?P<day>{NUMBER})[—\-–~至到](?P<day2>{NUMBER})日(?![内后前起元均报历游])"
)
WEEKDAY = re.compile(
    "(?P<week>上周|本周|上星期|本星期|(?<![每逢下两])(?:周|星期)(?=[一二三四五六日][，,上下早晚中傍清凌在于假举与率赴]))(?P<day>[一二三四五六日末])"
)
DAY = re.compile("[日曰]")
WEEK = ("周", "星期")
MOONS = {"本月": 0, "上月": -1, "下月": 1, "上个月": -1, "下个月": 1}
SHIFT = {"今年": 0, "去年": -1, "明年": 1, "前年": -2}
HALF_YEAR, HALF_MONTH = 6, 15
# The year of dates of which nothing tells the year, a leap year: days are told apart by it, and it is never printed.
UNDATED = 4


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression `[start, end)`. `kind`: `day`, `month`, `vague` (近日) or `same` (当天); `past`: 去年."""

    start: int
    end: int
    kind: str
    date: PartialDate | None
    end_date: PartialDate | None = None
    past: bool = False


def times(
    sheet: Sheet,
    part: Part,
    start: int,
    end: int,
    anchor: PartialDate | None = None,
    today: PartialDate | None = None,
) -> list[Time]:
    """The time expressions of one article between two characters, in reading order.

    `anchor` is the day of what was told before: a bare 15日 is of its month. `today` is the day of writing, where it is
    not the day of issue.
    """
    text = sheet.text
    found = [
        *_dates(sheet, part, start, end),
        *_relative(text, today or sheet.page.issue_date, today is not None, start, end),
        *_days(text, anchor or sheet.page.issue_date, anchor is not None, start, end),
    ]
    dated = [t.start for t in found]
    for kind in ("vague", "same"):
        for m in _words(kind).finditer(text, start, end):
            # 协会上周五: a day is no 会上.
            if not any(m.start() < first < m.end() for first in dated):
                found.append(Time(m.start(), m.end(), kind, None))
    found.sort(key=lambda t: (t.start, -t.end))
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return [time for time in kept if not _is_stretch(text, time)]


@cache
def _words(section: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", section))))


def _is_stretch(text: str, time: Time) -> bool:
    """True for what only begins or ends a stretch of time: 截至3月2日, 3月2日以来."""
    if time.kind not in ("day", "month"):
        return False
    return text.startswith(listed("events", "stretch"), time.end) or text.endswith(
        listed("events", "stretch", "before"), 0, time.start
    )


def _value(text: str) -> int:
    """The number of 12, of l2 as a scan gives it, and of 二十三."""
    text = text.translate(SCANNED)
    if text.isdecimal():
        return int(text)
    value = 0
    for ch in text:
        value = max(value, 1) * 10 if ch == "十" else value + TENS.get(ch, NUMERALS.get(ch, 0))
    return value


def _dates(sheet: Sheet, part: Part, start: int, end: int) -> Iterator[Time]:
    if sheet.text.find("月", start, end) < 0:
        return
    issue = sheet.page.issue_date
    for m in FULL.finditer(sheet.text, start, end):
        month, year = _month(m, part.article.year, issue)
        # A number after 月 is a day if it ends in 日 or goes on to a day that does.
        day = _value(m["day"]) if m["day"] and DAY.search(m.group()) is not None else None
        if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            continue
        if m["moon"] and day is None:
            continue
        first = PartialDate(UNDATED if year is None else year, month, day)
        last = None
        if day and m["day2"]:
            last = _last(first.year, month, day, m["month2"], m["day2"])
        past = m["word"] in listed("events", "stretch", "past") or (
            year is not None and part.article.year is not None and year < part.article.year - 1
        )
        yield Time(m.start(), m.end(), "day" if day else "month", first, last, past)


def _last(year: int, month: int, day: int, month2: str | None, day2: str) -> PartialDate | None:
    """The last day of 5月30日至6月2日; None where it is no day after the first."""
    last = PartialDate(year, _value(month2) if month2 else month, _value(day2))
    fits = 1 <= (last.month or 0) <= 12 and 1 <= (last.day or 0) <= 31
    return last if fits and (last.month, last.day) > (month, day) else None


def _month(m: re.Match[str], year: int | None, issue: PartialDate | None) -> tuple[int | None, int | None]:
    """Month and year of a date; a bare month lies within half a year of the issue."""
    if m["moon"]:
        if issue is None or not issue.month:
            return None, None
        months = issue.year * 12 + issue.month - 1 + MOONS[m["moon"]]
        return months % 12 + 1, months // 12
    month = _value(m["month"])
    if m["year"] or m["chinese"]:
        digits = m["year"] or "".join(str(NUMERALS.get(ch, 0)) for ch in m["chinese"])
        return month, int(digits)
    if year is not None and m["word"]:
        return month, year + SHIFT[m["word"]]
    if year is not None and issue is not None and issue.month and issue.year == year:
        if month - issue.month > HALF_YEAR:
            year -= 1
        elif issue.month - month > HALF_YEAR + 3:
            year += 1
    return month, year


@cache
def _relative_pattern() -> re.Pattern[str]:
    # 昆明日报: the end of a paper's name is no day.
    days = "|".join(longest_first(table("events")["relative"]["days"]))
    return re.compile(f"(?<![如似若胜])(?:{days})(?![报年今非])")


def _relative(text: str, day: PartialDate | None, written: bool, start: int, end: int) -> Iterator[Time]:
    """昨日, 今天 and 上周五 by the day of writing, which may be meant itself, or by the day of issue."""
    today = datetime.date(day.year, day.month, day.day) if day and day.month and day.day else None
    days = table("events")["relative"]["days"]
    for m in _relative_pattern().finditer(text, start, end):
        yield Time(m.start(), m.end(), "day", _before(today, days[m.group()]))
    for m in WEEKDAY.finditer(text, start, end) if holds(text[start:end], WEEK) else ():
        wanted = "一二三四五六日".find(m["day"])
        if wanted < 0 or today is None:
            yield Time(m.start(), m.end(), "vague", None)
            continue
        back = today.weekday() - wanted
        if m["week"].startswith("上") or (not m["week"].startswith("本") and back < (0 if written else 1)):
            back += 7
        yield Time(m.start(), m.end(), "day", _before(today, back))


def _before(today: datetime.date | None, days: int) -> PartialDate | None:
    if today is None:
        return None
    day = today - datetime.timedelta(days=days)
    return PartialDate(day.year, day.month, day.day)


def _days(text: str, base: PartialDate | None, told: bool, start: int, end: int) -> Iterator[Time]:
    """15日: of the month that the article told of before, or else the last such day before the issue."""
    if text.find("日", start, end) < 0:
        return
    rows = [*DAY_ONLY.finditer(text, start, end), *STRETCH.finditer(text, start, end)]
    for m in rows:
        day = _value(m["day"])
        if not 1 <= day <= 31:
            continue
        if base is None or not base.month:
            yield Time(m.start(), m.end(), "day", None)
            continue
        month = base
        if base.day and not told and day > base.day:
            month = _next_month(base, -1)
        elif base.day and told and day < base.day - HALF_MONTH:
            month = _next_month(base, 1)
        last = _last(month.year, month.month or 1, day, None, m["day2"]) if m["day2"] else None
        yield Time(m.start(), m.end(), "day", PartialDate(month.year, month.month, day), last)


def _next_month(date: PartialDate, by: int) -> PartialDate:
    months = date.year * 12 + (date.month or 1) - 1 + by
    return replace(date, year=months // 12, month=months % 12 + 1)


def dateline(sheet: Sheet, part: Part) -> PartialDate | None:
    """The day on which a report was written, if its dateline prints one: 本报1月10日讯."""
    for block in part.article.blocks:
        start, end = part.start + block.start, part.start + block.end
        line = dateline_pattern().match(sheet.text, start, end) if block.kind == "body" else None
        if block.kind == "byline" or line is not None:
            for time in times(sheet, part, start, end if line is None else line.end()):
                if time.kind == "day":
                    return time.date
    return None
