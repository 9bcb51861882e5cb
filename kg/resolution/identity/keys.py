"""Numbers for what figures say, whatever their rows and whatever the numbers of columns: they settle every tie.

A key depends on the figures of one name alone, so that figures of other names never change how ties are settled.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.resolution.identity.figures import SETS, Figures, Ints

Keys = NDArray[np.uint64]


def content_keys(figures: Figures) -> Keys:
    """A number of 64 bits for each figure; two of one name have the same only if they say the same."""
    keys = letter_keys(figures.letters()).sum(axis=1, dtype=np.uint64)[figures.codes]
    columns = [figures.counts, *figures.days.T, *figures.born.T, *figures.ranks.T]
    for column in (*columns, *(np.diff(figures.sets[name].indptr) for name in SETS)):
        keys = mixed(keys ^ column.astype(np.uint64))
    order = np.lexsort((keys, figures.codes))
    alike = (keys[order][1:] == keys[order][:-1]) & (figures.codes[order][1:] == figures.codes[order][:-1])
    tied = np.zeros(len(figures.texts), dtype=bool)
    tied[figures.codes[order][1:][alike]] = True
    return _refined(figures, keys, np.flatnonzero(tied[figures.codes])) if tied.any() else keys


def letter_keys(letters: Ints) -> Keys:
    """A number for each character at its place in a name (n, width); 0 past the end of the name."""
    found = mixed(letters.astype(np.uint64) * np.uint64(256) + np.arange(letters.shape[1]).astype(np.uint64))
    return np.where(letters > 0, found, np.uint64(0))


def mixed(values: Keys) -> Keys:
    """The numbers well stirred (the finalizer of SplitMix64)."""
    found = values + np.uint64(0x9E3779B97F4A7C15)
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return found ^ (found >> np.uint64(31))


def _refined(figures: Figures, keys: Keys, rows: Ints) -> Keys:
    """Keys in which those `rows` also count which others of their name they share something with."""
    own = keys[rows]
    told = own.copy()
    for name in SETS:
        held = figures.sets[name][rows]
        owners = np.repeat(np.arange(len(rows)), np.diff(held.indptr))
        groups = np.unique(figures.codes[rows][owners] * held.shape[1] + held.indices, return_inverse=True)[1]
        sums = np.zeros(int(groups.max(initial=-1)) + 1, dtype=np.uint64)
        np.add.at(sums, groups, own[owners])
        shares = np.zeros(len(rows), dtype=np.uint64)
        np.add.at(shares, owners, mixed(sums[groups]))
        told = mixed(told ^ shares)
    found = keys.copy()
    found[rows] = told
    return found
