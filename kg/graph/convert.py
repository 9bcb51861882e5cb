"""The same graph for rdflib, the library of notebooks and of SHACL; importing this module loads it."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef

from kg.graph.build import quads
from kg.graph.terms import BASE, XSD, prefixes
from kg.model import Knowledge


def to_graph(knowledge: Knowledge, base: str = BASE) -> Graph:
    """The graph as rdflib has it, with the prefixes of the Turtle file; OutputError for what cannot be written."""
    graph = rdflib_graph(quads(knowledge, base))
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def rdflib_graph(source: Iterable[pyoxigraph.Quad]) -> Graph:
    """These statements, whatever graph they are in."""
    graph = Graph(bind_namespaces="none")
    for quad in source:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> URIRef | BNode | Literal:
    match term:
        case pyoxigraph.NamedNode():
            return URIRef(term.value)
        case pyoxigraph.BlankNode():
            return BNode(term.value)
        case pyoxigraph.Literal():
            if term.language:
                return Literal(term.value, lang=term.language)
            # rdflib holds a plain string and an xsd:string apart, and its own parsers give the plain one.
            plain = term.datatype.value == XSD + "string"
            return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
        case _:
            raise TypeError(f"rdflib has no term like {term!r}")
