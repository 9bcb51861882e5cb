"""Finds what a post is held at that stands with no body before it: our own school, a unit, a chamber told of before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.extraction.body_names import fits
from kg.extraction.characters import is_han
from kg.extraction.endings import common_nouns
from kg.extraction.lattice import Candidate
from kg.extraction.named_before import COUNTIES
from kg.extraction.sheet import Found, Sheet
from kg.lexicon import listed
from kg.lexicon.divisions import gazetteer

# A unit that goes by its number: 农四师, 六十四团, 51083部队.
UNIT = re.compile(
    "(?:驻[一-龥]{1,3}?)?(?:农|第)?(?:[〇零一二三四五六七八九十百]{1,6}|[0-9]{2,6})(?:师|团|旅|部队)(?![一-龥]?委)"
    "|驻[一-龥]{1,3}?(?:海军|空军|陆军|武警|解放军)?某部|[一-龥]{2,4}(?:军分区|省军区|军区)某部"
)
# A part of a university, which goes by its subject: 食品学院, but 某某市职业学院 is a school of its own.
FACULTY = "学院"
TASK_GROUP = "组"
ASSOCIATION, SHORT_UNIVERSITY = "Association", "某大"
# The least weight and length of a doubtful name for which a post speaks.
DOUBTFUL, SHORTEST = -2.0, 4
PRONOUNS = "我本"
OWN_NOUNS = ("学院", "学校", "医院")
GROUP, GROUP_NAME = "集团", re.compile("集团(?:(?:股份|控股)?(?:有限)?(?:责任)?公司)?$")


def own_institution(
    sheet: Sheet, rows: Sequence[Found], position: int, kinds: tuple[str, ...], noun: str = ""
) -> Found | None:
    """The body of these kinds that the article names most, else that the page does; None unless the page says 我校.

    A group of companies is called 集团 without 我, a school 学院; `noun` is the word that stands for the body.
    """
    words = "|".join(map(re.escape, listed("anaphora", "ours")))
    if noun.startswith(GROUP):
        rows = [f for f in rows if GROUP_NAME.search(f.name)]
    elif noun not in OWN_NOUNS and not re.search(f"[{PRONOUNS}](?:{words})", sheet.text):
        return None
    part = sheet.part_at(position)
    fitting = [f for f in rows if f.kind == "Organization" and fits(f, kinds) and not _is_faculty(f.name)]
    near = [f for f in fitting if part.start <= f.start < part.end]
    return _most_named(near) or _most_named(fitting)


def last_unit(sheet: Sheet, position: int, kinds: tuple[str, ...]) -> re.Match[str] | None:
    """The last unit of the article so far that goes by its number and whose name ends like this: 六十四团."""
    part = sheet.part_at(position)
    units = [m for m in UNIT.finditer(sheet.text, part.start, position) if m.group().endswith(kinds)]
    return units[-1] if units else None


def last_chamber(sheet: Sheet, rows: Sequence[Found], position: int, words: tuple[str, ...]) -> Found | None:
    """The last body of the article so far whose name says that it is one of such chambers: 政协."""
    part = sheet.part_at(position)
    before = [f for f in rows if f.kind == "Organization" and part.start <= f.start < position]
    return next((f for f in reversed(before) if f.name.endswith(words) or f.name.startswith(words)), None)


def in_full(body: Found, rows: Sequence[Found]) -> Found:
    """The body by its longest name among others that end in its own: 望海三语学校 for 三语学校."""
    if len(body.name) < SHORTEST or body.kind != "Organization":
        return body
    longer = [f for f in rows if f.kind == body.kind and f.name.endswith(body.name) and f.within is None]
    return max(longer, key=lambda f: (len(f.name), f.start), default=body)


def only_named(sheet: Sheet, rows: Sequence[Found], position: int) -> Found | None:
    """The one body that the sentence names before, or else the sentence before that."""
    first = sheet.part_at(position).start
    end = position
    for _ in range(2):
        opening = max(first, *(sheet.text.rfind(mark, first, end) + 1 for mark in ("。", "\n")))
        near = [f for f in rows if f.kind == "Organization" and f.within is None and opening <= f.start < position]
        if near:
            return near[0] if len({f.name for f in near}) == 1 else None
        end = max(first, opening - 1)
    return None


def of_a_town(sheet: Sheet, rows: Sequence[Found], position: int, kinds: tuple[str, ...]) -> Found | None:
    """The last fitting body of the article so far that is not printed as the county's: no 县供销社."""
    first = sheet.part_at(position).start
    before = (f for f in reversed(rows) if first <= f.start and f.end <= position and fits(f, kinds))
    return next((f for f in before if sheet.text[f.start] not in COUNTIES), None)


