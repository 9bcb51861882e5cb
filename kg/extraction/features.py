"""Finds the weights of every feature on a page by arrays, without searching.

Each template is a trie: an array for each of its columns leads from what was read so far and the next value to a
number, which after the last column is the row of weights. 0 stands for what the model does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction.columns import BITS, TEMPLATES, Ints, key_range, seen_from, widened

Step = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a model: the numbers of each column's values, and the trie of each template by its number."""

    codes: dict[str, Ints]
    tries: dict[int, tuple[Step, ...]]

    def rows(self, columns: Mapping[str, Ints]) -> Iterator[Step]:
        """For each template that has weights, the row of the feature that stands at each character."""
        wide = {name: codes.take(widened(columns[name])) for name, codes in self.codes.items()}
        for number, (first, *further) in self.tries.items():
            read = [seen_from(wide[column], offset) for column, offset in TEMPLATES[number]]
            state = first.take(read[0])
            for step, code in zip(further, read[1:], strict=True):
                state = step.take(state * np.intp(step.shape[1]) + code)
            yield state


def features(keys: Ints) -> Features:
    """The features with these sorted keys (see `kg.extraction.columns.keys`); they have the rows from 1 on."""
    values: dict[str, Ints] = {}
    fields: dict[int, list[Ints]] = {}
    rows: dict[int, int] = {}
    for number, template in enumerate(TEMPLATES):
        first, beyond = np.searchsorted(keys, key_range(number))
        if first < beyond:
            places = range(BITS * (len(template) - 1), -1, -BITS)
            fields[number] = [keys[first:beyond] >> place & (1 << BITS) - 1 for place in places]
            rows[number] = first + 1
            for (column, _), found in zip(template, fields[number], strict=True):
                values[column] = np.union1d(values.get(column, found), found)
    codes = {column: np.zeros(1 << BITS, dtype=np.int64) for column in values}
    for column, found in values.items():
        codes[column][found] = np.arange(1, len(found) + 1)
    tries: dict[int, tuple[Step, ...]] = {}
    for number, parts in fields.items():
        names = [column for column, _ in TEMPLATES[number]]
        read = [codes[name][part] for name, part in zip(names, parts, strict=True)]
        tries[number] = tuple(_steps(read, [len(values[name]) + 1 for name in names], rows[number]))
    return Features(codes, tries)


def _steps(read: list[Ints], sizes: list[int], row: int) -> Iterator[Step]:
    """The arrays of one template whose features have these codes in its columns, and the rows from `row` on."""
    last = len(read) - 1
    state, states = np.zeros(len(read[0]), dtype=np.int64), 1
    for at, (code, size) in enumerate(zip(read, sizes, strict=True)):
        place = state * size + code
        taken, number = np.unique(place, return_inverse=True)
        state = number + (row if at == last else 1)
        step = np.zeros(states * size, dtype=np.min_scalar_type(state.max()))
        step[place] = state
        yield step.reshape(states, size) if at else step
        states = len(taken) + 1
