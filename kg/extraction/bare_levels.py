"""Which division a bare level word means: 市, 区, 省 by where the page is at home and what is named before."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.abroad import country_of_page, level_abroad
from kg.extraction.delegations import last_guest, led_division
from kg.extraction.local_levels import LOCAL_LEVELS, nearest_local
from kg.extraction.named_before import called, last_named
from kg.extraction.prefectures import PREFECTURE, printed_prefecture
from kg.extraction.sheet import Sheet
from kg.lexicon.divisions import gazetteer
from kg.reading.evidence import guests
from kg.reading.stance import WITHOUT_COUNTIES

PROVINCES = ("省", "自治区")
DISTRICT = re.compile("副?区(?:委|长|政府(?!办公厅))|(?:常务|代理|代)+副?区长")
# What ends the posts of one person, and how far behind the first the next may stand.
STOP, FURTHER = re.compile("[，。；：\n]"), 24


def division_at_level(sheet: Sheet, position: int, level: str) -> str | None:
    """The full name of the division that a bare `level` (市, 区, 镇 …) means at this place, or None."""
    if level in LOCAL_LEVELS:
        return nearest_local(sheet, position, level)
    part = sheet.part_at(position)
    pointed = f"该{level}"
    if sheet.text.endswith(pointed, 0, position) and (named := last_named(sheet, position - len(pointed), pointed)):
        return called(sheet, named, (level,))
    if division := led_division(sheet, position, level) or _reached(sheet, position, level):
        return division
    if level in PROVINCES and (province := _of_further_post(sheet, position, level)):
        return province
    region = part.article.region or sheet.page.region
    if region is not None and region.adcode in WITHOUT_COUNTIES:
        return last_guest(sheet, position, level) or _only_one(sheet, part.start, part.end, level)
    if country_of_page(sheet):
        return level_abroad(sheet, position, level) or None
    if level == PREFECTURE and (prefecture := printed_prefecture(sheet.text)):
        return prefecture
    if region is not None:
        if region.name.endswith(level) and not _not_of_region(sheet.text, position, level, region.name):
            return region.name
        if region.adcode:
            for above in gazetteer().lineage(region.adcode):
                if above.name.endswith(level) and not _not_of_region(sheet.text, position, level, above.name):
                    district = _district_told(sheet, position) if above.name.endswith(PROVINCES) else None
                    return district if level == "区" and district else above.name
                if level == PREFECTURE and above.level == "prefecture":
                    return above.short + level
    if level in PROVINCES:
        return _only_province(sheet, level)
    name = _only_one(sheet, part.start, part.end, level)
    if name is None and region is not None and region.adcode:
        name = _only_below(region.adcode, level)
    if name is None or _not_of_region(sheet.text, position, level, name):
        return None
    return None if region is None and name in guests(sheet.text[part.start : part.end]) else name


@cache
def _only_below(adcode: str, level: str) -> str | None:
    """The only division of such a level that a division has: the one 市 of a 州."""
    below = [
        one.name
        for one in gazetteer()
        if one.name.endswith(level) and one.adcode != adcode and gazetteer().within(one.adcode, adcode)
    ]
    return below[0] if len(below) == 1 else None


def _reached(sheet: Sheet, position: int, level: str) -> str | None:
    """The division that a clause closes with, to whose head the next turns: 抵达某某县，|县长."""
    if sheet.text[position - 1 : position] != "，":
        return None
    closing = (c.name or sheet.text[c.start : c.end] for c in sheet.divisions if c.end == position - 1)
    return next((name for name in closing if name.endswith(level) and len(name) > len(level)), None)


def _not_of_region(text: str, position: int, level: str, name: str) -> bool:
    """True for 区 of 区委 and 副区长 where the page is at home in an 自治区, which has 党委 and 主席."""
    return level == "区" and name.endswith(PROVINCES) and DISTRICT.match(text, position) is not None


def _district_told(sheet: Sheet, position: int) -> str | None:
    """The district that the sentence named last before: there 区 is no 自治区."""
    begin = max(sheet.text.rfind(mark, 0, position) for mark in "。\n")
    told = [c for c in sheet.divisions if begin < c.start < position and (c.name or "").endswith("区")]
    last = max(told, key=lambda c: c.start, default=None)
    return None if last is None or not last.name or last.name.endswith(PROVINCES) else last.name


def _of_further_post(sheet: Sheet, position: int, level: str) -> str | None:
    """The province of the city that one's next post is in: 省委常委、某某市委书记."""
    stop = STOP.search(sheet.text, position + 1)
    end = min(stop.start() if stop else len(sheet.text), position + FURTHER)
    for c in sheet.divisions:
        if position < c.start < end and c.adcode and sheet.text[c.start - 1] == "、":
            above = gazetteer().by_code(c.adcode[:2] + "0000")
            return above.name if above.name.endswith(level) and above.adcode != c.adcode else None
    return None


def _only_province(sheet: Sheet, level: str) -> str | None:
    """The one province of this kind that the page names."""
    names = {c.name for c in sheet.divisions if c.name and c.adcode and c.adcode.endswith("0000")}
    found = [name for name in names if name.endswith(level)]
    return found[0] if len(found) == 1 else None


def _only_one(sheet: Sheet, start: int, end: int, level: str) -> str | None:
    names = {c.name for c in sheet.chosen if c.kind == "Division" and start <= c.start < end and c.name.endswith(level)}
    return names.pop() if len(names) == 1 else None
