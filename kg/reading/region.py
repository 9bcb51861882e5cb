"""Which division 我市, 全区 or 区委 means: on the page as a whole, and in each article where it differs.

The level comes from the words that point (区委, 全县), the division from those the text names most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.model import Region
from kg.reading.abroad import place_abroad, stands_abroad
from kg.reading.evidence import WHOLE, Candidate, Evidence, evidence, unlisted
from kg.reading.naming import FULL, SHORT, TITLE, names_for, near
from kg.reading.owners import Owner
from kg.reading.stance import WITHOUT_COUNTIES

# The head start of the paper's home, of what lies in it and of what it lies in: factor and points.
HOME = 3.0
# A county is what a page without pointing words is about if it has this share of the weight of its city.
SHARE = 0.5
# A county that a paper is called after is named at least this share as often as any other; else it is a namesake.
NAMESAKE = 0.4
# Another division takes an article over only if it has this weight there.
OFTEN = 3 * FULL
# The least points of a word that mean what the places of a text lie in.
POINTS = 2
# What a prefecture that is no city is called.
PREFECTURE = "地区"
# A province that its paper names so many times as often as a place in it is what the page is about.
MORE = 2.0
# Of how many other counties of its city a page tells that is about the city, not about a county of it.
SEVERAL = 2
# A text of fewer characters is no article that could name what the page is about.
SHORTEST = 30
# The words that mean a province: every page speaks of 省委, so they count after those of lower levels.
PROVINCIAL = ("省", WHOLE)
# The same where the pointing words of the article fit the page's region as well.
VERY_OFTEN = 2 * OFTEN


@cache
def home_of(publication: str | None) -> Division | None:
    """The division in the name of a paper (某某日报 → 某某市); the larger one where two share the name."""
    size = {"province": 0, "prefecture": 1, "county": 2}
    name = publication or ""
    for text in (name, re.sub(table("layout")["outlets"]["before_home"], "", name)):
        start, _, divisions = next(iter(gazetteer().scan(text)), (1, 0, ()))
        if start == 0:
            return min(divisions, key=lambda one: (one.until is not None, size[one.level], one.adcode))
    return None


def papers_home(publication: str | None, owner: Owner) -> Division | None:
    """The division that runs the paper, else the one it is called after, else the one in which its office is."""
    return owner.runs or home_of(publication) or owner.office


def page_region(text: str, publication: str | None, owner: Owner) -> Region | None:
    """The division that the page's pointing words mean, or that it is about where it has none."""
    if _national(publication):
        return None
    home = papers_home(publication, owner)
    if stands_abroad(text, home):
        place = place_abroad(text, home)
        return None if place is None else Region(place.name, place.adcode, f"the paper is at home in {place.name}")
    found = evidence(text, home)
    chars, provincial = _pointing(found), _provincial(found)
    if provincial and _all_province(found, chars, provincial[0], text):
        chars = []
    for char in chars:
        if runs := _named_or_home(found, char, owner.runs):
            return _because(found, char, runs, publication)
        best, name = _best(found, char, home), _unlisted(text, char, home)
        if best and home and _of_one_article(text, best, home):
            paper = publication or "the paper"
            return Region(home.name, home.adcode, f"home of {paper}, which tells of several places")
        if best and home and found.pointing[char] < POINTS and _names_province(found, best, home):
            return Region(home.name, home.adcode, f"the page names {home.name} most")
        if best and not (name and FULL * text.count(name) > max(best.weight, HOME)):
            return _because(found, char, best, publication)
        if name:
            return Region(name, None, f"{_points(found, char)}, and the text says {name}, which the gazetteer lacks")
    about = _most_named(found, home)
    for char in provincial:
        ours = _best(found, char, home)
        if ours and (chars or about is None or _speaks_for_province(found, char, ours, about, home, text)):
            return _because(found, char, ours, publication)
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
    return None


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


