"""The whole step: mentions and claims of all pages to one body of knowledge.

Nothing depends on the order of pages or decisions: everything is read by page and place, and given sorted by key.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from kg.decisions.records import Decision
from kg.model import Extraction, Knowledge, Page
from kg.resolution.doubts import add_doubts, merges
from kg.resolution.entities import make_entities
from kg.resolution.events import days_of, joined, make_events, tellings
from kg.resolution.facts import Facts, add_mentions, add_relations
from kg.resolution.groups import group
from kg.resolution.posts import make_holdings
from kg.resolution.pruning import without_rejected
from kg.resolution.replay import applied, replay, warnings_of


def resolve(pages: Sequence[Page], extractions: Sequence[Extraction], decisions: Sequence[Decision] = ()) -> Knowledge:
    """What the pages say together; `extractions` are those of their articles, `decisions` what people say of them.

    Both may come in any order. Warnings are those of the pages, after the name of the file, what had to be left out
    here, and decisions that could not be carried out.
    """
    replayed = replay(decisions, pages, extractions)
    material = replayed.material
    found = group(material, replayed.constraints)
    entities = make_entities(material, found.groups, replayed.names)
    facts = Facts(rejections := replayed.rejections(entities))
    add_mentions(material, entities, facts)
    add_relations(material, entities, facts)
    told = without_rejected(joined(tellings(material, entities, facts)), rejections)
    events = make_events(told, facts)
    holdings = make_holdings(material, entities, days_of(chain.from_iterable(told)), facts)
    add_doubts(found.people, entities, facts)
    ordered = tuple(sorted(pages, key=lambda page: page.id))
    known = chain(
        entities.by_key,
        (event.key for event in events),
        (holding.post for holding in holdings),
        (article.key for page in ordered for article in page.articles),
    )
    return Knowledge(
        pages=ordered,
        entities=tuple(entities.by_key.values()),
        holdings=holdings,
        events=events,
        facts=facts.all(),
        identities=merges(material, found, entities),
        warnings=(
            *(f"{page.file}: {warning}" for page in ordered for warning in page.warnings),
            *material.warnings,
            *facts.warnings,
            *warnings_of(replayed, entities, rejections),
        ),
        decisions=tuple(applied(replayed, entities, rejections, known)),
    )
