"""Gives the forms of a person's name one name: that in letters beside the Chinese one, a part of a transcribed one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from kg.extraction.characters import HAN
from kg.extraction.sheet import Found, Sheet
from kg.lexicon import listed
from kg.lexicon.matcher import opening
from kg.lexicon.shapes import likeness

LETTERS = re.compile("[A-Za-z][A-Za-z .'·-]+")
CHINESE = re.compile(f"[{HAN}·]+")
OPEN, CLOSE = "(", ")"
DOT = "·"
# How long a part is at least of which a character may be misread, and how alike the two must look.
MISREAD, ALIKE = 3, 0.7


def name_alike(sheet: Sheet) -> None:
    """Gives such mentions the fuller name; the page's own words stay what they are."""
    people = [found for found in sheet.found if found.kind == "Person"]
    _name_by_script(sheet, people)
    _name_by_part(sheet, people)


def _name_by_script(sheet: Sheet, people: list[Found]) -> None:
    """甲某(Jane Doe) and Jane Doe(甲某) are one, and so is Jane Doe wherever the article prints it."""
    ends = {found.end: found for found in people}
    called: dict[tuple[int, str], str] = {}
    for found in people:
        if sheet.text[found.start - 1 : found.start] != OPEN or sheet.text[found.end : found.end + 1] != CLOSE:
            continue
        beside = ends.get(found.start - 1)
        if beside is None:
            continue
        for one, other in ((found, beside), (beside, found)):
            if LETTERS.fullmatch(one.name) and CHINESE.fullmatch(other.name):
                called[sheet.part_at(one.start).start, one.name] = other.name
    for found in people:
        name = called.get((sheet.part_at(found.start).start, found.name))
        if name is not None:
            _rename(found, name)


def _name_by_part(sheet: Sheet, people: list[Found]) -> None:
    """The last or first part of a transcribed name, later in its article or in its headline: 甲某 of 乙某·甲某.

    It must be of no other's too; a part that a scan misread is one that looks like it.
    """
    owners: defaultdict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for found in people:
        parts = found.name.split(DOT)
        plain = opening(parts[0], listed("people", "prefixes"))
        for part in dict.fromkeys((parts[0], parts[0].removeprefix(plain), parts[-1])) if len(parts) > 1 else ():
            if len(part) > 1:
                owners[sheet.part_at(found.start).start, part].setdefault(found.name, found.start)
    for found in people:
        begin = sheet.part_at(found.start).start
        full = owners.get((begin, found.name)) or _misread(owners, begin, found.name)
        if len(full) == 1 and (min(full.values()) < found.start or _in_headline(sheet, found)):
            _rename(found, next(iter(full)))


def _in_headline(sheet: Sheet, found: Found) -> bool:
    block = sheet.block_at(found.start)
    return block is not None and block.kind == "headline"


def _misread(owners: Mapping[tuple[int, str], dict[str, int]], at: int, form: str) -> dict[str, int]:
    """The owners of a part of which one character looks like that of `form`."""
    for (part, name), full in owners.items():
        if part == at and len(name) == len(form) >= MISREAD and DOT not in form:
            apart = [(a, b) for a, b in zip(name, form, strict=True) if a != b]
            if len(apart) == 1 and likeness(*apart[0]) >= ALIKE:
                return full
    return {}


def _rename(found: Found, name: str) -> None:
    found.candidate = found.candidate._replace(aliases=(*found.candidate.aliases, found.name))
    found.name = name
