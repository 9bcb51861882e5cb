"""What the tagger sees of each character: the character, its place in a word, and the marks of the lexicon.

Columns are arrays of small whole numbers, one for each character of the sheet; features are combinations of columns at
fixed offsets, written as one number each, so that a whole page is looked up at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extraction.endings import ending_matcher
from kg.extraction.name_frames import acts, described, weak_acts
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import compound_surname_matcher, name_parts, surnames
from kg.extraction.titles import heads
from kg.lexicon import words
from kg.lexicon.divisions import Gazetteer, gazetteer
from kg.lexicon.matcher import Matcher

Ints = NDArray[np.int64]

# (column, offset) pairs: each tuple is one feature.
TEMPLATES: tuple[tuple[tuple[str, int], ...], ...] = (
    *((("char", at),) for at in (-2, -1, 0, 1, 2)),
    *((("char", at), ("char", at + 1)) for at in (-2, -1, 0, 1)),
    (("char", -1), ("char", 0), ("char", 1)),
    *((("word", at),) for at in (-2, -1, 0, 1, 2)),
    *((("word", at), ("word", at + 1)) for at in (-1, 0)),
    *((("mark", at),) for at in (-2, -1, 0, 1, 2, 3)),
    *((("mark", at), ("mark", at + 1)) for at in (-2, -1, 0, 1)),
    (("mark", -1), ("mark", 0), ("mark", 1)),
    *((("title", at),) for at in (-2, -1, 0, 1, 2, 3)),
    (("title", -1), ("mark", 0), ("mark", 1)),
    (("mark", 0), ("title", 2)),
    (("mark", 0), ("title", 3)),
    (("word", 0), ("mark", 0)),
    (("char", 0), ("mark", 0)),
    (("again", 0), ("mark", 0)),
    *((("place", at),) for at in (-2, -1, 0, 1, 2)),
    (("place", 0), ("place", 1)),
    (("ending", 0), ("ending", 1)),
    *((("ending", at),) for at in (-1, 0, 1, 2, 3, 4)),
    *((("near", at),) for at in (-1, 0, 2, 3)),
    (("near", -1), ("mark", 0)),
    (("gap", 0),),
    (("gap", 0), ("mark", 0)),
)
BITS = 16
# How many characters on a column of blanks looks.
AHEAD = 5
# How far from its character a feature looks at most.
REACH = 4
_PARTS_OF_SPEECH = ("nr", "ns", "nt", "nz", "n", "v", "p", "c", "d", "m", "u", "a", "f", "t", "x")
_TAGS = {tag: number for number, tag in enumerate(_PARTS_OF_SPEECH, 1)}


def columns(sheet: Sheet) -> dict[str, Ints]:
    """One number for each character in each column."""
    text = sheet.text
    return {
        "char": _characters(text),
        "word": _words(sheet),
        "mark": _marks(text),
        "title": _edges(text, heads(), acts()),
        "place": _edges(text, gazetteer()),
        "ending": _edges(text, ending_matcher()),
        "again": _again(text),
        "near": _edges(text, described(), weak_acts(), name_parts()),
        "gap": _gaps(sheet),
    }


def key_range(number: int) -> tuple[int, int]:
    """The least number of a feature of this template, and the least beyond."""
    width = BITS * len(TEMPLATES[number])
    return number << width, (number + 1) << width


def keys(found: dict[str, Ints]) -> Iterator[Ints]:
    """For each template, the number of the feature that stands at each character."""
    wide = {name: widened(column) for name, column in found.items()}
    size = len(next(iter(found.values())))
    for number, template in enumerate(TEMPLATES):
        key = np.full(size, number, dtype=np.int64)
        for column, offset in template:
            key = (key << BITS) | seen_from(wide[column], offset)
        yield key


def widened(column: Ints) -> Ints:
    """The column with zeros beyond its ends, as far as features look."""
    wide = np.zeros(len(column) + 2 * REACH, dtype=column.dtype)
    wide[REACH:-REACH] = column
    return wide


def seen_from(wide: Ints, offset: int) -> Ints:
    """The values of a widened column at `offset` from each character."""
    return wide[REACH + offset : len(wide) - REACH + offset]


def _codes(text: str) -> Ints:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)


def _characters(text: str) -> Ints:
    """The character's code point; digits and Latin letters are one each."""
    code = _codes(text)
    code = np.where((code >= 0x30) & (code <= 0x39), 0x30, code)
    letter = ((code >= 0x41) & (code <= 0x5A)) | ((code >= 0x61) & (code <= 0x7A))
    return np.where(letter, 0x41, code) & 0xFFFF


