"""The command: every format is written, says what it cannot carry, and gives the same bytes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.commands.export import FORMATS
from kg.views.exchange import contents_of, formats, source_of
from kg.views.exchange.reference import renewed
from tests.command import ROOT, Run

UNUSABLE = {
    "no such format": (("GRAPH", "-f", "docx"), ("docx", "turtle")),
    "no such graph": (("nowhere.ttl", "-f", "nt"), ("nowhere.ttl", "build the graph")),
    "the graph itself": (("GRAPH", "-f", "nt", "-o", "GRAPH"), ("itself", "--output")),
    "a file for a folder": (("GRAPH", "-f", "csv", "-o", "GRAPH/x"), ("cannot write", "--output")),
}


@pytest.mark.parametrize("name", formats())
def test_the_command_writes_and_tells_what_is_missing(graph: Path, tmp_path: Path, kg: Run, name: str) -> None:
    target = tmp_path / f"out{formats()[name].ending}"
    done = kg("export", graph, "--format", name, "-o", target)
    assert (done.code, done.err) == (0, "")
    assert target.exists() and str(target) in done.out
    for lacking in formats()[name].lacks:
        assert lacking in done.out
    assert ("carries all" in done.out) == (not formats()[name].lacks)


@pytest.mark.parametrize("name", formats())
def test_the_same_graph_gives_the_same_bytes(graph: Path, name: str) -> None:
    assert contents_of(source_of(graph), name) == contents_of(source_of(graph), name)


@pytest.mark.parametrize("name", formats())
def test_an_empty_graph_is_exported(tmp_path: Path, kg: Run, name: str) -> None:
    (tmp_path / "empty.ttl").write_text("", "utf-8")
    assert kg("export", tmp_path / "empty.ttl", "--format", name, "-o", tmp_path / "out").code == 0


def test_files_stand_beside_the_graph(graph: Path, tmp_path: Path, kg: Run) -> None:
    own = tmp_path / "mine.ttl"
    own.write_bytes(graph.read_bytes())
    kg("export", own, "-f", "gephi")
    kg("export", own, "-f", "CSV")
    assert (tmp_path / "mine.gexf").is_file() and (tmp_path / "mine-csv" / "claims.csv").is_file()


def test_without_a_format_all_are_listed(kg: Run) -> None:
    listed = kg("export").out
    assert all(name in listed for name in formats())
    assert ", ".join(formats()) == FORMATS


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_unusable_call_is_explained(case: str, graph: Path, tmp_path: Path, kg: Run) -> None:
    arguments, phrases = UNUSABLE[case]
    done = kg("export", *(word.replace("GRAPH", str(graph)) for word in arguments))
    assert done.code == 2
    assert all(phrase in done.err for phrase in phrases), done.err


def test_the_documentation_tells_the_same() -> None:
    written = (ROOT / "docs" / "exchange.md").read_text("utf-8")
    assert renewed(written) == written, "run python -m kg.views.exchange.reference docs/exchange.md"
