"""Where a name is at home: a path of divisions, province first, that tells things of one name apart.

The empty path is a home that nobody knows. A path may go on below the county with the names of town and village.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.lexicon import rows, table
from kg.lexicon.divisions import Division, everyday_forms, gazetteer
from kg.model import Region
from kg.resolution.forms import normal

Path = tuple[str, ...]
# What a division's full name ends in, today's or a former one.
LEVELS = "市区县旗州盟"


@cache
def path_of(adcode: str | None) -> Path:
    """The path of a division of the gazetteer; empty for None and for a code that it does not have."""
    if adcode is None:
        return ()
    try:
        above = gazetteer().ancestors(adcode)
    except KeyError:
        return ()
    return (*(division.adcode for division in reversed(above)), adcode)


@lru_cache(maxsize=100_000)
def code_of(adcode: str | None, name: str, near: Path) -> str | None:
    """A division's code: as read, or by its full name, the nearest of several; near by, a former one does."""
    if path_of(adcode):
        return adcode
    known = gazetteer().named(name)
    named = [division for division in known if division.name == name] or [
        division for division in known if name[-1] in LEVELS and near and path_of(division.adcode)[: len(near)] == near
    ]
    return max(named, key=lambda one: (_shared(path_of(one.adcode), near), -int(one.adcode))).adcode if named else None


def region_path(*regions: Region | None) -> Path:
    """The path of the first region that has a code."""
    return next((path for region in regions if region and (path := path_of(region.adcode))), ())


@lru_cache(maxsize=100_000)
def leading(name: str, near: Path) -> tuple[int, Path]:
    """How many characters of `name` are the division that it opens with, and that division's path; 0 for none.

    Of divisions with one name, the nearest to `near` is meant. A short form that is also a word, or a county's far
    away, is no division.
    """
    found = {end: divisions for start, end, divisions in gazetteer().scan(name[:14]) if start == 0}
    for end in sorted(found, reverse=True):
        best = max(
            found[end], key=lambda one: (_shared(path_of(one.adcode), near), one.until is None, -int(one.adcode))
        )
        if end < len(name) and _is_meant(name[:end], best, near):
            return end, path_of(best.adcode)
    return 0, ()


def _is_meant(form: str, division: Division, near: Path) -> bool:
    if form == division.name and form not in everyday_forms():
        return True
    shared = _shared(path_of(division.adcode), near)
    if form in everyday_forms():
        return shared >= 2
    return division.level != "county" or shared >= 1


def _shared(a: Path, b: Path) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


@lru_cache(maxsize=100_000)
def is_national(name: str) -> bool:
    """True for a name that means one thing all over the country."""
    data = table("abbreviations")["national"]
    return (
        name.startswith(tuple(data["beginnings"])) or any(w in name for w in data["holding"]) or name in _known_bodies()
    )


@cache
def _known_bodies() -> frozenset[str]:
    return frozenset(form for _, full, _ in rows("national_bodies") for form in (full, normal("Organization", full)))


def meet(paths: Iterable[Path]) -> Path:
    """The deepest of paths that lie on one line, else what all of them share."""
    known = sorted({path for path in paths if path}, key=lambda path: (len(path), path))
    if not known:
        return ()
    deepest = known[-1]
    if all(deepest[: len(path)] == path for path in known):
        return deepest
    return deepest[: min(_shared(deepest, path) for path in known)]


def nested(paths: Iterable[Path]) -> dict[Path, Path]:
    """For each path the home that it stands for: itself, or the only home that lies within it.

    A page on a city may mean the namesake of its only county that has one; between two counties it means neither.
    The unknown home stands for itself.
    """
    homes: dict[Path, Path] = {}
    within: defaultdict[Path, set[Path]] = defaultdict(set)
    for path in sorted(set(paths), key=lambda path: (-len(path), path)):
        below = within[path]
        homes[path] = next(iter(below)) if path and len(below) == 1 else path
        for size in range(len(path)):
            within[path[:size]].add(homes[path])
    return homes
