"""Where nodes stand: near what they belong to, never upon each other, and at the same place every time."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.layout import place
from kg.views.packing import Box, Point

BOX = (60, 50)


def lengthened(graph: nx.Graph) -> nx.Graph:
    nx.set_edge_attributes(graph, 120, "length")
    return graph


def rings(*sizes: int) -> nx.Graph:
    """Meetings of these many persons, each round a hub that is not drawn."""
    graph = nx.Graph()
    for meeting, size in enumerate(sizes):
        for guest in range(size):
            graph.add_edge(("hub", meeting), (meeting, guest), length=40 + 12 * size)
    return graph


def overlapping(points: dict[object, Point], boxes: dict[object, Box]) -> list[tuple[object, object]]:
    def clash(a: object, b: object) -> bool:
        return all(2 * abs(points[a][axis] - points[b][axis]) < boxes[a][axis] + boxes[b][axis] for axis in (0, 1))

    return [(a, b) for a, b in combinations(points, 2) if clash(a, b)]


GRAPHS = {
    "nobody": nx.Graph(),
    "two": lengthened(nx.path_graph(2)),
    "a meeting of 18": lengthened(nx.complete_graph(18)),
    "a star of 40": lengthened(nx.star_graph(40)),
    "a chain of 60": lengthened(nx.path_graph(60)),
    "thirty pairs": lengthened(nx.disjoint_union_all([nx.path_graph(2)] * 30)),
    "a crowd of 1200": lengthened(nx.path_graph(1200)),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_two_nodes_overlap(name: str) -> None:
    graph = GRAPHS[name]
    boxes = dict.fromkeys(graph, BOX)
    points = place(graph, boxes)
    assert set(points) == set(graph)
    assert overlapping(points, boxes) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)).filter(lambda edge: edge[0] != edge[1]), max_size=60),
    st.lists(st.tuples(st.integers(10, 200), st.integers(10, 90)), min_size=26, max_size=26),
)
def test_no_two_nodes_of_any_graph_overlap(edges: list[tuple[int, int]], sizes: list[Box]) -> None:
    graph = lengthened(nx.Graph(edges))
    boxes = {node: sizes[node] for node in graph}
    assert overlapping(place(graph, boxes), boxes) == []


def test_hubs_gather_their_guests_and_are_not_placed() -> None:
    graph = rings(9, 9)
    boxes = {node: BOX for node in graph if node[0] != "hub"}
    points = place(graph, boxes)
    assert set(points) == set(boxes)
    centres = {
        meeting: tuple(sum(points[meeting, guest][axis] for guest in range(9)) / 9 for axis in (0, 1))
        for meeting in (0, 1)
    }
    for (meeting, _), point in points.items():
        assert math.dist(point, centres[meeting]) < math.dist(point, centres[1 - meeting])


def test_neighbours_stand_nearer_than_strangers() -> None:
    points = place(lengthened(nx.path_graph(12)), dict.fromkeys(range(12), (10, 10)))
    assert math.dist(points[0], points[1]) < math.dist(points[0], points[6]) < math.dist(points[0], points[11])


def test_parts_do_not_cover_each_other() -> None:
    graph = lengthened(nx.disjoint_union_all([nx.complete_graph(n) for n in (9, 6, 4, 3, 2)]))
    points = place(graph, dict.fromkeys(graph, BOX))
    frames = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(points[node] for node in part), strict=True)
        frames.append((min(xs), min(ys), max(xs), max(ys)))
    for a, b in combinations(frames, 2):
        assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


PAGE = """
import hashlib
from kg.views import network_html
from tests.sample import sample
from tests.stores import store
print(hashlib.sha256(network_html(store(sample())).encode()).hexdigest())
"""


def test_the_page_is_the_same_in_every_process() -> None:
    def digest(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", PAGE],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    assert digest("1") == digest("2") != ""
