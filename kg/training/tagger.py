"""Trains the tagger and writes its weights: L-BFGS by CRFsuite, then rounded to whole steps so that files are small."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction.columns import columns, keys
from kg.extraction.sheet import Sheet
from kg.extraction.tagger import OUTSIDE, stretches
from kg.training.corpus import Example, GoldSpan, gold_spans, sheet_of

# L1 keeps few features, L2 keeps them small; found on folds of the annotated pages.
SETTINGS = {"c1": 0.2, "c2": 0.02, "max_iterations": 100, "feature.possible_transitions": True}
# Weights are whole numbers of 1/SCALE.
SCALE = 256
FORBIDDEN = -40.0
# The longest name that is learned, in characters.
LONGEST = 60


def train(found: Sequence[Example]) -> dict[str, NDArray[Any]]:
    """The arrays of a model (see `kg.extraction.tagger.unpack`) learned from these pages."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for example in found:
        sheet = sheet_of(example)
        labels = labels_of(sheet, gold_spans(example, sheet))
        rows = np.stack(list(keys(columns(sheet))), axis=1)
        for start, end in stretches(sheet.text):
            if end > start:
                trainer.append([[str(key) for key in row] for row in rows[start:end]], labels[start:end])
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "model")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        arrays = _arrays(tagger.labels(), tagger.info())
        tagger.close()
    return arrays


def labels_of(sheet: Sheet, spans: Sequence[GoldSpan]) -> list[str]:
    """One label for each character: B-kind, I-kind or O."""
    labels = [OUTSIDE] * len(sheet.text)
    for span in spans:
        if span.end - span.start <= LONGEST:
            labels[span.start] = f"B-{span.kinds[0]}"
            labels[span.start + 1 : span.end] = [f"I-{span.kinds[0]}"] * (span.end - span.start - 1)
    return labels


def _arrays(names: Sequence[str], info: Any) -> dict[str, NDArray[Any]]:
    labels = sorted(names, key=lambda label: (label != OUTSIDE, label))
    column = {label: number for number, label in enumerate(labels)}
    rows = {key: number for number, key in enumerate(sorted({int(key) for key, _ in info.state_features}))}
    weights = np.zeros((len(rows), len(labels)))
    for (key, label), value in info.state_features.items():
        weights[rows[int(key)], column[label]] = value
    transitions = np.zeros((len(labels), len(labels)))
    for before, i in column.items():
        for after, j in column.items():
            broken = after[0] == "I" and before[2:] != after[2:]
            transitions[i, j] = FORBIDDEN if broken else info.transitions.get((before, after), 0.0)
    kept = np.abs(np.rint(weights * SCALE)).sum(axis=1) > 0
    return {
        "labels": np.array(labels),
        "keys": np.array(sorted(rows), dtype=np.int64)[kept],
        "weights": np.rint(weights * SCALE).astype(np.int16)[kept],
        "transitions": np.rint(transitions * SCALE).astype(np.int16),
        "scale": np.array(SCALE),
    }
