"""Proposes administrative divisions: the gazetteer's by name, towns and villages by ending and surroundings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.abroad import divisions_abroad
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS
from kg.extraction.shared_endings import shared_endings
from kg.extraction.sheet import Sheet
from kg.extraction.towns import towns
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import among, listed, table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.naming import by_chance, names_prefectures

PREFECTURE = "地区"
# How near a city is, at least, whose name is a word for guests as well.
NEAR_HOME = 7
RANK = {"province": 2, "prefecture": 1, "county": 0}


def propose_divisions(sheet: Sheet) -> None:
    """Adds the divisions of the gazetteer and the towns and villages that the page names."""
    listed_names = [*_gazetteer_names(sheet), *divisions_abroad(sheet)]
    for candidate in listed_names:
        sheet.propose(candidate)
    ends = {c.end: c for c in listed_names}
    for candidate in [*towns(sheet, ends), *shared_endings(sheet), *_zones(sheet, ends)]:
        sheet.propose(candidate)


def _gazetteer_names(sheet: Sheet) -> Iterator[Candidate]:
    places = gazetteer()
    hits = [
        hit
        for hit in places.scan(sheet.text)
        if not (_cuts_word(sheet, hit[1]) or _begins_in_word(sheet, hit[0]) or _by_chance(sheet, *hit))
    ]
    printed = Counter(d.adcode for start, end, found in hits for d in found if sheet.text[start:end] == d.name)
    parents = {end: found for start, end, found in hits}
    prefectures = names_prefectures(sheet.text)
    for start, end, found in hits:
        form = sheet.text[start:end]
        region = sheet.part_at(start).article.region or sheet.page.region
        home = region.adcode if region else None
        before = {d.adcode for d in parents.get(start, ())}
        best = max(found, key=lambda d: (_kinship(d, home, before, printed), RANK[d.level], -int(d.adcode)))
        if form.endswith(PREFECTURE) and form != best.name:
            if prefectures:
                score = weight("division", "full_name") + 0.2 * len(form)
                yield Candidate(start, end, "Division", score, "former-prefecture", form)
            continue
        whole = form == best.name or (form in best.alternatives and form[-1] in LEVELS)
        if whole and (form != best.short or len(form) > 2):
            yield Candidate(
                start,
                end,
                "Division",
                weight("division", "full_name") + 0.2 * len(form),
                "gazetteer",
                name=best.name,
                adcode=best.adcode,
            )
        elif (score := _short_weight(sheet, start, end, best, home, before, printed)) > 0:
            yield Candidate(start, end, "Division", score, "gazetteer-short", name=best.name, adcode=best.adcode)


def _by_chance(sheet: Sheet, start: int, end: int, found: tuple[Division, ...]) -> bool:
    """True for 和县 in 县委和县政府 and 会同县 in 会同县某局, unless the page is at home there."""
    region = sheet.page.region
    at_home = region is not None and any(division.adcode == region.adcode for division in found)
    if not at_home and end - start == 3 and sheet.text[start : end - 1] in among("boundaries", "hard"):
        return True
    return end - start == 2 and not at_home and by_chance(sheet.text, start, end, found)


def _cuts_word(sheet: Sheet, end: int) -> bool:
    """True if the last character belongs to the next word: 永安市场 holds no 永安市."""
    if end >= len(sheet.text) or sheet.words.boundary(end) or sheet.text[end] in "委长府":
        return False
    return known(sheet.text[end - 1 : end + 1])


def _begins_in_word(sheet: Sheet, start: int) -> bool:
    """True if the first character belongs to the word before: 召开县委 holds no 开县."""
    return start > 0 and not sheet.words.boundary(start) and known(sheet.text[start - 1 : start + 1])


def _kinship(division: Division, home: str | None, before: set[str], printed: Counter[str]) -> int:
    """How near a division of this name is to what the page is about."""
    above = {d.adcode for d in gazetteer().ancestors(division.adcode)}
    near = 0
    if above & before:
        near += 16
    if printed[division.adcode]:
        near += 8
    if home:
        if division.adcode == home or home[:4] == division.adcode[:4]:
            near += 4
        elif home[:2] == division.adcode[:2]:
            near += 2
    if division.level in ("province", "prefecture"):
        near += 3
    return near


def _short_weight(
    sheet: Sheet, start: int, end: int, division: Division, home: str | None, before: set[str], printed: Counter[str]
) -> float:
    words = sheet.words
    if not (words.boundary(start) and words.boundary(end)):
        return 0.0
    tag = words.tags.get(start, "")
    lone = words.lengths.get(start) == end - start
    near = _kinship(division, home, before, printed)
    if division.level == "county" and near < 4:
        return 0.0
    if near < NEAR_HOME and sheet.text[start:end] in table("deixis")["visits"]["persons"]:
        return 0.0
    if lone and tag and not tag.startswith(("n", "j")) and near < 8:
        return 0.0
    return weight("division", "short_name") + 0.1 * near


def _zones(sheet: Sheet, ends: dict[int, Candidate]) -> Iterator[Candidate]:
    """高新区 and the like, which have their own party and government bodies, with the division that they stand with."""
    for m in re.finditer("|".join(listed("anaphora", "bare_zones")), sheet.text):
        start = ends[m.start()].start if m.start() in ends else m.start()
        yield Candidate(start, m.end(), "Place", weight("thing", "bare_zone"), "zone")
