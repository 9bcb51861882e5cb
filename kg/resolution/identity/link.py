"""The whole way from figures to persons: names that are equal first, then what misprints of them may be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.lexicon import table
from kg.resolution.identity.blocks import exact_pairs, misread_pairs, once
from kg.resolution.identity.clusters import NO_PAIRS, Limits, clusters
from kg.resolution.identity.evidence import Wording, reasons, scores
from kg.resolution.identity.figures import Figures, Floats, Ints
from kg.resolution.identity.keys import Keys, content_keys
from kg.resolution.union import Union


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures, by row, with the log odds of their being one person and what speaks for and against it."""

    first: int
    second: int
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Round:
    """Figures that were compared, which rows of the input each stands for first, the pairs and their scores."""

    figures: Figures
    rows: Ints
    pairs: Ints
    scores: Floats
    labels: Ints

    def surest_first(self, places: Ints) -> list[int]:
        """These of its pairs by score, then in order of rows."""
        return [int(at) for at in places[np.lexsort((places, -self.scores[places].round(6)))]]


@dataclass(frozen=True, slots=True)
class Identities:
    """Persons: `labels` gives a number for each figure, in order of first figure."""

    labels: Ints
    _rounds: tuple[_Round, ...]

    def merges(self, wording: Wording) -> list[Link]:
        """The pairs that hold each person's figures together, as few as do, the surest ones."""
        found = []
        for turn in self._rounds:
            held = turn.labels[turn.pairs[:, 0]] == turn.labels[turn.pairs[:, 1]]
            held &= turn.scores >= table("identity")["same"]
            found += _links(turn, _spanning(turn, np.flatnonzero(held)), wording)
        return found

    def doubts(self, wording: Wording) -> list[Link]:
        """The surest pair of each two persons that may be one, by what was known last if that tells of both."""
        limits = table("identity")["doubt"]
        found: list[Link] = []
        told: set[tuple[int, int]] = set()
        for turn in reversed(self._rounds):
            persons = np.sort(self.labels[turn.rows][turn.pairs], axis=1)
            codes = turn.figures.codes[turn.pairs]
            least = np.where(codes[:, 0] == codes[:, 1], limits["equal"], limits["misread"])
            first: dict[tuple[int, int], int] = {}
            for at in turn.surest_first(np.flatnonzero((persons[:, 0] != persons[:, 1]) & (turn.scores >= least))):
                first.setdefault((int(persons[at, 0]), int(persons[at, 1])), at)
            known = {(int(one), int(other)) for one, other in persons}
            found += _links(turn, [at for pair, at in first.items() if pair not in told], wording)
            told |= known
        return found


def link(figures: Figures, same: Ints = NO_PAIRS, apart: Ints = NO_PAIRS) -> Identities:
    """Which figures are one person; `same` and `apart` are pairs of rows (m, 2) that people have decided."""
    keys = content_keys(figures)
    one = _compared(figures, keys, np.arange(len(figures)), exact_pairs(figures, keys), same, apart)
    merged = figures.merged(one.labels)
    keys = content_keys(merged)
    rows = _bearers(figures, merged, one.labels)
    # What is apart stays so, even where sets know more than the names that were compared.
    barred = one.pairs[one.scores <= table("identity")["apart"]]
    walls = _settled(one.labels[barred])
    same, apart = (_settled(one.labels[pairs]) for pairs in (same, apart))
    pairs = once([exact_pairs(merged, keys), misread_pairs(merged, keys), walls], len(merged))
    two = _compared(merged, keys, rows, pairs, same, apart, walls)
    return Identities(two.labels[one.labels], (one, two))


def _compared(
    figures: Figures, keys: Keys, rows: Ints, pairs: Ints, same: Ints, apart: Ints, walls: Ints = NO_PAIRS
) -> _Round:
    data = table("identity")
    weighed = scores(figures, pairs)
    weighed[np.isin(_codes(pairs, len(figures)), _codes(np.sort(walls, axis=1), len(figures)))] = data["apart"]
    limits = Limits(data["same"], data["apart"], data["margin"])
    return _Round(figures, rows, pairs, weighed, clusters(keys, pairs, weighed, limits, same, apart))


def _bearers(figures: Figures, merged: Figures, labels: Ints) -> Ints:
    """For each set the first figure that bears the name by which it is compared."""
    named = np.flatnonzero(np.array(figures.names, dtype=object) == np.array(merged.names, dtype=object)[labels])
    first = np.full(len(merged), len(figures), dtype=np.int64)
    np.minimum.at(first, labels[named], named)
    return first


def _codes(pairs: Ints, size: int) -> Ints:
    """A number for each pair of rows."""
    return pairs[:, 0] * size + pairs[:, 1]


def _settled(pairs: Ints) -> Ints:
    """Pairs of sets; those within one set need no more."""
    between: Ints = pairs[pairs[:, 0] != pairs[:, 1]]
    return between


def _spanning(turn: _Round, held: Ints) -> list[int]:
    """Of these pairs as few as keep every set together, the surest first."""
    sets = Union(len(turn.figures))
    taken = []
    for at in turn.surest_first(held):
        one, other = (sets.find(int(row)) for row in turn.pairs[at])
        if one != other:
            sets.join((one, other))
            taken.append(at)
    return sorted(taken)


def _links(turn: _Round, places: list[int], wording: Wording) -> list[Link]:
    pairs = turn.pairs[np.array(places, dtype=np.int64)]
    told = reasons(turn.figures, pairs, wording)
    return [
        Link(int(turn.rows[a]), int(turn.rows[b]), round(float(turn.scores[at]), 6), words)
        for at, (a, b), words in zip(places, pairs.tolist(), told, strict=True)
    ]
