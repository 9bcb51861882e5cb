"""What the names of bodies say: which titles a body can have, what a part of it is called, which division it is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.extraction.deixis import compose
from kg.extraction.departments import finer_class, zone_of
from kg.extraction.endings import is_family_hall
from kg.extraction.local_levels import LOCAL_LEVELS
from kg.extraction.openings import LEVELS, WIDE_LEVELS
from kg.extraction.sheet import Found
from kg.lexicon import listed, longest_first, table, words
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import Matcher, ending, opening
from kg.lexicon.parts import part_owners

# A region of this kind is no 区 of a city.
AUTONOMOUS = "自治区"
# What can have a post that any society has.
SOCIETY = "同乡会"
# An office of the centre in Hong Kong or Macao, which has departments of its own.
LIAISON = "联办"
# Before the branch that somebody led long ago: 老支部书记.
OLD = "老"


def kinds_of(core: str) -> tuple[str, ...]:
    """The endings and finer classes of bodies that can have this post; empty where every body can."""
    hit = _kind_matcher().before(core, len(core))
    return _kinds()[hit[1]] if hit else ()


def kind_word(core: str) -> str:
    """The word of a post by which bodies can have it or not: 会长 of 永远名誉会长; '' where every body can."""
    hit = _kind_matcher().before(core, len(core))
    return hit[1] if hit else ""


@cache
def _kind_matcher() -> Matcher[str]:
    return Matcher({word: word for word in _kinds()})


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """By the word of a post, what can have it."""
    kinds = {word: tuple(bodies) for word, bodies in table("titles")["of_a_kind"].items()}
    return kinds | dict.fromkeys(listed("titles", "of_a_society"), (*kinds["会长"], "董事会"))


def fits(body: Found, kinds: tuple[str, ...]) -> bool:
    """True if the body's name has one of these endings, or the body one of these finer classes."""
    if body.name.endswith(kinds):
        return True
    classes = body.candidate.classes or ((finer_class(body.name),) if body.kind == "Organization" else ())
    if not set(kinds).isdisjoint(classes):
        return True
    return body.kind == "Organization" and SOCIETY in kinds and is_family_hall(body.name)


def fits_owner(lead: Found, kinds: tuple[str, ...]) -> bool:
    """True if the body, what it is a part of, or its division can have a part of these kinds."""
    owner = lead.name.removesuffix(owned_tail(lead.name))
    return fits(lead, kinds) or owner.endswith(kinds) or division_of(lead).endswith(kinds)


@cache
def _parts() -> Matcher[str]:
    return Matcher({word: word for word in part_owners()} | {word: word for word in words("departments")})


def part_key(form: str) -> str:
    """The longest word for a part of a body, or for a department, that the form ends in; ''."""
    hit = _parts().before(form, len(form))
    return hit[1] if hit and not (len(hit[1]) == 1 and form.endswith(listed("titles", "no_parts"))) else ""


def opening_department(form: str) -> str:
    """The department without its division that a part's name opens with: 教育局 of 教育局办公室, 政府 of 政府党组."""
    hit = _departments().at(form, 0)
    if hit is not None and hit[1] in listed("titles", "before_division"):
        return ""
    key = part_key(form[hit[0] :]) if hit else ""
    of_its_own = hit is not None and (key in listed("titles", "owned_by_body") or len(hit[1]) > 2)
    return hit[1] if hit and of_its_own and key else ""


def attached(owner: str, part: str) -> str:
    """Owner and part as one name: 某县政府 and 公安局 are 某县公安局, 某县委 and 统战部 are 某县委统战部."""
    if part.startswith(owner):
        return part
    division = division_name(owner)
    part = part[1:] if part.startswith(OLD) and part_key(part[1:]) == part[1:] else part
    part = str(table("anaphora")["in_full"].get(part, part))
    if part[0] in LEVELS and division.endswith(part[0]) and _departments().at(part, 1) is not None:
        return compose(division, part[1:])
    whole = owner.removesuffix(owned_tail(owner))
    if part in listed("titles", "own_organs", "organs") and whole.endswith(listed("titles", "own_organs", "owners")):
        return whole + part
    if part in listed("anaphora", "party_departments") and (zone := zone_of(owner)):
        return zone + part
    if part in listed("anaphora", "party_departments"):
        return owner + part if owner.endswith(LIAISON) else compose(division, "委" + part)
    if part_key(part) in part_owners():
        if owner.endswith(listed("titles", "whole_owners")) or part in chamber_parts():
            return owner + part
        if division.endswith((*LOCAL_LEVELS, *listed("anaphora", "bare_zones"))) or part_key(part) == "管委会":
            return joined(division, part)
        return whole + part
    return compose(division, part)


