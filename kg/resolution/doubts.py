"""What is told of identity: why names were joined, and which persons may be one and wait for people to decide."""

from __future__ import annotations

import math

from kg.model import Identity, Source
from kg.resolution.entities import Entities
from kg.resolution.facts import Facts
from kg.resolution.identity import Link
from kg.resolution.material import Spoken
from kg.resolution.people import People

# Nothing but a person's word is certain.
MOST = 0.99


def merges(people: People, entities: Entities) -> tuple[Identity, ...]:
    """The reasons for which namings of several pages, or several forms of a name, are one person; sorted."""
    found = []
    for link in people.identities.merges(people.wording):
        one, other = _sides(people, link)
        if one.page.id != other.page.id or one.normal != other.normal:
            names, sources = (one.mention.name, other.mention.name), (_source(one), _source(other))
            found.append(Identity(entities.keys[one.number], names, _probability(link), link.reasons, sources))
    return tuple(sorted(found, key=lambda each: (each.entity, each.sources)))


def add_doubts(people: People, entities: Entities, facts: Facts) -> None:
    """Pairs of persons that may be one, with what speaks for and against it."""
    for link in people.identities.doubts(people.wording):
        one, other = _sides(people, link)
        keys = sorted((entities.keys[one.number], entities.keys[other.number]))
        labels = "、".join(dict.fromkeys((one.mention.name, other.mention.name)))
        reason = f"{labels}：{'；'.join(link.reasons)}"
        facts.add(keys[0], "possiblySame", keys[1], _probability(link), [reason], [_source(one), _source(other)])


def _sides(people: People, link: Link) -> tuple[Spoken, Spoken]:
    return people.mentions[link.first][0], people.mentions[link.second][0]


def _source(each: Spoken) -> Source:
    return Source(each.article.key, each.mention.span)


def _probability(link: Link) -> float:
    return min(MOST, 1.0 / (1.0 + math.exp(-link.score)))
