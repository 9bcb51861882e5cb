"""Which division 我市, 全区 or 区委 means: on the page as a whole, and in each article where it differs.

The level comes from the words that point (区委, 全县), the division from those the text names most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.model import Region
from kg.reading.evidence import FULL, Candidate, Evidence, evidence, names_for, unlisted

# The head start of the paper's home, of what lies in it and of what it lies in: factor and points.
HOME = 3.0
# A county is what a page without pointing words is about if it has this share of the weight of its city.
SHARE = 0.5
# A county that a paper is called after is named at least this share as often as any other; else it is a namesake.
NAMESAKE = 0.4
# Another division takes an article over only if it has this weight there.
OFTEN = 3 * FULL
# The same where the pointing words of the article fit the page's region as well.
VERY_OFTEN = 2 * OFTEN


@cache
def home_of(publication: str | None) -> Division | None:
    """The division in the name of a paper (某某日报 → 某某市); the larger one where two share the name."""
    size = {"province": 0, "prefecture": 1, "county": 2}
    for _, _, divisions in gazetteer().scan(publication or ""):
        return min(divisions, key=lambda one: (one.until is not None, size[one.level], one.adcode))
    return None


def page_region(text: str, publication: str | None) -> Region | None:
    """The division that the page's pointing words mean, or that it is about where it has none."""
    if _national(publication):
        return None
    home = home_of(publication)
    found = evidence(text, home)
    chars = _pointing(found, home)
    for char in chars:
        best, name = _best(found, char, home), unlisted(text, char)
        if best and not (name and FULL * text.count(name) > max(best.weight, HOME)):
            return _because(found, char, best, publication)
        if name:
            return Region(name, None, f"{_points(found, char)}, and the text says {name}, which the gazetteer lacks")
    about = _most_named(found)
    if about:
        region = Region(about.name, about.adcode, f"the page names {about.name} most")
    elif home and home.level != "province":
        about = Candidate(home.name, (home,), 0)
        region = Region(home.name, home.adcode, f"home of {publication}")
    # A name that no pointing word fits is right only where the page points to what lies above it.
    above = table("deixis")["words"]["above_counties"]
    if about and (not chars or (about.divisions[0].level == "county" and all(char in above for char in chars))):
        return region
    return None


def article_region(text: str, page: Region | None, publication: str | None) -> Region | None:
    """The division that the pointing words of one article mean: the page's unless the article speaks against it.

    None for an article that points nowhere and speaks of other regions only.
    """
    home = home_of(publication)
    found = evidence(text, home)
    chars = _pointing(found, home)
    own = _best(found, chars[0], None) if chars else None
    if page is None or page.adcode is None:
        return (
            _because(found, chars[0], own, publication) if page is None and own and not _national(publication) else page
        )
    here = gazetteer().by_code(page.adcode)
    if not chars:
        return page if not found.named or _touches(found.named.values(), here) else None
    own_page = any(here in candidate.divisions for candidate in found.named.values())
    if own is None or own_page or own.weight < (VERY_OFTEN if names_for(here, chars[0]) else OFTEN):
        return page
    above = any(gazetteer().within(here.adcode, division.adcode) for division in own.divisions)
    return page if above else _because(found, chars[0], own, publication)


def _touches(named: Iterable[Candidate], here: Division) -> bool:
    """True if one of the named divisions lies in the city of `here`, or above `here`."""
    city = next((one for one in gazetteer().ancestors(here.adcode) if one.level != "province"), here)
    return any(candidate.near(city) or candidate.near(here) for candidate in named)


def _national(publication: str | None) -> bool:
    return publication in table("layout")["outlets"]["national"]


def _pointing(found: Evidence, home: Division | None) -> list[str]:
    """The characters that point, most first. Every page speaks of 省委; only a paper of the province means itself."""
    order = table("deixis")["words"]["order"]
    own = [char for char in found.pointing if char != "省" or (home is not None and home.level == "province")]
    return sorted(own, key=lambda char: (-found.pointing[char], order.index(char)))


def _best(found: Evidence, char: str, home: Division | None) -> Candidate | None:
    """The candidate named most among those `char` can stand for, with a head start for the paper's own.

    A county's paper that names its county means it. Where none is named: the paper's home, or what the named lie in.
    """
    fitting = [
        replace(candidate, name=name)
        for candidate in found.named.values()
        for name in [candidate.called(char)]
        if name is not None
    ]
    if home is not None and home.level == "county":
        most = max((candidate.weight for candidate in fitting), default=0.0)
        own = [one for one in fitting if home in one.divisions and one.weight >= NAMESAKE * most]
        fitting = own or fitting
    if not fitting and home:
        around = (home, *gazetteer().ancestors(home.adcode))
        return next((Candidate(name, (one,), 0) for one in around for name in names_for(one, char)), None)
    scores = {candidate.name: candidate.weight for candidate in fitting}
    for candidate in fitting:
        if candidate.weight >= FULL and candidate.near(home):
            scores[candidate.name] = HOME * candidate.weight + HOME
    return _first(fitting, scores) if fitting else _parent(found, char)


def _parent(found: Evidence, char: str) -> Candidate | None:
    """The division that `char` can stand for in which the named ones lie."""
    known = gazetteer()
    weights: defaultdict[str, float] = defaultdict(float)
    for candidate in found.named.values():
        for division in candidate.divisions[:1]:
            for above in known.ancestors(division.adcode):
                if names_for(above, char):
                    weights[above.adcode] += candidate.weight
    parents = [
        Candidate(names_for(known.by_code(code), char)[0], (known.by_code(code),), weight)
        for code, weight in weights.items()
    ]
    return _first(parents, {parent.name: parent.weight for parent in parents})


def _most_named(found: Evidence) -> Candidate | None:
    """The county that a text is about, or else the city."""
    by_level: dict[str, list[Candidate]] = {"province": [], "prefecture": [], "county": []}
    for candidate in found.named.values():
        by_level[candidate.divisions[0].level].append(candidate)
    weights = {candidate.name: candidate.weight for candidate in found.named.values()}
    county, city = _first(by_level["county"], weights), _first(by_level["prefecture"], weights)
    if county:
        others = sum(candidate.weight for candidate in by_level["county"]) - county.weight
        if county.weight > others and county.weight >= SHARE * (city.weight if city else 0):
            return county
    return city


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
        why = f"the text names places in {best.name}" if best.weight else f"{best.name} is home of {publication}"
    if best.adcode is None:
        why += ", a name that several divisions have"
    return Region(best.name, best.adcode, f"{_points(found, char)}, and {why}")


def _points(found: Evidence, char: str) -> str:
    return f"words such as 我{char} and {char}委 ({found.pointing[char]} points) mean a {char}"
