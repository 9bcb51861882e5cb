"""Commands by which people correct the graph: each writes decisions into a file that the next build replays."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.shell import GRAPH, GraphOption, load, program
from kg.decisions.files import FILE
from kg.errors import DecisionError

if TYPE_CHECKING:
    from kg.decisions import Apart, Reference, Same
    from kg.queries.records import Doubt
    from kg.queries.references import Catalogue

ANSWERS = "one and the same? y(es), n(o), s(kip), q(uit)"
REASONS = {"y": "judged one and the same, no reason given", "n": "judged to be two, no reason given"}

FileOption = Annotated[Path, typer.Option("--decisions", "-d", help="The file of decisions; made if missing.")]
AuthorOption = Annotated[str | None, typer.Option(help="Who decides; by default the user of git or of the system.")]
ReasonOption = Annotated[str | None, typer.Option(help="Why; asked for on a terminal.")]
NAME = "A name, NAME@PAGE for the one on that page, or NAME@PAGE:1234 for the one at that character."


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command(epilog="Example: kg review --decisions pages/decisions.toml")(review)
    app.command(epilog="Example: kg same 宋明哲@2014-05-06.txt 宋明喆@2014-06-01.txt --reason 同一任局长")(same)
    app.command(epilog="Example: kg apart 宋明哲@2014-05-06.txt 宋明哲@2019-03-02.txt")(apart)


def review(
    graph: GraphOption = GRAPH,
    decisions: FileOption = Path(FILE),
    author: AuthorOption = None,
) -> None:
    """Decide which doubtful pairs are one: shows each, the likeliest first, asks, and writes the decision.

    Pairs that the file already decides are passed over. In a pipe, only prints the list.
    """
    from kg import terminal
    from kg.queries import doubts
    from kg.queries.references import Catalogue, refer_both
    from kg.terminal_review import doubt as shown

    store = load(graph)
    catalogue = Catalogue(store)
    pairs = list(_undecided(doubts(store), catalogue, decisions))
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    console, count = terminal.console(), 0
    for number, pair in enumerate(pairs, start=1):
        a, b = catalogue.side(pair.a), catalogue.side(pair.b)
        console.print(shown(a, b, pair.evidence, f"{number} of {len(pairs)}"))
        answer = _answer() if asking else "s"
        if answer == "q":
            break
        if answer in REASONS:
            _write(_judged(*refer_both(a, b), answer), decisions, author, None, REASONS[answer])
            count += 1
    if not pairs:
        typer.echo("no doubtful pair is left to decide")
    elif asking:
        typer.echo(f"{count} written to {decisions}")
        if count:
            _suggest(decisions, graph)


def same(
    a: Annotated[str, typer.Argument(metavar="A", help=NAME)],
    b: Annotated[str, typer.Argument(metavar="B", help=NAME)],
    graph: GraphOption = GRAPH,
    decisions: FileOption = Path(FILE),
    author: AuthorOption = None,
    reason: ReasonOption = None,
) -> None:
    """Decide that two names are one and the same: writes one decision, which the next build carries out."""
    from kg.decisions import Same

    _decide(Same, (a, b), graph, decisions, author, reason, REASONS["y"])


def apart(
    a: Annotated[str, typer.Argument(metavar="A", help=NAME)],
    b: Annotated[str, typer.Argument(metavar="B", help=NAME)],
    graph: GraphOption = GRAPH,
    decisions: FileOption = Path(FILE),
    author: AuthorOption = None,
    reason: ReasonOption = None,
) -> None:
    """Decide that two names are two things: writes one decision, which the next build carries out."""
    from kg.decisions import Apart

    _decide(Apart, (a, b), graph, decisions, author, reason, REASONS["n"])


def _decide(
    judgement: type[Same] | type[Apart],
    names: tuple[str, str],
    graph: Path,
    decisions: Path,
    author: str | None,
    reason: str | None,
    usual: str,
) -> None:
    from kg.decisions import Same
    from kg.queries.references import Catalogue

    catalogue = Catalogue(load(graph))
    first, second = (catalogue.only(name) for name in names)
    if first.alike() == second.alike():
        raise DecisionError(
            f"both are {first}: say on which page each stands, as NAME@PAGE, or where, as NAME@PAGE:1234"
        )
    if judgement is Same:
        catalogue.check_kinds(first, second)
    _write(judgement(first, second), decisions, author, reason, usual)
    _suggest(decisions, graph)


def _undecided(pairs: Iterable[Doubt], catalogue: Catalogue, file: Path) -> Iterator[Doubt]:
    from kg.decisions import read

    settled = {pair for each in (read(file) if file.exists() else ()) for pair in catalogue.decided(each)}
    return (pair for pair in pairs if frozenset((pair.a.iri, pair.b.iri)) not in settled)


def _judged(a: Reference, b: Reference, answer: str) -> Same | Apart:
    from kg.decisions import Apart, Same

    return Same(a, b) if answer == "y" else Apart(a, b)


def _answer() -> str:
    while True:
        try:
            given = str(typer.prompt(ANSWERS, default="s", show_default=False)).strip().lower()
        except typer.Abort:
            typer.echo()
            return "q"
        if given[:1] in ("y", "n", "s", "q"):
            return given[0]
        typer.echo("y, n, s or q")


def _write(content: Same | Apart, file: Path, author: str | None, reason: str | None, usual: str) -> None:
    from datetime import date

    from kg.decisions import Decision, append
    from kg.terminal import plain

    if reason is None:
        asking = sys.stdin.isatty() and sys.stdout.isatty()
        reason = str(typer.prompt("why", default=usual)) if asking else usual
    decision = Decision(content, _author(author), date.today(), reason.strip())
    if (standing := append(file, decision)) is not None:
        typer.echo(plain(f"nothing written: {standing.called} says so already"))
    else:
        typer.echo(plain(f"written to {file}: {decision}"))


def _author(given: str | None) -> str:
    """The name given, else that of git's user, else that of the system's."""
    from getpass import getuser
    from subprocess import SubprocessError, run

    if given is not None:
        return given.strip()
    try:
        asked = run(["git", "config", "user.name"], capture_output=True, encoding="utf-8", check=False, timeout=10)
        if name := asked.stdout.strip():
            return name
    except (OSError, SubprocessError, UnicodeDecodeError):
        pass
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        raise DecisionError("the system does not say who you are: name yourself with --author") from None


def _suggest(decisions: Path, graph: Path) -> None:
    """The commands that carry the decisions out beside this graph and compare both; only the user knows the pages."""
    from shlex import quote

    folder = graph.parent.with_name(f"{graph.parent.name or 'output'}-decided")
    typer.echo("\nnext, with your files or folders of pages:")
    typer.echo(f"  {program()} build PAGES -o {quote(str(folder))} --decisions {quote(str(decisions))}")
    typer.echo(f"  {program()} diff {quote(str(graph))} {quote(str(folder / GRAPH.name))}")
