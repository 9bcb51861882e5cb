"""Pairs of things that may be one, and what tells each side from the other: for people to decide."""

from __future__ import annotations

from pyoxigraph import Store

from kg.graph.terms import GOV
from kg.model import DOUBT
from kg.queries.background import Background
from kg.queries.evidence import evidences
from kg.queries.mentions import mentions
from kg.queries.names import Names, names
from kg.queries.posts import tenures
from kg.queries.records import Doubt, Side, Thing


def doubts(store: Store) -> tuple[Doubt, ...]:
    """The doubtful pairs, each once, the likeliest first."""
    known = names(store)
    found: dict[tuple[str, str], Doubt] = {}
    for (a, _, b), evidence in sorted(evidences(store, predicate=GOV + DOUBT).items(), key=lambda claim: claim[0]):
        pair = min(a, b), max(a, b)
        found.setdefault(pair, Doubt(known.thing(pair[0]), known.thing(pair[1]), evidence))
    return tuple(sorted(found.values(), key=_rank))


def side(store: Store, known: Names, thing: Thing) -> Side:
    """What tells a thing from another one: names, posts, and where pages name it."""
    background = Background(known, evidences(store, subject=thing.iri), {})
    return Side(
        thing=thing,
        alternatives=known.alternatives.get(thing.iri, ()),
        posts=tenures(store, background, person=thing.iri),
        mentions=mentions(store, background, thing=thing.iri),
    )


def _rank(doubt: Doubt) -> tuple[float, str, str, str, str]:
    a, b = doubt.a, doubt.b
    return -(doubt.evidence.confidence or 0.0), a.label, b.label, a.iri, b.iri
