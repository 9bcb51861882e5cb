"""The questions that people ask, as files of the folder `asked`: what each is called, and what it wants to know.

A file is plain SPARQL that any tool can run. Its first comments say title, description and parameters:
`# parameter person (Person): …`, `(text = "")` or `(number = 2)` with a value where none is given, `(day)`, or a kind
of thing, followed by `, optional` where it may be left out. A value is bound to the variable of the parameter's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.terms import XSD, shortened
from kg.queries import chains
from kg.queries.called import called
from kg.queries.run import Solutions, evaluate, solutions_of

Value = NamedNode | Literal
SHOWN = 8

_HEADER = re.compile(r"# (title|description|parameter ([a-z]+) \((\w+)(?: = ([^)]*)|(, optional))?\)): (.*)")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to know: `kind` is a kind of thing, `text`, `day` or `number`."""

    name: str
    kind: str
    default: str | None
    optional: bool
    description: str

    @property
    def needed(self) -> bool:
        """Whether the question cannot be asked without it."""
        return self.default is None and not self.optional


@dataclass(frozen=True, slots=True)
class Question:
    """A query of the folder `asked`."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def questions() -> tuple[Question, ...]:
    """All questions, by name."""
    folder = files("kg.queries") / "asked"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return tuple(_read(name.removesuffix(".rq"), (folder / name).read_text("utf-8")) for name in names)


def question(name: str) -> Question:
    """The question of that name; QueryError with all names where there is none."""
    for each in questions():
        if each.name == name:
            return each
    raise QueryError(f"no question is called {name!r}; there are {', '.join(each.name for each in questions())}")


def bindings(store: Store, asked: Question, given: Mapping[str, str]) -> dict[str, Value]:
    """The terms for a question's parameters from what somebody typed: for things a name, a part of one, or an address.

    Raises QueryError for a parameter that is unknown, missing or malformed, and for a name that fits nothing or several
    things: the message lists them.
    """
    if unknown := sorted(given.keys() - {parameter.name for parameter in asked.parameters}):
        raise QueryError(f"{asked.name} has no parameter {unknown[0]!r}; it has {_wanted(asked) or 'none'}")
    found: dict[str, Value] = {}
    for parameter in asked.parameters:
        text = given.get(parameter.name) or parameter.default
        if text is not None:
            found[parameter.name] = _term(store, parameter, text)
        elif parameter.needed:
            raise QueryError(f"{asked.name} needs {parameter.name}: {parameter.description}")
    return found


def solutions(store: Store, asked: Question, bound: Mapping[str, Value]) -> Solutions:
    """The rows of a question: what its text selects, found by walking the graph where that is the better way."""
    if asked.name == "chain":
        begin, end = bound["from"], bound["to"]
        assert isinstance(begin, NamedNode) and isinstance(end, NamedNode)
        return Solutions(chains.COLUMNS, chains.chains(store, begin, end))
    found = evaluate(store, asked.text, bound)
    if not isinstance(found, QuerySolutions):
        raise QueryError(f"{asked.name}.rq does not select rows: the package is broken, install it again")
    return solutions_of(found)


def _read(name: str, text: str) -> Question:
    told: dict[str, str] = {}
    parameters = []
    for found in filter(None, map(_HEADER.fullmatch, text.splitlines())):
        if found[2]:
            default = None if found[4] is None else found[4].strip('"')
            parameters.append(Parameter(found[2], found[3], default, bool(found[5]), found[6]))
        else:
            told[found[1]] = found[6]
    return Question(name, told["title"], told["description"], tuple(parameters), text)


def _wanted(asked: Question) -> str:
    return ", ".join(parameter.name for parameter in asked.parameters)


def _term(store: Store, parameter: Parameter, text: str) -> Value:
    if parameter.kind == "text":
        return Literal(text)
    if parameter.kind == "number":
        if not _NUMBER.fullmatch(text):
            raise QueryError(f"{parameter.name} is {text!r}, which is no number such as 2 or 0.5")
        return Literal(text, datatype=NamedNode(XSD + ("decimal" if "." in text else "integer")))
    if parameter.kind == "day":
        if not _DAY.fullmatch(text):
            raise QueryError(
                f"{parameter.name} is {text!r}, which is no day such as 2024-05-01, month 2024-05 or year 2024"
            )
        return Literal(text)
    return NamedNode(_thing(store, parameter, text))


def _thing(store: Store, parameter: Parameter, text: str) -> str:
    hits = called(store, parameter.kind, text)
    if len(hits) == 1:
        return hits[0][0]
    if not hits:
        raise QueryError(f"no {parameter.kind} is called {text!r}, or has a name with that in it: try a shorter part")
    shown = "; ".join(f"{label} ({shortened(iri)})" for iri, label in hits[:SHOWN])
    more = f" and {len(hits) - SHOWN} more" if len(hits) > SHOWN else ""
    raise QueryError(
        f"{len(hits)} things fit {text!r}: {shown}{more}. Give more of the name, or the address in brackets"
    )
