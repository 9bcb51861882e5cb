"""Finding things by name: the exact name first, then names that contain it; never a silent choice among several."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from pyoxigraph import Store

from kg.model import Kind
from kg.queries.named import local, select
from kg.queries.records import Thing

_KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Names:
    """All entities of a graph with their names: `alternatives[iri]` are sorted and leave out the preferred one."""

    things: Mapping[str, Thing]
    alternatives: Mapping[str, tuple[str, ...]]

    def thing(self, iri: str) -> Thing:
        """The entity at `iri`; one that has no name in the graph is called by the end of its address."""
        return self.things.get(iri) or Thing(iri, iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2], "")

    def of_kind(self, kind: str) -> list[Thing]:
        """All entities of a kind, by name and address."""
        return sorted((t for t in self.things.values() if t.kind == kind), key=lambda t: (t.label, t.iri))


def names(store: Store) -> Names:
    """The names of all entities."""
    labels: dict[str, str] = {}
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    others: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, "names"):
        iri, name = row["thing"], row["name"]
        kinds[iri].add(local(row["kind"]))
        if row["preferred"] == "true":
            labels.setdefault(iri, name)
        others[iri].add(name)
    things = {}
    for iri in sorted(others):
        label = labels.get(iri) or min(others[iri])
        things[iri] = Thing(iri, label, min(kinds[iri], key=_KINDS.index))
    return Names(things, {iri: tuple(sorted(others[iri] - {things[iri].label})) for iri in things})


def find(store: Store, name: str) -> tuple[Thing, ...]:
    """The things called `name`, or else those with a name that contains it; empty where there is none.

    Width of characters, case and blanks do not count. An IRI finds the thing at that address.
    """
    known = names(store)
    if name in known.things:
        return (known.things[name],)
    called = ((iri, form) for iri, thing in known.things.items() for form in (thing.label, *known.alternatives[iri]))
    hits = fitting(called, name)
    return tuple(sorted((known.things[iri] for iri in hits), key=lambda t: (len(t.label), t.label, t.kind, t.iri)))


def in_post(store: Store, name: str) -> tuple[Thing, ...]:
    """The persons who hold a post that is called `name`, or else one with a name that contains it; as `find` does."""
    known = names(store)
    hits = fitting(((row["thing"], row["name"]) for row in select(store, "post_holders")), name)
    return tuple(sorted((known.thing(iri) for iri in hits), key=lambda t: (t.label, t.iri)))


def fitting(called: Iterable[tuple[str, str]], name: str) -> set[str]:
    """Of pairs of IRI and form, the IRIs with the form `name`, or else those with a form that contains it."""
    wanted = _folded(name)
    if not wanted:
        return set()
    folded = [(iri, _folded(form)) for iri, form in called]
    return {iri for iri, form in folded if form == wanted} or {iri for iri, form in folded if wanted in form}


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
