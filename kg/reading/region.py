"""Which division 我市, 全区 or 区委 means on the page as a whole; `kg.reading.article_region` says it of one article.

The level comes from the words that point (区委, 全县), the division from those the text names most.
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.lexicon.townships import county_of
from kg.model import Region
from kg.reading.abroad import region_abroad, stands_abroad
from kg.reading.evidence import Candidate, Evidence, evidence, unlisted
from kg.reading.heads import closing_divisions
from kg.reading.naming import FULL, SHORT, names_for
from kg.reading.owners import Owner
from kg.reading.pointing import (
    HOME,
    POINTS,
    PROVINCIAL,
    SHARE,
    because,
    best_of,
    first_of,
    is_national,
    pointing_words,
    points_of,
)

# A county that a paper is called after is named at least this share as often as any other; else it is a namesake.
NAMESAKE = 0.4
# A province that its paper names so many times as often as a place in it is what the page is about.
MORE = 2.0
# A text of fewer characters is no article that could name what the page is about.
SHORTEST = 30


@cache
def home_of(publication: str | None) -> Division | None:
    """The division in the name of a paper (某某日报 → 某某市); the larger one where two share the name.

    A river or mountain that is called like a division lies elsewhere as often as not: 某某河报.
    """
    size = {"province": 0, "prefecture": 1, "county": 2}
    name, waters = publication or "", tuple(table("layout")["outlets"]["waters"])
    divisions = closing_divisions(name)
    for text in (name, re.sub(table("layout")["outlets"]["before_home"], "", name)):
        divisions = divisions or next(
            (found for start, end, found in gazetteer().scan(text) if start == 0 and text[end : end + 1] not in waters),
            (),
        )
    return min(divisions, key=lambda one: (one.until is not None, size[one.level], one.adcode), default=None)


def papers_home(publication: str | None, owner: Owner) -> Division | None:
    """The division that runs the paper, else the one it is called after, else the one in which its office is."""
    return owner.runs or home_of(publication) or owner.office


def page_region(text: str, publication: str | None, owner: Owner) -> Region | None:
    """The division that the page's pointing words mean, or that it is about where it has none."""
    if is_national(publication):
        return None
    home = papers_home(publication, owner)
    if stands_abroad(text, home):
        return region_abroad(text, home)
    found = evidence(text, home)
    chars, provincial = pointing_words(found), _provincial(found)
    if provincial and _all_province(found, chars, provincial[0], text):
        chars = []
    for char in chars:
        if found.pointing[char] < SHARE * found.pointing[chars[0]] and owner.runs is None:
            break
        if runs := _named_or_home(found, char, owner.runs):
            return because(found, char, runs, publication)
        best, name = best_of(found, char, home), _unlisted(text, char, home)
        if best and home and _of_one_article(text, best, home):
            paper = publication or "the paper"
            return Region(home.name, home.adcode, f"home of {paper}, which tells of several places")
        if best and home and found.pointing[char] < POINTS and _names_province(found, best, home):
            return Region(home.name, home.adcode, f"the page names {home.name} most")
        if best and not (name and FULL * text.count(name) > max(best.weight, HOME)):
            towns = _of_towns(text, chars) if home is None and best.divisions[0].level == "county" else None
            elsewhere = towns is not None and all(one.adcode != towns.adcode for one in best.divisions)
            return towns if towns and elsewhere else because(found, char, best, publication)
        if name:
            return Region(name, None, f"{points_of(found, char)}, and the text says {name}, which the gazetteer lacks")
    about = _most_named(found, home)
    for char in provincial:
        ours = best_of(found, char, home)
        if ours and (chars or about is None or _speaks_for_province(found, char, ours, about, home, text)):
            return because(found, char, ours, publication)
    if about:
        region = Region(about.name, about.adcode, f"the page names {about.name} most")
    elif home and home.level != "province":
        about = Candidate(home.name, (home,), 0)
        region = Region(home.name, home.adcode, f"home of {publication or 'the paper'}")
    # A name that no pointing word fits is right only where the page points to what lies above it.
    above = table("deixis")["words"]["above_counties"]
    if about and (not chars or (about.divisions[0].level == "county" and all(char in above for char in chars))):
        return region if not chars or _lies_in(about, chars) else None
    if home and home.level == "province" and not chars and any(home in one.divisions for one in found.named.values()):
        return Region(home.name, home.adcode, f"home of {publication or 'the paper'}")
    return _of_towns(text, chars)


