"""Figures: persons as single articles name them, and what is known of each, as columns.

Everything known is a set: of posts, of counties, of companions. A set is one row of a sparse matrix, so that what two
figures share, and what a figure made of several knows, are products of matrices.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SETS = (
    "articles", "pages", "provinces", "prefectures", "counties", "towns", "bodies", "posts", "sole", "titles",
    "offices", "callings", "papers", "companions", "listed",
    "kin", "seated",
)  # fmt: skip
"""What a figure may have a set of; `sole` are posts that one person holds at a time, `offices` the bodies at which
a figure is said to have a post, `callings` what those are who hold no office, `papers` those of one who only writes,
`listed` the sentences that name it, `kin` of one who is named as kin, `seated` of one whose home a post tells."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of persons. `names` are in normal form, `counts` the mentions behind each, `days` first and last day told
    of, as ordinals (shape (n, 2), 0 where no page says it); `sets` has a matrix of each of SETS (n rows)."""

    names: tuple[str, ...]
    counts: Ints
    days: Ints
    sets: Mapping[str, sparse.csr_array]

    def __len__(self) -> int:
        return len(self.names)

    def merged(self, labels: Ints) -> Figures:
        """One figure for each label, labels being 0, 1, …: its sets united, its name the one of most mentions."""
        size = int(labels.max(initial=-1)) + 1
        gather = sparse.csr_array((np.ones(len(labels)), (labels, np.arange(len(labels)))), shape=(size, len(labels)))
        best = np.lexsort((np.arange(len(labels)), -self.counts, labels))
        first = best[np.unique(labels[best], return_index=True)[1]]
        return Figures(
            names=tuple(self.names[at] for at in first),
            counts=np.bincount(labels, weights=self.counts, minlength=size).astype(np.int64),
            days=_spans(self.days, labels, size),
            sets={name: _flat(gather @ rows) for name, rows in self.sets.items()},
        )


def set_rows(sets: Sequence[Iterable[object]]) -> tuple[sparse.csr_array, tuple[object, ...]]:
    """A matrix with a row for each set, and what its columns stand for, in the order in which they first occur."""
    columns: dict[object, int] = {}
    starts, places = [0], []
    for each in sets:
        places += sorted({columns.setdefault(item, len(columns)) for item in each})
        starts.append(len(places))
    ones = np.ones(len(places))
    return sparse.csr_array((ones, places, starts), shape=(len(sets), max(1, len(columns)))), tuple(columns)


def _flat(rows: sparse.csr_array) -> sparse.csr_array:
    rows.data[:] = 1.0
    rows.sort_indices()
    return rows


def _spans(days: Ints, labels: Ints, size: int) -> Ints:
    latest = np.zeros(size, dtype=np.int64)
    np.maximum.at(latest, labels, days[:, 1])
    earliest = np.full(size, np.iinfo(np.int64).max)
    known = days[:, 0] > 0
    np.minimum.at(earliest, labels[known], days[known, 0])
    return np.stack([np.where(latest > 0, earliest, 0), latest], axis=1)
