"""Says who did what at an event, where it was, what it was about and what came of it."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clauses import (
    BODIES,
    CLAUSE_END,
    PREPOSITIONS,
    Index,
    Sentence,
    clause,
    joined,
    list_from,
    list_until,
)
from kg.extraction.sheet import Found, FoundEvent, Sheet
from kg.extraction.titles import title_at, title_before
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, matcher_of

NEAR = 8
# How much of a long clause is quoted around a name, in characters.
LEAD, TAIL = 30, 40
# How far a subject may stand before its verb: 甲第十五次会议召开.
GAP = 9
VISITED = ("Organization", "Place", "Project")
SETTING = ("Division", "Place")


@cache
def _going() -> re.Pattern[str]:
    return re.compile("|".join(listed("events", "going")))


@cache
def _roles() -> Matcher[tuple[int, str]]:
    data = table("events")["roles"]
    entries: dict[str, tuple[int, str]] = {}
    for rank, role in enumerate(data["order"]):
        for word in data[role]:
            entries.setdefault(word, (rank, data["names"].get(role, role)))
    return Matcher(entries)


def add_people(sheet: Sheet, event: FoundEvent, sentence: Sentence, people: list[Found]) -> None:
    """Adds the people of a sentence with the best role that any sentence gives them."""
    for person in people:
        rank, role, rule = _role(sheet, event, sentence, person, people)
        known = next((p for p in event.roles if p.name == person.name and p.kind == "Person"), None)
        if known is None:
            event.roles[person] = (role, *_words(sheet, sentence, person), rule)
        elif rank < _rank(event.roles[known][0]):
            event.roles[known] = (role, *_words(sheet, sentence, person), rule)


def _words(sheet: Sheet, sentence: Sentence, person: Found) -> tuple[int, int]:
    """The words that say what a person did: the name's clause, to its next mark."""
    begin, stop = clause(sheet.text, person.start, sentence.start, sentence.end)
    return max(begin, person.start - LEAD), max(person.end, min(stop, person.end + TAIL))


def _rank(role: str) -> int:
    data = table("events")["roles"]
    return min(rank for rank, name in enumerate(data["order"]) if data["names"].get(name, name) == role)


def _role(
    sheet: Sheet, event: FoundEvent, sentence: Sentence, person: Found, people: list[Found]
) -> tuple[int, str, str]:
    """Rank, role and rule of one person by the verbs after the list of names that he stands in."""
    text = sheet.text
    end = person.end
    for other in people:
        if (other.start >= end and joined(text, end, other.start)) or _titled(text, end, other.start):
            end = max(end, other.end)
    stop = CLAUSE_END.search(text, end, sentence.end)
    tail = text[end : stop.start() if stop else sentence.end]
    hits = sorted(
        (rank, role)
        for at, _, (rank, role) in _roles().find(tail)
        if role not in ("chair", "leader") or (at < NEAR and end == person.end)
    )
    if hits:
        return hits[0][0], hits[0][1], "role-verb"
    if event.type == "Visit" and sentence.start == event.start and _going().search(tail):
        return _rank("leader"), "leader", "visitor"
    return _rank("attendee"), "attendee", "named-at-event"


def _titled(text: str, end: int, start: int) -> bool:
    """True if between two people stands only the second one's post: 甲、某局局长乙; 县长甲，县领导乙."""
    between = text[end:start]
    if not 1 < len(between) < 30 or between[0] not in "、，," or CLAUSE_END.search(between[1:]):
        return False
    return title_before(text, start) is not None and next(_roles().find(between), None) is None


