"""A payload as letters for a page: columns as differences where these are shorter, gzip, base64.

The same data give the same letters. `unpack` in kg/views/explorer/src/payload.ts is the way back.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator
from typing import Any

Column = list[Any]


def packed(payload: dict[str, Any]) -> str:
    """The letters. `deltas` names each column that holds differences, such as `views.people.x`.

    The label of an event is left out where it is the headline of its first article.
    """
    told: dict[str, Any] = _copied(payload)
    if "events" in told:
        told["events"]["label"] = _without_headlines(told["events"], told["articles"]["headline"])
    deltas = []
    for path, table, name in _columns(told, ""):
        column = table[name]
        if _numbers(column) and len(_json(differences := _differences(column))) < len(_json(column)):
            table[name] = differences
            deltas.append(path)
    return letters(told | {"deltas": deltas})


def letters(data: Any) -> str:
    """Any data as compressed JSON in base64."""
    return base64.b64encode(gzip.compress(_json(data).encode(), 9, mtime=0)).decode()


def _copied(tables: dict[str, Any]) -> dict[str, Any]:
    return {name: _copied(part) if isinstance(part, dict) else part for name, part in tables.items()}


def _without_headlines(events: dict[str, Column], headlines: list[str]) -> list[str]:
    return [
        "" if articles and headlines[articles[0]] == label else label
        for label, articles in zip(events["label"], events["articles"], strict=True)
    ]


def _columns(tables: dict[str, Any], above: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    for name, part in list(tables.items()):
        if isinstance(part, dict):
            yield from _columns(part, f"{above}{name}.")
        elif isinstance(part, list):
            yield above + name, tables, name


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