def _of_towns(text: str, chars: list[str]) -> Region | None:
    """The county whose towns the text names, where the words that point most can mean it."""
    code = county_of(text) if chars else None
    county = None if code is None else gazetteer().by_code(code)
    names = () if county is None else names_for(county, chars[0])
    return Region(names[0], code, f"the towns named lie in {names[0]}") if names else None


def _named_or_home(found: Evidence, char: str, home: Division | None) -> Candidate | None:
    """The home of a paper where `char` can stand for it, by the name that the text prints."""
    if home is None:
        return None
    named = (one for one in found.named.values() if home in one.divisions and one.name.endswith(char))
    names = names_for(home, char)
    return next(named, None) or (Candidate(names[0], (home,), 0) if names else None)


def _of_one_article(text: str, best: Candidate, home: Division) -> bool:
    """True if the paper's home is a province or city, and less than half of its articles name what lies in it."""
    if home.level == "county" or home in best.divisions or not best.near(home):
        return False
    articles = [one for one in text.split("\f") if len(one) > SHORTEST]
    forms = {best.name, *(division.short for division in best.divisions)}
    naming = sum(any(form in one for form in forms) for one in articles)
    return len(articles) > 1 and naming <= SHARE * len(articles)


def _names_province(found: Evidence, other: Candidate, home: Division | None) -> bool:
    """True for the paper of a province that names it far more than another division."""
    own = (one.weight for one in found.named.values() if home in one.divisions)
    return home is not None and home.level == "province" and next(own, 0.0) > MORE * other.weight


def _lies_in(about: Candidate, chars: list[str]) -> bool:
    """True if one of the characters can stand for what a division lies in."""
    above = gazetteer().ancestors(about.divisions[0].adcode)
    return any(names_for(one, char) for one in above for char in chars)


def _unlisted(text: str, char: str, home: Division | None) -> str | None:
    """A name that the gazetteer lacks, unless the text names the paper's home and the character stands for it."""
    at_home = home is not None and names_for(home, char) and home.short in text
    return None if at_home else unlisted(text, char)


def _provincial(found: Evidence) -> list[str]:
    """The words that point to a province, most first."""
    return sorted((char for char in PROVINCIAL if found.pointing[char]), key=lambda char: -found.pointing[char])


def _all_province(found: Evidence, chars: list[str], char: str, text: str) -> bool:
    """True for a page that says 我省, and points to nothing lower so often, nor by 我."""
    lower = max((found.pointing[one] for one in chars), default=0)
    return f"我{char[-1]}" in text and lower <= found.pointing[char] and not any(f"我{one}" in text for one in chars)


def _speaks_for_province(
    found: Evidence, char: str, ours: Candidate, about: Candidate, home: Division | None, text: str
) -> bool:
    """True for a page that says 我省, or names its province or what points to it more than the place it is about."""
    if f"我{char[-1]}" in text or (found.pointing[char] >= POINTS and ours.weight > about.weight):
        return True
    at_home = home is not None and home.level == "province"
    points = found.pointing[char]
    return points * (HOME if at_home else 1) > about.weight or (at_home and points + ours.weight > about.weight)


def _most_named(found: Evidence, home: Division | None) -> Candidate | None:
    """The county that a text is about, or else the city; in a paper of a city, what lies near it.

    A county's paper that names its county often enough is about it, whatever guests came.
    """
    by_level: dict[str, list[Candidate]] = {"province": [], "prefecture": [], "county": []}
    for candidate in found.named.values():
        if home is None or home.level != "prefecture" or candidate.near(home):
            by_level[candidate.divisions[0].level].append(candidate)
    weights = {candidate.name: candidate.weight for candidate in found.named.values()}
    if home is not None and home.level == "county":
        most = max((candidate.weight for candidate in by_level["county"]), default=0.0)
        for own in by_level["county"]:
            if home in own.divisions and own.weight >= NAMESAKE * most:
                return own
    county, city = first_of(by_level["county"], weights), first_of(by_level["prefecture"], weights)
    if county and not _names_province(found, county, home):
        others = sum(candidate.weight for candidate in by_level["county"]) - county.weight
        share = SHARE if city and county.near(city.divisions[0]) else 1.0
        if county.weight > others and county.weight >= share * (city.weight if city else 0):
            return county
    others = sum(one.weight for one in (*by_level["prefecture"], *by_level["county"]))
    whole = first_of(by_level["province"], weights)
    rest = others + sum(one.weight for one in by_level["province"]) - (whole.weight if whole else 0)
    whole = whole if whole and whole.name.endswith("市") and whole.weight > 2 * rest else None
    return whole or (city if city and (city.weight > SHORT or (city.printed and city.weight == others)) else None)
