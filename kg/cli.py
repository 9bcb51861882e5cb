"""The command line: takes arguments, calls the library, prints, and sets the exit code; nothing else happens here.

Exit codes: 0 done; 1 done, but pages failed or the graph broke a rule; 2 the call cannot be answered as it stands.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kg
from kg.commands import ask, decide, export, render, serve
from kg.commands.ask import MEETINGS
from kg.commands.shell import GRAPH, GraphOption, complain, load, program
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.build import BuildResult

WITH_FAULTS, UNUSABLE = 1, 2
WARNINGS_SHOWN = 10
NAMES_SHOWN = 5

ConfigOption = Annotated[Path | None, typer.Option(help="A spaCy pipeline configuration in place of kg's own.")]

app = typer.Typer(
    name="kg",
    help="Read Chinese local newspaper pages into a graph of officials, bodies, events and agreements.\n\n"
    "Start with: kg build seeds -o output",
    epilog="Exit codes: 0 done; 1 done, but pages failed or the graph breaks a rule; 2 the call cannot be answered.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; errors of the package become one message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except KgError as error:
        complain(f"kg: {error}")
        raise SystemExit(UNUSABLE) from None


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


VersionOption = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")]


@app.callback()
def _options(version: VersionOption = False) -> None:
    pass


@app.command("build", epilog="Example: kg build pages/2024 pages/2025/*.txt -o output --processes 4")
def build_command(
    paths: Annotated[list[str], typer.Argument(help="Pages, folders of pages, patterns, or - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the results.")] = Path("output"),
    decisions: Annotated[
        Path | None,
        typer.Option(help="A file of decisions, besides each decisions.toml in folders of pages."),
    ] = None,
    config: ConfigOption = None,
    base: Annotated[str | None, typer.Option(help="The IRI below which the graph's things are named.")] = None,
    processes: Annotated[int, typer.Option(min=1, help="Read pages in this many processes at once.")] = 1,
    all_warnings: Annotated[bool, typer.Option(help=f"Print more than {WARNINGS_SHOWN} warnings.")] = False,
) -> None:
    """Build a graph: everything into graph.ttl, who met whom into network.html.

    A page that cannot be read is named and left out. Old results are replaced only when the new ones are complete.
    """
    from kg import terminal
    from kg.build import check_folder, write

    check_folder(output)
    _warn_of_unused(paths, decisions)
    result = _build_with_bar(paths, decisions, config, base, processes)
    targets = write(result, output)
    for failure in result.failures:
        complain(f"failed: {failure.message}")
    _warn(result.warnings, len(result.warnings) if all_warnings else WARNINGS_SHOWN)
    terminal.console().print(terminal.summary(result, targets))
    _suggest(result, paths, targets[0])
    if result.failures:
        raise typer.Exit(WITH_FAULTS)


@app.command(epilog="Example: kg show 区委书记   or a part of a name: kg show 教育局 -g output/graph.ttl")
def show(
    name: Annotated[str, typer.Argument(help="A person, body, place, post or other thing, or a part of its name.")],
    graph: GraphOption = GRAPH,
) -> None:
    """Show what the graph knows of a name: posts, events, who was met, relations, each with the page's words."""
    from kg import queries, terminal

    found = queries.about(load(graph), name)
    console = terminal.console()
    for known in found[:NAMES_SHOWN]:
        console.print(terminal.known(known))
    if others := [f"{known.thing.label} ({known.thing.kind})" for known in found[NAMES_SHOWN:]]:
        console.print(terminal.line(f"and {len(others)} more whose names fit: {'  '.join(others)}"))


@app.command(epilog="Example: kg timeline 县委书记   or a person: kg timeline 宋明哲 -g output/graph.ttl")
def timeline(
    name: Annotated[str, typer.Argument(help="A person or a post, or a part of its name.")],
    graph: GraphOption = GRAPH,
    everything: Annotated[bool, typer.Option("--all", help="Print every page and every name that fits.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, every page and every name that fits.")] = False,
) -> None:
    """Tell a person's career, or the holders of a post, in the order of the days on which pages show them.

    Says when a post was taken up or left where a page tells of it, and where pages contradict each other.
    """
    from kg import terminal, terminal_history
    from kg.queries.timelines import timelines_of, with_posts

    store = load(graph)
    things = with_posts(store, name)
    shown = things if everything or as_json else things[:NAMES_SHOWN]
    found = timelines_of(store, shown)
    if as_json:
        typer.echo(terminal_history.as_json(found))
        return
    console = terminal.console()
    for told in found:
        console.print(terminal_history.timeline(told, None if everything else terminal_history.PAGES_SHOWN))
    if others := [f"{thing.label} ({thing.kind})" for thing in things[len(shown) :]]:
        console.print(terminal.line(f"and {len(others)} more whose names fit: {'  '.join(others)}"))


@app.command("diff", epilog="Example: kg diff before/graph.ttl output/graph.ttl")
def diff_command(
    old: Annotated[Path, typer.Argument(help="The graph as it was.")],
    new: Annotated[Path, typer.Argument(help="The graph as it is.")],
    everything: Annotated[bool, typer.Option("--all", help="Print more than ten rows of a group.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, all rows.")] = False,
) -> None:
    """Tell what two graphs differ in: what appeared, vanished, merged, split, was renamed or is told otherwise.

    Nodes are compared by the words of the pages behind them, whatever the base. Exit code 0, alike or not.
    """
    from kg import terminal, terminal_history

    found = kg.diff(old, new)
    if as_json:
        typer.echo(terminal_history.as_json(found))
    else:
        terminal.console().print(
            terminal_history.difference(found, None if everything else terminal_history.ROWS_SHOWN)
        )


