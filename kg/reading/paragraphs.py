"""The text of a page as paragraphs: blank lines part them, and lines that are long enough flow into the next.

Pages come with blank lines between paragraphs, with a line for each paragraph, or with lines wrapped at a column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.reading.clean import Clean, fold, unclosed
from kg.reading.kinds import bullet, credit_start, is_dateline, is_headline_like, points_at_picture, stands_alone
from kg.reading.rests import fits

LINE_END = re.compile(r"[\r\n]")
LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# Marks that text recognition and Markdown put on a page: blanked, so that positions stay.
PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|<img\b[^>\n]*>", re.IGNORECASE)
MARKUP = re.compile(
    r"(?m)^[ \t>]*>[ \t]?|\*\*|__|</?(?:br|b|i|u|sub|sup|center|p|div|span)\b[^>\n]*>|^(?:-{3,}|\*{3,}|={3,})$"
)
HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
INDENT = re.compile(r"(?:[　\u2003]|[ \t\xa0]{2,})")
# A number that the column's edge cuts in two.
CUT_NUMBER = re.compile(r" (?:(?<=\d )|(?<=\d\. ))(?=\d)")
# What a report opens with that has no dateline, under a headline that fills its line.
FULL_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
ENDS = '。！？…”’"!?)）'
HEADLINES = 4
# Columns of newspapers are narrower than this; longer lines are whole paragraphs.
COLUMN = 60
# A line that fills less of the column than this is the last one of its paragraph.
FULL = 0.75
# A headline of two phrases may fill more of the column.
SPACED_LINE = 0.9
# A line that fills less of its column, between two that fill theirs, was torn off there.
TORN = 0.6
# The second line of a headline may be as much longer than its first.
WIDER = 1.2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text with single blanks, its line in the file, and what precedes it on the page."""

    clean: Clean
    line: int
    after_picture: bool
    heading: bool

    @property
    def text(self) -> str:
        return self.clean.text


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    blanks: int
    picture: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Every paragraph of a page, in the order of the file."""
    raw, pictures = _blank_markup(text)
    lines = list(_lines(raw, pictures))
    usual = Counter(line.blanks for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0
    widths = sorted(line.end - line.start for line in lines)
    column = widths[len(widths) * 9 // 10] if widths else 0
    result: list[Paragraph] = []
    for chunk in _chunks(lines):
        for group in _flow(raw, chunk, column):
            first = group[0]
            heading = HEADING.match(raw, first.start)
            start = heading.end() if heading else first.start
            before = result[-1].text if result else ""
            clean = fold(raw[start : group[-1].end], start, unclosed(before) and before[-1] not in ENDS)
            if column <= COLUMN:
                clean = clean.without(_cut_numbers(clean, raw))
            after_picture = first.picture or (bool(result) and first.blanks > max(1, usual))
            if clean.text:
                result.append(Paragraph(clean, first.number, after_picture, heading is not None))
    return result


def _cut_numbers(clean: Clean, raw: str) -> list[int]:
    """The blanks within numbers that stand for a line break."""
    blanks = [found.start() for found in CUT_NUMBER.finditer(clean.text)]
    return [at for at in blanks if LINE_END.search(raw, clean.starts[at], clean.ends[at])]


def _blank_markup(text: str) -> tuple[str, list[int]]:
    pictures = [found.start() for found in PICTURE.finditer(text)]
    for pattern in (PICTURE, MARKUP):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text, pictures


def _lines(raw: str, pictures: list[int]) -> Iterator[_Line]:
    blanks, number, last, picture = 0, 1, 0, 0
    for found in LINE.finditer(raw):
        breaks = _breaks(raw[last : found.start()])
        number += breaks
        blanks += max(0, breaks - 1)
        last = found.end()
        if not found[0].strip():
            blanks += 1
            continue
        seen = picture
        while picture < len(pictures) and pictures[picture] < found.start():
            picture += 1
        yield _Line(found.start(), found.end(), number, blanks, picture > seen)
        blanks = 0


def _breaks(separator: str) -> int:
    return len(separator) - separator.count("\r\n")


def _chunks(lines: list[_Line]) -> Iterator[list[_Line]]:
    chunk: list[_Line] = []
    for line in lines:
        if chunk and (line.blanks or line.picture):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _flow(raw: str, chunk: list[_Line], column: int) -> Iterator[list[_Line]]:
    """The lines of a chunk without blank lines, grouped into paragraphs."""
    texts = [raw[line.start : line.end] for line in chunk]
    stripped = [text.strip() for text in texts]
    heads = _heads(stripped) | _short_heads(stripped, column)
    group = [chunk[0]]
    headline = False
    for at in range(1, len(chunk)):
        width = WIDER * column if headline else column
        earlier = stripped[at - 2] if len(group) > 1 else ""
        cut = column <= COLUMN and _cut_off(earlier, stripped[at - 1], stripped[at])
        if at in heads or cut or _parted(texts[at - 1].strip(), texts[at], width, alone=len(group) == 1):
            headline = len(group) == 1 and is_headline_like(texts[at - 1].strip())
            yield group
            group = []
        group.append(chunk[at])
    yield group


def _heads(lines: list[str]) -> set[int]:
    """Lines that open a paragraph because they, or the headline they belong to, stand over a dateline."""
    heads: set[int] = set()
    for at, line in enumerate(lines):
        if not is_dateline(line):
            continue
        heads.add(at)
        first = at
        while (
            first and at - first < HEADLINES and is_headline_like(lines[first - 1]) and lines[first - 1][-1] not in ENDS
        ):
            first -= 1
        if not first or lines[first - 1][-1] in ENDS:
            heads.update(range(first, at))
    return heads


def _short_heads(lines: list[str], column: int) -> set[int]:
    """Headlines in a column: a short line without an end, after a paragraph's end and before a full line."""
    return {
        at
        for at in range(1, len(lines) - 1)
        if len(lines[at]) < FULL * column <= len(lines[at + 1])
        and column <= COLUMN
        and lines[at - 1].endswith("。")
        and is_headline_like(lines[at])
        and lines[at][-1] not in ENDS.replace("”", "")
        and not fits(lines[at], lines[at + 1])
        and not is_dateline(lines[at + 1])
    }


def _cut_off(earlier: str, before: str, after: str) -> bool:
    """True if a column ends between two lines, within a sentence: short of its width, or over a caption."""
    if before[-1] in ENDS or fits(before, after):
        return False
    return points_at_picture(after) or len(before) < TORN * min(len(earlier), len(after))


def _parted(before: str, after: str, column: float, alone: bool) -> bool:
    """True if a paragraph ends between two lines that no blank line parts."""
    stripped = after.strip()
    if INDENT.match(after) or HEADING.match(after) or bullet(stripped) or stands_alone(stripped):
        return True
    if HEADING.match(before) or stands_alone(before) or credit_start(before) >= 0:
        return True
    if points_at_picture(stripped) and column > COLUMN and not fits(before, stripped):
        return True
    short = len(before) < FULL * column
    if before[-1] in ENDS:
        return short or column > COLUMN
    if len(before) > COLUMN and column > COLUMN and is_headline_like(stripped):
        return not fits(before, stripped)
    phrases = alone and " " in before and len(before) < SPACED_LINE * column
    over_date = FULL_DATE.match(stripped) is not None
    headline = (
        is_headline_like(before)
        and not fits(before, stripped)
        and not is_dateline(before)
        and FULL_DATE.match(before) is None
    )
    return alone and headline and (short or phrases or over_date)
