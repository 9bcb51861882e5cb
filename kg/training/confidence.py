"""Learns the scale of confidence from statements about annotated pages: how sure they were, and which were right.

A logistic regression with a normal prior on every offset; see `kg.resolution.confidence` for what it is used for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.evaluation import annotated, built
from kg.evaluation.annotation import Annotation
from kg.evaluation.scoring import HOLDS, NAMED, TOOK_PART, score
from kg.graph import to_turtle
from kg.graph.terms import BASE
from kg.model import ROLES, Knowledge
from kg.resolution.confidence import group, log_odds

Floats = NDArray[np.float64]

SPREAD = 1.0
# A rule with fewer statements than this has no offset of its own.
FEWEST = 12


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement: what is calibrated with it, its raw score, its rules, whether it was right, and on which page."""

    group: str
    score: float
    rules: tuple[str, ...]
    right: bool
    page: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The learned numbers of `lexicon/calibration.toml`."""

    slope: float
    predicates: dict[str, float]
    rules: dict[str, float]

    def probability(self, row: Judged) -> float:
        """How likely the statement is right."""
        trust = max((self.rules.get(rule, 0.0) for rule in row.rules), default=0.0)
        odds = self.slope * log_odds(row.score) + self.predicates.get(row.group, 0.0) + trust
        return float(1.0 / (1.0 + np.exp(-odds)))


def judged(knowledge: Knowledge, annotations: Sequence[Annotation]) -> list[Judged]:
    """Every statement of a build with raw scores on which the annotations have a verdict."""
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.bulk_load(to_turtle(knowledge, BASE), RdfFormat.TURTLE)
    gold = annotated.account(annotations)
    verdicts = score(gold, built.account(store, gold.pages)).verdicts
    rows = []
    for fact in knowledge.facts:
        predicate = TOOK_PART if fact.predicate in ROLES else fact.predicate
        object_ = "" if predicate == NAMED else BASE + fact.object
        name = HOLDS if predicate == "holds" else predicate
        right = verdicts.get((BASE + fact.subject, name, object_))
        if right is not None:
            page = fact.sources[0].span.page
            rows.append(Judged(group(fact.subject, fact.predicate), fact.confidence, fact.rules, right, page))
    return rows


def learn(rows: Sequence[Judged]) -> Scale:
    """The scale under which the verdicts are likeliest."""
    from scipy.optimize import minimize

    groups = sorted({row.group for row in rows})
    counts: dict[str, int] = {}
    for row in rows:
        for rule in row.rules:
            counts[rule] = counts.get(rule, 0) + 1
    rules = sorted(rule for rule, count in counts.items() if count >= FEWEST)
    group_at = {name: 1 + i for i, name in enumerate(groups)}
    rule_at = {name: 1 + len(groups) + i for i, name in enumerate(rules)}
    x = np.zeros((len(rows), 1 + len(groups) + len(rules)))
    for i, row in enumerate(rows):
        x[i, 0] = log_odds(row.score)
        x[i, group_at[row.group]] = 1.0
        for rule in row.rules[:1]:
            if rule in rule_at:
                x[i, rule_at[rule]] = 1.0
    y = np.array([row.right for row in rows], dtype=float)
    prior = np.zeros(x.shape[1])
    prior[0] = 0.5

    def loss(point: Floats) -> tuple[float, Floats]:
        odds = x @ point
        value = float(np.logaddexp(0.0, odds).sum() - (y * odds).sum()) + 0.5 * float(((point - prior) ** 2).sum())
        return value, x.T @ (1.0 / (1.0 + np.exp(-odds)) - y) + (point - prior) / SPREAD**2

    best = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return Scale(
        float(best[0]),
        {name: float(best[at]) for name, at in group_at.items()},
        {name: float(best[at]) for name, at in rule_at.items()},
    )


def reliability(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int, float]]:
    """For each tenth of confidence: its bounds, how many statements fell into it, and the share that was right."""
    bins: list[list[bool]] = [[] for _ in range(10)]
    for confidence, right in pairs:
        bins[min(9, int(confidence * 10))].append(right)
    return [(i / 10, (i + 1) / 10, len(row), sum(row) / len(row)) for i, row in enumerate(bins) if row]


def write(scale: Scale, file: Path) -> None:
    """Write the scale as data."""
    head = file.read_text("utf-8").partition("[scale]")[0]
    lines = [head.rstrip("\n"), "", "[scale]", f"slope = {scale.slope:.3f}", "", "[predicates]"]
    lines += [f'"{name}" = {value:.3f}' for name, value in sorted(scale.predicates.items())]
    lines += ["", "[rules]", *(f'"{name}" = {value:.3f}' for name, value in sorted(scale.rules.items()))]
    file.write_text("\n".join(lines) + "\n", "utf-8")
