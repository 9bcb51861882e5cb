"""Gives each post the body that it is held at: what its title implies, what the post before leads to, what is near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.extraction.deixis import LOCAL_LEVELS, division_at_level, full_name, level_word
from kg.extraction.departments import finer_class
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Found, Sheet
from kg.extraction.titles import Title, descriptive
from kg.lexicon import listed, longest_first, table, words
from kg.lexicon.divisions import gazetteer


@dataclass(slots=True)
class Link:
    """One post of a chain; `body` is None until the post before tells."""

    title: Title
    name: str
    body: Found | None


def implied_body(sheet: Sheet, title: Title, kind: str, name: str) -> Found:
    """The body that a title implies, at the title's words."""
    for found in sheet.found:
        if found.implied and found.start == title.start and found.name == name:
            return found
    candidate = Candidate(
        title.start,
        title.end,
        kind,
        1.0,
        "implied-by-title",
        name,
        (finer_class(name),) if kind == "Organization" else (),
    )
    return sheet.add(candidate, name, implied=True)


def settle(sheet: Sheet, chain: list[Link], lead: Found | None) -> None:
    """Gives each post of the chain its body: its own, or what the post before it leads to."""
    for link in chain:
        if link.body is None and lead is not None and not link.title.core.endswith(descriptive()):
            link.body = _led(sheet, link, lead)
        elif link.body is not None and lead is not None:
            _follow(sheet, link, lead)
        lead = link.body or lead


def _led(sheet: Sheet, link: Link, lead: Found) -> Found:
    """What the post before leads to: the same body, its owner, or its division's government."""
    division = _division_of(lead)
    if link.title.family == "heads" and division != lead.name:
        return implied_body(sheet, link.title, "Organization", division + "政府")
    return lead if link.name.endswith("书记") else _owner_of(sheet, lead, link.title)


def _follow(sheet: Sheet, link: Link, lead: Found) -> None:
    """Lets a bare body (州委, 组织部, the government of 州长) belong to the division of the post before."""
    assert link.body is not None
    division = _division_of(lead)
    rule = link.body.candidate.rule
    form = sheet.text[link.body.start : link.body.end]
    if rule == "bare-department":
        link.body.name = full_name(sheet, link.body.candidate, division) or link.body.name
    elif rule == "department-of-level" and division.endswith(level_word(form)):
        link.body.name = division + form[len(level_word(form)) :]
    elif rule == "implied-by-title" and link.title.family == "heads":
        level = link.title.core.removesuffix("长")[-1:]
        if division.endswith(level) and not link.body.name.startswith(division):
            link.body.name = division + "政府"


def _owner_of(sheet: Sheet, body: Found, title: Title) -> Found:
    """The body itself, of which a party committee is a part: 公司党委书记、董事长."""
    tail = next((t for t in listed("titles", "owned_by_body") if body.name.endswith(t)), None)
    if tail is None or len(body.name) < len(tail) + 4:
        return body
    owner = body.name.removesuffix(tail)
    if gazetteer().named(owner) or owner.endswith(LOCAL_LEVELS):
        return body
    return next((f for f in sheet.found if f.name == owner and f.start <= body.start), None) or implied_body(
        sheet, title, "Organization", owner
    )


def of_a_kind(sheet: Sheet, title: Title) -> Found | None:
    """For a title that stands alone, the nearest body of its article that can have such a head: 院长, 行长."""
    if title.core.endswith(listed("titles", "village_posts")):
        name = division_at_level(sheet, title.start, "村")
        return implied_body(sheet, title, "Division", name) if name else None
    kinds = table("titles")["of_a_kind"]
    endings = next((tuple(kinds[word]) for word in longest_first(kinds) if title.core.endswith(word)), None)
    if endings is None:
        return None
    part = sheet.part_at(title.start)
    rows = [
        f
        for f in sheet.found
        if f.kind == "Organization" and part.start <= f.start < part.end and f.name.endswith(endings) and not f.implied
    ]
    before = [f for f in rows if f.end <= title.start]
    return max(before, key=lambda f: f.start) if before else min(rows, key=lambda f: f.start, default=None)


@cache
def _departments() -> tuple[str, ...]:
    return longest_first(words("departments"))


def _division_of(body: Found) -> str:
    """What a department's name opens with: 某区 of 某区政协."""
    for tail in _departments():
        if body.name.endswith(tail) and len(body.name) > len(tail) + 1 and tail[0] not in "村社":
            return body.name.removesuffix(tail)
    return body.name
