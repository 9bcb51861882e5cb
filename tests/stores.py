"""A graph in memory from knowledge, by the way that users' graphs take: through the Turtle file."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Store

from kg.graph import to_turtle
from kg.model import Knowledge


def store(knowledge: Knowledge) -> Store:
    """The knowledge as a graph."""
    return from_turtle(to_turtle(knowledge))


def from_turtle(text: str | bytes) -> Store:
    """A graph written by hand or made by `to_turtle`."""
    made = Store()
    made.load(text.encode() if isinstance(text, str) else text, format=RdfFormat.TURTLE)
    return made
