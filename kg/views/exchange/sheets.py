"""CSV: a file for each table of the graph, as spreadsheets open it.

UTF-8 with a byte order mark and lines that end in CR LF (RFC 4180), so that Chinese stays intact. A cell that a
spreadsheet would take for a formula begins with an apostrophe. `columns.csv` says what every column holds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from kg.views.exchange.contents import Contents, Source, counted
from kg.views.frames import Cell, Frames, tables

JOIN = "; "
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What begins a formula, and what spreadsheets pass over before one; the wide forms are taken for the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ABOUT = "columns.csv"


def sheets(source: Source) -> Contents:
    """A file for each table, and one about the columns."""
    frames = Frames(source.store)
    files, quoted = {}, 0
    for name, table in tables().items():
        rows = [list(row.values()) for row in frames.rows(name)]
        quoted += sum(isinstance(cell, str) and cell != plain(cell) for row in rows for cell in map(text, row))
        files[f"{name}.csv"] = _file([column.name for column in table.columns], rows)
    about = [
        [table.name, column.name, column.type, column.says] for table in tables().values() for column in table.columns
    ]
    files[_ABOUT] = _file(("table", "column", "type", "says"), about)
    note = f"{counted(quoted, 'cell')} begin as a formula would, and were given an apostrophe"
    return Contents(files, (note,) if quoted else ())


def text(cell: Cell) -> str:
    """A cell as text: nothing for None, the items of a list joined, true or false."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return JOIN.join(cell)
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def plain(written: str) -> str:
    """The text so that no spreadsheet computes it."""
    return f"'{written}" if written.lstrip().startswith(_FORMULA) or written.startswith(_FORMULA) else written


def _file(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    made = StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(
        [cell if isinstance(cell, int | float) and not isinstance(cell, bool) else plain(text(cell)) for cell in row]
        for row in rows
    )
    return (_MARK + made.getvalue()).encode()
