"""Reads which division a delegation is from: a bare post of one who leads it is held there."""

from __future__ import annotations

import re

from kg.extraction.sheet import Sheet
from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import holds
from kg.reading.stance import WITHOUT_COUNTIES

# From the title of one who leads a delegation to its name, and to the end of that.
LED = re.compile("[^，。；\n]{2,40}?(?:为团长的|率领的?|带领的?|率)")
DELEGATION = re.compile("[一-龥]{2,16}?(?:代表团|考察团|访问团|慰问团)")
# The same with the delegation first: 某某县参观团一行九人，由副县长甲带队.
GROUP = re.compile(
    "(?P<group>[一-龥]{2,16}(?:代表团|考察团|访问团|慰问团|参观团|学习团))(?:一行[^，。；\n]{0,6})?，?(?:在|由)[^，。；\n]{0,24}$"
)
# How far before a title the delegation may begin.
FAR = 48
LEADING = re.compile("[^，。；\n]{2,30}?(?:率领|带领|带队|率队|的?陪同下)")


def led_division(sheet: Sheet, position: int, level: str) -> str | None:
    """The division whose delegation one leads: 市长率某某市党政代表团; a bare title of the leader is held there."""
    leading = "团" in sheet.text[max(0, position - FAR) : position] and LEADING.match(sheet.text, position)
    if leading and (before := GROUP.search(sheet.text, max(0, position - FAR), position)):
        named = (c for c in sheet.divisions if before.start() <= c.start < before.end("group") and c.name)
        return next((c.name for c in named if c.name.endswith(level)), None)
    led = LED.match(sheet.text, position)
    close = led and DELEGATION.match(sheet.text, led.end())
    if not led or not close or holds(led.group(), listed("deixis", "visits", "receive")):
        return None
    named = (c for c in sheet.divisions if led.end() <= c.start < close.end() and c.name and c.name.endswith(level))
    return next((c.name for c in named), None)


def last_guest(sheet: Sheet, position: int, level: str) -> str | None:
    """The division of this level that an article of a paper abroad named last before, but for those of societies."""
    part, body = sheet.part_at(position), re.compile(table("deixis")["words"]["of_body"])
    for c in sorted(sheet.divisions, key=lambda c: -c.end):
        name = gazetteer().by_code(c.adcode).name if c.adcode else c.name
        named = part.start <= c.start and c.end <= position and name is not None
        if named and name.endswith(level) and c.adcode not in WITHOUT_COUNTIES and not body.match(sheet.text, c.end):
            return name
    return None
