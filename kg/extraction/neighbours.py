"""Which division or zone a bare word belongs to by what stands right before it: 市政府 of 某某市委、市政府."""

from __future__ import annotations

from kg.extraction.departments import department_before
from kg.extraction.named_before import called, last_named
from kg.extraction.openings import LEVELS
from kg.extraction.sheet import Sheet
from kg.lexicon import listed
from kg.lexicon.matcher import ending

# What stands between the bodies of a list, and how many mentions back the one before and its division are.
JOINTS, NEAR = ("、", "和"), 6


def zone_before(sheet: Sheet, position: int) -> str | None:
    """The last zone that the article names before: 区党工委 and 区管委会 are a zone's."""
    part, zones = sheet.part_at(position), listed("places", "zone")
    named = [
        f for f in sheet.found if f.kind == "Place" and part.start <= f.start < position and f.name.endswith(zones)
    ]
    return max(named, key=lambda f: f.start).name if named else None


def of_neighbour(sheet: Sheet, start: int, level: str) -> str | None:
    """The division of the body before in a list: 市政府 of 某某市委、市政府 and of 某某市委市政府 is of that city."""
    for found in sheet.found[-NEAR:]:
        if found.end == start and found.kind == "Division" and found.name.endswith(level):
            return found.name
    end = start - 1 if sheet.text[start - 1 : start] in JOINTS else start
    body = next((f for f in sheet.found[-NEAR:] if f.end == end and f.kind == "Organization"), None)
    if body is None:
        return None
    opening = (f for f in sheet.found[-NEAR:] if f.start == body.start and f.kind == "Division" and f.end < body.end)
    return next((f.name for f in opening if f.name.endswith(level)), None)


def pointed_at(sheet: Sheet, start: int) -> str | None:
    """The division that a word right before points at: 民政局 of 该市民政局."""
    word = ending(sheet.text, listed("anaphora", "anaphora", "divisions"), start)
    meant = last_named(sheet, start - len(word), word) if word else None
    return called(sheet, meant, (word[-1],)) if meant is not None else None


def division_before(sheet: Sheet, start: int) -> str | None:
    """The division of the department before in a list: 公安局 of 某县教育局、公安局 is of that county."""
    if sheet.text[start - 1 : start] != JOINTS[0]:
        return None
    body = next((f for f in reversed(sheet.found) if f.end == start - 1 and f.kind == "Organization"), None)
    tail = department_before(body.name, len(body.name)) if body is not None else None
    return body.name[:tail] if body is not None and tail and body.name[tail - 1] in LEVELS else None
