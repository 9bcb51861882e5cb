"""Words and facts of the language, kept as commented data files beside this reader.

Every table is read once, on first use, and is immutable; no other module opens these files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from kg.errors import ConfigError


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `name`.toml of this folder."""
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def listed(name: str, section: str, key: str = "words") -> tuple[str, ...]:
    """One list of words of a TOML table, in its order."""
    return tuple(table(name)[section][key])


@cache
def among(name: str, section: str, key: str = "words") -> frozenset[str]:
    """The same words as a set: to ask whether one of a long list is among them."""
    return frozenset(listed(name, section, key))


@cache
def words(name: str) -> tuple[str, ...]:
    """The entries of `name`.txt: one or more a line, parted by blanks; `#` opens a comment."""
    lines = (line.partition("#")[0] for line in _read(f"{name}.txt").splitlines())
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def longest_first(entries: Iterable[str]) -> tuple[str, ...]:
    """Words in the order in which the longest that fits is found first; equal lengths by character."""
    return _sorted(tuple(entries))


@lru_cache(maxsize=1 << 8)
def _sorted(entries: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(entries, key=lambda word: (-len(word), word)))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv without its comment lines, header excluded."""
    lines = [line for line in _read(f"{name}.tsv").splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])


def _read(file: str) -> str:
    try:
        return (files("kg.lexicon") / file).read_text("utf-8")
    except FileNotFoundError:
        raise ConfigError(f"the lexicon has no {file}: the package is incomplete, install it again") from None
