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

    from kg.queries.differences import Difference

__version__ = "0.1.0"
__all__ = ["BuildResult", "KgError", "build", "diff", "load", "write"]


def load(path: str | Path) -> Store:
    """Open a Turtle file that `build` made, ready for SPARQL; raises KgError where there is none."""
    from kg.graph import load as load_graph

    return load_graph(Path(path))


def diff(old: str | Path | Store, new: str | Path | Store) -> Difference:
    """What two graphs differ in, as files or open stores; raises KgError for a file that is missing or broken."""
    from kg.queries import diff as compare

    return compare(old, new)
