"""A knowledge graph of a region's government, read from Chinese local newspaper pages.

`build` makes a graph from pages, `load` opens one that was built; heavy libraries load when these are called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.build import BuildResult, build, write
from kg.errors import KgError

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.api import Graph
    from kg.cards import MarkedPage
    from kg.queries.differences import Difference

__version__ = "0.1.0"
__all__ = ["BuildResult", "KgError", "build", "diff", "explain", "load", "write"]


def load(path: str | Path) -> Graph:
    """Open a Turtle file that `build` made, for tables, networks, cards and SPARQL; KgError where there is none."""
    from kg.api import opened
    from kg.graph import load as load_graph

    return opened(load_graph(path))


def explain(path: str | Path) -> MarkedPage:
    """One page with all that was found in it, what it says, and what was rejected and why; KgError if unreadable."""
    from kg.api import explained

    return explained(path)


def diff(old: str | Path | Store | Graph, new: str | Path | Store | Graph) -> Difference:
    """What two graphs differ in, as files or open graphs; raises KgError for a file that is missing or broken."""
    from kg.api import Graph
    from kg.queries import diff as compare

    return compare(*(each.store if isinstance(each, Graph) else each for each in (old, new)))
