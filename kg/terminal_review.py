"""How a doubtful pair looks on a terminal: both sides with names, posts and the pages' words, then the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from kg.queries.records import Evidence, Mention, Quote, Side, Tenure
from kg.terminal import heading, line

MENTIONS_SHOWN = 4


def doubt(a: Side, b: Side, evidence: Evidence, place: str) -> RenderableType:
    """One pair and why it may be one; `place` says which of how many it is."""
    sure = "" if evidence.confidence is None else f"  {evidence.confidence:.2f}"
    return Group(
        Text(f"── {place}{sure}", "bold"),
        *_side(a),
        *_side(b),
        *(Text(f"  why: {line(reason)}") for reason in evidence.reasons),
        Text(""),
    )


def _side(side: Side) -> Iterator[Text]:
    kind = side.thing.kind
    yield heading(side.thing.label, kind, side.thing.iri)
    if side.alternatives:
        yield Text(f"  also {line(', '.join(side.alternatives))}")
    for tenure in side.posts:
        yield Text(f"  post {_post(tenure)}")
    for mention in side.mentions[:MENTIONS_SHOWN]:
        yield from _mention(mention)
    if (more := len(side.mentions) - MENTIONS_SHOWN) > 0:
        yield Text(f"  and in {more} more articles", "dim")


def _post(tenure: Tenure) -> str:
    days = " – ".join(dict.fromkeys(day for day in (tenure.first, tenure.last) if day))
    status = tenure.status if tenure.status not in (None, "current") else ""
    return "  ".join(line(part) for part in (days, tenure.label, status) if part)


def _mention(mention: Mention) -> Iterator[Text]:
    report = mention.report
    told = (report.published, report.headline, report.file)
    yield Text("  in   " + "  ".join(line(part) for part in told if part))
    for quote in mention.evidence.quotes[:1]:
        yield _words(quote)


def _words(quote: Quote) -> Text:
    """The name amid the words around it."""
    before, name, after = line(quote.before), line(quote.text), line(quote.after)
    return Text.assemble(f"       “{before}", (name, "bold"), after, "”", (f"  {quote.start}–{quote.end}", "dim"))
