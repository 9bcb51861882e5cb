"""The towns of China by the county that they lie in: what stands before 镇, 乡 or 街道 in their names.

A town keeps its own part when it becomes another kind of town, so that today's names tell of former ones as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache

from kg.lexicon import longest_first, rows, table, words

# How many towns of a county, at least, say that a text is about it; the longest own part of a name.
ENOUGH, LONGEST = 1.5, 6


@lru_cache(maxsize=1 << 12)
def stems_of(adcode: str) -> frozenset[str]:
    """The own parts of the names of a county's towns, or of all counties of a prefecture; empty for other codes."""
    by_county = _by_county()
    codes = [adcode] if adcode in by_county else [code for code in by_county if _inside(code, adcode)]
    return frozenset(stem for code in codes for name in by_county[code].split() for stem in _stems(name))


def county_of(text: str) -> str | None:
    """The code of the county in which the towns lie that a text names, where no other has half as many of them.

    A name that several counties have counts for each by its share.
    """
    named = {stem for m in _endings().finditer(text) if (stem := _stem_before(text, m.start()))}
    scores: Counter[str] = Counter()
    for stem in named:
        codes = _by_stem()[stem]
        scores.update(dict.fromkeys(codes, 1 / len(codes)))
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    if not ranked or scores[ranked[0]] < ENOUGH:
        return None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] > 2 * scores[ranked[1]] else None


def _stem_before(text: str, end: int) -> str:
    """The longest known own part of a town's name that ends here, of two characters at least; or ''."""
    sizes = range(min(LONGEST, end), 1, -1)
    return next((text[end - size : end] for size in sizes if text[end - size : end] in _by_stem()), "")


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code in _by_county():
        for stem in stems_of(code):
            found[stem].append(code)
    return {stem: tuple(codes) for stem, codes in found.items()}


@cache
def town_endings() -> tuple[str, ...]:
    """What a town is called, today or in other years, and no village is."""
    data = table("towns")
    return longest_first((*data["endings"]["town"], *(old[0] for old in data["former_endings"].values())))


@cache
def _endings() -> re.Pattern[str]:
    return re.compile("|".join(town_endings()))


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
