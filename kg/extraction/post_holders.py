"""What a post says of those who hold it: one or many, of something or only among a group, at home or a guest."""

from __future__ import annotations

import re

from kg.extraction.links import Link
from kg.extraction.sheet import Found
from kg.extraction.titles import bare_office, descriptive
from kg.lexicon import listed

# What a guest of honour does where others take up their posts: it is not his society that the report is about.
GUEST = re.compile("(?:担?任)?(?:监誓|监交|监选|监票|主礼|主监)")


def office_key(person: Found, link: Link) -> tuple[str, str, bool]:
    """What a person's post is known by on the page: a deputy's is not the head's."""
    return person.name, bare_office(link.title.core), "副" in link.title.core


def adds_nothing(link: Link, among: bool = False) -> bool:
    """True for a word that only says that somebody is one of the leading people or of a group, or of a society's board.

    A member of a board is told of so only `among` those before: 会长甲等理事.
    """
    group = link.title.family == "leaders" or link.title.core in listed("titles", "members")
    return group or (among and link.title.core in listed("titles", "members", "of_a_society"))


def held_by_many(link: Link) -> bool:
    """True for a post that several people have at a time."""
    many = link.name.endswith((*listed("titles", "many_holders"), *descriptive()))
    by_honour = link.name.startswith(listed("titles", "of_honour"))
    return link.title.family == "leaders" or "副" in link.name or many or by_honour
