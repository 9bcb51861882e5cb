"""A payload as letters for a page: shortened, compressed, in base64.

Columns leave out what others tell, and hold differences where these are shorter. The same data give the same letters.
kg/views/explorer/src/shortened.ts is the way back.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

Column = list[Any]
Columns = dict[str, Column]

_MARKS = "*=~^"
# gzip; tables of codes are made anew more often than by default, since each column has its own digits.
_GZIP, _MEMORY = 31, 6


def packed(payload: dict[str, Any]) -> str:
    """The letters. `deltas` names each column that holds differences, such as `views.people.x`."""
    told = _copied(payload)
    told["mark"] = _mark([*told["things"]["key"], *told["posts"]["label"]])
    told["things"]["key"] = _without_labels(told["things"], told["mark"])
    told["events"]["label"] = _without_headlines(told["events"], told["articles"]["headline"])
    told["posts"] |= _without_repeats(told["posts"], told["things"]["label"], told["mark"])
    told["views"]["people"] |= _without_ends(told["views"]["people"], told["met"])
    told["deltas"] = list(_differing(told))
    return letters(told)


def letters(data: Any) -> str:
    """Any data as compressed JSON in base64."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, _GZIP, _MEMORY)
    return base64.b64encode(squeeze.compress(_json(data).encode()) + squeeze.flush()).decode()


def _copied(tables: dict[str, Any]) -> dict[str, Any]:
    return {name: _copied(part) if isinstance(part, dict) else part for name, part in tables.items()}


def _mark(texts: list[str]) -> str:
    """What stands for words that are told elsewhere: something that none of the texts holds."""
    text = "".join(texts)
    return next((mark for mark in _MARKS if mark not in text), "\n")


def _without_labels(things: Columns, mark: str) -> list[str]:
    return [
        key.replace(label, mark, 1) if label else key for key, label in zip(things["key"], things["label"], strict=True)
    ]


def _without_headlines(events: Columns, headlines: list[str]) -> list[str]:
    return [
        "" if articles and headlines[articles[0]] == label else label
        for label, articles in zip(events["label"], events["articles"], strict=True)
    ]


def _without_repeats(posts: Columns, labels: list[str], mark: str) -> Columns:
    """Posts without the names of their bodies, and without a last day that is the first."""
    bodies = [labels[body] if body >= 0 else "" for body in posts["body"]]
    days = zip(posts["first"], posts["last"], strict=True)
    return {
        "label": [
            mark + label.removeprefix(body) if body and label.startswith(body) else label
            for label, body in zip(posts["label"], bodies, strict=True)
        ],
        "last": [mark if first and first == last else last for first, last in days],
    }


def _without_ends(people: Columns, met: Columns) -> Columns:
    """The ends of edges left out where they are those of their first meetings."""
    first = [tie - count for tie, count in zip(accumulate(people["ties"]), people["ties"], strict=True)]
    rows = [people["tieRow"][tie] for tie in first]
    ends = [sorted((met["a"][row], met["b"][row])) for row in rows]
    same = ends == [list(pair) for pair in zip(people["a"], people["b"], strict=True)]
    return {"a": [], "b": []} if same else {}


def _differing(tables: dict[str, Any], above: str = "") -> Iterator[str]:
    """Puts differences into each column of numbers that they make shorter, and names it."""
    for name, part in tables.items():
        if isinstance(part, dict):
            yield from _differing(part, f"{above}{name}.")
        elif isinstance(part, list) and _numbers(part):
            differences = _differences(part)
            if len(_json(differences)) < len(_json(part)):
                tables[name] = differences
                yield above + name


def _numbers(column: Column) -> bool:
    """Whether this is a column of whole numbers, or of lists of them."""
    flat = [each for part in column for each in (part if isinstance(part, list) else [part])]
    return bool(flat) and all(isinstance(each, int) for each in flat)


def _differences(column: Column) -> Column:
    """Each number less the one before it, across the lists of a column of lists."""
    last, found = 0, []
    for part in column:
        if isinstance(part, list):
            steps = []
            for number in part:
                steps.append(number - last)
                last = number
            found.append(steps)
        else:
            found.append(part - last)
            last = part
    return found


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
