"""Adds a decision to a file, leaving all that stands there as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.decisions.clashes import refuse_clashes
from kg.decisions.reading import TABLE, parse, read
from kg.decisions.records import Apart, Decision, KindOf, Named, Reference, Rejected, Same
from kg.errors import DecisionError

HEADER = """\
# What people decided about the graph. kg build replays it: --decisions FILE, or a file of this name beside the pages.
# Take a decision out, build again, and the former graph is back. How to write one: docs/decisions.md
"""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def append(path: str | Path, decision: Decision) -> Decision | None:
    """Writes the decision at the end of the file, which is made if missing.

    Gives the decision that says the same already, if there is one, and writes nothing. DecisionError, and nothing
    written, where the file is faulty, or holds a decision that contradicts this one.
    """
    file = Path(path)
    standing = read(file) if file.exists() else ()
    if (found := next((each for each in standing if each.repeats(decision)), None)) is not None:
        return found
    refuse_clashes((*standing, decision))
    try:
        before = file.read_bytes() if file.exists() else HEADER.encode()
        added = f"\n{written(decision)}" if before.endswith(b"\n") else f"\n\n{written(decision)}"
        content = added.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as out:
            out.write(content if out.tell() else before + content)
    except OSError as error:
        raise DecisionError(f"{file}: cannot be written ({error.strerror}): choose another with --decisions") from error
    return None


def written(decision: Decision) -> str:
    """The decision as the file has it; DecisionError for one that would not be read as it stands."""
    rows = {
        "action": _text(decision.action),
        **dict(_content(decision)),
        "author": _text(decision.author),
        "date": decision.date.isoformat(),
        "reason": _text(decision.reason),
    }
    text = f"[[{TABLE}]]\n" + "".join(f"{key} = {value}\n" for key, value in rows.items())
    try:
        text.encode()
        same = parse(text, "the new decision") == (decision,)
    except UnicodeEncodeError:
        same = False
    if not same:
        raise DecisionError(f"{decision.called} cannot be written: it has blanks at the ends or broken characters")
    return text


def _content(decision: Decision) -> Iterator[tuple[str, str]]:
    match decision.content:
        case Same(a, b) | Apart(a, b):
            yield from (("a", _reference(a)), ("b", _reference(b)))
        case Named(thing, name):
            yield from (("thing", _reference(thing)), ("name", _text(name)))
        case KindOf(thing, kind):
            yield from (("thing", _reference(thing)), ("kind", _text(kind)))
        case Rejected(subject, predicate, object, page):
            yield from (("subject", _reference(subject)), ("predicate", _text(predicate)))
            if object is not None:
                yield "object", _reference(object)
            if page is not None:
                yield "page", _text(page)


def _reference(reference: Reference) -> str:
    parts = {"name": reference.name, "page": reference.page, "article": reference.article, "kind": reference.kind}
    rows = [f"{key} = {_text(value)}" for key, value in parts.items() if value is not None]
    place = [] if reference.at is None else [f"at = {reference.at}"]
    return "{ " + ", ".join([*rows, *place]) + " }"


def _text(value: str) -> str:
    """A basic string of TOML: quotation marks, backslashes and control characters are escaped."""
    return '"' + "".join(_ESCAPES.get(char) or _shown(char) for char in value) + '"'


def _shown(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char
