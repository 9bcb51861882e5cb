"""Proposes the units of bodies by what follows a body's name: 某县农牧局|土肥站, 某市中心医院|神经内科."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.characters import is_han
from kg.extraction.lattice import Candidate
from kg.extraction.openings import FRAME_TAGS, boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.titles import title_at
from kg.extraction.weights import weight
from kg.lexicon import among, listed

# The number of a team, before its task: 第三|施工队.
NUMBER = re.compile("第[一二三四五六七八九十]{1,3}(?=[一-龥]{1,4}队)")
# The least weight of the body, and how long the name of its unit may be.
SURE, LONGEST = 1.0, 8
# 物理组长: the head of a unit, whose last character his title repeats.
HEAD = "长"


def inner_units(sheet: Sheet, bodies: Iterable[Candidate]) -> Iterator[Candidate]:
    """The units of `bodies`, each as likely as its body; what follows must be a unit's task and its kind."""
    for body in bodies:
        if body.kind == "Organization" and body.weight > SURE and not {"PartyBody", "Media"} & set(body.classes):
            end = _unit(sheet, body)
            if end is not None:
                score = body.weight + weight("organization", "inner_unit")
                yield Candidate(body.start, end, "Organization", score, "inner-unit", classes=("PublicBody",))


def _unit(sheet: Sheet, body: Candidate) -> int | None:
    """Where the unit of a body ends that is named right behind it; None where a sentence goes on.

    A doctor's department stands for what he treats: he is at the hospital.
    """
    text, start, units = sheet.text, body.end, listed("organisations", "inner_units")
    for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
        if not is_han(text[end - 1]):
            return None
        contracted = text.startswith(HEAD, end) and title_at(text, end - 1) is not None
        closed = end > start + 1 and (contracted or sheet.words.boundary(end) or title_at(text, end) is not None)
        if not closed or not text.endswith(units, start, end):
            continue
        if text.endswith(listed("organisations", "inner_units", "never"), body.start, end):
            return None
        if "Hospital" in body.classes and text.startswith(listed("organisations", "inner_units", "doctors"), end):
            return None
        sure = text.endswith(listed("organisations", "inner_units", "sure"), start, end)
        return end if _is_task(sheet, start, end, any_verb=sure) else None
    return None


def _is_task(sheet: Sheet, start: int, end: int, *, any_verb: bool) -> bool:
    """True if no word of the sentence stands in `[start, end)`; with `any_verb` a verb may say the task: 收购股."""
    number = NUMBER.match(sheet.text, start, end)
    position = start if number is None else number.end()
    while position < end:
        size = max(1, sheet.words.lengths.get(position, 1))
        word, tag = sheet.text[position : position + size], sheet.words.tags.get(position, "x")
        verb = tag == "v" and size > 1 and not any_verb and word not in among("boundaries", "nominal_verbs")
        framing = size > 1 and tag in FRAME_TAGS and tag != "v"
        if verb or framing or boundary_words().at(sheet.text, position):
            return False
        position += size
    return True
