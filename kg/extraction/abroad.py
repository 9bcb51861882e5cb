"""Proposes divisions and bodies abroad on the pages that tell of them; says which division 市长 means there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.extraction.characters import HAN, is_han
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import listed, rows, table
from kg.lexicon.abroad import AREA, AT_HOME_ONLY, TAIWAN, PlaceAbroad, places_abroad
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import Matcher
from kg.reading.stance import WITHOUT_COUNTIES

# Bodies that may bear the name of any place.
ACADEMIES = ("大学", "学院")
# Levels of the divisions of the mainland whose people come as guests, and the codes of what is no such division.
GUESTS, HOMES = ("市", "县", "区", "州", "旗"), WITHOUT_COUNTIES
RULE = "place-abroad"
# A short name that a paper of the mainland prints has so many characters at least.
LONG = 3
# Levels that may stand behind the name of a place abroad whose own is another: 某某省 of a place that is a county.
FURTHER = "省府州市县区镇"
# Before a body these give it a division of its own; behind it these go on with its name.
LEVELS = ("省", "市", "区", "县", "州", "府", "镇", "乡", "村")
NO_BODIES = ("长期", "面", "分署", "分局")
# A part of such a body before its head: 某局|某厅厅长.
PART = re.compile(
    f"(?P<part>[{HAN}]{{1,6}}?(?:厅|处|科|部|组|警区|委员会|中心))(?=[厅处科部组]?长|主任|主席|指挥官|总)"
)
# What makes another word of such a level: 某地|市场, 某地|区域.
NOT_LEVELS = (
    "市场",
    "市民",
    "市区",
    "市面",
    "市内",
    "区内",
    "区域",
    "县内",
    "省内",
    "州内",
    "府上",
    "市立",
    "市政",
    "州立",
    "省立",
)


def country_of_page(sheet: Sheet) -> str:
    """The country, or the special region, in which a page abroad is at home; '' for pages of the mainland."""
    region = sheet.page.region
    if region is None:
        return ""
    if region.adcode is not None:
        return gazetteer().by_code(region.adcode).short if region.adcode in WITHOUT_COUNTIES else ""
    return next((place.country for place in places_abroad().named(region.name)), "")


def divisions_abroad(sheet: Sheet) -> Iterator[Candidate]:
    """The divisions abroad that the page names, by the table."""
    home, text = country_of_page(sheet), sheet.text
    for start, end, places in places_abroad().scan(text):
        place = _meant(text[start:end], places, home)
        if text.startswith(listed("towns", "of_bodies"), end):
            continue
        if place is None or not _stands_alone(sheet, start, end, place):
            continue
        told = place.full in text or (place.above != "" and place.above in text)
        if place.country in AT_HOME_ONLY and text[start:end] != place.full and not told:
            continue
        score = weight("division", "full_name") + 0.2 * (end - start)
        form = text[start:end]
        if home and home not in AT_HOME_ONLY and not form.endswith(place.level) and _has_level(text, end):
            name = text[start : end + 1]
            yield Candidate(start, end + 1, "Division", score + 0.2, RULE, name=_called(name, place))
        if place.level == AREA:
            yield Candidate(start, end, "Place", score, RULE, name=place.name)
            continue
        yield Candidate(start, end, "Division", score, RULE, name=place.name, aliases=(place.full,))


def bodies_abroad(sheet: Sheet, anchors: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Bodies of the government of Hong Kong, Macao or Taiwan on a page at home there, which stand without its name."""
    home = country_of_page(sheet)
    if home not in _bodies():
        return
    last = 0
    for start, end, name in _bodies()[home].find(sheet.text):
        before = sheet.text[start - 1 : start]
        if start < last:
            continue
        last = end
        if start in anchors or before in LEVELS or sheet.text.startswith(NO_BODIES, end):
            continue
        score = weight("organization", "national") + weight("organization", "length") * (end - start)
        form = sheet.text[start:end]
        whole = name if name.startswith(home) or home == TAIWAN else home + name
        yield Candidate(start, end, "Organization", score, "body-abroad", whole, ("PublicBody",), aliases=(form, name))
        if (part := PART.match(sheet.text, end)) is not None:
            score += weight("organization", "length") * len(part["part"])
            names = (sheet.text[start : part.end("part")], name + part["part"])
            yield Candidate(
                start, part.end("part"), "Organization", score, "body-abroad", whole + part["part"], aliases=names
            )


@cache
def _bodies() -> dict[str, Matcher[str]]:
    """By region, the full name without the region by every name of a body."""
    found: dict[str, dict[str, str]] = {}
    for region, names in rows("bodies_abroad"):
        for name, *shorter in (entry.split("/") for entry in names.split()):
            whole = name if name.startswith(region) else region + name
            found.setdefault(region, {}).update(dict.fromkeys((name, whole, *shorter), name))
    return {region: Matcher(forms) for region, forms in found.items()}


