"""The sheet of one page: its articles as one text, and what the components have found in it so far.

It travels on the spaCy `Doc` as `doc._.sheet`. Positions are characters of `sheet.text`, which is the `Doc`'s text and
in simplified script; `sheet.spelling` says how a page of traditional script prints its characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from kg.extraction.characters import HAN
from kg.extraction.lattice import Candidate
from kg.extraction.surnames import transcribing
from kg.extraction.tagged import Tagged
from kg.extraction.words import NO_WORDS, Words
from kg.model import Article, Block, EventType, Kind, Page, PartialDate, Status
from kg.reading.script import spelling

SEPARATOR = "\n\n"
DOT = re.compile(rf"\.(?<=[{HAN}]\.)(?=[{HAN}])")
QUOTES = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』"}


@dataclass(frozen=True, slots=True)
class Part:
    """One article's place in the sheet: its text is `sheet.text[start:end]`."""

    article: Article
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Found:
    """A mention on the sheet: the words `[start, end)`, what they name in full, and the name that they stand within."""

    start: int
    end: int
    kind: Kind
    name: str
    candidate: Candidate
    within: Found | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FoundPost:
    """`person` holds `title` at `body`, said by the words `[start, end)`."""

    person: Found
    title: str
    body: Found | None
    status: Status
    start: int
    end: int
    rule: str


@dataclass(slots=True, eq=False)
class FoundEvent:
    """An event as it is put together; `roles` and `links` are (predicate, mention, words' start and end, rule)."""

    type: EventType
    start: int
    end: int
    part: Part
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    planned: bool = False
    rule: str = ""
    roles: dict[Found, tuple[str, int, int, str]] = field(default_factory=dict)
    links: list[tuple[str, Found, int, int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class FoundRelation:
    """`subject predicate object`, said by the words `[start, end)`."""

    subject: Found
    predicate: str
    object: Found
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Sheet:
    """All that is known of one page while it is read."""

    page: Page
    text: str
    parts: tuple[Part, ...]
    spelling: Mapping[int, str] = field(default_factory=dict)
    words: Words = NO_WORDS
    credits: tuple[tuple[str, int, int], ...] | None = None
    tagged: Tagged | None = None
    candidates: list[Candidate] = field(default_factory=list)
    proposed: list[Candidate] = field(default_factory=list)
    chosen: list[Candidate] = field(default_factory=list)
    lost: list[tuple[Candidate, Candidate | None]] = field(default_factory=list)
    nameless: list[Candidate] = field(default_factory=list)
    divisions: list[Candidate] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    holdings: list[FoundPost] = field(default_factory=list)
    events: list[FoundEvent] = field(default_factory=list)
    relations: list[FoundRelation] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def part_at(self, position: int) -> Part:
        """The article that holds this character."""
        if not self._starts:
            self._starts = [part.start for part in self.parts]
        return self.parts[max(0, bisect_right(self._starts, position) - 1)]

    def block_at(self, position: int) -> Block | None:
        """The block of the article that holds this character."""
        part = self.part_at(position)
        local = position - part.start
        return next((b for b in part.article.blocks if b.start <= local < b.end), None)

    def add(self, candidate: Candidate, name: str, within: Found | None = None, implied: bool = False) -> Found:
        """Records one mention."""
        found = Found(candidate.start, candidate.end, cast(Kind, candidate.kind), name, candidate, within, implied)
        self.found.append(found)
        return found

    def propose(self, candidate: Candidate) -> None:
        """Adds one proposal."""
        self.candidates.append(candidate)


def lay_out(page: Page) -> Sheet:
    """The empty sheet of a page."""
    texts, parts, position = [], [], 0
    for article in page.articles:
        parts.append(Part(article, position, position + len(article.text)))
        texts.append(article.text)
        position += len(article.text) + len(SEPARATOR)
    return Sheet(page, DOT.sub(_dot, SEPARATOR.join(texts)), tuple(parts), _spelling(page) if page.traditional else {})


def _spelling(page: Page) -> Mapping[int, str]:
    """How a page of traditional script prints the characters of its articles."""
    places = (zip(article.text, article.starts, strict=True) for article in page.articles)
    return spelling((ch, page.text[at]) for article in places for ch, at in article)


def _dot(stop: re.Match[str]) -> str:
    """A full stop inside a transcribed name is a misread dot."""
    text, at = stop.string, stop.start()
    return "·" if text[at - 1] in transcribing() and text[at + 1] in transcribing() else "."
