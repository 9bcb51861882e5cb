"""Tiny builders of pages with one article each and of what extraction read in them; everything here is invented.

Mentions are referred to by the name that they stand for; the article's text is their words in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.decisions import Decision
from kg.lexicon.divisions import gazetteer
from kg.model import (
    Change,
    ChangeKind,
    Claim,
    Entity,
    EventMention,
    EventType,
    Extraction,
    Kind,
    Knowledge,
    Mention,
    Page,
    PostMention,
    Region,
    Span,
    Status,
)
from kg.resolution import resolve
from tests.factory import article, day, page

RULE = "test"


@dataclass(frozen=True)
class Named:
    """One naming: what kind of thing, its full name, the words."""

    kind: Kind
    name: str
    text: str
    aliases: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    adcode: str | None = None
    implied: bool = False
    confidence: float = 0.9


@dataclass(frozen=True)
class Post:
    """A person's title at a body, by their names."""

    person: str
    title: str
    body: str | None = None
    status: Status = "current"
    rule: str = RULE
    change: tuple[ChangeKind, str] | None = None

    def told_at(self, span: Span) -> Change | None:
        """The change of office with its date, said by these characters."""
        date = day(self.change[1]) if self.change else None
        return Change(self.change[0], date, span, RULE, 0.8) if self.change and date else None


@dataclass(frozen=True)
class Happening:
    """An event with what it is linked to: pairs of predicate and name, or triples with a confidence."""

    links: tuple[tuple[str, str], ...]
    date: str | None = None
    type: EventType = "Meeting"
    end: str | None = None
    planned: bool = False
    confidence: float = 0.9


@dataclass(frozen=True)
class Told:
    """A page and what its article says."""

    page: Page
    extraction: Extraction


def named(kind: Kind, name: str, text: str | None = None, **more: object) -> Named:
    """A naming by `text`, or by the full name."""
    return Named(kind, name, text or name, **more)  # type: ignore[arg-type]


def person(name: str) -> Named:
    return named("Person", name)


def body(name: str, text: str | None = None, **more: object) -> Named:
    return named("Organization", name, text, **more)


def division(name: str, text: str | None = None) -> Named:
    """A division, with its code where the gazetteer has one of that name."""
    found = gazetteer().named(name)
    return named("Division", name, text, adcode=found[0].adcode if found else None)


def region(name: str) -> Region:
    """The region of this name; the first by code where several bear it."""
    return Region(name, gazetteer().named(name)[0].adcode, "test")


def told(
    id: str,
    *names: Named,
    here: str | None = "沛县",
    publication: str | None = "云岭日报",
    issued: str | None = None,
    headline: str = "",
    posts: Iterable[Post] = (),
    events: Iterable[Happening] = (),
    claims: Iterable[tuple[str, str, str]] = (),
    authors: Iterable[str] = (),
    mark: str = "；",
) -> Told:
    """One page with one article, `a1`; `here` is the division that it is about, `mark` stands between the names."""
    text = mark.join(each.text for each in names) or "无"
    near = region(here) if here else None
    where = page(
        text,
        article(text, page=id, headline=headline, region=near),
        id=id,
        publication=publication,
        issued=issued,
        region=near,
    )
    spans, at = [], 0
    for each in names:
        spans.append(Span(id, at, at + len(each.text)))
        at += len(each.text) + 1
    ids = {each.name: f"m{number}" for number, each in reversed(list(enumerate(names, 1)))}
    place = {each.name: span for each, span in zip(reversed(names), reversed(spans), strict=True)}
    whole = Span(id, 0, len(text))
    mentions = tuple(
        Mention(
            f"m{number}", span, each.kind, each.text, each.name, RULE, each.confidence, each.implied, each.aliases,
            each.classes, each.adcode,
        )
        for number, (each, span) in enumerate(zip(names, spans, strict=True), 1)
    )  # fmt: skip
    happenings = tuple(events)
    said = [Claim(ids[s], predicate, ids[o], place[s], RULE, 0.8) for s, predicate, o in claims]
    said += [
        Claim(f"v{number}", predicate, ids[name], place[name], RULE, happening.confidence)
        for number, happening in enumerate(happenings, 1)
        for predicate, name in happening.links
    ]
    return Told(
        where,
        Extraction(
            article=f"{id}#a1",
            mentions=mentions,
            posts=tuple(
                PostMention(
                    person=ids[p.person],
                    title=p.title,
                    body=ids[p.body] if p.body else None,
                    status=p.status,
                    span=place[p.person],
                    rule=p.rule,
                    confidence=0.9,
                    change=p.told_at(place[p.person]),
                )
                for p in posts
            ),
            events=tuple(
                EventMention(f"v{number}", h.type, day(h.date), day(h.end), h.planned, whole, RULE, h.confidence)
                for number, h in enumerate(happenings, 1)
            ),
            claims=tuple(said),
            authors=tuple(ids[name] for name in authors),
        ),
    )


def known(*pages: Told, decisions: Sequence[Decision] = ()) -> Knowledge:
    """What the pages say together, as these decisions have it."""
    return resolve([each.page for each in pages], [each.extraction for each in pages], decisions)


def known_together(*stories: Told) -> Knowledge:
    """What they say as the articles `a1`, `a2` … of one page, which is the first one's."""
    whole = stories[0].page
    articles = [replace(story.page.articles[0], id=f"a{number}") for number, story in enumerate(stories, 1)]
    extractions = [
        replace(story.extraction, article=article.key) for story, article in zip(stories, articles, strict=True)
    ]
    return resolve([replace(whole, articles=tuple(articles))], extractions)


def entities(knowledge: Knowledge, kind: Kind) -> list[Entity]:
    """All of a kind."""
    return [entity for entity in knowledge.entities if entity.kind == kind]


def labels(knowledge: Knowledge, kind: Kind) -> list[str]:
    """The labels of all of a kind, sorted."""
    return sorted(entity.label for entity in entities(knowledge, kind))


def facts(knowledge: Knowledge, predicate: str) -> set[tuple[str, str]]:
    """Subjects and objects of a predicate."""
    return {(fact.subject, fact.object) for fact in knowledge.facts if fact.predicate == predicate}
