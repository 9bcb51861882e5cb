"""The command that writes a graph in the formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shell import GRAPH

FORMATS = "turtle, nt, jsonld, trig, rdfxml, graphml, gexf, csv, parquet, ftm, ics"

FormatOption = Annotated[str | None, typer.Option("--format", "-f", help=f"One of {FORMATS}; without it, lists them.")]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command("export", epilog="Example: kg export output/graph.ttl --format gexf -o who-met-whom.gexf")(
        export_command
    )


def export_command(
    graph: Annotated[Path, typer.Argument(help="The graph to export.")] = GRAPH,
    format: FormatOption = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file, or the folder for csv and parquet; beside the graph if none."),
    ] = None,
) -> None:
    """Write a graph in a format of other programs, and say what that format cannot carry.

    RDF (turtle, nt, jsonld, trig, rdfxml), networks (graphml, gexf), tables (csv, parquet), entities of FollowTheMoney
    (ftm) and a calendar (ics).
    """
    from kg.terminal import plain
    from kg.views.exchange import export, formats

    if format is None:
        for each in formats().values():
            typer.echo(f"{each.name:9}{each.says}\n{'':9}opens in: {each.opens}")
        return
    done = export(graph, format, output)
    one = done.format.ending
    where = str(done.files[0]) if one else f"{done.files[0].parent}{'/'}"
    typer.echo(plain(f"{where}  {done.format.says}"))
    others = done.files[1:] if one else ()
    for line in (*map(str, others), *(() if one else (f"{len(done.files)} files",)), *done.notes):
        typer.echo(plain(f"  {line}"))
    typer.echo(plain(f"opens in: {done.format.opens}"))
    typer.echo("cannot carry:" if done.format.lacks else "carries all of the graph")
    for line in done.format.lacks:
        typer.echo(plain(f"  {line}"))
