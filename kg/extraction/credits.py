"""Reads bylines and credits: who wrote, took the picture or made the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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
# What may stand right after a name in a byline.
SUFFIXES = ("摄影报道", "摄", "报道", "供图", "文")


def propose_writers(sheet: Sheet) -> None:
    """Adds everyone in bylines and credits."""
    for _, start, end in credits(sheet):
        sheet.propose(Candidate(start, end, "Person", weight("person", "byline"), "byline"))


def writers(sheet: Sheet) -> set[tuple[int, int]]:
    """Start and end of every name in bylines and credits: they tell the news and take no part in it."""
    return {(start, end) for _, start, end in credits(sheet)}


def credits(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    """Everyone in bylines and credits, as title, start and end; the title is empty where none is printed."""
    for part in sheet.parts:
        for block in part.article.blocks:
            if block.kind not in ("byline", "credit", "caption"):
                continue
            begin, text = part.start + block.start, sheet.text[part.start + block.start : part.start + block.end]
            if block.kind == "caption":
                yield from ((t, begin + s, begin + e) for t, s, e in _photographers(text))
            else:
                yield from ((t, begin + s, begin + e) for t, s, e in _names_in_credit(text))


def _photographers(text: str) -> Iterator[tuple[str, int, int]]:
    for m in re.finditer(rf"([{HAN}]{{2,4}})\s*(?:摄|供图|/摄)", text):
        size = 3 if len(m.group(1)) > 3 and m.group(1)[0] not in surnames() else len(m.group(1))
        yield "摄影", m.end(1) - size, m.end(1)


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
        if word in _labels() or (word[0] in LEVELS and not title):
            continue
        alone = text.strip("()") == word and not any(map(known, (word, word[:2], word[-2:])))
        named = alone or word[0] in surnames() or word[:2] in compound_surnames() or "·" in word
        if (2 <= len(word) <= 3 and title) or (named and (2 <= len(word) <= 4 or "·" in word)):
            yield title, start, start + len(word)
        elif len(word) > 1:
            # What is no name ends the list of those who did the same.
            title = ""
