"""What of a span that the tagger takes for a body is its name: without ranks, people and words of the sentence."""

from __future__ import annotations

import re

from kg.extraction.departments import classes_of
from kg.extraction.endings import ending_matcher
from kg.extraction.openings import LEVELS
from kg.extraction.surnames import surnames
from kg.extraction.titles import title_at, title_before, without_rank
from kg.lexicon import among, listed
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import matcher_of

# What parts a name from the words before it.
DASHES = "·-—"
# The shortest name of a body without what was read into it.
SHORTEST = 3
# 某某会|会长: the ends of titles that no body's name ends in.
TITLES = ("长", "书记", "主任", "主席", "经理", "教授", "大校")
# One who is appointed, before his body: 张某某任|某委员会.
APPOINTED = re.compile("(?P<who>[一-龥]{2,3})任(?=[一-龥]{3})")
# Words that end as it does.
TASKS = ("责任", "信任", "主任", "担任", "重任")
# After these another body follows: 市领导还有|某某学院党委.
SAID = re.compile("还有|包括|分别为|来自|位于|母公司|欢迎|感谢|祝贺")
# Between the names of two bodies, of which the first is complete.
JOINT = re.compile("[与和及同]")
# A government with the committee of a post behind it: 某县人民政府|县委.
GOVERNMENT = re.compile(f".{{2,}}?政府(?=[{LEVELS}]委)")


def body_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The body's own part of `[start, end)`; None where nothing in it is a body."""
    start += text[start] in DASHES
    if text.endswith(listed("organisations", "no_bodies"), start, end) or _half_bracketed(text, start, end):
        return None
    whole, end = end, _without_holder(text, start, without_rank(text, end))
    start = _behind_sentence(text, start, end)
    if end - start < SHORTEST and (start, end) != (start, whole):
        return None
    if end < whole and text[end - 1] in LEVELS and not classes_of(text[start:end]):
        return None
    return None if _tells(text, start, end) else (start, end)


def government_before(text: str, start: int, end: int) -> int | None:
    """Where the government ends that a span opens with before another body's level word, or None."""
    found = GOVERNMENT.match(text, start, end)
    return found.end() if found else None


def _half_bracketed(text: str, start: int, end: int) -> bool:
    """True for what holds the end of brackets that open before it."""
    return text.count("(", start, end) < text.count(")", start, end)


def _without_holder(text: str, start: int, end: int) -> int:
    """Where the body ends whose head or whose member's name was read into it: 某分会|会长, 某总工会|张某副主席."""
    title = title_before(text, end) if text.endswith(TITLES, start, end) else None
    if title is not None and title.start - start >= SHORTEST and _is_ending(text, start, title.start):
        return title.start
    if title_at(text, end) is None or _is_ending(text, start, end):
        return end
    names = (end - size for size in (2, 3) if end - size - start >= SHORTEST and text[end - size] in surnames())
    return next((at for at in names if _is_ending(text, start, at)), end)


def _is_ending(text: str, start: int, end: int) -> bool:
    """True if `[start, end)` ends as bodies' names do, with something of its own before."""
    hit = ending_matcher().before(text, end)
    return hit is not None and hit[1].kind == "Organization" and hit[0] > start


def _behind_sentence(text: str, start: int, end: int) -> int:
    """Where the body begins behind one who is appointed, or behind another name and a joint: 某市与|某集团."""
    appointed = APPOINTED.match(text, start, end)
    if appointed is not None and text[start] in surnames() and text[appointed.end() - 2 : appointed.end()] not in TASKS:
        return appointed.end()
    told = [found.end() for found in SAID.finditer(text, start + 2, end - SHORTEST)]
    if told:
        return told[-1]
    for joint in JOINT.finditer(text, start + 2, end - SHORTEST):
        first = text[start : joint.start()]
        division = any(one.name == first for one in gazetteer().named(first))
        if division and _is_ending(text, joint.end(), end):
            return joint.end()
    return start


def _tells(text: str, start: int, end: int) -> bool:
    """True if a word that no name holds stands behind a complete name, or a sure one: 某县教育局会同|团县委, 已有."""
    for first, last, word in matcher_of("boundaries", "hard").find(text[start:end]):
        complete = _is_ending(text, start, start + first) if first else False
        complete = complete or (first > 0 and word in listed("boundaries", "hard", "sure"))
        if len(word) > 1 and complete and end - start - last > 2 and word not in among("boundaries", "nominal_verbs"):
            return True
    return False
