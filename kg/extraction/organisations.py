"""Proposes bodies, and the places and projects that are named like them."""

from __future__ import annotations

from kg.extraction.departments import departments, national_bodies
from kg.extraction.names_by_ending import names_by_ending, siblings
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight


def propose_organisations(sheet: Sheet) -> None:
    """Adds all bodies that the page may name; divisions must have been proposed before."""
    anchors = {c.end: c for c in sorted(sheet.candidates, key=lambda c: c.weight) if c.weight > 0}
    known = [*national_bodies(sheet), *departments(sheet, anchors)]
    for candidate in known:
        if candidate.rule == "bare-department":
            continue
        if candidate.end not in anchors or candidate.weight > anchors[candidate.end].weight:
            anchors[candidate.end] = candidate
    named = sorted(names_by_ending(sheet, anchors), key=lambda c: (c.start, c.end))
    listed = siblings(sheet, named)
    repeated = {form for c in named if sheet.text.count(form := sheet.text[c.start : c.end]) > 1}
    for candidate in [*known, *named]:
        bonus = weight("organization", "list_sibling") if (candidate.start, candidate.end) in listed else 0.0
        if sheet.text[candidate.start : candidate.end] in repeated:
            bonus += weight("organization", "repeated")
        sheet.propose(candidate.weighing(candidate.weight + bonus))
