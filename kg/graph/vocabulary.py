"""What `ontology/governance.ttl` declares: the only place that knows classes, their parents and kinds of properties.

The file is read once, on first use, from the checkout or from the installed package.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import ConfigError
from kg.graph.terms import GOV, OWL, RDF, RDFS


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of gov: by local name; `classes` gives for each class its own IRI and those of all its parents.

    `labels` are the Chinese and the English label of each.
    """

    classes: Mapping[str, tuple[str, ...]]
    properties: frozenset[str]
    roles: frozenset[str]
    symmetric: frozenset[str]
    labels: Mapping[str, tuple[str, str]]


@cache
def vocabulary() -> Vocabulary:
    """The declared terms."""
    types: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse(ontology_file("governance.ttl"), format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode):
            continue
        if isinstance(quad.object, Literal) and quad.predicate.value == RDFS + "label":
            labels[quad.subject.value][quad.object.language or ""] = quad.object.value
        elif isinstance(quad.object, NamedNode):
            if quad.predicate.value == RDF + "type":
                types[quad.object.value].add(quad.subject.value)
            elif quad.predicate.value in (RDFS + "subClassOf", RDFS + "subPropertyOf"):
                parents[quad.subject.value].add(quad.object.value)
    properties = types[OWL + "ObjectProperty"] | types[OWL + "DatatypeProperty"]
    return Vocabulary(
        classes={_local(iri): tuple(sorted(_above(iri, parents))) for iri in sorted(types[OWL + "Class"])},
        properties=_locals(properties),
        roles=_locals(iri for iri in properties if GOV + "participant" in parents[iri]),
        symmetric=_locals(types[OWL + "SymmetricProperty"]),
        labels={_local(iri): (each["zh"], each["en"]) for iri, each in sorted(labels.items())},
    )


def ontology_file(name: str) -> bytes:
    """The content of a file of the folder `ontology`."""
    package = Path(str(files("kg")))
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / name).is_file():
            return (folder / name).read_bytes()
    raise ConfigError(f"the package has no ontology/{name}: it is incomplete, install it again")


def _above(iri: str, parents: Mapping[str, set[str]]) -> set[str]:
    found = {iri}
    for parent in parents.get(iri, ()):
        found |= _above(parent, parents)
    return found


def _locals(iris: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_local, iris))


def _local(iri: str) -> str:
    return iri.removeprefix(GOV)
