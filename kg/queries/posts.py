"""Persons in posts: who holds which, in which body, and on which days a page shows it."""

from __future__ import annotations

from pyoxigraph import Store

from kg.graph.terms import ORG
from kg.queries.background import Background, whole
from kg.queries.evidence import NOTHING
from kg.queries.named import select
from kg.queries.records import Tenure


def posts(store: Store) -> tuple[Tenure, ...]:
    """Every person in every post, by person."""
    return tenures(store, whole(store))


def tenures(store: Store, background: Background, **bindings: str) -> tuple[Tenure, ...]:
    """The posts within a background, by person. Bind `person` or `post` to narrow it."""
    found: dict[tuple[str, str, str | None], Tenure] = {}
    for row in select(store, "posts", **bindings):
        person, post = row["person"], row["post"]
        body = background.names.thing(row["body"]) if "body" in row else None
        tenure = Tenure(
            person=background.names.thing(person),
            post=post,
            label=row.get("label") or (body.label if body else "") + row.get("role", ""),
            role=row.get("role"),
            body=body,
            status=row.get("status"),
            first=row.get("first"),
            last=row.get("last"),
            began=row.get("began"),
            ended=row.get("ended"),
            evidence=background.claims.get((person, ORG + "holds", post), NOTHING),
            occupancy=row.get("occupancy"),
        )
        found.setdefault((person, post, row.get("status")), tenure)
    return tuple(sorted(found.values(), key=_by_person))


def holders(store: Store, background: Background, body: str) -> tuple[Tenure, ...]:
    """Who holds the posts of a body, by person."""
    rows = select(store, "posts_of_body", body=body)
    found = [tenure for row in rows for tenure in tenures(store, background, post=row["post"])]
    return tuple(sorted(found, key=_by_person))


def _by_person(tenure: Tenure) -> tuple[str, ...]:
    return (tenure.person.label, tenure.person.iri, tenure.first or "", tenure.label, tenure.post, tenure.status or "")
