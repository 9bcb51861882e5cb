"""How sure a statement is: what its rules think of it, brought to a scale on which 0.9 means right nine times in ten.

The scale is a logistic regression on annotated pages (`lexicon/calibration.toml`): the log odds of the raw score, and
how far the predicate and the rule can be trusted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kg.lexicon import table

# Nothing that is read is certain, and nothing that is said is impossible.
LEAST, MOST = 0.02, 0.99
_raw = False


@contextmanager
def raw_scores() -> Iterator[None]:
    """Within this, statements keep the scores of their rules: for learning the scale."""
    global _raw
    _raw = True
    try:
        yield
    finally:
        _raw = False


def probability(subject: str, predicate: str, score: float, rules: Iterable[str]) -> float:
    """How likely a statement is right, from 0 to 1; `subject` is its key, whose folder counts for mentions."""
    if _raw:
        return score
    scale = table("calibration")
    base = scale["predicates"].get(group(subject, predicate))
    if base is None:
        return score
    trust = max((scale["rules"].get(rule, 0.0) for rule in rules), default=0.0)
    odds = scale["scale"]["slope"] * log_odds(score) + base + trust
    return min(MOST, max(LEAST, 1.0 / (1.0 + math.exp(-odds))))


def group(subject: str, predicate: str) -> str:
    """What is calibrated together: a predicate, and for mentions the kind of thing that is named."""
    return f"{predicate}-{subject.partition('/')[0]}" if predicate == "mentionedIn" else predicate


def log_odds(score: float) -> float:
    """The log odds of a score, which is kept away from 0 and 1."""
    score = min(MOST, max(LEAST, score))
    return math.log(score / (1.0 - score))
