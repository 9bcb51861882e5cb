"""Rows of a query for other programs: tab-separated, CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from kg.formulas import uncomputed
from kg.graph.terms import shortened
from kg.queries.records import Answer
from kg.terminal import line

_NUMBERS = ("integer", "decimal", "double", "float")


def as_tsv(answer: Answer) -> str:
    """One row a line, blanks of a cell joined to one."""
    rows = (answer.columns, *answer.rows)
    return "".join("\t".join(line(cell or "") for cell in row) + "\n" for row in rows)


def as_csv(answer: Answer) -> str:
    """CSV as RFC 4180 has it; an unbound cell is empty, and one that a spreadsheet would compute has an apostrophe."""
    types = answer.types or (None,) * len(answer.columns)
    rows = (
        tuple(
            (cell or "") if type in _NUMBERS else uncomputed(cell or "") for cell, type in zip(row, types, strict=True)
        )
        for row in answer.rows
    )
    text = io.StringIO()
    csv.writer(text).writerows((answer.columns, *rows))
    return text.getvalue()


def as_json(answer: Answer) -> str:
    """A list with one object a row, every value a string; what is unbound is left out."""
    rows = [
        {column: cell for column, cell in zip(answer.columns, row, strict=True) if cell is not None}
        for row in answer.rows
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_markdown(answer: Answer) -> str:
    """A Markdown table with short addresses."""
    rows = [answer.columns, ("---",) * len(answer.columns), *answer.rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in row) + " |\n" for row in rows)


def _cell(cell: str | None) -> str:
    text = line(shortened(cell or ""))
    for character in ("\\", "|", "<", "`", "*", "_", "["):
        text = text.replace(character, f"\\{character}")
    return text


WRITERS: dict[str, Callable[[Answer], str]] = {
    "tsv": as_tsv,
    "csv": as_csv,
    "json": as_json,
    "markdown": as_markdown,
}
