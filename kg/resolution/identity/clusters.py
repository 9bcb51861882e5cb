"""Sets of rows from scored pairs: what is surely one, without what is surely two.

Most sets are connected components and need no more. Only where one would hold a pair that is apart are its pairs taken
one by one, the surest first; who would fit two that are apart equally well stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from kg.resolution.identity.figures import Floats, Ints

NO_PAIRS: Ints = np.empty((0, 2), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Limits:
    """Scores from which pairs are one (`same`), up to which they never are (`apart`), and how close is a tie."""

    same: float
    apart: float
    margin: float


def clusters(
    size: int, pairs: Ints, scores: Floats, limits: Limits, same: Ints = NO_PAIRS, apart: Ints = NO_PAIRS
) -> Ints:
    """A label for each of `size` rows, labels in order of first row; shape (size,).

    `pairs` (m, 2) have `scores` (m,); `same` and `apart` are pairs that people have decided, which scores never
    overrule. A pair that is in both, or that others of `same` would join, is apart.
    """
    sure = np.concatenate([pairs[scores >= limits.same], same])
    weights = np.concatenate([scores[scores >= limits.same], np.full(len(same), np.inf)])
    decided = _components(size, same)
    barred = pairs[scores <= limits.apart]
    barred = np.concatenate([barred[decided[barred[:, 0]] != decided[barred[:, 1]]], apart])
    labels = _components(size, sure)
    broken = np.unique(labels[barred[:, 0]][labels[barred[:, 0]] == labels[barred[:, 1]]])
    if len(broken):
        within = np.isin(labels, broken)
        held = within[sure[:, 0]]
        edges = zip(weights[held].tolist(), *sure[held].T.tolist(), strict=True)
        walls = barred[within[barred].all(axis=1)]
        parts = _Parts(map(tuple, walls.tolist()), limits.margin)
        parts.join(edges)
        rows = np.flatnonzero(within)
        labels[rows] = size + np.array([parts.find(int(row)) for row in rows])
    return _in_order(labels)


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

    walls: Iterable[tuple[int, ...]]
    margin: float
    _parent: dict[int, int] = field(default_factory=dict)
    _barred: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _near: defaultdict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def find(self, row: int) -> int:
        """The smallest row of its set."""
        while (above := self._parent.get(row, row)) != row:
            row = above
        return row

    def join(self, edges: Iterable[tuple[float, int, int]]) -> None:
        """Takes pairs, the surest first, wherever no wall stands and no rival beyond a wall is as near."""
        ordered = sorted(((round(score, 6), a, b) for score, a, b in edges), key=lambda edge: (-edge[0], edge[1:]))
        for a, b in self.walls:
            self._barred[a].add(b)
            self._barred[b].add(a)
        for score, a, b in ordered:
            self._near[a][b] = max(score, self._near[a].get(b, score))
            self._near[b][a] = self._near[a][b]
        for score, a, b in ordered:
            one, other = sorted((self.find(a), self.find(b)))
            if one == other or other in self._barred[one]:
                continue
            if score < np.inf and (self._rival(one, other, score) or self._rival(other, one, score)):
                continue
            self._unite(one, other)

    def _rival(self, one: int, other: int, score: float) -> bool:
        """True if a set that is apart from `one` is as near to `other`, or nearly so."""
        near = self._near[other]
        return any(near.get(third, -np.inf) >= score - self.margin for third in self._barred[one])

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
