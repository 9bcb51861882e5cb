"""Joins the mentions that a page has of one body, place or project: by name, and by long and short name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.lexicon import listed, longest_first, table
from kg.lexicon.divisions import gazetteer
from kg.model import Kind
from kg.resolution.contractions import join_contractions
from kg.resolution.forms import is_common, normal
from kg.resolution.homes import is_national, leading
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

LOCAL: tuple[Kind, ...] = ("Organization", "Place", "Project")
SHORTEST_TAIL = 3

Names = dict[str, list[int]]
"""The mentions of each name."""


def join_on_pages(material: Material, union: Union) -> None:
    """Joins what is one body, place or project on one page."""
    on_page: defaultdict[str, list[Spoken]] = defaultdict(list)
    for each in material.of_kind(*LOCAL, "Division"):
        on_page[each.page.id].append(each)
    for mentions in on_page.values():
        _join_page(mentions, union)


def _join_page(mentions: list[Spoken], union: Union) -> None:
    heads = heads_of(mentions)
    everything: Names = {}
    for kind in LOCAL:
        names = _names(each for each in mentions if each.kind == kind)
        for numbers in names.values():
            union.join(numbers)
        for each in mentions:
            if each.kind == kind:
                for alias in each.mention.aliases:
                    union.join([each.number, *names.get(normal(kind, alias), ())], "alias")
        _join_tails(names, heads, union)
        _join_short_divisions(names, mentions, union)
        _join_short_forms(names, mentions, union)
        if kind == "Organization":
            join_contractions(names, {each.normal: each.near for each in mentions}, union)
        else:
            everything |= names
    _join_projects(everything, union)


def _names(mentions: Iterable[Spoken]) -> Names:
    names: defaultdict[str, list[int]] = defaultdict(list)
    for each in mentions:
        names[each.normal].append(each.number)
    return dict(names)


def heads_of(mentions: Iterable[Spoken]) -> frozenset[str]:
    """What a longer name may open with: the page's divisions, as printed too, and its bodies and places."""
    heads = set()
    for each in mentions:
        heads.add(each.normal)
        if each.kind == "Division" and not each.mention.implied:
            heads.add(normal("Division", each.mention.text))
    return frozenset(heads)


def _join_tails(names: Names, heads: frozenset[str], union: Union) -> None:
    """某某实验室 is 某大学某某实验室 where the page has one such name only; longer tails first, so that they chain."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for start in range(2, len(name) - SHORTEST_TAIL + 1):
            if name[start:] in names and not of_league(name, name[start:]) and opens(name[:start], heads):
                longer[name[start:]].append(name)
    for tail in longest_first(longer):
        whole = {union.find(names[name][0]) for name in longer[tail]}
        if len(whole) == 1 and not is_common(tail):
            union.join([*whole, *names[tail]], "tail")


def of_league(name: str, other: str) -> bool:
    """True for the committee of a party or of the league beside a division's: 民建某州委, 共青团某县委."""
    return name.endswith(other) and name.removesuffix(other) in listed("titles", "before_division")


def opens(head: str, heads: frozenset[str]) -> bool:
    """True for the name of a known division or body, or several of them in a row."""
    if head in heads or gazetteer().named(head):
        return True
    parts = ((head[:size], head[size:]) for size in range(2, len(head) - 1))
    return any((first in heads or gazetteer().named(first)) and opens(rest, heads) for first, rest in parts)


def _join_short_divisions(names: Names, mentions: Iterable[Spoken], union: Union) -> None:
    """某某技师学院 is 某某市技师学院 where the page has both."""
    divisions = {each.normal for each in mentions if each.kind == "Division" and each.code}
    for division in sorted(divisions):
        for short in sorted(_short_names(division)):
            for name in [name for name in names if name.startswith(division)]:
                other = short + name.removeprefix(division)
                if other in names and (len(name) > len(division) + 1 or short[-1] == division[-1]):
                    union.join([*names[name], *names[other]], "short_division")


def _short_names(division: str) -> set[str]:
    """What else a division is called today: 某某 of 某某市, and of a banner of a long name its first word with 旗."""
    known = gazetteer().named(division)
    found = {one.short for one in known}
    forms = {form for one in known for form in one.alternatives if len(form) < len(division)}
    found |= {form for form in forms if form[-1] == division[-1] and form[0] == division[0]}
    return found - {division}


def _join_short_forms(names: Names, mentions: Iterable[Spoken], union: Union) -> None:
    """某某边防支队 is 某省公安边防总队驻某某边防支队 where the page has one such name only."""
    near = {each.normal: each.near for each in mentions}
    by_ending: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        ending = next((one for one in _short_endings() if name.endswith(one)), "")
        if ending and not is_common(name) and not is_national(name):
            by_ending[ending].append(name)
    for ending, rows in by_ending.items():
        for name in rows:
            if len(name) - len(ending) - leading(name, near[name])[0] > 1:
                # 某省人大常委会 is no short form of its committee, 某省人大常委会民族委员会.
                others = [row for row in rows if not row.startswith(name) and not of_league(row, name)]
                own = name.removesuffix(ending)
                longer = [row for row in others if _is_cut(own, _zones_in_full(row.removesuffix(ending)))]
                meant = {union.find(names[row][0]) for row in longer}
                if len(meant) == 1:
                    union.join([*meant, *names[name]], "short_form")


def _zones_in_full(name: str) -> str:
    """A name in normal form with its zone's long form: any zone may be called 开发区."""
    for zone in listed("anaphora", "bare_zones"):
        name = name.replace(zone, table("abbreviations")["compared"][zone][-1])
    return name


def _is_cut(short: str, whole: str) -> bool:
    """True if `short` is what is left of a longer name without some words that do not tell bodies apart."""
    telling = table("abbreviations")["short_forms"]["telling"]
    at = 0
    for char in short:
        found = whole.find(char, at)
        if found < 0 or (at and set(whole[at:found]) & set(telling)):
            return False
        at = found + 1
    return len(short) < len(whole) and not set(whole[at:]) & set(telling)


@cache
def _short_endings() -> tuple[str, ...]:
    return longest_first(listed("abbreviations", "short_forms", "endings"))


def _join_projects(names: Names, union: Union) -> None:
    """某某大桥 is 某某大桥项目 where the page has both as a place or a project."""
    for tail in table("abbreviations")["projects"]["tails"]:
        for name in names:
            if name.endswith(tail) and (base := name.removesuffix(tail)) in names and not is_common(base):
                union.join([*names[name], *names[base]], "project")
