"""The tables of events: the events, who took part, what else they are tied to, and who met."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.queries.events import by_date
from kg.queries.records import Occasion
from kg.views.frames.spec import Row
from kg.views.frames.told import Told, days, key

_LINKS = {
    "place": ("place_ids", "places"),
    "visited": ("visited_ids", "visited"),
    "about": ("about_ids", "about"),
    "produced": ("produced_ids", "produced"),
}


def events(told: Told) -> Iterator[Row]:
    """Every event, by date."""
    guests = Counter(part.occasion.iri for part in told.records.parts)
    for event in sorted(told.records.background.occasions.values(), key=by_date):
        linked: defaultdict[str, list[str]] = defaultdict(list)
        for link in event.links:
            linked[link.predicate].append(link.thing.iri)
        begin, end = days(event.date, event.end_date)
        row: Row = {
            "id": key(event.iri),
            "type": event.type or None,
            "name": event.label,
            "date": event.date,
            "end_date": event.end_date,
            "from_day": begin,
            "until_day": end,
            "planned": event.planned,
        }
        for predicate, (ids, names) in _LINKS.items():
            row |= told.together(ids, names, linked[predicate])
        yield row | {
            "participants": guests[event.iri],
            **told.region(event.iri),
            "headline": next((report.headline for report in event.reports if report.headline), None),
            "article_ids": tuple(key(report.article) for report in event.reports),
            "confidence": event.evidence.confidence,
            "iri": event.iri,
        }


def participations(told: Told) -> Iterator[Row]:
    """Who took part in which event, by date."""
    for part in told.records.parts:
        statements = ((part.occasion.iri, role, part.who.iri) for role in part.roles)
        yield {
            **_of(part.occasion),
            "who_id": key(part.who.iri),
            "who": part.who.label,
            "who_kind": part.who.kind,
            "roles": part.roles,
            "confidence": part.evidence.confidence,
            "claim_ids": told.claims_of(statements),
        }


def event_links(told: Told) -> Iterator[Row]:
    """What else events are tied to, by date."""
    for event in sorted(told.records.background.occasions.values(), key=by_date):
        for link in sorted(event.links, key=lambda link: (link.predicate, link.thing.label, link.thing.iri)):
            yield {
                **_of(event),
                "predicate": link.predicate,
                "thing_id": key(link.thing.iri),
                "thing": link.thing.label,
                "thing_kind": link.thing.kind,
                "confidence": link.evidence.confidence,
                "claim_ids": told.claims_of([(event.iri, link.predicate, link.thing.iri)]),
            }


def meetings(told: Told) -> Iterator[Row]:
    """Who met whom, by pair and date."""
    for pair in told.records.pairs:
        for meeting in pair.meetings:
            roles = {part.who.iri: part.roles for part in meeting.parts}
            both = [(pair.a.iri, "met", pair.b.iri), (pair.b.iri, "met", pair.a.iri)]
            yield {
                "a_id": key(pair.a.iri),
                "a": pair.a.label,
                "b_id": key(pair.b.iri),
                "b": pair.b.label,
                **_of(meeting.occasion),
                "a_roles": roles.get(pair.a.iri, ()),
                "b_roles": roles.get(pair.b.iri, ()),
                "confidence": meeting.evidence.confidence,
                "claim_ids": told.claims_of(both),
            }


def _of(event: Occasion | None) -> Row:
    if event is None:
        return dict.fromkeys(("event_id", "event", "event_type", "date", "end_date", "planned"))
    return {
        "event_id": key(event.iri),
        "event": event.label,
        "event_type": event.type or None,
        "date": event.date,
        "end_date": event.end_date,
        "planned": event.planned,
    }
