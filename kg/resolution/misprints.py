"""Persons whom a page prints once rightly and once with a character that only looks like the right one.

Names of one page that differ in one character are one person if the characters look alike. They need to be less alike
where both hold one post, and more where they hold different ones or one is named as kin. Who stand in one sentence are
two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kg.lexicon import listed
from kg.lexicon.script import simplified
from kg.lexicon.shapes import likeness
from kg.resolution.material import Material, Spoken
from kg.resolution.union import Union

# How alike the two characters must look: where both hold one post, where little is known, where two may be meant.
ONE_POST, UNKNOWN, APART = 0.42, 0.5, 0.72
# Two names that the page prints again and again are hardly misprints of each other.
OFTEN, BOTH_OFTEN = 3, 0.85
# The shortest name that can be known without one of its characters, and one that can for certain.
SHORTEST, LONG = 3, 5
SENTENCE_END = re.compile("[。！？\n]")


@dataclass(slots=True)
class _Named:
    """One name on one page, with its mentions and posts."""

    name: str
    mentions: list[Spoken] = field(default_factory=list)
    posts: set[tuple[int, str]] = field(default_factory=set)


def join_misprints(material: Material, union: Union) -> None:
    """Joins each name with its misprints on the page."""
    for names in _pages(material, union).values():
        for a, b in _one_apart(names):
            if _alike(a, b) and not _in_one_sentence(a, b):
                union.join([a.mentions[0].number, b.mentions[0].number])


def _pages(material: Material, union: Union) -> dict[str, list[_Named]]:
    named: dict[tuple[str, str], _Named] = {}
    for each in material.of_kind("Person"):
        named.setdefault((each.page.id, each.normal), _Named(each.normal)).mentions.append(each)
    for told in material.told:
        for post in told.extraction.posts:
            person, body = material.number(told, post.person), material.number(told, post.body)
            if person is not None and body is not None:
                each = material.spoken[person]
                named[each.page.id, each.normal].posts.add((union.find(body), simplified(post.title)))
    pages: defaultdict[str, list[_Named]] = defaultdict(list)
    for (page, _), row in named.items():
        pages[page].append(row)
    return pages


def _one_apart(names: list[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Pairs of names of equal length that differ in one character."""
    slots: defaultdict[str, list[_Named]] = defaultdict(list)
    for row in names:
        if len(row.name) >= SHORTEST - 1:
            for form in wildcards(row.name):
                slots[form].append(row)
    for rows in slots.values():
        yield from combinations(rows, 2)


def wildcards(name: str) -> list[str]:
    """The name with each of its characters left open in turn."""
    return [f"{name[:at]}?{name[at + 1 :]}" for at in range(len(name))]


def look_alike(a: str, b: str) -> float:
    """How alike two names of equal length look where they first differ, from 0 to 1."""
    return next((likeness(x, y) for x, y in zip(a, b, strict=True) if x != y), 1.0)


def _alike(a: _Named, b: _Named) -> bool:
    likely = look_alike(a.name, b.name)
    if a.posts & b.posts:
        return likely >= ONE_POST
    if len(a.name) < SHORTEST:
        return False
    if len(a.name) >= LONG:
        return likely >= ONE_POST
    if min(len(a.mentions), len(b.mentions)) >= OFTEN:
        return likely >= BOTH_OFTEN
    titles = {title for _, title in a.posts}, {title for _, title in b.posts}
    apart = (all(titles) and not titles[0] & titles[1]) or _is_kin(a) or _is_kin(b)
    return likely >= (APART if apart else UNKNOWN)


def _is_kin(row: _Named) -> bool:
    """True for one who is named as somebody's brother, wife, son."""
    return any(
        simplified(each.article.text[: _place(each)][-4:]).endswith(listed("people", "kin")) for each in row.mentions
    )


def _in_one_sentence(a: _Named, b: _Named) -> bool:
    return any(
        first.article is second.article
        and not SENTENCE_END.search(first.article.text, *sorted((_place(first), _place(second))))
        for first in a.mentions
        for second in b.mentions
    )


def _place(each: Spoken) -> int:
    """Where a mention stands in its article's text."""
    return bisect_left(each.article.starts, each.mention.span.start)
