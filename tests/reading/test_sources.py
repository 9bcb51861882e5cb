"""Folders, patterns, files and standard input become one list of files in a fixed order, each with its own id."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg.errors import ReadingError
from kg.reading import collect

FILES = ("b.txt", "a.md", "notes.csv", ".hidden.txt", "deep/b.txt", "deep/c.HTML", ".git/d.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path


def test_a_folder_gives_its_pages_below_it_too_without_hidden_ones(folder: Path) -> None:
    assert [file.id for file in collect([folder])] == ["a.md", "b.txt", "deep/b.txt", "c.HTML"]


def test_files_named_twice_are_read_once_in_any_order(folder: Path) -> None:
    given = [folder / "b.txt", folder / "deep" / ".." / "b.txt", folder / "a.md"]
    assert collect(given) == collect(given[::-1]) == collect([folder / "a.md", str(folder / "b.txt")])


def test_relative_and_absolute_paths_mix(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [file.id for file in collect(["deep", folder / "b.txt"])] == ["b.txt", "deep/b.txt", "c.HTML"]


def test_patterns_are_expanded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [file.id for file in collect([str(folder / "*.txt")])] == ["b.txt"]
    monkeypatch.chdir(folder)
    assert [file.id for file in collect(["**/*.txt"])] == ["b.txt", "deep/b.txt"]


def test_a_file_with_the_marks_of_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "page[1].txt").write_text("x")
    assert [file.id for file in collect([tmp_path / "page[1].txt"])] == ["page[1].txt"]


def test_a_single_file_is_read_whatever_its_suffix(folder: Path) -> None:
    (file,) = collect([folder / "notes.csv"])
    assert (file.id, file.read()) == ("notes.csv", b"notes.csv")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("云岭县".encode())))
    (file,) = collect(["-"])
    assert (file.id, file.path) == ("stdin.txt", None)
    assert file.read() == "云岭县".encode()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("missing.txt", r"missing\.txt: no such file or folder; check the spelling"),
        ("none*.txt", r"none\*\.txt: no file fits this pattern"),
        ("bare", r"bare: no page in this folder; pages are files that end in \.txt"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, given: str, message: str) -> None:
    (tmp_path / "bare").mkdir()
    with pytest.raises(ReadingError, match=message):
        collect([tmp_path / given])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("x")
    (file,) = collect([page])
    page.unlink()
    with pytest.raises(ReadingError, match=r"page\.txt: cannot be read"):
        file.read()
