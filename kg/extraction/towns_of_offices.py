"""Proposes again the doubtful name of a town or village that an article must tell of: it speaks of 镇长, 村委会."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import is_han
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, boundary_words, opens_with_words
from kg.extraction.sheet import Sheet
from kg.lexicon import table

# How doubtful a name may be of which such a word speaks, and what that is worth.
DOUBTFUL, TOLD = -2.0, 2.2


def towns_of_offices(sheet: Sheet) -> Iterator[Candidate]:
    """The best doubtful name right before an office of its level, and for each bare one without a town: in the sentence
    if any is there."""
    unbeaten = (c for c, winner in sheet.lost if winner is None and c.rule == "town-ending" and c.weight > DOUBTFUL)
    doubtful = [c for c in unbeaten if sheet.text[c.start] not in LEVELS and not opens_with_words(sheet.text, c)]
    if not doubtful:
        return
    starts = [c.start for c in doubtful]
    ending: defaultdict[int, list[Candidate]] = defaultdict(list)
    for c in doubtful:
        ending[c.end].append(c)
    named = [c for c in sheet.chosen if c.kind == "Division"]
    named_starts, parents = [c.start for c in named], {c.end for c in named}
    told: set[str] = set()
    for office in _offices().finditer(sheet.text):
        level, at = office["level"], office.start()
        right_before = [c for c in ending[at] if _ends(sheet, c, level)]
        if right_before:
            told.add(_form(sheet, max(right_before, key=lambda c: (c.start in parents, c.weight))))
        if right_before or not _opens(sheet.text, at):
            continue
        first = sheet.part_at(at).start
        sentence = max(first, sheet.text.rfind("。", first, at) + 1, sheet.text.rfind("\n", first, at) + 1)
        for begin in (sentence, first):
            rows = named[bisect_left(named_starts, begin) : bisect_right(named_starts, at)]
            if any(_ends(sheet, c, level) for c in rows):
                break
            near = doubtful[bisect_left(starts, begin) : bisect_right(starts, at)]
            fitting = [c for c in near if c.end <= at and _ends(sheet, c, level)]
            best = max(fitting, key=lambda c: (c.weight, c.start), default=None)
            if best is not None:
                told.add(_form(sheet, best))
                break
    for c in doubtful:
        if _form(sheet, c) in told:
            yield c.weighing(c.weight + TOLD)


def _form(sheet: Sheet, candidate: Candidate) -> str:
    return sheet.text[candidate.start : candidate.end]


def _ends(sheet: Sheet, candidate: Candidate, level: str) -> bool:
    return sheet.text.endswith(level, candidate.start + 1, candidate.end)


def _opens(text: str, at: int) -> bool:
    """True if nothing before `at` can be the beginning of a name that goes on."""
    return at == 0 or not is_han(text[at - 1]) or boundary_words().before(text, at) is not None


@cache
def _offices() -> re.Pattern[str]:
    rows = table("towns")["offices"]
    words = "|".join(f"{level}(?:{'|'.join(map(re.escape, after))})" for level, after in rows.items())
    return re.compile(f"(?:常务)?[副代]?(?=(?P<level>{'|'.join(rows)}))(?:{words})")
