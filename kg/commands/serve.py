"""The command that answers other programs and a browser: SPARQL, the explorer and a page for every thing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shell import GRAPH

HOST, PORT = "127.0.0.1", 8700


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: kg serve output/graph.ttl   then open the address that it prints")(serve)


def serve(
    graph: Annotated[Path, typer.Argument(help="The graph to serve.")] = GRAPH,
    host: Annotated[str, typer.Option(help="Where to listen; other machines can reach any but 127.0.0.1.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    seconds: Annotated[float, typer.Option(min=0.1, help="Stop a query that takes longer.")] = 30,
    rows: Annotated[int, typer.Option(min=1, help="Refuse an answer with more rows.")] = 100_000,
    megabytes: Annotated[int, typer.Option(min=16, help="Stop a query that needs more memory than this.")] = 512,
    queries: Annotated[int, typer.Option(min=1, help="Long queries that run at once.")] = 2,
    wait: Annotated[float, typer.Option(min=0, help="Turn a query away that waits longer for its turn.")] = 8,
) -> None:
    """Serve a graph on this machine: SPARQL at /sparql, the explorer, a page to ask from, a page for each thing.

    It only reads. Nobody else can reach it unless --host says so. Stop it with Ctrl-C.
    """
    from kg.queries.apart import Limits
    from kg.serving import run

    run(graph, host, port, Limits(seconds, rows, megabytes), queries, wait, typer.echo)
