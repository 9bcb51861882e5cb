"""Tells where the people of a sentence change from guests to ours: 某县书记甲来我县考察，县委书记乙陪同."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.body_names import division_of
from kg.extraction.deixis import compose, spoken
from kg.extraction.links import Link
from kg.extraction.openings import LEVELS
from kg.extraction.sheet import Sheet
from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer


def turns_home(sheet: Sheet, link: Link, last: Link, before: str, between: str) -> bool:
    """True if a post that `between` parts from the holder of another, and `before` from its sentence's begin, is ours.

    The other came to us, or was received by us with his group, or is of another division's bureau, `last`, behind
    which no list has the heads of that division.
    """
    region = sheet.part_at(link.title.start).article.region or sheet.page.region
    if _to_us().search(between):
        return True
    if region is None or link.body is None:
        return False
    known = gazetteer().named(region.name)
    home = {region.name, spoken(region.name), *(one.short for one in known), *(one.name for one in known)}
    if division_of(link.body) not in home:
        return False
    if any(_goal(name).search(between) for name in home if len(name) > 1):
        return True
    if last.body is not None and division_of(last.body) not in home and _outranks(link, last):
        return True
    return _closed().match(between) is not None and _received().search(before) is not None


def _outranks(link: Link, last: Link) -> bool:
    """True for the head of a government or the secretary of a division's committee after somebody of a bureau."""
    if last.body is None or link.body is None or not last.body.name.endswith(listed("titles", "bureaus")):
        return False
    committee = link.body.name in (compose(division_of(link.body), "委"), division_of(link.body) + "委")
    return link.title.family == "heads" or (committee and link.title.core.endswith(listed("titles", "secretaries")))


@cache
def _visits() -> dict[str, str]:
    data = table("anaphora")["sides"]
    return {name: "|".join(map(re.escape, words)) for name, words in data.items()}


@cache
def _to_us() -> re.Pattern[str]:
    return re.compile(f"(?:{_visits()['goes']})了?[我本][{LEVELS}]")


@cache
def _goal(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_visits()['goes']})了?{re.escape(name)}")


@cache
def _received() -> re.Pattern[str]:
    return re.compile(f"(?:{_visits()['receives']})(?!.*，)")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(f"(?:{_visits()['groups']})")
