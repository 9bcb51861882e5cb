"""CSV: a file for each table of the graph, as spreadsheets open it.

UTF-8 with a byte order mark and lines that end in CR LF (RFC 4180), so that Chinese stays intact, and every text in
quotation marks, since some programs guess wrong about texts with line breaks. A cell that a spreadsheet would take for
a formula begins with an apostrophe. `columns.csv` says what every column holds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from kg.formulas import uncomputed
from kg.views.exchange.contents import Contents, Source, counted
from kg.views.exchange.xml import allowed
from kg.views.frames import Cell, Frames, tables

JOIN = "; "
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_ABOUT = "columns.csv"


def sheets(source: Source) -> Contents:
    """A file for each table, and one about the columns."""
    frames = Frames(source.store)
    files, formulas, controls = {}, 0, 0
    for name, table in tables().items():
        rows = [[_cell(cell) for cell in row.values()] for row in frames.rows(name)]
        texts = [cell for row in rows for cell in row if isinstance(cell, str)]
        formulas += sum(text != uncomputed(text) for text in texts)
        controls += sum(text != allowed(text) for text in texts)
        files[f"{name}.csv"] = _file([column.name for column in table.columns], rows)
    about = [
        [table.name, column.name, column.type, column.says] for table in tables().values() for column in table.columns
    ]
    files[_ABOUT] = _file(("table", "column", "type", "says"), about)
    notes = []
    if formulas:
        notes.append(f"{counted(formulas, 'cell')} would begin a formula: an apostrophe stands before each")
    if controls:
        notes.append(f"{counted(controls, 'cell')} with control characters: U+FFFD stands for each of these")
    return Contents(files, tuple(notes))


def _cell(cell: Cell) -> str | int | float:
    """A cell as a number or a text: nothing for None, the items of a list joined, true or false."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, tuple):
        return JOIN.join(cell)
    return cell if isinstance(cell, int | float) else "" if cell is None else str(cell)


def _file(head: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> bytes:
    made = StringIO()
    writer = csv.writer(made, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    writer.writerows([uncomputed(allowed(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return (_MARK + made.getvalue()).encode()
