"""The names that a chosen name opens with: the county of its bureau, the bureau of its station, the town of a village.

They are weighed as they were proposed, for the tagger reads only the outermost name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.extraction.departments import department_before
from kg.extraction.endings import ending_matcher
from kg.extraction.lattice import Candidate
from kg.extraction.towns import is_local_name
from kg.lexicon import listed

# The smallest weight of a division, and of a body, that counts as a name inside another.
DIVISION, BODY = 0.3, -0.5
# Two towns that fill a name which the tagger takes for one need less.
TOWN = -3.0
# From this length on, what follows an inner body names a part of it.
PART = 2


class Openings:
    """What was proposed, by where it begins."""

    def __init__(self, text: str, proposed: Iterable[Candidate]) -> None:
        self._text = text
        self._starting: defaultdict[int, list[Candidate]] = defaultdict(list)
        self._towns: defaultdict[int, list[Candidate]] = defaultdict(list)
        for c in proposed:
            if c.kind == "Division" and c.weight > TOWN:
                self._towns[c.start].append(c)
            if (c.kind == "Division" and c.weight > DIVISION) or (c.kind == "Organization" and c.weight > BODY):
                self._starting[c.start].append(c)
        for rows in self._starting.values():
            if len(rows) > 1:
                rows.sort(key=lambda c: (-c.end, -c.weight, c.kind))

    def divisions(self, start: int, end: int) -> Iterator[Candidate]:
        """The divisions in a row that `[start, end)` opens with, all but what makes the whole of it."""
        while (found := self._division(start, end)) is not None:
            yield found
            start = found.end
        if (local := self._local(start, end)) is not None:
            yield local

    def chain(self, start: int, end: int) -> Iterator[Candidate]:
        """The divisions before the last of a chain that is printed in full: the town of a village with its town."""
        pieces = list(self.divisions(start, end))
        pieces += self._two_towns(pieces[-1].end if pieces else start, end)
        for c in pieces:
            if c.name != self._text[c.start : c.end] or c.end + 1 >= end:
                return
            yield c

    def _two_towns(self, start: int, end: int) -> list[Candidate]:
        """The first of two proposed towns that make up the whole, however weak each is alone."""
        rows = [c for c in self._towns[start] if any(rest.end == end for rest in self._towns[c.end])]
        return [max(rows, key=lambda c: (c.weight, c.end))] if rows else []

    def named_divisions(self, chosen: Iterable[Candidate]) -> list[Candidate]:
        """Every division that the chosen names are or open with, in reading order."""
        rows: list[Candidate] = []
        for c in chosen:
            if c.kind in ("Division", "Organization", "Place", "Project"):
                find = self.chain if c.kind == "Division" else self.divisions
                inner = [] if c.adcode else list(find(c.start, c.end))
                rows += inner
                if c.kind == "Division":
                    start = inner[-1].end if inner else c.start
                    rows.append(c._replace(start=start, name=self._text[start : c.end] if inner else c.name))
        return rows

    def bodies(self, start: int, end: int) -> Iterator[Candidate]:
        """The bodies that `[start, end)` opens with and of which it names a part, the longest first."""
        for c in self._starting.get(start, ()):
            if c.kind == "Organization" and c.end < end and self._names_part(c.end, end) and not self._goes_on(c, end):
                yield c

    def _division(self, start: int, end: int) -> Candidate | None:
        """The division that opens `[start, end)`; of a village with its town, the town."""
        rows = [c for c in self._starting.get(start, ()) if c.kind == "Division" and c.end < end]
        if not rows or rows[0].adcode:
            return rows[0] if rows else None
        printed_in_full = (c for c in rows[1:] if c.name == self._text[start : c.end] and c.end + 1 < rows[0].end)
        return next(printed_in_full, rows[0])

    def _local(self, start: int, end: int) -> Candidate | None:
        """The town or village of an authority's name: 某某镇 of 某某镇党委, whatever its stem looks like."""
        town = _town_of(self._text[start:end])
        return Candidate(start, start + len(town), "Division", DIVISION, "town-of-authority", town) if town else None

    def _goes_on(self, c: Candidate, end: int) -> bool:
        hit = ending_matcher().before(self._text, end)
        return (
            hit is not None
            and hit[0] == c.end
            and self._text.endswith(listed("organisations", "whole", "open"), c.start, c.end)
        )

    def _names_part(self, start: int, end: int) -> bool:
        """True if these words at the end of a name name a part: a branch, an office, a company's party committee."""
        rest = self._text[start:end]
        if len(rest) < PART or rest in listed("organisations", "whole") or rest in listed("companies", "legal_forms"):
            return False
        if rest.startswith(listed("organisations", "parts", "goes_on")):
            return False
        if not rest.endswith(listed("companies", "legal_forms")):
            return True
        return any(c.kind == "Division" and c.end < end for c in self._starting.get(start, ()))


@lru_cache(maxsize=1 << 12)
def _town_of(authority: str) -> str:
    tail = department_before(authority, len(authority))
    return authority[:tail] if tail is not None and is_local_name(authority[:tail]) else ""


def is_authority(candidate: Candidate) -> bool:
    """True for a body of a division's party or government."""
    return bool({"PublicBody", "PartyBody"} & set(candidate.classes))
