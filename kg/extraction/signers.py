"""Reads who acts in a clause: bodies, and people for the bodies that they speak for, on both sides of 与."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extraction.bare_levels import division_at_level
from kg.extraction.clauses import BODIES, Index
from kg.extraction.departments import department_matcher
from kg.extraction.endings import common_nouns
from kg.extraction.sheet import Found, FoundPost, Sheet
from kg.lexicon import listed, longest_first

SIDES = (*BODIES, "Place")
LOCAL = re.compile("([省市县区旗州镇乡村])里")


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """Who acts: the words `[start, end)` and the body that they stand for, None where nobody says which."""

    start: int
    end: int
    body: Found | None


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The words of one list of `things.agreement`, the longest first."""
    return re.compile("|".join(longest_first(listed("things", "agreement", key))))


def actors(sheet: Sheet, index: Index, start: int, end: int) -> list[Actor]:
    """Who acts between two characters, in reading order: a person takes the place of the body of his post."""
    rows: list[Actor] = []
    for found in index.between(start, end, (*SIDES, "Person")):
        if found.kind != "Person":
            if not is_setting(sheet.text, found):
                rows.append(Actor(found.start, found.end, _in_full(sheet, found)))
            continue
        held = {p.body.name for p in _posts(sheet, found) if p.body is not None}
        led = None
        while rows and rows[-1].body is not None and _leads(sheet, rows[-1], found, held):
            led = rows.pop().body
        rows.append(Actor(found.start, found.end, body_of(sheet, found) or led))
    return sorted([*rows, *_local(sheet, start, end)], key=lambda row: row.start)


def _local(sheet: Sheet, start: int, end: int) -> list[Actor]:
    """村里, 县里: the division of that level that the article is about."""
    rows = []
    for m in LOCAL.finditer(sheet.text, start, end):
        name = division_at_level(sheet, m.start(), m.group(1))
        found = next((f for f in sheet.found if f.kind == "Division" and f.name == name), None)
        if found is not None:
            rows.append(Actor(m.start(), m.end(), found))
    return rows


def _in_full(sheet: Sheet, found: Found) -> Found:
    """For a bare 公司 or 研究所, the last body named before it that ends so."""
    if found.kind != "Organization" or found.name not in common_nouns():
        return found
    part = sheet.part_at(found.start)
    rows = [
        f
        for f in sheet.found
        if f.kind == "Organization" and part.start <= f.start < found.start and f.name.endswith(found.name)
    ]
    return max((f for f in rows if f.name != found.name), key=lambda f: f.start, default=found)


def _leads(sheet: Sheet, row: Actor, person: Found, held: set[str]) -> bool:
    """True if a body is only part of the title before a person's name."""
    assert row.body is not None
    return row.body.name in held or (
        person.start - row.end < 16 and pattern("joints").search(sheet.text, row.end, person.start) is None
    )


def _posts(sheet: Sheet, person: Found) -> list[FoundPost]:
    """The posts of a person, those told at these words first."""
    rows = [p for p in sheet.holdings if p.person.name == person.name and p.body is not None and p.rule != "byline"]
    part = sheet.part_at(person.start)
    rows = [p for p in rows if part.start <= p.start < part.end] or rows
    return sorted(rows, key=lambda p: p.person is not person)


def body_of(sheet: Sheet, person: Found) -> Found | None:
    """The body that a person signs for: the one of his post, and rather an office than a committee of the party."""
    rows = [p.body for p in _posts(sheet, person) if p.body is not None]
    office = next((body for body in rows if not _is_party(body)), None)
    if office is not None:
        return _governed(sheet, office) or _in_full(sheet, office)
    return next((division for body in rows if (division := division_of(sheet, body)) is not None), None)


def _governed(sheet: Sheet, office: Found) -> Found | None:
    """The division whose government this is: its head signs for the whole."""
    hit = department_matcher().before(office.name, len(office.name))
    return division_of(sheet, office) if hit and hit[1] in listed("things", "agreement", "government") else None


def _is_party(body: Found) -> bool:
    hit = department_matcher().before(body.name, len(body.name))
    return hit is not None and hit[1] in listed("things", "agreement", "party")


def division_of(sheet: Sheet, body: Found) -> Found | None:
    """The division of the page whose government or committee this is; the body itself if it is a division."""
    if body.kind == "Division":
        return body
    hit = department_matcher().before(body.name, len(body.name))
    if hit is None or hit[1] not in listed("things", "agreement", "of_division"):
        return None
    name = body.name[: hit[0]]
    name = name if name[-1:] != name[-2:-1] else name[:-1]
    return next((f for f in sheet.found if f.kind == "Division" and f.name == name), None)


def is_setting(text: str, found: Found) -> bool:
    """True for a place of action: 在某地, 前往某地 is where, not who; a body that is gone to may well sign."""
    before, after = text[: found.start], text[found.end : found.end + 1]
    if after in ("的", "籍") or before.endswith(("在", "于", "(")):
        return True
    return found.kind != "Organization" and before.endswith(("到", "赴", "前往", "来到", "调研", "考察"))


def sides_of(text: str, rows: list[Actor], end: int) -> tuple[list[Actor], list[Actor]]:
    """Those before and those after the joint 与 of the clause; all of them first if none is."""
    start = rows[0].end if rows else end
    best = None
    for m in pattern("with").finditer(text, start, end):
        if not any(row.start <= m.start() < row.end for row in rows):
            best = m
            break
    if best is None and len(rows) == 2 and pattern("and").fullmatch(text, rows[0].end, rows[1].start):
        return rows[:1], rows[1:]
    if best is None:
        return rows, []
    return [r for r in rows if r.end <= best.start()], [r for r in rows if r.start >= best.end()]


def bodies(rows: list[Actor]) -> list[Found]:
    """The bodies of actors, each name once."""
    best: dict[str, Found] = {}
    for row in rows:
        if row.body is not None:
            best.setdefault(row.body.name, row.body)
    return list(best.values())
