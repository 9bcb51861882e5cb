"""The tables of docs/exchange.md: `python -m kg.views.exchange.reference docs/exchange.md` makes them anew.

What stands between two marks of that file is replaced; everything else in it is written by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import OutputError
from kg.views.exchange.formats import formats
from kg.views.frames import tables

PARTS = ("formats", "lacks", "tables", "columns")


def parts() -> dict[str, str]:
    """The text between the marks, by the name of the part."""
    made = (_formats(), _lacks(), _tables(), _columns())
    return {name: "\n".join(lines) for name, lines in zip(PARTS, made, strict=True)}


def renewed(text: str) -> str:
    """The page with its parts made anew; OutputError where it lacks a mark."""
    for name, made in parts().items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        if begin not in text or end not in text:
            raise OutputError(f"the page lacks {begin} or {end}: put both where the {name} belong")
        head, _, rest = text.partition(begin)
        text = f"{head}{begin}\n\n{made}\n\n{end}{rest.partition(end)[2]}"
    return text


def _formats() -> Iterator[str]:
    yield from _table(
        ("`--format`", "file", "what it is", "opens in"),
        (
            (f"`{each.name}`", f"`graph{each.ending or '-' + each.name + '/'}`", each.says, each.opens)
            for each in formats().values()
        ),
    )


def _lacks() -> Iterator[str]:
    for each in formats().values():
        yield f"- `{each.name}`" + (":" if each.lacks else ": nothing, it is all of the graph")
        yield from (f"    - {lacking}" for lacking in each.lacks)


def _tables() -> Iterator[str]:
    yield from _table(
        ("table", "a row is", "columns"),
        (
            (f"`{each.name}`", each.says, ", ".join(f"`{column.name}`" for column in each.columns))
            for each in tables().values()
        ),
    )


def _columns() -> Iterator[str]:
    columns = {column.name: column for table in tables().values() for column in table.columns}
    yield from _table(
        ("column", "type", "what it says"), ((f"`{each.name}`", each.type, each.says) for each in columns.values())
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(renewed(page.read_text("utf-8")), "utf-8", newline="\n")
