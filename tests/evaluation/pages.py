"""Small invented annotations for tests: rows as data, written to a folder as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PEOPLE = ("王大山", "李明", "赵小川")


def annotation(**changes: Any) -> dict[str, Any]:
    """A page on which 王大山 leads a visit that 李明 joins; `changes` replace whole sections."""
    page = {
        "page": "page.txt",
        "publication": None,
        "issue_date": None,
        "region": "某县",
        "articles": [{"id": "a1", "headline": "调研", "date": "2014-05-05", "region": "某县"}],
        "entities": [
            {"id": "e1", "type": "Person", "name": PEOPLE[0], "aliases": [], "articles": ["a1"]},
            {"id": "e2", "type": "Person", "name": PEOPLE[1], "aliases": ["李 明"], "articles": ["a1"]},
            {"id": "e3", "type": "Person", "name": PEOPLE[2], "aliases": [], "optional": True, "articles": ["a1"]},
            {"id": "e4", "type": "Organization", "name": "某县委", "aliases": ["中共某县委"], "articles": ["a1"]},
            {"id": "e5", "type": "Division", "name": "石桥镇", "aliases": [], "articles": ["a1"]},
            {"id": "e6", "type": "Division", "name": "某县", "aliases": [], "articles": ["a1"]},
        ],
        "posts": [{"person": "e1", "title": "书记", "titles_ok": ["县委书记"], "org": "e4", "article": "a1"}],
        "events": [
            {
                "id": "v1",
                "type": "Visit",
                "article": "a1",
                "date": "2014-05-05",
                "date_end": None,
                "places": ["e5"],
                "visited": [],
                "about": [],
                "agreements": [],
                "participants": [
                    {"entity": "e1", "role": "leader"},
                    {"entity": "e2", "role": "attendee", "roles_ok": ["host"]},
                ],
            }
        ],
        "relations": [{"s": "e5", "p": "partOf", "o": "e6", "article": "a1"}],
        "mentions": [[0, 3, "e1"]],
    }
    return page | changes


def written(folder: Path, name: str = "page.json", **changes: Any) -> Path:
    """The file of such an annotation."""
    file = folder / name
    file.write_text(json.dumps(annotation(**changes), ensure_ascii=False), "utf-8")
    return file
