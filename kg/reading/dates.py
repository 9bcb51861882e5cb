"""When a page was printed: its date of issue where it prints one, else the year that its own words give.

Nothing is guessed: what the page does not fix stays None, and every answer comes with its reason in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kg.lexicon import listed, table
from kg.lexicon.matcher import holds
from kg.model import PartialDate
from kg.reading.kinds import look
from kg.reading.labels import masthead
from kg.reading.paragraphs import Paragraph

DIGITS = {ch: str(value) for value, chars in enumerate(("〇零○0", *"一二三四五六七八九")) for ch in chars}
NUMERAL = "〇零○一二三四五六七八九十"
# Digits as scans give them.
DIGIT = r"[\dOoIl]"
SCANNED = str.maketrans("OoIl", "0011")
FULL_DATE = re.compile(
    rf"(?<!\d)(?P<y>(?:[1Il][89]|2[0Oo]){DIGIT}{{2}}|[一二][〇零○九八Oo][{NUMERAL[:12]}Oo]{{2}})\s*[年./-]\s*"
    rf"(?P<m>{DIGIT}{{1,2}}|[{NUMERAL}]{{1,2}})\s*[月./-]\s*(?P<d>{DIGIT}{{1,2}}(?!{DIGIT})|[{NUMERAL}]{{1,3}})\s*[日曰]?"
)
# The same by the years of the Republic of China, of which 1912 is the first.
REPUBLIC = re.compile(
    rf"(?:中[华華])?民[国國]\s*(?P<y>\d{{1,3}}|[{NUMERAL}百廿卅]{{1,5}})\s*年\s*"
    rf"(?P<m>{DIGIT}{{1,2}}|[{NUMERAL}]{{1,2}})\s*月\s*(?P<d>{DIGIT}{{1,2}}|[{NUMERAL}廿卅]{{1,3}})\s*[日曰]"
)
# The same by the years of the Buddha, as papers of Thailand print them.
BUDDHIST = re.compile(
    rf"佛[曆历]\s*(?P<y>\d{{4}}|[{NUMERAL}]{{4}})\s*年\s*"
    rf"(?P<m>{DIGIT}{{1,2}}|[{NUMERAL}]{{1,2}})\s*月\s*(?P<d>{DIGIT}{{1,2}}|[{NUMERAL}廿卅]{{1,3}})\s*[日曰]"
)
# What is added to a year of each way of counting.
ERAS = {FULL_DATE: 0, REPUBLIC: 1911, BUDDHIST: -543}
YEAR = re.compile(
    rf"(?<![\d.])(?:(?P<y>(?:1[89]|20)\d\d)(?![\d.])|(?P<c>[一二][〇零○九八][{NUMERAL[:12]}]{{2}})(?=年))"
)
OUTLET = re.compile("《?[一-鿿]{2,12}》?")
# What the edge of a narrow column leaves of the weekday or of the number behind the date.
TORN_WORD = re.compile(r"\s(?:星期?|周|总|第|农历?)$")
WEEKDAYS = "一二三四五六日"
# Years before this one stand without 年 in names only.
RECENT = 1980
LINE = 100
HEAD = 3
WINDOW = 14


@dataclass(frozen=True, slots=True)
class Issue:
    """The date of issue, or None, with its reason and what speaks against it."""

    date: PartialDate | None
    reason: str
    warnings: tuple[str, ...] = ()


def issue_date(paragraphs: Sequence[Paragraph]) -> Issue:
    """The day of issue that a line of the page's furniture prints."""
    found: Counter[date] = Counter()
    printed: dict[date, str] = {}
    warnings: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        day, match = _line_date(paragraph.text, at < HEAD)
        if day is None or match is None:
            continue
        found[day] += 1
        printed.setdefault(day, f"line {paragraph.line} prints {match[0].strip()}")
        weekday = re.search(r"(?:星期|周|礼拜)([一二三四五六日天])", paragraph.text[match.end() :])
        if weekday and WEEKDAYS.index(weekday[1].replace("天", "日")) != day.weekday():
            warnings.append(f"line {paragraph.line}: {day} is no {weekday[0]}; check the date of issue")
    if not found:
        return Issue(None, "the page prints no date of issue", tuple(warnings))
    ranked = found.most_common()
    if len(ranked) > 1:
        warnings.append("two dates of issue: " + "; ".join(printed[day] for day, _ in ranked))
        if ranked[0][1] == ranked[1][1]:
            return Issue(None, "the page prints more than one date of issue", tuple(warnings))
    day = ranked[0][0]
    return Issue(PartialDate(day.year, day.month, day.day), printed[day], tuple(warnings))


def _line_date(text: str, at_head: bool) -> tuple[date | None, re.Match[str] | None]:
    """The date of a furniture line: a full date with its weekday or another word of the masthead."""
    if len(text) > LINE or "。" in text:
        return None, None
    match = next((hit for era in ERAS if (hit := era.search(text))), None)
    if not match:
        return None, None
    rest = text[: match.start()] + text[match.end() :]
    told = rest.replace(" ", "")
    rest = TORN_WORD.sub("", rest)
    bare = at_head and (not re.search(r"\w", rest) or _is_outlet(text, match, rest))
    if not (bare or look().weekday.search(told) or holds(told, listed("years", "issue"))):
        return None, None
    try:
        year, month, day = (number(match[part]) for part in "ymd")
        return date(year + ERAS[match.re], month, day), match
    except ValueError:
        return None, None


