"""Pairs of things that may be one, each side with what tells it from the other: for people to decide."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from kg.graph.terms import GOV
from kg.queries.background import Background
from kg.queries.evidence import evidences
from kg.queries.mentions import mentions
from kg.queries.names import Names, names
from kg.queries.posts import tenures
from kg.queries.records import Doubt, Evidence, Side, Thing

DOUBT = "possiblySame"


def doubts(store: Store) -> Iterator[Doubt]:
    """The doubtful pairs, each once, the likeliest first; what is known of the sides is looked up pair by pair."""
    known = names(store)
    for (a, b), evidence in sorted(_pairs(store).items(), key=lambda pair: _rank(pair[0], pair[1], known)):
        yield Doubt(side(store, known, known.thing(a)), side(store, known, known.thing(b)), evidence)


def side(store: Store, known: Names, thing: Thing) -> Side:
    """What tells a thing from another one: names, posts, and where pages name it."""
    background = Background(known, evidences(store, subject=thing.iri), {})
    return Side(
        thing=thing,
        alternatives=known.alternatives.get(thing.iri, ()),
        posts=tenures(store, background, person=thing.iri),
        mentions=mentions(store, background, thing=thing.iri),
    )


def _pairs(store: Store) -> dict[tuple[str, str], Evidence]:
    claims = evidences(store, predicate=GOV + DOUBT)
    found: dict[tuple[str, str], Evidence] = {}
    for (a, _, b), evidence in sorted(claims.items(), key=lambda claim: claim[0]):
        found.setdefault((min(a, b), max(a, b)), evidence)
    return found


def _rank(pair: tuple[str, str], evidence: Evidence, known: Names) -> tuple[float, str, str, tuple[str, str]]:
    a, b = (known.thing(iri).label for iri in pair)
    return -(evidence.confidence or 0.0), a, b, pair
