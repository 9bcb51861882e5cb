"""Takes out what people rejected, before anything is made of it: namings of things, and events or parts of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.decisions.records import MENTIONED, REPORTED, Decision, Reference, Rejected, folded
from kg.model import ROLES, Article, EventMention, Extraction
from kg.resolution.events import PLACES, Telling, called
from kg.resolution.material import Material, Told
from kg.resolution.meaning import Index
from kg.resolution.rejections import End, Rejections, end_of, names_of_article

Hits = dict[Decision, tuple[str, ...]]
"""The articles out of which each decision took something."""


# ---- namings -------------------------------------------------------------------------------------------------------


def without_mentions(decisions: Iterable[Decision], index: Index, material: Material, hits: Hits) -> list[Extraction]:
    """What the articles say without the namings that people rejected, and all that rests on these."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for each in decisions:
        match each.content:
            case Rejected(subject, predicate, object, page) if predicate == MENTIONED:
                named = [material.spoken[number] for number in index.numbers(subject, page)]
                found = [one for one in named if object is None or _is_article(object, one.article, index)]
                hits[each] = tuple(sorted({one.article.key for one in found}))
                for one in found:
                    out[one.article.key].add(one.mention.id)
    return [_without(told, out[told.article.key]) for told in material.told]


def _is_article(reference: Reference, article: Article, index: Index) -> bool:
    if reference.page is not None and article.page not in index.pages(reference.page):
        return False
    return folded(reference.name) in map(folded, (article.key, *names_of_article(article)))


def _without(told: Told, out: set[str]) -> Extraction:
    extraction = told.extraction
    if not out:
        return extraction
    return replace(
        extraction,
        mentions=tuple(each for each in extraction.mentions if each.id not in out),
        posts=tuple(
            replace(post, body=None) if post.body in out else post
            for post in extraction.posts
            if post.person not in out
        ),
        claims=tuple(each for each in extraction.claims if not out & {each.subject, each.object}),
        authors=tuple(each for each in extraction.authors if each not in out),
    )


# ---- events --------------------------------------------------------------------------------------------------------


def without_rejected(events: list[list[Telling]], rejections: Rejections) -> list[list[Telling]]:
    """The tellings of each event without what people rejected; an event in which nobody is left is none."""
    if not rejections:
        return events
    found = []
    for told in events:
        event = _end(told)
        if kept := [left for each in told if (left := _pruned(each, event, rejections))]:
            rejections.renamed(event.key, called(kept)[0])
            found.append(kept)
    return found


def _end(told: list[Telling]) -> End:
    key, label = called(told)
    return End(
        key,
        (label, *(each.told.article.headline for each in told)),
        frozenset(each.article for each in told),
    )


def _pruned(telling: Telling, event: End, rejections: Rejections) -> Telling | None:
    article, page = telling.told.article, telling.told.page.id
    if rejections.rejects(event, REPORTED, end_of(article), page):
        return None
    links = [link for link in telling.links if not rejections.rejects(event, link[0], End(link[1]), page)]
    took_part = frozenset(key for predicate, key, _ in links if predicate in ROLES)
    if not took_part:
        return None
    return replace(
        telling,
        mention=_dated(telling.mention, event, page, rejections),
        links=links,
        persons=telling.persons & took_part,
        places=frozenset(key for predicate, key, _ in links if predicate in PLACES),
    )


def _dated(mention: EventMention, event: End, page: str, rejections: Rejections) -> EventMention:
    if mention.date is not None and rejections.rejects(event, "date", End(str(mention.date)), page):
        mention = replace(mention, date=None)
    if mention.end_date is not None and rejections.rejects(event, "endDate", End(str(mention.end_date)), page):
        mention = replace(mention, end_date=None)
    return mention
