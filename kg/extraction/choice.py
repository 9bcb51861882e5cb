"""Chooses among proposals, then lets what the page has shown speak again: names seen in a strong context are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.company_names import enumerated, investing, short_companies
from kg.extraction.lattice import Candidate, best_path
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon.matcher import occurrences

# From this weight on, a name of a person is known wherever the page prints it again.
SURE = 2.6
ABBREVIATED = re.compile('[(（]以下(?:简称|统称)[“"]?([^”")）]{2,20})[”"]?[)）]')


def choose(sheet: Sheet) -> None:
    """Fills `chosen` and `lost` from `candidates`."""
    sheet.chosen, sheet.lost = best_path(sheet.candidates)


def feed_back(sheet: Sheet) -> None:
    """Proposes what the page itself has taught, and chooses again."""
    found = [
        *_people_again(sheet),
        *_first_names(sheet),
        *short_companies(sheet),
        *_abbreviations(sheet),
        *enumerated(sheet),
        *investing(sheet),
    ]
    if found:
        sheet.candidates.extend(found)
        choose(sheet)


def _people_again(sheet: Sheet) -> Iterator[Candidate]:
    sure = {sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person" and c.weight >= SURE}
    for form in sorted(sure):
        score = _seen_weight(form)
        for at in occurrences(sheet.text, form):
            yield Candidate(at, at + len(form), "Person", score, "seen-on-page")


def _first_names(sheet: Sheet) -> Iterator[Candidate]:
    """Later mentions of someone with a dotted name by its first part."""
    for full in sorted({sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person"}):
        first = full.partition("·")[0]
        if first == full or len(first) < 2:
            continue
        for at in occurrences(sheet.text, first):
            end = at + len(first)
            if sheet.text[end : end + 1] != "·":
                yield Candidate(at, end, "Person", _seen_weight(first), "first-name", full, aliases=(first,))


def _seen_weight(form: str) -> float:
    return weight("person", "page_evidence") + 0.3 * len(form)


def _abbreviations(sheet: Sheet) -> Iterator[Candidate]:
    """全称(以下简称“…”)."""
    ends = {c.end: c for c in sheet.chosen}
    for m in ABBREVIATED.finditer(sheet.text):
        full = ends.get(m.start()) or ends.get(m.start() - 1)
        if full is None:
            continue
        short = m.group(1)
        name = full.name or sheet.text[full.start : full.end]
        for at in occurrences(sheet.text, short):
            yield Candidate(
                at,
                at + len(short),
                full.kind,
                full.weight + 1,
                "declared-short-form",
                name,
                full.classes,
                full.adcode,
                (short,),
            )
