"""Reads once what a page prints twice: a scan may give a paragraph, or a piece of one, again elsewhere.

Who attended may be told in the same words of two meetings: such a list is read again, unless it follows itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kg.lexicon import listed, longest_first
from kg.reading.kinds import is_headline_like, stands_alone
from kg.reading.paragraphs import Paragraph

# Shorter lines may rightly stand twice on a page.
SHORTEST = 10
# A piece of a longer paragraph has so many characters at least, and shares so many of its runs of SIZE with that one.
PIECE, SIZE, ENOUGH = 20, 4, 0.75
# How many repetitions the warnings tell one by one.
TOLD = 10
NUMBER = re.compile("[0-9]+")
NO_WORDS = re.compile(r"[^\w]+")


def once(found: Sequence[Paragraph]) -> tuple[list[Paragraph], dict[int, list[int]]]:
    """The paragraphs without those printed before or within a longer one, and where each of these stands again.

    Both are lines of the file: that of the paragraph that is read, and those of the others.
    """
    keys = [NO_WORDS.sub("", paragraph.text) for paragraph in found]
    inside = _inside(found, keys)
    first: dict[str, int] = {}
    again: dict[int, list[int]] = {}
    read: list[Paragraph] = []
    for at, (paragraph, key) in enumerate(zip(found, keys, strict=True)):
        fixed = len(key) < SHORTEST or stands_alone(paragraph.text)
        if not fixed and key in first and not (_is_list(paragraph.text) and key != keys[at - 1]):
            again.setdefault(first[key], []).append(paragraph.line)
        elif at in inside:
            again.setdefault(found[inside[at]].line, []).append(paragraph.line)
        else:
            first.setdefault(key, paragraph.line)
            read.append(paragraph)
    return read, again


def _inside(found: Sequence[Paragraph], keys: Sequence[str]) -> dict[int, int]:
    """The paragraphs that stand again within a longer one, misread characters aside, with the number of that one."""
    owner: dict[str, int] = {}
    inside: dict[int, int] = {}
    for at in sorted(range(len(found)), key=lambda number: (-len(keys[number]), number)):
        runs = {keys[at][i : i + SIZE] for i in range(len(keys[at]) - SIZE + 1)}
        fresh = runs.difference(owner)
        often = len(keys[at]) >= PIECE and len(runs) - len(fresh) >= ENOUGH * len(runs)
        if often and not _may_repeat(found[at].text):
            shared = Counter(owner[run] for run in runs - fresh)
            longer, count = max(shared.items(), key=lambda row: (row[1], -row[0]), default=(0, 0))
            told = set(NUMBER.findall(keys[at])) <= set(NUMBER.findall(keys[longer]))
            if told and count >= ENOUGH * len(runs) and len(keys[longer]) >= len(keys[at]):
                inside[at] = longer
                continue
        owner.update(dict.fromkeys(fresh, at))
    return inside


def _may_repeat(text: str) -> bool:
    return stands_alone(text) or is_headline_like(text) or _is_list(text)


def _is_list(text: str) -> bool:
    """True for who attended, and nothing of another day: 甲、乙参加调研。"""
    return _attended().search(text) is not None and _next_day().match(text) is None


@cache
def _attended() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'joining')))})[^，。；]{{0,12}}[。]?$")


@cache
def _next_day() -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "parting", "next"))))


def warnings(again: Mapping[int, Sequence[int]]) -> list[str]:
    """A warning for each paragraph that stands again."""
    told = [
        f"the paragraph in line {line} stands again in line {', '.join(map(str, lines[:TOLD]))}: read once"
        for line, lines in list(again.items())[:TOLD]
    ]
    if len(again) > TOLD:
        told.append(f"{len(again) - TOLD} more paragraphs stand again: each read once")
    return told
