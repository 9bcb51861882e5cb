"""Paragraphs to articles: headlines open them, bylines confirm them, signatures and marks close them.

A line that only looks like a headline stays a subheading of the article it stands in, unless enough speaks for more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kg.lexicon import table
from kg.model import ArticleKind, BlockKind
from kg.reading.kinds import is_subheading_like, look, signature_start, surnames, unsigned
from kg.reading.labels import H, bare, is_spaced, labels
from kg.reading.paragraphs import Paragraph
from kg.reading.pieces import Piece, pieces, torn
from kg.reading.rests import fits

HAN_RUN = re.compile(rf"[{H}]{{3,}}")
# A line of what somebody said: 王某：要加快….
QUOTED_LINE = re.compile(rf"(?P<who>[{H}]{{2,4}})：")
OPENERS = ("dateline", "continued", "writers")
# Points of evidence that headline lines open an article; fewer than ENOUGH leave them subheadings.
ENOUGH, CERTAIN = 4, 10
SIGNED, SEVERAL_LINES, LONG, VERY_LONG, NEWS_OPENING, DATED, CLOSED = 4, 2, 1, 2, 2, 3, 1
SUBTITLED, SPACED, DOCUMENT, SUBJECT = 2, 4, 4, 1
# A line that says that something was held, unless it is short; and against it, one of whom the text below begins with.
HELD, QUOTED, LONGEST_PART = 4, 3, 10
# Texts on another subject share few groups of three characters: shares below which they are told apart, and the points.
UNLIKE, RATHER_UNLIKE = (0.025, 4), (0.05, 2)
# Shorter texts have too few to tell, and more text than this need not be compared.
COMPARED, ENOUGH_TEXT = 60, 2000
LONG_SIZE, VERY_LONG_SIZE, SPACED_SIZE = 24, 30, 5
# Lines of one headline at most; more short lines in a row are a list.
MOST_LINES = 5
# How many paragraphs may stand between a headline and the names of its writers.
NEAR = 6
# What is said of people whom a line lists has at most this length (甲乙主礼).
LONGEST_ACT = 6
# A label beside a headline (a logo) has at most this length.
LABEL = 8


@dataclass(slots=True)
class Draft:
    """An article in the making: paragraphs with the kind of block they become, the headline's first.

    `day` is the line that prints the day of this report alone.
    """

    kind: ArticleKind = "news"
    pieces: list[tuple[BlockKind, Paragraph]] = field(default_factory=list)
    headlines: int = 0
    has_body: bool = False
    signed: bool = False
    named: bool = False
    briefs: bool = False
    bulleted: bool = False
    titled: bool = False
    day: str = ""


def drafts(paragraphs: Sequence[Paragraph]) -> list[Draft]:
    """The articles of a page, in the order of the file; page furniture belongs to none of them."""
    return [draft for draft in _split(pieces(paragraphs)) if any(kind != "credit" for kind, _ in draft.pieces)]


def _split(found: Sequence[Piece]) -> Iterator[Draft]:
    draft = Draft()
    runs = _runs(found)
    at, body, section = 0, "", False
    label: Piece | None = None
    while at < len(found):
        piece = found[at]
        if piece.kind == "section":
            label, section, at = piece, True, at + 1
            continue
        lines = 1 if piece.kind in ("title", "briefs") else _headlines(found, at, runs[at], body)
        if lines:
            own = section or piece.kind in ("title", "briefs")
            if draft.has_body and (own or _evidence(found, at, lines, draft, body) >= ENOUGH):
                yield draft
                draft = Draft()
            _add_headlines(draft, found[at : at + lines])
            section, at = False, at + lines
            continue
        if draft.has_body and _opens(piece, draft, section):
            yield draft
            draft = Draft()
            if section and label is not None:
                _add_headlines(draft, [label])
        section = section and piece.kind not in ("body", "dateline", "continued", "caption")
        _add(draft, piece)
        if piece.kind in ("body", "dateline", "line", "item"):
            body = "" if piece.day else unsigned(piece.text)
        at += 1
    yield draft


def _opens(piece: Piece, draft: Draft, section: bool) -> bool:
    """True if a piece that is no headline begins an article; reports under one label of short news are one."""
    if piece.kind == "continued":
        return True
    if draft.briefs and not draft.bulleted:
        return section and piece.kind in ("body", "dateline")
    if piece.kind == "caption":
        return section
    if piece.kind == "body":
        return section or (draft.signed and (draft.bulleted or bool(look().lead.match(piece.text))))
    return piece.kind == "dateline" and not look().further.match(piece.text)


def _runs(found: Sequence[Piece]) -> list[int]:
    """For each piece, how many lines like headlines stand in a row from it on."""
    runs = [0] * (len(found) + 1)
    for at in range(len(found) - 1, -1, -1):
        runs[at] = runs[at + 1] + 1 if found[at].kind == "line" else 0
    return runs


def _headlines(found: Sequence[Piece], at: int, run: int, body: str) -> int:
    """How many of the `run` lines from `at` on are headlines; 0 if the first is none. `body` is the text before."""
    if not run:
        return 0
    if found[at].paragraph.heading:
        return min(run, MOST_LINES)
    dated = next((lines for lines in range(1, min(run, MOST_LINES) + 1) if found[at + lines - 1].day), 0)
    if dated:
        return dated
    text = table("layout")["text"]
    following = found[at + run] if at + run < len(found) else None
    if following and following.kind in OPENERS:
        goes_into_headline = body[-1:] not in text["open_ends"] or run == 1 or not body
        return run if goes_into_headline and run <= MOST_LINES else 0
    if (
        run > MOST_LINES
        or following is None
        or (body and torn(body) and not _comes_between(body, found[at : at + run + 1]))
    ):
        return 0
    if following.text.startswith(tuple(text["continuers"])):
        return 0
    subtitle = _subtitle(found[at : at + run])
    fitting = 0
    while fitting < run and (fitting == subtitle > 0 or is_subheading_like(found[at + fitting].text)):
        fitting += 1
    return fitting


def _comes_between(body: str, lines: Sequence[Piece]) -> bool:
    """True if neither a torn text goes on in the first of the lines, nor the last but one in the last."""
    *_, line, following = lines
    goes_on = fits(body, lines[0].text) or fits(line.text, following.text)
    return len(body) >= LONG_SIZE and "，" in body and not goes_on


def _subtitle(lines: Sequence[Piece]) -> int:
    """Which of these lines is the only one that opens with a dash; 0 if none, or if the dashes are those of a list."""
    dashed = [at for at, line in enumerate(lines) if line.text.startswith("—")]
    return dashed[0] if len(dashed) == 1 else 0


def _evidence(found: Sequence[Piece], at: int, lines: int, draft: Draft, body: str) -> int:
    """Points for a new article at the headlines `found[at:at + lines]`, with `body` the last paragraph before."""
    if draft.briefs:
        return CERTAIN
    if any(piece.day for piece in found[at : at + lines]):
        return CERTAIN
    first_body, text, close = "", "", True
    for piece in islice(found, at + lines, at + lines + NEAR):
        second_byline = piece.kind == "writers" and (draft.named or draft.kind == "continuation")
        if second_byline or (piece.kind in OPENERS and close):
            return CERTAIN
        close = close and piece.kind == "caption"
        if piece.kind in ("line", "dateline", "section", "continued", "title", "briefs"):
            break
        if piece.kind == "body":
            first_body = first_body or piece.text
            text += piece.text
    headline = found[at : at + lines]
    points = (SIGNED if draft.signed else 0) + (SEVERAL_LINES if lines > 1 else 0)
    points += SUBTITLED if _subtitle(headline) else 0
    points += SPACED if any(is_spaced(line.text, SPACED_SIZE) for line in headline) else 0
    points += DOCUMENT if any(labels().document.fullmatch(line.text) for line in headline) else 0
    size = sum(len(piece.text.replace(" ", "")) for piece in headline)
    points += VERY_LONG if size >= VERY_LONG_SIZE else LONG if size >= LONG_SIZE else 0
    opening = first_body.replace(" ", "")
    points += DATED if look().dated.match(opening) else NEWS_OPENING if look().lead.match(opening) else 0
    points += _unlike(text, draft)
    title = "".join(piece.text for piece in headline)
    points += SUBJECT if look().subject.search(title) else 0
    points += HELD if len(title) >= LONGEST_PART and look().held.search(title) else 0
    points -= QUOTED if _says_who(headline[0].text, first_body) else 0
    return points + (CLOSED if look().closing.search(body[-40:]) else 0)


def _says_who(line: str, text: str) -> bool:
    """True for a line of what somebody says whom the text below begins with, and for one of nothing but its people.

    So is one over a text that goes on with what was told: 当晚，.
    """
    if text.startswith(tuple(table("layout")["text"]["going_on"])):
        return True
    quoted = QUOTED_LINE.match(line)
    if quoted:
        return text.startswith(quoted["who"])
    at = named = 0
    while at < len(line) and line[at] in surnames():
        size = next((n for n in (3, 2) if len(line[at : at + n]) == n and line[at : at + n] in text), 0)
        if not size:
            break
        at, named = at + size, named + 1
    return named > 1 and len(line) - at <= LONGEST_ACT and not look().dated.match(text)


def _unlike(text: str, draft: Draft) -> int:
    """Points for a text on another subject than the article so far."""
    if len(text) < COMPARED:
        return 0
    groups = _groups(text)
    told = _groups("".join(paragraph.text for kind, paragraph in draft.pieces if kind in ("body", "headline")))
    shared = len(groups & told) / len(groups) if groups else 1.0
    return next((points for share, points in (UNLIKE, RATHER_UNLIKE) if shared < share), 0)


def _groups(text: str) -> set[str]:
    """Every three Chinese characters in a row."""
    runs = HAN_RUN.findall(text.replace(" ", "")[-ENOUGH_TEXT:])
    return {run[at : at + 3] for run in runs for at in range(len(run) - 2)}


def _add_headlines(draft: Draft, lines: Sequence[Piece]) -> None:
    """Headline lines; beside a picture a very short one that is not the first is the picture's label."""
    draft.briefs = draft.briefs or lines[0].kind == "briefs"
    draft.titled = draft.titled or lines[0].kind == "title"
    draft.day = draft.day or next((line.day for line in lines if line.day), "")
    for at, line in enumerate(lines):
        label = at and line.paragraph.after_picture and len(line.text) <= LABEL
        draft.pieces.append(("caption" if label else "headline", line.paragraph))
    if not draft.has_body:
        draft.headlines = len(draft.pieces)


