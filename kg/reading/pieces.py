"""Each paragraph with what it is taken for, seen beside its neighbours: captions, notices, sections of short news.

Where a title and its text share a paragraph (遗失声明 …), it becomes two pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kg.lexicon import table
from kg.reading.heads import head
from kg.reading.kinds import (
    LONGEST_NAMES,
    bullet,
    dateline_end,
    has_editors,
    is_furniture,
    is_headline_like,
    is_picture_text,
    is_report_day,
    is_title,
    look,
    names_kind,
    section_label,
    signature_start,
    title_end,
)
from kg.reading.labels import brief_label, is_page_credit
from kg.reading.paragraphs import Paragraph

PieceKind = Literal[
    "body",
    "dateline",
    "line",
    "caption",
    "writers",
    "editors",
    "signature",
    "section",
    "continued",
    "furniture",
    "title",
    "briefs",
    "item",
]
# A caption has one sentence of at most this length.
LONG_CAPTION = 70
# A line of at most this length over items with one mark is the name of their section.
SHORT_LABEL = 8
# Over one of these a line is part of a headline, whatever it says.
HEADLINE_PARTS = ("line", "dateline", "writers", "continued")
# What may stand under the day of a report.
REPORTS = ("body", "dateline", "writers")
# Pieces that may stand between the items of a section of short news.
BETWEEN_ITEMS = ("body", "caption", "signature", "editors", "writers", "furniture")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph with what it was taken for, and the line with the day of its report that stands under it."""

    kind: PieceKind
    paragraph: Paragraph
    day: str = ""

    @property
    def text(self) -> str:
        return self.paragraph.text


