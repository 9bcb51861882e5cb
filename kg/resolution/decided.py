"""Decisions replayed on the mentions of a build: what is one, what is not, what it is called, of what kind it is.

Every decision is read against the mentions as the pages give them, so that the order of decisions does not matter.
Kinds are set first, then names: later references may use either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.decisions.records import Apart, Decision, KindOf, Named, Same
from kg.model import Extraction, Kind
from kg.resolution.constraints import Constraints
from kg.resolution.entities import Names
from kg.resolution.facts import BODIES
from kg.resolution.forms import normal
from kg.resolution.homes import code_of
from kg.resolution.material import Material, Spoken, Told
from kg.resolution.meaning import Figure, Index, figure
from kg.resolution.union import Union

Meant = dict[Decision, tuple[int, ...]]
"""The mentions that each decision is about: none where it cannot be carried out."""


def latest_first(decisions: Iterable[Decision]) -> list[Decision]:
    """Of two decisions that disagree, the later one counts; of one day's, the first in the order of their words."""
    return sorted(decisions, key=lambda each: (-each.date.toordinal(), repr(each.content), each.author, each.reason))


# ---- kinds ---------------------------------------------------------------------------------------------------------


def with_kinds(decisions: Iterable[Decision], index: Index, material: Material, meant: Meant) -> Material:
    """The material with the kinds that people gave."""
    kinds: dict[int, Kind] = {}
    for each in latest_first(decisions):
        if isinstance(each.content, KindOf):
            meant[each] = index.numbers(each.content.thing)
            for number in meant[each]:
                kinds.setdefault(number, each.content.kind)
    if not kinds:
        return material
    spoken = tuple(_of_kind(each, kinds[each.number]) if each.number in kinds else each for each in material.spoken)
    retyped = replace(material, spoken=spoken)
    return replace(retyped, told=tuple(_agreeing(told, retyped) for told in retyped.told))


def _of_kind(each: Spoken, kind: Kind) -> Spoken:
    mention = each.mention
    code = code_of(mention.adcode, mention.name, each.near) if kind == "Division" else None
    return replace(each, kind=kind, normal=normal(kind, mention.name), code=code)


def _agreeing(told: Told, material: Material) -> Told:
    """The article without posts and authors that are no persons, and posts at what is no body."""

    def kind(id: str | None) -> Kind | None:
        number = material.number(told, id)
        return None if number is None else material.spoken[number].kind

    extraction: Extraction = told.extraction
    posts = tuple(
        post if kind(post.body) in (None, *BODIES) else replace(post, body=None)
        for post in extraction.posts
        if kind(post.person) == "Person"
    )
    authors = tuple(id for id in extraction.authors if kind(id) == "Person")
    return replace(told, extraction=replace(extraction, posts=posts, authors=authors))


# ---- names ---------------------------------------------------------------------------------------------------------


def names(decisions: Iterable[Decision], material: Material, meant: Meant) -> Names:
    """The names that people gave to mentions."""
    index = Index(material)
    found: dict[int, tuple[int, str]] = {}
    for rank, each in enumerate(latest_first(decisions)):
        if isinstance(each.content, Named):
            meant[each] = index.numbers(each.content.thing)
            for number in meant[each]:
                found.setdefault(number, (rank, each.content.name))
    return found


# ---- identity ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Identity:
    """What people decided of identity, and which of it cannot stand."""

    constraints: Constraints
    warnings: tuple[str, ...]


def constraints(decisions: Sequence[Decision], material: Material) -> Constraints:
    """What people decided of identity; no pair that is apart is joined by pairs that are the same."""
    return identity(decisions, Index(material), material, {}).constraints


def identity(decisions: Sequence[Decision], index: Index, material: Material, meant: Meant) -> Identity:
    """The same with warnings; where several decisions contradict each other, what keeps apart stands."""
    same: dict[Decision, set[tuple[int, int]]] = {}
    apart: dict[Decision, set[tuple[int, int]]] = {}
    for each in decisions:
        match each.content:
            case Same(a, b):
                same[each] = set(_joined(index.numbers(a), index.numbers(b), material))
                meant[each] = _mentions(same[each])
            case Apart(a, b):
                apart[each] = set(_parted(index.numbers(a), index.numbers(b), material))
                meant[each] = _mentions(apart[each])
    union = Union(len(material.spoken))
    for pair in sorted(pair for pairs in same.values() for pair in pairs):
        union.join(pair)
    broken = {union.find(a) for pairs in apart.values() for a, b in pairs if union.find(a) == union.find(b)}
    kept = {pair for pairs in same.values() for pair in pairs if union.find(pair[0]) not in broken}
    parted = {pair for pairs in apart.values() for pair in pairs}
    return Identity(
        Constraints(tuple(sorted(kept)), tuple(sorted(parted))),
        tuple(_contradictions(same, apart, broken, union)),
    )


def _joined(a: Sequence[int], b: Sequence[int], material: Material) -> Iterator[tuple[int, int]]:
    """One mention with all others: persons with persons, other things with other things."""
    for persons in (True, False):
        sides = [[n for n in side if (material.spoken[n].kind == "Person") is persons] for side in (a, b)]
        if all(sides):
            first, *others = sorted({*sides[0], *sides[1]})
            yield from ((first, other) for other in others)


def _parted(a: Sequence[int], b: Sequence[int], material: Material) -> Iterator[tuple[int, int]]:
    """Each with each, once for all mentions of one name in one article; what both sides mean is left out."""
    common = set(a) & set(b)
    sides: list[dict[Figure, int]] = []
    for side in (a, b):
        first: dict[Figure, int] = {}
        for number in side:
            if number not in common:
                first.setdefault(figure(material.spoken[number]), number)
        sides.append(first)
    for (one, x), (other, y) in product(sides[0].items(), sides[1].items()):
        if one != other:
            yield min(x, y), max(x, y)


def _mentions(pairs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(sorted({number for pair in pairs for number in pair}))


def _contradictions(
    same: Mapping[Decision, set[tuple[int, int]]],
    apart: Mapping[Decision, set[tuple[int, int]]],
    broken: set[int],
    union: Union,
) -> Iterator[str]:
    for each, pairs in apart.items():
        roots = {union.find(a) for a, b in pairs if union.find(a) == union.find(b)} & broken
        others = [other.called for other in same if any(union.find(a) in roots for a, _ in same[other])]
        if others:
            yield (
                f"{each.called} contradicts {', '.join(others)}: what keeps apart stands, the others were left out; "
                "take one of them out, or say on which page each name stands"
            )
