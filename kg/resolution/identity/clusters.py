"""Sets of rows from scored pairs: what is surely one, without what is surely two.

Most sets are connected components and need no more. Only where one would hold a pair that is apart are its pairs taken
one by one, the surest first; who would fit two that are apart equally well stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from kg.resolution.identity.figures import Floats, Ints
from kg.resolution.identity.keys import Keys

NO_PAIRS: Ints = np.empty((0, 2), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Limits:
    """Scores from which pairs are one (`same`), up to which they never are (`apart`), and how close is a tie."""

    same: float
    apart: float
    margin: float


def clusters(
    keys: Keys, pairs: Ints, scores: Floats, limits: Limits, same: Ints = NO_PAIRS, apart: Ints = NO_PAIRS
) -> Ints:
    """A label for each row, labels in order of first row; shape (n,), as that of `keys`, which settle ties.

    `pairs` (m, 2) have `scores` (m,); `same` and `apart` are pairs that people have decided, which scores never
    overrule. A pair that is in both, or that others of `same` would join, is apart.
    """
    size = len(keys)
    sure = np.concatenate([pairs[scores >= limits.same], same])
    weights = np.concatenate([scores[scores >= limits.same], np.full(len(same), np.inf)]).round(6)
    decided = _components(size, same)
    barred = pairs[scores <= limits.apart]
    barred = np.concatenate([barred[decided[barred[:, 0]] != decided[barred[:, 1]]], apart])
    labels = _components(size, sure)
    broken = np.zeros(size, dtype=bool)
    broken[labels[barred[:, 0]][labels[barred[:, 0]] == labels[barred[:, 1]]]] = True
    within = broken[labels]
    if within.any():
        held = within[sure[:, 0]]
        parts = _Parts(barred[within[barred].all(axis=1)].tolist(), limits.margin)
        parts.join(_surest_first(keys, sure[held], weights[held]))
        rows = np.flatnonzero(within)
        labels[rows] = size + np.array([parts.find(row) for row in rows.tolist()])
    return _in_order(labels)


def _surest_first(keys: Keys, pairs: Ints, weights: Floats) -> list[tuple[float, int, int]]:
    ends = np.sort(keys[pairs], axis=1)
    order = np.lexsort((*pairs.T[::-1], *ends.T[::-1], -weights))
    return list(zip(weights[order].tolist(), *pairs[order].T.tolist(), strict=True))


def _components(size: int, pairs: Ints) -> Ints:
    graph = sparse.coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(size, size))
    return np.asarray(csgraph.connected_components(graph, directed=False)[1], dtype=np.int64)


def _in_order(labels: Ints) -> Ints:
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


@dataclass(slots=True)
class _Parts:
    """Sets that grow pair by pair behind walls."""

    walls: Iterable[Sequence[int]]
    margin: float
    _parent: dict[int, int] = field(default_factory=dict)
    _barred: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _near: defaultdict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def find(self, row: int) -> int:
        """The row that stands for its set."""
        while (above := self._parent.get(row, row)) != row:
            self._parent[row] = row = self._parent.get(above, above)
        return row

    def join(self, ordered: Sequence[tuple[float, int, int]]) -> None:
        """Takes pairs, the surest first, wherever no wall stands and no rival beyond a wall is as near."""
        for a, b in self.walls:
            self._barred[a].add(b)
            self._barred[b].add(a)
        for score, a, b in ordered:
            self._near[a][b] = max(score, self._near[a].get(b, score))
            self._near[b][a] = self._near[a][b]
        for score, a, b in ordered:
            one, other = self.find(a), self.find(b)
            if one == other or other in self._barred[one]:
                continue
            if score < np.inf and (self._rival(one, other, score) or self._rival(other, one, score)):
                continue
            if len(self._barred[one]) + len(self._near[one]) < len(self._barred[other]) + len(self._near[other]):
                one, other = other, one
            self._unite(one, other)

    def _rival(self, one: int, other: int, score: float) -> bool:
        """True if a set that is apart from `one` only is as near to `other`, or nearly so."""
        near, least = self._near[other], score - self.margin
        barred, beyond = self._barred[one], self._barred[other]
        if len(barred) < len(near):
            return any(near.get(third, -np.inf) >= least and third not in beyond for third in barred)
        return any(score >= least and third in barred and third not in beyond for third, score in near.items())

    def _unite(self, one: int, other: int) -> None:
        self._parent[other] = one
        for third in self._barred.pop(other, set()):
            self._barred[third].discard(other)
            self._barred[third].add(one)
            self._barred[one].add(third)
        for third, score in self._near.pop(other, {}).items():
            self._near[third].pop(other, None)
            if third != one:
                best = max(score, self._near[one].get(third, score))
                self._near[one][third] = self._near[third][one] = best
