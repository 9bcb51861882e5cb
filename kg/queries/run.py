"""Free queries of a user: read-only, offline, with the product's prefixes at hand.

A query that would leave the machine (SERVICE) or change the graph is refused before it runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from kg.errors import LimitError, QueryError
from kg.graph.terms import XSD
from kg.queries.named import PREFIXES
from kg.queries.records import Answer

_UPDATES = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}

# What a query is made of: `word` and `prefix` are what stands outside strings, IRIs, variables and comments.
_TOKEN = re.compile(
    r"""
      (?P<skipped> <[^<>"{}|^`\\\x00-\x20]*> | \#[^\r\n]* | [?$]\w+
          | ""\"(?:"{0,2}(?:[^"\\]|\\.))*""\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
          | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' | @[A-Za-z0-9-]+ )
    | (?P<prefix> [\w.-]*) : (?:[\w.:%-]|\\.)*
    | (?P<word> \w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


Bindings = Mapping[str, NamedNode | Literal]
Term = NamedNode | BlankNode | Literal | Triple | None
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Solutions:
    """Rows of terms as they come, None for what is unbound."""

    columns: tuple[str, ...]
    rows: Iterable[Iterable[Term]]


def run(store: Store, text_or_path: str | Path, bindings: Bindings | None = None, most: int | None = None) -> Answer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE query: its text, or a file (a `Path`, or text ending in `.rq`).

    `bindings` are the values of selected variables. Raises QueryError for an unreadable file, a syntax error (with its
    line), SERVICE, FROM and updates; LimitError for more than `most` rows.
    """
    text = query_of(text_or_path)
    result = evaluate(store, text, bindings)
    try:
        if isinstance(result, QueryBoolean):
            return Answer("ask", ("answer",), (("true" if result else "false",),))
        if isinstance(result, QuerySolutions):
            return in_plain(solutions_of(result), most)
        triples = within(result, most)
        told = sorted((_plain(t.subject), _plain(t.predicate), _plain(t.object)) for t in triples)
        return Answer("construct", ("subject", "predicate", "object"), tuple(told))
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def evaluate(store: Store, text: str, bindings: Bindings | None = None) -> QueryBoolean | QuerySolutions | QueryTriples:
    """The engine's own answer to a query's text, not yet read to its end; raises QueryError as `run` does."""
    refuse_what_leaves_or_writes(text)
    substitutions: dict[Variable, NamedNode | BlankNode | Literal | Triple]
    substitutions = {Variable(name): term for name, term in (bindings or {}).items()}
    try:
        return store.query(text, prefixes=PREFIXES, substitutions=substitutions)
    except SyntaxError as error:
        raise QueryError(_explain(text, str(error))) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def solutions_of(found: QuerySolutions) -> Solutions:
    """The engine's rows."""
    return Solutions(tuple(variable.value for variable in found.variables), found)


def in_plain(found: Solutions, most: int | None = None) -> Answer:
    """Rows read to their end, as text; LimitError for more than `most`."""
    solutions = [tuple(solution) for solution in within(found.rows, most)]
    types = tuple(_type(solution[at] for solution in solutions) for at in range(len(found.columns)))
    return Answer("select", found.columns, tuple(tuple(map(_plain, solution)) for solution in solutions), types)


def within(rows: Iterable[_Row], most: int | None) -> Iterator[_Row]:
    """The rows as they come; LimitError when there are more than `most`."""
    for number, row in enumerate(rows):
        if number == most:
            raise LimitError(f"the answer has more than {most:,} rows: ask for less, or add LIMIT to the query")
        yield row


def query_of(text_or_path: str | Path) -> str:
    """The text of a query, from its file where a file is named; QueryError where that cannot be read."""
    if isinstance(text_or_path, str) and not _names_a_file(text_or_path):
        return text_or_path
    path = Path(text_or_path)
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise QueryError(f"{path} is not UTF-8 text: save the query as UTF-8") from None
    except OSError as error:
        raise QueryError(
            f"cannot read the query {path} ({error.strerror or error}): check the path, or give the query itself"
        ) from error


def _names_a_file(text: str) -> bool:
    stripped = text.strip()
    return stripped.endswith(".rq") and "\n" not in stripped and "{" not in stripped


def refuse_what_leaves_or_writes(text: str) -> None:
    """Raises QueryError for a query that would ask another server or another graph, or change this one."""
    # The engine reads SERVICE even when it is glued to its neighbours (1SERVICESILENT<…>), so any word that
    # contains it counts; escapes are read both ways, because readers of SPARQL differ in when they undo them.
    for reading in (text, _ESCAPE.sub(_unescape, text)):
        tokens = list(_TOKEN.finditer(reading))
        if any("SERVICE" in (token["word"] or token["prefix"] or "").upper() for token in tokens):
            raise QueryError("SERVICE asks another server, and queries run offline: take that part out of the query")
        words = [token["word"].upper() for token in tokens if token["word"]]
        if "FROM" in words:
            raise QueryError("FROM asks for another graph, and there is only this one: take that part out of the query")
        first = next((word for word in words if word not in {"BASE", "PREFIX"}), "")
        if first in _UPDATES:
            raise QueryError(f"{first} changes the graph, and queries only read it: use SELECT, ASK or CONSTRUCT")


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]


def _explain(text: str, message: str) -> str:
    found = _POSITION.match(message)
    if not found:
        return f"the query is not valid SPARQL: {message}"
    number, column, problem = int(found[1]), int(found[2]), found[3]
    lines = text.splitlines()
    line = lines[number - 1].strip() if number <= len(lines) else ""
    if "Prefix not found" in problem:
        reason = f"a prefix is not declared; declare it with PREFIX, or use one of {', '.join(PREFIXES)}"
    else:
        reason = "this cannot stand here"
    return f"the query is not valid SPARQL: line {number}, column {column}, at {line!r}: {reason}"


def _type(terms: Iterable[object]) -> str | None:
    """The XSD type that all bound values of a column have."""
    bound = [term for term in terms if term is not None]
    found = {term.datatype.value if isinstance(term, Literal) else "" for term in bound}
    [one] = found if len(found) == 1 else [""]
    return one.removeprefix(XSD) if one.startswith(XSD) else None


def _plain(term: object) -> str | None:
    match term:
        case None:
            return None
        case NamedNode() | BlankNode() | Literal():
            return term.value
        case Triple():
            return f"<<{_plain(term.subject)} {_plain(term.predicate)} {_plain(term.object)}>>"
        case _:
            return str(term)