def _without_party(name: str) -> str:
    """The division of a league's or party's committee: 某市 of 共青团某市委."""
    return name.removeprefix(opening(name, listed("titles", "before_division")))


def joined(name: str, part: str) -> str:
    """A level that both print is printed once: 某村 and 村委会 are 某村委会; 某学校 and 校董会 keep both."""
    if part in listed("titles", "school_societies"):
        return name + part
    return name + (part[1:] if part[0] == name[-1] else part)


def owned_tail(name: str) -> str:
    """What of a name only says which part of a body it is: 党委; nothing of 总工会, which is no trade union's part."""
    tail = ending(name, longest_first(listed("titles", "owned_by_body")))
    hit = _departments().before(name, len(name))
    return "" if hit is not None and len(hit[1]) > len(tail) else tail


@cache
def chamber_parts() -> frozenset[str]:
    """The special and working committees of a congress or a consultative conference, by their own names."""
    chambers = {"人大常委会", "政协"}
    return frozenset(part for part, owners in part_owners().items() if chambers & set(owners))


def is_of_level(division: str, level: str) -> bool:
    """True if a bare level can mean the division; the 区 of 区委 and 副区长 is never an 自治区."""
    if (is_zone(division) and level) or (level == "区" and division.endswith(LOCAL_LEVELS)):
        return False
    return division.endswith(level) and not (division.endswith(AUTONOMOUS) and 0 < len(level) < len(AUTONOMOUS))


def is_zone(name: str) -> bool:
    """True for the name of a zone, which has a committee and no government: 某某开发区, but not 某某新区 of a map."""
    return name.endswith(part_owners()["管委会"]) and not gazetteer().named(name)


def head_level(core: str) -> str:
    """The level of a head's division: 县 of 副县长 and of 县长助理."""
    return next((level for level in longest_first(listed("titles", "head_levels")) if level in core), "")


@cache
def _departments() -> Matcher[str]:
    return Matcher({word: word for word in words("departments")})


def division_of(body: Found) -> str:
    return division_name(body.name)


def division_name(name: str) -> str:
    """What a department's name opens with: 某区 of 某区政协, 某县 of 某县县委 and of 某县政府党组."""
    hit = _departments().before(name, len(name))
    if hit is None or hit[0] < 2:
        return name
    owner = _departments().before(name, hit[0]) if hit[1] in listed("titles", "owned_by_body") else None
    if owner is not None and owner[0] > 1 and name[owner[0] - 1] in LEVELS:
        hit = owner
    level = opening(hit[1], (*WIDE_LEVELS, "村"))
    rest = _without_party(name[: hit[0]] + level)
    if len(rest) > 3 and rest.endswith("委") and rest[-2] in LEVELS:
        rest = rest[:-1]
    return rest[:-1] if len(rest) == 3 and rest[-1] == rest[-2] else rest


def shorter_names(divisions: Sequence[str], name: str) -> tuple[str, ...]:
    """The name without the divisions above its own, of those named: 某县工商联 of 某省某县工商联."""
    above = next((each for each in divisions if len(each) > 1 and name.startswith(each)), "")
    if not above or not any(name.startswith(each, len(above)) for each in divisions):
        return ()
    shorter = name.removeprefix(above)
    return (shorter, *shorter_names(divisions, shorter))


def contractions(forms: Iterable[str]) -> dict[str, str]:
    """By the full name of a division the contraction that is among the printed forms: 某左中旗 of 某某左翼中旗."""
    found = {one.name: form for form in forms for one in gazetteer().named(form) if form not in (one.name, one.short)}
    return {name: form for name, form in found.items() if form[-1] == name[-1] and form[0] == name[0]}


def as_called(name: str, called: Mapping[str, str]) -> tuple[str, ...]:
    """A body's name with the contraction of its division's, if its division has one on the page."""
    return tuple(form + name.removeprefix(full) for full, form in called.items() if name.startswith(full))
