"""The decisions file read: every fault of every decision is told at once, each with its place and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kg.decisions.clashes import clashes
from kg.decisions.records import (
    ACTIONS,
    KINDS,
    PREDICATES,
    WHEREVER,
    Apart,
    Content,
    Decision,
    KindOf,
    Named,
    Reference,
    Rejected,
    Same,
)
from kg.errors import DecisionError
from kg.model import DOUBT, Kind

TABLE = "decision"
SIGNED = ("action", "author", "date", "reason")
KEYS = {
    "same": ("a", "b"),
    "apart": ("a", "b"),
    "name": ("thing", "name"),
    "kind": ("thing", "kind"),
    "reject-claim": ("subject", "predicate", "object", "page"),
}
"""What each action says besides who decided it, when and why."""

PARTS = tuple(field.name for field in fields(Reference))

# A text that begins with the quotation marks of a word processor.
_CURLY = re.compile("=\\s*[“”‘’]")
_CURLY_REMEDY = """texts stand in straight quotation marks, "…", not in “ ” or ‘ ’"""
_HEADER = re.compile(r"^\s*\[\[\s*\"?decision\"?\s*\]\]", re.MULTILINE)


def read(path: str | Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order; DecisionError with everything that is wrong in it."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DecisionError(f"{file}: is not UTF-8 text: save it as UTF-8") from None
    except OSError as error:
        raise DecisionError(f"{file}: cannot be read ({error.strerror}): check the path") from error
    return parse(text, str(file))


def parse(text: str, file: str) -> tuple[Decision, ...]:
    """The decisions that a file's text holds; `file` is its name, for messages."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        remedy = _CURLY_REMEDY if _CURLY.search(text) else "texts stand in quotation marks"
        raise DecisionError(
            f"{file}: is not valid TOML: {error}; {remedy}, and each decision begins with [[{TABLE}]]"
        ) from None
    if unknown := sorted(content.keys() - {TABLE}):
        raise DecisionError(f"{file}: has {', '.join(unknown)} outside of a decision: put it below a [[{TABLE}]]")
    tables = content.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise DecisionError(f"{file}: {TABLE} is no list of tables: begin each decision with [[{TABLE}]]")
    faults: list[str] = []
    found = [
        _decision(table, place, faults) for table, place in zip(tables, _places(text, file, len(tables)), strict=True)
    ]
    decisions = tuple(each for each in found if each is not None)
    faults += clashes(decisions)
    if faults:
        raise DecisionError("\n".join(faults))
    return decisions


def _places(text: str, file: str, count: int) -> list[str]:
    """What each decision is called in messages: its number, and its line where the headers can be counted."""
    lines = [text.count("\n", 0, match.end()) + 1 for match in _HEADER.finditer(text)]
    where = [f" (line {line})" for line in lines] if len(lines) == count else [""] * count
    return [f"{file}: decision {number}{line}" for number, line in enumerate(where, 1)]


def _decision(table: Mapping[str, Any], place: str, faults: list[str]) -> Decision | None:
    """One decision; None, and what is wrong with it, where it cannot be read."""
    fields = _Fields(table, lambda message: faults.append(f"{place} {message}"))
    before = len(faults)
    action = fields.one_of("action", ACTIONS)
    if action is None:
        return None
    known = (*SIGNED, *KEYS[action])
    for key in sorted(table.keys() - set(known)):
        fields.fault(f"has {key!r}, which {action} does not know: it knows {', '.join(known)}")
    author, reason, day = fields.text("author"), fields.text("reason"), fields.day("date")
    content = _CONTENTS[action](fields)
    if len(faults) > before or content is None or day is None:
        return None
    return Decision(content, author, day, reason, place)


