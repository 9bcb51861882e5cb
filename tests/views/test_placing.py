"""Where nodes stand: near what they belong to, never upon each other, and at the same place every time."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.packing import pack, part_overlaps
from kg.views.placing import placed
from kg.views.stress import Edges, spread
from kg.views.trees import forest

Tie = tuple[int, int, int]
WORDS = ("甲大", "云岭县实验学校附属幼儿园", "Yunling", "")


def labels(count: int) -> list[str]:
    return [WORDS[row % len(WORDS)] for row in range(count)]


def path(count: int) -> list[Tie]:
    return [(row, row + 1, -1) for row in range(count - 1)]


def star(leaves: int) -> list[Tie]:
    return [(0, leaf, -1) for leaf in range(1, leaves + 1)]


def meeting(guests: Sequence[int], event: int) -> list[Tie]:
    return [(a, b, event) for a, b in combinations(guests, 2)]


TIES: dict[str, tuple[int, list[Tie]]] = {
    "nobody": (0, []),
    "one who is tied to nobody": (1, []),
    "two": (2, path(2)),
    "a meeting of 18": (18, meeting(range(18), 0)),
    "a star of 40": (41, star(40)),
    "a chain of 60": (60, path(60)),
    "thirty pairs": (60, [(2 * pair, 2 * pair + 1, -1) for pair in range(30)]),
    "a chain of 1200": (1200, path(1200)),
    "a star of 2000": (2001, star(2000)),
    "three hundred meetings": (
        1500,
        [
            tie
            for event in range(300)
            for tie in meeting([(event * 5 + seat * seat) % 1500 for seat in range(6)], event)
        ],
    ),
}


def overlapping(points: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """Pairs of points that are nearer than `size` both across and down."""
    spots = np.array(points, dtype=np.int64).reshape(-1, 2)
    order = np.argsort(spots[:, 0], kind="stable")
    found = []
    for place, row in enumerate(order):
        for other in order[place + 1 :]:
            if spots[other, 0] - spots[row, 0] >= size:
                break
            if abs(spots[other, 1] - spots[row, 1]) < size:
                found.append((int(row), int(other)))
    return found


@pytest.mark.parametrize("name", TIES)
def test_no_two_marks_overlap(name: str) -> None:
    count, ties = TIES[name]
    points = placed(labels(count), ties)
    assert len(points) == count
    assert overlapping(points, 14) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)).filter(lambda edge: edge[0] != edge[1]), max_size=60),
    st.lists(st.integers(-1, 4), min_size=60, max_size=60),
)
def test_no_two_marks_of_any_network_overlap(edges: list[tuple[int, int]], events: list[int]) -> None:
    ties = [(a, b, event) for (a, b), event in zip(edges, events, strict=False)]
    assert overlapping(placed(labels(26), ties), 14) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-300, 300), st.integers(-300, 300), st.integers(10, 200), st.integers(10, 90)),
        min_size=1,
        max_size=40,
    )
)
def test_boxes_of_any_size_come_apart(rows: list[tuple[int, int, int, int]]) -> None:
    table = np.array(rows, dtype=np.int64)
    sizes = table[:, 2:]
    apart = part_overlaps(table[:, :2].astype(np.float64), sizes)
    for a, b in combinations(range(len(rows)), 2):
        assert (2 * np.abs(apart[a] - apart[b]) >= sizes[a] + sizes[b]).any()


def test_those_of_one_event_gather() -> None:
    points = placed(labels(18), [*meeting(range(9), 0), *meeting(range(9, 18), 1), (8, 9, -1)])
    first, second = (np.mean(points[start : start + 9], axis=0) for start in (0, 9))
    for row, point in enumerate(points):
        own, other = (first, second) if row < 9 else (second, first)
        assert math.dist(point, own) < math.dist(point, other)


def test_neighbours_stand_nearer_than_strangers() -> None:
    points = placed(labels(12), path(12))
    assert math.dist(points[0], points[1]) < math.dist(points[0], points[6]) < math.dist(points[0], points[11])


@pytest.mark.parametrize("count", [12, 400], ids=["every node a pivot", "some nodes pivots"])
def test_a_chain_is_stretched_to_its_length(count: int) -> None:
    rows = np.arange(count - 1)
    across, down = spread(count, Edges(rows, rows + 1, np.full(count - 1, 100)))
    assert math.dist((across[0], down[0]), (across[-1], down[-1])) == pytest.approx(100 * (count - 1), rel=0.1)


def test_parts_do_not_cover_each_other() -> None:
    sides = (9, 6, 4, 3, 2)
    parts = [np.array([(60 * x, 60 * y) for x in range(side) for y in range(side)]) for side in sides]
    frames = [(p.min(axis=0), p.max(axis=0)) for p in pack(parts, [np.full((len(p), 2), 50) for p in parts])]
    for (low, high), (other_low, other_high) in combinations(frames, 2):
        assert (high < other_low).any() or (other_high < low).any()


def test_a_forest_is_read_from_left_to_right() -> None:
    points = forest([1, 2, 3, 4, 5, 6], [(2, 1), (3, 1), (4, 2), (5, 2)])
    assert points[1][0] < points[2][0] == points[3][0] < points[4][0] == points[5][0]
    assert points[4][1] < points[2][1] < points[5][1] < points[3][1]
    assert len(set(points.values())) == 6


def test_a_division_in_a_ring_or_with_two_parents_is_placed_once() -> None:
    points = forest([1, 2, 3, 4], [(1, 2), (2, 1), (3, 3), (4, 1), (4, 2)])
    assert set(points) == {1, 2, 3, 4}
    assert len(set(points.values())) == 4


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
