"""How results look on a terminal: summaries, answers and marked-up pages as rich renderables.

Text of pages never reaches the terminal as markup or as control characters. Everything heavy is imported by the caller.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from kg.build import BuildResult
from kg.graph.terms import shortened
from kg.model import Extraction, Mention, Page
from kg.queries.records import Answer, Evidence, Known, Tenure
from kg.views.explained import outermost, proposals, statements

STYLES = {
    "Person": "bold red",
    "Organization": "bold blue",
    "Division": "green",
    "Place": "cyan",
    "Agreement": "magenta",
    "Programme": "magenta",
    "Project": "magenta",
    "Honour": "yellow",
    "Document": "yellow",
}
QUOTES_SHOWN = 2
WIDTH_IN_PIPES = 160

# Control characters, and those that turn the direction of writing.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def console(*, stderr: bool = False) -> Console:
    """A console that takes text as it is; what is not a terminal gets lines wide enough for tables."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else WIDTH_IN_PIPES
    return Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False, soft_wrap=True)


def plain(text: str) -> str:
    """Text that cannot steer a terminal; every line ends in a line feed."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Text of a page on one line."""
    return " ".join(plain(text).split())


def summary(result: BuildResult, targets: tuple[Path, Path]) -> RenderableType:
    """What a build found and where it wrote it."""
    knowledge = result.knowledge
    kinds = Counter(entity.kind for entity in knowledge.entities).most_common()
    failed = f", and {len(result.failures)} that failed" if result.failures else ""
    graph, network = targets
    rows = {
        str(graph): "everything, as Turtle",
        str(network): "who met whom: open it in a browser",
        "pages": f"{len(knowledge.pages)}{failed}",
        "articles": str(sum(len(page.articles) for page in knowledge.pages)),
        "entities": f"{len(knowledge.entities)}: " + ", ".join(f"{kind} {count}" for kind, count in kinds),
        "events": str(len(knowledge.events)),
        "claims": str(len(knowledge.facts)),
        "warnings": str(len(result.warnings)),
    }
    if knowledge.decisions:
        rows["decisions"] = f"{len(knowledge.decisions)} of people carried out"
    width = max(cell_len(name) for name in rows)
    return Group(*(Text(f"{set_cell_size(name, width)}  {text}") for name, text in rows.items()))


def answer(found: Answer) -> RenderableType:
    """Rows of a query as a table."""
    table = Table(*(plain(column) for column in found.columns), header_style="bold")
    for row in found.rows:
        table.add_row(*(Text(plain(shortened(cell or "")), overflow="fold") for cell in row))
    return table


def heading(label: str, kind: str, iri: str) -> Text:
    """What a thing is called, its kind, and its address, which alone tells namesakes apart."""
    return Text.assemble((line(label), "bold"), "  ", (kind, STYLES.get(kind, "")), "  ", (shortened(iri), "dim"))


def known(thing: Known) -> RenderableType:
    """All that the graph knows of one thing, with quotes."""
    label, kind = thing.thing.label, thing.thing.kind
    parts: list[RenderableType] = [heading(label, kind, thing.thing.iri)]
    facets = {"also": ", ".join(thing.alternatives), "level": thing.level, "code": thing.adcode}
    parts += [Text(f"  {name} {line(value)}") for name, value in facets.items() if value]
    sections = {
        "posts": _posts(thing),
        "held by": _holders(thing),
        "events": _events(thing),
        "met": _met(thing),
        "relations": _relations(thing),
        "named in": _mentions(thing),
        "joined": _joinings(thing),
        "decided": _judgements(thing),
    }
    for name, rows in sections.items():
        parts += _section(name, list(rows))
    return Group(*parts, Text(""))


_Row = tuple[tuple[str, ...], Evidence | None]


def _posts(thing: Known) -> Iterator[_Row]:
    for tenure in thing.posts:
        cells = (_period(tenure.first, tenure.last), tenure.label, _status(tenure.status), *_turns(tenure))
        yield cells, tenure.evidence


def _turns(tenure: Tenure) -> Iterator[str]:
    for word, day in (("began", tenure.began), ("ended", tenure.ended)):
        if day:
            yield f"{word} {day}"


