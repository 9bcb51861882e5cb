"""Columns torn apart: the rest of a paragraph that stands under another headline goes back behind its beginning.

It is known by the word that the tear cut in two; and it must be the only one on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import rjieba

from kg.lexicon import table, words
from kg.reading.kinds import unsigned
from kg.reading.layout import Draft
from kg.reading.paragraphs import Paragraph
from kg.reading.pieces import torn

# So many characters on each side of the tear may make the word that it cut.
SIDE = 3
# A shorter paragraph is no beginning.
SHORT = 20
# Behind a single character they make it the end of a word.
MARKS = "，。；、"

Place = tuple[Draft, Paragraph]


def mend(found: Sequence[Draft]) -> None:
    """Moves the rests of torn paragraphs behind their beginnings, and what a picture cut off back to its report."""
    for before, draft in pairwise(found):
        _give_back(draft, before)
    places = [*_places(found)]
    pairs = [*zip([None, *places], places, strict=False)]
    rests = [place for before, place in pairs if _is_rest(place[1].text) and not _belongs(place, before)]
    torn_off = [place for place, after in zip(places, [*places[1:], None], strict=False) if _stops(place, after)]
    joins = [(one, rest) for one in torn_off for rest in rests if one != rest and _fits(one[1].text, rest[1].text)]
    for beginning, rest in joins:
        if sum(one is beginning for one, _ in joins) == 1 == sum(one is rest for _, one in joins):
            _move(rest, beginning)


def _give_back(picture: Draft, report: Draft) -> None:
    """Gives the paragraphs under a picture in a box of its own (图片新闻) back to the report that it was set into."""
    kinds = [kind for kind, _ in picture.pieces]
    titles = [paragraph.text.replace(" ", "") for kind, paragraph in picture.pieces if kind == "headline"]
    captions = table("layout")["captions"]
    if not report.has_body or len(titles) != 1 or titles[0] not in captions["labels"] or "caption" not in kinds:
        return
    rest = picture.pieces[kinds.index("caption") + 1 :]
    if rest and rest[0][0] == "body" and rest[0][1].text.startswith(tuple(captions["goes_on"])):
        del picture.pieces[-len(rest) :]
        report.pieces.extend(rest)


def _places(found: Sequence[Draft]) -> Iterator[Place]:
    for draft in found:
        yield from ((draft, paragraph) for kind, paragraph in draft.pieces if kind == "body")


def _move(rest: Place, beginning: Place) -> None:
    pieces, before = beginning[0].pieces, ("body", beginning[1])
    if before in pieces:  # else it was moved itself
        rest[0].pieces.remove(("body", rest[1]))
        pieces.insert(pieces.index(before) + 1, ("body", rest[1]))


def _stops(place: Place, after: Place | None) -> bool:
    """True for a paragraph of sentences that ends within one, and does not go on in the next."""
    text = place[1].text
    if len(text) < SHORT or not torn(text) or not _is_han(text[-1]) or len(unsigned(text)) < len(text):
        return False
    return "，" in text and not (after is not None and after[0] is place[0] and _fits(text, after[1].text))


def _belongs(rest: Place, before: Place | None) -> bool:
    """True if it goes on with the torn paragraph that it stands behind."""
    return before is not None and before[0] is rest[0] and torn(before[1].text) and _fits(before[1].text, rest[1].text)


@lru_cache(maxsize=1 << 14)
def _fits(before: str, after: str) -> bool:
    """True if the end of one paragraph and the beginning of another make a word, or a body and its post."""
    if not _is_rest(after):
        return False
    if after[1] in MARKS:
        return True
    sides = range(1, SIDE + 1)
    if any(rjieba.has_word(before[-left:] + after[:right]) for left in sides for right in sides):
        return True
    text = table("layout")["text"]
    return before.endswith(tuple(text["torn_bodies"])) and after.startswith(tuple(text["torn_posts"]))


@lru_cache(maxsize=1 << 12)
def _is_rest(text: str) -> bool:
    """True if a paragraph begins as none does: with a post alone, or with half a word."""
    data = table("layout")["text"]
    if len(text) < 2 or not _is_han(text[0]) or text.startswith((*data["beginnings"], *data["torn_never"])):
        return False
    if text.startswith(tuple(data["torn_posts"])):
        return True
    whole = any(rjieba.has_word(text[:size]) for size in (2, 3, 4))
    return not whole and (text[0] not in _surnames() or not _is_han(text[1]))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames"))


def _is_han(ch: str) -> bool:
    return "一" <= ch <= "鿿"
