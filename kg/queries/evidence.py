"""What statements rest on: the claims of a graph, looked up by the statement they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pyoxigraph import Store

from kg.graph.terms import GOV, OA, PROV, RDF
from kg.queries.named import Row, local, select
from kg.queries.properties import property_pairs, property_values
from kg.queries.records import Claim, Evidence, Quote

Evidences = dict[tuple[str, str, str], Evidence]
Told = TypeVar("Told", str, Quote)
NOTHING = Evidence()


def evidences(store: Store, **bindings: str) -> Evidences:
    """The evidence of every claimed statement, keyed by subject, local name of the predicate, and object.

    `bindings` narrow it to a `subject`, `predicate` or `object`. Claims about one statement are joined.
    """
    claims = _bound(store, bindings) if bindings else _all(store)
    found: Evidences = {}
    for claim in sorted(claims.statements):
        statement, one = claims.statements[claim], claims.evidence(claim)
        found[statement] = strongest((found[statement], one)) if statement in found else one
    return found


def each_claim(store: Store) -> Iterator[Claim]:
    """Every claim of the graph with its own evidence, by address."""
    claims = _all(store)
    return (Claim(claim, *claims.statements[claim], claims.evidence(claim)) for claim in sorted(claims.statements))


@dataclass(frozen=True, slots=True)
class _Claims:
    """What claims say, by their addresses."""

    statements: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    rules: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    reasons: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    quotes: defaultdict[str, list[Quote]] = field(default_factory=lambda: defaultdict(list))

    def evidence(self, claim: str) -> Evidence:
        return Evidence(
            confidence=self.confidence.get(claim),
            rules=_each(self.rules.get(claim, ())),
            quotes=_each(self.quotes.get(claim, ())),
            reasons=_each(self.reasons.get(claim, ())),
        )


def _bound(store: Store, bindings: Mapping[str, str]) -> _Claims:
    found = _Claims()
    for row in select(store, "claims", **bindings):
        claim = row["claim"]
        found.statements[claim] = (row["subject"], local(row["predicate"]), row["object"])
        if "confidence" in row:
            found.confidence[claim] = float(row["confidence"])
        if "rule" in row:
            found.rules[claim].append(row["rule"])
        if "reason" in row:
            found.reasons[claim].append(row["reason"])
    for row in select(store, "quotes", **bindings):
        found.quotes[row["claim"]].append(_quote(row))
    return found


def _all(store: Store) -> _Claims:
    """The same of the whole graph, property by property: many times faster than the joins of a query."""
    predicates, objects = property_values(store, RDF + "predicate"), property_values(store, RDF + "object")
    found = _Claims()
    for claim, subject in property_pairs(store, RDF + "subject"):
        if claim in predicates and claim in objects:
            found.statements[claim] = (subject, local(predicates[claim]), objects[claim])
    found.confidence.update((claim, float(value)) for claim, value in property_pairs(store, GOV + "confidence"))
    for property, told in ((GOV + "rule", found.rules), (GOV + "reason", found.reasons)):
        for claim, value in property_pairs(store, property):
            told[claim].append(value)
    quotes = quoted(store)
    for claim, source in property_pairs(store, PROV + "wasDerivedFrom"):
        if source in quotes:
            found.quotes[claim].append(quotes[source])
    return found


def quoted(store: Store) -> dict[str, Quote]:
    """Every quoted place of a page, by its address."""
    files, pages = property_values(store, GOV + "file"), property_values(store, OA + "hasSource")
    texts = {name: property_values(store, OA + name) for name in ("exact", "prefix", "suffix")}
    starts, ends = property_values(store, OA + "start"), property_values(store, OA + "end")
    positions: dict[str, str] = {}
    quotations: dict[str, str] = {}
    for source, selector in property_pairs(store, OA + "hasSelector"):
        if selector in starts and selector in ends:
            positions[source] = selector
        elif selector in texts["exact"]:
            quotations[source] = selector
    return {
        source: Quote(
            files[page],
            int(starts[positions[source]]),
            int(ends[positions[source]]),
            *(texts[name].get(quotations[source], "") for name in ("exact", "prefix", "suffix")),
        )
        for source, page in pages.items()
        if source in positions and source in quotations and page in files
    }


def scopes(store: Store) -> dict[tuple[str, int, int], str]:
    """The article of every quoted place, by file and characters."""
    files, pages = property_values(store, GOV + "file"), property_values(store, OA + "hasSource")
    starts, ends = property_values(store, OA + "start"), property_values(store, OA + "end")
    positions = {source: at for source, at in property_pairs(store, OA + "hasSelector") if at in starts and at in ends}
    found: dict[tuple[str, int, int], str] = {}
    for source, article in sorted(property_pairs(store, OA + "hasScope")):
        if (at := positions.get(source)) and (page := pages.get(source, "")) in files:
            found.setdefault((files[page], int(starts[at]), int(ends[at])), article)
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
    return Evidence(
        confidence,
        _each([rule for part in parts for rule in part.rules]),
        _each([quote for part in parts for quote in part.quotes]),
        _each([reason for part in parts for reason in part.reasons]),
    )


def _each(told: Sequence[Told]) -> tuple[Told, ...]:
    """Everything once, in order."""
    return tuple(told) if len(told) < 2 else tuple(sorted(set(told)))
