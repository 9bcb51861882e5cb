"""Learning in order, each step judged on pages that the step before has not seen.

The tagger is trained once for each fold without that fold's pages and once on all; weights and confidence are learned
from sheets that the fold taggers have read, as if the pages were new.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction import Extractor
from kg.extraction.tagger import Model, instead, unpack
from kg.extraction.weights import Evidence, weight
from kg.lexicon import table
from kg.model import Knowledge
from kg.resolution import resolve
from kg.training import confidence, shifts, tagger, weights
from kg.training.corpus import FRESH, Example, annotation_files, examples, held_out

FOLDS = 4
# The weights are learned again from the lattices that new weights make.
ROUNDS = 2
CACHE = Path("build/taggers")
Say = Callable[[str], None]


def tuning_pages() -> list[Example]:
    """All annotated pages that are not held out."""
    return examples(file for file in annotation_files() if not held_out(file))


def unseen_pages() -> list[Example]:
    """The held-out pages."""
    return examples(file for file in annotation_files() if held_out(file))


def fresh_pages() -> list[Example]:
    """Pages that came later, and that nothing is trained on."""
    return examples(annotation_files(FRESH), (FRESH,))


def fold_of(found: Sequence[Example]) -> dict[str, int]:
    """The fold of each page, by its file."""
    return {example.annotation.page: number % FOLDS for number, example in enumerate(found)}


def learn(lexicon: Path, say: Say) -> None:
    """Train, learn and write everything."""
    found = tuning_pages()
    say(f"{len(found)} pages, {sum(len(example.page.text) for example in found)} characters")
    models = fold_models(found, say)
    shutil.copyfile(_cached(FOLDS, found), lexicon / "tagger.npz")
    say("tagger written")
    folds = fold_of(found)
    extractor = Extractor()
    first: dict[Evidence, float] = {}
    for round_ in range(ROUNDS):
        sheets = [weights.traced_sheet(extractor, e, models[folds[e.annotation.page]]) for e in found]
        now = {evidence: float(weight(*evidence)) for evidence in weights.evidence_of(sheets)}
        first = now | first
        weights.write(weights.learn(found, sheets, now, first), lexicon / "weights.toml")
        _forget()
        say(f"weights written, round {round_ + 1}")
    sheets = [weights.traced_sheet(extractor, e, models[folds[e.annotation.page]]) for e in found]
    now = {evidence: float(weight(*evidence)) for evidence in weights.evidence_of(sheets)}
    weights.write(shifts.tune(found, sheets, now), lexicon / "weights.toml")
    _forget()
    say("shifts written")
    rows = [row for example in found for row in judged(extractor, example, models[folds[example.annotation.page]])]
    confidence.write(confidence.learn(rows), lexicon / "calibration.toml")
    _forget()
    say(f"confidence learned from {len(rows)} statements")


def built(extractor: Extractor, example: Example, model: Model | None) -> Knowledge:
    """What one page says alone, as another tagger than the shipped one reads it."""
    with instead(model):
        return resolve([example.page], extractor.extract(example.page))


def judged(extractor: Extractor, example: Example, model: Model | None) -> list[confidence.Judged]:
    """The statements about one page with raw scores, and whether they are right."""
    from kg.resolution.confidence import raw_scores

    with raw_scores():
        knowledge = built(extractor, example, model)
    return confidence.judged(knowledge, [example.annotation])


def fold_models(found: Sequence[Example], say: Say) -> list[Model]:
    """The tagger of each fold, trained without it; trains what is not in the cache, in two processes."""
    wanted = [fold for fold in range(FOLDS + 1) if not _cached(fold, found).is_file()]
    if wanted:
        say(f"training {len(wanted)} taggers")
        with ProcessPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
            list(pool.map(_train, wanted))
    return [unpack(_arrays(fold, found)) for fold in range(FOLDS)]


def _train(fold: int) -> None:
    found = tuning_pages()
    folds = fold_of(found)
    arrays = tagger.train([example for example in found if folds[example.annotation.page] != fold])
    file = _cached(fold, found)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, allow_pickle=False, **arrays)


def _arrays(fold: int, found: Sequence[Example]) -> dict[str, NDArray[Any]]:
    with np.load(_cached(fold, found), allow_pickle=False) as data:
        return dict(data)


def _cached(fold: int, found: Sequence[Example]) -> Path:
    """The file of a fold's tagger: another one when pages, annotations, settings or the columns' code change."""
    state = hashlib.sha256(repr((fold, FOLDS, sorted(tagger.SETTINGS.items()))).encode())
    for example in found:
        state.update(example.page.sha256.encode())
        state.update(example.annotation.path.read_bytes())
    for file in ("columns.py", "words.py"):
        state.update((Path(__file__).parent.parent / "extraction" / file).read_bytes())
    return CACHE / f"{state.hexdigest()[:16]}.npz"


def _forget() -> None:
    """Lets data files be read again."""
    table.cache_clear()
    weight.cache_clear()
