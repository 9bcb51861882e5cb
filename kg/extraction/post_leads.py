"""Lets a body without its division belong to the division of the post before."""

from __future__ import annotations

from kg.extraction.body_names import attached, division_of, head_level, is_of_level, part_key, shorter_names
from kg.extraction.deixis import compose, full_name, government_of, level_word, opens_with_level, spoken
from kg.extraction.departments import zone_of
from kg.extraction.links import Link
from kg.extraction.openings import LEVELS, WIDE_LEVELS
from kg.extraction.sheet import Found, Sheet
from kg.lexicon import listed
from kg.lexicon.divisions import gazetteer


def follow(sheet: Sheet, link: Link, lead: Found) -> None:
    """Lets a bare body (州委, 组织部, the government of 州长) belong to the division of the post before."""
    assert link.body is not None
    division = division_of(lead)
    rule = link.body.candidate.rule
    form = sheet.text[link.body.start : link.body.end]
    if form in listed("anaphora", "of_towns") and link.body.name != form:
        return
    if rule == "bare-department":
        if form.endswith(listed("titles", "offices_of_governments")) and not _has_bureaus(division):
            return
        _rename(sheet, link.body, full_name(sheet, link.body.candidate, division) or link.body.name)
    elif rule == "department-of-level" and zone_of(lead.name) == "" and is_of_level(division, level_word(form)):
        _rename(sheet, link.body, compose(division, form[len(level_word(form)) :]))
    elif part_key(form) == form == link.body.name:
        _rename(sheet, link.body, attached(lead.name, form))
    elif part_key(form) == form and rule.startswith("ending") and division[-1:] in LEVELS:
        _rename(sheet, link.body, compose(division, form))
    elif rule == "implied-by-title" and link.title.family == "heads":
        level = head_level(link.title.core)
        if is_of_level(division, level) and not link.body.name.startswith(spoken(division)):
            _rename(sheet, link.body, government_of(sheet, division))


def _has_bureaus(owner: str) -> bool:
    """True for a division and a zone, which have bureaus; a school or society has none."""
    return owner.endswith((*LEVELS, *WIDE_LEVELS)) or bool(gazetteer().named(owner)) or zone_of(owner + "管委会") != ""


def share_division(sheet: Sheet, body: Found, lead: Found) -> None:
    """Lets what opens with a bare level (市扶贫办) belong to the division of that level that the post before is in."""
    form = sheet.text[body.start : body.end]
    level, division = level_word(form), division_of(lead)
    known = level and is_of_level(division, level) and gazetteer().named(division)
    if known and body.kind == "Organization" and opens_with_level(sheet, body.candidate):
        _rename(sheet, body, compose(division, form[len(level) :]))


def _rename(sheet: Sheet, body: Found, name: str) -> None:
    """Gives a body its name, which goes without the divisions above its own too: 某县政府 of 某市某县政府."""
    if name == body.name:
        return
    divisions = [c.name or sheet.text[c.start : c.end] for c in sheet.divisions]
    body.name, body.candidate = name, body.candidate._replace(aliases=shorter_names(divisions, name))
