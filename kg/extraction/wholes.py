"""Finds the body that another is part of, by the part's name: 某县委 of 某县委组织部, 某大学 of 某大学农学院."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extraction.departments import department_matcher, finer_class, national_matcher
from kg.extraction.endings import common_nouns, ending_matcher
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Found, Part, Sheet
from kg.lexicon import listed
from kg.lexicon.matcher import matcher_of

SHORTEST = 3


@lru_cache(maxsize=50_000)
def whole_of(name: str) -> str | None:
    """The name of the nearest body that a body's name says it belongs to, or None."""
    hit = matcher_of("organisations", "parts").before(name, len(name))
    if hit is None:
        return None
    # Part words of one character are parts of longer ones: 二处, 农学系.
    latest = hit[0] if len(hit[1]) > 1 else hit[0] - 1
    for end in range(latest, SHORTEST - 1, -1):
        if _opens_part(name, end) and is_body(name[:end]):
            return name[:end]
    return None


def _opens_part(name: str, end: int) -> bool:
    tail = name[end:]
    if name[:end] in listed("titles", "before_division"):
        return False
    return tail not in listed("organisations", "parts", "never") and not (
        tail.startswith(_not_first()) and not tail.startswith(listed("organisations", "parts", "first"))
    )


@cache
def _not_first() -> tuple[str, ...]:
    return listed("organisations", "parts", "not_first")


def is_body(name: str) -> bool:
    """True for a body's name that stands by itself: a known one, a division's department, or one with an ending."""
    if name in common_nouns():
        return False
    if (known := national_matcher().before(name, len(name))) and known[0] == 0:
        return True
    department = department_matcher().before(name, len(name))
    if department is not None and name[: department[0]].endswith(listed("organisations", "parts", "levels")):
        return department[0] > 1
    ending = ending_matcher().before(name, len(name))
    if (
        ending is None
        or ending[1].kind != "Organization"
        or name[ending[0] :] in listed("organisations", "parts", "no_whole")
    ):
        return False
    own = name[: ending[0]]
    if ending[1].family == "unit":
        return own.endswith(listed("organisations", "parts", "numerals"))
    return len(own) > 1


def whole_found(sheet: Sheet, part: Part, found: Found, name: str) -> Found:
    """The mention of a part's whole in the same article, else a new one at the part's own words."""
    for other in sheet.found:
        if other.kind == "Organization" and other.name == name and part.start <= other.start < part.end:
            return other
    tail = found.name.removeprefix(name)
    form = sheet.text[found.start : found.end]
    printed = form.endswith(tail) and len(form) > len(tail)
    end = found.end - len(tail) if printed else found.end
    candidate = Candidate(
        found.start, end, "Organization", found.candidate.weight, "whole-of-part", name, (finer_class(name),)
    )
    return sheet.add(candidate, name, within=found, implied=not printed)
