"""Reads the words that name a post, right before or right after a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import Matcher, ending
from kg.model import Status

# A doctor is of a ward (内科医师), but the head of a ward leads it: 内科|主任.
WARD, HEAD_OF_WARD = "科", "主任"
# A chief has deputies, but no deputy is a chief: 某总|副会长.
CHIEF, DEPUTY = "总", "副"
# Between two posts of one person.
JOINT = "兼"
# How long the words between a post and its holder's name may be.
FARTHEST_EPITHET = 30


class Title(NamedTuple):
    """A post's words `[start, end)`; `core` is the post without status words; `family` tells how to read its body."""

    start: int
    end: int
    core: str
    family: str
    status: Status


@cache
def heads() -> Matcher[str]:
    """Every word that names a post, with its family."""
    data = table("titles")
    families = {"posts": data["posts"], "leaders": data["leaders"], "heads": data["heads"]}
    return Matcher({w: family for family, part in families.items() for listed_ in part.values() for w in listed_})


@cache
def _modifiers() -> Matcher[str]:
    """Words before a post, with what they do: `plain` belongs to the post, `outside` does not, the rest is a status."""
    data = table("titles")
    entries = dict.fromkeys(data["modifiers"]["words"], "plain")
    entries |= dict.fromkeys(data["modifiers"]["outside"], "outside")
    for status in ("former", "acting"):
        entries |= dict.fromkeys(data["status"][status], status)
    return Matcher(entries)


@cache
def descriptive() -> tuple[str, ...]:
    """Words that describe a person without naming an office."""
    return (*listed("titles", "descriptive"), *listed("titles", "posts", "people"))


@cache
def bylines() -> tuple[str, ...]:
    """Titles of those who made the page, longest first."""
    return longest_first(listed("titles", "bylines"))


def is_title(word: str) -> bool:
    """True if the word itself names a post."""
    hit = heads().at(word, 0)
    return hit is not None and hit[0] == len(word)


# Several steps ask for the same places of a page.
@lru_cache(maxsize=1 << 14)
def title_before(text: str, end: int) -> Title | None:
    """The post that ends right before `end`, or before a title of honour there, with all its modifiers."""
    end -= len(ending(text, listed("titles", "honorifics"), end))
    hit = heads().before(text, end)
    if hit is None:
        return None
    start, family = hit
    status: Status = "current"
    core = start
    while (found := _modifiers().before(text, start)) is not None:
        if text.endswith(WARD, found[0], start) and text.endswith(HEAD_OF_WARD, core, end):
            break
        if text[found[0] : start] == CHIEF and text.startswith(DEPUTY, start):
            break
        start = found[0]
        if found[1] == "former":
            status = "former"
        elif found[1] == "acting":
            status = "acting"
        elif found[1] == "plain":
            core = start
    return Title(start, end, text[core:end], family, status)


def past_epithet(text: str, end: int) -> int:
    """Where a post ends behind which words on the person stand before his name, or `end`: 创作员、|瑶族青年|某某."""
    found = _epithet().search(text, max(0, end - FARTHEST_EPITHET), end)
    return found.start() if found is not None and title_before(text, found.start()) is not None else end


@cache
def _epithet() -> re.Pattern[str]:
    return re.compile(f"、(?:{table('titles')['epithets']['pattern']})$")


def society_office(text: str, end: int) -> Title | None:
    """An office of a society that ends here and is a common word as well: 财政, 文书."""
    word = ending(text, longest_first(listed("titles", "society")), end)
    if not word:
        return None
    start = end - len(word)
    start -= len(ending(text, listed("titles", "society", "ranks"), start))
    return Title(start, end, text[start:end], "posts", "current")


@lru_cache(maxsize=1 << 14)
def title_at(text: str, start: int) -> Title | None:
    """The post that begins right at `start`, modifiers included."""
    position = start
    while (found := _modifiers().at(text, position)) is not None and heads().at(text, position) is None:
        position = found[0]
    hit = heads().at(text, position)
    if hit is None:
        return None
    return Title(start, hit[0], text[start : hit[0]], hit[1], "current")


def without_rank(text: str, end: int) -> int:
    """Where a name ends that a rank of the post behind it was read into: 某某会|荣誉主席, 某大学|二级教授."""
    if title_at(text, end) is None:
        return end
    while (rank := _modifiers().before(text, end)) is not None and end - rank[0] > 1 and rank[1] != "outside":
        end = rank[0]
    return end


def two_offices(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a first post stands in `[start, end)` and 兼 joins what follows: 某学会|副会长兼|某委员会; None without."""
    at = text.rfind(JOINT, start + 1, end - 1)
    title = title_before(text, at) if at > start else None
    return (title.start, at + len(JOINT)) if title is not None and title.start > start else None


def bare_office(core: str) -> str:
    """The post's own word without ranks before it: 主任 of 常务副主任."""
    hit = heads().before(core, len(core))
    return core if hit is None else core[hit[0] :].removeprefix("副")
