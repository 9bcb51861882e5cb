"""iCalendar (RFC 5545): an entry for each event whose day is known: who took part, where, and the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote

from kg.views.exchange.contents import Contents, Source, counted
from kg.views.frames import Cell, Frames, Row
from kg.views.frames.told import days

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kg//events that newspapers tell of//ZH", "CALSCALE:GREGORIAN")
_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), 127])
_URI = ":/?#[]@!$&'()*+,;=%~"
_FULL_DAY = len("2024-07-05")
_LISTS = ("visited", "about", "produced")


def calendar(source: Source) -> Contents:
    """The calendar; events without a full day are left out and counted."""
    frames = Frames(source.store)
    guests, quotes = _by_event(frames.rows("participations")), _quotes(frames)
    issues = {str(row["id"]): row["published"] for row in frames.rows("articles")}
    told = frames.rows("events")
    dated = [row for row in told if row["from_day"] and len(str(row["date"])) == _FULL_DAY]
    lines = [*_HEAD]
    for row in dated:
        key = str(row["id"])
        lines += _entry(row, guests.get(key, []), quotes.get(key, []), issues)
    notes = [counted(len(dated), "event with a day", "events with a day")]
    if left := len(told) - len(dated):
        notes.append(f"{counted(left, 'event')} left out, whose day the pages do not tell")
    text = "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))
    return Contents({"": text.encode()}, tuple(notes))


def _by_event(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row["event_id"])].append(row)
    return dict(found)


def _quotes(frames: Frames) -> dict[str, list[Row]]:
    """The words that tell of each event's days."""
    days_of = {row["id"]: row["subject_id"] for row in frames.rows("claims") if row["predicate"] == "date"}
    told = (
        {**row, "event_id": days_of[row["claim_id"]]} for row in frames.rows("quotes") if row["claim_id"] in days_of
    )
    return _by_event(told)


def _entry(row: Row, guests: list[Row], quotes: list[Row], issues: dict[str, Cell]) -> Iterator[str]:
    begin, end = _days(row)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(str(row['iri']))}"
    yield f"DTSTAMP:{_issue(row, issues, begin)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{begin:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end:%Y%m%d}"
    yield f"SUMMARY:{_text(str(row['headline'] or row['name']))}"
    if places := _names(row["places"]):
        yield f"LOCATION:{_text('、'.join(places))}"
    yield f"DESCRIPTION:{_text(_description(row, guests, quotes))}"
    if row["type"]:
        yield f"CATEGORIES:{_text(str(row['type']))}"
    yield f"STATUS:{'TENTATIVE' if row['planned'] else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{quote(str(row['iri']), safe=_URI)}"
    yield "END:VEVENT"


def _days(row: Row) -> tuple[date, date]:
    """The first day and the day after the last. A last day of which a month or year alone is told is not kept."""
    last = str(row["end_date"] or "")
    begin, end = days(str(row["date"]), last if len(last) == _FULL_DAY else None)
    assert isinstance(begin, date) and isinstance(end, date)
    return begin, end


def _issue(row: Row, issues: dict[str, Cell], day: date) -> str:
    """The stamp that an entry must have: the first date of issue that is a full day, else the event's own day."""
    told = (str(issues.get(article) or "") for article in _names(row["article_ids"]))
    return min((issue for issue in told if len(issue) == _FULL_DAY), default=str(day)).replace("-", "")


def _description(row: Row, guests: list[Row], quotes: list[Row]) -> str:
    lines = [f"{who['who']} ({', '.join(_names(who['roles']))})" for who in guests]
    lines += [f"{name}: {'、'.join(told)}" for name in _LISTS if (told := _names(row[name]))]
    return "\n".join(lines + [f"“{said['quote']}” {said['file']}:{said['start']}" for said in quotes])


def _names(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _text(value: str) -> str:
    """A text value (3.3.11): escaped, without control characters."""
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line of at most 75 octets, and the rest on lines that begin with a blank (3.1); characters stay whole."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            parts.append("")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n ".join(parts)
