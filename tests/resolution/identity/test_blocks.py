"""Which figures are compared."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given

from kg.resolution.identity.blocks import EXACT, MISREAD, SMALL, WINDOW, exact_pairs, misread_pairs
from kg.resolution.identity.figures import Ints
from kg.resolution.identity.keys import content_keys
from tests.resolution.identity.made import NAMES, Row, figures, row, rows_of


def exact(rows: list[Row]) -> Ints:
    found = figures(rows)
    return exact_pairs(found, content_keys(found))


def misread(rows: list[Row]) -> Ints:
    found = figures(rows)
    return misread_pairs(found, content_keys(found))


def pairs(found: Ints) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in found]


def one_off(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def share(a: Row, b: Row, names: tuple[str, ...]) -> bool:
    return any(a.sets.get(name, frozenset()) & b.sets.get(name, frozenset()) for name in names)


@given(rows_of(NAMES, most=SMALL))
def test_all_that_share_a_small_block_are_compared_once(rows: list[Row]) -> None:
    every = list(combinations(range(len(rows)), 2))
    assert pairs(exact(rows)) == [(a, b) for a, b in every if rows[a].name == rows[b].name]
    assert pairs(misread(rows)) == [
        (a, b) for a, b in every if one_off(rows[a].name, rows[b].name) and share(rows[a], rows[b], MISREAD)
    ]


@pytest.mark.parametrize("name", EXACT)
def test_a_small_block_within_a_common_name_is_compared_in_full(name: str) -> None:
    many = [row("王伟", day=at, provinces=at % 7) for at in range(5 * SMALL)]
    few = range(3, 5 * SMALL, 12)
    for at in few:
        many[at] = row("王伟", day=at, **{name: 1})
    assert set(combinations(few, 2)) <= set(pairs(exact(many)))


def test_a_large_block_is_compared_with_neighbours_in_home_and_day() -> None:
    many = [row("王伟", day=at // 2, counties=at % 2) for at in range(200)]
    found = pairs(exact(many))
    assert len(found) <= 3 * WINDOW * len(many)
    assert {(at, at + 2) for at in range(198)} <= set(found)


@pytest.mark.parametrize(
    "names", [(), ("王伟",), ("王伟", "李军"), ("王", "李"), ("一二三四五六七八九十甲乙丙丁",) * 2]
)
def test_few_names(names: tuple[str, ...]) -> None:
    rows = [row(name, pages=0) for name in names]
    same = len(set(names)) < len(names)
    assert pairs(exact(rows)) == ([(0, 1)] if same else [])
    assert pairs(misread(rows)) == ([(0, 1)] if names == ("王", "李") else [])
    assert exact(rows).dtype == np.int64