def pieces(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """The paragraphs of a page as pieces, in the order of the file, without its furniture."""
    found = [piece for piece in _titled(list(_dated(list(_captioned(paragraphs))))) if piece.kind != "furniture"]
    return list(_with_briefs(found))


def _dated(found: Sequence[Piece]) -> Iterator[Piece]:
    """The same with the day that web pages print under a report's headline, or under its text."""
    for piece, below, text in zip(found, (*found[1:], None), (*found[2:], None, None), strict=False):
        day = below is not None and below.kind == "furniture" and is_report_day(below.text)
        if not day or below is None:
            yield piece
            continue
        report = text is not None and text.kind in REPORTS
        long = len(piece.text) <= LONGEST_NAMES and "。" not in piece.text and torn(piece.text)
        if report and piece.kind == "body" and long:
            piece = replace(piece, kind="line")
        over = piece.kind == "body" or (report and piece.kind == "line")
        yield replace(piece, day=below.text) if over else piece


def _kind(paragraph: Paragraph, in_head: bool) -> PieceKind:
    text = paragraph.text
    if in_head:
        return "editors" if has_editors(text) else "furniture"
    if section_label(text):
        return "section"
    if is_page_credit(text):
        return "editors"
    if look().continued.match(text):
        return "continued"
    if dateline_end(text):
        return "dateline"
    names = names_kind(text)
    if names:
        return names
    if is_furniture(text):
        return "editors" if has_editors(text) else "furniture"
    if is_picture_text(text):
        return "caption"
    if signature_start(text) == 0:
        return "signature"
    return "line" if paragraph.heading or is_headline_like(text) else "body"


def _captioned(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """Each paragraph's kind; a short sentence after a picture is its caption, unless it goes on with a torn one.

    A second one counts only if the text does not go on after it.
    """
    furniture = head(paragraphs)
    kinds = [_kind(paragraph, at in furniture) for at, paragraph in enumerate(paragraphs)]
    for at in range(1, len(kinds) - 1):
        over = kinds[at] == "body" and kinds[at - 1] in ("line", "furniture") and kinds[at + 1] == "dateline"
        if over and bullet(paragraphs[at].text) and _is_short(paragraphs[at].text):
            kinds[at] = "caption"
    body, after_caption = "", False
    for kind, paragraph, following in zip(kinds, paragraphs, (*kinds[1:], "body"), strict=True):
        text = paragraph.text
        short = kind == "body" and _is_short(text)
        below = paragraph.after_picture or (after_caption and following != "body")
        if short and below and not goes_on(body, text):
            kind = "caption"
        after_caption = kind == "caption" and paragraph.after_picture
        if kind in ("body", "dateline"):
            body = text
        yield Piece(kind, paragraph)


def _is_short(text: str) -> bool:
    """True for one short sentence."""
    return len(text) <= LONG_CAPTION and text.count("。") == 1 and text.endswith("。")


def torn(text: str) -> bool:
    """True if a paragraph stops within a sentence."""
    return text[-1:] not in table("layout")["text"]["terminals"]


def goes_on(before: str, after: str) -> bool:
    """True if paragraph `after` continues the torn paragraph `before`."""
    if not before or not torn(before):
        return False
    if bullet(after):
        return False
    if before[-1] in table("layout")["text"]["open_ends"]:
        return True
    return not after.startswith((*table("layout")["text"]["beginnings"], "“", "‘"))


def _titled(found: Sequence[Piece]) -> Iterator[Piece]:
    """The same with the titles of notices and of picture news cut off their text."""
    body = ""
    for at, piece in enumerate(found):
        text = piece.text
        if piece.kind in ("line", "body") and is_title(text):
            yield Piece("title", piece.paragraph)
        elif piece.kind == "line":
            joined = at > 0 and found[at - 1].kind == "line"
            joined = joined or any(one.kind in HEADLINE_PARTS for one in found[at + 1 : at + 2])
            whole = title_end(text) == len(text) and not joined
            yield Piece("title", piece.paragraph) if whole else piece
        elif piece.kind in ("body", "caption") and not goes_on(body, text):
            yield from _title_and_text(piece)
        else:
            yield piece
        body = text if piece.kind in ("body", "dateline") else body


def _title_and_text(piece: Piece) -> Iterator[Piece]:
    text, clean = piece.text, piece.paragraph.clean
    end = title_end(text)
    if not end:
        yield piece
        return
    begin = end
    while begin < len(text) and text[begin] in " ：":
        begin += 1
    yield Piece("title", replace(piece.paragraph, clean=clean.part(0, end)))
    if begin < len(text):
        yield Piece(piece.kind, replace(piece.paragraph, clean=clean.part(begin, len(text))))


def _with_briefs(found: Sequence[Piece]) -> Iterator[Piece]:
    """The same with the labels of sections of short news, and with their items where these share a mark."""
    items: set[int] = set()
    for at, piece in enumerate(found):
        if at in items:
            yield Piece("item", piece.paragraph)
            continue
        label = piece.kind in ("section", "line") or (piece.kind == "body" and brief_label(piece.text))
        own = _items(found, at + 1) if label else []
        if _opens_briefs(piece, found[at + 1 : at + 2], own, found):
            items.update(own)
            yield Piece("briefs", piece.paragraph)
        else:
            yield piece


def _opens_briefs(piece: Piece, following: Sequence[Piece], items: Sequence[int], found: Sequence[Piece]) -> bool:
    if piece.kind == "section":
        return brief_label(piece.text) and (bool(items) or any(one.kind in ("body", "dateline") for one in following))
    if piece.kind not in ("line", "body") or len(items) < 2 or bullet(piece.text):
        return False
    return brief_label(piece.text) or (
        len(piece.text.replace(" ", "")) <= SHORT_LABEL and any(_is_news(found[at].text) for at in items)
    )


def _is_news(item: str) -> bool:
    """True for an item that tells a day as a report does."""
    return bool(look().dated.match(item[1:].lstrip()))


def _items(found: Sequence[Piece], start: int) -> list[int]:
    """Where the items stand that begin with the mark of the one at `start`; empty if there is none."""
    mark = bullet(found[start].text) if start < len(found) else ""
    if not mark or found[start].kind in ("writers", "continued", "section"):
        return []
    at, items = start, []
    while at < len(found):
        piece = found[at]
        if piece.kind in ("body", "caption", "dateline", "line") and bullet(piece.text) == mark:
            items.append(at)
        elif piece.kind not in BETWEEN_ITEMS:
            break
        at += 1
    return items
