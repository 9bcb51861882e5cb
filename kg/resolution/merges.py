"""Why mentions were joined, for people: one record for each two names that were taken for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import table
from kg.resolution.material import Material
from kg.resolution.union import Union


@dataclass(frozen=True, slots=True)
class Merge:
    """Two mentions, by number, whose sets were joined; how sure that is in log odds, and why, in words."""

    first: int
    second: int
    score: float
    reasons: tuple[str, ...]


def by_rule(material: Material, union: Union) -> Iterator[Merge]:
    """The joins by rules that have words: each two names of a set once, and one name again on each further page."""
    rows = table("identity")["joins"]
    seen: set[tuple[int, str, str, str]] = set()
    for items, reason in union.joins:
        if reason not in rows:
            continue
        row, first = rows[reason], material.spoken[items[0]]
        for number in items[1:]:
            other = material.spoken[number]
            one, two = sorted((first.normal, other.normal))
            again = other.page.id if one == two else ""
            if one == two and (not row.get("again") or first.page.id == other.page.id):
                continue
            pair = (union.find(number), one, two, again)
            if pair not in seen and union.find(items[0]) == pair[0]:
                seen.add(pair)
                yield Merge(items[0], number, row["score"], (row["words"],))
