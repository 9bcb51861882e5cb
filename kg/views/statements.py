"""The tables of statements: who took part in what, who met, who holds which post, what is related to what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.queries.events import by_date
from kg.queries.evidence import NOTHING, strongest
from kg.queries.records import Evidence, Meeting, Tenure
from kg.views.tables import NONE, Columns, Rows


def parts(rows: Rows) -> Columns:
    """Who took part in which event, and as what."""
    told = sorted(rows.told.parts, key=lambda part: (by_date(part.occasion), part.who.label, part.who.iri))
    rows.note(told)
    return {
        "event": [rows.events.of(part.occasion.iri) for part in told],
        "who": [rows.things.of(part.who.iri) for part in told],
        "roles": [[rows.roles.of(role) for role in part.roles] for part in told],
        "evidence": [rows.evidence.of(part.evidence) for part in told],
    }


def links(rows: Rows) -> Columns:
    """What else events are tied to."""
    told = [(row, link) for row, event in enumerate(rows.occasions) for link in event.links]
    return {
        "event": [row for row, _ in told],
        "predicate": [rows.predicates.of(link.predicate) for _, link in told],
        "thing": [rows.things.of(link.thing.iri) for _, link in told],
        "evidence": [rows.evidence.of(link.evidence) for _, link in told],
    }


def met(rows: Rows) -> Columns:
    """Persons who met, a row for each event. No evidence: it is that of the two parts in the event."""
    told = [(pair, meeting) for pair in rows.told.pairs for meeting in pair.meetings]
    rows.note(meeting for _, meeting in told)
    return {
        "a": [rows.things.of(pair.a.iri) for pair, _ in told],
        "b": [rows.things.of(pair.b.iri) for pair, _ in told],
        "event": [rows.events.get(meeting.occasion.iri if meeting.occasion else None) for _, meeting in told],
        "evidence": [NONE if _told_by_parts(meeting) else rows.evidence.of(meeting.evidence) for _, meeting in told],
    }


def _told_by_parts(meeting: Meeting) -> bool:
    return any(part.evidence != NOTHING for part in meeting.parts)


def posts(rows: Rows) -> Columns:
    """Persons in posts."""
    told = rows.told.tenures
    rows.note(told)
    return {
        "person": [rows.things.of(each.person.iri) for each in told],
        "body": [rows.things.of(each.body.iri) if each.body else NONE for each in told],
        "label": [each.label for each in told],
        "status": [rows.statuses.of(each.status) if each.status else NONE for each in told],
        "first": [each.first or "" for each in told],
        "last": [each.last or "" for each in told],
        "began": [each.began or "" for each in told],
        "ended": [each.ended or "" for each in told],
        "evidence": [rows.evidence.of(_of_term(rows, each)) for each in told],
    }


def _of_term(rows: Rows, tenure: Tenure) -> Evidence:
    """What a post rests on, and the days of taking it up and leaving it."""
    claims, occupancy = rows.told.background.claims, tenure.occupancy or ""
    dates = (("began", tenure.began), ("ended", tenure.ended))
    told = [claims[key] for name, day in dates if day and (key := (occupancy, name, day)) in claims]
    return (
        replace(strongest([tenure.evidence, *told]), confidence=tenure.evidence.confidence) if told else tenure.evidence
    )


def relations(rows: Rows) -> Columns:
    """Relations that are neither events nor posts."""
    told = rows.told.relations
    rows.note(told)
    return {
        "from": [rows.things.of(each.subject.iri) for each in told],
        "predicate": [rows.predicates.of(each.predicate) for each in told],
        "to": [rows.things.of(each.object.iri) for each in told],
        "evidence": [rows.evidence.of(each.evidence) for each in told],
    }


def mentions(rows: Rows) -> Columns:
    """Which articles name a thing, article by article."""
    places = [(rows.articles.of(each.report.article), rows.things.of(each.thing.iri)) for each in rows.mentions]
    told = sorted(zip(places, rows.mentions, strict=True), key=lambda row: row[0])
    return {
        "thing": [thing for (_, thing), _ in told],
        "article": [article for (article, _), _ in told],
        "evidence": [rows.evidence.of(mention.evidence) for _, mention in told],
    }


STATEMENTS: dict[str, Callable[[Rows], Columns]] = {
    "parts": parts,
    "links": links,
    "met": met,
    "posts": posts,
    "relations": relations,
    "mentions": mentions,
}
