"""Joins 某县人大 with the standing committee that a page means by it; only there, for another may mean the congress."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache

from kg.lexicon import table
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

# How many characters after a name may tell of a session.
NEAR = 12


def join_congresses(material: Material, union: Union) -> None:
    """Joins what one page calls so, where it tells of no session, member or committee of the congress itself."""
    data = table("abbreviations")["congress"]
    own = _busy(material)
    on_page: defaultdict[tuple[str, str], list[Spoken]] = defaultdict(list)
    for each in material.of_kind("Organization"):
        on_page[each.page.id, each.normal].append(each)
    for (page, name), mentions in on_page.items():
        whole = on_page.get((page, f"{name.removesuffix(data['short'])}{data['standing']}"))
        if whole and name.endswith(data["short"]) and not any(each.number in own or _is_own(each) for each in mentions):
            union.join([whole[0].number, *(each.number for each in mentions)], "congress")


def names_meant(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a body of one page without that of a congress where its standing committee is meant."""
    data = table("abbreviations")["congress"]
    whole = data["standing"]
    meant = {name.removesuffix(whole) + data["short"] for name in names if name.endswith(whole)}
    return tuple(name for name in names if name not in meant)


def _busy(material: Material) -> set[int]:
    """The bodies at which somebody has a post, and those of which a committee is part."""
    parts = tuple(table("abbreviations")["congress"]["parts"])
    found: set[int | None] = set()
    for told in material.told:
        found.update(material.number(told, post.body) for post in told.extraction.posts)
        for claim in told.extraction.claims:
            number = material.number(told, claim.subject)
            part = "" if number is None else material.spoken[number].mention.name
            if claim.predicate == "subOrganizationOf" and part.endswith(parts):
                found.add(material.number(told, claim.object))
    return {number for number in found if number is not None}


def _is_own(each: Spoken) -> bool:
    """True where the words are those of the congress or of its session."""
    own, sessions = _patterns()
    end = bisect_left(each.article.starts, each.mention.span.end)
    after = each.article.text[end : end + NEAR]
    return bool(own.search(each.mention.text) or own.search(each.mention.name) or sessions.search(after))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("abbreviations")["congress"]
    return re.compile(data["own"]), re.compile(data["sessions"])
