"""A network as pyvis draws it: nodes with shape, colour, size and place, and one edge a pair.

Ids are opaque and labels plain; pyvis never sees a word that it or the page could run.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from math import isqrt
from typing import Any

import networkx as nx
from pyvis.network import Network as Canvas

from kg.queries.records import Meeting
from kg.views.layout import place
from kg.views.networks import TIES, Record
from kg.views.packing import Box
from kg.views.resources import palette, text

_FONT = 14
_LETTERS_PER_LINE = 8
_LINES = 3
_ARM = 125
_SEAT = 92
_MARGIN = 14
# Control and format characters, line and paragraph separators, and what is no character at all.
_STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_INK, _PAPER = "#1f2937", "#ffffff"


@dataclass(frozen=True, slots=True)
class Dot:
    """One node as drawn: its box holds the mark and, below it, the label."""

    label: str
    size: int
    font: int
    box: Box


def drawing(graph: nx.Graph, ids: Mapping[str, str]) -> dict[str, Any]:
    """Nodes, edges and options for vis-network; `ids` gives each node its id, and edge number i is called `ei`."""
    # A directed pyvis network keeps every edge it is given; an undirected one drops some and takes quadratic time.
    canvas = Canvas(directed=True)
    canvas.set_options(text("options.json"))
    styles = palette()["kinds"]
    dots = {node: _dot(graph.nodes[node]["label"], graph.degree(node)) for node in graph}
    points = place(_skeleton(graph), {node: dot.box for node, dot in dots.items()})
    for node, data in graph.nodes(data=True):
        style, dot, (x, y) = styles.get(data["kind"], styles["Other"]), dots[node], points[node]
        canvas.add_node(
            ids[node],
            label=dot.label,
            title=_steerless(data["label"]),
            shape=style["shape"],
            color=style["color"],
            size=dot.size,
            x=x,
            y=y - (dot.box[1] - 2 * dot.size) // 2,
            font={"size": dot.font, "color": _INK, "strokeWidth": 4, "strokeColor": _PAPER},
        )
    for index, (a, b, data) in enumerate(graph.edges(data=True)):
        records = [record for tie in TIES for record in data.get(tie, ())]
        tie = next(tie for tie in TIES if tie in data)
        canvas.add_edge(
            ids[a],
            ids[b],
            id=f"e{index}",
            arrows="",
            color=palette()["ties"][tie],
            width=min(1 + isqrt(3 * (len(records) - 1)), 7),
            dashes=[6, 5] if all(record.evidence.doubtful for record in records) else False,
        )
    nodes, edges, *_, options = canvas.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _skeleton(graph: nx.Graph) -> nx.Graph:
    """The graph that shapes the layout: who shared an event sits around it, all else is joined directly."""
    skeleton = nx.Graph()
    skeleton.add_nodes_from(graph)
    guests: dict[str, dict[str, None]] = {}
    for a, b, data in graph.edges(data=True):
        for record in (record for tie in TIES for record in data.get(tie, ())):
            event = _event(record)
            if event is None:
                skeleton.add_edge(a, b, length=_ARM)
            else:
                guests.setdefault(event, {}).update({a: None, b: None})
    for event, around in guests.items():
        radius = max(_ARM // 2, len(around) * _SEAT * 100 // 628)
        for guest in around:
            skeleton.add_edge(guest, ("event", event), length=radius)
    return skeleton


def _event(record: Record) -> str | None:
    return record.occasion.iri if isinstance(record, Meeting) and record.occasion else None


def _dot(label: str, degree: int) -> Dot:
    """The more neighbours, the bigger the dot and its words."""
    size, font = 8 + isqrt(9 * degree), _FONT + min(isqrt(2 * degree), 9)
    words = _wrapped(label)
    lines = words.split("\n")
    width = max(_width(line, font) for line in lines)
    return Dot(words, size, font, (max(width, 2 * size) + _MARGIN, 2 * size + len(lines) * font * 5 // 4 + _MARGIN))


def _width(line: str, font: int) -> int:
    return sum(font if unicodedata.east_asian_width(letter) in "WFA" else font * 3 // 5 for letter in line)


def _wrapped(label: str) -> str:
    """The label in short lines of like length, cut where it is long."""
    letters = _steerless(label)
    if len(letters) > _LINES * _LETTERS_PER_LINE:
        letters = letters[: _LINES * _LETTERS_PER_LINE - 1] + "…"
    lines = -(-len(letters) // _LETTERS_PER_LINE) or 1
    length = -(-len(letters) // lines) or 1
    cut = "\n".join(letters[start : start + length] for start in range(0, len(letters), length))
    return re.sub(r"([(《“])\n", r"\n\1", cut) or "?"


def _steerless(label: str) -> str:
    """The label without characters that steer the text around it."""
    return "".join(letter for letter in label if unicodedata.category(letter) not in _STEERING).strip()
