"""Sets from scored pairs, beside the rule applied word for word."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.identity.clusters import Limits, clusters
from kg.resolution.identity.figures import Ints
from tests.resolution.identity.made import parted

LIMITS = Limits(same=2.0, apart=-2.0, margin=1.0)
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """Scores of pairs of so many rows, and what people have decided."""

    size: int
    scores: dict[Pair, float]
    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    def found(self) -> set[frozenset[int]]:
        keys = np.arange(self.size, dtype=np.uint64)
        scores = np.array(list(self.scores.values()), dtype=np.float64)
        labels = clusters(keys, _array(self.scores), scores, LIMITS, _array(self.same), _array(self.apart))
        return parted(labels)


def _array(pairs: object) -> Ints:
    return np.array(list(pairs), dtype=np.int64).reshape(-1, 2)  # type: ignore[call-overload]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    size = draw(st.integers(1, 9))
    every = list(combinations(range(size), 2))
    pairs = st.lists(st.sampled_from(every), unique=True) if every else st.just([])
    scores = {pair: draw(st.sampled_from([-5.0, -2.0, 0.0, 2.0, 2.5, 3.0, 4.5])) for pair in draw(pairs)}
    few = st.lists(st.sampled_from(every), max_size=2).map(tuple) if every else st.just(())
    return Case(size, scores, draw(few), draw(few))


def _components(case: Case) -> list[set[int]]:
    graph = nx.Graph(case.same)
    return list(nx.connected_components(graph))


def by_the_rule(case: Case) -> set[frozenset[int]]:
    """Pairs one by one, the surest first, everything looked up anew each time."""
    sets = [frozenset([at]) for at in range(case.size)]
    decided = _components(case)
    walls = [
        (a, b)
        for (a, b), score in case.scores.items()
        if score <= LIMITS.apart and not any({a, b} <= each for each in decided)
    ] + list(case.apart)
    edges = [(score, *pair) for pair, score in case.scores.items() if score >= LIMITS.same]
    edges += [(np.inf, *pair) for pair in case.same]

    def walled(one: frozenset[int], other: frozenset[int]) -> bool:
        return any((a in one and b in other) or (b in one and a in other) for a, b in walls)

    def near(one: frozenset[int], other: frozenset[int]) -> float:
        return max((s for s, a, b in edges if {a, b} & one and {a, b} & other and one != other), default=-np.inf)

    for score, a, b in sorted(edges, key=lambda edge: (-edge[0], edge[1:])):
        one, other = (next(each for each in sets if at in each) for at in (a, b))
        if one == other or walled(one, other):
            continue
        rivals = [
            (x, y)
            for x, y in ((one, other), (other, one))
            for z in sets
            if z not in (x, y) and walled(z, x) and not walled(z, y) and near(z, y) >= score - LIMITS.margin
        ]
        if score == np.inf or not rivals:
            sets = [each for each in sets if each not in (one, other)] + [one | other]
    return set(sets)


@given(cases())
def test_sets_are_those_of_the_rule(case: Case) -> None:
    assert case.found() == by_the_rule(case)


@given(cases())
def test_no_set_holds_what_people_keep_apart(case: Case) -> None:
    assert not any({a, b} <= each for a, b in case.apart for each in case.found() if a != b)


@given(cases())
def test_no_set_holds_a_pair_whose_score_is_apart(case: Case) -> None:
    free = Case(case.size, case.scores, (), case.apart)
    barred = [pair for pair, score in case.scores.items() if score <= LIMITS.apart]
    assert not any({a, b} <= each for a, b in barred for each in free.found())


@given(cases(), st.data())
def test_decisions_commute(case: Case, data: st.DataObject) -> None:
    turned = st.permutations([*case.same, *((b, a) for a, b in case.same)])
    apart = st.permutations([*case.apart, *((b, a) for a, b in case.apart)])
    other = Case(case.size, case.scores, tuple(data.draw(turned)), tuple(data.draw(apart)))
    assert other.found() == case.found()


SHARED = {(0, 2): 3.0, (1, 2): 3.0, (0, 1): -5.0}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (Case(3, {}), [[0], [1], [2]]),
        (Case(3, {(0, 1): 2.0, (1, 2): 2.0}), [[0, 1, 2]]),
        (Case(3, SHARED), [[0], [1], [2]]),
        (Case(3, SHARED | {(0, 2): 4.5}), [[0, 2], [1]]),
        (Case(3, SHARED, same=((1, 2),)), [[0], [1, 2]]),
        (Case(3, SHARED, same=((0, 1),)), [[0, 1, 2]]),
        (Case(3, {(0, 1): 4.0}, apart=((0, 1),)), [[0], [1], [2]]),
        (Case(3, {}, same=((0, 1), (1, 2)), apart=((0, 2),)), [[0, 1], [2]]),
    ],
)
def test_sets(case: Case, expected: list[list[int]]) -> None:
    assert case.found() == {frozenset(each) for each in expected}