@app.command(epilog="Example: kg explain pages/2024-07-05.txt")
def explain(
    file: Annotated[str, typer.Argument(help="One page.")],
    config: ConfigOption = None,
) -> None:
    """Mark up a page: what was found, what it says, and what was rejected and why."""
    from kg import terminal
    from kg.extraction import Extractor
    from kg.reading import collect, read_page

    extractor = Extractor(config)
    console = terminal.console()
    for source in collect([file]):
        page = read_page(source.read(), source.id)
        extractions = extractor.extract(page)
        console.print(terminal.marked(page, [mention for each in extractions for mention in each.mentions]))
        for article, extraction in zip(page.articles, extractions, strict=True):
            console.print(f"\n{article.id}  {terminal.line(article.headline)}", style="bold")
            console.print(terminal.explanation(page, extraction))
        _warn(tuple(f"{page.file}: {warning}" for warning in page.warnings), len(page.warnings))


@app.command(epilog="Example: kg validate output/graph.ttl --pages seeds")
def validate(
    graph: Annotated[Path, typer.Argument(help="The graph to check.")] = GRAPH,
    pages: Annotated[Path | None, typer.Option(help="The folder of its pages: check every quote against them.")] = None,
) -> None:
    """Check a graph against the rules of the ontology, and its quotes against the pages."""
    from kg.graph import validate as check

    report = check(graph, pages)
    typer.echo(report)
    if not report.conforms:
        raise typer.Exit(WITH_FAULTS)


@app.command("evaluate", epilog="Example: kg evaluate output/graph.ttl tests/gold/0*.json --errors")
def evaluate_command(
    found: Annotated[Path, typer.Argument(help="A graph (.ttl), pages to build, or a second reading (.json).")],
    gold: Annotated[list[Path], typer.Argument(help="Annotated pages, or folders of them.")],
    links: Annotated[Path | None, typer.Option(help="Which rows of several pages are one thing.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every false statement.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, errors included.")] = False,
    config: ConfigOption = None,
) -> None:
    """Compare a graph with annotated pages: precision, recall and F1 of everything that it says."""
    from json import dumps

    from kg.evaluation import evaluate, report

    tally, pages, warnings = evaluate(found, gold, links, config)
    _warn(warnings, len(warnings))
    if as_json:
        typer.echo(dumps(report.as_json(tally, pages), ensure_ascii=False, indent=1))
    else:
        from kg.terminal import plain

        typer.echo(plain(report.as_text(tally, pages, errors)))


@app.command(epilog="Example: kg annotate pages/2024-07-05.txt")
def annotate(
    file: Annotated[str, typer.Argument(help="One page.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; beside the page if none.")] = None,
    config: ConfigOption = None,
) -> None:
    """Write an annotation of a page as the program would give it, for you to correct (docs/annotation.md)."""
    from kg.evaluation.prefill import write_prefilled

    for written in write_prefilled(file, output, config):
        typer.echo(f"{written}: correct it, then compare with: {program()} evaluate output/graph.ttl {written}")


def _warn_of_unused(paths: list[str], given: Path | None) -> None:
    """The commands that decide write to the folder that the user is in: its file may be meant, and is not read."""
    from kg.decisions import decisions_in
    from kg.decisions.files import FILE

    here = Path(FILE)
    used = {file.resolve() for file in (*decisions_in(paths), *((given,) if given else ()))}
    if here.is_file() and here.resolve() not in used:
        complain(f"{here} in this folder is not used: to carry it out, add --decisions {here}", typer.colors.YELLOW)


def _build_with_bar(
    paths: list[str], decisions: Path | None, config: Path | None, base: str | None, processes: int
) -> BuildResult:
    from rich.progress import Progress

    from kg import terminal

    console = terminal.console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading pages", total=None)
        return kg.build(
            paths,
            decisions=decisions or (),
            config=config,
            base=base,
            processes=processes,
            progress=lambda done, total, page: bar.update(task, completed=done, total=total),
        )


def _warn(warnings: tuple[str, ...], most: int) -> None:
    for warning in warnings[:most]:
        complain(f"warning: {warning}", typer.colors.YELLOW)
    if len(warnings) > most:
        complain(f"and {len(warnings) - most} more warnings: --all-warnings prints them", typer.colors.YELLOW)


def _suggest(result: BuildResult, paths: list[str], graph: Path) -> None:
    """Commands that work as printed, on the graph that was just built."""
    from shlex import join

    from kg.model import DOUBT
    from kg.reading import collect

    option = [] if graph == GRAPH else ["--graph", str(graph)]
    commands = [["query", MEETINGS, *option]]
    if name := _best_connected(result):
        commands.insert(0, ["show", name, *option])
    read = {page.id for page in result.knowledge.pages}
    if "-" not in paths and (file := next((each.path for each in collect(paths) if each.id in read), None)):
        commands.append(["explain", str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)])
    if any(fact.predicate == DOUBT for fact in result.knowledge.facts):
        commands.append(["review", *option])
    typer.echo("\nnext:")
    for command in commands:
        typer.echo(f"  {program()} {join(command)}")


def _best_connected(result: BuildResult) -> str | None:
    """The person who met most others."""
    met = Counter(fact.subject for fact in result.knowledge.facts if fact.predicate == "met")
    people = [entity for entity in result.knowledge.entities if entity.kind == "Person"]
    return max(people, key=lambda person: met[person.key]).label if people else None


ask.register(app)
serve.register(app)
render.register(app)
export.register(app)
decide.register(app)
