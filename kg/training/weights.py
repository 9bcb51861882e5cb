"""Learns the weights of evidence: maximum a posteriori for a semi-Markov random field over the lattice of proposals.

A path through the lattice is a set of proposals that do not overlap, and its score is the sum of their values; the
annotated path is made as likely as possible (Sarawagi and Cohen, 2004), held near the former weights by a normal prior.
What a name gains from the names inside it is taken at the weights of each round, so a few rounds are run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.extraction import Extractor
from kg.extraction.lattice import Candidate, merge, values
from kg.extraction.sheet import Sheet, lay_out
from kg.extraction.tagger import Model, instead
from kg.extraction.weights import Evidence, parts_of, traced_weights
from kg.training.corpus import Example, GoldSpan, gold_spans, names_within

# The standard deviation of the prior, in units of weight: at 1 the figures on left-out pages fall by half a point.
SPREAD = 0.3
ROUNDS = 4
STEPS = 60
# Proposals that are worth less are never chosen at any weights near these.
HOPELESS = -8.0
# Documents are annotated where somebody cared to: their absence teaches nothing.
UNLEARNED = ("Document",)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lattice:
    """One page: proposals sorted by end, what each is made of, and which the annotation wants or allows.

    `before[i]` counts the proposals that end where proposal i begins or earlier; `wanted` is 1 for annotated,
    0.5 for allowed, 0 for wrong ones.
    """

    rows: tuple[Candidate, ...]
    features: Floats
    worth: Floats
    before: NDArray[np.int64]
    wanted: Floats


def traced_sheet(extractor: Extractor, example: Example, tagger: Model | None) -> Sheet:
    """The sheet of a page after all proposals, whose weights remember their evidence."""
    sheet = lay_out(example.page)
    doc = extractor.nlp.make_doc(sheet.text)
    doc._.sheet = sheet
    with instead(tagger), traced_weights():
        for name, component in extractor.nlp.pipeline:
            doc = component(doc)
            if name == "kg_feedback":
                break
    return sheet


def evidence_of(sheets: Sequence[Sheet]) -> list[Evidence]:
    """Every piece of evidence that any proposal rests on, sorted."""
    return sorted({evidence for sheet in sheets for c in sheet.candidates for evidence in parts_of(c.weight)})


def lattice(example: Example, sheet: Sheet, evidence: Sequence[Evidence]) -> Lattice:
    """The lattice of one page at the present weights, without the right names inside longer right names."""
    gold = gold_spans(example, sheet)
    within = names_within(example, sheet, gold)
    every = [row for row in merge(sheet.candidates) if row.weight > HOPELESS and row.kind not in UNLEARNED]
    kept = [pair for pair in zip(every, values(every), strict=True) if (pair[0].start, pair[0].end) not in within]
    rows, worth = [row for row, _ in kept], [value for _, value in kept]
    column = {name: number for number, name in enumerate(evidence)}
    features = np.zeros((len(rows), len(evidence)))
    for i, value in enumerate(worth):
        for name, times in parts_of(value).items():
            features[i, column[name]] = times
    ends = np.array([row.end for row in rows])
    before = np.searchsorted(ends, [row.start for row in rows], side="right") if rows else np.zeros(0, dtype=np.int64)
    spans = {(span.start, span.end): span for span in gold}
    wanted = np.array([_wanted(row, spans) for row in rows])
    return Lattice(tuple(rows), features, np.array([float(value) for value in worth]), before, wanted)


def _wanted(row: Candidate, spans: dict[tuple[int, int], GoldSpan]) -> float:
    span = spans.get((row.start, row.end))
    if span is None or row.kind != span.kinds[0]:
        return 0.0
    return 0.5 if span.optional else 1.0


def learn(
    found: Sequence[Example], sheets: Sequence[Sheet], now: dict[Evidence, float], first: dict[Evidence, float]
) -> dict[Evidence, float]:
    """New weights for the evidence of these sheets, made with the weights `now`, held near those of `first`."""
    from scipy.optimize import minimize

    evidence = evidence_of(sheets)
    # Shifts are tuned for F1 afterwards.
    prior = np.array([0.0 if name[0] == "shift" else first[name] for name in evidence])
    present = np.array([now[name] for name in evidence])
    pages = [lattice(example, sheet, evidence) for example, sheet in zip(found, sheets, strict=True)]
    offsets = [page.worth - page.features @ present for page in pages]

    def loss(point: Floats) -> tuple[float, Floats]:
        total = 0.5 * float(((point - prior) ** 2).sum()) / SPREAD**2
        slope = (point - prior) / SPREAD**2
        for page, offset in zip(pages, offsets, strict=True):
            value, gradient = page_loss(page, page.features @ point + offset)
            total += value
            slope = slope + page.features.T @ gradient
        return total, slope

    best = minimize(loss, present, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return dict(zip(evidence, map(float, best.x), strict=True))


def page_loss(page: Lattice, scores: Floats) -> tuple[float, Floats]:
    """Minus the log-likelihood of the annotated proposals, and its gradient by the proposals' scores."""
    size = len(scores)
    if not size:
        return 0.0, np.zeros(0)
    forward = [0.0] * (size + 1)
    value = scores.tolist()
    before = page.before.tolist()
    for i in range(size):
        forward[i + 1] = _log_add(forward[i], forward[before[i]] + value[i])
    weight = [0.0] * (size + 1)
    weight[size] = 1.0
    chosen = np.zeros(size)
    for i in range(size - 1, -1, -1):
        share = weight[i + 1]
        if share > 1e-12:
            take = float(np.exp(min(0.0, forward[before[i]] + value[i] - forward[i + 1])))
            chosen[i] = share * take
            weight[i] += share * (1.0 - take)
            weight[before[i]] += share * take
    free = page.wanted == 0.5
    forced = page.wanted == 1.0
    gold = forced + free * (1.0 / (1.0 + np.exp(-np.clip(scores, -50, 50))))
    likelihood = float(scores[forced].sum() + np.logaddexp(0.0, scores[free]).sum() - forward[size])
    return -likelihood, chosen - gold


def _log_add(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a if b - a < -40 else a + float(np.log1p(np.exp(b - a)))


def write(weights: dict[Evidence, float], file: Path) -> None:
    """Put learned weights into `weights.toml`, whose order and comments stay."""
    source, lines = "", []
    for line in file.read_text("utf-8").splitlines():
        if section := re.fullmatch(r"\[(\w+)\]", line.strip()):
            source = section.group(1)
        entry = re.match(r"(\w+) = ", line)
        if entry and (source, entry.group(1)) in weights:
            line = f"{entry.group(1)} = {weights[source, entry.group(1)]:.2f}"
        lines.append(line)
    file.write_text("\n".join(lines) + "\n", "utf-8")
