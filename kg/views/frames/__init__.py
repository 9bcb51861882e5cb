"""A graph as tables: one for each kind of thing and of statement, with documented columns.

The rows that spreadsheets, Parquet files and notebooks show are these. `columns.toml` says what each column holds.
"""

from kg.views.frames.rows import Frames
from kg.views.frames.spec import Cell, Column, Row, Table, tables

__all__ = ["Cell", "Column", "Frames", "Row", "Table", "tables"]
