"""People of a list whose other names are known, or that says it is one of people: 甲、乙、丙等市领导."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import surnames
from kg.extraction.titles import bylines, title_before
from kg.extraction.weights import weight
from kg.lexicon import table

ITEM = f"[{HAN}]{{2,3}}"


def people_in_lists(sheet: Sheet) -> Iterator[Candidate]:
    """The names that were proposed and lost, once more, with what their list speaks for."""
    forms = {sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person"}
    ends = {c.end for c in sheet.chosen if c.kind == "Person"}
    taken = {at for c in sheet.chosen for at in range(c.start, c.end)}
    lost = {(c.start, c.end): c for c, _ in sheet.lost if c.kind == "Person"}
    told = set(_told(sheet.text))
    for (start, end), c in sorted(lost.items()):
        if sheet.text[start] not in surnames() or not taken.isdisjoint(range(start, end)):
            continue
        if (start, end) in told:
            yield c._replace(weight=c.weight + weight("person", "list_before"), rule="list-of-people")
        elif sheet.text[end : end + 1] == "、" and any(sheet.text.startswith(form, end + 1) for form in forms):
            before = sheet.text[start - 1 : start] == "、" and start - 1 in ends
            signed = sheet.text.endswith(bylines(), 0, start)
            if before or signed or title_before(sheet.text, start) is not None:
                yield c._replace(weight=c.weight + weight("person", "list_after"), rule="list-of-people")


def _told(text: str) -> Iterator[tuple[int, int]]:
    """The items of lists that say what they are of, where each has the shape of a name."""
    for found in _lists().finditer(text):
        start = found.start()
        spans = []
        for item in found["items"].split("、"):
            spans.append((start, start + len(item)))
            start += len(item) + 1
        if all(text[first] in surnames() for first, _ in spans):
            yield from spans


@cache
def _lists() -> re.Pattern[str]:
    closing = table("people")["people_lists"]["closing"]
    return re.compile(f"(?<![{HAN}])(?P<items>{ITEM}(?:、{ITEM})+)(?={closing})")
