"""Annotations are read whole or refused with file, row and remedy; what is written is read back the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import AnnotationError
from kg.evaluation.annotation import load, page_path
from kg.evaluation.writing import text_of_annotation
from tests.evaluation.pages import annotation, written

ENTITY = {"id": "e1", "type": "Person", "name": "王大山", "aliases": []}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no page": ({"page": None}, 'has no "page"'),
    "unknown kind": ({"entities": [ENTITY | {"type": "Human"}]}, "'Human' is none of Person"),
    "no name": ({"entities": [{"id": "e1", "type": "Person"}]}, '"entities" row 1'),
    "two rows of one id": ({"entities": [ENTITY, ENTITY]}, "e1 stands for two rows"),
    "unknown person": ({"posts": [{"person": "e99", "title": "书记", "org": None}]}, "posts row 1 names e99"),
    "unknown role": (
        {"events": [annotation()["events"][0] | {"participants": [{"entity": "e1", "role": "guest"}]}]},
        "'guest' is none of chair",
    ),
    "unknown article": ({"events": [annotation()["events"][0] | {"article": "a9"}]}, "a9, which is no article"),
    "unknown relation": ({"relations": [{"s": "e1", "p": "knows", "o": "e2"}]}, "'knows' is none of partyTo"),
    "mention of nothing": ({"mentions": [[0, 3, "e9"]]}, "mentions names e9"),
}


@pytest.mark.parametrize(("changes", "message"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    file = written(tmp_path, **changes)
    with pytest.raises(AnnotationError, match=message) as caught:
        load(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]"])
def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "page.json"
    file.write_bytes(content)
    with pytest.raises(AnnotationError, match=r"page\.json"):
        load(file)


def test_a_missing_page_is_named_with_the_folders(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"page\.txt is not in"):
        page_path(load(written(tmp_path)))


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    first = load(written(tmp_path))
    (tmp_path / "page.json").write_text(text_of_annotation(first), "utf-8")
    assert load(tmp_path / "page.json") == first
