"""The tables of things: a row for each person, body, division, agreement, post, article …

A row may hold more than the columns of its table; what the table does not have is left out later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from kg.graph.terms import GOV, ORG, RDF, SCHEMA
from kg.queries.records import Mention, Thing
from kg.views.frames.spec import Row
from kg.views.frames.told import Told, key

KINDS = {
    "persons": "Person",
    "bodies": "Organization",
    "divisions": "Division",
    "places": "Place",
    "agreements": "Agreement",
    "programmes": "Programme",
    "projects": "Project",
    "honours": "Honour",
    "documents": "Document",
}


def things(told: Told, kind: str) -> Iterator[Row]:
    """The entities of one kind, by name."""
    parts = Counter(part.who.iri for part in told.records.parts)
    classes, articles = told.values(RDF + "type"), _articles(told)
    more = _MORE.get(kind, _nothing)(told)
    for thing in told.records.background.names.of_kind(kind):
        finer = {iri.removeprefix(GOV) for iri in classes.get(thing.iri, ()) if iri.startswith(GOV)} - {kind}
        yield {
            "id": key(thing.iri),
            "name": thing.label,
            "other_names": told.records.background.names.alternatives[thing.iri],
            "classes": tuple(sorted(finer)),
            "events": parts[thing.iri],
            **told.region(thing.iri),
            **_issues(articles.get(thing.iri, [])),
            **more(thing),
            "iri": thing.iri,
        }


def posts(told: Told) -> Iterator[Row]:
    """Every post, by name."""
    bodies, roles = (told.values(ORG + name) for name in ("postIn", "role"))
    holders = defaultdict(set)
    for tenure in told.records.tenures:
        holders[tenure.post].add(tenure.person.iri)
    for post in sorted(told.of_class(ORG + "Post"), key=lambda iri: (told.name(iri), iri)):
        body, role = (values.get(post, (None,))[0] for values in (bodies, roles))
        yield {
            "id": key(post),
            "name": told.name(post),
            "role": told.name(role) if role else None,
            "body_id": key(body) if body else None,
            "body": told.name(body) if body else None,
            "holders": len(holders[post]),
            "iri": post,
        }


def articles(told: Told) -> Iterator[Row]:
    """Every article, by address."""
    headlines, days, pages = (told.values(SCHEMA + name) for name in ("headline", "datePublished", "isPartOf"))
    files, authors = told.values(GOV + "file"), told.values(SCHEMA + "author")
    for article in told.of_class(GOV + "Article"):
        page = pages.get(article, (None,))[0]
        yield {
            "id": key(article),
            "headline": headlines.get(article, (None,))[0],
            "published": days.get(article, (None,))[0],
            **told.together("author_ids", "authors", authors.get(article, ())),
            "page_id": key(page) if page else None,
            "file": files.get(page, (None,))[0] if page else None,
            "iri": article,
        }


def pages(told: Told) -> Iterator[Row]:
    """Every page, by address."""
    said = {name: told.values(GOV + name) for name in ("file", "publication", "sha256", "encoding")}
    articles = Counter(page for pages in told.values(SCHEMA + "isPartOf").values() for page in pages)
    for page in told.of_class(GOV + "Page"):
        own = {name: values.get(page, (None,))[0] for name, values in said.items()}
        yield {"id": key(page), **own, "articles": articles[page], "iri": page}


def _articles(told: Told) -> dict[str, list[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in told.mentions:
        found[mention.thing.iri].append(mention)
    return found


def _issues(mentions: list[Mention]) -> Row:
    days = [mention.report.published for mention in mentions if mention.report.published]
    return {"articles": len(mentions), "first_issue": min(days, default=None), "last_issue": max(days, default=None)}


Columns = Callable[[Thing], Row]
"""The columns of a thing that only its kind has."""


def _nothing(_: Told) -> Columns:
    return lambda _: {}


def _of_persons(told: Told) -> Columns:
    shown: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for tenure in told.records.tenures:
        shown[tenure.person.iri].setdefault(tenure.label)
    met: Counter[str] = Counter()
    for pair in told.records.pairs:
        met.update((pair.a.iri, pair.b.iri))
    return lambda person: {"posts": tuple(shown[person.iri]), "people_met": met[person.iri]}


def _of_divisions(told: Told) -> Columns:
    level, adcode, above = (told.values(GOV + name) for name in ("level", "adcode", "partOf"))
    return lambda division: {
        "level": level.get(division.iri, (None,))[0],
        "adcode": adcode.get(division.iri, (None,))[0],
        **told.together("part_of_ids", "part_of", above.get(division.iri, ())),
    }


def _of_agreements(told: Told) -> Columns:
    parties, events = _subjects(told, "partyTo"), _subjects(told, "produced")
    return lambda agreement: {
        **told.together("party_ids", "parties", parties[agreement.iri]),
        "event_ids": tuple(map(key, sorted(events[agreement.iri]))),
    }


def _of_programmes(told: Told) -> Columns:
    bodies, events = _subjects(told, "implements"), _subjects(told, "about")
    return lambda programme: {
        **told.together("implementer_ids", "implementers", bodies[programme.iri]),
        "event_ids": tuple(map(key, sorted(events[programme.iri]))),
    }


def _subjects(told: Told, predicate: str) -> defaultdict[str, set[str]]:
    """Of each object of a predicate, what says it of it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for subject, objects in told.values(GOV + predicate).items():
        for object in objects:
            found[object].add(subject)
    return found


_MORE: dict[str, Callable[[Told], Columns]] = {
    "Person": _of_persons,
    "Division": _of_divisions,
    "Agreement": _of_agreements,
    "Programme": _of_programmes,
}
