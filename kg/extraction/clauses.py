"""Sentences, clauses and lists of names: the grammar that events and relations stand on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.characters import HAN
from kg.extraction.sheet import Found, Part, Sheet
from kg.model import Block

SENTENCE_END = re.compile("[。！？!?\n]+[”’」』]?")
CLAUSE_END = re.compile("[，,；;。！？!?\n：:…]")
# What joins the names of a list, and what may stand around them.
JOINTS = ("、", "和", "与", "及", "以及", "，", ",")
CLOSERS = "”’》）)"
ADDRESS = re.compile(f"(?:、|和|与|及|以及)[{HAN}]{{1,9}}(?:[省市区县州旗镇乡]|街道|苏木)")
ADDRESSED = ("Organization", "Division", "Place", "Project")
# Right before a body: it says where, to whom or about whom, and does nothing itself.
PREPOSITIONS = ("在", "到", "赴", "向", "对", "从", "于")
BODIES = ("Organization", "Division")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's body; `first` if it opens its paragraph."""

    start: int
    end: int
    block: Block
    first: bool


def sentences(sheet: Sheet, part: Part, kinds: tuple[str, ...] = ("body",)) -> Iterator[Sentence]:
    """The sentences of the blocks of these kinds, in reading order."""
    for block in part.article.blocks:
        if block.kind in kinds:
            yield from block_sentences(sheet, part, block)


def block_sentences(sheet: Sheet, part: Part, block: Block) -> tuple[Sentence, ...]:
    """The sentences of one block."""
    return _cut(sheet.text, part.start, block)


# Every step that reads sentences reads those of all blocks.
@lru_cache(maxsize=1 << 10)
def _cut(text: str, offset: int, block: Block) -> tuple[Sentence, ...]:
    start, stop = offset + block.start, offset + block.end
    found: list[Sentence] = []
    for m in SENTENCE_END.finditer(text, start, stop):
        if not _inside_quotes(text, start, m.start()):
            found.append(Sentence(start, m.end(), block, not found))
            start = m.end()
    if start < stop:
        found.append(Sentence(start, stop, block, not found))
    return tuple(found)


def _inside_quotes(text: str, start: int, position: int) -> bool:
    return text.count("“", start, position) > text.count("”", start, position + 2)


class Index:
    """Mentions of one sheet by position: outer names only, without divisions that only say where the next name is."""

    def __init__(self, found: Iterable[Found]) -> None:
        outer = [f for f in found if f.within is None and not f.implied]
        starts = {f.start for f in outer if f.kind in ADDRESSED}
        rows = [f for f in outer if f.kind != "Division" or f.end not in starts]
        self._addresses = {f.end: f for f in outer if f.kind == "Division" and f.end in starts}
        self.rows = sorted(rows, key=lambda f: (f.start, -f.end))
        self._starts = [f.start for f in self.rows]

    def address(self, found: Found) -> Iterator[Found]:
        """The divisions right before a name that say where it is, from within outwards."""
        start = found.start
        while (outer := self._addresses.get(start)) is not None and outer.start < start:
            yield outer
            start = outer.start

    def between(self, start: int, end: int, kinds: tuple[str, ...] = ()) -> list[Found]:
        """The mentions that lie wholly in `[start, end)`, of these kinds if any are given."""
        rows = self.rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if not kinds:
            return [f for f in rows if f.end <= end]
        return [f for f in rows if f.kind in kinds and f.end <= end]


# The same clauses are asked for by many questions about one name.
@lru_cache(maxsize=1 << 12)
def clause(text: str, position: int, start: int, end: int) -> tuple[int, int]:
    """The clause around `position` within `[start, end)`: from mark to mark."""
    begin = start
    for m in CLAUSE_END.finditer(text, start, position):
        begin = m.end()
    stop = CLAUSE_END.search(text, position, end)
    return begin, stop.start() if stop else end


def list_from(text: str, rows: list[Found], kinds: tuple[str, ...]) -> list[Found]:
    """The leading run of mentions of these kinds that are joined as a list."""
    run: list[Found] = []
    for found in rows:
        if found.kind not in kinds:
            if run:
                break
            continue
        if run and not joined(text, run[-1].end, found.start):
            break
        run.append(found)
    return run


def list_until(text: str, rows: list[Found], kinds: tuple[str, ...]) -> list[Found]:
    """The run of joined mentions of these kinds that ends the list of rows, in reading order."""
    run: list[Found] = []
    for found in reversed(rows):
        if found.kind not in kinds or (run and not joined(text, found.end, run[0].start)):
            break
        run.insert(0, found)
    return run


def joined(text: str, end: int, start: int) -> bool:
    """True if only a joint of a list stands between two names, and perhaps the division that the second lies in."""
    between = text[end:start].strip(CLOSERS + "“‘《（(")
    return between in JOINTS or not between or ADDRESS.fullmatch(between) is not None
