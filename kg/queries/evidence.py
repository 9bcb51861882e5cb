"""What statements rest on: the claims of a graph, looked up by the statement they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Store

from kg.queries.named import Row, local, select
from kg.queries.records import Evidence, Quote

Evidences = dict[tuple[str, str, str], Evidence]
NOTHING = Evidence()


def evidences(store: Store, **bindings: str) -> Evidences:
    """The evidence of every claimed statement, keyed by subject, local name of the predicate, and object.

    `bindings` narrow it to a `subject`, `predicate` or `object`. Claims about one statement are joined.
    """
    confidence: dict[str, float] = {}
    rules: defaultdict[str, set[str]] = defaultdict(set)
    reasons: defaultdict[str, set[str]] = defaultdict(set)
    quotes: defaultdict[str, set[Quote]] = defaultdict(set)
    statements: dict[str, tuple[str, str, str]] = {}
    for row in select(store, "claims", **bindings):
        claim = row["claim"]
        statements[claim] = (row["subject"], local(row["predicate"]), row["object"])
        if "confidence" in row:
            confidence[claim] = float(row["confidence"])
        if "rule" in row:
            rules[claim].add(row["rule"])
        if "reason" in row:
            reasons[claim].add(row["reason"])
    for row in select(store, "quotes", **bindings):
        quotes[row["claim"]].add(_quote(row))
    found: Evidences = {}
    for claim, statement in statements.items():
        one = Evidence(
            confidence=confidence.get(claim),
            rules=tuple(sorted(rules[claim])),
            quotes=tuple(sorted(quotes[claim])),
            reasons=tuple(sorted(reasons[claim])),
        )
        found[statement] = strongest((found[statement], one)) if statement in found else one
    return found


def weakest(parts: Iterable[Evidence]) -> Evidence:
    """The evidence of a statement that needs all of `parts`: it is as sure as the weakest of them."""
    parts = tuple(parts)
    return _joined(parts, min(_known(parts), default=None))


def strongest(parts: Iterable[Evidence]) -> Evidence:
    """The evidence of a statement that each of `parts` alone supports."""
    parts = tuple(parts)
    return _joined(parts, max(_known(parts), default=None))


def _quote(row: Row) -> Quote:
    return Quote(
        file=row["file"],
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        before=row.get("before", ""),
        after=row.get("after", ""),
    )


def _known(parts: Iterable[Evidence]) -> list[float]:
    return [part.confidence for part in parts if part.confidence is not None]


def _joined(parts: Iterable[Evidence], confidence: float | None) -> Evidence:
    rules = {rule for part in parts for rule in part.rules}
    quotes = {quote for part in parts for quote in part.quotes}
    reasons = {reason for part in parts for reason in part.reasons}
    return Evidence(confidence, tuple(sorted(rules)), tuple(sorted(quotes)), tuple(sorted(reasons)))
