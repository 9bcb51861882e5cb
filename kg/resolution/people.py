"""Joins the mentions of one person by the evidence of what articles tell of each name."""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.model import PartialDate
from kg.resolution.constraints import Constraints
from kg.resolution.homes import Path
from kg.resolution.identity import Figures, Identities, link
from kg.resolution.identity.figures import SETS, Ints, set_rows
from kg.resolution.material import Material, Spoken
from kg.resolution.portraits import portraits
from kg.resolution.union import Union


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a build: each figure's mentions and homes, the columns that were compared, and the result."""

    mentions: tuple[tuple[Spoken, ...], ...]
    homes: tuple[frozenset[Path], ...]
    columns: Mapping[str, tuple[object, ...]]
    identities: Identities

    def wording(self, name: str, column: int) -> str:
        """What people call a column of a set; bodies and divisions are known by number, others by themselves."""
        return str(self.columns[name][column])


def join_people(material: Material, homes: Mapping[int, Path], constraints: Constraints, union: Union) -> People:
    """Joins what is one person; `homes` are those of bodies and divisions, by one number of each set."""
    figures = portraits(material, homes, union)
    rows = {each.number: at for at, figure in enumerate(figures) for each in figure.mentions}
    columns = {name: set_rows([figure.sets[name] for figure in figures]) for name in SETS}
    identities = link(
        Figures(
            names=tuple(figure.name for figure in figures),
            counts=np.array([len(figure.mentions) for figure in figures], dtype=np.int64),
            days=np.array([_days(figure.mentions[0]) for figure in figures], dtype=np.int64).reshape(-1, 2),
            born=np.array([figure.born for figure in figures], dtype=np.int64).reshape(-1, 2),
            ranks=np.array([figure.ranks for figure in figures], dtype=np.int64).reshape(-1, 2),
            sets={name: found for name, (found, _) in columns.items()},
        ),
        *(_rows(pairs, rows) for pairs in (constraints.same, constraints.apart)),
    )
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for figure, label in zip(figures, identities.labels.tolist(), strict=True):
        joined[label] += [each.number for each in figure.mentions]
    for numbers in joined.values():
        union.join(numbers)
    return People(
        tuple(tuple(figure.mentions) for figure in figures),
        tuple(frozenset(figure.homes) for figure in figures),
        {name: items for name, (_, items) in columns.items()},
        identities,
    )


def _rows(pairs: Sequence[tuple[int, int]], rows: Mapping[int, int]) -> Ints:
    """Pairs of mentions as pairs of figures; those of other kinds, and of one figure, say nothing here."""
    known = {(rows[a], rows[b]) for a, b in pairs if a in rows and b in rows and rows[a] != rows[b]}
    return np.array(sorted(known), dtype=np.int64).reshape(-1, 2)


def _days(each: Spoken) -> tuple[int, int]:
    """The first and last day that an article's date may mean, as ordinals; zeros where there is none."""
    issued = each.page.issue_date or (PartialDate(each.article.year) if each.article.year else None)
    if issued is None:
        return 0, 0
    first = datetime.date(issued.year, issued.month or 1, issued.day or 1)
    month = issued.month or 12
    last = datetime.date(issued.year, month, issued.day or calendar.monthrange(issued.year, month)[1])
    return first.toordinal(), last.toordinal()
