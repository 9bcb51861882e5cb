"""GraphML: a directed network, with dates as texts."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from kg.model import BOTH_WAYS
from kg.views.exchange.contents import Contents, Source, counted
from kg.views.exchange.network import EDGE_TEXTS, NODE_TEXTS, Edge, Network, Node, both_ways, network_of
from kg.views.exchange.xml import allowed, document

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    *(("node", name, "string") for name in ("label", *NODE_TEXTS)),
    ("node", "articles", "int"),
    *(("edge", name, "string") for name in EDGE_TEXTS),
    ("edge", "weight", "double"),
    ("edge", "confidence", "double"),
    ("edge", "both_ways", "boolean"),
)


def graphml(source: Source) -> Contents:
    """The network as one GraphML document."""
    told = network_of(source)
    return Contents({"": document(_root(told))}, network_notes(told))


def network_notes(told: Network) -> tuple[str, ...]:
    """How large the network is, and what its one direction hides."""
    size = f"{counted(len(told.nodes), 'node')}, {counted(len(told.edges), 'edge')}"
    return (f"{size}; {both_ways(told.edges)} of them hold both ways and are written once, marked both_ways",)


def _root(told: Network) -> Tree.Element:
    root = Tree.Element("graphml", xmlns=_NAMESPACE)
    for domain, name, kind in _KEYS:
        Tree.SubElement(root, "key", {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind})
    graph = Tree.SubElement(root, "graph", {"id": "kg", "edgedefault": "directed"})
    for node in told.nodes:
        _data(Tree.SubElement(graph, "node", id=node.id), "node", _of_node(node))
    for number, edge in enumerate(told.edges):
        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        _data(Tree.SubElement(graph, "edge", ends), "edge", edge_attributes(edge))
    return root


def _of_node(node: Node) -> dict[str, str]:
    return {"label": node.label, **node.texts, "articles": str(node.articles)}


def edge_attributes(edge: Edge) -> dict[str, str]:
    """What an edge says, by the names of `EDGE_TEXTS` and of its numbers; what it does not say is left out."""
    texts = {name: edge.kind if name == "kind" else edge.text(name) for name in EDGE_TEXTS}
    sure = {} if edge.confidence is None else {"confidence": f"{edge.confidence:.2f}"}
    both = str(edge.kind in BOTH_WAYS).lower()
    return {name: text for name, text in texts.items() if text} | {
        "weight": str(edge.weight),
        **sure,
        "both_ways": both,
    }


def _data(element: Tree.Element, domain: str, values: dict[str, str]) -> None:
    for name, value in values.items():
        Tree.SubElement(element, "data", key=f"{domain}-{name}").text = allowed(value)
