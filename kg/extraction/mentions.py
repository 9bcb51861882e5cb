"""Turns what was chosen into mentions: full names, and the names inside names (局 of 局…所, division of a body)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.bare_levels import division_at_level
from kg.extraction.body_frames import without_department, without_frame
from kg.extraction.body_names import part_key
from kg.extraction.committees import COMMITTEE
from kg.extraction.deixis import FORMER, full_name
from kg.extraction.departments import PARTY
from kg.extraction.lattice import Candidate
from kg.extraction.named_before import called, last_named
from kg.extraction.nested import Openings, is_authority
from kg.extraction.same_person import name_alike
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import occurrences
from kg.lexicon.parts import part_owners

# A stem of one character and the word of its level. All counties of such names are in the gazetteer.
TORN, COUNTY_LEVELS = 2, frozenset("区县旗區縣")
OWN_DIVISION = re.compile("我(省|市|区|县|州|旗|盟|镇|乡|街道|村|社区)(?!委|政府|人大|政协|级)")

# A brigade of a commune, which is a division as villages are.
BRIGADE = re.compile("[一-龥]{1,6}公社[一-龥]{1,6}大队")
DEGREE = re.compile("(?:在职|函授|大学|本科|大专|中专|硕士|博士|研究生){0,3}(?:学历|学位|文化程度)")


def make_mentions(sheet: Sheet) -> None:
    """Fills `sheet.found` with every mention, outer names first, in reading order."""
    openings = Openings(sheet.text, sheet.proposed)
    sheet.divisions = openings.named_divisions(sheet.chosen)
    for candidate in sheet.chosen:
        if _is_furniture(sheet, candidate) or _is_degree(sheet, candidate) or _is_common_part(sheet, candidate):
            continue
        candidate = without_department(sheet.text, without_frame(sheet, candidate))
        name = full_name(sheet, candidate)
        if name is None or _is_torn(candidate, name):
            sheet.nameless.append(candidate)
            continue
        _add(sheet, openings, candidate, name)
    for candidate, name in _deictic(sheet):
        sheet.add(candidate, name)
    name_alike(sheet)


def _add(sheet: Sheet, openings: Openings, candidate: Candidate, name: str) -> None:
    """Adds a mention and the names that its name opens with."""
    if candidate.kind == "Organization" and BRIGADE.fullmatch(sheet.text, candidate.start, candidate.end):
        candidate = candidate._replace(kind="Division", rule="town-ending", classes=())
    if candidate.kind == "Division" and not candidate.adcode:
        start = candidate.start
        for inner in openings.chain(candidate.start, candidate.end):
            sheet.add(inner, inner.name or sheet.text[inner.start : inner.end])
            start = inner.end
        rest = sheet.text[start : candidate.end]
        sheet.add(candidate._replace(start=start, name=rest), rest if start > candidate.start else name)
        return
    inner_divisions = list(openings.divisions(candidate.start, candidate.end))
    if candidate.kind == "Organization" and len(inner_divisions) > 1:
        # 某市某县某局 is 某县某局.
        nearest = FORMER.sub("", sheet.text[inner_divisions[-1].start : candidate.end])
        candidate = candidate._replace(aliases=(*candidate.aliases, nearest))
    outer = sheet.add(candidate, name)
    if candidate.kind not in ("Organization", "Place", "Project"):
        return
    end = candidate.start
    official = is_authority(candidate) or candidate.kind != "Organization"
    for inner in inner_divisions:
        form = sheet.text[inner.start : inner.end]
        if official or ("Company" not in candidate.classes and form == inner.name):
            sheet.add(inner, inner.name or form, within=outer)
        end = inner.end
    for inner in openings.bodies(candidate.start, candidate.end) if candidate.rule != COMMITTEE else ():
        inner_name = full_name(sheet, inner)
        whole = sheet.text.startswith(listed("organisations", "whole_names"), inner.end)
        if inner_name and inner_name != outer.name and inner.end > end and not whole:
            outer = sheet.add(inner, inner_name, within=outer)


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
                yield (
                    found.candidate._replace(start=at, end=at + len(word), rule="deixis", aliases=()),
                    called(sheet, found, (word[-1],)),
                )


def _is_degree(sheet: Sheet, candidate: Candidate) -> bool:
    """True for a school that only says which degree someone has: 中央党校大学学历."""
    return candidate.kind == "Organization" and DEGREE.match(sheet.text, candidate.end) is not None


def _is_torn(candidate: Candidate, name: str) -> bool:
    """True for the committee of no county: text recognition lost a character of 某海区委 and left 某区委."""
    division = name.removesuffix(PARTY)
    torn = candidate.kind == "Organization" and name != division and len(division) == TORN
    return torn and division[1] in COUNTY_LEVELS and not gazetteer().named(division) and not known(division)


def _is_common_part(sheet: Sheet, candidate: Candidate) -> bool:
    """True for a word of the dictionary that names a part of any body: 儿科, 财务部."""
    form = sheet.text[candidate.start : candidate.end]
    bare = candidate.kind == "Organization" and candidate.rule == "tagger" and known(form)
    return bare and part_key(form) in part_owners()


def _is_furniture(sheet: Sheet, candidate: Candidate) -> bool:
    """True for a body named only as the paper's own mark in a byline (某某日报讯)."""
    if candidate.kind in ("Person", "Organization"):
        return False
    block = sheet.block_at(candidate.start)
    return block is not None and block.kind in ("byline", "credit")
