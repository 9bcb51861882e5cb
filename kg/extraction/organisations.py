"""Proposes bodies, and the places and projects that are named like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.abroad import bodies_abroad
from kg.extraction.committees import committees, teams
from kg.extraction.departments import departments, national_bodies
from kg.extraction.inner_units import inner_units
from kg.extraction.lattice import Candidate
from kg.extraction.names_by_ending import names_by_ending, siblings
from kg.extraction.openings import opens_name
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import listed
from kg.lexicon.divisions import gazetteer

# A part of a university whose subject is two: 某大学机械与能源工程系.
UNIVERSITY = "大学"
# The least weight of the university's own name.
DOUBTFUL = -1.0
OF_TWO = re.compile("(?P<first>[一-龥]{2,6})[与和及][一-龥]{2,8}?(?:学院|系)(?![一-龥]?统)")
CAMPUS = re.compile(r"\((?P<city>[一-龥]{2,4})\)")
# What a closed bracket adds to the weight of the name before it.
CLOSED = 1.0
COMPLETE = re.compile("[院系部处所会]$|大学|公司|教授|校长|书记|专家|老师|师生|领导|代表")


def propose_organisations(sheet: Sheet) -> None:
    """Adds all bodies that the page may name; divisions must have been proposed before."""
    anchors = {c.end: c for c in sorted(sheet.candidates, key=lambda c: c.weight) if c.weight > 0}
    known = [*national_bodies(sheet), *bodies_abroad(sheet, anchors), *departments(sheet, anchors)]
    known += [*committees(sheet, anchors), *teams(sheet)]
    for candidate in known:
        if candidate.rule == "bare-department":
            continue
        if candidate.end not in anchors or candidate.weight > anchors[candidate.end].weight:
            anchors[candidate.end] = candidate
    named = sorted(names_by_ending(sheet, anchors), key=lambda c: (c.start, c.end))
    wholes = {sheet.text[c.start : c.end] for c in named if opens_name(sheet.text, c.start)}
    named = [c._replace(start=c.start - (sheet.text[c.start - 1 : c.end] in wholes)) for c in named]
    beside = siblings(sheet, named)
    repeated = {form for c in named if sheet.text.count(form := sheet.text[c.start : c.end]) > 1}
    units = inner_units(sheet, [*known, *named])
    for candidate in [*known, *named, *units, *_faculties(sheet, named), *_campuses(sheet, named)]:
        bonus = weight("organization", "list_sibling") if (candidate.start, candidate.end) in beside else 0.0
        if sheet.text[candidate.start : candidate.end] in repeated:
            bonus += weight("organization", "repeated")
        sheet.propose(candidate.weighing(candidate.weight + bonus))


def _faculties(sheet: Sheet, named: Sequence[Candidate]) -> Iterator[Candidate]:
    for c in named:
        if c.weight <= DOUBTFUL or not sheet.text.endswith(UNIVERSITY, c.start, c.end):
            continue
        part = OF_TWO.match(sheet.text, c.end)
        if part is not None and not COMPLETE.search(part["first"]):
            yield c._replace(end=part.end(), weight=c.weight + weight("organization", "length") * len(part.group()))


def _campuses(sheet: Sheet, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """A university with the city that tells it from its sister: 某大学(某市)."""
    for c in named:
        city = CAMPUS.match(sheet.text, c.end)
        if c.weight <= DOUBTFUL or city is None or not sheet.text.endswith(UNIVERSITY, c.start, c.end):
            continue
        if gazetteer().named(city["city"]) or city["city"] in listed("organisations", "campuses"):
            yield c._replace(end=city.end(), weight=c.weight + weight("organization", "quote_inside") + CLOSED)
