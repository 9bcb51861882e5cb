"""kg render writes the page of a graph as a build would, and says what it could not use."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph import to_turtle
from tests.command import Run
from tests.sample import TEXT, sample


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """The sample's graph, its page and nothing else in the folders."""
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "云岭日报-2023-05-12.txt").write_text(TEXT, "utf-8")
    return file


@pytest.mark.parametrize(("option", "name"), [((), "network.html"), (("--pyvis",), "pyvis.html")])
def test_the_page_is_written_beside_the_graph(graph: Path, kg: Run, option: tuple[str, ...], name: str) -> None:
    done = kg("render", graph, *option)
    assert (done.code, done.err) == (0, "")
    assert name in done.out
    assert (graph.parent / name).read_text("utf-8").startswith("<!doctype html>")
    assert {file.name for file in graph.parent.iterdir()} == {"graph.ttl", "pages", name}


def test_pages_give_more_to_read(graph: Path, kg: Run, tmp_path: Path) -> None:
    alone, whole = tmp_path / "alone.html", tmp_path / "whole.html"
    assert kg("render", graph, "-o", alone).code == 0
    done = kg("render", graph, "-o", whole, "--pages", tmp_path / "pages")
    assert (done.code, done.err) == (0, "")
    assert whole.read_bytes() != alone.read_bytes()


def test_pages_that_were_changed_are_not_used_and_that_is_said(graph: Path, kg: Run, tmp_path: Path) -> None:
    (tmp_path / "pages" / "云岭日报-2023-05-12.txt").write_text(TEXT + "。", "utf-8")
    alone = kg("render", graph, "-o", tmp_path / "a.html")
    done = kg("render", graph, "-o", tmp_path / "b.html", "--pages", tmp_path / "pages")
    assert (alone.code, done.code) == (0, 0)
    assert "warning: none of the 1 pages" in done.err
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_an_old_page_stands_until_the_new_one_is_complete(graph: Path, kg: Run, tmp_path: Path) -> None:
    old = tmp_path / "network.html"
    old.write_text("old", "utf-8")
    graph.write_text("no turtle", "utf-8")
    assert kg("render", graph).code == 2
    assert old.read_text("utf-8") == "old"
