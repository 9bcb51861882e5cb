"""The plain pyvis network, for those who edit it in Python; as a page it needs no other file and no network.

Ids are opaque, one edge a pair carries all that ties the two, and places come from Python: nothing is lost.
"""

from __future__ import annotations

import json
import unicodedata
from math import isqrt
from typing import Any

import networkx as nx
from pyoxigraph import Store
from pyvis.network import Network

from kg.queries.records import Occasion, Relation, Tenure
from kg.views.networks import TIES, VIEWS, Record, event_of, graph_of, records
from kg.views.page import inline, rendered
from kg.views.placing import placed
from kg.views.resources import palette, text, vis_network
from kg.views.tables import Places
from kg.views.words import terms

_MOVING = 300
_LONGEST = 24
_LINES = 12
# Control and format characters, line and paragraph separators, and what is no character at all.
_STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def pyvis_network(store: Store, view: str = "people") -> Network:
    """A view of the explorer as pyvis has it. Nodes are `n0`, `n1` … in order of names, edges `e0`, `e1` … .

    Physics is off above 300 nodes: every node stands where the explorer shows it.
    """
    graph = graph_of(VIEWS[view](records(store)))
    ids = {node: f"n{row}" for row, node in enumerate(graph)}
    # A directed pyvis network keeps every edge it is given; an undirected one drops some and takes quadratic time.
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(json.loads(text("options.json")) | {"physics": {"enabled": len(graph) <= _MOVING}}))
    styles = palette()
    for (node, data), (x, y) in zip(graph.nodes(data=True), _points(graph), strict=True):
        shape, colour = styles.get(data["kind"], styles["Other"])
        label, size = steerless(data["label"]), 8 + isqrt(9 * graph.degree(node))
        short = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
        network.add_node(ids[node], label=short or "?", title=label, shape=shape, color=colour, size=size, x=x, y=y)
    for row, (a, b, data) in enumerate(graph.edges(data=True)):
        network.add_edge(ids[a], ids[b], id=f"e{row}", title=_told(data), value=data["weight"], arrows="")
    return network


def pyvis_html(store: Store, view: str = "people") -> str:
    """The network as a page: a single file that opens from disk, offline."""
    nodes, edges, *_, options = pyvis_network(store, view).get_network_data()
    # No reader of HTML takes this for a tag.
    data = json.dumps({"nodes": nodes, "edges": edges, "options": json.loads(options)}, ensure_ascii=False)
    scripts = [inline(vis_network()), inline(text("pyvis.js"))]
    return rendered("pyvis.html", inline(text("pyvis.css")), scripts, data.replace("<", "\\u003c"))


def _points(graph: nx.Graph) -> list[tuple[int, int]]:
    rows = {node: row for row, node in enumerate(graph)}
    events: Places[str] = Places()
    ties = []
    for a, b, data in graph.edges(data=True):
        for event in (event_of(record) for kind in TIES for record in data.get(kind, ())):
            ties.append((rows[a], rows[b], -1 if event is None else events.of(event)))
    return placed([data["label"] for _, data in graph.nodes(data=True)], ties)


def _told(data: dict[str, Any]) -> str:
    """How many records tie two nodes, and the first of them in words, a line each."""
    words = terms(TIES)
    lines = [f"{words[kind][0]} {_line(record)}".rstrip() for kind in TIES for record in data.get(kind, ())]
    shown = lines[:_LINES] + [f"…（{len(lines)}）"] * (len(lines) > _LINES)
    return "\n".join(steerless(line) for line in shown)


def _line(record: Record) -> str:
    match record:
        case Tenure():
            return record.label
        case Relation():
            return terms([record.predicate])[record.predicate][0]
        case Occasion():
            return f"{record.date or ''} {record.headline}"
        case _:
            return f"{record.occasion.date or ''} {record.occasion.headline}" if record.occasion else ""


def steerless(label: str) -> str:
    """The label without characters that steer the text around it."""
    return "".join(letter for letter in label if unicodedata.category(letter) not in _STEERING).strip()
