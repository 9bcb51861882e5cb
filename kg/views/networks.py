"""The networks that are looked at: what ties two things in each view, as records and as networkx graphs.

Nodes of a graph are IRIs with `label` and `kind`. There is one edge a pair; what joins the two is its data, a tuple of
records by kind of tie (`TIES`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import networkx as nx
from pyoxigraph import Store

from kg.queries.background import Background, whole
from kg.queries.events import pairs, participations
from kg.queries.posts import tenures
from kg.queries.records import Meeting, Occasion, Pair, Participation, Relation, Tenure, Thing
from kg.queries.relations import relations

TIES = ("meeting", "post", "relation", "party", "together", "present", "about")
"""What ties two things: persons who met at an event; a person in a post of a body; a relation; a body and its
agreement; a person and a body at one event; who was present where an agreement was made; who took part in an event
about a programme."""

Record = Meeting | Tenure | Relation | Occasion | Participation


class Tie(NamedTuple):
    """One record that ties two things."""

    kind: str
    a: Thing
    b: Thing
    record: Record


def event_of(record: Record) -> str | None:
    """The event that a record is about."""
    match record:
        case Occasion():
            return record.iri
        case Participation() | Meeting(occasion=Occasion()):
            return record.occasion.iri if record.occasion else None
    return None


@dataclass(frozen=True)
class Records:
    """Everything that can tie two things, read from a graph once."""

    background: Background
    pairs: tuple[Pair, ...]
    tenures: tuple[Tenure, ...]
    relations: tuple[Relation, ...]
    parts: tuple[Participation, ...]

    @cached_property
    def guests(self) -> dict[str, list[Participation]]:
        """Who took part in each event."""
        found: defaultdict[str, list[Participation]] = defaultdict(list)
        for part in self.parts:
            found[part.occasion.iri].append(part)
        return dict(found)


def records(store: Store, background: Background | None = None) -> Records:
    """All that a graph tells of who is tied to what."""
    known = background or whole(store)
    parts = participations(store, known)
    return Records(known, pairs(store, known, parts), tenures(store, known), relations(store, known), parts)


def people(told: Records) -> Iterator[Tie]:
    """Persons who met."""
    for pair in told.pairs:
        yield from (Tie("meeting", pair.a, pair.b, meeting) for meeting in pair.meetings)


def bodies(told: Records) -> Iterator[Tie]:
    """Persons and bodies: posts, relations among bodies, and who took part in one event."""
    yield from (Tie("post", each.person, each.body, each) for each in told.tenures if each.body is not None)
    for relation in told.relations:
        if relation.subject.kind == relation.object.kind == "Organization":
            yield Tie("relation", relation.subject, relation.object, relation)
    for parts in told.guests.values():
        persons = [part.who for part in parts if part.who.kind == "Person"]
        hosts = [part.who for part in parts if part.who.kind == "Organization"]
        yield from (Tie("together", a, b, parts[0].occasion) for a in persons for b in hosts)


def agreements(told: Records) -> Iterator[Tie]:
    """Agreements with their parties, and the persons at the events that produced them."""
    yield from (Tie("party", r.subject, r.object, r) for r in told.relations if r.predicate == "partyTo")
    yield from _guests_and(told, "produced", "present", persons_only=True)


def programmes(told: Records) -> Iterator[Tie]:
    """Programmes with who carries them out, and who took part in events about them."""
    yield from (Tie("relation", r.subject, r.object, r) for r in told.relations if r.predicate == "implements")
    yield from _guests_and(told, "about", "about", persons_only=False)


def divisions(told: Records) -> Iterator[Tie]:
    """Divisions and what they are part of."""
    yield from (Tie("relation", r.subject, r.object, r) for r in told.relations if r.predicate == "partOf")


VIEWS: dict[str, Callable[[Records], Iterator[Tie]]] = {
    "people": people,
    "bodies": bodies,
    "agreements": agreements,
    "programmes": programmes,
    "divisions": divisions,
}


def met_graph(store: Store, background: Background | None = None) -> nx.Graph:
    """Persons who met; each edge has all meetings of the pair, by date, as `meeting`, and their number as `weight`."""
    return graph_of(people(records(store, background)))


def graph_of(ties: Iterable[Tie]) -> nx.Graph:
    """Nodes in order of their names, one edge a pair, whatever the order of the ties."""
    nodes: dict[str, Thing] = {}
    edges: defaultdict[tuple[str, str], defaultdict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for tie in ties:
        if tie.a.iri == tie.b.iri:
            continue
        nodes[tie.a.iri], nodes[tie.b.iri] = tie.a, tie.b
        first, second = (tie.b, tie.a) if (tie.b.iri, tie.a.iri) in edges else (tie.a, tie.b)
        edges[first.iri, second.iri][tie.kind].append(tie.record)
    graph = nx.Graph()
    for thing in sorted(nodes.values(), key=lambda thing: (thing.label, thing.iri)):
        graph.add_node(thing.iri, label=thing.label, kind=thing.kind)
    for (first_iri, second_iri), data in sorted(edges.items()):
        told: dict[str, Any] = {tie: tuple(data[tie]) for tie in TIES if tie in data}
        graph.add_edge(first_iri, second_iri, weight=sum(map(len, told.values())), **told)
    return graph


def _guests_and(told: Records, predicate: str, kind: str, *, persons_only: bool) -> Iterator[Tie]:
    """Who took part in an event, tied to what the event is tied to by `predicate`."""
    for event, parts in told.guests.items():
        targets = [link.thing for link in told.background.occasions[event].links if link.predicate == predicate]
        for part in parts:
            if part.who.kind == "Person" or not persons_only:
                yield from (Tie(kind, part.who, target, part) for target in targets)
