"""The gazetteer: provinces, prefectures and counties of China by name, short form and GB/T 2260 code.

It knows names only: whether 朝阳 in a sentence is a district, and which one, is for its callers to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from kg.lexicon import rows, words
from kg.lexicon.matcher import Matcher

Level = Literal["province", "prefecture", "county"]
# What cities and districts were before: 某某县 of 某某市 and 某某区, 某某地区 of 某某市.
_BEFORE = {("county", "市"): "县", ("county", "区"): "县", ("prefecture", "市"): "地区"}
# What the name of an autonomous prefecture ends with where its nationalities are left out: 某某自治州.
PLAIN = "自治州"


@dataclass(frozen=True, slots=True)
class Division:
    """One division. `short` is the name without its ending (江海区 → 江海), or the name where it has none to lose.

    `until` is the year in which it was merged or split up, None if it stands or goes on under another name.
    """

    adcode: str
    name: str
    short: str
    level: Level
    parent: str | None
    alternatives: tuple[str, ...] = ()
    until: int | None = None


class Gazetteer:
    """Look-ups over all divisions."""

    __slots__ = ("_codes", "_forms", "_matcher")

    def __init__(self, divisions: Iterable[Division]) -> None:
        ordered = sorted(divisions, key=lambda division: division.adcode)
        forms: dict[str, tuple[Division, ...]] = {}
        for division in ordered:
            for form in dict.fromkeys((division.name, division.short, *division.alternatives)):
                forms[form] = (*forms.get(form, ()), division)
        self._codes = {division.adcode: division for division in ordered}
        self._forms = forms
        self._matcher = Matcher(forms)

    def __iter__(self) -> Iterator[Division]:
        """All divisions, by code."""
        return iter(self._codes.values())

    def by_code(self, adcode: str) -> Division:
        """The division with this six-digit code; KeyError where there is none."""
        return self._codes[adcode]

    def named(self, name: str) -> tuple[Division, ...]:
        """Every division with this full name, short form or alternative name, by code."""
        return self._forms.get(name, ())

    def ancestors(self, adcode: str) -> tuple[Division, ...]:
        """Parent first, province last; KeyError where the code is unknown."""
        found: list[Division] = []
        parent = self._codes[adcode].parent
        while parent is not None:
            found.append(self._codes[parent])
            parent = found[-1].parent
        return tuple(found)

    def lineage(self, adcode: str) -> tuple[Division, ...]:
        """The division itself, then its ancestors; KeyError where the code is unknown."""
        return (self._codes[adcode], *self.ancestors(adcode))

    def within(self, adcode: str, ancestor: str) -> bool:
        """True if the first is the second or lies below it; KeyError where the first is unknown."""
        return adcode == ancestor or any(division.adcode == ancestor for division in self.ancestors(adcode))

    def scan(self, text: str) -> Iterator[tuple[int, int, tuple[Division, ...]]]:
        """Every place where a name of a division stands, longest first at each start; names may overlap."""
        return self._matcher.find(text)

    def spans(self, text: str) -> NDArray[np.int64]:
        """The same places as rows of start and end, in no order."""
        return self._matcher.spans(text)


@cache
def everyday_forms() -> frozenset[str]:
    """Forms that are also ordinary words, or chance neighbours (合作, 公安, 和政): weak evidence of a division."""
    return frozenset(words("division_homographs"))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package."""
    table = rows("divisions")
    taken = {form for _, name, _, _, _, alternatives, _ in table for form in (name, *alternatives.split())}
    return Gazetteer(_division(row, taken) for row in table)


def _division(row: tuple[str, ...], taken: set[str]) -> Division:
    adcode, name, short, level, parent, alternatives, until = row
    regular = short + _BEFORE.get((level, name[-1]), "") if len(short) > 1 and short[-1] != "县" else name
    former = (*(() if regular in taken else (regular,)), *_former_names().get(adcode, ()))
    plain = (short + PLAIN,) if name.endswith(PLAIN) and name != short + PLAIN else ()
    return Division(
        adcode=adcode,
        name=name,
        short=short,
        level=cast(Level, level),
        parent=None if parent == "-" else parent,
        alternatives=(
            *(() if alternatives == "-" else alternatives.split()),
            *plain,
            *(one for one in former if one != short),
        ),
        until=None if until == "-" else int(until),
    )


@cache
def _former_names() -> dict[str, tuple[str, ...]]:
    """The irregular names from before 2000, by the code of the division that each goes on in."""
    found: dict[str, tuple[str, ...]] = {}
    for name, _, code in (entry.partition(":") for entry in words("former_divisions")):
        found[code] = (*found.get(code, ()), name)
    return found
