"""What the article named before that a word of a later sentence stands for: 该公司, 该镇, 工程指挥部."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extraction.sheet import Found, Part, Sheet
from kg.extraction.wholes import whole_found, whole_of
from kg.lexicon import listed, table

# What can have a body of its own.
OWNERS = ("Organization", "Division", "Place", "Project")
# 该校 of a faculty, and what it means.
SCHOOL, UNIVERSITY = "校", "大学"
# Levels above towns; alone they open the name of a county's own body.
COUNTIES = "省市区县州旗盟"


def of_the_last(sheet: Sheet, position: int, endings: Sequence[str], tail: str) -> str | None:
    """工程指挥部, 寺庙管理委员会: of the last work or place of this kind that the article named before."""
    part = sheet.part_at(position)
    before = [f for f in sheet.found if part.start <= f.start < position and f.name.endswith(tuple(endings))]
    owner = max((f for f in before if f.kind in OWNERS), key=lambda f: f.start, default=None)
    return owner.name + tail if owner is not None else None


def last_named(sheet: Sheet, position: int, word: str) -> Found | None:
    """The last mention before `position`, in its article, that 该公司, 该镇, 当地 … can stand for."""
    part = sheet.part_at(position)
    kinds, endings = _stands_for(word)
    known = next((f for f in sheet.found if f.start == position and f.candidate.rule == "deixis"), None)
    if known is not None:
        return known
    before = [f for f in sheet.found if f.kind in kinds and part.start <= f.start < position and not f.implied]
    county = inner = None
    for found in sorted(before, key=lambda f: -f.start):
        fits = called(sheet, found, endings).endswith(endings) or not set(endings).isdisjoint(found.candidate.classes)
        if not fits:
            continue
        if found.within is not None:
            inner = inner or (found if found.start == found.within.start and found.kind == "Organization" else None)
            continue
        if word not in listed("anaphora", "of_towns") or sheet.text[found.start] not in COUNTIES:
            return _university(sheet, part, found) if word.endswith(SCHOOL) else found
        county = county or found
    if county is None and word in listed("anaphora", "page_societies"):
        return page_society(sheet, position, endings)
    return county or (inner if word in listed("anaphora", "owners") else None)


def _university(sheet: Sheet, part: Part, faculty: Found) -> Found:
    """The university of a faculty, which 该校 means; the school itself where it is none."""
    whole = whole_of(faculty.name)
    return whole_found(sheet, part, faculty, whole) if whole and whole.endswith(UNIVERSITY) else faculty


def page_society(sheet: Sheet, position: int, endings: Sequence[str]) -> Found | None:
    """The society with one of these endings that the page has told of most so far, more than once."""
    told = [f for f in sheet.found if f.kind == "Organization" and f.within is None and f.start < position]
    named = [f for f in told if f.name.endswith(tuple(endings)) and f.name not in endings and not f.implied]
    ranked = Counter(f.name for f in named).most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(f for f in named if f.name == ranked[0][0])


def called(sheet: Sheet, found: Found, endings: tuple[str, ...]) -> str:
    """Its name, or the printed one of a division whose name of today has none of these endings."""
    form = sheet.text[found.start : found.end]
    printed = found.kind == "Division" and form.endswith(endings) and not found.name.endswith(endings)
    return form if printed else found.name


def _stands_for(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds that a word such as 该校 can stand for, and the endings or finer classes of their names."""
    if word in listed("anaphora", "anaphora", "here"):
        return ("Division",), ("",)
    tail = word.removeprefix("该")
    return ("Organization", "Division", "Place"), tuple(table("anaphora")["stands_for"].get(tail, [tail]))
