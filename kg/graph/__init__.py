"""Knowledge as RDF: the Turtle file with its sources, the way back, and the check that a graph keeps its contract."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.report import Finding, Report
from kg.graph.terms import BASE, GOV
from kg.graph.turtle import load, to_turtle
from kg.model import Knowledge

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["BASE", "GOV", "Finding", "Report", "load", "to_graph", "to_turtle", "validate"]


def to_graph(knowledge: Knowledge, base: str = BASE) -> Graph:
    """The graph as rdflib has it, with the prefixes of the Turtle file; OutputError for what cannot be written."""
    from kg.graph.convert import to_graph as convert

    return convert(knowledge, base)


def validate(path: str | Path, pages: str | Path | None = None) -> Report:
    """Check a Turtle file; with the folder of its pages, each quote too. ReadingError for what cannot be read."""
    from kg.graph.validation import validate as check

    return check(path, pages)
