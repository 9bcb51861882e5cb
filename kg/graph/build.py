"""Knowledge to the triples of the graph contract, in the one order in which files tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph.claims import claims
from kg.graph.names import names
from kg.graph.ntriples import TYPE, Triple
from kg.graph.terms import FOLDERS, checked_base
from kg.graph.things import things
from kg.model import Knowledge


def triples(knowledge: Knowledge, base: str) -> Iterator[Triple]:
    """Each triple once: by folder and address of the subject, then predicate with the type first, then object."""
    at = names(knowledge, checked_base(base))
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for source in (things(knowledge, at), claims(knowledge, at)):
        for subject, predicate, object in source:
            found[subject].add((predicate, object))
    return ordered(found, base)


def ordered(found: Mapping[str, Iterable[tuple[str, str]]], base: str) -> Iterator[Triple]:
    """Triples, given by subject, in the order of the Turtle file."""
    rank = {folder: place for place, folder in enumerate(FOLDERS)}

    def place(subject: str) -> tuple[int, str]:
        folder = subject[len(base) + 1 :].partition("/")[0] if subject.startswith(f"<{base}") else ""
        return rank.get(folder, len(rank)), subject[:-1]

    for subject in sorted(found, key=place):
        for predicate, object in sorted(found[subject], key=lambda pair: (pair[0] != TYPE, *pair)):
            yield subject, predicate, object


def quads(knowledge: Knowledge, base: str) -> Iterator[Quad]:
    """The same triples as pyoxigraph has them, in the default graph."""
    lines = "".join(f"{subject} {predicate} {object} .\n" for subject, predicate, object in triples(knowledge, base))
    return parse(lines.encode(), format=RdfFormat.N_TRIPLES)
