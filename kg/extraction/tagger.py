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

import numpy as np
from numpy.typing import NDArray

from kg.extraction.columns import columns, keys
from kg.extraction.sheet import Sheet
from kg.extraction.tagged import Tagged

OUTSIDE = "O"
STRETCH = re.compile("[^。！？；!?;\n]*[。！？；!?;\n]*")
LONGEST = 160

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and label: row i of `weights` belongs to `keys[i]`, which are sorted; the last row is zero."""

    labels: tuple[str, ...]
    keys: Ints
    weights: Floats
    transitions: Floats

    def emissions(self, sheet: Sheet) -> Floats:
        """Shape (characters, labels): the sum of the weights of every feature that stands at each character."""
        total = np.zeros((len(sheet.text), len(self.labels)))
        for found in keys(columns(sheet)):
            at = np.searchsorted(self.keys, found)
            at[at == len(self.keys)] = 0
            known = self.keys[at] == found
            total += self.weights[np.where(known, at, len(self.keys))]
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
    weights = data["weights"].astype(np.float64) / scale
    return Model(
        tuple(str(label) for label in data["labels"]),
        data["keys"].astype(np.int64),
        np.vstack([weights, np.zeros((1, weights.shape[1]))]),
        data["transitions"].astype(np.float64) / scale,
    )


def tag(sheet: Sheet, using: Model) -> Tagged:
    """Decode one sheet."""
    scores = using.emissions(sheet)
    cuts = list(stretches(sheet.text))
    best = np.zeros(len(sheet.text), dtype=np.int64)
    marginals = np.zeros_like(scores)
    if cuts:
        starts = np.array([s for s, _ in cuts])
        lengths = np.array([e - s for s, e in cuts])
        grid = np.minimum(starts[:, None] + np.arange(lengths.max())[None, :], len(scores) - 1)
        inside = np.arange(lengths.max())[None, :] < lengths[:, None]
        block = scores[grid]
        marginals[grid[inside]] = _marginals(block, lengths, using.transitions)[inside]
        best[grid[inside]] = _viterbi(block, lengths, using.transitions)[inside]
    return _tagged(using.labels, best, marginals)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    for m in STRETCH.finditer(text):
        for start in range(m.start(), m.end(), LONGEST):
            yield start, min(start + LONGEST, m.end())


def _viterbi(block: Floats, lengths: Ints, transitions: Floats) -> Ints:
    """The best label of each character; `block` is (stretches, characters, labels), padded at the end."""
    rows, size, count = block.shape
    back = np.zeros((size, rows, count), dtype=np.int64)
    score = block[:, 0, :]
    last = score.copy()
    for t in range(1, size):
        paths = score[:, :, None] + transitions[None, :, :]
        back[t] = paths.argmax(axis=1)
        score = paths.max(axis=1) + block[:, t, :]
        going = lengths > t
        last[going] = score[going]
    best = np.zeros((rows, size), dtype=np.int64)
    label = last.argmax(axis=1)
    row = np.arange(rows)
    for t in range(size - 1, -1, -1):
        best[:, t] = label
        if t:
            label = np.where(lengths > t, back[t][row, label], label)
    return best


def _marginals(block: Floats, lengths: Ints, transitions: Floats) -> Floats:
    """The probability of each label at each character (forward-backward, scaled at each step)."""
    rows, size, count = block.shape
    step = np.exp(transitions)
    emit = np.exp(block - block.max(axis=2, keepdims=True))
    forward = np.zeros((size, rows, count))
    alpha = emit[:, 0, :]
    forward[0] = alpha / alpha.sum(axis=1, keepdims=True)
    for t in range(1, size):
        alpha = (forward[t - 1] @ step) * emit[:, t, :]
        forward[t] = alpha / alpha.sum(axis=1, keepdims=True)
    result = np.zeros((rows, size, count))
    beta = np.ones((rows, count))
    for t in range(size - 1, -1, -1):
        if t + 1 < size:
            following = (beta * emit[:, t + 1, :]) @ step.T
            following /= following.sum(axis=1, keepdims=True)
            beta = np.where((lengths > t + 1)[:, None], following, 1.0)
        both = forward[t] * beta
        result[:, t, :] = both / both.sum(axis=1, keepdims=True)
    return result


def _tagged(labels: tuple[str, ...], best: Ints, marginals: Floats) -> Tagged:
    first = {label[2:]: marginals[:, i].tolist() for i, label in enumerate(labels) if label[0] == "B"}
    inner = {label[2:]: marginals[:, i].tolist() for i, label in enumerate(labels) if label[0] == "I"}
    tagged = Tagged((), first, inner)
    spans = tuple((s, e, kind, tagged.probability(s, e, kind)) for s, e, kind in read_labels([labels[i] for i in best]))
    return Tagged(spans, first, inner)


def read_labels(sequence: list[str]) -> Iterator[tuple[int, int, str]]:
    """The spans of a sequence of labels: B-kind opens one, I-kind goes on with it."""
    start, kind = 0, ""
    for at, label in enumerate([*sequence, OUTSIDE]):
        if kind and label != f"I-{kind}":
            yield start, at, kind
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = at, label[2:]
