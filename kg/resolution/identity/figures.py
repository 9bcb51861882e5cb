"""Figures: persons as single articles name them, and what is known of each, as columns.

Everything known is a set: of posts, of counties, of companions. A set is one row of a sparse matrix, so that what two
figures share, and what a figure made of several knows, are products of matrices.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SETS = (
    "articles", "pages", "provinces", "prefectures", "counties", "towns", "bodies", "posts", "sole", "titles",
    "offices", "callings", "papers", "staff", "companions", "listed",
    "kin", "seated", "introduced", "bare",
)  # fmt: skip
"""What a figure may have a set of; `sole` are posts that one person holds at a time, `offices` the bodies at which a
figure is said to have a post, `callings` what those are who hold no office, `papers` those of one who only writes,
`staff` of one who is said to be in a paper's service, `listed` the sentences that name it, `kin` of one who is named
as kin, `seated` of one whose home a post tells, `introduced` of one with a title, a calling or kin, `bare` of one who
only stands at the head of clauses, as whom a page has introduced before."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of persons. `names` are in normal form, `counts` the mentions behind each.

    `days` are the first and the last day that each is told of, as ordinals, `born` the first and the last year in which
    each may be born, `ranks` the highest and the lowest level of the divisions of the posts, 1 for a province (all of
    shape (n, 2), 0 where no page says it); `sets` has a matrix of each of SETS (n rows). `texts` are the different
    names in order, `codes` which of them each figure has.
    """

    names: tuple[str, ...]
    counts: Ints
    days: Ints
    born: Ints
    ranks: Ints
    sets: Mapping[str, sparse.csr_array]
    texts: NDArray[np.str_] = field(init=False, repr=False)
    codes: Ints = field(init=False, repr=False)

    def __post_init__(self) -> None:
        texts, codes = np.unique(np.array(self.names, dtype=str), return_inverse=True)
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "codes", codes.astype(np.int64))

    def letters(self) -> Ints:
        """The characters of each of `texts` as numbers, 0 past its end."""
        width = max(1, self.texts.dtype.itemsize // 4)
        return np.ascontiguousarray(self.texts).view(np.uint32).reshape(len(self.texts), width).astype(np.int64)

    def __len__(self) -> int:
        return len(self.names)

    def merged(self, labels: Ints) -> Figures:
        """One figure for each label, labels being 0, 1, …: its sets united, its name the one of most mentions."""
        size = int(labels.max(initial=-1)) + 1
        gather = sparse.csr_array((np.ones(len(labels)), (labels, np.arange(len(labels)))), shape=(size, len(labels)))
        best = np.lexsort((self.codes, -self.counts, labels))
        first = best[np.unique(labels[best], return_index=True)[1]]
        return Figures(
            names=tuple(self.names[at] for at in first),
            counts=np.bincount(labels, weights=self.counts, minlength=size).astype(np.int64),
            days=_spans(self.days, labels, size, widest=True),
            born=_spans(self.born, labels, size, widest=False),
            ranks=_spans(self.ranks, labels, size, widest=True),
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


def _spans(spans: Ints, labels: Ints, size: int, *, widest: bool) -> Ints:
    """For each label the span from the first start to the last end, or what its known spans have in common."""
    known = spans[:, 0] > 0
    first, last = (np.minimum, np.maximum) if widest else (np.maximum, np.minimum)
    most = np.iinfo(np.int64).max
    starts = np.full(size, most if widest else 0)
    ends = np.full(size, 0 if widest else most)
    first.at(starts, labels[known], spans[known, 0])
    last.at(ends, labels[known], spans[known, 1])
    found = np.bincount(labels[known], minlength=size) > 0
    found &= starts <= ends
    return np.where(found[:, None], np.stack([starts, ends], axis=1), 0)
