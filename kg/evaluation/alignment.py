"""Which thing of one account is which of the other: the best one-to-one match of things with a name in common."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from kg.evaluation.account import Account, Item, compared

# A shared name outweighs everything else; then a page that tells of both, the more shared names, the main name, the
# same kind, and what must be found before what may be.
NAMED, SAME_PAGE, MAIN, SAME_KIND, REQUIRED = 100, 20, 10, 5, 3


def align(gold: Account, found: Account) -> dict[str, str]:
    """For each thing of `found` that is a thing of `gold`, the key of the latter (maximum weight matching)."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for item in gold.items.values():
        for name in item.names:
            by_name[name].add(item.key)
    graph = nx.Graph()
    for item in found.items.values():
        for key in sorted({key for name in item.names for key in by_name.get(name, ())}):
            wanted = gold.items[key]
            if item.kinds & (wanted.kinds | wanted.also):
                graph.add_edge(("found", item.key), ("gold", key), weight=_likeness(wanted, item))
    pairs: dict[str, str] = {}
    for component in nx.connected_components(graph):
        # The matching depends on the order of nodes and edges, which a set does not keep.
        part = nx.Graph()
        part.add_nodes_from(sorted(component))
        part.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(component).edges))
        nx.set_edge_attributes(part, {edge: graph.edges[edge]["weight"] for edge in part.edges}, "weight")
        for edge in nx.max_weight_matching(part):
            (_, item), (_, wanted_key) = sorted(edge)
            pairs[item] = wanted_key
    return pairs


def _likeness(wanted: Item, item: Item) -> int:
    kind = "Person" if "Person" in item.kinds else ""
    return (
        NAMED
        + SAME_PAGE * (not _pages(item).isdisjoint(_pages(wanted)))
        + len(item.names & wanted.names)
        + MAIN * (compared(kind, item.label) in wanted.names)
        + SAME_KIND * bool(item.kinds & wanted.kinds)
        + REQUIRED * (not wanted.optional)
    )


def _pages(item: Item) -> frozenset[str]:
    return frozenset(place.page for place in item.places)
