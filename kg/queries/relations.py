"""Relations between entities that are neither events nor posts, and agreements with all that belongs to them."""

from __future__ import annotations

from pyoxigraph import Store

from kg.model import BOTH_WAYS
from kg.queries.background import Background, whole
from kg.queries.events import involvements, participations
from kg.queries.evidence import NOTHING
from kg.queries.named import local, select
from kg.queries.records import Agreement, Relation


def relations(store: Store, background: Background, **bindings: str) -> tuple[Relation, ...]:
    """The relations within a background. Bind `subject` or `object` to narrow it.

    A relation that the graph holds both ways is given once, from the end that was bound, or from the smaller name.
    """
    found: dict[tuple[str, str, str], Relation] = {}
    for row in select(store, "relations", **bindings):
        predicate = local(row["predicate"])
        subject, target = background.names.thing(row["subject"]), background.names.thing(row["object"])
        if predicate in BOTH_WAYS and (target.iri, predicate, subject.iri) in found:
            continue
        key = (subject.iri, predicate, target.iri)
        found[key] = Relation(subject, predicate, target, background.claims.get(key, NOTHING))
    return tuple(sorted(found.values(), key=lambda r: (r.predicate, r.subject.label, r.object.label, r.subject.iri)))


def agreements(store: Store) -> tuple[Agreement, ...]:
    """Every agreement with its parties, the events that produced it, and who took part in those."""
    return agreements_of(store, whole(store))


def agreements_of(store: Store, background: Background) -> tuple[Agreement, ...]:
    """The agreements within a background."""
    parties = relations(store, background)
    parts = participations(store, background)
    found = []
    for thing in background.names.of_kind("Agreement"):
        produced_by = tuple(each for each in involvements(background, thing.iri) if each.predicate == "produced")
        events = {each.occasion.iri for each in produced_by}
        found.append(
            Agreement(
                thing,
                tuple(r for r in parties if r.predicate == "partyTo" and r.object == thing),
                produced_by,
                tuple(part for part in parts if part.occasion.iri in events),
            )
        )
    return tuple(found)
