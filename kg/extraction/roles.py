"""Says who did what at an event, where it was, what it was about and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN
from kg.extraction.clauses import (
    CLAUSE_END,
    Index,
    Sentence,
    clause,
    joined,
    list_from,
)
from kg.extraction.openings import past_note
from kg.extraction.sheet import Found, FoundEvent, Sheet
from kg.extraction.titles import title_at, title_before
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import Matcher, holds, matcher_of

NEAR = 8
# How much of a long clause is quoted around a name, in characters.
LEAD, TAIL = 30, 40
# How far a subject may stand before its verb: 甲第十五次会议召开.
GAP = 9
VISITED = ("Organization", "Place", "Project")
SETTING = ("Division", "Place")
LIST_END = re.compile("[。；;\n]")
# The joint before an item of a list of goals.
ITEM_START = re.compile("(?:[、和与及]|以及)[“‘《（(]?$")
# After a station of a visit at the head of a clause: 在某公司生产车间，.
STATION_END = re.compile(r"(?:\([^)]*\))?[^，。；：、的下]{0,8}[，,、和]|的[^，。；：、下]{1,8}[，,]")


@cache
def going() -> re.Pattern[str]:
    """Verbs after which stands where somebody goes."""
    return re.compile("|".join(listed("events", "going")))


@cache
def _item_end() -> re.Pattern[str]:
    """What stands after an item of a list of goals: a joint, a mark, or what is done there."""
    after = "|".join(longest_first(listed("events", "going", "after")))
    return re.compile(f"[”’》）)]?(?:[、，；。]|{after}|$)")


@cache
def _venue() -> re.Pattern[str]:
    """After a body in whose rooms something is held: 在某校礼堂举行."""
    held = "|".join(longest_first((*listed("events", "holding"), *listed("events", "venue"))))
    return re.compile(f"[^，。；、的]{{0,12}}?(?:{held})")


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


@cache
def _patterns() -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    data = table("events")["roles"]
    return tuple(
        (data["order"].index(role), data["names"].get(role, role), re.compile("|".join(patterns)))
        for role, patterns in data["patterns"].items()
    )


def _hits(tail: str) -> Iterator[tuple[int, int, str]]:
    """Place, rank and role of every word in the clause after a name that says what was done."""
    for at, _, (rank, role) in _roles().find(tail):
        yield at, rank, role
    for rank, role, pattern in _patterns():
        for m in pattern.finditer(tail):
            yield m.start(), rank, role


def _role(
    sheet: Sheet, event: FoundEvent, sentence: Sentence, person: Found, people: list[Found]
) -> tuple[int, str, str]:
    """Rank, role and rule of one person by the verbs after the list of names that he stands in."""
    text = sheet.text
    end = past_note(text, person.end)
    last = end
    for other in people:
        if (other.start >= last and joined(text, last, other.start)) or _titled(text, last, other.start):
            last = max(last, past_note(text, other.end))
    stop = CLAUSE_END.search(text, last, sentence.end)
    tail = text[last : stop.start() if stop else sentence.end]
    begin, _ = clause(text, person.start, sentence.start, sentence.end)
    together = holds(tail[:NEAR], table("events")["roles"]["together"]["words"])
    together = together or _led_by(text, sentence.start, person.start)
    found = [hit for hit in _hits(tail) if not _is_of_others(tail, hit[0])]
    received = min((at for at, _, role in found if role == "host"), default=len(tail))
    hits = sorted(
        (rank, role)
        for at, rank, role in found
        if role not in ("chair", "leader")
        or (at < NEAR and (last == end or together) and (role == "chair" or at < received))
    )
    if hits:
        return hits[0][0], hits[0][1], "role-verb"
    if _sits_in(text, person, last, sentence):
        return _rank("observer"), "observer", "role-verb"
    led = holds(text[begin : person.start], listed("events", "bodies", "taking"))
    if event.type == "Visit" and sentence.start == event.start and not led and going().search(tail):
        return _rank("leader"), "leader", "visitor"
    return _rank("attendee"), "attendee", "named-at-event"


def _is_of_others(tail: str, at: int) -> bool:
    """True for a 一行 of somebody else: 甲对乙一行表示欢迎, 甲对乙率队来访表示感谢."""
    if tail.startswith(listed("events", "others", "leading"), at):
        return tail.startswith(listed("events", "others", "towards"))
    return tail.startswith("一行", at) and holds(tail[:at], listed("events", "others"))


def _led_by(text: str, start: int, end: int) -> bool:
    """True inside 由甲、乙率领: all of the list lead."""
    at = text.rfind("由", start, end)
    return at >= 0 and next(_roles().find(text[at:end]), None) is None and not re.search("[。；]", text[at:end])


def _sits_in(text: str, person: Found, last: int, sentence: Sentence) -> bool:
    """True in a long list that 列席会议 ends, or 列席会议的有 begins, with nothing else done in it."""
    stop = LIST_END.search(text, last, sentence.end)
    first = next(_roles().find(text[last : stop.start() if stop else sentence.end]), None)
    if first is not None and first[2][1] == "observer":
        return True
    begin = max((m.end() for m in LIST_END.finditer(text, sentence.start, person.start)), default=sentence.start)
    return matcher_of("events", "roles", "observing").at(text, begin) is not None


def _titled(text: str, end: int, start: int) -> bool:
    """True if between two people stands only the second one's post: 甲、某局局长乙; 县长甲，县领导乙."""
    between = text[end:start]
    if not 1 < len(between) < 30 or between[0] not in "、，," or CLAUSE_END.search(between[1:]):
        return False
    return title_before(text, start) is not None and next(_roles().find(between), None) is None


