"""Finds the group that a sentence founds, whose posts it gives to those named after: 成立某某领导小组，由某某任组长."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.body_names import attached, fits, kinds_of
from kg.extraction.links import Link
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import bare_office
from kg.lexicon import listed, longest_first

# A name and a colon at the head of a paragraph.
HEADING = re.compile("(?P<name>[一-龥]{2,12})：")
# Between several who found a group, of which the last is not its owner.
JOINTS = ("和", "与", "、", "同")
# How far before those who get its posts a group may be founded, in sentences.
SENTENCES = 2


def of_event(bodies: Bodies, person: Found, link: Link) -> Found | None:
    """The body whose founding or election gives somebody a post."""
    return _founded(bodies, person, link) or _headed(bodies, person, link) or _assembled(bodies, person, link)


def _headed(bodies: Bodies, person: Found, link: Link) -> Found | None:
    """The society whose name, whole or in short, opens the paragraph: 某学会：会长由某某担任."""
    block, part = bodies.sheet.block_at(person.start), bodies.sheet.part_at(person.start)
    heading = HEADING.match(bodies.sheet.text, part.start + block.start, person.start) if block is not None else None
    if heading is None or not link.title.core.endswith(listed("titles", "founded", "elected")):
        return None
    named = (f for f in bodies.rows if f.start < person.start and f.name.endswith(heading["name"]) and _is_society(f))
    return max(named, key=lambda f: len(f.name), default=None)


def _founded(bodies: Bodies, person: Found, link: Link) -> Found | None:
    """The group founded before the person that can have the post, or the part of it that the words name."""
    text, first = bodies.sheet.text, bodies.sheet.part_at(person.start).start
    begin = person.start
    for _ in range(SENTENCES):
        begin = max(first, text.rfind("。", first, max(first, begin - 1)) + 1, text.rfind("\n", first, begin) + 1)
    *_, founding = [None, *_founding().finditer(text, begin, person.start)]
    if founding is None:
        return None
    group = _group(bodies, founding)
    if link.part:
        name = attached(group.name, link.part)
        return bodies.implied(link.part_start, link.title.end, "Organization", name, "part-of-body")
    kinds = kinds_of(link.title.core)
    able = not kinds or fits(group, kinds) or bare_office(link.title.core) in listed("titles", "founded", "posts")
    return group if able else None


def _assembled(bodies: Bodies, person: Found, link: Link) -> Found | None:
    """The society whose founding or election the article tells of, for one who gets a post there that it can have."""
    sheet, kinds = bodies.sheet, kinds_of(link.title.core)
    if not link.title.core.endswith(listed("titles", "founded", "elected")):
        return None
    part = sheet.part_at(person.start)
    told = (f for f in bodies.rows if f.kind == "Organization" and part.start <= f.start and f.end < person.start)
    return next(
        (f for f in told if (not kinds or fits(f, kinds)) and _is_society(f) and _assembly().match(sheet.text, f.end)),
        None,
    )


def _is_society(body: Found) -> bool:
    if body.kind != "Organization":
        return False
    return "Association" in body.candidate.classes or body.name.endswith(listed("organisations", "association"))


def _group(bodies: Bodies, founding: re.Match[str]) -> Found:
    """The group as it is known, else by its words after its founder: 某医院 of 某医院成立救治专家组."""
    start, end = founding.span("name")
    known = next((f for f in bodies.rows if f.end == end and f.start >= start and f.kind == "Organization"), None)
    if known is not None:
        return known
    founder = next((f for f in bodies.rows if f.end == founding.start() and f.kind == "Organization"), None)
    text, words = bodies.sheet.text, bodies.sheet.text[start:end]
    alone = founder is not None and text[founder.start - 1 : founder.start] not in JOINTS
    name = attached(founder.name, words) if founder is not None and alone else words
    return bodies.implied(start, end, "Organization", name, "before-title")


@cache
def _founding() -> re.Pattern[str]:
    verbs = "|".join(longest_first(listed("titles", "founded", "verbs")))
    groups = "|".join(longest_first(listed("titles", "founded", "groups")))
    return re.compile(f"(?:{verbs})了?(?P<name>[一-龥“”]{{1,16}}?(?:{groups}))(?=[，。；,])")


@cache
def _assembly() -> re.Pattern[str]:
    return re.compile(
        f"[^，。；、：\n]{{0,14}}?(?:{'|'.join(longest_first(listed('titles', 'founded', 'assemblies')))})"
    )
