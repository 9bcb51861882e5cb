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

__version__ = "0.1.0"
__all__ = ["BuildResult", "KgError", "build", "load", "write"]


def load(path: str | Path) -> Store:
    """Open a Turtle file that `build` made, ready for SPARQL; raises KgError where there is none."""
    from kg.graph import load as load_graph

    return load_graph(Path(path))
