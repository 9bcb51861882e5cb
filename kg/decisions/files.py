"""Where decisions are found: a file of one name, in the folders of the pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FILE = "decisions.toml"


def decisions_in(paths: Iterable[str | Path]) -> list[Path]:
    """The decisions files in these folders and below, and beside the files that paths and patterns name; sorted."""
    found: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found.update(_below(path))
        else:
            beside = (file.parent / FILE for file in _fitting(path) if file.is_file())
            found.update(file for file in beside if file.is_file())
    return sorted(found)


def _below(folder: Path) -> Iterable[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if FILE in names:
            yield Path(parent, FILE)


def _fitting(path: Path) -> Iterable[Path]:
    """The path itself, or what fits it where it is a pattern."""
    if path.exists() or not any(char in str(path) for char in "*?["):
        return [path]
    return Path(path.anchor).glob(str(path.relative_to(path.anchor)))