def article_region(text: str, page: Region | None, publication: str | None, home: Division | None) -> Region | None:
    """The division that the pointing words of one article mean: the page's unless the article speaks against it.

    None for an article that points nowhere and speaks of other regions only.
    """
    if page is not None and page.adcode in WITHOUT_COUNTIES:
        return page
    found = evidence(text, home)
    chars = _pointing(found)
    own = _best(found, chars[0], None) if chars else None
    if page is None or page.adcode is None:
        return (
            _because(found, chars[0], own, publication) if page is None and own and not _national(publication) else page
        )
    here = gazetteer().by_code(page.adcode)
    if not chars:
        return page if not found.named or _touches(found.named.values(), here) else None
    own_page = any(here in candidate.divisions for candidate in found.named.values())
    if own is not None and _inside(own, here) and not names_for(here, chars[0]):
        return _because(found, chars[0], own, publication)
    around = (here, *gazetteer().ancestors(here.adcode))
    enough = VERY_OFTEN if home is not None and names_for(here, chars[0]) else OFTEN
    if found.pointing[chars[0]] >= POINTS and not any(names_for(one, chars[0]) for one in around):
        enough = FULL
    if own is None or own_page or own.weight < enough:
        return page
    above = any(gazetteer().within(here.adcode, division.adcode) for division in own.divisions)
    return page if above else _because(found, chars[0], own, publication)


def _inside(own: Candidate, here: Division) -> bool:
    """True if an article names a county of the page's province or city, in full or as its own dateline."""
    below = all(gazetteer().within(division.adcode, here.adcode) for division in own.divisions)
    return below and here not in own.divisions and own.weight >= FULL


def _touches(named: Iterable[Candidate], here: Division) -> bool:
    """True if one of the named divisions lies in the city of `here`, or above `here`."""
    city = next((one for one in gazetteer().ancestors(here.adcode) if one.level != "province"), here)
    return any(candidate.near(city) or candidate.near(here) for candidate in named)


def _national(publication: str | None) -> bool:
    return publication in table("layout")["outlets"]["national"]


def _pointing(found: Evidence) -> list[str]:
    """The characters that point below the province, most first; 区 is none where it is short for 自治区."""
    order = table("deixis")["words"]["order"]
    own = [char for char in found.pointing if char not in PROVINCIAL]
    if found.pointing[WHOLE] > found.pointing["区"] or (
        found.pointing[WHOLE] and not any(candidate.called("区") for candidate in found.named.values())
    ):
        own = [char for char in own if char != "区"]
    return sorted(own, key=lambda char: (-found.pointing[char], order.index(char)))


def _best(found: Evidence, char: str, home: Division | None) -> Candidate | None:
    """The candidate named most among those `char` can stand for, with a head start for the paper's own.

    A county's paper that names its county means it. Where none is named: the paper's home, or what the named lie in.
    """
    fitting = [
        replace(candidate, name=name)
        for candidate in found.named.values()
        for name in [candidate.called(char)]
        if name is not None and candidate.adcode not in WITHOUT_COUNTIES
    ]
    if home is not None and home.level == "prefecture" and names_for(home, char):
        fitting = [one for one in fitting if one.near(home)]
    if home is not None and home.level == "county":
        most = max((candidate.weight for candidate in fitting), default=0.0)
        own = [one for one in fitting if home in one.divisions and one.weight >= NAMESAKE * most]
        above = gazetteer().ancestors(home.adcode)
        if not own and names_for(home, char) and all(one.divisions[0] in above for one in fitting):
            fitting = []
        fitting = own or fitting
    if not fitting and home and home.level == "prefecture" and char == "区" and found.prefecture:
        return Candidate(home.short + PREFECTURE, (home,), 0)
    if not fitting and home:
        around = (home, *gazetteer().ancestors(home.adcode))
        ours = next((Candidate(name, (one,), 0) for one in around for name in names_for(one, char)), None)
        if ours:
            return ours
    scores = {candidate.name: candidate.weight for candidate in fitting}
    for candidate in fitting:
        if candidate.weight >= FULL and candidate.near(home):
            scores[candidate.name] = HOME * candidate.weight + HOME
    if not fitting:
        return _parent(found, char)
    best, rivals = _first(fitting, scores), [one for one in fitting if one.weight >= TITLE]
    if best is not None and not near(best.divisions[0], home):
        best = _city_around(best, fitting, found) or _city_within(best, fitting)
    certain = best is not None and (best.weight >= SHORT or len(rivals) == 1 or (home in best.divisions and not rivals))
    return best if certain else None


