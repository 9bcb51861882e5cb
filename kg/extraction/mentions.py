"""Turns what was chosen into mentions: full names, and the names inside names (局 of 局…所, division of a body)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.deixis import division_at_level, full_name, last_named
from kg.extraction.endings import ending_matcher
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import table
from kg.lexicon.matcher import occurrences

OWN_DIVISION = re.compile("我(省|市|区|县|州|旗|盟|镇|乡|街道|村|社区)(?!委|政府|人大|政协|级)")


def make_mentions(sheet: Sheet) -> None:
    """Fills `sheet.found` with every mention, outer names first, in reading order."""
    for candidate in sheet.chosen:
        if _is_furniture(sheet, candidate):
            continue
        name = full_name(sheet, candidate)
        if name is None:
            sheet.nameless.append(candidate)
            continue
        outer = sheet.add(candidate, name)
        for inner, inner_name in _inside(sheet, candidate, name):
            sheet.add(inner, inner_name, within=outer)
    for candidate, name in _deictic(sheet):
        sheet.add(candidate, name)


def _deictic(sheet: Sheet) -> Iterator[tuple[Candidate, str]]:
    """我市, 该镇, 该公司, 当地: mentions of what was named before, or of the article's own division."""
    taken = {at for c in sheet.chosen for at in range(c.start, c.end)}
    for m in OWN_DIVISION.finditer(sheet.text):
        name = division_at_level(sheet, m.start(), m.group(1))
        if name and m.start() not in taken:
            yield Candidate(m.start(), m.end(), "Division", weight("division", "deixis"), "deixis"), name
    data = table("anaphora")["anaphora"]
    for word in (*data["bodies"], *data["divisions"], *data["here"]):
        for at in occurrences(sheet.text, word):
            found = None if at in taken else last_named(sheet, at, word)
            if found is not None:
                yield replace(found.candidate, start=at, end=at + len(word), rule="deixis", aliases=()), found.name


def _is_furniture(sheet: Sheet, candidate: Candidate) -> bool:
    """True for a body named only as the paper's own mark in a byline (某某日报讯)."""
    block = sheet.block_at(candidate.start)
    return block is not None and block.kind in ("byline", "credit") and candidate.kind not in ("Person", "Organization")


def _inside(sheet: Sheet, outer: Candidate, name: str) -> Iterator[tuple[Candidate, str]]:
    """The divisions and bodies that open an organisation's or a division's name."""
    if outer.kind not in ("Organization", "Place", "Project"):
        return
    rows = [
        c
        for c in sheet.candidates
        if c.weight > 0.5 and outer.start <= c.start and c.end < outer.end and c.kind in ("Organization", "Division")
    ]
    position = outer.start
    while (step := _opening_name(sheet, outer, rows, position)) is not None:
        inner, inner_name = step
        if inner_name != name:
            yield inner, inner_name
            if inner.kind == "Organization":
                yield from _inside(sheet, inner, inner_name)
        position = inner.end


def _opening_name(sheet: Sheet, outer: Candidate, rows: list[Candidate], position: int) -> tuple[Candidate, str] | None:
    """The longest name that starts here, inside the outer one, and counts as a name of its own."""
    for c in sorted((c for c in rows if c.start == position), key=lambda c: (-c.end, -c.weight, c.kind)):
        form = sheet.text[c.start : c.end]
        if c.kind == "Division":
            official = bool(set(outer.classes) & {"PublicBody", "PartyBody"}) or outer.kind != "Organization"
            if "Company" not in outer.classes and (official or form == c.name):
                return c, c.name or form
        elif c.weight > 2.5 and _is_part(sheet, c, outer) and (inner := full_name(sheet, c)):
            return c, inner
    return None


def _is_part(sheet: Sheet, inner: Candidate, outer: Candidate) -> bool:
    """True if what follows the inner body names a part of it, and the inner one is known to the page on its own."""
    rest = sheet.text[inner.end : outer.end]
    hit = ending_matcher().before(rest, len(rest))
    if hit is None or len(rest) < 3 or rest in ("常委会", "办公室"):
        return False
    if inner.rule != "department-of-level" and len(rest) > 3:
        return True
    form = sheet.text[inner.start : inner.end]
    return any(sheet.text[c.start : c.end] == form for c in sheet.chosen)
