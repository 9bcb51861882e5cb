"""Which tables there are and what their columns hold, as `columns.toml` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Literal

ColumnType = Literal["text", "list", "integer", "number", "boolean", "day", "date"]

Cell = str | tuple[str, ...] | int | float | bool | date | None
"""The value of a column, by its type: text and date str, list a tuple of str, integer int, number float, boolean bool,
day a `datetime.date`. None where the graph gives none; a list is then empty."""

Row = dict[str, Cell]
"""One row: a cell for each column of its table, in their order."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it says."""

    name: str
    type: ColumnType
    says: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row of it is, and its columns."""

    name: str
    says: str
    columns: tuple[Column, ...]


@cache
def tables() -> Mapping[str, Table]:
    """All tables by name, those of things first."""
    told = loads((files("kg.views.frames") / "columns.toml").read_text("utf-8"))
    columns = {name: Column(name, *about) for name, about in told["columns"].items()}
    return {
        name: Table(name, table["says"], tuple(columns[column] for column in table["columns"]))
        for name, table in told["tables"].items()
    }
