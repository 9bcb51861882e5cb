"""The annotated pages agree with themselves: every name is on its page, every row names rows that exist."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
# Bodies, divisions and places may stand under a deictic name (县委 for 某县委), offices may imply them (县长).
MAY_BE_DEICTIC = ("Organization", "Division", "Place")


def page(path: Path) -> tuple[dict[str, Any], str]:
    annotation = json.loads(path.read_text("utf-8"))
    text = (GOLD / annotation["page"]).read_text("utf-8")
    return annotation, squeezed(text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》]", "", unicodedata.normalize("NFKC", text))


pages = pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)


@pages
def test_every_name_is_on_its_page(path: Path) -> None:
    annotation, text = page(path)
    missing = [
        entity["name"]
        for entity in annotation["entities"]
        if entity["type"] not in MAY_BE_DEICTIC
        and not any(squeezed(form) in text for form in (entity["name"], *entity.get("aliases", ())))
    ]
    assert missing == []


@pages
def test_every_row_names_rows_that_exist(path: Path) -> None:
    annotation, _ = page(path)
    entities = {entity["id"] for entity in annotation["entities"]}
    articles = {article["id"] for article in annotation["articles"]}
    named = {end for row in annotation["relations"] for end in (row["s"], row["o"])}
    named |= {row["person"] for row in annotation["posts"]}
    named |= {row["org"] for row in annotation["posts"] if row.get("org")}
    named |= {who["entity"] for event in annotation["events"] for who in event["participants"]}
    assert named - entities - articles == set()
    assert {event["article"] for event in annotation["events"]} - articles == set()