def _city_around(best: Candidate, fitting: list[Candidate], found: Evidence) -> Candidate | None:
    """The city of a county, where the text names other counties of the city more: 我市 of such a text is the city."""
    above = next((one for one in fitting if one is not best and best.divisions[0].parent == one.adcode), None)
    if above is None:
        return None
    others = [
        one.weight
        for one in found.named.values()
        if one is not best and one.name != best.name and one.divisions[0].parent == above.adcode
    ]
    return above if len(others) >= SEVERAL and sum(others) > best.weight else None


def _city_within(best: Candidate, fitting: list[Candidate]) -> Candidate:
    """The one city of a prefecture that is named nearly as often: 我市 of such a city names the one above it too."""
    inside = [one for one in fitting if one is not best and one.adcode and one.near(best.divisions[0])]
    first = inside[0] if len(inside) == 1 and best.divisions[0].level == "prefecture" else best
    return first if first.weight >= SHARE * best.weight else best


def _parent(found: Evidence, char: str) -> Candidate | None:
    """The division that `char` can stand for in which the named ones lie."""
    known = gazetteer()
    weights: defaultdict[str, float] = defaultdict(float)
    if found.pointing[char] < POINTS and char not in PROVINCIAL:
        return None
    for candidate in found.named.values():
        for division in candidate.divisions[:1]:
            for above in known.ancestors(division.adcode):
                if above.name in names_for(above, char) and above.adcode not in found.guests:
                    weights[above.adcode] += candidate.weight
    parents = [
        Candidate(names_for(known.by_code(code), char)[0], (known.by_code(code),), weight)
        for code, weight in weights.items()
        if weight >= TITLE
    ]
    return _first(parents, {parent.name: parent.weight for parent in parents})


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
    county, city = _first(by_level["county"], weights), _first(by_level["prefecture"], weights)
    if county and not _names_province(found, county, home):
        others = sum(candidate.weight for candidate in by_level["county"]) - county.weight
        share = SHARE if city and county.near(city.divisions[0]) else 1.0
        if county.weight > others and county.weight >= share * (city.weight if city else 0):
            return county
    others = sum(one.weight for one in (*by_level["prefecture"], *by_level["county"]))
    whole = _first(by_level["province"], weights)
    rest = others + sum(one.weight for one in by_level["province"]) - (whole.weight if whole else 0)
    whole = whole if whole and whole.name.endswith("市") and whole.weight > 2 * rest else None
    return whole or (city if city and (city.weight > SHORT or (city.printed and city.weight == others)) else None)


def _first(candidates: list[Candidate], scores: dict[str, float]) -> Candidate | None:
    """The candidate with the highest score; None where two share it."""
    ranked = sorted(candidates, key=lambda candidate: -scores[candidate.name])
    if not ranked or (len(ranked) > 1 and scores[ranked[0].name] == scores[ranked[1].name]):
        return None
    return ranked[0]


def _because(found: Evidence, char: str, best: Candidate, publication: str | None) -> Region:
    if best.name in found.named:
        why = f"the text names {best.name} most"
    else:
        at_home = f"{best.name} is home of {publication or 'the paper'}"
        why = f"the text names places in {best.name}" if best.weight else at_home
    if best.adcode is None:
        why += ", a name that several divisions have"
    return Region(best.name, best.adcode, f"{_points(found, char)}, and {why}")


def _points(found: Evidence, char: str) -> str:
    return f"words such as 我{char} and {char}委 ({found.pointing[char]} points) mean a {char}"
