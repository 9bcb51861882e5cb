"""What is told of identity: why names were joined, and which persons may be one and wait for people to decide."""

from __future__ import annotations

import math

from kg.model import DOUBT, Identity, Source
from kg.resolution.entities import Entities
from kg.resolution.facts import Facts
from kg.resolution.groups import Grouping
from kg.resolution.identity import Link
from kg.resolution.material import Material, Spoken
from kg.resolution.people import People

# Nothing but a person's word is certain.
MOST = 0.99


def merges(material: Material, found: Grouping, entities: Entities) -> tuple[Identity, ...]:
    """Why namings on several pages, or several forms of a name, are one person or body; sorted."""
    people = found.people
    told = [(*_sides(people, link), link.score, link.reasons) for link in people.identities.merges(people.wording)]
    told += [(material.spoken[m.first], material.spoken[m.second], m.score, m.reasons) for m in found.merges]
    identities = {
        Identity(
            entities.keys[one.number],
            (one.mention.name, other.mention.name),
            _probability(score),
            reasons,
            (_source(one), _source(other)),
        )
        for one, other, score, reasons in told
        if entities.keys[one.number] == entities.keys[other.number]
        and (one.page.id != other.page.id or one.normal != other.normal)
    }
    return tuple(sorted(identities, key=lambda each: (each.entity, each.sources)))


def add_doubts(people: People, entities: Entities, facts: Facts) -> None:
    """Pairs of persons that may be one, with what speaks for and against it."""
    for link in people.identities.doubts(people.wording):
        one, other = _sides(people, link)
        keys = sorted((entities.keys[one.number], entities.keys[other.number]))
        labels = "、".join(dict.fromkeys((one.mention.name, other.mention.name)))
        reason = f"{labels}：{'；'.join(link.reasons)}"
        facts.add(keys[0], DOUBT, keys[1], _probability(link.score), [reason], [_source(one), _source(other)])


def _sides(people: People, link: Link) -> tuple[Spoken, Spoken]:
    return people.mentions[link.first][0], people.mentions[link.second][0]


def _source(each: Spoken) -> Source:
    return Source(each.article.key, each.mention.span)


def _probability(score: float) -> float:
    return min(MOST, 1.0 / (1.0 + math.exp(-score)))