def _words(sheet: Sheet) -> Ints:
    """Place in the dictionary's word (alone, first, inner, last) and the word's part of speech."""
    column = np.zeros(len(sheet.text), dtype=np.int64)
    cut = sheet.words
    if cut.lengths:
        starts, lengths, tags = (
            np.fromiter(part, np.int64, len(cut.lengths))
            for part in (cut.lengths, cut.lengths.values(), map(_tag_number, cut.tags.values()))
        )
        column |= np.repeat(tags << 3 | 3, lengths)
        column[starts] += np.where(lengths == 1, -2, -1)
        column[(starts + lengths - 1)[lengths > 1]] += 1
    return column


@cache
def _tag_number(tag: str) -> int:
    return _TAGS.get(tag) or _TAGS.get(tag[:1], 16)


@cache
def _mark_table() -> Ints:
    """The kinds of names that each character is at home in, as bits; one bit for those that are at home nowhere."""
    table: dict[str, int] = {}
    common = list(surnames())[:150]
    for bit, chars in enumerate(
        (
            common,
            surnames(),
            words("given_characters"),
            "".join(words("transliteration_characters")),
            "".join(words("minority_name_parts")),
            "省市区县州旗盟",
            "镇乡村街道社区苏木嘎查",
        )
    ):
        for char in "".join(chars):
            table[char] = table.get(char, 0) | (1 << bit)
    for char in "、，。；：！？()（）“”《》\n·":
        table[char] = 1 << 8 | ord(char) & 0xFF
    for char in "0123456789":
        table[char] = 1 << 9
    column = np.full(1 << 16, 1 << 10)
    column[[ord(char) for char in table]] = [*table.values()]
    return column


def _marks(text: str) -> Ints:
    column = _mark_table()[np.minimum(_codes(text), 0xFFFF)]
    column[compound_surname_matcher().spans(text)[:, 0]] |= 1 << 7
    return column


def _gaps(sheet: Sheet) -> Ints:
    """What the page prints and the text leaves out before a character and the next ones: nothing, a blank, a break."""
    column = np.zeros(len(sheet.text), dtype=np.int64)
    for part in sheet.parts:
        article = part.article
        for at in article.gaps:
            if 0 < at < len(article.text):
                printed = sheet.page.text[article.ends[at - 1] : article.starts[at]]
                column[part.start + at] = 2 if "\n" in printed else 1
    wide = widened(column)
    return 1 + sum((seen_from(wide, at) * 3**at for at in range(AHEAD)), np.zeros_like(column))


def _edges(text: str, *sources: Matcher[Any] | Gazetteer) -> Ints:
    """Whether a word of each source begins at a character, lies on it, or ends with it: three bits a source."""
    column = np.zeros(len(text), dtype=np.int64)
    for number, source in enumerate(sources):
        starts, ends = source.spans(text).T
        first, last, inside = (bit << 3 * number for bit in (1, 2, 4))
        column[starts] |= first
        column[ends - 1] |= last
        opened, closed = (np.bincount(places, minlength=len(text) + 1) for places in (starts, ends))
        column[np.cumsum(opened - closed)[:-1] > 0] |= inside
    return column + 1


def _again(text: str) -> Ints:
    """How often the two and the three characters from here on stand on the page: once, twice, more."""
    code = _codes(text)
    wide = widened(code)
    pair = code << 21 | seen_from(wide, 1)
    triple = pair << 21 | seen_from(wide, 2)
    return _times(pair) | _times(triple) << 2


def _times(values: Ints) -> Ints:
    """How often each value stands in the whole array, at most 3."""
    _, back, counts = np.unique(values, return_inverse=True, return_counts=True)
    times: Ints = np.minimum(counts, 3)[back]
    return times