def told_most(sheet: Sheet, rows: Sequence[Found], position: int, kinds: tuple[str, ...]) -> Found | None:
    """The body that the article names most often, the first of several, of those of these kinds."""
    first = sheet.part_at(position).start
    before = [f for f in rows if first <= f.start and f.end <= position and kinds and fits(f, kinds)]
    count = Counter(f.name for f in before)
    return max(before, key=lambda f: (count[f.name], -f.start), default=None)


def group_name(sheet: Sheet, start: int, part: str) -> str | None:
    """A group with a task of its own, which is nobody's part: 督查组, 专家顾问组, with the word before a bare 组."""
    if not part.endswith(TASK_GROUP):
        return None
    if part == TASK_GROUP:
        word = sheet.text[max(0, start - 2) : start]
        part = word + part if all(map(is_han, word)) and sheet.words.boundary(start - 2) else part
    return part if len(part) > 2 else None


def last_lost(sheet: Sheet, position: int, kinds: tuple[str, ...]) -> Candidate | None:
    """The last name of such a body in the article so far that was too doubtful by itself."""
    part = sheet.part_at(position)
    rows = [
        c
        for c, winner in sheet.lost
        if c.kind == "Organization" and winner is None and part.start <= c.start and c.end <= position
        if c.weight > DOUBTFUL and c.end - c.start >= SHORTEST and sheet.text[c.start : c.end].endswith(kinds)
        if not _holds_person(sheet, c)
    ]
    return max(rows, key=lambda c: (c.end, c.weight), default=None)


def _holds_person(sheet: Sheet, name: Candidate) -> bool:
    """True for a name into which one who holds a post was read: 某局局长张某某与|某会."""
    return any(c.kind == "Person" and name.start < c.start and c.end < name.end for c in sheet.chosen)


def lost_at(sheet: Sheet, start: int, kinds: tuple[str, ...]) -> Candidate | None:
    """The best name of such a body that begins here and was too doubtful by itself."""
    rows = (c for c, winner in sheet.lost if c.start == start and c.kind == "Organization" and winner is None)
    fitting = [c for c in rows if c.weight > DOUBTFUL and sheet.text[c.start : c.end].endswith(kinds or ("\n",))]
    return max(fitting, key=lambda c: c.weight, default=None)


def tells_of_other(sheet: Sheet, rows: Sequence[Found], known: Found, position: int, kinds: tuple[str, ...]) -> bool:
    """True if the article so far names a society of these kinds, and not the society `known` from elsewhere."""
    part = sheet.part_at(position)
    inside = [f for f in rows if part.start <= f.start and f.end <= position]
    if ASSOCIATION not in known.candidate.classes or any(f.name == known.name for f in inside):
        return False
    return any(ASSOCIATION in f.candidate.classes and kinds and fits(f, kinds) for f in inside)


def short_university(sheet: Sheet, rows: Sequence[Found], end: int) -> Found | None:
    """The university that the article has named, for 某大 right before `end`."""
    form = sheet.text[max(0, end - len(SHORT_UNIVERSITY)) : end]
    if len(form) < len(SHORT_UNIVERSITY) or form[-1] != SHORT_UNIVERSITY[-1] or not is_han(form[0]):
        return None
    part = sheet.part_at(end)
    named = [f for f in rows if part.start <= f.start and f.end < end and f.name.endswith("大学")]
    return next((f for f in reversed(named) if form[0] in f.name[:-2]), None)


def only_party(sheet: Sheet, position: int) -> str:
    """The democratic party that the article tells of, if it tells of one alone; ''."""
    part = sheet.part_at(position)
    told = [p for p in listed("organisations", "parties") if sheet.text.find(p, part.start, part.end) >= 0]
    return told[0] if len(told) == 1 else ""


def _most_named(rows: Sequence[Found]) -> Found | None:
    """The body named most often, if no other is named as often."""
    ranked = Counter(f.name for f in rows).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(f for f in rows if f.name == ranked[0][0])


def _is_faculty(name: str) -> bool:
    if name in common_nouns():
        return True
    return name.endswith(FACULTY) and not any(gazetteer().named(name[:size]) for size in (2, 3, 4))
