"""Joins on one page a body's name with its contraction: 某农大附一院 with 某省某农业大学附属第一医院."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import rjieba

from kg.lexicon import listed, table
from kg.lexicon.companies import without_legal_form
from kg.resolution.forms import is_common
from kg.resolution.homes import Path, is_national, leading
from kg.resolution.union import Union

SHORTEST = 3


def join_contractions(names: dict[str, list[int]], near: dict[str, Path], union: Union) -> None:
    """Joins a name with the one longer name of the page, each word of which it says or shortens.

    `names` are the mentions of each name, `near` the region that its article tells of.
    """
    for name, mentions in names.items():
        if len(name) < SHORTEST or is_common(name) or is_national(name) or name.endswith(_committees()):
            continue
        longer = [one for one in names if contracts(name, one, near[one])]
        if len({union.find(names[one][0]) for one in longer}) == 1:
            union.join([*names[longer[0]], *mentions], "contraction")


def contracts(short: str, long: str, near: Path = ()) -> bool:
    """True if `short` has at least the first character of each word of `long`, and none of another word.

    The divisions that the longer name opens with may be left out, and words that do not tell bodies apart; a common
    last word may be its last character.
    """
    if len(short) >= len(long) or short in long or not set(short) <= set(long):
        return False
    return any(_says(short, _words(whole)) for rest in _beginnings(long, near) for whole in _ends(rest))


def _beginnings(long: str, near: Path) -> Iterator[str]:
    """A name, whole and without the divisions and regions that it opens with."""
    rest = long
    while True:
        yield rest
        end = leading(rest, near)[0] or len(next(filter(rest.startswith, _data()["regions"]), ""))
        if not 0 < end < len(rest) - 1:
            return
        rest = rest[end:]


def _ends(name: str) -> Iterator[str]:
    """A name, and a company's without its legal form and its last trade."""
    yield name
    bare = without_legal_form(name)
    if bare != name:
        yield bare
        trade = next((one for one in listed("companies", "trades") if bare.endswith(one)), "")
        if trade:
            yield bare.removesuffix(trade)


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(rjieba.cut(name))


def _says(short: str, words: tuple[str, ...]) -> bool:
    """True if the characters of `short` are those of the words in their order, some of each."""
    if not words:
        return not short
    word, rest = words[0], words[1:]
    if word in _data()["silent"] and _says(short, rest):
        return True
    if not rest and word in _data()["ends"] and short == word[-1]:
        return True
    start = next((at for at, char in enumerate(word) if char not in _data()["ordinal"]), 0)
    if not short or short[0] not in (word[0], word[start]):
        return False
    return any(_shortens(short[:size], word) and _says(short[size:], rest) for size in range(1, len(short) + 1))


def _shortens(part: str, word: str) -> bool:
    """True for the word itself and its contraction, but not for its first word alone: 农业 is not 农业机械."""
    rest = word.removeprefix(part)
    if rest != word:
        return not rest or len(part) == 1 or rest in _data()["silent"] or not rjieba.has_word(part)
    dropped, at = "", 0
    for char in part:
        found = word.find(char, at)
        if found < 0:
            return False
        dropped += word[at:found]
        at = found + 1
    return set(dropped + word[at:]).isdisjoint(_data()["telling"])


@cache
def _committees() -> tuple[str, ...]:
    """What a party's committee ends in, which is no contraction of another: 县委 is not 县人委."""
    return tuple(f"{level}委" for level in _data()["led"])


def _data() -> dict[str, list[str]]:
    found: dict[str, list[str]] = table("abbreviations")["contractions"]
    return found
