"""The towns of China by the county that they lie in: what stands before 镇, 乡 or 街道 in their names.

A town keeps its own part when it becomes another kind of town, so that today's names tell of former ones as well.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon import longest_first, rows, table, words


@lru_cache(maxsize=1 << 10)
def stems_of(adcode: str) -> frozenset[str]:
    """The own parts of the names of a county's towns, or of all counties of a prefecture; empty for other codes."""
    by_county = _by_county()
    codes = [adcode] if adcode in by_county else [code for code in by_county if _inside(code, adcode)]
    return frozenset(stem for code in codes for name in by_county[code].split() for stem in _stems(name))


def _inside(code: str, adcode: str) -> bool:
    return adcode.endswith("00") and not adcode.endswith("0000") and code[:4] == adcode[:4]


def _stems(name: str) -> tuple[str, ...]:
    """What is left of a name without its kind, and without the nationality of a 民族乡."""
    stem = _kind().sub("", name)
    short = _nationality().sub("", stem)
    return tuple(dict.fromkeys(one for one in (stem, short) if one))


@cache
def _by_county() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("townships")}


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(table('towns')['endings']['town']))})$")


@cache
def _nationality() -> re.Pattern[str]:
    nations = "|".join(longest_first(words("nationalities")))
    return re.compile(f"(?<=.)(?:{nations})+$")
