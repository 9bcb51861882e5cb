"""Drafts to articles: blocks of clean text, joined by line breaks, with the map back to the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table
from kg.model import Article, Block, BlockKind, Region
from kg.reading.clean import Clean, close, closed
from kg.reading.kinds import credit_start, dateline_end, look, signature_start
from kg.reading.labels import SPREAD, H, is_spaced, names_end
from kg.reading.layout import Draft
from kg.reading.paragraphs import Paragraph
from kg.reading.pieces import goes_on

TOKEN = re.compile(rf"[{H}·]+")
# Shorter pieces before a paragraph are splinters of pictures, not its beginning.
STUMP = 4


@dataclass(slots=True)
class Segment:
    """One block in the making, in parts that were torn apart; `glued` blocks follow without a line break."""

    kind: BlockKind
    parts: list[Clean]
    glued: bool = False


def segments(draft: Draft) -> list[Segment]:
    """The blocks of a draft: datelines, signatures and picture credits cut off, torn paragraphs joined."""
    result: list[Segment] = []
    for kind, paragraph in draft.pieces:
        found = [segment for segment in _segments(kind, paragraph.clean) if segment.parts[0].text]
        if found and kind == "body" and found[0].kind == "body":
            earlier = _torn_body(result)
            if earlier and _follows(earlier.parts[-1], found[0].parts[0]):
                earlier.parts += found.pop(0).parts
                if found and result[-1] is not earlier:
                    found[0].glued = False
        result.extend(found)
    return result


def _follows(before: Clean, after: Clean) -> bool:
    """True if a part goes on with a torn one that stands before it in the file, as every quote must."""
    return before.ends[-1] <= after.starts[0] and goes_on(before.text, after.text)


def _torn_body(result: Sequence[Segment]) -> Segment | None:
    for at, segment in reversed(list(enumerate(result))):
        if segment.kind == "body":
            return segment if len(segment.parts[0].text) >= STUMP else None
        signature = segment.glued and result[at - 1].kind != "caption"
        if segment.kind not in ("caption", "credit") or signature:
            return None
    return None


def _segments(kind: BlockKind, clean: Clean) -> Iterable[Segment]:
    if kind == "headline":
        yield Segment("headline", [tight(clean)])
    elif kind in ("byline", "credit"):
        yield Segment(kind, [names(clean.part(0, names_end(clean.text)))])
    elif kind == "caption":
        cut = credit_start(clean.text)
        if cut > 0:
            yield Segment("caption", [close(_trimmed(clean, 0, cut))])
            yield Segment("credit", [names(_trimmed(clean, cut, len(clean.text)))], glued=True)
        else:
            yield Segment("caption" if cut < 0 else "credit", [close(clean) if cut < 0 else names(clean)])
    else:
        yield from _body(clean)


def _body(clean: Clean) -> Iterable[Segment]:
    start = dateline_end(clean.text)
    if start:
        yield Segment("byline", [names(_trimmed(clean, 0, start))])
    end = signature_start(clean.text)
    if end < start:
        end = len(clean.text)
    yield Segment("body", [close(_trimmed(clean, start, end))], glued=start > 0)
    if end < len(clean.text):
        yield Segment("credit", [names(_trimmed(clean, end, len(clean.text)))], glued=end > start)


def _trimmed(clean: Clean, start: int, end: int) -> Clean:
    """The part without blanks at its ends; a blank left out at its start is a gap."""
    first = start
    while first < end and clean.text[first] == " ":
        first += 1
    while end > first and clean.text[end - 1] == " ":
        end -= 1
    part = clean.part(first, end)
    if first == start:
        return part
    return Clean(part.text, part.starts, part.ends, part.gaps | {0})


def tight(clean: Clean) -> Clean:
    """A headline without the blanks of letter-spacing."""
    text = clean.text
    if is_spaced(text):
        return clean.without(i for i, ch in enumerate(text) if ch == " ")
    spread = [range(*found.span()) for found in SPREAD.finditer(text)]
    return clean.without(i for run in spread for i in run if text[i] == " ")


def names(clean: Clean) -> Clean:
    """A list of names: blanks part names, and are left out inside words, inside names and beside marks."""
    text = clean.text
    blanks = {i for i, ch in enumerate(text) if ch == " " and not _between_words(text, i)}
    for found in _broken_words().finditer(text):
        blanks.update(i for i in range(*found.span()) if text[i] == " ")
    healed = clean.without(blanks)
    return healed.without(_inside_names(healed.text))


def _between_words(text: str, at: int) -> bool:
    return all(ch not in "/：()，、" for ch in (text[at - 1 : at], text[at + 1 : at + 2]))


@cache
def _broken_words() -> re.Pattern[str]:
    byline = table("layout")["byline"]
    words = [word for key in ("roles", "qualifiers", "editors") for word in byline[key] if len(word) > 1]
    spelled = (" ?".join(word) for word in sorted(words, key=len, reverse=True))
    return re.compile("|".join(spelled))


def _inside_names(text: str) -> set[int]:
    """Blanks beside a single character, which is no name: 张三 丰 and 李 明 are one name each."""
    tokens = [(found.start(), found.end(), _name(found[0])) for found in TOKEN.finditer(text)]
    inside: set[int] = set()
    used = -1
    for at, (start, end, name) in enumerate(tokens):
        if len(name) != 1 or at <= used:
            continue
        before = tokens[at - 1] if at and tokens[at - 1][1] == start - 1 and text[start - 1] == " " else None
        after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1][0] == end + 1 and text[end] == " " else None
        if after and len(after[2]) == 1:
            inside.add(end)
            used = at + 1
        elif before and 1 <= len(before[2]) <= 2:
            inside.add(start - 1)
        elif after and 1 <= len(after[2]) <= 2:
            inside.add(end)
    return inside


def _name(token: str) -> str:
    """What is left of a token without the role before it; nothing of a bare role or label."""
    if look().label.fullmatch(token):
        return ""
    for pattern in (look().role, look().editor):
        found = pattern.match(token)
        if found:
            return token[found.end() :]
    return token


def build(draft: Draft, id: str, page: str, region: Region | None, year: tuple[int | None, str]) -> Article:
    """The article of a draft."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: set[int] = set()
    blocks: list[Block] = []
    for segment in segments(draft):
        first = segment.parts[0]
        if text and not segment.glued:
            text.append("\n")
            starts.append(ends[-1])
            ends.append(max(ends[-1], first.starts[0]))
        begin = len(starts)
        for clean in segment.parts:
            at = len(starts)
            gaps.update(gap + at for gap in clean.gaps)
            if clean is not first:
                gaps.add(at)
            text.append(clean.text)
            starts.extend(clean.starts)
            ends.extend(clean.ends)
        blocks.append(Block(segment.kind, begin, len(starts)))
    headline = " ".join(tight(p.clean).text for kind, p in draft.pieces[: draft.headlines] if kind == "headline")
    return Article(
        id=id,
        page=page,
        kind=draft.kind,
        headline=headline,
        text="".join(text),
        starts=tuple(starts),
        ends=tuple(ends),
        gaps=frozenset(gaps),
        blocks=tuple(blocks),
        region=region,
        year=year[0],
        year_reason=year[1],
    )


def plain(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as running text, one a line: what dates and regions are read from."""
    return "\n".join(closed(paragraph.text) for paragraph in paragraphs)
