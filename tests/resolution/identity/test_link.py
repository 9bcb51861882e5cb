"""From figures to persons: what must hold whatever the figures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolution.identity import link
from kg.resolution.identity.figures import Ints
from tests.resolution.identity.made import NAMES, OTHERS, Row, figures, parted, row, rows_of

COLUMNS = 6
MANY = settings(max_examples=30, deadline=None)


@MANY
@given(rows_of(NAMES, most=40), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_is_nothing(rows: list[Row], random: st.Random) -> None:  # type: ignore[name-defined]
    order, columns = list(range(len(rows))), list(range(COLUMNS))
    random.shuffle(order)
    random.shuffle(columns)
    one, other = link(figures(rows)), link(figures([rows[at] for at in order], columns))
    assert parted(one.labels) == parted(other.labels, order)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_is_nothing_in_large_blocks(seed: int) -> None:
    random = np.random.default_rng(seed)
    rows = [
        row(
            NAMES[random.integers(2)], int(random.integers(5000)), provinces=0, prefectures=0, seated=0,
            counties=int(random.integers(3)), bodies=int(random.integers(9)), pages=int(random.integers(99)),
            companions=random.integers(20, size=random.integers(3)).tolist(),
        )
        for _ in range(300)
    ]  # fmt: skip
    order = random.permutation(len(rows)).tolist()
    one, other = link(figures(rows)), link(figures([rows[at] for at in order]))
    assert parted(one.labels) == parted(other.labels, order)


@MANY
@given(rows_of(NAMES), rows_of(OTHERS))
def test_figures_of_other_names_change_nothing(rows: list[Row], others: list[Row]) -> None:
    alone, beside = link(figures(rows)).labels, link(figures([*others, *rows])).labels
    assert parted(alone) == parted(beside[len(others) :])


@MANY
@given(rows_of(NAMES, most=12), st.data())
def test_decisions_hold_and_commute(rows: list[Row], data: st.DataObject) -> None:
    at = st.integers(0, max(0, len(rows) - 1))
    pairs = (
        st.lists(st.tuples(at, at).filter(lambda pair: pair[0] != pair[1]), max_size=3)
        if len(rows) > 1
        else st.just([])
    )
    same, apart = data.draw(pairs), data.draw(pairs)
    found = link(figures(rows), _array(same), _array(apart)).labels
    assert all(found[a] != found[b] for a, b in apart)
    assert apart or all(found[a] == found[b] for a, b in same)
    again = link(figures(rows), _array([(b, a) for a, b in reversed(same)]), _array([*reversed(apart)])).labels
    assert found.tolist() == again.tolist()


def _array(pairs: list[tuple[int, int]]) -> Ints:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


HERE = {"provinces": 0, "prefectures": 0, "counties": 0}
THERE = {"provinces": 1, "prefectures": 1, "counties": 1}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], []),
        ([row("王伟民")], [[0]]),
        ([row("王伟民", **HERE), row("王伟民", 900, **HERE)], [[0, 1]]),
        ([row("王伟民", **HERE), row("王伟民", 900, **THERE)], [[0], [1]]),
        (
            [row("王伟民", **HERE, bodies=0, posts=0, sole=0), row("王玮民", 9, **HERE, bodies=0, posts=0, sole=0)],
            [[0, 1]],
        ),
        ([row("王伟民", **HERE, pages=0, listed=0), row("王玮民", **HERE, pages=0, listed=0)], [[0], [1]]),
    ],
)
def test_persons(rows: list[Row], expected: list[list[int]]) -> None:
    assert parted(link(figures(rows)).labels) == {frozenset(each) for each in expected}
