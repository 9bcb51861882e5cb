"""The networks that are looked at, as networkx graphs: who met whom, persons and bodies, agreements and parties.

Nodes are IRIs with `label` and `kind`. There is one edge a pair; what joins the two is its data, a tuple of records
each: `meetings`, `posts`, `relations`, `together` (a person and a body at one event), `parties`, `present`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import networkx as nx
from pyoxigraph import Store

from kg.queries.background import Background, whole
from kg.queries.events import joined_meeting, pairs, participations
from kg.queries.posts import tenures
from kg.queries.records import Meeting, Participation, Relation, Tenure, Thing
from kg.queries.relations import agreements_of, relations

TIES = ("meetings", "posts", "relations", "together", "parties", "present")

Record = Meeting | Tenure | Relation | Participation


def met_graph(store: Store, background: Background | None = None) -> nx.Graph:
    """Persons who met; each edge has `meetings` (all of the pair's, by date) and their number as `weight`."""
    ties = [
        ("meetings", pair.a, pair.b, meeting)
        for pair in pairs(store, background or whole(store))
        for meeting in pair.meetings
    ]
    return _network(ties)


def bodies_graph(store: Store, background: Background | None = None) -> nx.Graph:
    """Persons and bodies: `posts`, `relations` among bodies, `together` where both took part in one event."""
    background = background or whole(store)
    ties: list[tuple[str, Thing, Thing, Record]] = [
        ("posts", tenure.person, tenure.body, tenure)
        for tenure in tenures(store, background)
        if tenure.body is not None
    ]
    ties += [
        ("relations", relation.subject, relation.object, relation)
        for relation in relations(store, background)
        if relation.subject.kind == relation.object.kind == "Organization"
    ]
    for parts in _by_event(participations(store, background)):
        persons = [part for part in parts if part.who.kind == "Person"]
        bodies = [part for part in parts if part.who.kind == "Organization"]
        ties += [("together", a.who, b.who, joined_meeting(a, b)) for a in persons for b in bodies]
    return _network(ties)


def agreements_graph(store: Store, background: Background | None = None) -> nx.Graph:
    """Agreements with their `parties`, and the persons `present` at the events that produced them."""
    ties: list[tuple[str, Thing, Thing, Record]] = []
    for agreement in agreements_of(store, background or whole(store)):
        ties += [("parties", relation.subject, agreement.thing, relation) for relation in agreement.parties]
        ties += [
            ("present", part.who, agreement.thing, part)
            for part in agreement.participations
            if part.who.kind == "Person"
        ]
    return _network(ties)


def _by_event(parts: Iterable[Participation]) -> list[list[Participation]]:
    events: defaultdict[str, list[Participation]] = defaultdict(list)
    for part in parts:
        events[part.occasion.iri].append(part)
    return list(events.values())


def _network(ties: Iterable[tuple[str, Thing, Thing, Record]]) -> nx.Graph:
    """Nodes in order of their names, one edge a pair, whatever the order of the ties."""
    nodes: dict[str, Thing] = {}
    edges: defaultdict[tuple[str, str], defaultdict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for tie, a, b, record in ties:
        if a.iri == b.iri:
            continue
        nodes[a.iri], nodes[b.iri] = a, b
        first, second = (b, a) if (b.iri, a.iri) in edges else (a, b)
        edges[first.iri, second.iri][tie].append(record)
    graph = nx.Graph()
    for thing in sorted(nodes.values(), key=lambda thing: (thing.label, thing.iri)):
        graph.add_node(thing.iri, label=thing.label, kind=thing.kind)
    for (first_iri, second_iri), data in sorted(edges.items()):
        records: dict[str, Any] = {tie: tuple(data[tie]) for tie in TIES if tie in data}
        graph.add_edge(first_iri, second_iri, weight=sum(map(len, records.values())), **records)
    return graph
