"""Committees by their full names, which say the session too: 政协第三届某县委员会 is 某县政协.

The teams that such committees send out for a campaign are read here as well, for their names hold verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.deixis import compose
from kg.extraction.departments import finer_class
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import table
from kg.reading.labels import alternatives

COMMITTEE = "committee"
SESSION = "(?:第?[一二三四五六七八九十]{1,3}届)?"


@cache
def _full_names() -> re.Pattern[str]:
    owners = alternatives(table("organisations")["committees"]["tails"])
    return re.compile(
        f"(?P<owner>{owners}){SESSION}(?P<division>[一-龥]{{2,12}}?[省市区县州旗]){SESSION}委员会(?:常务委员会)?(?!主任|委员)"
    )


def committees(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    """Committees of divisions; `anchors` are the names that end at each position."""
    data = table("organisations")["committees"]
    for m in _full_names().finditer(sheet.text):
        division = anchors.get(m.end("division"))
        if division is None or division.kind != "Division" or division.start != m.start("division"):
            continue
        tail = data["tails"][m["owner"]]
        name = data["parties"].get(m["owner"], "") + compose(division.name or m["division"], tail)
        score = weight("organization", "national") + weight("organization", "length") * (m.end() - m.start())
        yield Candidate(m.start(), m.end(), "Organization", score, COMMITTEE, name, (finer_class(tail),))


@cache
def _teams() -> re.Pattern[str]:
    return re.compile(table("organisations")["teams"]["pattern"])


def teams(sheet: Sheet) -> Iterator[Candidate]:
    """Teams that a party committee sends out for a campaign of education: 省委主题教育第三巡回指导组."""
    for m in _teams().finditer(sheet.text):
        score = weight("organization", "national") + weight("organization", "length") * (m.end() - m.start())
        yield Candidate(m.start(), m.end(), "Organization", score, "team-of-committee", classes=("PartyBody",))
