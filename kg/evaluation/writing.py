"""Writes an annotation as its file: JSON with one row a line, so that people can read, change and compare it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.evaluation.annotation import Annotation, EntityRow, EventRow, ParticipantRow, PostRow, RelationRow

HEAD = ("page", "publication", "issue_date", "region")


def text_of_annotation(annotation: Annotation) -> str:
    """The text of the file that `kg.evaluation.annotation.load` reads back as the same annotation."""
    lines = [f" {_json(name)}: {_json(getattr(annotation, name))}," for name in HEAD]
    if annotation.invented:
        lines.insert(1, ' "invented": true,')
    sections: dict[str, Iterable[Any]] = {
        "articles": (
            {"id": a.id, "headline": a.headline, "date": a.date, "region": a.region} for a in annotation.articles
        ),
        "entities": map(_entity, annotation.entities),
        "posts": map(_post, annotation.posts),
        "events": map(_event, annotation.events),
        "relations": map(_relation, annotation.relations),
        "mentions": ([m.start, m.end, m.entity] for m in annotation.mentions),
    }
    parts = []
    for name, rows in sections.items():
        body = ",\n".join(f"  {_json(row)}" for row in rows)
        parts.append(f" {_json(name)}: [\n{body}\n ]" if body else f" {_json(name)}: []")
    return "\n".join(["{", *lines, ",\n".join(parts), "}", ""])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _filled(**values: Any) -> dict[str, Any]:
    """The values that say something: no empty lists, no false flags."""
    return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items() if v not in ((), False)}


def _entity(row: EntityRow) -> dict[str, Any]:
    return {"id": row.id, "type": row.kind, "name": row.name, "aliases": list(row.aliases)} | _filled(
        also=row.also, optional=row.optional, articles=row.articles, deictic=row.deictic
    )


def _post(row: PostRow) -> dict[str, Any]:
    return {"person": row.person, "title": row.title, "org": row.body} | _filled(
        titles_ok=row.titles_ok, optional=row.optional, article=row.article
    )


def _event(row: EventRow) -> dict[str, Any]:
    start = {"id": row.id, "type": row.type, "article": row.article, "date": row.date, "date_end": row.date_end}
    return (
        start
        | {
            "places": list(row.places),
            "visited": list(row.visited),
            "about": list(row.about),
            "agreements": list(row.agreements),
            "participants": list(map(_participant, row.participants)),
        }
        | _filled(types_ok=row.types_ok, dates_ok=row.dates_ok, optional=row.optional)
        | ({"status": "planned"} if row.planned else {})
    )


def _participant(row: ParticipantRow) -> dict[str, Any]:
    return {"entity": row.entity, "role": row.role} | _filled(roles_ok=row.roles_ok, optional=row.optional)


def _relation(row: RelationRow) -> dict[str, Any]:
    return {"s": row.subject, "p": row.predicate, "o": row.object} | _filled(
        article=row.article or (), optional=row.optional
    )
