"""What users feed in by mistake: each is named with a remedy, the rest is built, old results stay whole."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

import pytest

from tests.command import Run
from tests.sample import TEXT

GOOD = "good.txt"
# File name, content, and what the message must say besides the name.
FAILING = {
    "empty": ("empty.txt", b"", ("empty", "give a file")),
    "blank": ("blank.txt", b" \r\n\t\n", ("empty", "give a file")),
    "picture": ("scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ("picture", "text recognition")),
    "binary": ("data.txt", "云岭县".encode() + bytes(range(32)) * 40, ("NUL", "save its text")),
    "unknown encoding": ("odd.txt", b"\x81\x20\xff\xfe\xfd\x81" * 300, ("UTF-8", "save it as UTF-8")),
    "line of 50 MB": ("long.txt", "云岭县委书记宋明哲讲话。".encode() * 1_390_000, ("split",)),
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one good, invented page."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / GOOD).write_text(TEXT, "utf-8")
    return folder


def graph(folder: Path) -> str:
    return (folder / "graph.ttl").read_text("utf-8")


@pytest.mark.parametrize("case", FAILING)
def test_a_bad_file_is_named_and_the_rest_is_built(case: str, pages: Path, tmp_path: Path, kg: Run) -> None:
    name, content, phrases = FAILING[case]
    (pages / name).write_bytes(content)
    done = kg("build", pages, "-o", tmp_path / "out")
    assert done.code == 1
    assert all(phrase in done.err for phrase in (name, *phrases)), done.err
    assert f'"{GOOD}"' in graph(tmp_path / "out") and "宋明哲" in graph(tmp_path / "out")
    assert name not in graph(tmp_path / "out")
    assert "Traceback" not in done.err


def test_two_empty_files_are_both_named_as_empty(pages: Path, tmp_path: Path, kg: Run) -> None:
    for name in ("one.txt", "two.txt"):
        (pages / name).write_bytes(b"")
    done = kg("build", pages, "-o", tmp_path / "out")
    assert (done.code, done.err.count("the file is empty")) == (1, 2)


def test_a_page_without_chinese_is_named_and_the_rest_is_built(pages: Path, tmp_path: Path, kg: Run) -> None:
    (pages / "english.txt").write_text("County officials met on Monday.\n" * 20)
    done = kg("build", pages, "-o", tmp_path / "out")
    assert "english.txt" in done.err and "Chinese" in done.err
    assert "宋明哲" in graph(tmp_path / "out")


def test_equal_files_are_read_once(pages: Path, tmp_path: Path, kg: Run) -> None:
    (pages / "again.txt").write_text(TEXT, "utf-8")
    done = kg("build", pages, "-o", tmp_path / "out")
    assert done.code == 0
    assert "good.txt" in done.err and "again.txt" in done.err and "remove one" in done.err
    assert ('"again.txt"' in graph(tmp_path / "out")) != ('"good.txt"' in graph(tmp_path / "out"))


def test_markup_in_names_stays_text(tmp_path: Path, kg: Run) -> None:
    mark = "<script>alert(1)</script>"
    page = tmp_path / "<script>alert(2)<.txt"
    page.write_text(
        TEXT.replace("云岭县走访岚川科技", f"云岭县走访{mark}").replace("柳青禾", f"“{mark}”柳青禾"), "utf-8"
    )
    done = kg("build", page, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    html = (tmp_path / "out" / "network.html").read_text("utf-8")
    assert "<script>alert(" not in html
    [data] = re.findall(r'<script[^>]* id="data"[^>]*>([^<]*)</script>', html)
    assert "宋明哲" in gzip.decompress(base64.b64decode(data)).decode("utf-8")
    shown = kg("show", "宋明哲", "-g", tmp_path / "out" / "graph.ttl")
    assert shown.code == 0


def test_a_missing_folder_is_named_and_nothing_is_written(tmp_path: Path, kg: Run) -> None:
    done = kg("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert done.code == 2
    assert "nowhere" in done.err and "spelling" in done.err
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_no_readable_page_leaves_the_old_results(tmp_path: Path, kg: Run) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").write_text("old")
    done = kg("build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert done.code == 2
    assert "empty.txt" in done.err
    assert (tmp_path / "out" / "graph.ttl").read_text() == "old"


def test_output_that_cannot_be_written_is_named(pages: Path, tmp_path: Path, kg: Run) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "taken" / "graph.ttl").mkdir(parents=True)
    (tmp_path / "taken" / "network.html").write_text("old")
    for output in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / "taken"):
        done = kg("build", pages, "-o", output)
        assert done.code == 2, output
        assert str(output) in done.err and "another output folder" in done.err
    assert (tmp_path / "taken" / "network.html").read_text() == "old"
    assert (tmp_path / "file").read_text() == "in the way"
