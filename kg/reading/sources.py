"""What the user names, folders, patterns, files or standard input, as a list of files in a fixed order.

Each file gets a page id that no other file of the list has: its name, or its path where two share a name.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.decisions.files import FILE as DECISIONS
from kg.errors import ReadingError
from kg.reading.formats import SUFFIXES

STDIN = "stdin.txt"
# A page has some 10,000 characters; this many bytes are beyond any text that read_page accepts.
MAX_BYTES = 64 * 1024 * 1024
# What a network page of ours says of itself near its start: folders of results are searched like all others.
OWN = b'<meta name="generator" content="kg">'
HEAD = 4096


@dataclass(frozen=True, slots=True)
class InputFile:
    """One page to read: its page id, and its path (None: standard input)."""

    id: str
    path: Path | None

    def read(self) -> bytes:
        """The content; ReadingError where it cannot be had."""
        if self.path is None:
            return sys.stdin.buffer.read()
        try:
            size = self.path.stat().st_size
            if size > MAX_BYTES:
                raise ReadingError(f"{self.path}: {size} bytes, more than {MAX_BYTES}; split it into one file a page")
            return self.path.read_bytes()
        except OSError as error:
            raise ReadingError(
                f"{self.path}: cannot be read ({error.strerror}); check that it is there and may be read"
            ) from error


def collect(paths: Sequence[str | Path]) -> list[InputFile]:
    """Every page file that `paths` name: folders (recursive, sorted), patterns, files, `-`.

    Folders are taken without hidden files and without the network pages of earlier builds; decisions are no page.
    A file that is named twice is read once. ReadingError for a path that does not exist and for a folder or pattern
    without pages.
    """
    found: set[Path] = set()
    stdin = False
    for given in paths:
        if str(given) == "-":
            stdin = True
            continue
        found.update(path.resolve() for path in _expand(str(given)) if path.name != DECISIONS)
    ids = _ids(sorted(found))
    files = [InputFile(ids[path], path) for path in sorted(found)]
    return [*files, InputFile(STDIN, None)] if stdin else files


def _expand(given: str) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        files = list(_walk(path))
        if not files:
            raise ReadingError(f"{given}: no page in this folder; pages are files that end in {', '.join(SUFFIXES)}")
        yield from files
    elif path.exists():
        yield path
    elif any(ch in given for ch in "*?["):
        found = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
        files = sorted(match for match in found if match.is_file() and not _hidden(match, path))
        if not files:
            raise ReadingError(f"{given}: no file fits this pattern; put it in quotation marks and check the folder")
        yield from files
    else:
        raise ReadingError(
            f"{given}: no such file or folder; check the spelling, or the folder you are in ({Path.cwd()})"
        )


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and name.lower().endswith(SUFFIXES) and not _is_result(path):
                yield path


def _is_result(path: Path) -> bool:
    """Whether this is a network page that a build wrote; what cannot be opened is told later, by name."""
    if path.suffix.lower() != ".html":
        return False
    try:
        with path.open("rb") as file:
            return OWN in file.read(HEAD)
    except OSError:
        return False


def _hidden(match: Path, pattern: Path) -> bool:
    return any(part.startswith(".") and part not in pattern.parts for part in match.parts)


def _ids(paths: Sequence[Path]) -> dict[Path, str]:
    """An id for each absolute path: its name, or the path below the folder of all where a name occurs twice."""
    counts = Counter(path.name for path in paths)
    common = os.path.commonpath([path.parent for path in paths]) if paths else ""
    return {path: path.name if counts[path.name] == 1 else path.relative_to(common).as_posix() for path in paths}
