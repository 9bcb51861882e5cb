"""JSON-LD: an object for each thing, with the short names of `ontology/context.jsonld`.

The context stands in the file itself, so that it is read anywhere, and beside it, for documents of your own. Only the
base is not in the file beside it: processors leave out the base of a context that they fetch.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.graph.terms import RDF, VOCABULARIES, XSD
from kg.graph.vocabulary import ontology_file
from kg.views.exchange.contents import Contents, Source
from kg.views.exchange.triples import base_of, quads_of

CONTEXT_FILE = ".context.jsonld"

_RELATIVE = re.compile(r"[^/:?#]+/[^/:?#]+")
_WHOLE_NUMBER = re.compile(r"0|-?[1-9]\d{0,14}")
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Term:
    """A short name; values of its `type` (an IRI, or "@id") or `language` are written as plain text."""

    name: str
    type: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The short names by IRI, and the base below which addresses are written without it."""

    base: str
    terms: Mapping[str, Term]


def jsonld(source: Source) -> Contents:
    """The document with its context, and the context alone."""
    file = ontology_file("context.jsonld")
    told, base = json.loads(file)["@context"], base_of(source.quads)
    context = Context(base, dict(_terms(told)))
    nodes = [
        _line(_node(context, quads))
        for _, quads in groupby(quads_of(source.quads, base), key=lambda quad: str(quad.subject))
    ]
    text = '{"@context": ' + _line({"@base": base} | told) + ',\n"@graph": [\n' + ",\n".join(nodes) + "\n]}\n"
    return Contents({"": text.encode(), CONTEXT_FILE: file})


def _terms(context: Mapping[str, Any]) -> Iterable[tuple[str, Term]]:
    for name, about in context.items():
        told = {"@id": about} if isinstance(about, str) else about
        iri, kind = _whole(told["@id"]), told.get("@type", "")
        if iri not in VOCABULARIES.values() and not iri.startswith("@"):
            yield iri, Term(name, _whole(kind), told.get("@language", ""))


def _whole(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return VOCABULARIES[prefix] + local if colon and prefix in VOCABULARIES else name


def _node(context: Context, quads: Iterable[Quad]) -> dict[str, Any]:
    values: defaultdict[str, list[Any]] = defaultdict(list)
    subject = ""
    for quad in quads:
        subject = _address(context, quad.subject)
        if quad.predicate.value == RDF + "type":
            values["type"].append(_class(context, quad.object))
        else:
            term = context.terms.get(quad.predicate.value, Term(quad.predicate.value))
            values[term.name].append(_value(context, term, quad.object))
    return {"id": subject, **{name: each[0] if len(each) == 1 else each for name, each in values.items()}}


def _class(context: Context, held: object) -> str:
    iri = _address(context, held)
    return context.terms[iri].name if iri in context.terms else _compact(iri)


def _value(context: Context, term: Term, held: object) -> Any:
    if not isinstance(held, Literal):
        address = _address(context, held)
        return _compact(address) if term.type == "@id" else {"@id": _compact(address)}
    text, datatype = held.value, held.datatype.value
    if held.language:
        return text if held.language == term.language else {"@value": text, "@language": held.language}
    if datatype == term.type:
        return text
    if not term.type and datatype == XSD + "integer" and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if not term.type and datatype == XSD + "boolean" and text in _BOOLEANS:
        return _BOOLEANS[text]
    if datatype == XSD + "string":
        return {"@value": text} if term.type or term.language else text
    return {"@value": text, "@type": _compact(datatype)}


def _address(context: Context, node: object) -> str:
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    if not isinstance(node, NamedNode):
        raise TypeError(f"JSON-LD has no address like {node!r}")
    # What is relative to a base that ends in # would lose the fragment.
    below = node.value.removeprefix(context.base) if context.base.endswith("/") else node.value
    return below if below != node.value and _RELATIVE.fullmatch(below) else node.value


def _compact(iri: str) -> str:
    return next(
        (
            f"{prefix}:{iri.removeprefix(namespace)}"
            for prefix, namespace in VOCABULARIES.items()
            if iri.startswith(namespace)
        ),
        iri,
    )


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
