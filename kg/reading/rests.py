"""The two sides of a tear: whether a text begins as none does, and whether it goes on with another that was torn."""

from __future__ import annotations

from functools import cache, lru_cache

import rjieba

from kg.lexicon import table, words

# So many characters on each side of the tear may make the word that it cut.
SIDE = 3
# Behind a single character they make it the end of a word.
MARKS = "，。；、"
TITLE, LONGEST_TITLE = "《》", 30


@lru_cache(maxsize=1 << 14)
def fits(before: str, after: str) -> bool:
    """True if the end of one paragraph and the beginning of another make a word, a title, or a body and its post."""
    if _ends_in_title(before):
        return _begins_in_title(after)
    if not _begins_within(after):
        return False
    if after[1] in MARKS:
        return True
    sides = range(1, SIDE + 1)
    if any(rjieba.has_word(before[-left:] + after[:right]) for left in sides for right in sides):
        return True
    text = table("layout")["text"]
    return before.endswith(tuple(text["torn_bodies"])) and after.startswith(tuple(text["torn_posts"]))


def is_rest(text: str) -> bool:
    """True if a paragraph begins as none does: with a post alone, half a word or half a title."""
    return _begins_within(text) or _begins_in_title(text)


@lru_cache(maxsize=1 << 12)
def _begins_within(text: str) -> bool:
    """True if a paragraph begins with a post alone, or with half a word."""
    data = table("layout")["text"]
    if len(text) < 2 or not is_han(text[0]) or text.startswith((*data["beginnings"], *data["torn_never"])):
        return False
    if text.startswith(tuple(data["torn_posts"])):
        return True
    whole = any(rjieba.has_word(text[:size]) for size in (2, 3, 4))
    return not whole and (text[0] not in _surnames() or not is_han(text[1]))


def _ends_in_title(text: str) -> bool:
    """True for a text that ends in a title whose 》 is missing."""
    return TITLE[0] in text[-LONGEST_TITLE:].rpartition(TITLE[1])[2]


def _begins_in_title(text: str) -> bool:
    """True for a text that begins in a title whose 《 is missing."""
    return 0 < text.find(TITLE[1]) < (text.find(TITLE[0]) % (len(text) + 1))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames"))


def is_han(ch: str) -> bool:
    return "一" <= ch <= "鿿"
