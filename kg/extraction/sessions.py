"""The presidium of a session of a congress, which stands without the session: 主席团 of 某市五届人大六次会议."""

from __future__ import annotations

import re

from kg.extraction.bare_levels import division_at_level
from kg.extraction.deixis import compose
from kg.extraction.openings import LEVELS
from kg.extraction.sheet import Sheet

PRESIDIUM = "主席团"
NUMBER = "第?[一二三四五六七八九十]{1,3}"
SESSION = re.compile(
    f"(?P<level>[{LEVELS}])?(?P<rest>{NUMBER}届(?:人大|人民代表大会|政协(?:委员会)?){NUMBER}次(?:全体)?会议)"
)


def presidium(sheet: Sheet, position: int) -> str | None:
    """The presidium's name by the session that the article named last before, or first; None where it names none."""
    part = sheet.part_at(position)
    told = list(SESSION.finditer(sheet.text, part.start, part.end))
    before = [session for session in told if session.end() <= position]
    session = before[-1] if before else told[0] if told else None
    if session is None:
        return None
    start = session.start("rest")
    whole = max((c for c in sheet.divisions if c.end == start), key=lambda c: c.end - c.start, default=None)
    division = whole and (whole.name or sheet.text[whole.start : whole.end])
    if division is None and session["level"]:
        division = division_at_level(sheet, session.start(), session["level"])
    return compose(division, session["rest"] + PRESIDIUM) if division else None
