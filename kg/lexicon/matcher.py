"""Finds every word of a table in a text: all of them by an automaton, at one place by first or last character.

A match never depends on the order of the table; overlapping matches are all reported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

import numpy as np
from ahocorasick_rs import AhoCorasick
from numpy.typing import NDArray

from kg.lexicon import listed

T = TypeVar("T")


class Matcher(Generic[T]):
    """Look-up of the keys of `entries` in running text."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = dict(entries)
        starting: dict[str, set[int]] = defaultdict(set)
        ending: dict[str, set[int]] = defaultdict(set)
        for word in self._entries:
            starting[word[0]].add(len(word))
            ending[word[-1]].add(len(word))
        self._starting = {char: sorted(lengths, reverse=True) for char, lengths in starting.items()}
        self._ending = {char: sorted(lengths, reverse=True) for char, lengths in ending.items()}
        self._values = list(self._entries.values())
        self._automaton: AhoCorasick | None = None

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Every match as start, end and value; the longest first at each start."""
        # The automaton gives them by their ends.
        found = self._matches(text)[::-1]
        found.sort(key=itemgetter(1))
        for number, start, end in found:
            yield start, end, self._values[number]

    def spans(self, text: str) -> NDArray[np.int64]:
        """Every match as one row of start and end, in no order."""
        numbers = np.fromiter(chain.from_iterable(self._matches(text)), dtype=np.int64)
        return numbers.reshape(-1, 3)[:, 1:]

    # Several steps read the same page.
    @lru_cache(maxsize=1 << 6)  # noqa: B019
    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        if not self._entries:
            return []
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._entries), store_patterns=False)
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def at(self, text: str, start: int) -> tuple[int, T] | None:
        """End and value of the longest match that starts here."""
        for length in self._starting.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self._entries:
                return start + len(word), self._entries[word]
        return None

    def before(self, text: str, end: int) -> tuple[int, T] | None:
        """Start and value of the longest match that ends here."""
        for length in self._ending.get(text[end - 1 : end], ()):
            if length <= end and text[end - length : end] in self._entries:
                return end - length, self._entries[text[end - length : end]]
        return None


@cache
def matcher_of(name: str, section: str, key: str = "words") -> Matcher[str]:
    """The matcher of one list of a table (see `kg.lexicon.listed`); every word is its own value."""
    return Matcher({word: word for word in listed(name, section, key)})


def occurrences(text: str, form: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where a form stands in `text[start:end]`, from left to right and without overlap."""
    at = text.find(form, start, end)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form), end)


def holds(text: str, words: Iterable[str]) -> bool:
    """True if one of these words stands in the text."""
    for word in words:  # noqa: SIM110
        # A plain loop takes half the time of `any` over so little.
        if word in text:
            return True
    return False


def opening(text: str, words: tuple[str, ...], start: int = 0) -> str:
    """The first of these words that stands at `start`; empty where none does, which one look tells."""
    return next(word for word in words if text.startswith(word, start)) if text.startswith(words, start) else ""


def ending(text: str, words: tuple[str, ...], end: int | None = None, start: int = 0) -> str:
    """The first of these words that ends `text[start:end]`; empty where none does."""
    if not text.endswith(words, start, end):
        return ""
    return next(word for word in words if text.endswith(word, start, end))


def in_lines(pattern: re.Pattern[str], needed: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match of a slow pattern that crosses no line: only lines are read that hold what every match holds."""
    end = 0
    for found in needed.finditer(text):
        if found.start() >= end:
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.end())
            end = end if end >= 0 else len(text)
            yield from pattern.finditer(text, start, end)
