"""`kg ask` and `kg query` as users call them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kg.graph import to_turtle
from kg.queries.asking import questions
from tests.command import Run
from tests.sample import sample


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("asked") / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    return file


def test_without_a_name_all_are_listed(kg: Run) -> None:
    listed = kg("ask").out
    assert all(f"{each.name} " in listed and each.title in listed for each in questions())


def test_csv(kg: Run, graph: Path) -> None:
    done = kg("ask", "who-met", "--person", "宋明哲", "-g", graph, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert {row["name"] for row in rows} == {"柳青禾", "何书远", "顾念晴"}
    assert "与董事长柳青禾座谈" in {row["quote"] for row in rows} and "person" not in rows[0]


def test_csv_has_no_formula(kg: Run, graph: Path) -> None:
    query = 'SELECT ?text ?number { VALUES (?text ?number) { ("=1+1" -1) ("＝1" 2) ("a=1" 3) } }'
    rows = list(csv.reader(io.StringIO(kg("query", query, "-g", graph, "-f", "csv").out, newline="")))
    assert rows[1:] == [["'=1+1", "-1"], ["'＝1", "2"], ["a=1", "3"]]


def test_json(kg: Run, graph: Path) -> None:
    rows = json.loads(kg("ask", "holders", "--body=云岭县委", "--post=书记", "-g", graph, "-f", "json").out)
    assert [(row["name"], row["first"]) for row in rows] == [("宋明哲", "2023-05-11")]


def test_markdown(kg: Run, graph: Path) -> None:
    done = kg("ask", "implementers", "--programme", "千校", "-g", graph, "-f", "markdown")
    page = MarkdownIt("commonmark").enable("table").render(done.out)
    assert "<td>云岭县</td>" in page and "<td>body:云岭县教育局</td>" in page


def test_table(kg: Run, graph: Path) -> None:
    assert "宋明哲" in kg("ask", "holders", "--body", "云岭县委", "-g", graph, "-f", "table").out


WRONG = [
    (["who-met"], "needs person"),
    (["who-met", "宋明哲"], "--person"),
    (["who-met", "--person"], "needs a value"),
    (["whom-met"], "who-met"),
    (["who-met", "--person", "宋明哲", "--person=柳青禾"], "given twice"),
    (["who-met", "--persom", "宋明哲"], "it has person"),
]


@pytest.mark.parametrize(("words", "message"), WRONG)
def test_mistakes_are_explained(kg: Run, graph: Path, words: list[str], message: str) -> None:
    done = kg("ask", *words, "-g", graph)
    assert done.code == 2 and message in done.err


def test_a_query_is_stopped_in_time(kg: Run, graph: Path) -> None:
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
    done = kg("query", product, "-g", graph, "--seconds", "0.3")
    assert done.code == 2 and "stopped" in done.err
