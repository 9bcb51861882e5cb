"""Who stays together over several events of one story: a delegation with those who go with it all the way.

A visit of several days is told day by day; whoever the first paragraph names as come or as going along was at its
meetings too, and whoever came is there wherever the story tells of 代表团一行 or 客人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.clauses import Index, Sentence
from kg.extraction.event_words import is_received
from kg.extraction.roles import add_people
from kg.extraction.sheet import Found, FoundEvent, Sheet
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds
from kg.model import PartialDate

Row = tuple[str, int, int, str]
# If a signing names so many of those who came, nobody else of them was there.
ENOUGH = 2
# Between somebody and the party that he leads.
LEADS = re.compile("(?:同志|先生|女士)?(?:率|带)[^，。；]{0,16}")
# After somebody who came to a meeting at the head of a party, perhaps with others who did.
LISTED = re.compile("(?:[、，][^。；：，率]{4,40}){0,4}率[队团](?:参加|出席)")
PRONOUNS = ("他", "她")
# The rules that say of somebody that he came.
LED = ("role-verb", "visitor")


def follow(sheet: Sheet, index: Index, events: list[FoundEvent], nested: list[tuple[FoundEvent, FoundEvent]]) -> None:
    """Adds those who came to the later events of a story that tell of them; `nested` are an event and its visit."""
    for event, visit in nested:
        received = event.type == "Meeting" and is_received(sheet.text[event.start : event.end])
        lead = _lead(sheet, index, visit)
        if received:
            came = _visitors(sheet, index, visit)
            lead = {f: row for f, row in lead.items() if f in came or _throughout(sheet.text, row)}
        if sheet.block_at(event.start) == sheet.block_at(visit.start):
            lead = {f: row for f, row in lead.items() if f.start < visit.end or _walks_along(row)}
        _gather(sheet, event, visit)
        if visit.end_date is None and event.date == visit.date and not received:
            lead |= {f: row for f, row in visit.roles.items() if f.kind == "Person" and _walks_along(row)}
        named = {f.name for f in lead} & {f.name for f in event.roles}
        if event.type != "Signing" or len(named) < ENOUGH:
            _add(event, lead)
    if not events:
        return
    came = _visitors(sheet, index, events[0]) if events[0].type == "Visit" else _guests(sheet, events[0])
    for event in events[1:]:
        if any(
            _is_theirs(sheet.text, index, event, m.start(), {f.name for f in came})
            for m in _party().finditer(sheet.text, event.start, event.end)
        ):
            _add(event, came | _group(events[0]))


def _gather(sheet: Sheet, event: FoundEvent, visit: FoundEvent) -> None:
    """Those whom a visit of several days comes to in a paragraph of its own day meet it where it sits down there."""
    block = sheet.block_at(event.start)
    if block is None or visit.end_date is None or block == sheet.block_at(visit.start):
        return
    begin = event.part.start + block.start
    if _words("own_day").match(sheet.text, begin, event.start) is None:
        return
    for person in [f for f in visit.roles if f.kind == "Person" and begin <= f.start < event.start]:
        row = visit.roles.pop(person)
        if all(person.name != f.name for f in event.roles):
            event.roles[person] = row


def _group(first: FoundEvent) -> dict[Found, Row]:
    """The delegation that came, if only one is told of."""
    ends = (*listed("events", "bodies", "groups"), *listed("events", "turns", "party"))
    groups = {f: row for f, row in first.roles.items() if f.kind == "Organization" and f.name.endswith(ends)}
    return groups if len(groups) == 1 else {}


def _is_theirs(text: str, index: Index, event: FoundEvent, at: int, names: set[str]) -> bool:
    """False for the party of somebody else: 乙一行, 乙率代表团."""
    people = index.between(event.start, at, ("Person",))
    return all(f.name in names for f in people if f.end == at or LEADS.fullmatch(text, f.end, at) is not None)


def _add(event: FoundEvent, people: dict[Found, Row]) -> None:
    names = {f.name for f in event.roles}
    for person, (_, start, end, rule) in people.items():
        if person.name not in names:
            event.roles[person] = ("attendee", start, end, rule)


@cache
def _party() -> re.Pattern[str]:
    words = (
        *listed("events", "turns", "party"),
        *listed("events", "turns", "meals"),
        *listed("events", "turns", "sides"),
    )
    return re.compile("|".join(longest_first(words)))


def along() -> re.Pattern[str]:
    """What stands before those who came along with a delegation."""
    return _words("along")


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "company", key))))


def _lead(sheet: Sheet, index: Index, visit: FoundEvent) -> dict[Found, Row]:
    """Whoever the paragraph that opens a visit names, came along or goes along all the way, and is no host alone."""
    block = sheet.block_at(visit.start)
    if block is None:
        return {}
    begin, end = visit.part.start + block.start, visit.part.start + block.end
    came = set(_companions(sheet, index, visit))
    return {
        person: row
        for person, row in visit.roles.items()
        if person.kind == "Person"
        and (begin <= person.start < end or person in came or _throughout(sheet.text, row))
        and row[0] != "host"
        and not _words("received").search(sheet.text, row[1], row[2])
        and not _receives().match(sheet.text, person.end, visit.part.end)
    }


def _walks_along(row: Row) -> bool:
    """True for whoever was on a visit to its end: its leaders and those with them, not who was met on the way."""
    return row[3] in LED and row[0] in ("leader", "attendee", "observer")


@cache
def _receives() -> re.Pattern[str]:
    """After the names of those who only received guests: 甲、乙参加会见."""
    joins = "|".join(longest_first(listed("events", "joining")))
    return re.compile(f"[^。；]*?(?:{joins})了?(?:{'|'.join(longest_first(listed('events', 'receiving')))})")


def _throughout(text: str, row: Row) -> bool:
    _, start, end, _ = row
    return any(re.search(words, text[start:end]) for words in listed("events", "company", "throughout"))


def _guests(sheet: Sheet, event: FoundEvent) -> dict[Found, Row]:
    """Those of a meeting or dinner who lead a party that came: 甲为团长、乙为副团长的考察团, 甲率领的代表团."""
    text = sheet.text
    received = is_received(text[event.start : event.end])
    return {
        person: row
        for person, row in event.roles.items()
        if person.kind == "Person" and row[0] != "host"
        if (
            (event.start <= person.start < event.end and _words("leading").match(text, person.end, event.end))
            or LISTED.match(text, person.end)
            or (received and row[0] == "leader" and row[3] == "role-verb")
        )
    }


def _visitors(sheet: Sheet, index: Index, visit: FoundEvent) -> dict[Found, Row]:
    """Those of a visit who came: who led, who stands before 一行 or after 偕, who came along."""
    text = sheet.text
    came = {person: row for person, row in visit.roles.items() if row[0] == "leader" and row[3] in LED}
    m = _words("counted").search(text, visit.start, visit.end)
    party = m.start() if m is not None else -1
    brings = _words("bringing").search(text, visit.start, visit.end)
    for person, row in visit.roles.items():
        if person.kind != "Person" or not visit.start <= person.start < visit.end:
            continue
        before = party >= 0 and person.end <= party and not _words("beside").search(text, person.end, party)
        if before or (brings is not None and not _words("beside").search(text, visit.start, visit.end)):
            came.setdefault(person, row)
    for person in _companions(sheet, index, visit):
        came.setdefault(person, visit.roles[person])
    return came


def _companions(sheet: Sheet, index: Index, visit: FoundEvent) -> Iterator[Found]:
    """Those of whom the paragraph that opens a visit says that they came along: 同行的甲; 甲、乙参加考察。"""
    text = sheet.text
    block = sheet.block_at(visit.start)
    end = visit.end if block is None else visit.part.start + block.end
    spans = []
    for m in along().finditer(text, visit.end, visit.part.end):
        stop = text.find("。", m.end(), visit.part.end)
        spans.append((m.end(), visit.part.end if stop < 0 else stop))
    for m in re.finditer("|".join(listed("events", "company", "joined")), text[visit.end : end]):
        at = visit.end + m.start()
        spans.append((text.rfind("。", 0, at) + 1, at))
    for begin, stop in spans:
        yield from (f for f in index.between(begin, stop, ("Person",)) if f in visit.roles)
    for person in visit.roles:
        if person.kind == "Person" and visit.start <= person.start < end and _heads().match(text, person.end):
            yield person


def take_along(sheet: Sheet, event: FoundEvent, sentence: Sentence, people: list[Found]) -> None:
    """Whoever came along, as the words say that tell of what is next, was there before: 甲随团在港，今日走访…."""
    for word in listed("events", "company", "with"):
        at = sheet.text.find(word, sentence.start, sentence.end)
        if at >= 0:
            add_people(sheet, event, sentence, [f for f in people if f.end <= at])


def came_to(text: str, visit: FoundEvent) -> dict[Found, Row]:
    """Whoever the sentence that opens a visit names, but for hosts: they go on to its next stop."""
    received = _words("received").search(text, visit.start, visit.end)
    end = visit.end if received is None else received.start()
    return {f: row for f, row in visit.roles.items() if visit.start <= f.start < end and row[0] != "host"}


@cache
def _heads() -> re.Pattern[str]:
    """After a leader of a delegation, or one of several: 甲任团长, 乙、某会会长丙任副团长."""
    return re.compile(f"(?:[、和][^，。；：、和]{{2,30}}){{0,4}}?(?:{_words('leading').pattern})")


def visit_around(text: str, events: list[FoundEvent], event: FoundEvent) -> FoundEvent | None:
    """The visit of several days told before, of which this meeting is a part, or a ceremony for which they came."""
    visit = next((e for e in reversed(events) if e.type == "Visit" and e.end_date is not None), None)
    if visit is None or not is_during(event.date, visit):
        return None
    invited = event.type == "Ceremony" and holds(text[visit.start : visit.end], table("events")["types"]["Ceremony"])
    return visit if invited or event.type in ("Meeting", "Signing") else None


def is_during(date: PartialDate | None, visit: FoundEvent) -> bool:
    """True for a day of a visit of several days."""
    if date is None or visit.date is None or visit.end_date is None:
        return False
    return visit.date <= date <= visit.end_date


def told_with(names: set[str], told: list[FoundEvent]) -> list[FoundEvent]:
    """The events told before in which one of these took part."""
    return [event for event in told if names & {f.name for f in event.roles}]


def take_subject(event: FoundEvent, subject: Found | None, sentence: Sentence, text: str) -> None:
    """Adds whoever the sentence before is about to the event that a sentence on him opens: 他今日召开发布会."""
    if subject is not None and text.startswith(PRONOUNS):
        event.roles.setdefault(subject, ("attendee", sentence.start, sentence.start + 1, "pronoun"))
