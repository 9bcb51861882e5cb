"""A comparison as text and as JSON: a table of measures, a table of pages, and the errors with their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.evaluation.scoring import SUMMARIES, Score, Tally

# What the table of pages shows, as F1.
BY_PAGE = ("ENTITIES", "entity Person", "entity Organization", "posts", "participation", "MET", "FACTS")


def as_text(tally: Tally, pages: Mapping[str, Tally], errors: bool) -> str:
    """Tables for people, and with `errors` every miss and every false statement."""
    lines = [f"{'measure':22}{'tp':>6}{'fp':>6}{'fn':>6}{'P':>8}{'R':>8}{'F1':>8}"]
    for name, row in tally.table().items():
        lines.append(f"{name:22}{row.tp:>6}{row.fp:>6}{row.fn:>6}{row.p:>8.3f}{row.r:>8.3f}{row.f1:>8.3f}")
    if len(pages) > 1:
        lines += ["", "F1 by page  " + "".join(f"{_short(name):>11}" for name in BY_PAGE)]
        for page, each in pages.items():
            table = each.table()
            cells = "".join(f"{table[name].f1:>11.3f}" if name in table else f"{'-':>11}" for name in BY_PAGE)
            lines.append(f"{'':12}{cells}  {page}")
    if errors:
        measure = ""
        for error in sorted(tally.errors):
            if error.measure != measure:
                measure = error.measure
                lines += ["", measure]
            lines.append(f"  {error.kind:7} {error.what}  [{error.place}]")
    return "\n".join(lines)


def as_json(tally: Tally, pages: Mapping[str, Tally]) -> dict[str, Any]:
    """The same as plain data: `measures`, `pages` (by file) and `errors`."""
    return {
        "measures": {name: _row(score) for name, score in tally.table().items()},
        "pages": {
            page: {n: _row(s) for n, s in each.table().items() if n in SUMMARIES or n in BY_PAGE}
            for page, each in pages.items()
        },
        "errors": [
            {"measure": e.measure, "kind": e.kind, "what": e.what, "place": e.place} for e in sorted(tally.errors)
        ],
    }


def _short(name: str) -> str:
    return name.removeprefix("entity ").lower()[:10]


def _row(score: Score) -> dict[str, float]:
    return {
        "tp": score.tp,
        "fp": score.fp,
        "fn": score.fn,
        "p": round(score.p, 4),
        "r": round(score.r, 4),
        "f1": round(score.f1, 4),
    }
