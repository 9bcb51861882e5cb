"""The choice among proposals: one best path over the text.

Every source proposes candidates with a weight and a reason; the path with the greatest sum of weights wins, and what
lost is kept with the candidate that it lost to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple


class Candidate(NamedTuple):
    """A stretch of text `[start, end)` that may be one thing; `kind` is an entity kind.

    `name` is the full form where it differs from the words, `aliases` are shorter forms of it; `classes` are finer
    classes; `adcode` fixes a division of the gazetteer.
    """

    start: int
    end: int
    kind: str
    weight: float
    rule: str
    name: str = ""
    classes: tuple[str, ...] = ()
    adcode: str = ""
    aliases: tuple[str, ...] = ()

    def weighing(self, weight: float) -> Candidate:
        """The same with another weight."""
        return Candidate(
            self.start, self.end, self.kind, weight, self.rule, self.name, self.classes, self.adcode, self.aliases
        )

    def overlaps(self, other: Candidate) -> bool:
        """True if the two share a character."""
        return self.start < other.end and other.start < self.end


def merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each stretch and kind, sorted by end: the heaviest, under the full name that another knows."""
    best: dict[tuple[int, int, str], Candidate] = {}
    for candidate in sorted(sorted(candidates, key=attrgetter("rule")), key=attrgetter("weight"), reverse=True):
        place = (candidate.start, candidate.end, candidate.kind)
        first = best.setdefault(place, candidate)
        if candidate.name and not first.name and candidate.weight > 0:
            best[place] = candidate._replace(weight=first.weight)
    return sorted(best.values(), key=attrgetter("end", "start", "kind"))


CARRIED = 0.9
# The order in which what lost is told.
ORDER = attrgetter("start", "end", "kind", "rule")
# Kinds whose names hold other names, and the kinds that they hold.
HOLDING = frozenset(("Organization", "Place", "Project", "Agreement", "Programme", "Honour", "Document"))
HELD = frozenset(("Organization", "Division", "Place", "Programme"))


def values(rows: Sequence[Candidate]) -> list[float]:
    """What each candidate is worth: its own weight and, a little less, that of the best names inside it.

    Without it a long name would always lose to the sum of its parts. Rows are sorted by end.
    """
    order = sorted(range(len(rows)), key=lambda i: (rows[i].end - rows[i].start, i))
    ends = [row.end for row in rows]
    worth = [0.0] * len(rows)
    for i in order:
        outer = rows[i]
        worth[i] = outer.weight
        if outer.kind not in HOLDING:
            continue
        inner = [
            j
            for j in range(bisect_right(ends, outer.start), bisect_right(ends, outer.end))
            if rows[j].start >= outer.start
            and rows[j].kind in HELD
            and (rows[j].end < outer.end or (rows[j].kind != outer.kind and rows[j].start > outer.start))
        ]
        if inner:
            worth[i] += CARRIED * _path([rows[j] for j in inner], [worth[j] for j in inner])[0]
    return worth


def _path(rows: Sequence[Candidate], values: Sequence[float]) -> tuple[float, list[int]]:
    """The greatest sum of values of rows that do not overlap, and the rows that make it."""
    ends = [row.end for row in rows]
    total = [0.0] * (len(rows) + 1)
    before = [bisect_right(ends, row.start, 0, i) for i, row in enumerate(rows)]
    for i in range(len(rows)):
        total[i + 1] = max(total[i], total[before[i]] + values[i])
    picked = []
    i = len(rows)
    while i:
        if total[i] > total[i - 1]:
            picked.append(i - 1)
            i = before[i - 1]
        else:
            i -= 1
    return total[-1], picked[::-1]


def best_path(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[tuple[Candidate, Candidate | None]]]:
    """The chosen candidates in reading order, and the rejected with the winner that each met (None: weight ≤ 0)."""
    rows = merge(c for c in candidates if c.weight > 0)
    chosen = [rows[i] for i in _path(rows, values(rows))[1]]
    kept = set(map(id, chosen))
    starts = [c.start for c in chosen]
    lost: list[tuple[Candidate, Candidate | None]] = [(c, None) for c in candidates if c.weight <= 0]
    for row in rows:
        if id(row) not in kept:
            at = bisect_right(starts, row.end - 1)
            lost.append((row, next((c for c in reversed(chosen[:at]) if c.overlaps(row)), None)))
    lost.sort(key=lambda pair: ORDER(pair[0]))
    return chosen, lost
