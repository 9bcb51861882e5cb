"""Paragraphs to articles: headlines open them, bylines confirm them, signatures and marks close them.

A line that only looks like a headline stays a subheading of the article it stands in, unless enough speaks for more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal

from kg.lexicon import table
from kg.model import ArticleKind, BlockKind
from kg.reading.kinds import (
    dateline_end,
    is_furniture,
    is_headline_like,
    is_picture_text,
    is_subheading_like,
    look,
    names_kind,
    section_label,
    signature_start,
)
from kg.reading.paragraphs import Paragraph

PieceKind = Literal[
    "body", "dateline", "line", "caption", "writers", "editors", "signature", "section", "continued", "furniture"
]
OPENERS = ("dateline", "continued", "writers")
# Points of evidence that headline lines open an article; fewer than ENOUGH leave them subheadings.
ENOUGH, CERTAIN = 4, 10
SIGNED, SEVERAL_LINES, LONG, VERY_LONG, NEWS_OPENING, CLOSED = 3, 2, 1, 2, 2, 1
LONG_SIZE, VERY_LONG_SIZE = 24, 30
# Lines of one headline at most; more short lines in a row are a list.
MOST_LINES = 5
# How many paragraphs may stand between a headline and the names of its writers.
NEAR = 6
# A caption has one sentence of at most this length; a label beside a headline (a logo) is shorter still.
LONG_CAPTION, LABEL = 70, 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph with what it was taken for."""

    kind: PieceKind
    paragraph: Paragraph

    @property
    def text(self) -> str:
        return self.paragraph.text


@dataclass(slots=True)
class Draft:
    """An article in the making: paragraphs with the kind of block they become, the headline's first."""

    kind: ArticleKind = "news"
    pieces: list[tuple[BlockKind, Paragraph]] = field(default_factory=list)
    headlines: int = 0
    has_body: bool = False
    signed: bool = False
    named: bool = False


