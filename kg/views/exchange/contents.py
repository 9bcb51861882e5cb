"""What formats are made from, and what each gives: the files, and what of this graph they could not take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.graph import load
from kg.graph.turtle import readable


@dataclass(frozen=True, slots=True)
class Source:
    """A graph to be exported, for queries and as it is written: a store shortens numbers such as 0.80."""

    store: Store
    quads: Sequence[Quad]


def source_of(path: Path) -> Source:
    """The graph of a Turtle file; ReadingError for one that is missing or broken."""
    store = load(path)
    return Source(store, tuple(parse(path=str(readable(path)), format=RdfFormat.TURTLE)))


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of files by name: "" is the file itself, and other names stand for its ending.

    A format that fills a folder names its files in full. `notes` say what was left out or changed, with numbers.
    """

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def counted(number: int, one: str, more: str | None = None) -> str:
    """`1 event`, `2 events`."""
    return f"{number} {one if number == 1 else more or one + 's'}"
