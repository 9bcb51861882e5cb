"""Which mentions are one thing: the joins of all kinds, run one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Kind
from kg.resolution.across import join_across_pages
from kg.resolution.bodies import join_on_pages
from kg.resolution.congresses import join_congresses
from kg.resolution.constraints import Constraints, spread
from kg.resolution.divisions import join_divisions
from kg.resolution.homes import Path, meet
from kg.resolution.material import Material, Spoken, heaviest
from kg.resolution.merges import Merge, by_rule
from kg.resolution.misprints import join_misprints
from kg.resolution.people import People, join_people
from kg.resolution.things import join_things
from kg.resolution.union import Union


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one thing, in the order of the build, and where it is at home."""

    kind: Kind
    mentions: tuple[Spoken, ...]
    home: Path


@dataclass(frozen=True, slots=True)
class Grouping:
    """All things of a build by first mention, how its persons were told apart, and why other things were joined."""

    groups: list[Group]
    people: People
    merges: list[Merge]


def group(material: Material, constraints: Constraints) -> Grouping:
    """Which mentions are one thing."""
    union = Union(len(material.spoken))
    divisions = join_divisions(material, union)
    join_on_pages(material, union)
    join_congresses(material, union)
    bodies = join_across_pages(material, divisions, union)
    join_things(material, union)
    misprints = join_misprints(material, _homes(union, divisions, bodies), union)
    persons = {each.number for each in material.of_kind("Person")}
    decided = Constraints(constraints.same, tuple(spread(constraints.apart, material)))
    union.constrain(*([pair for pair in pairs if not persons & {*pair}] for pairs in (decided.same, decided.apart)))
    homes = _homes(union, divisions, bodies)
    people = join_people(material, homes, decided, union)
    found: defaultdict[int, set[Path]] = defaultdict(set)
    for mentions, paths in zip(people.mentions, people.homes, strict=True):
        found[union.find(mentions[0].number)] |= paths
    homes |= {number: meet(paths) for number, paths in found.items()}
    sets: defaultdict[int, list[Spoken]] = defaultdict(list)
    for each in material.spoken:
        sets[union.find(each.number)].append(each)
    groups = [Group(_kind(mentions), tuple(mentions), homes.get(number, ())) for number, mentions in sets.items()]
    return Grouping(groups, people, [*by_rule(material, union), *misprints])


def _homes(union: Union, *known: Mapping[int, Path]) -> dict[int, Path]:
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for homes in known:
        for number, path in homes.items():
            found[union.find(number)].append(path)
    return {number: meet(paths) for number, paths in found.items()}


def _kind(mentions: list[Spoken]) -> Kind:
    """A place that is its project too is what more evidence says."""
    weights: defaultdict[Kind, float] = defaultdict(float)
    for each in mentions:
        weights[each.kind] += each.mention.confidence
    return heaviest(weights)
