"""The formats of RDF that hold one graph: Turtle, N-Triples and RDF/XML. The first two say everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad, RdfFormat, serialize

from kg.graph.terms import VOCABULARIES
from kg.graph.turtle import turtle as turtle_of
from kg.views.exchange.contents import Contents, Source, counted
from kg.views.exchange.triples import base_of, quads_of, triples_of
from kg.views.exchange.xml import allowed, kept


def turtle(source: Source) -> Contents:
    """Turtle, byte for byte as `kg build` writes it."""
    base = base_of(source.quads)
    return Contents({"": turtle_of(quads_of(source.quads, base), base)})


def ntriples(source: Source) -> Contents:
    """N-Triples: a triple a line."""
    lines = (
        f"{subject} {predicate} {object} .\n"
        for subject, predicate, object in triples_of(source.quads, base_of(source.quads))
    )
    return Contents({"": "".join(lines).encode()})


def rdfxml(source: Source) -> Contents:
    """RDF/XML; characters that XML cannot hold are replaced."""
    quads = list(quads_of(source.quads, base_of(source.quads)))
    changed = sum(
        isinstance(quad.object, Literal) and allowed(quad.object.value) != quad.object.value for quad in quads
    )
    body = serialize(_of_xml(quads), format=RdfFormat.RDF_XML, prefixes=VOCABULARIES)
    notes = (f"{counted(changed, 'text')} with characters that XML cannot hold: U+FFFD stands for each",)
    return Contents({"": kept(body or b"")}, notes if changed else ())


def _of_xml(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        held = quad.object
        if isinstance(held, Literal) and (value := allowed(held.value)) != held.value:
            held = Literal(value, language=held.language) if held.language else Literal(value, datatype=held.datatype)
        yield Quad(quad.subject, quad.predicate, held)