def _status(status: str | None) -> str:
    """Worth a word only where it is not the usual one: a page shows nobody in a post for longer than its day."""
    return "" if status in (None, "current") else str(status)


def _holders(thing: Known) -> Iterator[_Row]:
    for tenure in thing.holders:
        when = _period(tenure.first, tenure.last)
        yield (when, tenure.person.label, tenure.label, _status(tenure.status), *_turns(tenure)), tenure.evidence


def _events(thing: Known) -> Iterator[_Row]:
    for part in thing.participations:
        occasion = part.occasion
        yield (occasion.date or "", occasion.type, occasion.headline, ", ".join(part.roles)), part.evidence
    for involvement in thing.involvements:
        occasion = involvement.occasion
        yield (occasion.date or "", occasion.type, occasion.headline, involvement.predicate), involvement.evidence


def _met(thing: Known) -> Iterator[_Row]:
    for pair in thing.met:
        other = pair.b if pair.a.iri == thing.thing.iri else pair.a
        days = dict.fromkeys(m.occasion.date for m in pair.meetings if m.occasion and m.occasion.date)
        yield (other.label, ", ".join(days)), None


def _relations(thing: Known) -> Iterator[_Row]:
    for relation in thing.relations:
        yield (relation.subject.label, relation.predicate, relation.object.label), relation.evidence


def _mentions(thing: Known) -> Iterator[_Row]:
    for mention in thing.mentions:
        report = mention.report
        yield (report.published or "", report.headline or "", report.file or ""), None


def _joinings(thing: Known) -> Iterator[_Row]:
    for each in thing.joinings:
        yield (" = ".join(each.forms), f"{each.confidence:.2f}", "；".join(each.reasons), ", ".join(each.files)), None


def _judgements(thing: Known) -> Iterator[_Row]:
    for each in thing.judgements:
        yield (each.day, each.who, each.ruling, f"({each.why})"), None


def _section(name: str, rows: Sequence[_Row]) -> Iterator[Text]:
    if not rows:
        return
    yield Text(name, "underline")
    for cells, evidence in rows:
        yield Text("  " + "  ".join(line(cell) for cell in cells if cell))
        if evidence is not None:
            yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[Text]:
    doubt = f"  doubtful: {evidence.confidence:.2f}" if evidence.doubtful else ""
    for quote in evidence.quotes[:QUOTES_SHOWN]:
        place = f"  {line(quote.file)}:{quote.start}–{quote.end}{doubt}"
        yield Text.assemble(f"      “{line(quote.text)}”", (place, "dim"))
    if (more := len(evidence.quotes) - QUOTES_SHOWN) > 0:
        yield Text(f"      and {more} more", "dim")


def _period(first: str | None, last: str | None) -> str:
    return " – ".join(dict.fromkeys(day for day in (first, last) if day))


def marked(page: Page, mentions: Iterable[Mention]) -> Text:
    """The page as it is in the file, each outermost mention in brackets with its kind."""
    text, at = Text(), 0
    for mention in outermost(mentions):
        text.append(plain(page.text[at : mention.span.start]))
        words = plain(page.text[mention.span.start : mention.span.end])
        text.append(f"[{words} {mention.kind}]", STYLES[mention.kind])
        at = mention.span.end
    return text.append(plain(page.text[at:]))


def explanation(page: Page, extraction: Extraction) -> RenderableType:
    """What one article gave, and what was proposed and lost, each with its place, rule and reason."""
    found = _table("found", "where", "kind", "text", "rule", "weight")
    for *cells, weight in proposals(page, extraction.mentions):
        found.add_row(*_cells(*cells, f"{weight:.2f}"))
    said = _table("said", "where", "statement", "words", "rule", "weight")
    for *cells, weight in statements(page, extraction):
        said.add_row(*_cells(*cells, f"{weight:.2f}"))
    rejected = _table("rejected", "where", "kind", "text", "rule", "weight", "reason")
    for lost, (*cells, weight) in zip(extraction.rejected, proposals(page, extraction.rejected), strict=True):
        rejected.add_row(*_cells(*cells, f"{weight:.2f}", lost.reason))
    return Group(*(table for table in (found, said, rejected) if table.row_count))


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", header_style="bold", box=None)


def _cells(*cells: str) -> tuple[Text, ...]:
    return tuple(Text(line(cell)) for cell in cells)
