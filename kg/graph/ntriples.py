"""Terms and triples as text in N-Triples: cheap to make, to compare and to sort, and read back by any parser."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.errors import OutputError
from kg.graph.terms import GOV, RDF, SKOS, XSD
from kg.graph.vocabulary import vocabulary
from kg.model import PartialDate

Triple = tuple[str, str, str]
"""Subject, predicate and object."""

Pairs = Iterator[tuple[str, str]]
"""Predicates of one subject with their objects."""

TYPE = f"<{RDF}type>"
LABEL = f"<{SKOS}prefLabel>"
_DATES = {1: "gYear", 2: "gYearMonth", 3: "date"}


def about(subject: str, pairs: Pairs) -> Iterator[Triple]:
    """The triples of one subject."""
    return ((subject, predicate, object) for predicate, object in pairs)


def classes(*local_names: str) -> Pairs:
    """`a` for these classes and all that they specialise."""
    for name in local_names:
        try:
            above = vocabulary().classes[name]
        except KeyError:
            raise OutputError(f"the ontology has no class gov:{name}: declare it, or use one that is there") from None
        yield from ((TYPE, node(iri)) for iri in above)


def node(iri: str) -> str:
    """An IRI as a term."""
    return f"<{iri}>"


def gov(local_name: str) -> str:
    """A term of the ontology."""
    return f"<{GOV}{local_name}>"


def text(value: str) -> str:
    """A plain string as a term."""
    return str(Literal(value))


def chinese(value: str) -> str:
    """A string of the pages' language as a term."""
    return str(Literal(value, language="zh"))


def typed(value: str, datatype: str) -> str:
    """A value of a type of XML Schema as a term."""
    return str(Literal(value, datatype=NamedNode(XSD + datatype)))


def date(value: PartialDate | str) -> str:
    """A day, month or year as a term, with the type of what is given and no more."""
    written = str(value)
    return typed(written, _DATES[written.count("-") + 1])
