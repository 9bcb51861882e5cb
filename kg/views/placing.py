"""Where the nodes of a view stand."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from kg.views.layout import place

_ARM = 110
_SEAT = 60


def placed(view: str, nodes: Sequence[int], ties: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The point of each node. A tie is its two ends and their event, -1 without one."""
    skeleton: nx.Graph = nx.Graph()
    skeleton.add_nodes_from(nodes)
    guests: dict[int, dict[int, None]] = {}
    for a, b, event in ties:
        if event < 0:
            skeleton.add_edge(a, b, length=_ARM)
        else:
            guests.setdefault(event, {}).update({a: None, b: None})
    for event, around in guests.items():
        radius = max(_ARM // 2, len(around) * _SEAT * 100 // 628)
        for guest in around:
            skeleton.add_edge(guest, ("event", event), length=radius)
    points = place(skeleton, {node: (90, 60) for node in nodes})
    return [points[node] for node in nodes]
