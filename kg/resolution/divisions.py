"""Joins the mentions of one division: by code, or by name and the division that it lies in."""

from __future__ import annotations

from collections import defaultdict

from kg.lexicon import table
from kg.resolution.homes import Path, nested, path_of
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

DEEPEST = 4


def join_divisions(material: Material, union: Union) -> dict[int, Path]:
    """Joins what is one division; gives for each division's set the path of the division itself."""
    stated, whole = _stated(material), _whole_names(material)
    by_name: defaultdict[str, list[tuple[Path, Spoken]]] = defaultdict(list)
    coded: defaultdict[str, list[int]] = defaultdict(list)
    for each in material.of_kind("Division"):
        if each.code is not None:
            coded[each.code].append(each.number)
        else:
            by_name[whole.get((each.page.id, each.normal), each.normal)].append((_parent(each, stated), each))
    paths = {}
    for code, numbers in coded.items():
        union.join(numbers, "code")
        paths[min(numbers)] = path_of(code)
    for name, parted in by_name.items():
        for parent, numbers in _joined(parted).items():
            union.join(numbers, "town")
            paths[min(numbers)] = (*parent, name)
    return paths


def _whole_names(material: Material) -> dict[tuple[str, str], str]:
    """For a page and a bare name of a town the whole one, where the page has one such: 某湾 is 某湾街道."""
    endings = table("towns")["endings"]
    on_page: defaultdict[str, set[str]] = defaultdict(set)
    for each in material.of_kind("Division"):
        if each.code is None:
            on_page[each.page.id].add(each.normal)
    bare = {
        (page, name): [name + ending for ending in endings["town"] if name + ending in names]
        for page, names in on_page.items()
        for name in names
        if not name.endswith(tuple(ending for level in endings.values() for ending in level))
    }
    return {key: whole[0] for key, whole in bare.items() if len(whole) == 1}


def _stated(material: Material) -> dict[int, Spoken]:
    """The division in which each mention is said to lie, where the article says it."""
    parents: dict[int, Spoken] = {}
    for told in material.told:
        for claim in told.extraction.claims:
            if claim.predicate == "partOf":
                child, parent = material.number(told, claim.subject), material.number(told, claim.object)
                if child is not None and parent is not None and child != parent:
                    parents.setdefault(child, material.spoken[parent])
    return parents


def _parent(each: Spoken, stated: dict[int, Spoken], depth: int = DEEPEST) -> Path:
    """The path of the division that this one is said to lie in, empty where nothing says it."""
    above = stated.get(each.number)
    if above is None or depth == 0:
        return ()
    if above.code is not None:
        return path_of(above.code)
    return (*(_parent(above, stated, depth - 1) or above.near), above.normal)


def _joined(parted: list[tuple[Path, Spoken]]) -> dict[Path, list[int]]:
    """The mentions of one name by home: the stated parent, the page's only stated one, or the article's region."""
    stated: defaultdict[str, set[Path]] = defaultdict(set)
    for parent, each in parted:
        if parent:
            stated[each.page.id].add(parent)
    only = {page: known.pop() for page, paths in stated.items() if len(known := set(nested(paths).values())) == 1}
    homes = [parent or only.get(each.page.id, each.near) for parent, each in parted]
    standing = nested(homes)
    found: defaultdict[Path, list[int]] = defaultdict(list)
    for home, (_, each) in zip(homes, parted, strict=True):
        found[standing[home]].append(each.number)
    return dict(found)
