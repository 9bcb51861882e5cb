"""Tunes how readily each kind of name is chosen: what is added to every proposal of a kind so that F1 of spans is best.

Learned weights make the annotated path likely, and so leave out what is doubtful; F1 wants some of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluation.annotation import KINDS
from kg.evaluation.scoring import Score
from kg.extraction.lattice import best_path
from kg.extraction.sheet import Sheet
from kg.extraction.weights import Evidence
from kg.training.corpus import Example, gold_spans, names_within

SOURCE = "shift"
STEPS = (0.0, 0.25, 0.5)


def tune(found: Sequence[Example], sheets: Sequence[Sheet], now: dict[Evidence, float]) -> dict[Evidence, float]:
    """The best shift of each kind, one kind after the other; `now` are the shifts that the sheets were made with."""
    best: dict[Evidence, float] = {}
    for kind in KINDS:
        before = now.get((SOURCE, kind), 0.0)
        scores = {step: _score(found, sheets, kind, step - before) for step in STEPS}
        best[SOURCE, kind] = max(STEPS, key=lambda step: (round(scores[step].f1, 3), -step))
    return best


def _score(found: Sequence[Example], sheets: Sequence[Sheet], kind: str, by: float) -> Score:
    """Spans of one kind, right, false and missed, where every proposal of the kind weighs so much more."""
    total = Score()
    for example, sheet in zip(found, sheets, strict=True):
        rows = [c._replace(weight=float(c.weight) + (by if c.kind == kind else 0.0)) for c in sheet.candidates]
        got = {(c.start, c.end) for c in best_path(rows)[0] if c.kind == kind}
        gold = gold_spans(example, sheet)
        fine = {(span.start, span.end) for span in gold if kind in span.kinds} | names_within(example, sheet, gold)
        wanted = {(span.start, span.end) for span in gold if span.kinds[0] == kind and not span.optional}
        total += Score(len(got & wanted), len(got - fine), len(wanted - got))
    return total
