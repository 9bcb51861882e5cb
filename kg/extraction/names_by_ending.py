"""Proposes names by their endings: 局, 有限公司, 小学, 产业园, 项目.

Every ending is read leftwards, word by word, until something that no name holds; each word boundary on the way is a
possible beginning, weighed by what stands before it and inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.endings import Ending, common_nouns, ending_matcher
from kg.extraction.lattice import Candidate
from kg.extraction.name_walk import Walk
from kg.extraction.openings import opens_name
from kg.extraction.sheet import Sheet
from kg.extraction.titles import title_at
from kg.extraction.weights import weight
from kg.lexicon import listed

LONGEST = 30
# From this weight on, a name is an anchor for those that it opens; a little less will do for its neighbours in a list.
SURE, GOOD = 3.0, 2.5
# Universities that the dictionary knows by name.
UNIVERSITY = "大学"
# What parts a name from the words before it.
DASHES = "·—-&"
# Families whose names may hold any verb: 某某船舶修造有限公司.
VERBAL = ("company", "works", "bank")


def names_by_ending(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    """Every possible name; `anchors` are the names that end at each position, and grow by the sure ones."""
    longest: dict[int, tuple[int, Ending]] = {}
    for start, end, ending in ending_matcher().find(sheet.text):
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, ending)
    never = frozenset(listed("organisations", "not_endings"))
    for end, (start, ending) in sorted(longest.items()):
        if end - start == 1 and _inside_common_word(sheet, start):
            continue
        if end - start == 1 and ending.family == "unit" and title_at(sheet.text, end) is None:
            continue
        if sheet.text[end - 2 : end] not in never and sheet.text[end - 1 : end + 1] not in never:
            found = list(_beginnings(sheet, start, end, ending, anchors))
            yield from found
            best = max(found, key=lambda c: c.weight, default=None)
            if best is not None and best.weight > SURE and end not in anchors:
                anchors[end] = best


def _inside_common_word(sheet: Sheet, position: int) -> bool:
    """True if this character is part of a longer word that is no name: 思路, 道路."""
    for back in range(1, 5):
        length = sheet.words.lengths.get(position - back, 0)
        if length > back:
            return not sheet.words.tags[position - back].startswith(("ns", "nz", "nt", "nr"))
    return False


def _beginnings(
    sheet: Sheet, stem_end: int, end: int, ending: Ending, anchors: dict[int, Candidate]
) -> Iterator[Candidate]:
    cost, proper, position = 0.0, False, stem_end
    if not sheet.words.boundary(end) and title_at(sheet.text, end) is None:
        cost += weight("organization", "ends_inside_word")
    walker = Walk(sheet, anchors, any_verb=ending.family in VERBAL)
    closed = anchors.get(end)
    if closed is not None and closed.kind == "Organization":
        if closed.start not in anchors:
            return
        position = closed.start
        proper = True
    while position > 0 and end - position <= LONGEST:
        score = ending.weight + cost + weight("organization", "length") * (end - position)
        score += walker.opening(position, stem_end, end)
        if not proper:
            score += weight("organization", "nothing_proper")
        if position == stem_end or sheet.text[position:end] in common_nouns():
            score += weight("organization", "common_alone")
        classes = (ending.finer,) if ending.finer else ()
        if sheet.text.endswith(UNIVERSITY, position, end) and sheet.words.lengths.get(position) == end - position:
            score += weight("organization", "dictionary_body")
        if ending.family == "group" and position in society_starts(anchors, stem_end):
            score = max(score, anchors[stem_end].weight + weight("organization", "length"))
        if sheet.text[position] not in DASHES and not opens_name(sheet.text, position - 1):
            yield Candidate(position, end, ending.kind, score, f"ending-{ending.family}", classes=classes)
        step = walker.back(position)
        if step is None:
            return
        position, extra, is_proper = step
        cost += extra
        proper = proper or is_proper


def society_starts(anchors: dict[int, Candidate], end: int) -> tuple[int, ...]:
    """Where the society begins that ends here, whose group's name goes on: 某某同乡会|省亲团."""
    anchor = anchors.get(end)
    return (anchor.start,) if anchor is not None and "Association" in anchor.classes else ()


def siblings(sheet: Sheet, named: list[Candidate]) -> set[tuple[int, int]]:
    """Candidates that stand in a list beside a good one of the same family."""
    good = {c.end: c for c in named if c.weight > GOOD}
    starts = {c.start: c for c in named if c.weight > GOOD}
    listed = set()
    for c in named:
        left = sheet.text[c.start - 1 : c.start] in ("、", "和") and good.get(c.start - 1)
        right = sheet.text[c.end : c.end + 1] in ("、", "和") and starts.get(c.end + 1)
        if (left and left.rule == c.rule) or (right and right.rule == c.rule):
            listed.add((c.start, c.end))
            if c.weight > 0:
                good.setdefault(c.end, c)
    return listed
