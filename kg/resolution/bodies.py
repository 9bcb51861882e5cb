"""Joins the mentions of one body, place or project: on a page by long and short name, across pages by name and home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.lexicon import table
from kg.lexicon.divisions import gazetteer
from kg.model import Kind
from kg.resolution.forms import is_common, normal
from kg.resolution.homes import Path, is_national, leading, meet, nested
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

LOCAL: tuple[Kind, ...] = ("Organization", "Place", "Project")
SHORTEST_TAIL = 3

LONGEST_TOWN = 9

Names = dict[str, list[int]]
"""The mentions of each name."""

Towns = dict[str, dict[str, Path]]
"""For each page, the paths of the towns and villages that it names."""


def join_bodies(material: Material, divisions: dict[int, Path], union: Union) -> dict[int, Path]:
    """Joins what is one body, place or project; gives the homes of the sets of mentions, by one number of each."""
    on_page: defaultdict[str, list[Spoken]] = defaultdict(list)
    for each in material.of_kind(*LOCAL, "Division"):
        on_page[each.page.id].append(each)
    for mentions in on_page.values():
        _join_page(mentions, union)
    return _join_pages(material, _towns(material, divisions, union), union)


def _towns(material: Material, divisions: dict[int, Path], union: Union) -> Towns:
    towns: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for each in material.of_kind("Division"):
        if each.mention.adcode is None:
            towns[each.page.id][each.normal] = divisions[union.find(each.number)]
    return towns


# ---- on one page ---------------------------------------------------------------------------------------------------


def _join_page(mentions: list[Spoken], union: Union) -> None:
    heads = _heads(mentions)
    everything: Names = {}
    for kind in LOCAL:
        names = _names(each for each in mentions if each.kind == kind)
        for numbers in names.values():
            union.join(numbers)
        for each in mentions:
            if each.kind == kind:
                for alias in each.mention.aliases:
                    union.join([each.number, *names.get(normal(kind, alias), ())])
        _join_tails(names, heads, union)
        _join_short_divisions(names, mentions, union)
        if kind != "Organization":
            everything |= names
    _join_projects(everything, union)


def _names(mentions: Iterable[Spoken]) -> Names:
    names: defaultdict[str, list[int]] = defaultdict(list)
    for each in mentions:
        names[each.normal].append(each.number)
    return dict(names)


def _heads(mentions: Iterable[Spoken]) -> frozenset[str]:
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
            if name[start:] in names and _opens(name[:start], heads):
                longer[name[start:]].append(name)
    for tail in sorted(longer, key=lambda name: (-len(name), name)):
        whole = {union.find(names[name][0]) for name in longer[tail]}
        if len(whole) == 1 and not is_common(tail):
            union.join([*whole, *names[tail]])


def _opens(head: str, heads: frozenset[str]) -> bool:
    """True for the name of a known division or body, or several of them in a row."""
    if head in heads or gazetteer().named(head):
        return True
    parts = ((head[:size], head[size:]) for size in range(2, len(head) - 1))
    return any((first in heads or gazetteer().named(first)) and _opens(rest, heads) for first, rest in parts)


def _join_short_divisions(names: Names, mentions: Iterable[Spoken], union: Union) -> None:
    """某某技师学院 is 某某市技师学院 where the page has both."""
    divisions = {each.normal for each in mentions if each.kind == "Division" and each.mention.adcode}
    for division in sorted(divisions):
        for short in sorted({one.short for one in gazetteer().named(division)} - {division}):
            for name in [name for name in names if name.startswith(division)]:
                other = short + name.removeprefix(division)
                if other in names and len(name) > len(division) + 1:
                    union.join([*names[name], *names[other]])


def _join_projects(names: Names, union: Union) -> None:
    """某某大桥 is 某某大桥项目 where the page has both as a place or a project."""
    for tail in table("abbreviations")["projects"]["tails"]:
        for name in names:
            if name.endswith(tail) and (base := name.removesuffix(tail)) in names and not is_common(base):
                union.join([*names[name], *names[base]])


# ---- across pages --------------------------------------------------------------------------------------------------


def _join_pages(material: Material, towns: Towns, union: Union) -> dict[int, Path]:
    """Joins what has one name and one home."""
    homes: dict[int, Path] = {}
    for kind in LOCAL:
        groups: defaultdict[int, list[Spoken]] = defaultdict(list)
        for each in material.of_kind(kind):
            groups[union.find(each.number)].append(each)
        by_name: defaultdict[str, defaultdict[Path | None, list[int]]] = defaultdict(lambda: defaultdict(list))
        for root, mentions in groups.items():
            home = _home(mentions, towns)
            homes[root] = home or ()
            for name in {each.normal: None for each in mentions}:
                by_name[name][home].append(root)
        for name, homed in by_name.items():
            _join_homed(homed, union)
            for home, roots in homed.items():
                if full := _placed(name, home):
                    union.join([*roots, *by_name.get(full, {}).get(home, ())])
    return homes


def _home(mentions: list[Spoken], towns: Towns) -> Path | None:
    """Where a page's body is at home: where its names say, None for the whole country, else what its articles tell of."""
    known = {(each.normal, each.near) for each in mentions}
    here = towns.get(mentions[0].page.id, {})
    said = meet(_said(name, near, here) for name, near in known)
    if not said and any(is_national(name) for name, _ in known):
        return None
    return said or meet(near for _, near in known)


def _said(name: str, near: Path, towns: dict[str, Path]) -> Path:
    """The path of the divisions that a name opens with, down to the town."""
    end, path = leading(name, near)
    for size in range(2, min(LONGEST_TOWN, len(name) - end)):
        town = towns.get(name[end : end + size], ())
        if town and town[: len(path)] == path:
            return town
    return path


def _join_homed(homed: dict[Path | None, list[int]], union: Union) -> None:
    standing = nested(home for home in homed if home is not None)
    joined: defaultdict[Path | None, list[int]] = defaultdict(list)
    for home, roots in homed.items():
        joined[None if home is None else standing[home]] += roots
    for roots in joined.values():
        union.join(roots)


def _placed(name: str, home: Path | None) -> str | None:
    """The name with that of its home before it: 某某小学 at home in 某县 is 某县某某小学 on another page."""
    codes = [code for code in home or () if code.isdigit()]
    if not codes or leading(name, tuple(codes))[0] or len(name) < SHORTEST_TAIL or is_common(name):
        return None
    return normal("Organization", gazetteer().by_code(codes[-1]).name + name)
