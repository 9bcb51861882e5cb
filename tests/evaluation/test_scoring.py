"""What counts as right, missed and false: each change to a reading shows in the measure that it concerns alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.evaluation import annotated
from kg.evaluation.account import same_title
from kg.evaluation.annotation import load
from kg.evaluation.scoring import Score, score
from tests.evaluation.pages import annotation, written

BASE = annotation()
EVENT = BASE["events"][0]
ENTITIES = BASE["entities"]
# What the second reader does differently, and the measures that are then not perfect: true, false, missed.
CHANGES: dict[str, tuple[dict[str, Any], dict[str, Score]]] = {
    "nothing": ({}, {}),
    "an alias for the name": ({"entities": [*ENTITIES[:3], ENTITIES[3] | {"name": "中共某县委"}, *ENTITIES[4:]]}, {}),
    "the optional person left out": ({"entities": [*ENTITIES[:2], *ENTITIES[3:]]}, {}),
    "the other title": ({"posts": [BASE["posts"][0] | {"title": "县委书记", "titles_ok": []}]}, {}),
    "a deputy's title": (
        {"posts": [BASE["posts"][0] | {"title": "副书记", "titles_ok": []}]},
        {"posts": Score(0, 1, 1)},
    ),
    "no post": ({"posts": []}, {"posts": Score(0, 0, 1)}),
    "another role that would do": (
        {"events": [EVENT | {"participants": [EVENT["participants"][0], {"entity": "e2", "role": "host"}]}]},
        {},
    ),
    "a role that would not do": (
        {"events": [EVENT | {"participants": [EVENT["participants"][0], {"entity": "e2", "role": "chair"}]}]},
        {"role": Score(1, 0, 1)},
    ),
    "one more participant": (
        {"events": [EVENT | {"participants": [*EVENT["participants"], {"entity": "e3", "role": "attendee"}]}]},
        {"participation": Score(2, 1, 0), "met": Score(1, 2, 0)},
    ),
    "no event": (
        {"events": []},
        {"events": Score(0, 0, 1), "participation": Score(0, 0, 2), "met": Score(0, 0, 1)},
    ),
    "another day": ({"events": [EVENT | {"date": "2014-05-06"}]}, {"event date": Score(0, 0, 1)}),
    "another type": ({"events": [EVENT | {"type": "Meeting"}]}, {"event type": Score(0, 0, 1)}),
    "no place": ({"events": [EVENT | {"places": []}]}, {"event places": Score(0, 0, 1)}),
    "no relation": ({"relations": []}, {"partOf": Score(0, 0, 1)}),
    "a false relation": (
        {"relations": [*BASE["relations"], {"s": "e4", "p": "awarded", "o": "e5"}]},
        {"awarded": Score(0, 1, 0)},
    ),
    "a false body": (
        {"entities": [*ENTITIES, {"id": "e7", "type": "Organization", "name": "某县政府", "aliases": []}]},
        {"entity Organization": Score(1, 1, 0)},
    ),
}


@pytest.mark.parametrize(("changes", "wanted"), CHANGES.values(), ids=CHANGES)
def test_each_difference_shows_where_it_belongs(
    tmp_path: Path, changes: dict[str, Any], wanted: dict[str, Score]
) -> None:
    gold = annotated.account([load(written(tmp_path, "gold.json"))])
    found = annotated.account([load(written(tmp_path, "found.json", **changes))])
    scores = score(gold, found).scores
    assert {name: row for name, row in scores.items() if row.fp or row.fn} == wanted


def test_an_error_says_where(tmp_path: Path) -> None:
    gold = annotated.account([load(written(tmp_path, "gold.json"))])
    found = annotated.account([load(written(tmp_path, "found.json", posts=[]))])
    (error,) = score(gold, found).errors
    assert (error.kind, error.what, error.place) == ("missed", "王大山 · 书记/县委书记 · 某县委", "page.txt a1")


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("书记", "书记", True),
        ("区委书记", "书记", True),
        ("书记", "区委书记", True),
        ("副书记", "书记", False),
        ("书记", "副书记", False),
        ("长", "局长", False),
        ("主任", "书记", False),
    ],
)
def test_titles_are_the_same_with_or_without_words_before_them(found: str, wanted: str, same: bool) -> None:
    assert same_title(found, {wanted}) is same


def test_rows_of_two_pages_with_one_name_are_one_thing_unless_links_say_otherwise(tmp_path: Path) -> None:
    pages = [load(written(tmp_path, f"{name}.json", page=f"{name}.txt")) for name in ("one", "two")]
    together = annotated.account(pages)
    apart = annotated.account(pages, annotated.Links(apart=(frozenset(("one#e1", "two#e1")),)))
    grouped = annotated.account(pages, annotated.Links(groups=(frozenset(("one#e1", "two#e2")),)))
    assert len(together.items) == len(BASE["entities"])
    assert len(apart.items) == len(BASE["entities"]) + 1
    assert len(grouped.items) == len(BASE["entities"]) - 1


def test_namesakes_are_told_apart_by_their_pages(tmp_path: Path) -> None:
    posted = [{"person": "e2", "title": "镇长", "org": "e4", "article": "a1"}]
    pages = [
        load(written(tmp_path, name, page=f"{name}.txt", posts=posts)) for name, posts in (("one", []), ("two", posted))
    ]
    apart = annotated.Links(apart=(frozenset(("one#e2", "two#e2")),))
    scores = score(annotated.account(pages, apart), annotated.account(pages[::-1], apart)).scores
    assert not any(row.fp or row.fn for row in scores.values())


def test_summaries_add_up(tmp_path: Path) -> None:
    gold = annotated.account([load(written(tmp_path, "gold.json"))])
    table = score(gold, gold).table()
    assert table["ENTITIES"] == Score(5, 0, 0)
    assert table["MET"] == table["met"] == Score(1, 0, 0)
    assert table["ENTITIES"].f1 == 1.0
