"""Joins a company's full name on one page with what people call it on another of the same region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import rjieba

from kg.lexicon import listed
from kg.lexicon.companies import without_legal_form
from kg.lexicon.divisions import gazetteer
from kg.resolution.homes import Path, leading
from kg.resolution.union import Union

FULL = "有限公司"
CASUAL = ("公司", "集团")
SAME_CITY = 2

Company = tuple[int, Sequence[str], Path]
"""A number that stands for its mentions, its names in normal form, and the region that its page tells of."""


def join_companies(bodies: Iterable[Company], union: Union) -> None:
    """某某公司 and 某某科技 are 某省某某科技有限公司 if no other company of the city could be meant."""
    full: defaultdict[str, list[tuple[int, str, Path]]] = defaultdict(list)
    short: list[tuple[int, str, Path]] = []
    for number, names, near in bodies:
        own = [name for name in names if name.endswith(FULL)]
        for name in own:
            full[_own_part(name, near)[:2]].append((number, _own_part(name, near), near))
        if not own:
            short += [(number, name, near) for name in names]
    for number, name, near in short:
        meant = {
            union.find(other)
            for other, own_part, there in full.get(_own_part(name, near)[:2], ())
            if near[:SAME_CITY] == there[:SAME_CITY] and _is_short(name, _own_part(name, near), own_part)
        }
        if len(meant) == 1:
            union.join([number, *meant], "company")


def _own_part(name: str, near: Path) -> str:
    """A name without its place and legal form."""
    return without_legal_form(name[leading(name, near)[0] :])


def _is_short(name: str, called: str, own_part: str) -> bool:
    """True if the own part opens with what the company is called.

    Without 公司 behind it that must be no word, and what it leaves out must say the trade or the place.
    """
    trades = listed("companies", "trades")
    if len(called) < 2 or not own_part.startswith(called) or called in trades:
        return False
    left_out = own_part[len(called) :]
    if name.endswith(CASUAL) or not left_out:
        return True
    return not rjieba.has_word(called) and (left_out.startswith(trades) or bool(gazetteer().named(left_out)))
