"""What the words before a post say: common nouns and words such as 该会 that open them, levels in them."""

from __future__ import annotations

from functools import cache

from kg.extraction.endings import common_nouns
from kg.extraction.openings import LEVELS
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher


@cache
def pointing_words() -> tuple[str, ...]:
    words = table("anaphora")["anaphora"]
    return (*words["bodies"], *words["divisions"])


def names_level(words: str) -> bool:
    """True if the words speak of a division (县 of 某县财政), and not only of country and town (农村工作)."""
    for word in listed("titles", "no_divisions"):
        words = words.replace(word, "")
    return any(level in words for level in LEVELS)


@cache
def _nouns() -> Matcher[str]:
    return Matcher({word: word for word in (*common_nouns(), *listed("titles", "owners")) if _is_owner(word)})


def _is_owner(word: str) -> bool:
    return len(word) > 1 or word in listed("titles", "owners")


def leading_noun(words: str) -> str:
    """The common noun that the words of a part open with: 公司 of 公司采购部."""
    hit = _nouns().at(words, 0)
    return words[: hit[0]] if hit else ""