def drafts(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """The articles of a page, in the order of the file; page furniture belongs to none of them."""
    pieces = [piece for piece in _captioned(paragraphs) if piece.kind != "furniture"]
    return [draft for draft in _split(pieces) if any(kind != "credit" for kind, _ in draft.pieces)]


def _kind(paragraph: Paragraph) -> PieceKind:
    text = paragraph.text
    if section_label(text):
        return "section"
    if look().continued.match(text):
        return "continued"
    if dateline_end(text):
        return "dateline"
    names = names_kind(text)
    if names:
        return names
    if is_furniture(text):
        return "furniture"
    if is_picture_text(text):
        return "caption"
    if signature_start(text) == 0:
        return "signature"
    return "line" if paragraph.heading or is_headline_like(text) else "body"


def _captioned(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """Each paragraph's kind; a short sentence after a picture is its caption, unless it goes on with a torn one.

    A second one counts only if the text does not go on after it.
    """
    kinds = [_kind(paragraph) for paragraph in paragraphs]
    body, after_caption = "", False
    for kind, paragraph, following in zip(kinds, paragraphs, (*kinds[1:], "body"), strict=True):
        text = paragraph.text
        short = kind == "body" and len(text) <= LONG_CAPTION and text.count("。") == 1 and text.endswith("。")
        below = paragraph.after_picture or (after_caption and following != "body")
        if short and below and not goes_on(body, text):
            kind = "caption"
        after_caption = kind == "caption" and paragraph.after_picture
        if kind in ("body", "dateline"):
            body = text
        yield Piece(kind, paragraph)


def torn(text: str) -> bool:
    """True if a paragraph stops within a sentence."""
    return text[-1:] not in table("layout")["text"]["terminals"]


def goes_on(before: str, after: str) -> bool:
    """True if paragraph `after` continues the torn paragraph `before`."""
    if not before or not torn(before):
        return False
    if before[-1] in table("layout")["text"]["open_ends"]:
        return True
    return not after.startswith((*table("layout")["text"]["beginnings"], "“", "‘"))


def _split(pieces: list[Piece]) -> Iterator[Draft]:
    draft = Draft()
    runs = _runs(pieces)
    at, body, section = 0, "", False
    while at < len(pieces):
        piece = pieces[at]
        lines = _headlines(pieces, at, runs[at], body)
        if piece.kind == "section":
            section, at = True, at + 1
            continue
        if lines:
            if draft.has_body and (section or _evidence(pieces, at, lines, draft, body) >= ENOUGH):
                yield draft
                draft = Draft()
            _add_headlines(draft, pieces[at : at + lines])
            section, at = False, at + lines
            continue
        opens = piece.kind == "body" and (section or (draft.signed and look().lead.match(piece.text)))
        if draft.has_body and (opens or piece.kind in ("continued", "dateline")):
            yield draft
            draft = Draft()
        section = section and piece.kind not in ("body", "dateline", "continued")
        _add(draft, piece)
        if piece.kind in ("body", "dateline", "line"):
            body = piece.text
        at += 1
    yield draft


def _runs(pieces: Sequence[Piece]) -> list[int]:
    """For each piece, how many lines like headlines stand in a row from it on."""
    runs = [0] * (len(pieces) + 1)
    for at in range(len(pieces) - 1, -1, -1):
        runs[at] = runs[at + 1] + 1 if pieces[at].kind == "line" else 0
    return runs


def _headlines(pieces: Sequence[Piece], at: int, run: int, body: str) -> int:
    """How many of the `run` lines from `at` on are headlines; 0 if the first is none. `body` is the text before."""
    if not run:
        return 0
    if pieces[at].paragraph.heading:
        return min(run, MOST_LINES)
    text = table("layout")["text"]
    following = pieces[at + run] if at + run < len(pieces) else None
    if following and following.kind in OPENERS:
        goes_into_headline = body[-1:] not in text["open_ends"] or run == 1 or not body
        return run if goes_into_headline and run <= MOST_LINES else 0
    if run > MOST_LINES or following is None or (body and torn(body)):
        return 0
    if following.text.startswith(tuple(text["continuers"])):
        return 0
    fitting = 0
    while fitting < run and is_subheading_like(pieces[at + fitting].text):
        fitting += 1
    return fitting


def _evidence(pieces: Sequence[Piece], at: int, lines: int, draft: Draft, body: str) -> int:
    """Points for a new article at the headlines `pieces[at:at + lines]`, with `body` the last paragraph before."""
    first_body = ""
    for distance, piece in enumerate(islice(pieces, at + lines, at + lines + NEAR)):
        second_byline = piece.kind == "writers" and (draft.named or draft.kind == "continuation")
        if second_byline or (piece.kind in OPENERS and not distance):
            return CERTAIN
        if piece.kind in ("line", "dateline", "section", "continued"):
            break
        if piece.kind == "body" and not first_body:
            first_body = piece.text
    points = SIGNED if draft.signed else 0
    points += SEVERAL_LINES if lines > 1 else 0
    size = sum(len(piece.text.replace(" ", "")) for piece in pieces[at : at + lines])
    points += VERY_LONG if size >= VERY_LONG_SIZE else LONG if size >= LONG_SIZE else 0
    points += NEWS_OPENING if look().lead.match(first_body) else 0
    return points + (CLOSED if look().closing.search(body[-40:]) else 0)


def _add_headlines(draft: Draft, lines: Sequence[Piece]) -> None:
    """Headline lines; beside a picture a very short one that is not the first is the picture's label."""
    for at, line in enumerate(lines):
        label = at and line.paragraph.after_picture and len(line.text) <= LABEL
        draft.pieces.append(("caption" if label else "headline", line.paragraph))
    if not draft.has_body:
        draft.headlines = len(draft.pieces)


def _add(draft: Draft, piece: Piece) -> None:
    paragraph = piece.paragraph
    if piece.kind == "continued":
        draft.kind = "continuation"
        mark = look().continued.match(piece.text)
        rest = paragraph.clean.part(mark.end(), len(piece.text)) if mark else paragraph.clean
        if rest.text.strip():
            draft.pieces.append(("body", replace(paragraph, clean=rest)))
            draft.has_body = True
    elif piece.kind in ("dateline", "body", "line"):
        draft.pieces.append(("body", paragraph))
        draft.has_body = True
        draft.named = draft.named or piece.kind == "dateline"
        draft.signed = signature_start(piece.text) >= 0
    elif piece.kind == "caption":
        draft.pieces.append(("caption", paragraph))
    else:
        at_start = piece.kind == "writers" and not draft.has_body
        draft.pieces.append(("byline" if at_start else "credit", paragraph))
        draft.named = draft.named or piece.kind == "writers"
        draft.signed = draft.signed or piece.kind == "signature"
