"""Stretches of days with what holds in them, as half-open intervals; a program that shows time wants them disjoint."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from kg.views.frames import Cell
from kg.views.frames.told import days


class Spell(NamedTuple):
    """What holds from `begin` until the day before `end`."""

    begin: date
    end: date
    value: str

    @property
    def last(self) -> date:
        """The last day."""
        return self.end - timedelta(days=1)


def spell(first: Cell, last: Cell, value: str) -> Spell | None:
    """The days that two dates of a table can mean; None where they tell of none."""
    begin, end = days(str(first) if first else None, str(last) if last else None)
    return Spell(begin, end, value) if isinstance(begin, date) and isinstance(end, date) else None


def disjoint(spells: Iterable[Spell], join: str) -> list[Spell]:
    """The same in order of days, cut where another begins or ends; what holds in one stretch is joined."""
    given = sorted(set(spells))
    cuts = sorted({day for each in given for day in (each.begin, each.end)})
    found: list[Spell] = []
    for begin, end in pairwise(cuts):
        values = [each.value for each in given if each.begin <= begin and end <= each.end]
        if values:
            value = join.join(dict.fromkeys(values))
            if found and found[-1].end == begin and found[-1].value == value:
                begin = found.pop().begin
            found.append(Spell(begin, end, value))
    return found
