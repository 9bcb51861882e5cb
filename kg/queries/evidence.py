"""What statements rest on: the claims of a graph, looked up by the statement they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.graph.terms import GOV, OA, PROV, RDF
from kg.queries.named import local
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
    """The claims with one subject, object or predicate, each looked up by its address: joins would read them all."""
    found = _Claims()
    part = next(part for part in ("subject", "object", "predicate") if part in bindings)
    for quad in store.quads_for_pattern(None, NamedNode(RDF + part), NamedNode(bindings[part])):
        said = _said(store, quad.subject)
        try:
            ends = {each: said[RDF + each][0] for each in ("subject", "predicate", "object")}
        except KeyError:
            continue
        if not isinstance(quad.subject, NamedNode) or any(ends[each] != bindings[each] for each in bindings):
            continue
        claim = quad.subject.value
        found.statements[claim] = (ends["subject"], local(ends["predicate"]), ends["object"])
        for sure in said.get(GOV + "confidence", ()):
            found.confidence[claim] = float(sure)
        for property, told in ((GOV + "rule", found.rules), (GOV + "reason", found.reasons)):
            told[claim].extend(said.get(property, ()))
        for source in said.get(PROV + "wasDerivedFrom", ()):
            if quote := _quoted_at(store, source):
                found.quotes[claim].append(quote)
    return found


def _quoted_at(store: Store, source: str) -> Quote | None:
    said = _said(store, NamedNode(source))
    selectors = [_said(store, NamedNode(each)) for each in said.get(OA + "hasSelector", ())]
    position = next((each for each in selectors if OA + "start" in each and OA + "end" in each), None)
    quotation = next((each for each in selectors if OA + "exact" in each), None)
    files = [
        file for page in said.get(OA + "hasSource", ()) for file in _said(store, NamedNode(page)).get(GOV + "file", ())
    ]
    if not (position and quotation and files):
        return None
    words = (quotation.get(OA + name, [""])[0] for name in ("exact", "prefix", "suffix"))
    return Quote(files[0], int(position[OA + "start"][0]), int(position[OA + "end"][0]), *words)


def _said(store: Store, node: NamedNode | BlankNode | Triple) -> dict[str, list[str]]:
    """What a graph says of one node, by property."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(node, None, None):
        if isinstance(quad.object, NamedNode | Literal):
            found[quad.predicate.value].append(quad.object.value)
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
