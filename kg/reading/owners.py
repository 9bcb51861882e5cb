"""Whose paper a page is: who runs it, or where its office is, as the lines beside its name and its imprint say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.heads import head
from kg.reading.kinds import has_editors, is_furniture
from kg.reading.labels import alternatives
from kg.reading.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Owner:
    """The division that runs a paper, and the one in which its office is, where a page says so."""

    runs: Division | None = None
    office: Division | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    runs: re.Pattern[str]
    body: re.Pattern[str]
    address: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("deixis")["owners"]
    return _Patterns(
        runs=re.compile(alternatives(words["runs"])),
        body=re.compile(alternatives(words["bodies"])),
        address=re.compile(rf"(?:{alternatives(words['addresses'])})[：\s]*$"),
    )


def owner_of(found: Sequence[Paragraph]) -> Owner:
    """What the furniture of a page says of the division that its paper belongs to."""
    above = head(found)
    lines = ["".join(found[at].text for at in above)]
    lines += [one.text for one in found if is_furniture(one.text) or has_editors(one.text)]
    runs = [division for line in lines if _patterns().runs.search(line) for division in _places(line, address=False)]
    offices = [division for line in lines for division in _places(line, address=True)]
    return Owner(_only(runs), _only(offices))


def _places(line: str, *, address: bool) -> Iterable[Division]:
    """The divisions of an address, or those that have a body in the line; of nested names, the last."""
    end, standing = 0, False
    known: tuple[Division, ...] = ()
    for start, stop, divisions in gazetteer().scan(line):
        if start < end:
            continue
        nested = start == end and bool(known)
        inner = tuple(one for one in divisions if any(gazetteer().within(one.adcode, above.adcode) for above in known))
        if not nested:
            standing = not address or _patterns().address.search(line, 0, start) is not None
        known, end = (inner if nested and inner else divisions), stop
        if standing and not (address and _goes_on(line, stop)) and (address or _patterns().body.match(line, stop)):
            yield from known if len(known) == 1 else ()


def _goes_on(line: str, stop: int) -> bool:
    """True if a further name follows at once: 某省|某市|某县."""
    return any(start == 0 for start, _, _ in gazetteer().scan(line[stop : stop + 12]))


def _only(found: Sequence[Division]) -> Division | None:
    """The one division that is named, or the lowest of those that lie in each other."""
    ranked = sorted(set(found), key=lambda one: len(gazetteer().ancestors(one.adcode)), reverse=True)
    if ranked and all(gazetteer().within(ranked[0].adcode, one.adcode) for one in ranked):
        return ranked[0]
    return None
