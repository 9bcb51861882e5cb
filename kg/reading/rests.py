"""The two sides of a tear: whether a text begins as none does, and whether it goes on with another that was torn."""

from __future__ import annotations

from functools import cache, lru_cache

import rjieba

from kg.lexicon import table, words

# So many characters on each side of the tear may make the word that it cut.
SIDE = 3
# As far from it words are told from each other.
NEAR = 10
# Behind a single character they make it the end of a word.
MARKS = "，。；、"
# A post that was torn within its title, which a scan may give twice.
DEPUTY = "、副"
PAIRS, LONGEST_PAIR = ("《》", "“”"), 30


# How much a tear is known by: a title, a body and its post, a mark behind one character; words count their characters.
CERTAIN, LIKELY = 9, 2
# A word of so many characters across the tear tells even before a character that often opens a paragraph.
LONG_WORD = 3


def fits(before: str, after: str) -> bool:
    """True if the end of one paragraph and the beginning of another make a word, a title, or a body and its post."""
    return fit(before, after) > 0


@lru_cache(maxsize=1 << 14)
def fit(before: str, after: str) -> int:
    """How surely two sides of a tear belong together: the characters of the word across it at most; 0: not at all."""
    before, after = before[-LONGEST_PAIR:].replace(" ", ""), after.replace(" ", "")
    for pair in PAIRS:
        if _ends_in(before, pair):
            return CERTAIN if _begins_in(after, pair) else 0
    text = table("layout")["text"]
    posts = tuple(text["torn_posts"])
    if after.startswith(posts) and (before.endswith((*text["torn_bodies"], DEPUTY))):
        return CERTAIN
    begins = _begins_within(after)
    if begins and after[1] in MARKS:
        return LIKELY
    word = _word_across(before, after) if begins or _begins_rarely(after) else 0
    return word if begins or word >= LONG_WORD else 0


def _word_across(before: str, after: str) -> int:
    """The characters of the longest word that the tear cut; 0: none."""
    sides = range(1, SIDE + 1)
    rows = ((left + right, before[-left:] + after[:right]) for left in sides for right in sides)
    return max((size for size, word in rows if len(word) == size and rjieba.has_word(word)), default=0)


def across(before: str, after: str) -> int:
    """How surely sides belong together that are cut into fewer words as one, one of them across the tear: 落|实情况."""
    before, after = before.replace(" ", "")[-NEAR:], after.replace(" ", "")[:NEAR]
    both, at = rjieba.cut(before + after), 0
    if after.startswith(tuple(table("layout")["text"]["beginnings"])):
        return 0
    if len(both) >= len(rjieba.cut(before)) + len(rjieba.cut(after)):
        return 0
    for word in both:
        if at < len(before) < at + len(word) and rjieba.has_word(word):
            return LONG_WORD
        at += len(word)
    return 0


def is_rest(text: str) -> bool:
    """True if a paragraph begins as none does: with a post alone, half a word, half a title or half a quotation."""
    text = text.replace(" ", "")
    return _begins_within(text) or any(_begins_in(text, pair) for pair in PAIRS)


@lru_cache(maxsize=1 << 12)
def _begins_within(text: str) -> bool:
    """True if a paragraph begins with a post alone, or with half a word."""
    data = table("layout")["text"]
    if text.startswith((*data["beginnings"], *data["torn_never"])):
        return False
    return text.startswith(tuple(data["torn_posts"])) or _opens_with_no_word(text)


def _begins_rarely(text: str) -> bool:
    """True if a paragraph begins with no word, though with a character that often opens one: 镇|的."""
    return text.startswith(tuple(table("layout")["text"]["torn_never"])) and _opens_with_no_word(text)


def _opens_with_no_word(text: str) -> bool:
    if len(text) < 2 or not is_han(text[0]) or any(rjieba.has_word(text[:size]) for size in (2, 3, 4)):
        return False
    return text[0] not in _surnames() or not is_han(text[1])


def _ends_in(text: str, pair: str) -> bool:
    """True for a text that ends in a title or quotation whose closing mark is missing."""
    return pair[0] in text[-LONGEST_PAIR:].rpartition(pair[1])[2]


def _begins_in(text: str, pair: str) -> bool:
    """True for a text that begins in a title or quotation whose opening mark is missing."""
    return 0 < text.find(pair[1], 0, LONGEST_PAIR) < (text.find(pair[0]) % (len(text) + 1))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames")) - set(table("layout")["text"]["torn_halves"])


def is_han(ch: str) -> bool:
    return "一" <= ch <= "鿿"
