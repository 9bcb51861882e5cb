"""`kg evaluate` and `kg annotate` as people call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import AnnotationError, OutputError
from kg.evaluation import annotation_files, evaluate, load
from kg.evaluation.prefill import write_prefilled
from tests.command import SEEDS, Run
from tests.evaluation.pages import written

TEXT = "县委书记王大山到石桥镇调研\n本报讯(记者 李明)5月5日，某县县委书记王大山到石桥镇调研，县委副书记赵小川陪同。\n"


def test_a_prefilled_annotation_agrees_with_the_graph_it_came_from(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(min(SEEDS.glob("003*.txt")).read_bytes())
    (written_file,) = write_prefilled(str(page))
    tally, _, warnings = evaluate(page, [written_file])
    assert not warnings
    assert [error for error in tally.errors if error.measure != "duplicates"] == []
    assert tally.table()["ENTITIES"].tp > 20
    assert load(written_file).mentions


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    (tmp_path / "page.json").write_text("{}", "utf-8")
    with pytest.raises(OutputError, match=r"page\.json exists"):
        write_prefilled(str(page))
    assert (tmp_path / "page.json").read_text("utf-8") == "{}"


def test_evaluate_prints_a_table_and_json(kg: Run, tmp_path: Path) -> None:
    gold, second = written(tmp_path, "gold.json"), written(tmp_path, "second.json", posts=[])
    shown = kg("evaluate", second, gold, "--errors")
    assert shown.code == 0
    assert "posts" in shown.out and "missed" in shown.out
    data = json.loads(kg("evaluate", second, gold, "--json").out)
    assert data["measures"]["posts"] == {"tp": 0, "fp": 0, "fn": 1, "p": 0.0, "r": 0.0, "f1": 0.0}
    assert data["errors"][0]["place"] == "page.txt a1"


def test_an_annotation_that_is_not_there_is_named(kg: Run, tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no such file or folder"):
        annotation_files([tmp_path / "none.json"])
    shown = kg("evaluate", written(tmp_path), tmp_path / "none.json")
    assert shown.code == 2
    assert "none.json" in shown.err
