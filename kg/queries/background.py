"""What several queries need at once: names, claims and events, of the whole graph or of what surrounds one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from kg.queries.evidence import NOTHING, Evidences, evidences, weakest
from kg.queries.named import Row, local, select
from kg.queries.names import Names, names
from kg.queries.records import Link, Occasion, Report


@dataclass(frozen=True, slots=True)
class Background:
    """The graph as far as it was asked for; statements outside of it have no evidence here."""

    names: Names
    claims: Evidences
    occasions: Mapping[str, Occasion]


def whole(store: Store) -> Background:
    """The background of questions about everybody."""
    known, claims = names(store), evidences(store)
    return Background(known, claims, _occasions(store, known, claims, [{}]))


def around(store: Store, iri: str) -> Background:
    """The background of questions about one thing: the claims about it, and the events it has to do with."""
    known = names(store)
    rows = select(store, "participations", who=iri) + select(store, "event_links", thing=iri)
    events = sorted({row["event"] for row in rows})
    claims = evidences(store, subject=iri) | evidences(store, object=iri)
    for event in events:
        claims |= evidences(store, subject=event)
    return Background(known, claims, _occasions(store, known, claims, [{"event": event} for event in events]))


def report(row: Row) -> Report:
    """The article of a row with `article` and, where the graph has them, `headline`, `published` and `file`."""
    return Report(row["article"], row.get("headline"), row.get("published"), row.get("file"))


def _occasions(store: Store, known: Names, claims: Evidences, bindings: list[dict[str, str]]) -> dict[str, Occasion]:
    links: defaultdict[str, list[Link]] = defaultdict(list)
    reports: defaultdict[str, dict[str, Report]] = defaultdict(dict)
    events: dict[str, Row] = {}
    for bound in bindings:
        for row in select(store, "event_links", **bound):
            predicate = local(row["predicate"])
            evidence = claims.get((row["event"], predicate, row["thing"]), NOTHING)
            links[row["event"]].append(Link(predicate, known.thing(row["thing"]), evidence))
        for row in select(store, "event_reports", **bound):
            reports[row["event"]].setdefault(row["article"], report(row))
        for row in select(store, "events", **bound):
            events.setdefault(row["event"], row)
    return {iri: _occasion(row, tuple(links[iri]), tuple(reports[iri].values()), claims) for iri, row in events.items()}


def _occasion(row: Row, links: tuple[Link, ...], reports: tuple[Report, ...], claims: Evidences) -> Occasion:
    iri, date, end_date = row["event"], row.get("date"), row.get("endDate")
    days = [("date", date), ("endDate", end_date)]
    evidence = weakest(claims[key] for name, day in days if day and (key := (iri, name, day)) in claims)
    planned = row.get("planned") == "true"
    return Occasion(
        iri, local(row.get("type", "")), row.get("label", ""), date, end_date, planned, links, reports, evidence
    )
