"""Parquet: a file for each table of the graph, with typed columns; what each column says is in its metadata."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kg.errors import OutputError
from kg.views.exchange.contents import Contents, Source
from kg.views.frames import Frames, Table, tables


def parquet(source: Source) -> Contents:
    """A file for each table; OutputError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow.parquet import write_table
    except ImportError:
        raise OutputError("Parquet files need pyarrow: install it with pip install 'kg[tables]'") from None
    frames, files = Frames(source.store), {}
    for name, table in tables().items():
        made = BytesIO()
        write_table(pyarrow.Table.from_pylist(frames.rows(name), schema=_schema(pyarrow, table)), made)
        files[f"{name}.parquet"] = made.getvalue()
    return Contents(files)


def _schema(pyarrow: Any, table: Table) -> Any:
    types = {
        "text": pyarrow.string(),
        "date": pyarrow.string(),
        "list": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }
    fields = [pyarrow.field(each.name, types[each.type], metadata={"says": each.says}) for each in table.columns]
    return pyarrow.schema(fields, metadata={"says": table.says})
