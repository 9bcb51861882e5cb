"""Columns torn apart: the rest of a paragraph that stands under another headline goes back behind its beginning.

It is known by the word or the title that the tear cut in two, or by words that only the torn report has; and it must
be the only one on the page. What follows it goes with it where its words are those of the torn report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import rjieba

from kg.lexicon import table
from kg.model import BlockKind
from kg.reading.kinds import bullet, is_dateline, unsigned
from kg.reading.layout import Draft
from kg.reading.paragraphs import Paragraph
from kg.reading.pieces import torn
from kg.reading.rests import across, fit, fits, is_han, is_rest

# A sentence with a day of its own rather begins a report than goes on with one.
DAY = re.compile("[0-9]日")
# A shorter paragraph is no beginning.
SHORT = 20
# So many characters that two texts share are words that only they share.
WORD = 3
# On a page with more torn paragraphs a word across a tear may come about by chance.
FEW = 3

Place = tuple[Draft, Paragraph]


def mend(found: Sequence[Draft], again: Mapping[int, Sequence[int]] | None = None) -> None:
    """Moves the rests of torn paragraphs behind their beginnings, and what a picture cut off back to its report.

    `again` gives the lines in which a paragraph stands again, by its own: what follows there may go with it.
    """
    for before, draft in pairwise(found):
        _give_back(draft, before)
    for line, others in (again or {}).items():
        for other in others:
            _follow_copy(line, other, found)
    places = [*_places(found)]
    pairs = [*zip([None, *places], places, strict=False)]
    rests = [place for before, place in pairs if not is_dateline(place[1].text) and not _belongs(place, before)]
    torn_off = [place for place, after in zip(places, [*places[1:], None], strict=False) if _stops(place, after)]
    joins = sorted(_joins(torn_off, rests), key=lambda join: join[1][1].line)
    for beginning, rest in joins:
        _move(rest[1], beginning[1], found)
    joined = {one.line for join in joins for _, one in join}
    left = [one for one in torn_off if one[1].line not in joined]
    _by_words(left, [one for one in _places(found) if one[1].line not in joined], found)


def _follow_copy(line: int, other: int, found: Sequence[Draft]) -> None:
    """Moves what stands behind the second copy of a paragraph behind the first, if it tells of that report alone."""
    places = [*_places(found)]
    first = next((place for place in places if place[1].line == line), None)
    after = min((place for place in places if place[1].line > other), key=lambda place: place[1].line, default=None)
    if first is not None and after is not None and _tells_of(after, first, found):
        _move(after[1], first[1], found)


def _joins(torn_off: Sequence[Place], rests: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """The beginnings and rests that fit each other better than any other, the surest first."""
    rows = (
        (_how_surely(one, rest, len(torn_off) <= FEW), one, rest)
        for one in torn_off
        for rest in rests
        if one[1].line < rest[1].line
    )
    open_rows = [row for row in rows if row[0]]
    while open_rows:
        sure = [
            row for row in open_rows if all(_is_other(row, one) or row is one or row[0] > one[0] for one in open_rows)
        ]
        if not sure:
            return
        for _, beginning, rest in sure:
            yield beginning, rest
            open_rows = [row for row in open_rows if row[1] is not beginning and row[2] is not rest]


def _how_surely(one: Place, rest: Place, few: bool) -> int:
    """How surely two sides belong together; if few are torn, a rest within another report needs no odd beginning."""
    first = next(paragraph for kind, paragraph in rest[0].pieces if kind == "body")
    within = few and rest[0] is not one[0] and rest[1] is not first
    return max(fit(one[1].text, rest[1].text), across(one[1].text, rest[1].text) if within else 0)


def _is_other(row: tuple[int, Place, Place], other: tuple[int, Place, Place]) -> bool:
    return row[1] is not other[1] and row[2] is not other[2]


def _by_words(left: Sequence[Place], places: Sequence[Place], found: Sequence[Draft]) -> None:
    """Joins reports torn at their end with the one paragraph that tells of them alone.

    It begins as none does, or a word is missing for sure where the only torn report of the page ends.
    """
    ends = tuple(table("layout")["text"]["torn_ends"])
    surely = len(left) == 1 and left[0][1].text.endswith(ends)
    rests = [place for place in places if is_rest(place[1].text)]
    for beginning in left:
        last = [one for kind, one in beginning[0].pieces if kind == "body"][-1] is beginning[1]
        likely = places if surely else rests if last else ()
        told = [place for place in likely if _tells_of(place, beginning, found)]
        if surely and any(draft is not told[0][0] for draft, _ in told):
            told = [place for place in told if DAY.search(place[1].text.partition("。")[0]) is None]
        if told and all(draft is told[0][0] for draft, _ in told):
            _move(told[0][1], beginning[1], found)


def _tells_of(place: Place, beginning: Place, found: Sequence[Draft]) -> bool:
    """True for a paragraph further down that shares words with the torn report alone, and none with its own."""
    draft, paragraph = place
    if draft is beginning[0] or found.index(draft) < found.index(beginning[0]):
        return False
    host = [one for kind, one in draft.pieces if kind == "body"]
    if bullet(paragraph.text) or paragraph not in host[1:]:
        return False
    said = _words([paragraph.text])
    shared = said & _words(one.text for _, one in beginning[0].pieces)
    if not shared:
        return False
    above = host[: host.index(paragraph)]
    theirs = said & _words(one.text for kind, one in draft.pieces if one in above or kind == "headline")
    common = _common(found, (beginning[0], draft), 1)
    return not shared <= common and theirs <= common


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


def _move(rest: Paragraph, beginning: Paragraph, found: Sequence[Draft]) -> None:
    host, report = (next(draft for draft in found if ("body", one) in draft.pieces) for one in (rest, beginning))
    moved: list[tuple[BlockKind, Paragraph]] = [("body", rest), *_followers((host, rest), report, found)]
    if ("body", beginning) in moved:
        return
    for piece in moved:
        host.pieces.remove(piece)
    at = report.pieces.index(("body", beginning)) + 1
    report.pieces[at:at] = moved


def _followers(rest: Place, report: Draft, found: Sequence[Draft]) -> list[tuple[BlockKind, Paragraph]]:
    """The paragraphs behind a rest, under no headline of their own, that share more words with its report.

    Words that several other reports of the page have too tell nothing; a paragraph that shares none goes with the next.
    """
    host = rest[0].pieces
    at = host.index(("body", rest[1]))
    common = _common(found, (rest[0], report), 2)
    theirs = _words(paragraph.text for _, paragraph in host[:at]) - common
    ours = _words([rest[1].text, *(paragraph.text for _, paragraph in report.pieces)]) - common
    moved: list[tuple[BlockKind, Paragraph]] = []
    waiting: list[tuple[BlockKind, Paragraph]] = []
    for kind, paragraph in host[at + 1 :]:
        said = _words([paragraph.text]) - common
        more = len(said & ours) - len(said & theirs)
        if kind != "body" or is_rest(paragraph.text) or bullet(paragraph.text) or more < 0 or said & theirs - ours:
            break
        waiting.append((kind, paragraph))
        if more:
            moved.extend(waiting)
            waiting.clear()
            ours |= said
    return moved


def _common(found: Sequence[Draft], pair: tuple[Draft, Draft], least: int) -> set[str]:
    """The words of at least so many other reports of the page."""
    others = [draft for draft in found if all(draft is not one for one in pair)]
    counted = Counter(word for draft in others for word in _words(one.text for _, one in draft.pieces))
    return {word for word, count in counted.items() if count >= least}


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _own(text)}


@lru_cache(maxsize=1 << 10)
def _own(text: str) -> frozenset[str]:
    """The runs of characters that no dictionary has: names and what else is of one report alone."""
    empty = table("layout")["text"]["torn_empty"][0]
    rows = ((at, text[at : at + WORD]) for at in range(len(text) - WORD + 1))
    plain = (row for row in rows if all(is_han(ch) and ch not in empty for ch in row[1]))
    return frozenset(gram for at, gram in plain if not any(map(rjieba.has_word, _around(text, at))))


def _around(text: str, at: int) -> tuple[str, ...]:
    return text[at : at + WORD], text[at : at + WORD + 1], text[max(0, at - 1) : at + WORD]


def _stops(place: Place, after: Place | None) -> bool:
    """True for a paragraph of sentences that ends within one, and does not go on in the next."""
    text = place[1].text
    if len(text) < SHORT or not torn(text) or not is_han(text[-1]) or len(unsigned(text)) < len(text):
        return False
    return "，" in text and not (after is not None and after[0] is place[0] and fits(text, after[1].text))


def _belongs(rest: Place, before: Place | None) -> bool:
    """True if it goes on with the torn paragraph that it stands behind."""
    return before is not None and before[0] is rest[0] and torn(before[1].text) and fits(before[1].text, rest[1].text)
