"""The whole way: the same bytes on every road, quotes as the file has them, output never half-written."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from kg import BuildResult, KgError, build, write
from kg.graph import load
from tests.command import ROOT, SEEDS, call, separately
from tests.sample import TEXT

QUOTES = """
PREFIX gov: <https://w3id.org/regional-governance#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?claim ?file ?start ?end ?exact WHERE {
  ?claim a gov:Claim .
  OPTIONAL {
    ?claim prov:wasDerivedFrom ?source .
    ?source oa:hasSource/gov:file ?file ; oa:hasSelector ?position, ?quote .
    ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
    ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  }
}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one invented page."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture(scope="module")
def result(small: Path) -> BuildResult:
    return build(small)


def test_every_claim_quotes_the_characters_of_its_file(built: Path) -> None:
    texts = {file.name: file.read_bytes().decode("utf-8") for file in SEEDS.glob("*.txt")}
    rows = list(load(built / "graph.ttl").query(QUOTES))
    assert rows
    wrong = []
    for row in rows:
        claim, file, start, end, exact = (term and term.value for term in row)
        if file is None or texts[file][int(start) : int(end)] != exact or not exact.strip():
            wrong.append((claim, file, start, end, exact))
    assert wrong == []


def test_order_hash_seed_and_processes_change_no_byte(built: Path, tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    done = separately("build", *files, "-o", tmp_path, "--processes", "2", PYTHONHASHSEED="4242")
    assert done.code == 0, done.err
    for name in ("graph.ttl", "network.html"):
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_the_folder_that_holds_the_pages_does_not_matter(small: Path, result: BuildResult, tmp_path: Path) -> None:
    shutil.copy(small / "page.txt", tmp_path)
    assert build(tmp_path / "page.txt").turtle == result.turtle


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder, text in (("a", TEXT), ("b", TEXT.replace("宋明哲", "宋明远"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(text, "utf-8")
    both = build([tmp_path / "b", tmp_path / "a"])
    assert [page.id for page in both.knowledge.pages] == ["a/page.txt", "b/page.txt"]
    assert all(f'gov:file "{page.id}"' in both.turtle.decode() for page in both.knowledge.pages)


def test_progress_is_told_page_by_page(small: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build(small, progress=lambda done, total, file: told.append((done, total, file)))
    assert told == [(1, 1, "page.txt")]


def test_a_fault_in_one_page_is_named_and_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.extraction import Extractor

    extract = Extractor.extract

    def faulty(self: Extractor, page: object) -> object:
        if page.file == "b.txt":  # type: ignore[attr-defined]
            raise ValueError("no such column")
        return extract(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(Extractor, "extract", faulty)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT + "云岭县", "utf-8")
    done = build(tmp_path)
    assert [page.file for page in done.knowledge.pages] == ["a.txt"]
    [(file, message)] = done.failures
    assert file == "b.txt"
    assert "test_build.py" in message and "ValueError" in message and "no such column" in message


def test_results_are_replaced_together(result: BuildResult, tmp_path: Path) -> None:
    for name in ("graph.ttl", "network.html"):
        (tmp_path / name).write_text("old")
    graph, network = write(result, tmp_path)
    assert graph.read_bytes() == result.turtle
    assert network.read_text("utf-8").lstrip().lower().startswith("<!doctype html")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["graph.ttl", "network.html"]


def test_a_view_that_fails_leaves_the_old_results(
    result: BuildResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: object, texts: object) -> str:
        raise KgError("no picture")

    for name in ("graph.ttl", "network.html"):
        (tmp_path / name).write_text("old")
    monkeypatch.setattr("kg.views.network_html", fail)
    with pytest.raises(KgError, match="no picture"):
        write(result, tmp_path)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"graph.ttl": "old", "network.html": "old"}


def test_a_process_that_dies_is_explained(small: Path, tmp_path: Path) -> None:
    script = tmp_path / "die.py"
    script.write_text(
        "import os, sys\nimport kg\nif __name__ != '__main__':\n    os._exit(3)\nkg.build(sys.argv[1:], processes=2)\n"
    )
    (tmp_path / "other.txt").write_text(TEXT + "云岭县", "utf-8")
    done = call(
        sys.executable, script, small, tmp_path / "other.txt", cwd=tmp_path, environment={"PYTHONPATH": str(ROOT)}
    )
    assert done.code != 0
    assert "--processes" in done.err
