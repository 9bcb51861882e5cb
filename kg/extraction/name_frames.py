"""What stands right before and right after a person's name, and how far it speaks for the name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extraction.characters import HAN
from kg.extraction.sheet import Sheet
from kg.extraction.titles import descriptive, society_office, title_at, title_before
from kg.extraction.weights import weight
from kg.lexicon import listed, words
from kg.lexicon.matcher import Matcher, matcher_of

MARKS = re.compile(f"[^{HAN}A-Za-z0-9]")
AGED = re.compile("[0-9一二三四五六七八九十]岁的?$")
# 张三十一月三日: a date right behind a name.
DATED = re.compile("[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日")
# 张三，男，汉族: how a notice of appointment begins.
BIOGRAPHY = re.compile("[，,(](?:男|女)[，,)]")


@cache
def given_characters() -> frozenset[str]:
    return frozenset(words("given_characters"))


def acts() -> Matcher[str]:
    """What a person says or does in public."""
    return matcher_of("people", "acts")


@cache
def weak_acts() -> Matcher[str]:
    """What follows a name as often as anything else."""
    return Matcher(dict.fromkeys((*listed("people", "weak_acts"), *listed("people", "follows")), ""))


@cache
def described() -> Matcher[str]:
    """What somebody is that is no post: 果农, 阿妈, 胞弟."""
    return Matcher(dict.fromkeys((*listed("people", "described"), *listed("people", "kin")), ""))


def takes_title(text: str, end: int) -> bool:
    """True if a name that ends here would take the first character of a title: 某某总|书记."""
    title = title_at(text, end - 1)
    return title is not None and title.end > end and text[end - 1] not in given_characters()


# Several steps ask what follows the same places of a page.
@lru_cache(maxsize=1 << 13)
def ends_here(text: str, end: int) -> bool:
    """True if a mark or a word follows that no name begins with."""
    told = weak_acts().at(text, end) is not None or DATED.match(text, end) is not None
    return told or bool(MARKS.match(text[end : end + 1] or "、")) or closes(text, end)


@lru_cache(maxsize=1 << 13)
def closes(text: str, end: int) -> bool:
    """True if a name that ends here is followed by a mark or an act."""
    return end >= len(text) or bool(MARKS.match(text[end])) or acts().at(text, end) is not None


def ends_after_joint(text: str, end: int) -> bool:
    """True if no second name can follow a 和 that ends here, so that it belongs to the name: 甲和与乙, 甲和的."""
    return text.startswith(listed("people", "after_joint"), end)


def weight_before(sheet: Sheet, start: int) -> float:
    text = sheet.text
    title = title_before(text, start) or (title_before(text, start - 1) if text[start - 1 : start] == "的" else None)
    if title is not None:
        return weight("person", "description_before" if title.core.endswith(descriptive()) else "title_before")
    if start == 0 or MARKS.match(text[start - 1]):
        return weight("person", "mark_before")
    office = society_office(text, start)
    if office is not None and text[office.start - 1 : office.start] in ("、", "，"):
        verbal = text[office.start - 1] == "，" and office.core in listed("titles", "society", "verbs")
        return weight("person", "mark_before" if verbal else "title_before")
    if described().before(text, start):
        return weight("person", "description_before")
    if AGED.search(text[max(0, start - 6) : start]):
        return weight("person", "aged_before")
    if text.endswith(listed("people", "appointing"), 0, start):
        return weight("person", "appointing_before")
    if matcher_of("people", "before").before(text, start):
        return weight("person", "word_before")
    return 0.0


def weight_after(sheet: Sheet, end: int) -> float:
    text = sheet.text
    if BIOGRAPHY.match(text, end):
        return weight("person", "biography_after")
    if end >= len(text) or MARKS.match(text[end]):
        score = weight("person", "mark_after")
        if text[end : end + 1] == "(":
            score += weight("person", "parenthesis_after")
        return score
    act = acts().at(text, end)
    if act:
        return weight("person", "act_after" if act[0] - end > 1 else "act_after_single")
    if title_at(text, end):
        return weight("person", "title_after")
    return weight("person", "weak_act_after") if weak_acts().at(text, end) else 0.0
