"""Which mentions are one thing: the joins of all kinds, run one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Kind
from kg.resolution.across import join_across_pages
from kg.resolution.bodies import join_on_pages
from kg.resolution.constraints import Constraints
from kg.resolution.divisions import join_divisions
from kg.resolution.homes import Path, meet
from kg.resolution.material import Material, Spoken, heaviest
from kg.resolution.people import join_people
from kg.resolution.things import join_things
from kg.resolution.union import Union


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one thing, in the order of the build, and where it is at home."""

    kind: Kind
    mentions: tuple[Spoken, ...]
    home: Path


def group(material: Material, constraints: Constraints) -> list[Group]:
    """All things of the build, by first mention; what people said to be one is joined before persons are."""
    union = Union(len(material.spoken))
    divisions = join_divisions(material, union)
    join_on_pages(material, union)
    bodies = join_across_pages(material, divisions, union)
    join_things(material, union)
    for pair in constraints.same:
        union.join(pair)
    homes = {number: meet(paths) for number, paths in _by_set(union, divisions, bodies).items()}
    homes |= {number: meet(paths) for number, paths in join_people(material, homes, union).items()}
    sets: defaultdict[int, list[Spoken]] = defaultdict(list)
    for each in material.spoken:
        sets[union.find(each.number)].append(each)
    return [Group(_kind(mentions), tuple(mentions), homes.get(number, ())) for number, mentions in sets.items()]


def _by_set(union: Union, *known: Mapping[int, Path]) -> dict[int, list[Path]]:
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for homes in known:
        for number, path in homes.items():
            found[union.find(number)].append(path)
    return dict(found)


def _kind(mentions: list[Spoken]) -> Kind:
    """A place that is its project too is what more evidence says."""
    weights: defaultdict[Kind, float] = defaultdict(float)
    for each in mentions:
        weights[each.kind] += each.mention.confidence
    return heaviest(weights)
