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

Names = dict[str, list[int]]
"""The mentions of each name."""


def join_bodies(material: Material, union: Union) -> None:
    """Joins what is one body, place or project."""
    on_page: defaultdict[str, list[Spoken]] = defaultdict(list)
    for each in material.of_kind(*LOCAL, "Division"):
        on_page[each.page.id].append(each)
    for mentions in on_page.values():
        _join_page(mentions, union)
    _join_pages(material, union)


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
    return any(head[:size] in heads or gazetteer().named(head[:size]) for size in range(2, len(head) - 1)) and any(
        (head[:size] in heads or gazetteer().named(head[:size])) and _opens(head[size:], heads)
        for size in range(2, len(head) - 1)
    )


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


def _join_pages(material: Material, union: Union) -> None:
    for kind in LOCAL:
        groups: defaultdict[int, list[Spoken]] = defaultdict(list)
        for each in material.of_kind(kind):
            groups[union.find(each.number)].append(each)
        by_name: defaultdict[str, dict[Path | None, list[int]]] = defaultdict(dict)
        placed: dict[str, str] = {}
        for root, mentions in groups.items():
            home = home_of(mentions)
            for name in sorted({each.normal for each in mentions}):
                by_name[name].setdefault(home, []).append(root)
                if home and (full := _placed(name, home)):
                    placed.setdefault(full, name)
        _join_homes(by_name, union)
        for full, name in sorted(placed.items()):
            _join_placed(by_name[name], by_name.get(full, {}), union)


def home_of(mentions: Iterable[Spoken]) -> Path | None:
    """Where a page's body is at home: where its names say, None for the whole country, else what the article tells of."""
    known = {(each.normal, each.near) for each in mentions}
    said = meet(leading(name, near)[1] for name, near in known)
    if said:
        return said
    if any(is_national(name) for name, _ in known):
        return None
    return meet(near for _, near in known)


def _join_homes(by_name: dict[str, dict[Path | None, list[int]]], union: Union) -> None:
    for homes in by_name.values():
        standing = nested(home for home in homes if home is not None)
        joined: defaultdict[Path | None, list[int]] = defaultdict(list)
        for home, roots in homes.items():
            joined[None if home is None else standing[home]] += roots
        for roots in joined.values():
            union.join(roots)


def _placed(name: str, home: Path) -> str | None:
    """The name with that of its home before it: 某某小学 at home in 某县 is 某县某某小学."""
    if leading(name, home)[0] or len(name) < SHORTEST_TAIL:
        return None
    division = gazetteer().by_code(home[-1]).name if home[-1].isdigit() else ""
    return normal("Organization", division + name) if division else None
