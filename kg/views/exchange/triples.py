"""The triples of a graph in the order of the Turtle file, and the base of its addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.build import ordered
from kg.graph.ntriples import Triple
from kg.graph.terms import BASE, RDF, key_of


def base_of(quads: Iterable[Quad]) -> str:
    """What the addresses of a graph begin with before their keys; the usual base where no thing tells."""
    found = Counter(
        quad.subject.value.removesuffix(key)
        for quad in quads
        if quad.predicate.value == RDF + "type"
        if isinstance(quad.subject, NamedNode) and (key := key_of(quad.subject.value))
    )
    return min(found, key=lambda base: (-found[base], base), default=BASE)


def triples_of(quads: Iterable[Quad], base: str) -> Iterator[Triple]:
    """Every triple once, as text in N-Triples."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for quad in quads:
        found[str(quad.subject)].add((str(quad.predicate), str(quad.object)))
    return ordered(found, base)


def quads_of(quads: Iterable[Quad], base: str) -> Iterator[Quad]:
    """The same as pyoxigraph has them, in the default graph."""
    lines = "".join(f"{subject} {predicate} {object} .\n" for subject, predicate, object in triples_of(quads, base))
    return parse(lines.encode(), format=RdfFormat.N_TRIPLES)
