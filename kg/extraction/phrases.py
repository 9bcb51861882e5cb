"""What the words before a post say: common nouns and words such as 该会 that open them, levels in them."""

from __future__ import annotations

from functools import cache

from kg.extraction.body_names import opening_department
from kg.extraction.endings import common_nouns
from kg.extraction.openings import LEVELS
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, holds


@cache
def pointing_words() -> tuple[str, ...]:
    data = table("anaphora")["anaphora"]
    return (*data["bodies"], *data["divisions"])


def names_level(phrase: str) -> bool:
    """True if the words speak of a division (县 of 某县财政), and not only of country and town (农村工作)."""
    for word in listed("titles", "no_divisions"):
        phrase = phrase.replace(word, "")
    return holds(phrase, LEVELS)


@cache
def _nouns() -> Matcher[str]:
    return Matcher({word: word for word in (*common_nouns(), *listed("titles", "owners")) if _is_owner(word)})


def _is_owner(word: str) -> bool:
    return len(word) > 1 or word in listed("titles", "owners")


def leading_noun(phrase: str) -> str:
    """The common noun that the words of a part open with: 公司 of 公司采购部, but nothing of 政府党组."""
    hit = _nouns().at(phrase, 0)
    return phrase[: hit[0]] if hit and not opening_department(phrase) else ""
