"""Everything that a graph says of one address, for people to read: statements both ways, each with its quotes."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.graph.terms import GOV, RDF, SKOS, key_of, shortened
from kg.queries.evidence import NOTHING, evidences
from kg.queries.named import local
from kg.queries.records import Evidence

MOST_ROWS = 300
_LABELS = (SKOS + "prefLabel", "https://schema.org/headline", GOV + "file", SKOS + "altLabel")
_BOOKKEEPING = {RDF + "subject", RDF + "predicate", RDF + "object", GOV + "identifies"}


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a statement: what it is called, and where its own page is, if it has one."""

    label: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One statement about a thing."""

    predicate: str
    end: End
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Thing:
    """What there is to say of an address; `more` counts the statements that are left out."""

    iri: str
    label: str
    classes: tuple[str, ...]
    out: tuple[Told, ...]
    back: tuple[Told, ...]
    more: int


def thing(store: Store, iri: str) -> Thing | None:
    """What the graph says of an address; None where it says nothing."""
    node = NamedNode(iri)
    out = [(q.predicate.value, q.object) for q in store.quads_for_pattern(node, None, None)]
    back = [
        (q.predicate.value, q.subject)
        for q in store.quads_for_pattern(None, None, node)
        if q.predicate.value not in _BOOKKEEPING
    ]
    if not out and not back:
        return None
    said = evidences(store, subject=iri) | evidences(store, object=iri)
    rows, more = [], 0
    for ends, outward in ((out, True), (back, False)):
        found = sorted({(shortened(predicate), _end(store, term), predicate, _text(term)) for predicate, term in ends},
                       key=lambda row: (row[0], row[1].label, row[3]))  # fmt: skip
        more += max(0, len(found) - MOST_ROWS)
        rows.append(
            tuple(
                Told(name, end, said.get((iri, local(p), t) if outward else (t, local(p), iri), NOTHING))
                for name, end, p, t in found[:MOST_ROWS]
                if p != RDF + "type"
            )
        )
    classes = tuple(sorted(shortened(_text(term)) for predicate, term in out if predicate == RDF + "type"))
    return Thing(iri, label(store, iri), classes, rows[0], rows[1], more)


def described(store: Store, iri: str) -> list[Triple]:
    """The triples that begin or end at an address, without the claims about it."""
    node = NamedNode(iri)
    found = [*store.quads_for_pattern(node, None, None), *store.quads_for_pattern(None, None, node)]
    return sorted(
        {quad.triple for quad in found if quad.predicate.value not in _BOOKKEEPING},
        key=str,
    )


def label(store: Store, iri: str) -> str:
    """What people call the thing, or its short address."""
    for name in _LABELS:
        found = [q.object.value for q in store.quads_for_pattern(NamedNode(iri), NamedNode(name), None)]  # type: ignore[union-attr]
        if found:
            return min(found)
    return shortened(iri)


def base_of(store: Store) -> str | None:
    """The address below which the things of a graph are named, from a page of it."""
    pages = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(GOV + "Page"))
    for quad in pages:
        if isinstance(quad.subject, NamedNode) and (key := key_of(quad.subject.value)):
            return quad.subject.value.removesuffix(key)
    return None


def _end(store: Store, term: object) -> End:
    if not isinstance(term, NamedNode):
        return End(_text(term), None)
    key = key_of(term.value)
    return End(label(store, term.value), f"/id/{key}" if key else None)


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
