"""What commands share: the graph they look into, complaints on standard error, how the user calls the program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pyoxigraph import Store

GRAPH = Path("output/graph.ttl")
GraphOption = Annotated[Path, typer.Option("--graph", "-g", help="The graph to look into, as kg build wrote it.")]


def load(graph: Path) -> Store:
    """The graph as a store; ReadingError where there is none."""
    from kg.graph import load as load_graph

    return load_graph(graph)


def complain(message: str, color: str = typer.colors.RED) -> None:
    """A message on standard error, with nothing in it that could steer a terminal."""
    from kg.terminal import plain

    typer.secho(plain(message), fg=color, err=True)


def program() -> str:
    """How the user called this program."""
    from shutil import which

    called = sys.argv[0]
    if Path(called).name == "__main__.py":
        return "python -m kg"
    return "kg" if which("kg") == called else called
