"""The annotated pages agree with themselves: names and mentions are on their page, and the corpus is what it says."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kg.evaluation import annotation_files
from kg.evaluation.annotation import Annotation, load, page_path
from kg.training.corpus import held_out

GOLD = Path(__file__).parent / "gold"
SEEDS = GOLD.parent.parent / "seeds"
FILES = annotation_files([GOLD])
# These may stand under a deictic name (县委 for 某县委, 该协议), and offices may imply bodies (县长).
MAY_BE_DEICTIC = ("Organization", "Division", "Place", "Agreement")
FRESH = annotation_files([GOLD / "fresh"])
pages = pytest.mark.parametrize("file", [*FILES, *FRESH], ids=lambda file: file.stem)


def text_of(page: Annotation) -> str:
    return page_path(page, [SEEDS]).read_text("utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》]", "", unicodedata.normalize("NFKC", text))


@pages
def test_every_name_is_on_its_page(file: Path) -> None:
    page = load(file)
    text = squeezed(text_of(page))
    missing = [
        row.name
        for row in page.entities
        if (row.kind not in MAY_BE_DEICTIC if page.invented else row.kind == "Person")
        and not any(squeezed(form) in text for form in row.names)
    ]
    assert missing == []


@pages
def test_every_mention_prints_a_form_of_what_it_names(file: Path) -> None:
    page = load(file)
    text, rows = text_of(page), {row.id: row for row in page.entities}
    ends = [0, *(row.end for row in page.mentions)]
    assert all(row.start >= end for row, end in zip(page.mentions, ends, strict=False)), "mentions overlap"
    strange = []
    for mention in page.mentions:
        row, printed = rows[mention.entity], squeezed(text[mention.start : mention.end])
        forms = {squeezed(form) for form in (*row.names, *row.deictic)}
        if printed not in forms and not any(form.endswith(printed) for form in forms):
            strange.append((printed, row.name))
    assert strange == []


def test_the_corpus_is_as_large_as_it_says() -> None:
    annotations = [load(file) for file in FILES]
    invented = [page for page in annotations if page.invented]
    assert len(annotations) - len(invented) == 5
    assert len(invented) >= 60
    assert sum(len(text_of(page)) for page in annotations) >= 150_000


def test_ten_pages_are_held_out_and_every_fifth_was_read_twice() -> None:
    assert sum(map(held_out, FILES)) == 10
    twice = {file.name for file in (GOLD / "second").glob("*.json")}
    fifths = {file.name for file in FILES if (n := re.match(r"invented-(\d+)", file.name)) and int(n[1]) % 5 == 0}
    assert fifths <= twice


def test_links_name_rows_that_exist() -> None:
    known = {f"{load(file).stem}#{row.id}" for file in [*FILES, *FRESH] for row in load(file).entities}
    links = json.loads((GOLD / "links.json").read_text("utf-8"))
    assert {row for group in (*links["groups"], *links["apart"]) for row in group} <= known
