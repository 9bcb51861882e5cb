"""The command that writes the page of a graph without building it anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shell import GRAPH, complain, load
from kg.errors import OutputError, ReadingError

PAGE, PLAIN_PAGE = "network.html", "pyvis.html"

PagesOption = Annotated[Path | None, typer.Option(help="The folder of its pages: quotes are shown in whole articles.")]


def register(app: typer.Typer) -> None:
    """Adds the command of this module."""
    app.command(epilog="Example: kg render output/graph.ttl --pages seeds -o who-met-whom.html")(render)


def render(
    graph: Annotated[Path, typer.Argument(help="The graph to show.")] = GRAPH,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The page; beside the graph if none.")] = None,
    pages: PagesOption = None,
    pyvis: Annotated[bool, typer.Option("--pyvis", help="The plain pyvis network, to be edited in Python.")] = False,
) -> None:
    """Write the page that shows a graph: who met whom, with the words that say so.

    A build writes it too. This is for graphs that were edited, or whose pages are elsewhere: the graph alone is enough.
    """
    target = output or graph.with_name(PLAIN_PAGE if pyvis else PAGE)
    _write(target, _plain(graph) if pyvis else _explorer(graph, pages))
    typer.echo(f"{target}  open it in a browser")


def _explorer(graph: Path, folder: Path | None) -> str:
    from kg.views import network_html
    from kg.views.texts import fitting, texts_in

    store = load(graph)
    if folder is None:
        return network_html(store)
    if not folder.is_dir():
        raise ReadingError(f"{folder}: there is no such folder; name the one that holds the pages")
    texts = fitting(store, found := texts_in(folder))
    if not texts:
        complain(
            f"warning: none of the {len(found)} pages in {folder} is one that this graph was built from, unchanged: "
            "quotes are shown in the few characters that the graph keeps",
            typer.colors.YELLOW,
        )
    return network_html(store, texts)


def _plain(graph: Path) -> str:
    from kg.views.plain import pyvis_html

    return pyvis_html(load(graph))


def _write(target: Path, page: str) -> None:
    """The page in the place of an old one, which stands until the new one is complete."""
    scratch = target.with_name(f".{target.name}.new")
    try:
        scratch.write_text(page, "utf-8", newline="\n")
        scratch.replace(target)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {target} ({reason}): choose another file with --output") from error
