"""The head of a page: the paper's name and the lines beside it, which belong to no article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.kinds import dateline_end, is_furniture, is_head_line, is_headline_like, names_kind
from kg.reading.labels import SPREAD, is_spaced, masthead
from kg.reading.paragraphs import Paragraph

HeadKind = Literal["masthead", "furniture"]
# How many paragraphs the head has at most, and the longest name of a paper there.
LINES, NAME = 8, 10
LATIN = re.compile(r"[A-Z][A-Za-z' ]{3,40}")


def head(paragraphs: Sequence[Paragraph]) -> dict[int, HeadKind]:
    """Which of the first paragraphs are furniture; a short first line beside such a one is the paper's name."""
    found: dict[int, HeadKind] = {}
    for at, paragraph in enumerate(paragraphs[:LINES]):
        text = paragraph.text
        if names_kind(text):
            continue
        if masthead(text) or (is_head_line(text) and _first_word(text)):
            found[at] = "masthead"
        elif is_furniture(text) or is_head_line(text) or (found and LATIN.fullmatch(text)):
            found[at] = "furniture"
        elif dateline_end(text) or not is_headline_like(text):
            break
    first = next((at for at in range(len(paragraphs)) if found.get(at) != "furniture"), 0)
    if "masthead" not in found.values() and first + 1 in found and _is_name(paragraphs[first].text):
        found[first] = "masthead"
    return found


def paper(paragraph: Paragraph) -> str:
    """The paper's name in a line of the head: the whole line, or its first word."""
    text = paragraph.text
    return masthead(text) or _first_word(text) or text.replace(" ", "").strip("《》")


def _first_word(text: str) -> str:
    """The first word of a line that goes on, if papers' names end so."""
    word, blank, _ = SPREAD.sub(lambda spread: spread[0].replace(" ", ""), text).partition(" ")
    word = word.strip("《》")
    return word if blank and word not in table("layout")["furniture"]["words"] and _is_name(word) else ""


def _is_name(text: str) -> bool:
    """True for a few characters that are spaced, or that open or end as names of papers do, or end in a division's."""
    outlets = table("layout")["outlets"]
    name = text.replace(" ", "").strip("《》")
    if not 2 < len(name) <= NAME or "：" in name or name.endswith(outlets["organ"]):
        return False
    ends = name.endswith((*outlets["endings"], *outlets["mastheads"]))
    return ends or is_spaced(text) or bool(closing_divisions(name))


def closing_divisions(name: str) -> tuple[Division, ...]:
    """The divisions whose name ends a paper's, after what praises or places them: 山城某某, 看某某."""
    return next((divisions for start, end, divisions in gazetteer().scan(name) if start and end == len(name)), ())
