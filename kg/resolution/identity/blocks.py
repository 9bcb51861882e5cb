"""Which figures are compared at all: those that share a name, or all of it but one character, and something else.

Blocks are integer keys on arrays; within a block neighbours are compared, never all with all where it is large. Who is
a neighbour depends on what figures say, not on their rows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from kg.resolution.identity.figures import Figures, Flags, Ints
from kg.resolution.identity.keys import Keys, letter_keys, mixed

# A block of this size or less is compared in full; in a larger one each figure meets so many of those after it.
SMALL, WINDOW = 12, 2
EXACT = ("pages", "counties", "prefectures", "bodies", "posts", "papers", "companions")
MISREAD = ("pages", "counties", "posts", "companions")
HOMES = ("counties", "prefectures", "provinces")
# A name of more characters is taken as misread in one of the first so many.
LONGEST = 12
NONE = np.iinfo(np.uint64).max


def exact_pairs(figures: Figures, keys: Keys) -> Ints:
    """Pairs of figures of one name, in the form of `once`; `keys` are the content keys."""
    alone = np.bincount(figures.codes, minlength=len(figures.texts))[figures.codes] < 2
    names = np.where(alone, -1, figures.codes)
    found = [_neighbours(figures, keys, names, np.arange(len(figures)))]
    found += [_neighbours(figures, keys, *_keyed(names, figures.sets[name])) for name in EXACT]
    return once(found, len(figures))


def misread_pairs(figures: Figures, keys: Keys) -> Ints:
    """Pairs of figures whose names differ in one character, in the form of `once`; `keys` as above."""
    found = [np.empty((0, 2), dtype=np.int64)]
    for column in _forms(figures.letters()).T:
        forms = column[figures.codes]
        if (forms >= 0).any():
            found += [_neighbours(figures, keys, *_keyed(forms, figures.sets[name])) for name in MISREAD]
    pairs = once(found, len(figures))
    other: Ints = pairs[figures.codes[pairs[:, 0]] != figures.codes[pairs[:, 1]]]
    return other


def once(found: Sequence[Ints], size: int) -> Ints:
    """Pairs of `size` rows as (i, j), i < j, each once, sorted; shape (m, 2)."""
    codes = np.sort(np.concatenate([np.minimum(*pairs.T) * size + np.maximum(*pairs.T) for pairs in found]))
    kept = np.ones(len(codes), dtype=bool)
    kept[1:] = codes[1:] != codes[:-1]
    first, second = np.divmod(codes[kept], max(1, size))
    parted = first != second
    return np.stack([first[parted], second[parted]], axis=1)


def _keyed(names: Ints, held: sparse.csr_array) -> tuple[Ints, Ints]:
    """A key for each name and column together, and the row that has it; names below 0 are left out."""
    owners = np.repeat(np.arange(held.shape[0]), np.diff(held.indptr))
    kept = names[owners] >= 0
    owners = owners[kept]
    return names[owners] * held.shape[1] + held.indices[kept], owners


def _neighbours(figures: Figures, keys: Keys, blocks: Ints, rows: Ints) -> Ints:
    """Pairs of `rows` that are compared since their `blocks` are the same."""
    kept = blocks >= 0
    blocks, rows = blocks[kept], rows[kept]
    order = np.argsort(blocks, kind="stable")
    blocks, rows = blocks[order], rows[order]
    starts = np.flatnonzero(np.concatenate([[True], blocks[1:] != blocks[:-1]])) if len(blocks) else order
    sizes = np.diff(np.append(starts, len(blocks)))
    numbers, sizes = np.repeat(np.arange(len(starts)), sizes), np.repeat(sizes, sizes)
    small, large = (sizes > 1) & (sizes <= SMALL), sizes > SMALL
    found = _stepped(numbers[small], rows[small], SMALL - 1)
    numbers, rows = numbers[large], rows[large]
    order = np.lexsort((keys[rows], figures.days[rows, 0], _homes(figures, keys, numbers, rows), numbers))
    found += _stepped(numbers[order], rows[order], WINDOW)
    return np.concatenate(found) if found else np.empty((0, 2), dtype=np.int64)


def _stepped(numbers: Ints, rows: Ints, steps: int) -> list[Ints]:
    """Each row with those up to so many steps after it in its block."""
    found = []
    for step in range(1, min(steps + 1, len(rows))):
        near = numbers[:-step] == numbers[step:]
        if not near.any():
            break
        found.append(np.stack([rows[:-step][near], rows[step:][near]], axis=1))
    return found


def _homes(figures: Figures, keys: Keys, blocks: Ints, rows: Ints) -> Keys:
    """A number for the home of each row: the least key of those at home there in its block."""
    found = np.full(len(rows), NONE, dtype=np.uint64)
    for name in HOMES:
        open_rows = np.flatnonzero(found == NONE)
        held = figures.sets[name][rows[open_rows]]
        owners = open_rows[np.repeat(np.arange(len(open_rows)), np.diff(held.indptr))]
        groups = np.unique(blocks[owners] * held.shape[1] + held.indices, return_inverse=True)[1]
        least = np.full(int(groups.max(initial=-1)) + 1, NONE, dtype=np.uint64)
        np.minimum.at(least, groups, keys[rows[owners]])
        np.minimum.at(found, owners, least[groups])
    return found


def _forms(letters: Ints) -> Ints:
    """For each name (rows) and place in it (columns) a number for the name without that character; -1 past its end.

    Forms of a name are never alone: what no other name shares is -1 as well.
    """
    keys = letter_keys(letters)
    whole = keys.sum(axis=1, dtype=np.uint64)[:, None]
    width = min(letters.shape[1], LONGEST)
    forms = whole - keys[:, :width] + mixed(np.arange(width, dtype=np.uint64))
    inside: Flags = letters[:, :width] > 0
    _, numbers, counts = np.unique(forms[inside], return_inverse=True, return_counts=True)
    rows = np.full(forms.shape, -1, dtype=np.int64)
    rows[inside] = np.where(counts[numbers] > 1, numbers, -1)
    return rows
