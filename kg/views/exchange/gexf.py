"""GEXF 1.3: the same network in time, as Gephi shows it with its timeline.

An event, and an edge with dates, is there on the days that are told; what has none is always there. Persons have their
posts, and edges the events and posts behind them, as dynamic attributes. Days are whole, the last one included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as Tree

from kg.views.exchange.contents import Contents, Source
from kg.views.exchange.graphml import edge_attributes, network_notes
from kg.views.exchange.network import EDGE_TEXTS, JOIN, NODE_TEXTS, Edge, Network, Node, network_of
from kg.views.exchange.spells import Spell, disjoint
from kg.views.exchange.xml import allowed, document

_NAMESPACE = "http://gexf.net/1.3"
_STATIC = {
    "node": {**dict.fromkeys(NODE_TEXTS, "string"), "articles": "integer"},
    "edge": {**dict.fromkeys(EDGE_TEXTS, "string"), "confidence": "double", "both_ways": "boolean"},
}
_DYNAMIC = {"node": "post_then", "edge": "told_then"}


def gexf(source: Source) -> Contents:
    """The network as one GEXF document."""
    told = network_of(source)
    undated = sum(not edge.days for edge in told.edges)
    note = f"{undated} edges have no date and are always shown"
    return Contents({"": document(_root(told))}, (*network_notes(told), note))


def _root(told: Network) -> Tree.Element:
    root = Tree.Element("gexf", xmlns=_NAMESPACE, version="1.3")
    dynamic = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    graph = Tree.SubElement(root, "graph", {"defaultedgetype": "directed", **dynamic})
    for domain, names in _STATIC.items():
        _declare(graph, domain, "static", names)
        _declare(graph, domain, "dynamic", {_DYNAMIC[domain]: "string"})
    nodes = Tree.SubElement(graph, "nodes", count=str(len(told.nodes)))
    for node in told.nodes:
        _node(nodes, node)
    edges = Tree.SubElement(graph, "edges", count=str(len(told.edges)))
    for number, edge in enumerate(told.edges):
        _edge(edges, number, edge)
    return root


def _declare(graph: Tree.Element, domain: str, mode: str, names: Mapping[str, str]) -> None:
    attributes = Tree.SubElement(graph, "attributes", {"class": domain, "mode": mode})
    for name, kind in names.items():
        Tree.SubElement(attributes, "attribute", id=name, title=name, type=kind)


def _node(nodes: Tree.Element, node: Node) -> None:
    element = Tree.SubElement(nodes, "node", id=node.id, label=allowed(node.label))
    _values(element, {**node.texts, "articles": str(node.articles)}, _DYNAMIC["node"], node.posts)
    _there(element, node.days)


def _edge(edges: Tree.Element, number: int, edge: Edge) -> None:
    told = edge_attributes(edge)
    ends = {"id": str(number), "source": edge.source, "target": edge.target, "type": "directed"}
    element = Tree.SubElement(
        edges, "edge", {**ends, "label": edge.kind, "kind": edge.kind, "weight": told.pop("weight")}
    )
    _values(element, told, _DYNAMIC["edge"], edge.days)
    _there(element, edge.days)


def _values(element: Tree.Element, values: Mapping[str, str], dynamic: str, spells: Iterable[Spell]) -> None:
    values_element = Tree.SubElement(element, "attvalues")
    for name, value in values.items():
        Tree.SubElement(values_element, "attvalue", {"for": name, "value": allowed(value)})
    for each in disjoint(spells, JOIN):
        days = {"start": str(each.begin), "end": str(each.last)}
        Tree.SubElement(values_element, "attvalue", {"for": dynamic, "value": allowed(each.value), **days})


def _there(element: Tree.Element, spells: Iterable[Spell]) -> None:
    """The days on which a node or edge is there."""
    stretches = disjoint((each._replace(value="there") for each in spells), JOIN)
    if stretches:
        held = Tree.SubElement(element, "spells")
        for each in stretches:
            Tree.SubElement(held, "spell", start=str(each.begin), end=str(each.last))
