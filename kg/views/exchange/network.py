"""The graph as a network of nodes and edges, for programs that draw and measure networks.

Nodes are things and events. All that ties two of them in one way is one edge, with the days of each tie; a quote stands
for the words that say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.model import BOTH_WAYS
from kg.views.exchange.contents import Source
from kg.views.exchange.spells import Spell, spell
from kg.views.frames import Cell, Frames, Row
from kg.views.frames.things import KINDS

JOIN = "; "
THINGS = {**KINDS, "events": "Event"}
NODE_TEXTS = ("kind", "type", "other_names", "classes", "posts", "region", "level", "adcode", "date", "end_date", "iri")
EDGE_TEXTS = ("kind", "roles", "posts", "status", "dates", "quote", "file")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing or an event; `days` are those of an event, `posts` those on which a person is shown in one."""

    id: str
    label: str
    texts: dict[str, str]
    articles: int
    days: tuple[Spell, ...] = ()
    posts: tuple[Spell, ...] = ()


@dataclass(slots=True)
class Edge:
    """What ties two nodes in one way; `weight` counts the ties, `confidence` is that of the surest."""

    source: str
    target: str
    kind: str
    weight: int = 0
    confidence: float | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)
    days: list[Spell] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text of the edge, with all that its ties say in their order."""
        return JOIN.join(dict.fromkeys(self.texts.get(name, ())))


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by kind and name, and edges in the order of their ends."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network_of(source: Source) -> Network:
    """All things and events of a graph, and all that ties them."""
    frames = Frames(source.store)
    nodes = {node.id: node for node in _nodes(frames)}
    quotes = {str(row["id"]): row for row in frames.rows("claims")}
    edges: dict[tuple[str, str, str], Edge] = {}
    for start, kind, end, row in _ties(frames):
        if start in nodes and end in nodes:
            edge = edges.setdefault((start, end, kind), Edge(start, end, kind))
            _add(edge, row, [quotes[claim] for claim in _list(row["claim_ids"]) if claim in quotes])
    return Network(tuple(nodes.values()), tuple(edges[key] for key in sorted(edges)))


def _nodes(frames: Frames) -> Iterator[Node]:
    held: dict[str, list[Spell]] = {}
    for row in frames.rows("occupancies"):
        if days := spell(row["attested_from"], row["attested_until"], str(row["post"])):
            held.setdefault(str(row["person_id"]), []).append(days)
    for table, kind in THINGS.items():
        for row in frames.rows(table):
            told = {"kind": kind} | {name: text for name in NODE_TEXTS if (text := written(row.get(name)))}
            articles = row.get("articles", len(_list(row.get("article_ids", ()))))
            label = str(row.get("headline") or row["name"])
            there = _days(row) if kind == "Event" else ()
            yield Node(str(row["id"]), label, told, _count(articles), there, tuple(held.get(str(row["id"]), ())))


def _ties(frames: Frames) -> Iterator[tuple[str, str, str, Row]]:
    """Both ends, the kind and the row of each tie."""
    for row in frames.rows("meetings"):
        yield str(row["a_id"]), "met", str(row["b_id"]), row
    for row in frames.rows("participations"):
        yield str(row["who_id"]), "participant", str(row["event_id"]), row
    for row in frames.rows("event_links"):
        yield str(row["event_id"]), str(row["predicate"]), str(row["thing_id"]), row
    for row in frames.rows("occupancies"):
        if row["body_id"]:
            yield str(row["person_id"]), "holds", str(row["body_id"]), row
    for row in frames.rows("relations"):
        yield str(row["subject_id"]), str(row["predicate"]), str(row["object_id"]), row


def _add(edge: Edge, row: Row, claims: list[Row]) -> None:
    edge.weight += 1
    sure = [number for number in (edge.confidence, row["confidence"]) if isinstance(number, float)]
    edge.confidence = max(sure, default=None)
    first, last = row.get("date"), row.get("end_date")
    if "post_id" in row:
        first, last = row["attested_from"], row["attested_until"]
        _note(edge, "posts", row["post"])
        _note(edge, "status", row["status"])
    _note(edge, "dates", first if first == last or not last else f"{first}/{last}")
    _note(edge, "roles", *_list(row.get("roles", ())))
    if days := spell(first, last, str(row.get("event") or row.get("post") or "")):
        edge.days.append(days)
    if quoted := next((claim for claim in claims if claim["quote"]), None):
        _note(edge, "quote", quoted["quote"])
        _note(edge, "file", quoted["file"])


def _note(edge: Edge, name: str, *values: Cell) -> None:
    edge.texts.setdefault(name, []).extend(str(value) for value in values if value)


def _days(row: Row) -> tuple[Spell, ...]:
    begin, end = row["from_day"], row["until_day"]
    return (Spell(begin, end, str(row["name"])),) if isinstance(begin, date) and isinstance(end, date) else ()


def written(cell: Cell) -> str:
    """A cell as text; the items of a list are joined."""
    if isinstance(cell, tuple):
        return JOIN.join(cell)
    return "" if cell is None else str(cell)


def _list(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _count(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def both_ways(edges: Iterable[Edge]) -> int:
    """How many edges hold in both directions."""
    return sum(edge.kind in BOTH_WAYS for edge in edges)
