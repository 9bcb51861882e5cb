"""What the explorer carries, as columns of plain data: the Payload that kg/views/explorer/src/payload.ts describes.

Things, events, quotes … are named by their rows, so that nothing is written twice. A missing row is -1, a missing
text "". The same graph gives the same columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pyoxigraph import Store

from kg.graph.terms import key_of
from kg.queries.evidence import NOTHING, scopes, strongest
from kg.queries.mentions import mentions
from kg.queries.records import Evidence, Occasion
from kg.views.measures import betweenness, communities, pagerank
from kg.views.networks import TIES, VIEWS, event_of, records
from kg.views.placing import placed
from kg.views.regions import Regions, regions
from kg.views.spelling import spelled
from kg.views.statements import STATEMENTS
from kg.views.tables import NONE, Columns, Rows
from kg.views.texts import PageText, fitting, pieces
from kg.views.trees import forest
from kg.views.words import terms

Payload = dict[str, Any]

VERSION = 1


def payload(store: Store, texts: Mapping[str, PageText] | None = None) -> Payload:
    """Everything the page shows of a graph; with the pages' texts, whole articles around the quotes."""
    told = records(store)
    named = mentions(store, told.background)
    rows = Rows(told, named)
    of_things, of_events = regions(store, told, named)
    base = _base([*rows.things.items(), *rows.events.items(), *rows.articles.items()])
    tables = {"events": _events(rows, of_events, base)} | {name: make(rows) for name, make in STATEMENTS.items()}
    place = {row: at for at, row in enumerate(rows.evidence.order())}
    for table in tables.values():
        table["evidence"] = [place.get(row, NONE) for row in table["evidence"]]
    views = {view: _network(rows, view) for view in VIEWS}
    return {
        "version": VERSION,
        "base": base,
        "things": _things(rows, of_things, base) | _measures(views["people"], len(rows.names)),
        "views": views,
        **tables,
        **_sources(store, rows, fitting(store, texts or {}), base),
        **_dictionaries(rows),
    }


def _things(rows: Rows, of_things: Regions, base: str) -> Columns:
    others = rows.told.background.names.alternatives
    return {
        "key": [thing.iri.removeprefix(base) for thing in rows.names],
        "label": [thing.label for thing in rows.names],
        "kind": [rows.kinds.of(thing.kind) for thing in rows.names],
        "names": [list(others.get(thing.iri, ())) for thing in rows.names],
        "pinyin": [
            spelled([thing.label, *others.get(thing.iri, ())], persons=thing.kind == "Person") for thing in rows.names
        ],
        "region": [rows.things.get(of_things.get(thing.iri)) for thing in rows.names],
    }


def _measures(people: Columns, count: int) -> Columns:
    """Communities and centrality by thing; what met nobody has no community and no weight."""
    place = {thing: row for row, thing in enumerate(people["nodes"])}
    a, b = ([place[thing] for thing in people[end]] for end in ("a", "b"))
    weights = people["ties"]
    found = {
        "community": (communities(len(place), a, b, weights), NONE),
        "betweenness": (betweenness(len(place), a, b), 0),
        "pagerank": (pagerank(len(place), a, b, weights), 0),
    }
    return {
        name: [values[place[thing]] if thing in place else absent for thing in range(count)]
        for name, (values, absent) in found.items()
    }


def _events(rows: Rows, of_events: Regions, base: str) -> Columns:
    told = rows.occasions
    return {
        "key": [event.iri.removeprefix(base) for event in told],
        "type": [rows.types.of(event.type or "Event") for event in told],
        "label": [event.headline for event in told],
        "from": [event.date or "" for event in told],
        "to": [event.end_date or "" for event in told],
        "planned": [int(event.planned) for event in told],
        "region": [rows.things.get(of_events.get(event.iri)) for event in told],
        "articles": [[rows.articles.of(report.article) for report in event.reports] for event in told],
        "evidence": [rows.evidence.of(_of_event(rows, event)) for event in told],
    }


def _of_event(rows: Rows, event: Occasion) -> Evidence:
    """What an event's days rest on, as sure as these are, and the words that report it."""
    claims = rows.told.background.claims
    told = [claims[key] for each in event.reports if (key := (event.iri, "reportedIn", each.article)) in claims]
    if not told or event.evidence == NOTHING:
        return strongest(told) if told else event.evidence
    return replace(strongest([event.evidence, *told]), confidence=event.evidence.confidence)


