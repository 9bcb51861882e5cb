"""What was read from one page, as rows for people: names found or rejected, and what the page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Extraction, Mention, Page, Rejected, Span


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that the page prints and no other holds, in order."""
    at = 0
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not mention.implied and mention.span.start >= at:
            yield mention
            at = mention.span.end


def proposals(page: Page, each: Iterable[Mention | Rejected]) -> Iterator[tuple[str, str, str, str, float]]:
    """Place, kind, text, rule and weight of names found or rejected."""
    for name in each:
        if isinstance(name, Rejected):
            yield place(page, name.span), name.kind, name.text, name.rule, name.weight
        else:
            text = name.text if name.name == name.text else f"{name.text} = {name.name}"
            yield place(page, name.span), name.kind, text, name.rule, name.confidence


def statements(page: Page, extraction: Extraction) -> Iterator[tuple[str, str, str, str, float]]:
    """Place, statement, words, rule and confidence of what one article says."""
    names = {mention.id: mention.name for mention in extraction.mentions}
    events = {event.id: event.type for event in extraction.events}

    def row(span: Span, text: str, rule: str, confidence: float) -> tuple[str, str, str, str, float]:
        return place(page, span), text, page.text[span.start : span.end], rule, confidence

    for post in extraction.posts:
        text = f"{names[post.person]} holds {names.get(post.body or '', '')}{post.title} ({post.status})"
        yield row(post.span, text, post.rule, post.confidence)
    for event in extraction.events:
        text = f"{event.type} {event.date or ''}{' planned' if event.planned else ''}"
        yield row(event.span, text, event.rule, event.confidence)
    for claim in extraction.claims:
        ends = [names.get(end) or events.get(end) or end for end in (claim.subject, claim.object)]
        yield row(claim.span, f"{ends[0]} {claim.predicate} {ends[1]}", claim.rule, claim.confidence)


def place(page: Page, span: Span) -> str:
    """Line and column, from 1, as editors count them."""
    line = page.text.count("\n", 0, span.start)
    return f"{line + 1}:{span.start - page.text.rfind(chr(10), 0, span.start)}"
