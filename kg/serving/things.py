"""Everything that a graph says of one address, for people to read: statements both ways, each with its quotes."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.graph.terms import GOV, RDF, SKOS, key_of, shortened
from kg.graph.vocabulary import vocabulary
from kg.queries.evidence import NOTHING, Evidences, evidences
from kg.queries.named import local
from kg.queries.records import Evidence

MOST_ROWS = 300
_LABELS = (SKOS + "prefLabel", "https://schema.org/headline", GOV + "file", SKOS + "altLabel")
_LAST = {"gov:mentionedIn"}
_BOOKKEEPING = {RDF + "subject", RDF + "predicate", RDF + "object", GOV + "identifies"}


@dataclass(frozen=True, slots=True)
class End:
    """The other end of a statement: what it is called, and where its own page is, if it has one."""

    label: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """The other end of one statement, and what it rests on."""

    end: End
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Group:
    """Statements with one property: of the thing, or with `back` about it. `says` is the label of the property."""

    predicate: str
    says: str
    back: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """The values of a property that are no things."""

    predicate: str
    says: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """What there is to say of an address; `more` counts the statements that are left out."""

    iri: str
    label: str
    classes: tuple[str, ...]
    kinds: tuple[str, ...]
    facts: tuple[Fact, ...]
    groups: tuple[Group, ...]
    more: int


def thing(store: Store, iri: str) -> Thing | None:
    """What the graph says of an address; None where it says nothing."""
    node = NamedNode(iri)
    out: defaultdict[str, set[NamedNode]] = defaultdict(set)
    back: defaultdict[str, set[NamedNode]] = defaultdict(set)
    facts: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store.quads_for_pattern(node, None, None):
        if isinstance(quad.object, NamedNode):
            out[quad.predicate.value].add(quad.object)
        else:
            facts[quad.predicate.value].add(_text(quad.object))
    for quad in store.quads_for_pattern(None, None, node):
        if quad.predicate.value not in _BOOKKEEPING and isinstance(quad.subject, NamedNode):
            back[quad.predicate.value].add(quad.subject)
    if not (out or back or facts):
        return None
    classes = tuple(sorted(local(each.value) for each in out.pop(RDF + "type", set())))
    both = {GOV + name for name in vocabulary().symmetric}
    said = evidences(store, subject=iri) | evidences(store, object=iri)
    groups = [_group(store, iri, predicate, ends, said) for predicate, ends in out.items()]
    groups += [_group(store, iri, name, ends, said, back=True) for name, ends in back.items() if name not in both]
    groups.sort(
        key=lambda each: (each.predicate in _LAST, each.back, not each.predicate.startswith("org:"), each.predicate)
    )
    name = label(store, iri)
    facts.get(SKOS + "prefLabel", set()).discard(name)
    return Thing(
        iri,
        name,
        classes,
        tuple(_says(GOV + each) for each in classes if each in vocabulary().classes),
        tuple(Fact(shortened(each), _says(each), tuple(sorted(facts[each]))) for each in sorted(facts) if facts[each]),
        tuple(groups),
        sum(max(0, len(ends) - MOST_ROWS) for ends in (*out.values(), *back.values())),
    )


def _group(store: Store, iri: str, predicate: str, ends: set[NamedNode], said: Evidences, back: bool = False) -> Group:
    shown = sorted(((_end(store, end), end.value) for end in ends), key=lambda pair: (pair[0].label, pair[1]))
    name = local(predicate)
    told = (
        Told(end, said.get((value, name, iri) if back else (iri, name, value), NOTHING))
        for end, value in shown[:MOST_ROWS]
    )
    return Group(shortened(predicate), _says(predicate), back, tuple(told))


def _says(iri: str) -> str:
    """The labels of a term in both languages; else its short name."""
    found = vocabulary().labels.get(local(iri))
    return f"{found[1]} {found[0]}" if found else other_terms().get(shortened(iri), shortened(iri))


@cache
def other_terms() -> dict[str, str]:
    """What terms of other vocabularies are called."""
    return tomllib.loads((files("kg.serving") / "assets" / "terms.toml").read_text("utf-8"))


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


def _end(store: Store, node: NamedNode) -> End:
    key = key_of(node.value)
    return End(label(store, node.value), f"/id/{key}" if key else None)


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
