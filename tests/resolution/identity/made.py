"""Figures from a few words each, and sets of rows as they can be compared."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st

from kg.resolution.identity import Figures
from kg.resolution.identity.figures import SETS, Ints, set_rows

NAMES = ("王伟", "王玮", "王伟民", "王玮民", "汪伟民", "赵晓明", "赵晓朋")
OTHERS = ("欧阳清泉", "苏白", "季和畅")
"""No name of these differs from one of NAMES in a single character."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name of the day with this number, told with these things: `counties=1` is the county 1."""

    name: str
    day: int = 0
    count: int = 1
    sets: dict[str, frozenset[int]] = field(default_factory=dict)


def row(name: str, day: int = 0, count: int = 1, **sets: int | Iterable[int]) -> Row:
    """A row; a set may be given as its only item."""
    return Row(name, day, count, {key: frozenset([has] if isinstance(has, int) else has) for key, has in sets.items()})


def figures(rows: Sequence[Row], shuffle: Sequence[int] = ()) -> Figures:
    """Figures of the rows; `shuffle` gives the order in which the columns of each set are numbered."""
    first = [dict.fromkeys(shuffle, -1)] if shuffle else []
    found = {}
    for name in SETS:
        told, _ = set_rows([*first, *(each.sets.get(name, ()) for each in rows)])
        if shuffle:
            told = told[1:][:, list(shuffle)]
            told.sort_indices()
        found[name] = told
    start = datetime.date(2008, 1, 1).toordinal()
    days = np.array([(start + each.day, start + each.day) for each in rows], dtype=np.int64).reshape(-1, 2)
    counts = np.array([each.count for each in rows], dtype=np.int64)
    return Figures(tuple(each.name for each in rows), counts, days, days * 0, days * 0, found)


def parted(labels: Ints, numbers: Sequence[int] | None = None) -> set[frozenset[int]]:
    """The sets of rows that the labels make; `numbers` are what the rows are called."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for at, label in enumerate(labels.tolist()):
        found[label].add(at if numbers is None else numbers[at])
    return {frozenset(each) for each in found.values()}


def rows_of(names: Sequence[str], most: int = 24) -> st.SearchStrategy[list[Row]]:
    """Rows with these names and few things, so that they share many."""
    few = st.frozensets(st.integers(0, 3), max_size=2)
    sets = st.fixed_dictionaries(
        {},
        optional={
            "pages": st.frozensets(st.integers(0, 5), min_size=1, max_size=1),
            "provinces": st.just(frozenset([0])),
            "prefectures": st.frozensets(st.integers(0, 1), max_size=1),
            "counties": few,
            "bodies": few,
            "posts": few,
            "callings": st.just(frozenset([0])),
            "offices": few,
            "companions": st.frozensets(st.integers(0, 5), max_size=3),
            "seated": st.just(frozenset([0])),
            "listed": few,
        },
    )
    one = st.builds(Row, st.sampled_from(names), st.integers(0, 3), st.integers(1, 4), sets)
    return st.lists(one, max_size=most)
