"""Where decisions are found: a file of one name, in the folders of the pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FILE = "decisions.toml"


def decisions_in(paths: Iterable[str | Path]) -> list[Path]:
    """The decisions files in these folders and below, and those that are named; each once, in a fixed order."""
    found: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found.update(_below(path))
        elif path.name == FILE and path.is_file():
            found.add(path)
    return sorted(found)


def _below(folder: Path) -> Iterable[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if FILE in names:
            yield Path(parent, FILE)
