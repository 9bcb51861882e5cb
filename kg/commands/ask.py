"""The commands that question a graph: `kg ask` with the questions that come with it, `kg query` in SPARQL."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.shell import GRAPH, GraphOption, complain, load
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.queries.asking import Question
    from kg.queries.records import Answer

MEETINGS = "SELECT ?who ?whom { ?a gov:met ?b . ?a skos:prefLabel ?who . ?b skos:prefLabel ?whom }"


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="A table on a terminal and tab-separated values in a pipe if none is given."),
]
SecondsOption = Annotated[float, typer.Option(min=0.01, help="Stop a query that takes longer.")]
RowsOption = Annotated[int, typer.Option(min=1, help="Refuse an answer with more rows.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    free = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command(epilog="Example: kg ask who-met --person 余志坚", context_settings=free)(ask)
    app.command(epilog=f"Example: kg query '{MEETINGS}'")(query)


def ask(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The question; without one, all of them are listed.")] = None,
    graph: GraphOption = GRAPH,
    format: FormatOption = None,
    seconds: SecondsOption = 30,
    rows: RowsOption = 100_000,
    text: Annotated[bool, typer.Option("--sparql", help="Print the query itself.")] = False,
) -> None:
    """Ask one of the questions that come with the program; its parameters are options: --person 余志坚.

    Things are found by any of their names, a part of one, or their address. docs/queries.md tells of each question.
    """
    from kg.queries.apart import Limits
    from kg.queries.asking import question, questions
    from kg.queries.limited import ask as answer

    if name is None:
        for each in questions():
            typer.echo(f"{_usage(each)}\n    {each.title}")
        return
    asked = question(name)
    if text:
        typer.echo(asked.text, nl=False)
        return
    given = _given(asked, context.args)
    _print(answer(load(graph), asked, given, Limits(seconds, rows)), format)


def query(
    text: Annotated[str, typer.Argument(metavar="FILE.rq|TEXT", help="A SPARQL query, or a file that holds one.")],
    graph: GraphOption = GRAPH,
    format: FormatOption = None,
    seconds: SecondsOption = 30,
    rows: RowsOption = 100_000,
) -> None:
    """Ask the graph in SPARQL: a table with short addresses on a terminal, tab-separated values in full in a pipe.

    The prefixes of graph.ttl, such as gov:, org:, rdf:, skos: and person:, need not be declared. The query only reads,
    and asks nothing but this graph.
    """
    from kg.queries.apart import Limits
    from kg.queries.limited import limited

    _print(limited(load(graph), text, Limits(seconds, rows)), format)


def _usage(asked: Question) -> str:
    words = [
        f"--{each.name} {each.kind.upper()}" if each.needed else f"[--{each.name} {each.kind.upper()}]"
        for each in asked.parameters
    ]
    return " ".join([asked.name, *words])


def _given(asked: Question, words: list[str]) -> dict[str, str]:
    """`--person X` and `--person=X` as pairs."""
    given: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        if not option.startswith("--"):
            raise QueryError(f"{word!r} belongs to no option; ask as in: {_usage(asked)}")
        following = value if equals else next(rest, None)
        if following is None:
            raise QueryError(f"{option} needs a value; ask as in: {_usage(asked)}")
        if option[2:] in given:
            raise QueryError(f"{option} is given twice; ask as in: {_usage(asked)}")
        given[option[2:]] = following
    return given


def _print(answer: Answer, format: Format | None) -> None:
    from kg import terminal, terminal_rows

    if not answer.rows:
        complain("no row fits; the terms of the graph are listed in ontology/README.md", typer.colors.YELLOW)
    chosen = format or (Format.TABLE if sys.stdout.isatty() else Format.TSV)
    if chosen is Format.TABLE:
        terminal.console().print(terminal.answer(answer))
    else:
        typer.echo(terminal_rows.WRITERS[chosen.value](answer), nl=False)
