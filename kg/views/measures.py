"""Communities and centrality of a network whose nodes are numbers: the same figures on every machine.

Sums run in one fixed order; nothing depends on a hash seed or on how wide a processor adds.
"""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Rows = NDArray[np.int64]

_SEED = 1
_PER_MILLE = 1000
_EXACT = 1000
_SAMPLE = 200
_DAMPING = 0.85
_ROUNDS = 100


def communities(count: int, a: Sequence[int], b: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The community of each node by Louvain's method, 0 the biggest."""
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(zip(a, b, weights, strict=True))
    found = nx.community.louvain_communities(graph, seed=_SEED) if count else []
    rank = {node: place for place, group in enumerate(sorted(found, key=_bigger_first)) for node in group}
    return [rank[node] for node in range(count)]


def _bigger_first(group: set[int]) -> tuple[int, int]:
    return -len(group), min(group)


def pagerank(count: int, a: Sequence[int], b: Sequence[int], weights: Sequence[int]) -> list[int]:
    """PageRank, per mille of the largest. Every node has an edge, so nothing leaks."""
    if not count:
        return []
    tail, head = _both_ways(a, b)
    strength = np.concatenate([weights, weights]).astype(np.float64)
    share = strength / np.bincount(tail, strength, count)[tail]
    rank = np.full(count, 1.0 / count)
    for _ in range(_ROUNDS):
        rank = (1 - _DAMPING) / count + _DAMPING * np.bincount(head, rank[tail] * share, count)
    return _per_mille(rank)


def betweenness(count: int, a: Sequence[int], b: Sequence[int]) -> list[int]:
    """How many shortest paths lead over each node, per mille of the largest; large networks by a sample of starts.

    Brandes, "A faster algorithm for betweenness centrality", 2001, one level of the search at a time.
    """
    if not count:
        return []
    starts, ends = _adjacency(count, *_both_ways(a, b))
    total = np.zeros(count)
    sources = range(count) if count <= _EXACT else [count * each // _SAMPLE for each in range(_SAMPLE)]
    for source in sources:
        total += _dependencies(source, starts, ends)
    return _per_mille(total)


def _dependencies(source: int, starts: Rows, ends: Rows) -> Reals:
    """For each node, the share of the paths from `source` to all others that lead over it."""
    count = len(starts) - 1
    depth = np.full(count, -1, dtype=np.int64)
    paths = np.zeros(count)
    depth[source], paths[source] = 0, 1.0
    reached = np.zeros(count, dtype=bool)
    level = np.array([source])
    levels: list[tuple[Rows, Rows]] = []
    while len(level):
        tail, head = _leaving(level, starts, ends)
        reached[:] = False
        reached[head[depth[head] < 0]] = True
        new = np.flatnonzero(reached)
        depth[new] = len(levels) + 1
        forward = depth[head] == len(levels) + 1
        tail, head = tail[forward], head[forward]
        paths += np.bincount(head, paths[tail], count)
        levels.append((tail, head))
        level = new
    share = np.zeros(count)
    for tail, head in reversed(levels):
        share += np.bincount(tail, paths[tail] / paths[head] * (1.0 + share[head]), count)
    share[source] = 0.0
    return share


def _leaving(nodes: Rows, starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """All edges that leave these nodes, as their two ends."""
    degrees = starts[nodes + 1] - starts[nodes]
    tail = np.repeat(nodes, degrees)
    offset = np.arange(len(tail)) - np.repeat(np.cumsum(degrees) - degrees, degrees)
    return tail, ends[starts[tail] + offset]


def _adjacency(count: int, tail: Rows, head: Rows) -> tuple[Rows, Rows]:
    """Where the neighbours of each node begin, and the neighbours."""
    order = np.lexsort((head, tail))
    starts = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=count))])
    return starts, head[order]


def _both_ways(a: Sequence[int], b: Sequence[int]) -> tuple[Rows, Rows]:
    first, second = np.array(a, dtype=np.int64), np.array(b, dtype=np.int64)
    return np.concatenate([first, second]), np.concatenate([second, first])


def _per_mille(values: Reals) -> list[int]:
    top = float(values.max())
    return [round(_PER_MILLE * value / top) if top else 0 for value in values.tolist()]