def _called(form: str, place: PlaceAbroad) -> str:
    """The place itself with its own level, or what is called after it: 某某省 beside 某某县."""
    return place.name if form == place.full else form


def _has_level(text: str, end: int) -> bool:
    return text[end : end + 1] in tuple(FURTHER) and not text.startswith(NOT_LEVELS, end)


def _meant(form: str, places: tuple[PlaceAbroad, ...], home: str) -> PlaceAbroad | None:
    """Which of the places of one name is meant; None where the name is the mainland's, or too short to tell."""
    ours = next((place for place in places if place.country == home), None)
    if ours is not None:
        return ours
    place = places[0]
    own = place.country == TAIWAN and not place.above and form == place.full
    if gazetteer().named(form) or (place.country in AT_HOME_ONLY and not own):
        return None
    return place if home or (len(form) >= LONG and form not in listed("abroad", "homographs")) else None


def _stands_alone(sheet: Sheet, start: int, end: int, place: PlaceAbroad) -> bool:
    """True unless a short name is part of another word."""
    words = sheet.words
    if end - start >= LONG:
        return True
    before = start == 0 or not is_han(sheet.text[start - 1]) or words.boundary(start)
    return before and (words.boundary(end) or sheet.text[end] == place.level)


def place_of(candidate: Candidate) -> PlaceAbroad | None:
    """The place of the table that a division abroad is."""
    return next(iter(places_abroad().named(candidate.name)), None) if candidate.rule == RULE else None


def head_of_place(candidate: Candidate, form: str, level: str) -> str:
    """What the government of a division abroad is called after, by its printed form and the level in a post: 某某市."""
    place = place_of(candidate)
    if place is None or not level:
        return candidate.name or form
    return form if form.endswith(level) else place.full if place.level == level else form + level


def named_abroad(sheet: Sheet, start: int, position: int, level: str) -> str:
    """The division of this level that was named last in `[start, position)`, at home or abroad; ''."""
    rows = (c for c in sheet.divisions if start <= c.start and c.end <= position)
    called = [c for c in sheet.chosen if "School" in c.classes and sheet.text.endswith(ACADEMIES, c.start, c.end)]
    for c in sorted(rows, key=lambda c: -c.end):
        if any(body.start <= c.start and c.end <= body.end for body in called):
            continue
        place, form = place_of(c), sheet.text[c.start : c.end]
        if place is not None and level in (form[-1], place.level):
            return form if form.endswith(level) else as_printed(sheet, place)
        if place is None and (c.name or form).endswith(level):
            return c.name or form
    return ""


def level_abroad(sheet: Sheet, position: int, level: str) -> str:
    """What a bare level means on a page that is at home abroad: what its sentence named last, or its own place."""
    if named := named_abroad(sheet, sheet.part_at(position).start, position, level):
        return named
    region, home = sheet.page.region, country_of_page(sheet)
    own = () if region is None or not home else places_abroad().named(region.name)
    place = next((one for one in own if one.country == home), None)
    while place is not None and place.level != level:
        above = places_abroad().named(place.above) if place.above else ()
        place = next((one for one in above if one.country == home), None)
    return as_printed(sheet, place) if place is not None else ""


def as_printed(sheet: Sheet, place: PlaceAbroad) -> str:
    """The name with the level that the page prints most, as bodies are called after it there; the full one else."""
    forms = [form for form in place.forms if form.endswith(place.level)]
    return max([place.full, *forms], key=sheet.text.count)


def guest_of(sheet: Sheet, position: int, form: str) -> str:
    """The division of the mainland whose department a bare word means on a page abroad: the guests' 侨联, 市委.

    What there is abroad too is theirs only where their division is the last that its sentence named.
    """
    begin = sheet.part_at(position).start
    if form.startswith(listed("anaphora", "abroad_too")):
        begin = max(begin, *(sheet.text.rfind(mark, 0, position) + 1 for mark in "。\n"))
    rows = [c for c in sheet.divisions if begin <= c.start and c.end <= position]
    last = max(rows, key=lambda c: c.end, default=None)
    if last is not None and last.rule == RULE and form.startswith(listed("anaphora", "abroad_too")):
        return ""
    guests = [c.name for c in rows if c.rule != RULE and c.name.endswith(GUESTS) and c.adcode not in HOMES]
    return guests[-1] if guests else ""


def names_place_abroad(form: str) -> bool:
    """True for a city abroad, also in a dateline or the head of a page: 温哥华, 花莲讯, 花莲版; and for 第五版."""
    if len(form) > 2 and form[-1] in table("people")["of_papers"]["chars"]:
        form = form[:-1]
        return form[0] == "第" or bool(places_abroad().named(form))
    return len(form) > 2 and bool(places_abroad().named(form))
