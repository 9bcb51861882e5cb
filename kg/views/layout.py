"""Where the nodes of a network stand: connected parts are spread by stress, freed of overlaps and packed side by side.

Only correctly rounded arithmetic is used (+ − × ÷ √ and exact sums), so that every machine gives the same pixels.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.packing import Box, Node, Point, pack, part_overlaps, rows

Reals = NDArray[np.float64]

# A turn by the golden angle, as cosine and sine: points on such a spiral never line up.
_TURN = (-0.7373688780783197, 0.6754902942615238)
_SPACING = 60.0
_ROUNDS = 60
_CROWD = 1000


def place(graph: nx.Graph, boxes: Mapping[Node, Box]) -> dict[Node, Point]:
    """The pixel position of every node in `boxes`; width and height of its box stay free of other nodes.

    Each edge has a `length` in pixels. Nodes without a box shape the layout and are not placed themselves.
    """
    order = {node: index for index, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    placed: list[dict[Node, Point]] = []
    for part in sorted(parts, key=lambda part: (-len(part), order[part[0]])):
        walk = _walk(graph, part)
        shown = [node for node in walk if node in boxes]
        if len(walk) > _CROWD:
            placed.append(rows(shown, boxes))
        elif shown:
            points = dict(zip(walk, _spread(graph, walk), strict=True))
            corners = part_overlaps([points[node] for node in shown], [boxes[node] for node in shown])
            placed.append(dict(zip(shown, corners, strict=True)))
    return pack(placed, boxes)


def _walk(graph: nx.Graph, part: list[Node]) -> list[Node]:
    """The nodes from the best connected one outwards."""
    order = {node: index for index, node in enumerate(part)}
    start = min(part, key=lambda node: (-graph.degree(node), order[node]))
    walk, seen = [start], {start}
    for node in walk:
        new = sorted((n for n in graph.neighbors(node) if n not in seen), key=order.__getitem__)
        walk += new
        seen.update(new)
    return walk


def _spread(graph: nx.Graph, walk: list[Node]) -> list[tuple[float, float]]:
    """Positions of a connected part, near to each other as their shortest paths are long.

    Local stress majorisation with weights d⁻²: each node in turn moves to where its distances fit best.
    Gansner, Koren and North, "Graph drawing by stress majorization", 2004, equation 10.
    """
    points = _spiral(len(walk))
    wanted = _distances(graph, walk)
    np.fill_diagonal(wanted, 1.0)
    weights = 1.0 / (wanted * wanted)
    np.fill_diagonal(weights, 0.0)
    totals = [math.fsum(row) for row in weights.tolist()]
    for _ in range(_ROUNDS if len(walk) > 1 else 0):
        for i, total in enumerate(totals):
            gap = points[i] - points
            far = np.sqrt(gap[:, 0] * gap[:, 0] + gap[:, 1] * gap[:, 1])
            far[far < 1e-9] = 1.0
            pull = weights[i] * wanted[i] / far
            for axis in (0, 1):
                points[i, axis] = math.fsum((weights[i] * points[:, axis] + pull * gap[:, axis]).tolist()) / total
    return [(x, y) for x, y in points.tolist()]


def _spiral(count: int) -> Reals:
    points, (x, y) = [], (1.0, 0.0)
    for index in range(count):
        radius = _SPACING * math.sqrt(index)
        points.append((x * radius, y * radius))
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return np.array(points)


def _distances(graph: nx.Graph, nodes: list[Node]) -> Reals:
    """Lengths of the shortest paths between all nodes of a connected part, by Dijkstra's algorithm."""
    index = {node: i for i, node in enumerate(nodes)}
    near = [[(index[other], data["length"]) for other, data in graph.adj[node].items()] for node in nodes]
    return np.array([_distances_from(start, near) for start in range(len(nodes))], dtype=np.float64)


def _distances_from(start: int, near: list[list[tuple[int, int]]]) -> list[float]:
    reached = [math.inf] * len(near)
    reached[start] = 0
    heap = [(0, start)]
    while heap:
        so_far, here = heapq.heappop(heap)
        if so_far > reached[here]:
            continue
        for there, length in near[here]:
            if so_far + length < reached[there]:
                reached[there] = so_far + length
                heapq.heappush(heap, (so_far + length, there))
    return reached