def add_links(sheet: Sheet, event: FoundEvent, sentence: Sentence, index: Index, opening: bool) -> None:
    """Adds the places gone to, the setting, the programmes it was about and the agreements made."""
    text = sheet.text
    _add_goals(text, event, sentence, index)
    _add_home(text, event, sentence, index)
    _add_setting(text, event, sentence, index)
    if opening:
        for found in index.between(sentence.start, sentence.end, ("Programme",)):
            _link(event, "about", found, found.start, found.end, "named-in-lead")
    for found in index.between(sentence.start, sentence.end, ("Agreement",)):
        if re.search("签|达成", text[sentence.start : found.start] + text[found.end : found.end + 2]):
            _link(event, "produced", found, found.start, found.end, "signed-at-event")


def _add_goals(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """Where somebody goes to: 到某镇某公司考察, 先后走访甲、乙、丙."""
    for m in going().finditer(text, sentence.start, sentence.end):
        _, stop = clause(text, m.end(), sentence.start, sentence.end)
        rows = index.between(m.end(), min(m.end() + 120, sentence.end))
        run = list_from(text, rows, (*VISITED, "Division"))
        near = bool(run) and run[0].start - m.end() <= NEAR
        listed_ = [f for f in index.between(m.end(), stop, (*VISITED, "Division")) if _is_item(text, m.end(), f)]
        goals = run if near else listed_[:1]
        if not goals or (goals[0].start > stop and _comes_along(text, goals)):
            continue
        if next(matcher_of("events", "not_going").find(text[m.end() : goals[0].start]), None) is not None:
            continue
        for found in (*goals, *(f for f in listed_ if f not in goals)):
            if not _is_goal(text, found):
                continue
            _link_place(event, found, index, m.start(), "goes-there")
            if _is_visited(event, found) or (event.type == "Visit" and _is_town(text, found)):
                _link(event, "visited", found, m.start(), found.end, "goes-there")


@cache
def _to_us() -> re.Pattern[str]:
    visits = "|".join(longest_first(listed("events", "looking")))
    return re.compile(f"[来莅抵赴](?P<us>[{HAN}])(?=(?:学习|参观|交流|实地)?(?:{visits}|学习|交流|访问|对接|洽谈))")


def _add_home(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """The page's own division by one character of its name: 来金考察."""
    region = event.part.article.region
    for m in _to_us().finditer(text, sentence.start, sentence.end) if region is not None else ():
        if region is None or m["us"] not in region.name[:-1]:
            continue
        rows = index.between(event.part.start, event.part.end, ("Division",))
        home = next((f for f in rows if f.name == region.name), None)
        if home is not None and all(f.name != home.name for p, f, *_ in event.links if p == "place"):
            event.links.append(("place", home, m.start(), m.end(), "comes-to-us"))


def _comes_along(text: str, run: list[Found]) -> bool:
    """True for those named after the clause of going who came too, or with whom something was done: ，与某局座谈."""
    if text[run[0].start - 1] in listed("things", "agreement", "with"):
        return True
    return text.startswith(listed("events", "bodies", "sent"), run[-1].end)


def _is_item(text: str, begin: int, found: Found) -> bool:
    """True for a whole item of the list that begins at `begin`: after a joint, and before one or the list's end."""
    return ITEM_START.search(text, begin, found.start) is not None and _item_end().match(text, found.end) is not None


def _is_goal(text: str, found: Found) -> bool:
    """False for the body of somebody's post and for a delegation: they are met and not gone to."""
    if found.kind == "Organization" and found.name.removesuffix("一行").endswith(listed("events", "bodies", "groups")):
        return False
    return title_at(text, found.end) is None and not text.startswith("一行", found.end)


def _is_visited(event: FoundEvent, found: Found) -> bool:
    """A body, place or project that somebody goes to; of divisions only a village."""
    if event.type not in ("Visit", "Activity", "Meeting"):
        return False
    return found.kind != "Division" or found.name.endswith(listed("events", "going", "villages"))


def _is_town(text: str, found: Found) -> bool:
    """True for a town that somebody goes to itself: 到某镇、某乡调研."""
    town = found.kind == "Division" and found.name.endswith(listed("events", "going", "towns"))
    return town and _item_end().match(text, found.end) is not None


def _add_setting(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """Where it was: 在某地."""
    for at in _wheres(text, index, sentence):
        row = next((f for f in index.between(at, min(at + 30, sentence.end)) if starts(index, f) in (at, at + 1)), None)
        if row is None or matcher_of("events", "settles").at(text, row.end) is not None:
            continue
        if event.type == "Visit":
            run = list_from(text, index.between(at, sentence.end), (*VISITED, "Division"))
            for found in run if run and _is_station(text, at - 1, run[-1].end) else []:
                if _is_goal(text, found) and _is_visited(event, found):
                    _link(event, "visited", found, at - 1, found.end, "stops-there")
        if row.kind in SETTING or _spot().match(text, row.end) is not None or _venue().match(text, row.end) is not None:
            _link_place(event, row, index, at - 1, "takes-place-in")
            if row.kind == "Organization":
                _link(event, "place", row, at - 1, row.end, "takes-place-in")


def _wheres(text: str, index: Index, sentence: Sentence) -> Iterator[int]:
    """Where a place may stand that something was at: after 在, or at the head of a clause, as in 某村的草坪上，."""
    for m in re.finditer("|".join(listed("events", "where", "before")), text[sentence.start : sentence.end]):
        at = sentence.start + m.end()
        if not matcher_of("events", "not_where").before(text, at):
            yield at
    for found in index.between(sentence.start, sentence.end, (*SETTING, "Organization")):
        wide = found.kind == "Division" and not found.name.endswith(listed("events", "where", "divisions"))
        if not wide and _spot().match(text, found.end) is not None and _opens_clause(text, starts(index, found)):
            yield starts(index, found)


@cache
def _spot() -> re.Pattern[str]:
    """After a name: a spot at or in it."""
    return re.compile(table("events")["where"]["after"])


@cache
def _looking() -> re.Pattern[str]:
    looks = "|".join(longest_first(listed("events", "looking")))
    return re.compile(f"(?:\\([^)]*\\))?[^，。；：、的下]{{0,4}}(?:{looks})")


def _is_station(text: str, start: int, end: int) -> bool:
    """True for 在某公司，…, which opens a clause, and for 在某公司调研."""
    return (_opens_clause(text, start) and STATION_END.match(text, end) is not None) or (
        _looking().match(text, end) is not None
    )


def starts(index: Index, found: Found) -> int:
    """Where a name with its address begins."""
    return min((outer.start for outer in index.address(found)), default=found.start)


def _opens_clause(text: str, at: int) -> bool:
    return at == 0 or CLAUSE_END.match(text, at - 1) is not None or text[at - 1] in "”）)"


def _link_place(event: FoundEvent, found: Found, index: Index, start: int, rule: str) -> None:
    """Adds a place and the divisions before it that say where it is: 某镇某村."""
    if found.kind in SETTING:
        _link(event, "place", found, start, found.end, rule)
    for outer in index.address(found):
        _link(event, "place", outer, start, found.end, rule)


def _link(event: FoundEvent, predicate: str, what: Found, start: int, end: int, rule: str) -> None:
    if all(not (p == predicate and f.name == what.name) for p, f, *_ in event.links):
        event.links.append((predicate, what, min(start, what.start), max(end, what.end), rule))