def _is_outlet(text: str, date: re.Match[str], rest: str) -> bool:
    """True for the name of a paper or site, with nothing else in the line but a date behind a blank."""
    if not re.match(r"\s", text[date.start() - 1 : date.start()]) or not OUTLET.fullmatch(rest.strip()):
        return False
    named = rest.strip(" 《》").endswith(tuple(one for one in table("layout")["outlets"]["endings"] if len(one) > 1))
    return "年" not in date[0] or named or masthead(text) is not None


def number(text: str) -> int:
    """The value of digits, of 2OO4 as a scan gives it, of 二〇二四, of 二十三 and of 一百零一."""
    text = text.translate(SCANNED).replace("廿", "二十").replace("卅", "三十")
    if text.isdecimal():
        return int(text)
    hundreds, hundred, rest = text.partition("百")
    if hundred:
        return 100 * (number(hundreds) if hundreds else 1) + (number(rest) if rest else 0)
    if "十" not in text:
        return int("".join(DIGITS[ch] for ch in text))
    tens, _, ones = text.partition("十")
    return 10 * (number(tens) if tens else 1) + (number(ones) if ones else 0)


@dataclass(frozen=True, slots=True)
class _Cues:
    quantity: re.Pattern[str]
    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    anniversaries: tuple[tuple[re.Pattern[str], int], ...]
    fixed: tuple[tuple[re.Pattern[str], int], ...]


@cache
def _cues() -> _Cues:
    data: dict[str, Any] = table("years")
    kinds = ("current", "past", "future")
    count = rf"(\d{{1,3}}|[{NUMERAL}]{{1,3}})周年"
    return _Cues(
        quantity=re.compile(data["quantities"]["after"]),
        before={kind: re.compile(data[kind]["before"]) for kind in kinds},
        after={kind: re.compile(data[kind]["after"]) for kind in kinds},
        anniversaries=tuple((re.compile(text + count), year) for text, year in data["anniversaries"].items()),
        fixed=tuple((re.compile(text), year) for text, year in data["fixed"].items()),
    )


def year_of(text: str, issue: Issue) -> tuple[int | None, str]:
    """The year of the page's bare dates with its reason; None where the page does not tell it."""
    if issue.date is not None:
        return issue.date.year, f"date of issue: {issue.reason}"
    told = _told(text)
    if told:
        return told
    current: Counter[int] = Counter()
    neutral: Counter[int] = Counter()
    quotes: dict[tuple[str, int], str] = {}
    past: set[int] = set()
    for found in YEAR.finditer(text):
        year = number(found["y"] or found["c"])
        kind = _kind(text, found)
        if kind in ("current", "neutral"):
            (current if kind == "current" else neutral)[year] += 1
            quotes.setdefault((kind, year), text[found.start() : found.end() + WINDOW].split("\n")[0])
        elif kind == "past":
            past.add(year)
    if current:
        year = max(current, key=lambda one: (current[one] + neutral[one] / 2, one))
        return year, f"the page says “{quotes['current', year]}”"
    if neutral:
        year = max(neutral)
        if year >= max(past, default=0):
            return year, f"the latest year the page names: “{quotes['neutral', year]}”"
    if past:
        return None, f"the page looks back on {max(past)} and names no year of its own"
    return None, "the page names no year"


def report_year(day: str) -> tuple[int, str] | None:
    """The year of a line with the day of one report, with its reason; None where it prints none."""
    found = FULL_DATE.search(day)
    return (number(found["y"]), f"the report is dated “{found[0].strip()}”") if found else None


def _told(text: str) -> tuple[int, str] | None:
    """Years that anniversaries and fixed phrases give."""
    for pattern, base in _cues().anniversaries:
        found = pattern.search(text)
        if found:
            return base + number(found[1]), f"the page says “{found[0]}”"
    for pattern, year in _cues().fixed:
        found = pattern.search(text)
        if found:
            return year, f"the page says “{found[0]}”"
    return None


def _in_name(found: re.Match[str], before: str, after: str) -> bool:
    """True for a number in a name, in the midst of a phrase without 年: 某某1828产业园."""
    told = after.startswith("年") or int(found["y"]) >= RECENT
    return not told and re.search("[一-鿿“]$", before) is not None


def _kind(text: str, found: re.Match[str]) -> str:
    cues = _cues()
    before = text[max(0, found.start() - WINDOW) : found.start()]
    after = text[found.end() : found.end() + 40]
    if found["y"] and (cues.quantity.match(after) or not re.match(r"\s?[一-鿿]", after)):
        return "none"
    if found["y"] and _in_name(found, before, after):
        return "none"
    if cues.before["future"].search(before) or cues.after["future"].match(after):
        return "future"
    if cues.before["current"].search(before):
        return "current"
    if cues.before["past"].search(before) or cues.after["past"].match(after):
        return "past"
    return "current" if cues.after["current"].match(after) else "neutral"
