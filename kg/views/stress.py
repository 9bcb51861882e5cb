"""Spreads a connected network so that nodes are as far from each other as their shortest paths are long.

Sparse stress: each node is held by its edges and by a few pivots, each of which speaks for the nodes around it.
Ortmann, Klimenta and Brandes, "A sparse stress model", 2016; the start is that of Brandes and Pich, "Eigensolver
methods for progressive multidimensional scaling of large data", 2006. Only correctly rounded arithmetic in one fixed
order is used (+ − × ÷ √, element by element, and running sums), so that every machine gives the same numbers.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

Reals = NDArray[np.float64]
Rows = NDArray[np.int64]

# A turn by the golden angle, as cosine and sine: points on such a spiral never line up.
_TURN = (-0.7373688780783197, 0.6754902942615238)
_PIVOTS = 100
_FEW_PIVOTS, _CROWD = 40, 30_000
_POWERS = 40
_ROUNDS = 100
_BLOCK = 50_000
_STEP = 0.8
_JITTER = 3.0
_LEAST = 1e-9


class Edges(NamedTuple):
    """Each edge once: its ends and its length in pixels, a whole number above 0."""

    a: Rows
    b: Rows
    length: Rows


def spread(count: int, edges: Edges) -> Reals:
    """The position of each node of a connected network: across and down, one row each."""
    if count == 1:
        return np.zeros((2, 1))
    pivots, far = _pivots(count, edges)
    points = _start(far) + _spiral(count)
    pull = _pulls(pivots, far)
    edge = _Springs(
        np.concatenate([edges.a, edges.b]),
        np.concatenate([edges.b, edges.a]),
        np.concatenate([edges.length, edges.length]).astype(np.float64),
    )
    total = _added(pull) + np.bincount(edge.tail, 1.0 / (edge.length * edge.length), count)
    steady = pull * far
    for _ in range(_ROUNDS):
        wanted = _wished_by_edges(points, edge)
        for first in range(0, len(pivots), block := max(1, _BLOCK // count)):
            rows = slice(first, first + block)
            _add_wishes(wanted, points, pivots[rows], pull[rows], steady[rows])
        points = points + _STEP * (wanted / total - points)
    return points


class _Springs(NamedTuple):
    """Each edge twice, from either end."""

    tail: Rows
    head: Rows
    length: Reals


def _pivots(count: int, edges: Edges) -> tuple[Rows, Reals]:
    """Nodes far from each other, the best connected first, and the distances of all nodes from each."""
    both = (np.concatenate([edges.a, edges.b]), np.concatenate([edges.b, edges.a]))
    lengths = np.concatenate([edges.length, edges.length]).astype(np.float64)
    network = csr_array((lengths, both), shape=(count, count))
    wanted = min(count, _PIVOTS if count <= _CROWD else _FEW_PIVOTS)
    if wanted == count:
        return np.arange(count), dijkstra(network)
    pivots = [int(np.argmax(np.bincount(both[0], minlength=count)))]
    far = [dijkstra(network, indices=pivots[0])]
    nearest = far[0]
    while len(pivots) < wanted:
        pivots.append(int(np.argmax(nearest)))
        far.append(dijkstra(network, indices=pivots[-1]))
        nearest = np.minimum(nearest, far[-1])
    return np.array(pivots), np.stack(far)


def _pulls(pivots: Rows, far: Reals) -> Reals:
    """How strongly each pivot holds each node: for as many nodes of its region as are near it, seen from there."""
    region = np.argmin(far, axis=0)
    pulls = np.zeros_like(far)
    for row, away in enumerate(far):
        members = np.sort(away[region == row])
        speaks_for = np.searchsorted(members, away / 2.0, side="right")
        apart = away > 0
        pulls[row, apart] = speaks_for[apart] / (away[apart] * away[apart])
    return pulls


def _wished_by_edges(points: Reals, edge: _Springs) -> Reals:
    """Where the neighbours of each node want it, weighted."""
    gap = points[:, edge.tail] - points[:, edge.head]
    firm = 1.0 / (edge.length * edge.length)
    reach = edge.length / _norm(gap[0], gap[1])
    wishes = firm * (points[:, edge.head] + reach * gap)
    return np.stack([np.bincount(edge.tail, wish, points.shape[1]) for wish in wishes])


def _add_wishes(wanted: Reals, points: Reals, pivots: Rows, pull: Reals, steady: Reals) -> None:
    """Adds where these pivots want each node; `steady` is their pull times the distance that they want."""
    gaps = [line - line[pivots, None] for line in points]
    reach = steady / _norm(*gaps)
    for axis, (line, gap) in enumerate(zip(points, gaps, strict=True)):
        for wish in pull * line[pivots, None] + reach * gap:
            wanted[axis] += wish


def _norm(across: Reals, down: Reals) -> Reals:
    found = np.sqrt(across * across + down * down)
    found[found < _LEAST] = 1.0
    return found


def _start(far: Reals) -> Reals:
    """Pivot scaling: the two directions in which the distances from the pivots differ most."""
    square = far * far
    count = square.shape[1]
    by_pivot = np.array([_sum(row) / count for row in square])
    by_node = _added(square) / len(square)
    centred = -0.5 * (square - by_pivot[:, None] - by_node + _sum(by_pivot) / len(square))
    first = _direction(centred, None)
    second = _direction(centred, first)
    points = np.stack([_added(first[:, None] * centred), _added(second[:, None] * centred)])
    reach = _norm(*(line - line[int(np.argmin(far[0]))] for line in points))
    return points * (_sum(far[0] * reach) / max(_sum(reach * reach), _LEAST))


def _direction(centred: Reals, other: Reals | None) -> Reals:
    """The strongest direction among the pivots, square to `other`, by repeated multiplication."""
    found = np.arange(1.0, len(centred) + 1) if other is None else _SIGNS[: len(centred)].copy()
    for _ in range(_POWERS):
        if other is not None:
            found = found - _sum(found * other) * other
        found = found / max(math.sqrt(_sum(found * found)), _LEAST)
        seen = _added(found[:, None] * centred)
        found = np.array([_sum(row * seen) for row in centred])
    if other is not None:
        found = found - _sum(found * other) * other
    return found / max(math.sqrt(_sum(found * found)), _LEAST)


_SIGNS = np.array([1.0 if row * row % 7 < 3 else -1.0 for row in range(max(_PIVOTS, _FEW_PIVOTS))])


def _sum(values: Reals) -> float:
    """The sum from first to last, whatever the width of the processor."""
    return float(np.add.accumulate(values)[-1])


def _added(rows: Reals) -> Reals:
    """All rows added one after the other."""
    total = np.zeros(rows.shape[1])
    for row in rows:
        total += row
    return total


def _spiral(count: int) -> Reals:
    """A small step of its own for each node, so that those of one place come apart."""
    points, (x, y) = [], (1.0, 0.0)
    for index in range(count):
        radius = _JITTER * math.sqrt(index / count + 1)
        points.append((x * radius, y * radius))
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return np.array(points).T
