"""Everything the graph knows of one thing, with the words it rests on: what `kg show` prints."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import Store

from kg.errors import QueryError
from kg.model import BOTH_WAYS
from kg.queries.background import Background, around
from kg.queries.events import involvements, pairs, participations
from kg.queries.mentions import mentions
from kg.queries.named import Row, local, select
from kg.queries.names import find, in_post
from kg.queries.posts import holders, tenures
from kg.queries.records import Joining, Judgement, Known, Relation, Thing
from kg.queries.relations import relations


def about(store: Store, name: str) -> tuple[Known, ...]:
    """What the graph knows of everything called `name`, or, where nothing is, of everything whose name contains it.

    Where no name fits, `name` is taken for that of a post, and its holders are told.
    Several answers mean that the name is ambiguous. Raises QueryError where there is none.
    """
    things = find(store, name) or in_post(store, name)
    if not things:
        raise QueryError(f"nobody and nothing is called {name!r}, nor any post: try a shorter part of the name")
    return tuple(describe(store, thing) for thing in things)


def describe(store: Store, thing: Thing) -> Known:
    """What the graph knows of one thing, as `find` gives it."""
    iri = thing.iri
    background = around(store, iri)
    facets = select(store, "facets", thing=iri)
    own = {local(row["class"]) for row in facets}
    return Known(
        thing=thing,
        alternatives=background.names.alternatives.get(iri, ()),
        classes=tuple(sorted(name for name in own if "/" not in name)),
        level=next((row["level"] for row in facets if "level" in row), None),
        adcode=next((row["adcode"] for row in facets if "adcode" in row), None),
        posts=tenures(store, background, person=iri),
        holders=holders(store, background, iri),
        participations=participations(store, background, who=iri),
        involvements=involvements(background, iri),
        met=pairs(store, background, a=iri),
        relations=_both_ways(store, background, iri),
        mentions=mentions(store, background, thing=iri),
        joinings=joinings(store, iri),
        judgements=judgements(store, iri),
    )


def judgements(store: Store, iri: str) -> tuple[Judgement, ...]:
    """What people decided of a thing, by day."""
    rows = select(store, "decisions", thing=iri)
    return tuple(Judgement(row["ruling"], row["who"], row["day"], row["why"]) for row in rows)


def joinings(store: Store, iri: str) -> tuple[Joining, ...]:
    """Why namings of several forms or pages were taken for this thing, those of different forms first."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in select(store, "identities", thing=iri):
        rows[row["identity"]].append(row)

    def values(found: list[Row], name: str) -> tuple[str, ...]:
        return tuple(sorted({row[name] for row in found}))

    made = [
        Joining(values(each, "form"), float(each[0]["confidence"]), values(each, "reason"), values(each, "file"))
        for each in rows.values()
    ]
    return tuple(sorted(made, key=lambda each: (len(each.forms) < 2, each.forms, each.files)))


def _both_ways(store: Store, background: Background, iri: str) -> tuple[Relation, ...]:
    outward = relations(store, background, subject=iri)
    mirrored = {(r.predicate, r.object.iri) for r in outward if r.predicate in BOTH_WAYS}
    inward = relations(store, background, object=iri)
    return outward + tuple(r for r in inward if (r.predicate, r.subject.iri) not in mirrored)
