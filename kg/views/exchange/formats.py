"""The formats by name, and how a graph is written in one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from tomllib import loads
from typing import cast

from kg.errors import OutputError
from kg.views.exchange.contents import Contents, Source, source_of

# Writers load when they are called for: some of them need libraries that not everybody has.
_WRITERS = {
    "turtle": "rdf.turtle",
    "nt": "rdf.ntriples",
    "jsonld": "jsonld.jsonld",
    "trig": "trig.trig",
    "rdfxml": "rdf.rdfxml",
    "graphml": "graphml.graphml",
    "gexf": "gexf.gexf",
    "csv": "sheets.sheets",
    "parquet": "parquet.parquet",
    "ftm": "ftm.ftm",
    "ics": "calendar.calendar",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its names, what it is, what opens it, what it cannot carry; `ending` is "" for a folder of files."""

    name: str
    also: tuple[str, ...]
    ending: str
    says: str
    opens: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what of this graph it left out or changed."""

    format: Format
    files: tuple[Path, ...]
    notes: tuple[str, ...]


@cache
def formats() -> Mapping[str, Format]:
    """All formats by name."""
    told = loads((files("kg.views.exchange") / "formats.toml").read_text("utf-8"))
    return {
        name: Format(name, tuple(about["also"]), about["ending"], about["says"], about["opens"], tuple(about["lacks"]))
        for name, about in told.items()
    }


def export(graph: str | Path, format: str, output: str | Path | None = None) -> Exported:
    """Write a Turtle file in another format: to `output`, a file or, for csv and parquet, a folder.

    Without `output` it stands beside the graph: `graph.gexf`, `graph-csv/`. The same graph gives the same bytes, but
    for Parquet, where they also depend on the version of pyarrow. Raises OutputError for a format that there is not,
    a library that is not installed and a place that cannot be written; ReadingError for the graph.
    """
    wanted = _format(format)
    target = Path(output) if output is not None else _beside(Path(graph), wanted)
    if target.resolve() == Path(graph).resolve():
        raise OutputError(f"{graph} is the graph itself: name another file with --output")
    contents = contents_of(source_of(Path(graph)), wanted.name)
    return Exported(wanted, _write(contents, target, wanted), contents.notes)


def contents_of(source: Source, format: str) -> Contents:
    """The files of a graph in a format, not yet written."""
    module, _, function = _WRITERS[_format(format).name].partition(".")
    return cast(Callable[[Source], Contents], getattr(import_module(f"kg.views.exchange.{module}"), function))(source)


def _format(name: str) -> Format:
    asked = name.lower()
    found = next((each for each in formats().values() if asked in (each.name, *each.also)), None)
    if found is None:
        raise OutputError(f"there is no format {name!r}: take one of {', '.join(formats())}")
    return found


def _beside(graph: Path, format: Format) -> Path:
    return graph.with_name(f"{graph.stem}{format.ending}" if format.ending else f"{graph.stem}-{format.name}")


def _write(contents: Contents, target: Path, format: Format) -> tuple[Path, ...]:
    """The files, each in the place of an old one when all of them are complete."""
    folder = target.parent if format.ending else target
    stem = target.name.removesuffix(format.ending)
    names = {
        (target.name if not name else f"{stem}{name}") if format.ending else name: body
        for name, body in contents.files.items()
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".kg-", dir=folder) as scratch:
            for name, body in names.items():
                (Path(scratch) / name).write_bytes(body)
            for name in names:
                (Path(scratch) / name).replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"cannot write {target} ({error.strerror or error}): choose another place with --output"
        ) from error
    return tuple(folder / name for name in names)
