"""Tiny builders of the records that the steps hand on, for tests of every step.

Everything here is invented; `tests.sample` uses them for a small page with each kind of thing, fact and event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kg.model import (
    AppliedDecision,
    Article,
    Block,
    Entity,
    Event,
    EventType,
    Fact,
    Holding,
    Identity,
    Kind,
    Knowledge,
    Page,
    PartialDate,
    Region,
    Source,
    Span,
    Status,
)

PAGE = "云岭日报-2023-05-12.txt"
KINDS: dict[str, Kind] = {
    "person": "Person",
    "body": "Organization",
    "division": "Division",
    "place": "Place",
    "agreement": "Agreement",
    "programme": "Programme",
    "project": "Project",
    "honour": "Honour",
    "document": "Document",
}

Record = Page | Entity | Holding | Event | Fact | AppliedDecision | Identity


def day(text: str | None) -> PartialDate | None:
    """`2023`, `2023-05` or `2023-05-12` as a date, None as None."""
    return None if text is None else PartialDate(*(int(part) for part in text.split("-")))


def article(
    text: str,
    *,
    page: str = PAGE,
    id: str = "a1",
    at: int = 0,
    headline: str = "",
    region: Region | None = None,
    year: int | None = 2023,
) -> Article:
    """An article whose clean text stands in the file as it is, from character `at` on; one block of body."""
    places = range(at, at + len(text))
    return Article(
        id=id,
        page=page,
        kind="news",
        headline=headline,
        text=text,
        starts=tuple(places),
        ends=tuple(place + 1 for place in places),
        gaps=frozenset(),
        blocks=(Block("body", 0, len(text)),),
        region=region,
        year=year,
        year_reason="test",
    )


def page(
    text: str,
    *articles: Article,
    id: str = PAGE,
    publication: str | None = "云岭日报",
    issued: str | None = "2023-05-12",
    region: Region | None = None,
) -> Page:
    """A page of this text; without articles, the whole text is one."""
    return Page(
        id=id,
        file=id,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        publication=publication,
        issue_date=day(issued),
        issue_date_reason="test",
        region=region,
        articles=articles or (article(text, page=id, region=region),),
    )


def spot(where: Page, quote: str, nth: int = 0) -> Span:
    """Where the page prints the quote, for the nth time counted from 0."""
    start = where.text.index(quote)
    for _ in range(nth):
        start = where.text.index(quote, start + 1)
    return Span(where.id, start, start + len(quote))


def source(where: Page, quote: str, *, article: str = "a1", nth: int = 0) -> Source:
    """The quote as a source of a fact."""
    return Source(f"{where.id}#{article}", spot(where, quote, nth))


def entity(
    key: str,
    label: str | None = None,
    *alternatives: str,
    classes: Iterable[str] = (),
    articles: Iterable[str] = (f"{PAGE}#a1",),
    level: str | None = None,
    adcode: str | None = None,
) -> Entity:
    """The thing at this key; its kind is what the key begins with, its label what the key ends with unless given."""
    folder, _, name = key.partition("/")
    kind = KINDS[folder]
    return Entity(
        key=key,
        kind=kind,
        classes=tuple(classes) or (kind,),
        label=label or name,
        alternatives=alternatives,
        articles=tuple(articles),
        level=level,
        adcode=adcode,
    )


def holding(
    person: str,
    title: str,
    body: str | None,
    label: str,
    *attested: str,
    status: Status = "current",
) -> Holding:
    """The person (a key) in the post of this label at the body (a key)."""
    name = person.partition("/")[2]
    return Holding(
        key=f"occupancy/{name}-{label}-{status}",
        person=person,
        post=f"post/{label}",
        title=title,
        body=body,
        label=label,
        status=status,
        attested=tuple(date for text in sorted(attested) if (date := day(text))),
    )


def event(
    key: str,
    kind: EventType = "Meeting",
    *,
    label: str | None = None,
    date: str | None = None,
    end: str | None = None,
    planned: bool = False,
    articles: Iterable[str] = (f"{PAGE}#a1",),
) -> Event:
    """The event at this key; its label is what the key ends with unless given."""
    return Event(key, kind, label or key.partition("/")[2], day(date), day(end), planned, tuple(articles))


def fact(
    subject: str,
    predicate: str,
    object: str,
    *sources: Source,
    confidence: float = 0.9,
    rules: Iterable[str] = ("test",),
) -> Fact:
    """`subject predicate object`, resting on these sources."""
    return Fact(subject, predicate, object, confidence, tuple(sorted(rules)), tuple(sorted(sources)))


def decision(text: str, *about: str, author: str = "温如玉", day: str = "2024-01-02") -> AppliedDecision:
    """A decision in these words about these keys; its action is what they begin with."""
    key = f"decision/{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    return AppliedDecision(key, text.partition(":")[0], text, author, day, "看过两版", tuple(sorted(about)))


def knowledge(*records: Record) -> Knowledge:
    """All records together, each kind in its place and sorted."""
    return Knowledge(
        pages=tuple(sorted((r for r in records if isinstance(r, Page)), key=lambda r: r.id)),
        entities=tuple(sorted((r for r in records if isinstance(r, Entity)), key=lambda r: r.key)),
        holdings=tuple(sorted((r for r in records if isinstance(r, Holding)), key=lambda r: r.key)),
        events=tuple(sorted((r for r in records if isinstance(r, Event)), key=lambda r: r.key)),
        facts=tuple(
            sorted(
                (r for r in records if isinstance(r, Fact)),
                key=lambda r: (r.subject, r.predicate, r.object),
            )
        ),
        identities=tuple(sorted((r for r in records if isinstance(r, Identity)), key=lambda r: (r.entity, r.sources))),
        decisions=tuple(sorted((r for r in records if isinstance(r, AppliedDecision)), key=lambda r: r.key)),
    )