def _is_picture_label(draft: Draft) -> bool:
    """True if nothing but 图片新闻 heads the draft: its caption is the whole report."""
    titles = [bare(paragraph.text) for kind, paragraph in draft.pieces if kind == "headline"]
    return len(titles) == 1 and titles[0] in table("layout")["captions"]["labels"]


def _add(draft: Draft, piece: Piece) -> None:
    paragraph = piece.paragraph
    draft.day = draft.day or piece.day
    if piece.kind == "continued":
        draft.kind = "continuation"
        mark = look().continued.match(piece.text)
        rest = paragraph.clean.part(mark.end(), len(piece.text)) if mark else paragraph.clean
        if rest.text.strip():
            draft.pieces.append(("body", replace(paragraph, clean=rest)))
            draft.has_body = True
    elif piece.kind in ("dateline", "body", "line", "item"):
        draft.pieces.append(("body", paragraph))
        draft.has_body = True
        draft.named = draft.named or piece.kind == "dateline"
        draft.bulleted = draft.bulleted or piece.kind == "item"
        draft.signed = bool(piece.day) or signature_start(piece.text) >= 0
    elif piece.kind == "caption":
        draft.pieces.append(("caption", paragraph))
        draft.has_body = draft.has_body or draft.titled or _is_picture_label(draft)
    else:
        at_start = piece.kind == "writers" and not draft.has_body
        draft.pieces.append(("byline" if at_start else "credit", paragraph))
        draft.named = draft.named or piece.kind == "writers"
        draft.signed = draft.signed or piece.kind == "signature"
