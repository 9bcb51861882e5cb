"""CSV and Parquet, read back by pandas and pyarrow: the rows of the tables, and nothing that a spreadsheet computes."""

from __future__ import annotations

import csv
import datetime
import sys
from pathlib import Path

import pandas
import pytest
from pyarrow import parquet

from kg.errors import OutputError
from kg.formulas import uncomputed
from kg.views.exchange import export, source_of
from kg.views.frames import Frames, tables

# A cell, and what stands in the file.
CELLS = (
    ("宋明哲", "宋明哲"),
    ("", ""),
    ("2023-05-11", "2023-05-11"),
    ("=1+1", "'=1+1"),
    ("+86", "'+86"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1", "'＝1"),
    ("＠SUM(A1)", "'＠SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n县", "'\n县"),
    ("  =1", "'  =1"),
    ("a=1", "a=1"),
)


@pytest.mark.parametrize(("cell", "stands"), CELLS)
def test_no_cell_begins_as_a_formula(cell: str, stands: str) -> None:
    assert uncomputed(cell) == stands


def test_pandas_reads_every_table_with_its_rows(graph: Path, tmp_path: Path) -> None:
    export(graph, "csv", tmp_path / "tables")
    frames = Frames(source_of(graph).store)
    for name, table in tables().items():
        read = pandas.read_csv(tmp_path / "tables" / f"{name}.csv", dtype=str, keep_default_na=False)
        assert list(read.columns) == [column.name for column in table.columns]
        assert len(read) == len(frames.rows(name)), name
    [song] = [
        row for _, row in pandas.read_csv(tmp_path / "tables" / "persons.csv").iterrows() if row["name"] == "宋明哲"
    ]
    assert (song["posts"], song["people_met"]) == ("云岭县委书记", 3)
    about = pandas.read_csv(tmp_path / "tables" / "columns.csv")
    assert len(about) == sum(len(table.columns) for table in tables().values())


def test_claims_stand_with_their_quotes(graph: Path, tmp_path: Path) -> None:
    export(graph, "csv", tmp_path / "tables")
    claims = pandas.read_csv(tmp_path / "tables" / "claims.csv")
    [met] = claims[(claims.subject == "宋明哲") & (claims.predicate == "met") & (claims.object == "柳青禾")].to_dict(
        "records"
    )
    assert met["quote"] == "与董事长柳青禾座谈"
    quotes = pandas.read_csv(tmp_path / "tables" / "quotes.csv")
    assert set(quotes.claim_id) == set(claims.id)


def test_a_spreadsheet_sees_chinese_and_no_formula(hostile: Path, tmp_path: Path) -> None:
    done = export(hostile, "csv", tmp_path / "tables")
    for file in done.files:
        body = file.read_bytes()
        assert body.startswith(b"\xef\xbb\xbf") and body.endswith(b"\r\n")
        with file.open(encoding="utf-8-sig", newline="") as opened:
            cells = [cell for row in csv.reader(opened) for cell in row]
        assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]
    persons = pandas.read_csv(tmp_path / "tables" / "persons.csv")
    assert '\'=HYPERLINK("http://x","点")' in set(persons["name"])
    assert "乙\ufffd\ufffd<&>\"'" in set(persons["name"])
    assert [note.partition(": ")[2] for note in done.notes] == [
        "an apostrophe stands before each",
        "U+FFFD stands for each of these",
    ]


def test_pyarrow_reads_types_rows_and_what_columns_say(graph: Path, tmp_path: Path) -> None:
    export(graph, "parquet", tmp_path / "tables")
    frames = Frames(source_of(graph).store)
    for name, table in tables().items():
        read = parquet.read_table(tmp_path / "tables" / f"{name}.parquet")
        rows = [
            {key: tuple(cell) if isinstance(cell, list) else cell for key, cell in row.items()}
            for row in read.to_pylist()
        ]
        assert rows == frames.rows(name)
        assert [read.schema.field(column.name).metadata[b"says"].decode() for column in table.columns] == [
            column.says for column in table.columns
        ]


def test_pandas_has_days_and_lists(graph: Path, tmp_path: Path) -> None:
    export(graph, "parquet", tmp_path / "tables")
    events = pandas.read_parquet(tmp_path / "tables" / "events.parquet").set_index("id")
    visit = events.loc["event/2023-05-11-走访岚川科技"]
    assert visit["until_day"] == datetime.date(2023, 5, 12)
    assert list(visit["places"]) == ["松涛产业园"]


def test_without_pyarrow_the_remedy_is_named(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"kg\[tables\]"):
        export(graph, "parquet", tmp_path / "tables")
    assert not (tmp_path / "tables").exists()
