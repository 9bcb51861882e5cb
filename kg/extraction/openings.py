"""Where a name may begin: after a mark, after a word that no name holds, or at a bare level word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extraction.characters import is_han
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, ending

LEVELS = "省市区县州旗盟镇乡村"
WIDE_LEVELS = ("自治区", "自治州", "自治县", "自治旗", "地区", "街道", "社区", "公社", "苏木", "嘎查", "大队", "管理区")
FRAME_TAGS = ("v", "p", "c", "d", "r", "u", "ul", "uj", "m", "f", "q", "ad")
NOTE, LONG_NOTE = 14, 32
# How many characters of a name the words before it may take up.
OPENING = 3
# Where an envoy is sent, right before the post: no body by itself.
SEAT = re.compile("驻[一-龥]{1,6}$")
OPEN_TAGS = (*FRAME_TAGS, "i", "l", "z", "t")


def level_before(sheet: Sheet, position: int, anchors: dict[int, Candidate]) -> int | None:
    """Where a bare level word (区, 市, 镇 …) starts that ends here and stands for a division of the article."""
    text = sheet.text
    size = len(ending(text, WIDE_LEVELS, position)) or 1
    start = position - size
    if start < 0 or (size == 1 and text[start] not in LEVELS):
        return None
    if position in anchors and anchors[position].kind == "Division":
        return None
    doubled = text[start - 2 : start] in (f"我{text[start]}", f"本{text[start]}")
    known = doubled or text[start - 1 : start] in ("我", "原", "时", "任")
    return start if known or left_is_open(sheet, start) else None


def left_is_open(sheet: Sheet, start: int) -> bool:
    """True if a name may begin here: after a mark, a boundary word or another name."""
    if start == 0 or not is_han(sheet.text[start - 1]):
        return True
    if boundary_words().before(sheet.text, start):
        return True
    words_ = sheet.words
    if words_.boundary(start) and any(
        words_.lengths.get(start - size) == size and words_.tags[start - size] in OPEN_TAGS for size in (1, 2, 3, 4)
    ):
        return True
    return words_.boundary(start) and any(c.end == start for c in sheet.candidates if c.weight > 1)


@cache
def boundary_words() -> Matcher[str]:
    """Words that no name of a body holds, with their family: `hard` or `joints`."""
    data = table("boundaries")
    return Matcher({w: family for family in ("hard", "joints") for w in data[family]["words"]})


def opens_with_words(text: str, name: Candidate) -> bool:
    """True for a name into which words before it were read that no name holds: 一提起|某乡某站, 现任|某某镇."""
    hits = boundary_words().find(text[name.start : min(name.end, name.start + OPENING)])
    return any(end - start > 1 and family == "hard" for start, end, family in hits)


def opens_name(text: str, at: int) -> bool:
    """True for a character that is a joint elsewhere, and here opens a name, as another stands before: 与|和溪中学."""
    pair = text[max(0, at - 1) : at + 1]
    return pair in listed("boundaries", "doubled")


# Several steps ask what stands after the same names.
@lru_cache(maxsize=1 << 13)
def past_note(text: str, end: int) -> int:
    """Where words of respect and a short note in parentheses after a name end, or `end` itself: 张三先生(女，满族)."""
    end = past_respect(text, end)
    after = past_brackets(text, end)
    return past_respect(text, after) if after > end else end


def past_brackets(text: str, end: int) -> int:
    """Where a short note in parentheses ends that begins here, or `end` itself."""
    if text[end : end + 1] != "(":
        return end
    close = text.find(")", end, end + LONG_NOTE)
    return close + 1 if close >= 0 else end


def past_respect(text: str, end: int) -> int:
    """Where the words of respect after a name end, or `end` itself: 张三博士太平绅士."""
    while (hit := _respect().at(text, end)) is not None:
        end = hit[0]
    return end


@cache
def _respect() -> Matcher[str]:
    return Matcher(dict.fromkeys(table("people")["respect"]["words"], ""))


def before_note(text: str, end: int) -> int:
    """Where a short note in parentheses that ends here begins, or `end` itself: 副市长(挂职)."""
    if text[end - 1 : end] != ")":
        return end
    opening = text.rfind("(", max(0, end - NOTE), end)
    return opening if opening >= 0 else end