def add_bodies(sheet: Sheet, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """Adds the bodies that hold the event, speak at it or receive something there."""
    text = sheet.text
    for start, end, verb in matcher_of("events", "holding").find(text[sentence.start : sentence.end]):
        at = sentence.start + start
        begin, _ = clause(text, at, sentence.start, sentence.end)
        holders = [f for f in _subjects(text, index, begin, at) if _holds(text, f)]
        if not holders and _going().match(text, begin):
            holders = [f for f in index.between(sentence.start, begin, BODIES) if f.end == begin - 1]
        for body in holders:
            _add(event, body, "organizer", at, sentence.start + end, f"holds-{verb}")
    for m in re.finditer("邀请", text[sentence.start : sentence.end]):
        at = sentence.start + m.end()
        invited = list_from(text, index.between(at, min(at + 40, sentence.end)), BODIES)
        if invited and invited[0].start - at < 2 and re.search("讲|授课|宣讲", text[invited[-1].end : sentence.end]):
            for body in invited:
                _add(event, body, "speaker", at - 2, body.end, "invited-speaker")
    if event.type == "Visit":
        _add_visitors(text, event, sentence, index)
    if event.type == "Ceremony":
        _add_recipients(text, event, sentence, index)


def _subjects(text: str, index: Index, begin: int, at: int) -> list[Found]:
    """The bodies before a verb in its clause, with those that they work with."""
    rows = [f for f in index.between(begin, at) if f.kind in BODIES and title_at(text, f.end) is None]
    going = _going().search(text, begin, at)
    if going is not None:
        rows = [f for f in rows if f.end <= going.start()]
        at = going.start()
    if not rows or at - rows[-1].end > GAP:
        return []
    first = list_from(text, rows, BODIES)
    joining = listed("events", "holding", "joining")
    rest = [f for f in rows if f not in first]
    partners = [f for f in rest if text[: f.start].endswith((*joining, "、", "和"))]
    return [*first, *partners]


def _holds(text: str, body: Found) -> bool:
    """False for a body that only says where, for whom or whose."""
    return not (text[body.start - 1 : body.start] in (*PREPOSITIONS, "(") or text[body.end : body.end + 1] == "的")


def _add(event: FoundEvent, body: Found, role: str, start: int, end: int, rule: str) -> None:
    if all(known.name != body.name for known in event.roles):
        event.roles[body] = (role, min(start, body.start), max(end, body.end), rule)


def _add_visitors(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲率队到乙, 甲赴乙学习交流: the body that goes, and the body that is gone to."""
    if sentence.start != event.start:
        return
    m = re.search("率队|带队|组团|一行|赴|前往", text[sentence.start : sentence.end])
    if m is None:
        return
    at = sentence.start + m.start()
    begin, _ = clause(text, at, sentence.start, sentence.end)
    goers = [
        f
        for f in list_until(text, index.between(begin, at, ("Organization", "Person")), ("Organization",))
        if at - f.end < 6
    ]
    for body in goers:
        _add(event, body, "leader", at, sentence.start + m.end(), "goes-there")


def _add_recipients(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """为甲揭牌, 甲揭牌成立."""
    for m in re.finditer("揭牌|授牌|挂牌", text[sentence.start : sentence.end]):
        at = sentence.start + m.start()
        rows = index.between(max(sentence.start, at - 60), at, ("Organization",))
        row = next((f for f in reversed(rows) if text[f.start - 1 : f.start] == "为" or at - f.end <= 2), None)
        if row is not None:
            _add(event, row, "recipient", at, at + 2, "unveiled")


def add_links(sheet: Sheet, event: FoundEvent, sentence: Sentence, index: Index, opening: bool) -> None:
    """Adds the places gone to, the setting, the programmes it was about and the agreements made."""
    text = sheet.text
    for m in _going().finditer(text, sentence.start, sentence.end):
        rows = index.between(m.end(), min(m.end() + 120, sentence.end))
        run = list_from(text, rows, (*VISITED, "Division"))
        if not run or run[0].start - m.end() > NEAR:
            continue
        if next(matcher_of("events", "not_going").find(text[m.end() : run[0].start]), None) is not None:
            continue
        for found in run:
            predicate = "place" if found.kind == "Division" else "visited"
            if predicate == "place" or event.type in ("Visit", "Activity", "Meeting"):
                _link(event, predicate, found, m.start(), found.end, "goes-there")
    for m in re.finditer("[在于]", text[sentence.start : sentence.end]):
        at = sentence.start + m.end()
        if matcher_of("events", "not_where").before(text, at):
            continue
        row = next((f for f in index.between(at, min(at + 30, sentence.end)) if f.start == at), None)
        if row is not None and row.kind in SETTING and matcher_of("events", "settles").at(text, row.end) is None:
            _link(event, "place", row, at - 1, row.end, "takes-place-in")
    if opening:
        for found in index.between(sentence.start, sentence.end, ("Programme",)):
            _link(event, "about", found, found.start, found.end, "named-in-lead")
    for found in index.between(sentence.start, sentence.end, ("Agreement",)):
        if re.search("签|达成", text[sentence.start : found.start] + text[found.end : found.end + 2]):
            _link(event, "produced", found, found.start, found.end, "signed-at-event")


def _link(event: FoundEvent, predicate: str, what: Found, start: int, end: int, rule: str) -> None:
    if all(not (p == predicate and f.name == what.name) for p, f, *_ in event.links):
        event.links.append((predicate, what, min(start, what.start), max(end, what.end), rule))
