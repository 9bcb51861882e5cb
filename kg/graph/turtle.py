"""The Turtle file: the same knowledge gives the same bytes, without blank nodes; and the way back into a store."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.errors import ReadingError
from kg.graph.build import quads
from kg.graph.terms import BASE, prefixes
from kg.model import Knowledge

HEADER = """\
# Made by kg from newspaper pages: who did what with whom, and the words that say so.
# Prefixes: a folder of things each (person:, body:, event: …); gov: is the vocabulary; claim: and source: tell,
# for each statement, how sure it is and on which characters of which page it rests.
"""


def to_turtle(knowledge: Knowledge, base: str = BASE) -> bytes:
    """The graph as a Turtle file, with addresses below `base`; OutputError for what cannot be written."""
    return turtle(quads(knowledge, base), base)


def turtle(source: Iterable[Quad], base: str) -> bytes:
    """These statements as a Turtle file, in the order in which they come."""
    body = serialize(source, format=RdfFormat.TURTLE, prefixes=prefixes(base))
    # Lines that begin a subject are those that are neither indented nor a prefix: breaks in texts are escaped.
    return HEADER.encode() + re.sub(rb"\n(?=[^\t\n@])", b"\n\n", body or b"")


def readable(path: str | Path) -> Path:
    """The path of a file that is there; ReadingError else."""
    file = Path(path)
    if not file.is_file():
        raise ReadingError(f"{file}: there is no such file; build the graph first, or name the file that holds it")
    return file


def load(path: str | Path) -> Store:
    """A Turtle file as a store for SPARQL; ReadingError with the line for a file that is missing or broken."""
    file = readable(path)
    store = Store()
    try:
        store.bulk_load(path=str(file), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise ReadingError(f"{file}: not valid Turtle ({error.msg}); build the graph again") from None
    except OSError as error:
        raise ReadingError(f"{file}: cannot be read ({error}); check its permissions") from error
    return store
