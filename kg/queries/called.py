"""Things of one kind by what people call them: entities by any of their names, events by headline, pages by file."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.terms import FOLDERS, GOV, RDF, SKOS, shortened
from kg.queries.names import fitting

_CLASSES = {"Body": ("Organization", "Division", "Place")}
_NAMES = {"Page": (GOV + "file",)}
_LABELS = (SKOS + "prefLabel", SKOS + "altLabel")
_TYPE = NamedNode(RDF + "type")


def called(store: Store, kind: str, text: str) -> tuple[tuple[str, str], ...]:
    """Address and label of each thing of a kind that is called `text`, or else has a name that contains it.

    `Body` is an organization, division or place. An address, in full or short (`person:张三`), finds its thing alone.
    """
    classes = [NamedNode(GOV + name) for name in _CLASSES.get(kind, (kind,))]
    if _is_one_of(store, text, classes):
        return ((text, _label(store, kind, text)),)
    things = {
        quad.subject.value
        for each in classes
        for quad in store.quads_for_pattern(None, _TYPE, each)
        if isinstance(quad.subject, NamedNode)
    }
    folder, _, local = text.partition(":")
    if local and folder in FOLDERS:
        exact = sorted(iri for iri in things if shortened(iri) == text)
        return tuple((iri, _label(store, kind, iri)) for iri in exact)
    forms = [
        (quad.subject.value, quad.object.value)
        for name in _NAMES.get(kind, _LABELS)
        for quad in store.quads_for_pattern(None, NamedNode(name), None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.subject.value in things
    ]
    hits = [(iri, _label(store, kind, iri)) for iri in fitting(forms, text)]
    return tuple(sorted(hits, key=lambda hit: (len(hit[1]), hit[1], hit[0])))


def _is_one_of(store: Store, text: str, classes: Iterable[NamedNode]) -> bool:
    try:
        node = NamedNode(text)
    except ValueError:
        return False
    return any(Quad(node, _TYPE, each) in store for each in classes)


def _label(store: Store, kind: str, iri: str) -> str:
    named = store.quads_for_pattern(NamedNode(iri), NamedNode(_NAMES.get(kind, _LABELS)[0]), None)
    return min((quad.object.value for quad in named if isinstance(quad.object, Literal)), default=shortened(iri))