def _network(rows: Rows, view: str) -> Columns:
    """One edge a pair, with all that ties the two."""
    ties: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for kind, one, other, record in VIEWS[view](rows.told):
        a, b = sorted((rows.things.of(one.iri), rows.things.of(other.iri)))
        if a != b:
            ties.setdefault((a, b), []).append(
                (TIES.index(kind), rows.record(record), rows.events.get(event_of(record)))
            )
    edges = sorted(ties)
    nodes = sorted({node for edge in edges for node in edge} | set(_lonely(rows, view)))
    flat = [(a, b, tie) for a, b in edges for tie in ties[a, b]]
    points = _points(rows, view, nodes, [(a, b, event) for a, b, (_, _, event) in flat])
    return {
        "nodes": nodes,
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "a": [a for a, _ in edges],
        "b": [b for _, b in edges],
        "ties": [len(ties[edge]) for edge in edges],
        "tieKind": [kind for _, _, (kind, _, _) in flat],
        "tieRow": [row for _, _, (_, row, _) in flat],
    }


def _points(rows: Rows, view: str, nodes: list[int], ties: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Divisions as a tree, all else as a network."""
    if view == "divisions":
        parts = [(rows.things.of(tie.a.iri), rows.things.of(tie.b.iri)) for tie in VIEWS[view](rows.told)]
        tree = forest(nodes, parts)
        return [tree[node] for node in nodes]
    place = {node: row for row, node in enumerate(nodes)}
    return placed([rows.names[node].label for node in nodes], [(place[a], place[b], event) for a, b, event in ties])


def _lonely(rows: Rows, view: str) -> Iterable[int]:
    """Divisions are shown even where the graph ties them to no other."""
    return (row for row, thing in enumerate(rows.names) if view == "divisions" and thing.kind == "Division")


def _sources(store: Store, rows: Rows, texts: Mapping[str, PageText], base: str) -> dict[str, Columns]:
    """Quotes, and the articles and pages that they stand in."""
    quotes = rows.evidence.quotes()
    articles = scopes(store)
    known = {quote: articles.get((quote.file, quote.start, quote.end)) for quote in quotes}
    keys = {quote: key_of(article) or "" for quote, article in known.items() if article}
    pages = pieces(quotes, keys, texts)
    files = sorted({*pages, *(report.file for report in rows.reports.values() if report.file)})
    page = {file: row for row, file in enumerate(files)}
    extents = {key: extent for text in texts.values() for key, extent in text.articles.items()}
    told = [(report, extents.get(key_of(iri) or "", (NONE, NONE))) for iri, report in rows.reports.items()]
    return {
        "evidence": rows.evidence.columns(rows.rules, {quote: row for row, quote in enumerate(quotes)}),
        "quotes": {
            "article": [rows.articles.get(known[quote]) for quote in quotes],
            "page": [page[quote.file] for quote in quotes],
            "start": [quote.start for quote in quotes],
            "end": [quote.end for quote in quotes],
        },
        "pages": {
            "file": files,
            "starts": [[start for start, _ in pages.get(file, [])] for file in files],
            "texts": [[text for _, text in pages.get(file, [])] for file in files],
        },
        "articles": {
            "key": [report.article.removeprefix(base) for report, _ in told],
            "page": [page.get(report.file or "", NONE) for report, _ in told],
            "headline": [report.headline or "" for report, _ in told],
            "published": [report.published or "" for report, _ in told],
            "start": [start for _, (start, _) in told],
            "end": [end for _, (_, end) in told],
        },
    }


def _dictionaries(rows: Rows) -> dict[str, Any]:
    names = {
        "kinds": rows.kinds.items(),
        "types": rows.types.items(),
        "roles": rows.roles.items(),
        "predicates": rows.predicates.items(),
        "statuses": rows.statuses.items(),
        "rules": rows.rules.items(),
        "tieKinds": list(TIES),
    }
    return {**names, "terms": terms(name for part in names.values() for name in part)}


def _base(iris: Iterable[str]) -> str:
    """What all addresses begin with before their keys; "" where they have no such beginning."""
    bases = {iri.removesuffix(key) if (key := key_of(iri)) else "" for iri in iris}
    return bases.pop() if len(bases) == 1 else ""
