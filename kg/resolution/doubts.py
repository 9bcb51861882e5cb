"""Pairs of persons that may be one: left apart in the graph, with the reason, for people to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from kg.model import Holding
from kg.resolution.entities import Entities
from kg.resolution.facts import Facts
from kg.resolution.people import USUAL, given_name

CONFIDENCE = 0.8


def add_doubts(holdings: Iterable[Holding], entities: Entities, facts: Facts) -> None:
    """Holders of one post with one given name: their surname may be misread, or they may be two."""
    alike: defaultdict[tuple[str, str], dict[str, Holding]] = defaultdict(dict)
    for holding in holdings:
        name = entities.by_key[holding.person].label
        if holding.body is not None and len(name) == USUAL:
            alike[holding.post, given_name(name)][holding.person] = holding
    for holders in alike.values():
        for a, b in combinations(sorted(holders), 2):
            first, second = entities.by_key[a], entities.by_key[b]
            if first.label != second.label and not set(first.articles) & set(second.articles):
                reason = f"{first.label}、{second.label}：同为{holders[a].label}，名同姓异"
                sources = [*facts.sources(a, "holds", holders[a].post), *facts.sources(b, "holds", holders[b].post)]
                facts.add(a, "possiblySame", b, CONFIDENCE, [reason], sources)
