"""Reads bylines and credits: who wrote, took the picture or made the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extraction.abroad import names_place_abroad
from kg.extraction.characters import HAN
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import compound_surnames, surnames
from kg.extraction.titles import bylines
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import table

# Words and pictures by the same people.
BOTH = "文/图"
ROW = re.compile(f"(?:记者|通讯员)([{HAN}]{{4,30}}?)(?:文?/)?摄")
# What may stand right after a name in a byline.
SUFFIXES = ("摄影报道", "摄", "报道", "供图", "文")


def propose_writers(sheet: Sheet) -> None:
    """Adds everyone in bylines and credits."""
    for _, start, end in credits(sheet):
        sheet.propose(Candidate(start, end, "Person", weight("person", "byline"), "byline"))


def writers(sheet: Sheet) -> set[tuple[int, int]]:
    """Start and end of every name in bylines and credits: they tell the news and take no part in it."""
    return {(start, end) for _, start, end in credits(sheet)}


def credits(sheet: Sheet) -> tuple[tuple[str, int, int], ...]:
    """Everyone in bylines and credits, as title, start and end; the title is empty where none is printed."""
    if sheet.credits is None:
        sheet.credits = tuple(_credits(sheet))
    return sheet.credits


def _credits(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    for part in sheet.parts:
        for block in part.article.blocks:
            begin, text = part.start + block.start, sheet.text[part.start + block.start : part.start + block.end]
            rows = list(_row_of_photographers(text, part.article.gaps, block.start))
            if block.kind in ("byline", "credit"):
                rows = list(_names_in_credit(text))
            elif block.kind == "caption":
                rows = rows or list(_photographers(text))
            yield from ((title, begin + start, begin + end) for title, start, end in rows)


def _photographers(text: str) -> Iterator[tuple[str, int, int]]:
    for m in re.finditer(rf"([{HAN}]{{2,4}})\s*(?:摄|供图|/摄)", text):
        size = 3 if len(m.group(1)) > 3 and m.group(1)[0] not in surnames() else len(m.group(1))
        yield "摄影", m.end(1) - size, m.end(1)


def _row_of_photographers(text: str, gaps: frozenset[int], begin: int) -> Iterator[tuple[str, int, int]]:
    """The names between 记者 and 摄 that only blanks part; `gaps` are counted from `begin` before the text."""
    for m in ROW.finditer(text):
        cuts = [m.start(1), *(at for at in range(m.start(1) + 1, m.end(1)) if begin + at in gaps), m.end(1)]
        pieces = list(pairwise(cuts))
        if len(pieces) > 1 and all(1 < last - first < 5 and text[first] in surnames() for first, last in pieces):
            yield from (("摄影", first, last) for first, last in pieces)


@cache
def _pattern() -> re.Pattern[str]:
    """A title of those who made the page, or a run of Chinese characters."""
    return re.compile("|".join(map(re.escape, [BOTH, *bylines()])) + rf"|[{HAN}·]+")


@cache
def _labels() -> frozenset[str]:
    return frozenset((BOTH, *table("layout")["byline"]["labels"]))


def _names_in_credit(text: str) -> Iterator[tuple[str, int, int]]:
    title = ""
    for m in _pattern().finditer(text):
        if m.group() in bylines():
            title = m.group()
            continue
        word, start = m.group(), m.start()
        for suffix in SUFFIXES:
            if word.endswith(suffix) and len(word) > len(suffix) + 1:
                word = word[: -len(suffix)]
        ending = word.endswith(bylines()) and next((t for t in bylines() if word.endswith(t) and word != t), "")
        if ending:
            title = ending
            continue
        if word in _labels() or (word[0] in LEVELS and not title) or names_place_abroad(word):
            continue
        alone = text.strip("()") == word and not any(map(known, (word, word[:2], word[-2:])))
        named = alone or word[0] in surnames() or word[:2] in compound_surnames() or "·" in word
        if (2 <= len(word) <= 3 and title) or (named and (2 <= len(word) <= 4 or "·" in word)):
            yield title, start, start + len(word)
        elif len(word) > 1:
            # What is no name ends the list of those who did the same.
            title = ""
