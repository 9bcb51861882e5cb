"""The statistical tagger: a linear-chain conditional random field over characters with marks of the lexicon.

Its weights are a data file (`lexicon/tagger.npz`), learned from our own annotated pages by `python -m kg.training`.
A page is cut at marks that end a clause, and all its stretches are decoded at once as arrays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.extraction.columns import columns
from kg.extraction.features import Features, features
from kg.extraction.sheet import Sheet
from kg.extraction.tagged import Tagged

OUTSIDE = "O"
STRETCH = re.compile("[^。！？；!?;\n]*[。！？；!?;\n]*")
LONGEST = 120
# After how many steps the sums of probabilities are scaled: far fewer than leave the range of a number.
EVERY = 4

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and label; row 0 of `weights`, that of unknown features, is all zero.

    Weights are multiples of a power of two, so that sums in single precision are exact.
    """

    labels: tuple[str, ...]
    features: Features
    weights: Singles
    transitions: Floats

    def emissions(self, sheet: Sheet) -> Singles:
        """Shape (characters, labels): the sum of the weights of every feature that stands at each character."""
        total = np.zeros((len(sheet.text), len(self.labels)), dtype=np.float32)
        added = np.empty_like(total)
        for rows in self.features.rows(columns(sheet)):
            total += np.take(self.weights, rows, axis=0, out=added, mode="clip")
        return total


_instead: list[Model | None] = []


def model() -> Model | None:
    """The trained model that ships with the package, or None where there is none."""
    return _instead[-1] if _instead else _shipped()


@contextmanager
def instead(other: Model | None) -> Iterator[None]:
    """Within this, pages are tagged with another model, or with none: for learning and for comparisons."""
    _instead.append(other)
    try:
        yield
    finally:
        _instead.pop()


@cache
def _shipped() -> Model | None:
    file = files("kg.lexicon") / "tagger.npz"
    if not file.is_file():
        return None
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
        return unpack(data)


def unpack(data: dict[str, NDArray[np.generic]]) -> Model:
    """A model from its arrays: `labels`, `keys`, `weights` and `transitions` in steps of 1/`scale`."""
    scale = float(data["scale"])
    weights = np.vstack([np.zeros((1, len(data["labels"]))), data["weights"]]) / scale
    return Model(
        tuple(str(label) for label in data["labels"]),
        features(data["keys"].astype(np.int64)),
        weights.astype(np.float32),
        data["transitions"].astype(np.float64) / scale,
    )


def tag(sheet: Sheet, using: Model) -> Tagged:
    """Decode one sheet: each character gets the label that is likeliest over all readings."""
    scores = using.emissions(sheet).astype(np.float64)
    shares = marginals(scores, sorted(stretches(sheet.text), key=lambda s: (s[0] - s[1], s)), using.transitions)
    rows = {label: row.data for label, row in zip(using.labels, shares.T.copy(), strict=True)}
    first, inner = ({label[2:]: row for label, row in rows.items() if label[0] == place} for place in "BI")
    tagged = Tagged((), first, inner)
    spans = read_labels([using.labels[i] for i in shares.argmax(axis=1).tolist()])
    return Tagged(tuple((s, e, k, tagged.probability(s, e, k)) for s, e, k in spans), first, inner)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    for m in STRETCH.finditer(text):
        for start in range(m.start(), m.end(), LONGEST):
            yield start, min(start + LONGEST, m.end())


def marginals(scores: Floats, cuts: list[tuple[int, int]], transitions: Floats) -> Floats:
    """The probability of each label at each character (forward-backward, scaled after every few steps).

    `scores` has shape (characters, labels); `cuts` are the stretches, the longest first. Characters are laid in the
    order of their place in their stretch, so that each step takes one slice: those that still go on stand in front.
    """
    if not cuts:
        return np.zeros_like(scores)
    starts, ends = np.array(cuts).T
    places = np.arange(ends[0] - starts[0])
    going = np.searchsorted(starts - ends, -places)
    first = np.append(0, np.cumsum(going))
    rank = np.arange(first[-1]) - np.repeat(first[:-1], going)
    order = starts[rank] + np.repeat(places, going)
    steps = [slice(*pair) for pair in pairwise(first.tolist())]
    # Those of the step before that go on.
    before = [slice(at, at + rows) for at, rows in zip(first.tolist(), going[1:].tolist(), strict=False)]
    step = np.exp(transitions)
    # The greatest of a short row is found faster by its place.
    greatest = np.take_along_axis(scores, scores.argmax(axis=1, keepdims=True), axis=1)
    emit = np.exp(scores - greatest).take(order, axis=0)
    forward, backward = emit.copy(), np.ones_like(emit)
    _scale(forward[steps[0]])
    for number, (last, now) in enumerate(zip(before, steps[1:], strict=True)):
        forward[now] *= forward[last] @ step
        if number % EVERY == 0:
            _scale(forward[now])
    for number, (last, now) in enumerate(zip(before[::-1], steps[:0:-1], strict=True)):
        np.matmul(backward[now] * emit[now], step.T, out=backward[last])
        if number % EVERY == 0:
            _scale(backward[last])
    forward *= backward
    _scale(forward)
    back = np.full(len(scores), len(order))
    back[order] = np.arange(len(order))
    return np.vstack([forward, np.zeros_like(scores[:1])]).take(back, axis=0)


def _scale(rows: Floats) -> None:
    rows /= rows.sum(axis=1, keepdims=True)


def read_labels(sequence: list[str]) -> Iterator[tuple[int, int, str]]:
    """The spans of a sequence of labels: B-kind opens one, I-kind goes on with it."""
    start, kind = 0, ""
    last = OUTSIDE
    for at, label in enumerate([*sequence, OUTSIDE]):
        if label == last and label[0] != "B":
            continue
        last = label
        if kind and label != f"I-{kind}":
            yield start, at, kind
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
