"""The whole step: mentions and claims of all pages to one body of knowledge.

Nothing depends on the order of pages: everything is read by page and place, and given sorted by key.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Extraction, Knowledge, Page
from kg.resolution.constraints import Constraints
from kg.resolution.doubts import add_doubts, merges
from kg.resolution.entities import make_entities
from kg.resolution.events import days_of, joined, make_events, tellings
from kg.resolution.facts import Facts, add_mentions, add_relations
from kg.resolution.groups import group
from kg.resolution.material import gather
from kg.resolution.posts import make_holdings


def resolve(pages: Sequence[Page], extractions: Sequence[Extraction]) -> Knowledge:
    """What the pages say together; `extractions` are those of their articles, in any order.

    Warnings are those of the pages, after the name of the file, and what had to be left out here.
    """
    material = gather(pages, extractions)
    found = group(material, Constraints())
    entities = make_entities(material, found.groups)
    facts = Facts()
    add_mentions(material, entities, facts)
    add_relations(material, entities, facts)
    told = tellings(material, entities, facts)
    events = make_events(joined(told), facts)
    holdings = make_holdings(material, entities, days_of(told), facts)
    add_doubts(found.people, entities, facts)
    ordered = tuple(sorted(pages, key=lambda page: page.id))
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
        ),
    )
