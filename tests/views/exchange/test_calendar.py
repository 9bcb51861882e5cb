"""The calendar, read back by icalendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from icalendar import Calendar

from kg.views.exchange import export
from tests.sample import FIRST


def entries(graph: Path, folder: Path) -> list[Calendar]:
    [file] = export(graph, "ics", folder / "out.ics").files
    body = file.read_bytes()
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")
    read = Calendar.from_ical(body)
    assert not read.errors
    return list(read.walk("VEVENT"))


def test_an_event_is_an_entry_of_its_day(graph: Path, tmp_path: Path) -> None:
    [event] = entries(graph, tmp_path)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 5, 11), date(2023, 5, 12))
    assert str(event["SUMMARY"]) == FIRST
    assert str(event["LOCATION"]) == "松涛产业园"
    assert str(event["UID"]) == "https://w3id.org/regional-governance/id/event/2023-05-11-走访岚川科技"
    assert str(event["DTSTAMP"].dt) == "2023-05-12 00:00:00+00:00"
    assert (str(event["STATUS"]), event["CATEGORIES"].cats) == ("CONFIRMED", ["Visit"])
    told = str(event["DESCRIPTION"]).splitlines()
    assert "宋明哲 (leader, speaker)" in told
    assert "produced: 数字校园合作协议" in told
    assert "“5月11日” 云岭日报-2023-05-12.txt:37" in told


def test_events_without_a_day_are_counted(graph: Path, tmp_path: Path) -> None:
    done = export(graph, "ics", tmp_path / "out.ics")
    assert done.notes == ("1 event with a day", "1 event left out, whose day the pages do not tell")


def test_texts_cannot_break_out_of_their_line(hostile: Path, tmp_path: Path) -> None:
    [event] = entries(hostile, tmp_path)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 2, 29), date(2024, 3, 1))
    assert "ATTENDEE" not in event
    assert (
        str(event["SUMMARY"])
        == "-1；分号;逗号,反斜\\杠\n换行\nATTENDEE:mailto:x@example.org，一个很长很长很长很长的标题"
    )
    assert "乙<&>\"' (participant)" in str(event["DESCRIPTION"])
