"""FollowTheMoney entities, one JSON object a line: who holds which position where, and who took part in which event.

Persons, bodies (as Company, PublicBody or Organization), positions, occupancies, events, links between bodies, and the
articles that prove them. An id is `kg-` and a hash of the key, since FollowTheMoney allows no Chinese in it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg.keys import digest
from kg.views.exchange.contents import Contents, Source, counted
from kg.views.exchange.ftm_check import check, installed
from kg.views.frames import Cell, Frames, Row

Entity = dict[str, Any]
"""`id`, `schema`, and `properties`: a list of texts by name."""

_SCHEMATA: dict[Cell, str] = {"Company": "Company", "PublicBody": "PublicBody"}
_INVOLVED = ("Person", "Organization")
_LINKS = ("cooperatesWith", "investsIn")


def ftm(source: Source) -> Contents:
    """All entities; checked against the model of FollowTheMoney where that package is installed."""
    told = _Told(Frames(source.store))
    makers = (_persons, _bodies, _positions, _occupancies, _events, _links, _articles)
    entities = [entity for make in makers for entity in make(told)]
    text = "".join(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n" for entity in entities)
    return Contents({"": text.encode()}, tuple(_notes(told, entities)))


def _notes(told: _Told, entities: list[Entity]) -> Iterator[str]:
    if installed():
        check(entities)
        yield f"{counted(len(entities), 'entity', 'entities')}, valid in the model of the followthemoney package"
    else:
        yield f"{counted(len(entities), 'entity', 'entities')}, unchecked: for that, pip install 'kg[followthemoney]'"
    left = sum(row["who_kind"] not in _INVOLVED for row in told.guests)
    if left:
        yield f"{counted(left, 'part')} of divisions and places in events left out: only persons and bodies have one"


class _Told:
    """The tables that entities are made of."""

    def __init__(self, frames: Frames) -> None:
        self.persons, self.bodies = frames.rows("persons"), frames.rows("bodies")
        self.posts, self.held = frames.rows("posts"), frames.rows("occupancies")
        self.events, self.guests = frames.rows("events"), frames.rows("participations")
        self.relations, self.articles = frames.rows("relations"), frames.rows("articles")
        self.naming = _lists(frames.rows("mentions"), "thing_id", "article_id")
        quotes = frames.rows("quotes")
        self.words = _lists(quotes, "claim_id", "quote")
        self.proof = _lists(quotes, "claim_id", "article_id")
        self.region: dict[Cell, Cell] = {row["id"]: row["region"] for row in self.bodies}
        self.newspaper: dict[Cell, Cell] = {row["id"]: row["publication"] for row in frames.rows("pages")}
        self.known = {row["id"] for row in (*self.persons, *self.bodies)}

    def grounds(self, row: Row) -> dict[str, list[Cell]]:
        """The words that say what a row says, and the articles in which they stand."""
        claims = _cells(row["claim_ids"])
        return {
            "description": [quote for claim in claims for quote in self.words.get(claim, ())],
            "proof": _ids(article for claim in claims for article in self.proof.get(claim, ())),
        }


def _persons(told: _Told) -> Iterator[Entity]:
    for row in told.persons:
        own = {"position": _cells(row["posts"])}
        yield _entity("Person", row["id"], **_names(row), **own, proof=_ids(told.naming.get(row["id"], ())))


def _bodies(told: _Told) -> Iterator[Entity]:
    above: defaultdict[Cell, list[Cell]] = defaultdict(list)
    for row in told.relations:
        if row["predicate"] == "subOrganizationOf" and row["object_id"] in told.known:
            above[row["subject_id"]].append(row["object_id"])
    for row in told.bodies:
        schema = next((_SCHEMATA[kind] for kind in _cells(row["classes"]) if kind in _SCHEMATA), "Organization")
        naming = _ids(told.naming.get(row["id"], ()))
        yield _entity(schema, row["id"], **_names(row), parent=_ids(above[row["id"]]), proof=naming)


def _positions(told: _Told) -> Iterator[Entity]:
    for row in told.posts:
        body = row["body_id"]
        own = {"organization": _ids([body])} if body in told.known else {}
        area = told.region.get(body) if body in told.known else row["body"]
        yield _entity("Position", row["id"], name=[row["name"]], **own, subnationalArea=[area], sourceUrl=[row["iri"]])


def _occupancies(told: _Told) -> Iterator[Entity]:
    for row in told.held:
        yield _entity(
            "Occupancy",
            row["id"] or f"{row['person_id']} {row['post_id']} {row['status']}",
            holder=_ids([row["person_id"]]),
            post=_ids([row["post_id"]]),
            date=[row["attested_from"], row["attested_until"]],
            startDate=[row["began"]],
            endDate=[row["ended"]],
            status=["ended" if row["status"] == "former" else None],
            summary=[row["status"] if row["status"] == "acting" else None],
            sourceUrl=[row["iri"]],
            **told.grounds(row),
        )


def _events(told: _Told) -> Iterator[Entity]:
    guests: defaultdict[Cell, list[Row]] = defaultdict(list)
    for row in told.guests:
        guests[row["event_id"]].append(row)
    for row in told.events:
        parts = [part for part in guests[row["id"]] if part["who_kind"] in _INVOLVED]
        organizers = [part["who_id"] for part in parts if "organizer" in _cells(part["roles"])]
        roles = [f"{part['who']} ({', '.join(map(str, _cells(part['roles'])))})" for part in guests[row["id"]]]
        yield _entity(
            "Event",
            row["id"],
            name=[row["headline"] or row["name"]],
            startDate=[row["date"]],
            endDate=[row["end_date"]],
            location=_cells(row["places"]),
            involved=_ids(part["who_id"] for part in parts),
            organizer=_ids(organizers),
            keywords=[row["type"], "planned" if row["planned"] else None],
            summary=["; ".join(roles)],
            description=[words for part in guests[row["id"]] for words in told.grounds(part)["description"]],
            proof=_ids(_cells(row["article_ids"])),
            sourceUrl=[row["iri"]],
        )


def _links(told: _Told) -> Iterator[Entity]:
    for row in told.relations:
        subject, object = row["subject_id"], row["object_id"]
        if row["predicate"] in _LINKS and {subject, object} <= told.known:
            key = f"{subject} {row['predicate']} {object}"
            ends: dict[str, list[Cell]] = {
                "subject": _ids([subject]),
                "object": _ids([object]),
                "role": [row["predicate"]],
            }
            yield _entity("UnknownLink", key, **ends, **told.grounds(row))


def _articles(told: _Told) -> Iterator[Entity]:
    for row in told.articles:
        yield _entity(
            "Article",
            row["id"],
            title=[row["headline"]],
            publishedAt=[row["published"]],
            publisher=[told.newspaper.get(row["page_id"])],
            author=_cells(row["authors"]),
            fileName=[row["file"]],
            sourceUrl=[row["iri"]],
        )


def _names(row: Row) -> dict[str, list[Cell]]:
    return {"name": [row["name"]], "alias": _cells(row["other_names"]), "sourceUrl": [row["iri"]]}


def _entity(schema: str, key: Cell, **properties: Iterable[Cell]) -> Entity:
    """An entity with each value once, sorted; properties without a value are left out."""
    told = {name: sorted({str(value) for value in values if value}) for name, values in properties.items()}
    return {"id": _id(key), "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _ids(keys: Iterable[Cell]) -> list[Cell]:
    return [_id(key) for key in keys if key]


def _id(key: Cell) -> str:
    return f"kg-{digest(str(key), 24)}"


def _lists(rows: Iterable[Row], key: str, value: str) -> dict[Cell, list[Cell]]:
    found: defaultdict[Cell, list[Cell]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row[value])
    return dict(found)


def _cells(cell: Cell) -> list[Cell]:
    return list(cell) if isinstance(cell, tuple) else []
