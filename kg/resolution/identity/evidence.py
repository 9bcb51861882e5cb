"""What speaks for and against two figures being one person, by the table `lexicon/identity.toml`.

A score is the sum of the weights of what holds, in natural log odds; each weight has its words, so that it can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypinyin import lazy_pinyin
from scipy import sparse

from kg.extraction.surnames import compound_surnames
from kg.lexicon import table
from kg.lexicon.shapes import likenesses
from kg.resolution.identity.figures import Figures, Floats, Ints

YEAR = 365.25
# So many pairs are weighed at a time, to bound memory.
BATCH = 400_000
SHOWN = 3
Wording = Callable[[str, int], str]
"""What people call a column of a set."""


def scores(figures: Figures, pairs: Ints) -> Floats:
    """The log odds of each pair (rows of `pairs`, shape (m, 2)) being one person."""
    regions = _regions(figures)
    found = np.full(len(pairs), float(table("identity")["prior"]))
    for at in range(0, len(pairs), BATCH):
        for _, weights in _weighed(figures, pairs[at : at + BATCH], regions):
            found[at : at + BATCH] += weights
    return found


def reasons(figures: Figures, pairs: Ints, wording: Wording) -> list[tuple[str, ...]]:
    """For each pair what spoke for and against it, in words, the weightiest first."""
    found: list[list[tuple[float, str]]] = [[] for _ in pairs]
    regions = _regions(figures)
    for row, weights in _weighed(figures, pairs, regions):
        for at in np.flatnonzero(weights):
            weight = float(weights[at])
            found[at].append((weight, _worded(row, weight, figures, pairs[at], wording)))
    return [
        tuple(f"{words}（{weight:+.1f}）" for weight, words in sorted(each, key=lambda one: (-abs(one[0]), one[1])))
        for each in found
    ]


def _weighed(figures: Figures, pairs: Ints, regions: Ints) -> Iterator[tuple[Mapping[str, Any], Floats]]:
    """Each row of the table with its weight for each pair, 0 where it does not hold."""
    both, names = _Both(figures, pairs), _Names(figures, pairs[:, 0], pairs[:, 1], regions)
    for row in table("identity")["sets"]:
        holds, weight = _of_set(row, both, names)
        yield row, np.where(holds, weight, 0.0)
    paged = both.share("pages")
    for row in table("identity")["versus"]:
        weight = np.where(paged & names.equal, row["paged"], names.chosen(row["weight"], row["misread"]))
        near = both.share(row["within"]) if "within" in row else True
        yield row, np.where(both.differ(row["one"], row["other"]) & near, weight, 0.0)
    yield from names.weighed(both.conflict("titles"), paged, both.share("posts"))


def _of_set(row: Mapping[str, Any], both: _Both, names: _Names) -> tuple[Any, Floats]:
    """Where a row of `sets` holds, and its weight there."""
    weight = names.chosen(row["weight"], row["misread"])
    if "shares" in row:
        more = np.clip(both.common(row["shares"]) - 1, 0, row.get("most", 1) - 1)
        return both.share(row["shares"]), weight + more * row.get("each", 0.0)
    if "conflicts" in row:
        loose = names.chosen(row.get("loose", row["weight"]), row.get("loose_misread", row["misread"]))
        holds = both.conflict(row["conflicts"])
        if "under" in row:
            holds &= both.share(row["under"])
        return holds, np.where(both.have("seated"), weight, loose)
    if "only_one" in row:
        return np.logical_xor(*both.known(row["only_one"])) & both.share(row["within"]), weight
    return np.logical_or(*both.known(row["either"])), weight


class _Both:
    """What the two figures of each pair know and share."""

    def __init__(self, figures: Figures, pairs: Ints) -> None:
        self._sets = figures.sets
        self._first, self._second = pairs.T
        self._common: dict[str, Floats] = {}

    def common(self, name: str) -> Floats:
        """How many items of a set both have."""
        if name not in self._common:
            rows = self._sets[name]
            self._common[name] = np.asarray(rows[self._first].multiply(rows[self._second]).sum(axis=1)).ravel()
        return self._common[name]

    def known(self, name: str) -> tuple[Any, Any]:
        """Where the first has an item of a set, and where the second has."""
        has = np.diff(self._sets[name].indptr) > 0
        return has[self._first], has[self._second]

    def share(self, name: str) -> Any:
        return self.common(name) > 0

    def have(self, name: str) -> Any:
        return np.logical_and(*self.known(name))

    def conflict(self, name: str) -> Any:
        return self.have(name) & ~self.share(name)

    def differ(self, one: str, other: str) -> Any:
        """Where one of the two has items of one set only, the other of the other set only."""
        (a, b), (c, d) = self.known(one), self.known(other)
        return (a & ~c & d & ~b) | (b & ~d & c & ~a)


class _Names:
    """What the names of pairs have in common and how they differ."""

    def __init__(self, figures: Figures, first: Ints, second: Ints, regions: Ints) -> None:
        self._figures, self._first, self._second = figures, first, second
        a, b = figures.codes[first], figures.codes[second]
        self.equal = a == b
        letters = figures.letters()
        self._sizes = _sizes(figures.texts, letters)[a]
        differ = letters[a] != letters[b]
        self._place = differ.argmax(axis=1)
        at = np.arange(len(a))
        self._letters = letters[a][at, self._place], letters[b][at, self._place]
        self._regions = regions[a]

    def chosen(self, equal: float, misread: float) -> Floats:
        """One weight for pairs of equal names, another for those of which one may be misread."""
        return np.where(self.equal, equal, misread)

    def weighed(self, titled: Any, paged: Any, held: Any) -> Iterator[tuple[Mapping[str, Any], Floats]]:
        """The rows of the table on names, with their weights."""
        rows, equal, misread = table("identity")["names"], self.equal, ~self.equal
        yield rows["equal"], np.where(equal, rows["equal"]["weight"], 0.0)
        for name, holds in (
            ("short", self._sizes <= rows["short"]["most"]),
            ("long", self._sizes >= rows["long"]["least"]),
            ("titles", titled),
        ):
            yield rows[name], np.where(holds, self.chosen(rows[name]["weight"], rows[name]["misread"]), 0.0)
        common = np.where(equal, np.log2(np.maximum(1, self._regions / rows["common"]["beyond"])), 0.0)
        yield rows["common"], common * rows["common"]["weight"]
        given = misread & (self._place == 0) & (self._sizes > 2)
        yield rows["given"], np.where(given, rows["given"]["weight"], 0.0)
        often = misread & (np.minimum(*self._both(self._figures.counts)) >= rows["often"]["least"])
        yield rows["often"], np.where(often, rows["often"]["weight"], 0.0)
        gap = self._gap(self._figures.days)
        tenure = misread & held & (gap >= rows["tenure"]["least"] * YEAR)
        yield rows["tenure"], np.where(tenure, rows["tenure"]["misread"], 0.0)
        years = gap >= rows["years"]["least"] * YEAR
        yield rows["years"], np.where(years, self.chosen(rows["years"]["weight"], rows["years"]["misread"]), 0.0)
        for name, apart in (
            ("born", self._gap(self._figures.born) > 0),
            ("ranks", self._gap(self._figures.ranks) >= rows["ranks"]["apart"]),
        ):
            weight = self.chosen(rows[name]["weight"], rows[name]["misread"])
            yield rows[name], np.where(apart, np.where(paged & equal, rows[name]["paged"], weight), 0.0)
        yield from self._looks(rows, misread)

    def _looks(self, rows: Mapping[str, Any], misread: Any) -> Iterator[tuple[Mapping[str, Any], Floats]]:
        alike = np.zeros(len(misread))
        alike[misread] = likenesses(self._letters[0][misread], self._letters[1][misread])
        most = np.inf
        for row in rows["likeness"]:
            yield row, np.where(misread & (alike >= row["least"]) & (alike < most), row["weight"], 0.0)
            most = row["least"]
        letters, at = np.unique(np.stack(self._letters)[:, misread], return_inverse=True)
        sounds = np.array([_sound(int(letter)) for letter in letters], dtype=str)[at]
        heard = np.zeros(len(misread), dtype=bool)
        heard[misread] = sounds[0] == sounds[1]
        yield rows["sound"], np.where(heard, rows["sound"]["weight"], 0.0)

    def _both(self, column: Ints) -> tuple[Ints, Ints]:
        return column[self._first], column[self._second]

    def _gap(self, spans: Ints) -> Ints:
        """What lies between the spans of two figures; 0 where they overlap or one is not known."""
        one, other = self._both(spans)
        gap = np.maximum(one[:, 0] - other[:, 1], other[:, 0] - one[:, 1])
        return np.where((one[:, 0] > 0) & (other[:, 0] > 0), np.maximum(gap, 0), 0)


def _sizes(texts: NDArray[np.str_], letters: Ints) -> Ints:
    """The length of each name, a surname of two characters counted as one."""
    sizes: Ints = (letters > 0).sum(axis=1)
    double = (sizes > 2) & np.isin(texts.astype("<U2"), sorted(compound_surnames()))
    return sizes - double


def _regions(figures: Figures) -> Ints:
    """In how many prefectures each of the names is found."""
    rows = figures.sets["prefectures"]
    owners = np.repeat(figures.codes, np.diff(rows.indptr))
    seen = np.unique(owners * rows.shape[1] + rows.indices)
    return np.bincount(seen // rows.shape[1], minlength=len(figures.texts))


@cache
def _sound(letter: int) -> str:
    found = lazy_pinyin(chr(letter))
    return str(found[0]) if found else ""


def _worded(row: Mapping[str, Any], weight: float, figures: Figures, pair: Ints, wording: Wording) -> str:
    words = str(row["words"])
    if "{}" not in words:
        return words
    if "beyond" in row:
        return words.format(round(row["beyond"] * 2 ** (weight / row["weight"])))
    name = row.get("shares") or row["one"]
    one, other = (set(_columns(figures.sets[name], int(at))) for at in pair)
    meant = one & other if "shares" in row else one | other
    return words.format("、".join(sorted(wording(name, column) for column in sorted(meant))[:SHOWN]))


def _columns(rows: sparse.csr_array, at: int) -> list[int]:
    return [int(column) for column in rows.indices[rows.indptr[at] : rows.indptr[at + 1]]]
