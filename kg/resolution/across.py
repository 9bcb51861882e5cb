"""Joins the bodies, places and projects of several pages: by name and home, and by long and short name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicon import listed, longest_first
from kg.lexicon.divisions import gazetteer
from kg.model import Kind
from kg.resolution.bodies import LOCAL, SHORTEST_TAIL, heads_of, of_league
from kg.resolution.companies import join_companies
from kg.resolution.congresses import names_meant
from kg.resolution.forms import is_common, normal
from kg.resolution.homes import Path, is_national, leading, meet, nested
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

LONGEST_TOWN = 9


@dataclass(frozen=True, slots=True)
class Local:
    """What one page says of one body, place or project; `home` is None for one that is known all over the country.

    `names` lead to the first mention of each.
    """

    number: int
    page: str
    names: Mapping[str, int]
    home: Path | None
    near: Path


def join_across_pages(material: Material, divisions: Mapping[int, Path], union: Union) -> dict[int, Path]:
    """Joins what is one; gives the homes of the sets of mentions, by one number of each."""
    towns = _towns(material, divisions, union)
    homes: dict[int, Path] = {}
    for kind in LOCAL:
        found = _locals(material, kind, towns, union)
        _join_homes(found, union)
        _join_tails(found, _page_heads(material), union)
        if kind == "Organization":
            join_companies([(each.number, tuple(each.names), each.near) for each in found], union)
        homes |= {each.number: each.home or () for each in found}
    return homes


def _towns(material: Material, divisions: Mapping[int, Path], union: Union) -> dict[str, dict[str, Path]]:
    """For each page, the paths of the towns and villages that it names."""
    towns: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for each in material.of_kind("Division"):
        if path := divisions.get(union.find(each.number)):
            towns[each.page.id][each.normal] = path
    return towns


def _locals(material: Material, kind: Kind, towns: Mapping[str, dict[str, Path]], union: Union) -> list[Local]:
    sets: defaultdict[int, list[Spoken]] = defaultdict(list)
    for each in material.of_kind(kind):
        sets[union.find(each.number)].append(each)
    found = []
    for number, mentions in sets.items():
        known = sorted({(each.normal, each.near) for each in mentions})
        near = meet(near for _, near in known)
        said = meet(_said(name, near, towns.get(mentions[0].page.id, {})) for name, near in known)
        national = not said and any(is_national(name) for name, _ in known)
        first = {each.normal: each.number for each in reversed(mentions)}
        names = {name: first[name] for name in names_meant(tuple(dict.fromkeys(name for name, _ in known)))}
        found.append(Local(number, mentions[0].page.id, names, None if national else said or near, near))
    return found


def _said(name: str, near: Path, towns: Mapping[str, Path]) -> Path:
    """The path of the divisions that a name opens with, down to the town."""
    end, path = leading(name, near)
    for size in range(2, min(LONGEST_TOWN, len(name) - end)):
        town = towns.get(name[end : end + size], ())
        if town and town[: len(path)] == path:
            return town
    return path


def _join_homes(found: list[Local], union: Union) -> None:
    """One name and one home, or homes of which one lies in the other; a name known all over the country needs none.

    A zone without a name (高新区) is one in each city, so that a page that tells of no region means one of its own.
    """
    by_name: defaultdict[str, list[Local]] = defaultdict(list)
    for each in found:
        for name in each.names:
            by_name[name].append(each)
    for name, namesakes in by_name.items():
        if is_national(name):
            union.join([each.names[name] for each in namesakes], "known")
            continue
        standing = nested(each.home for each in namesakes if each.home is not None)
        joined: defaultdict[Path | None, list[int]] = defaultdict(list)
        for each in namesakes:
            joined[None if each.home is None else standing[each.home]].append(each.names[name])
        for home, numbers in joined.items():
            if home or name not in listed("places", "zone"):
                union.join(numbers, "home" if home else "nowhere")


# ---- long and short names ------------------------------------------------------------------------------------------


def _page_heads(material: Material) -> dict[str, frozenset[str]]:
    on_page: defaultdict[str, list[Spoken]] = defaultdict(list)
    for each in material.of_kind("Organization", "Division", "Place"):
        on_page[each.page.id].append(each)
    return {page: heads_of(mentions) for page, mentions in on_page.items()}


def _join_tails(found: list[Local], heads: Mapping[str, frozenset[str]], union: Union) -> None:
    """某某实验室 is another page's 某大学某某实验室 if its own page names 某大学.

    So is 某某小学 the 某县某某小学 of another page if its own tells of 某县.
    """
    by_name: defaultdict[str, list[Local]] = defaultdict(list)
    for each in found:
        for name in each.names:
            by_name[name].append(each)
    longer: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in by_name:
        for start in range(2, len(name) - SHORTEST_TAIL + 1):
            tail = name[start:]
            if tail in by_name and not is_common(tail) and not of_league(name, tail):
                longer[tail].append((name[:start], name))
    for tail in longest_first(longer):
        for each in by_name[tail]:
            here = {*heads.get(each.page, ()), _home_name(each.home)}
            whole = {union.find(other.number) for head, name in longer[tail] if head in here for other in by_name[name]}
            if any(name != tail and name.endswith(tail) for name in each.names):
                whole.add(union.find(each.number))
            if len(whole) == 1:
                union.join([each.number, *whole], "tail_elsewhere")


def _home_name(home: Path | None) -> str:
    """The normal form of the division that a home is, or the county that it lies in."""
    codes = [code for code in home or () if code.isdigit()]
    return normal("Division", gazetteer().by_code(codes[-1]).name) if codes else ""