class _Fields:
    """One table's values, each checked as it is asked for; a value that is wrong is told and stands for nothing."""

    def __init__(self, table: Mapping[str, Any], fault: Callable[[str], None]) -> None:
        self._table = table
        self.fault = fault

    def text(self, key: str) -> str:
        value = self._table.get(key)
        if value is None:
            self.fault(f'has no {key}: add {key} = "…"')
        elif not isinstance(value, str) or not value.strip():
            self.fault(f'has {key} = {value!r}: write a text in quotation marks, {key} = "…"')
        else:
            return value.strip()
        return ""

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if key in self._table else None

    def one_of(self, key: str, values: Sequence[str]) -> str | None:
        value = self.text(key)
        if value and value not in values:
            self.fault(f"has {key} = {value!r}: take one of {', '.join(values)}")
        return value if value in values else None

    def kind(self, key: str) -> Kind | None:
        value = self.one_of(key, KINDS)
        return next((kind for kind in KINDS if kind == value), None)

    def day(self, key: str) -> date | None:
        value = self._table.get(key)
        try:
            if isinstance(value, str):
                return date.fromisoformat(value)
        except ValueError:
            value = str(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        found = "has no date: add" if value is None else f"has {key} = {str(value)!r}: write a day as in"
        self.fault(f"{found} {key} = 2024-07-05")
        return None

    def place(self, key: str) -> int | None:
        """A character of a file; nothing where none is given."""
        value = self._table.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self.fault(f"has {key} = {value!r}: write a character's number as kg show prints it, {key} = 1234")
        return None

    def reference(self, key: str) -> Reference | None:
        value = self._table.get(key)
        if isinstance(value, str) and value.strip():
            try:
                made = Reference.of(value)
            except DecisionError as error:
                self.fault(f"has {key} = {error}")
                return None
        elif isinstance(value, dict):
            inner = _Fields(value, lambda message: self.fault(f"has {key}, which {message}"))
            for unknown in sorted(value.keys() - {*PARTS}):
                inner.fault(f"has {unknown!r}: a reference knows {', '.join(PARTS)}")
            kind = inner.kind("kind") if "kind" in value else None
            page, article = inner.text_or_none("page"), inner.text_or_none("article")
            made = Reference(inner.text("name"), page, article, kind, inner.place("at"))
        else:
            self.fault(f'has no {key}: add {key} = "NAME", or {key} = {{ name = "NAME", page = "FILE.txt" }}')
            return None
        if not made.name:
            if isinstance(value, str):
                self.fault(f"has {key} = {value!r}, which has no name: write NAME@PAGE")
            return None
        if made.at is not None and not made.page:
            self.fault(f"has {key} with at but no page: add page, as characters are counted on each page")
        if made.article and not made.page:
            self.fault(f"has {key} with an article but no page: add page, as articles are counted on each page")
        return made

    def reference_or_none(self, key: str) -> Reference | None:
        return self.reference(key) if key in self._table else None


def _pair(fields: _Fields) -> Iterator[Reference]:
    a, b = fields.reference("a"), fields.reference("b")
    if a is not None and b is not None:
        if a.alike() == b.alike():
            fields.fault(f'has {a} as a and as b: say on which page each stands, as in a = "{a.name}@FILE.txt"')
        yield from (a, b)


def _same(fields: _Fields) -> Content | None:
    pair = tuple(_pair(fields))
    return Same(*pair) if pair else None


def _apart(fields: _Fields) -> Content | None:
    pair = tuple(_pair(fields))
    return Apart(*pair) if pair else None


def _name(fields: _Fields) -> Content | None:
    thing, name = fields.reference("thing"), fields.text("name")
    return Named(thing, name) if thing is not None else None


def _kind(fields: _Fields) -> Content | None:
    thing, kind = fields.reference("thing"), fields.kind("kind")
    return KindOf(thing, kind) if thing is not None and kind is not None else None


def _reject(fields: _Fields) -> Content | None:
    subject, predicate = fields.reference("subject"), fields.text("predicate")
    if predicate == DOUBT:
        fields.fault(f'has predicate = "{DOUBT}": decide it with action = "apart", or with "same"')
        return None
    if predicate and predicate not in PREDICATES:
        fields.fault(f"has predicate = {predicate!r}: take one of {', '.join(PREDICATES)}")
        return None
    object = fields.reference_or_none("object") if predicate in WHEREVER else fields.reference("object")
    page = fields.text_or_none("page")
    return Rejected(subject, predicate, object, page) if subject is not None and predicate else None


_CONTENTS: dict[str, Callable[[_Fields], Content | None]] = {
    "same": _same,
    "apart": _apart,
    "name": _name,
    "kind": _kind,
    "reject-claim": _reject,
}
