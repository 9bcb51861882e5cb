"""Which figures are compared at all: those that share a name, or all of it but one character, and something else.

Blocks are integer keys on arrays; within a block neighbours are compared, never all with all where it is large.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from kg.resolution.identity.figures import Figures, Ints

# A block of this size or less is compared in full; in a larger one each figure meets so many of those after it.
SMALL, WINDOW = 12, 2
EXACT = ("pages", "counties", "prefectures", "bodies", "posts", "papers", "companions")
MISREAD = ("pages", "counties", "posts", "companions")
# A name of more characters is taken as misread in one of the first so many.
LONGEST = 12


def exact_pairs(figures: Figures) -> Ints:
    """Pairs of figures of one name, as rows (i, j), i < j, each once, sorted; shape (m, 2)."""
    names = _ids(figures.names)
    order = _order(figures)
    found = [_neighbours(names, np.arange(len(figures)), order)]
    found += [_neighbours(*_keyed(names, figures.sets[name]), order) for name in EXACT]
    return _once(found, len(figures))


def misread_pairs(figures: Figures) -> Ints:
    """Pairs of figures whose names differ in one character, in the form of `exact_pairs`."""
    order = _order(figures)
    unique, names = np.unique(np.array(figures.names, dtype=str), return_inverse=True)
    forms = _forms(unique.tolist())
    found = []
    for column in forms.T:
        keys = column[names]
        open_rows = keys >= 0
        for name in MISREAD:
            key, rows = _keyed(keys, figures.sets[name])
            kept = open_rows[rows]
            found.append(_neighbours(key[kept], rows[kept], order))
    pairs = _once(found, len(figures))
    other: Ints = pairs[names[pairs[:, 0]] != names[pairs[:, 1]]]
    return other


def _ids(names: Sequence[str]) -> Ints:
    return np.unique(np.array(names, dtype=str), return_inverse=True)[1].astype(np.int64)


def _order(figures: Figures) -> Ints:
    """The rank of each figure by home and day: neighbours in a block are near each other in both."""
    homes = [_first(figures.sets[name]) for name in ("counties", "prefectures", "provinces")]
    sorted_rows = np.lexsort((figures.days[:, 0], *homes))
    rank = np.empty(len(figures), dtype=np.int64)
    rank[sorted_rows] = np.arange(len(figures))
    return rank


def _first(rows: sparse.csr_array) -> Ints:
    """The first column that each row has; -1 for none."""
    found = np.full(rows.shape[0], -1, dtype=np.int64)
    filled = np.diff(rows.indptr) > 0
    found[filled] = rows.indices[rows.indptr[:-1][filled]]
    return found


def _keyed(names: Ints, rows: sparse.csr_array) -> tuple[Ints, Ints]:
    """A key for each name and column together, and the row that has it."""
    owners = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    return names[owners] * rows.shape[1] + rows.indices, owners


def _neighbours(keys: Ints, rows: Ints, order: Ints) -> Ints:
    by_key = np.lexsort((order[rows], keys))
    keys, rows = keys[by_key], rows[by_key]
    _, block, sizes = np.unique(keys, return_inverse=True, return_counts=True)
    small = sizes[block] <= SMALL
    found = []
    for step in range(1, min(SMALL, len(keys))):
        kept = keys[:-step] == keys[step:]
        if step > WINDOW:
            kept &= small[:-step]
        if not kept.any():
            break
        found.append(np.stack([rows[:-step][kept], rows[step:][kept]], axis=1))
    return np.concatenate(found) if found else np.empty((0, 2), dtype=np.int64)


def _once(found: Sequence[Ints], size: int) -> Ints:
    """Each pair once, in order."""
    pairs = np.sort(np.concatenate(found), axis=1)
    codes = np.unique(pairs[:, 0] * size + pairs[:, 1])
    codes = codes[codes // size != codes % size] if size else codes
    return np.stack([codes // max(1, size), codes % max(1, size)], axis=1)


def _forms(names: Sequence[str]) -> Ints:
    """For each name (rows) and place in it (columns) a number for the name without that character; -1 past its end.

    Forms of a name are never alone: what no other name shares is -1 as well.
    """
    known: dict[str, int] = {}
    rows = np.full((len(names), LONGEST), -1, dtype=np.int64)
    for at, name in enumerate(names):
        for place, form in enumerate(_wildcards(name)):
            rows[at, place] = known.setdefault(form, len(known))
    counts = np.bincount(rows[rows >= 0], minlength=len(known))
    shared = counts > 1
    rows[(rows >= 0) & ~shared[np.maximum(rows, 0)]] = -1
    return rows[:, : max(map(len, names), default=1)]


def _wildcards(name: str) -> Iterator[str]:
    """The name with each of its characters left open in turn."""
    return (f"{name[:at]}?{name[at + 1 :]}" for at in range(min(len(name), LONGEST)))
