"""What a word that points (我市, 区委) can mean: the best of the divisions that a text names, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.model import Region
from kg.reading.evidence import WHOLE, Candidate, Evidence
from kg.reading.naming import FULL, SHORT, TITLE, names_for, near
from kg.reading.stance import WITHOUT_COUNTIES

# The head start of the paper's home, of what lies in it and of what it lies in: factor and points.
HOME = 3.0
# A county is what a page without pointing words is about if it has this share of the weight of its city.
SHARE = 0.5
# A county that a paper is called after is named at least this share as often as any other; else it is a namesake.
NAMESAKE = 0.4
# The least points of a word that mean what the places of a text lie in.
POINTS = 2
# What a prefecture that is no city is called.
PREFECTURE = "地区"
# Of how many other counties of its city a page tells that is about the city, not about a county of it.
SEVERAL = 2
# The words that mean a province: every page speaks of 省委, so they count after those of lower levels.
PROVINCIAL = ("省", WHOLE)


def best_of(found: Evidence, char: str, home: Division | None) -> Candidate | None:
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
    if not fitting and (ours := _at_home(home, char)):
        return ours
    scores = {candidate.name: candidate.weight for candidate in fitting}
    for candidate in fitting:
        if candidate.weight >= FULL and candidate.near(home):
            scores[candidate.name] = HOME * candidate.weight + HOME
    if not fitting:
        return _parent(found, char)
    best, rivals = first_of(fitting, scores), [one for one in fitting if one.weight >= TITLE]
    if best is not None and not near(best.divisions[0], home):
        best = _city_around(best, fitting, found) or _city_within(best, fitting)
    if best and (best.weight >= SHORT or len(rivals) == 1 or home in best.divisions):
        return best
    return _at_home(home, char) if best is None or best.weight < TITLE else None


def pointing_words(found: Evidence) -> list[str]:
    """The characters that point below the province, most first; 区 is none where it is short for 自治区."""
    order = table("deixis")["words"]["order"]
    own = [char for char in found.pointing if char not in PROVINCIAL]
    if found.pointing[WHOLE] > found.pointing["区"] or (
        found.pointing[WHOLE] and not any(candidate.called("区") for candidate in found.named.values())
    ):
        own = [char for char in own if char != "区"]
    return sorted(own, key=lambda char: (-found.pointing[char], order.index(char)))


def is_national(publication: str | None) -> bool:
    return publication in table("layout")["outlets"]["national"]


def first_of(candidates: list[Candidate], scores: dict[str, float]) -> Candidate | None:
    """The candidate with the highest score; None where two share it."""
    ranked = sorted(candidates, key=lambda candidate: -scores[candidate.name])
    if not ranked or (len(ranked) > 1 and scores[ranked[0].name] == scores[ranked[1].name]):
        return None
    return ranked[0]


def because(found: Evidence, char: str, best: Candidate, publication: str | None) -> Region:
    if best.name in found.named:
        why = f"the text names {best.name} most"
    else:
        at_home = f"{best.name} is home of {publication or 'the paper'}"
        why = f"the text names places in {best.name}" if best.weight else at_home
    if best.adcode is None:
        why += ", a name that several divisions have"
    return Region(best.name, best.adcode, f"{points_of(found, char)}, and {why}")


def points_of(found: Evidence, char: str) -> str:
    return f"words such as 我{char} and {char}委 ({found.pointing[char]} points) mean a {char}"


def _at_home(home: Division | None, char: str) -> Candidate | None:
    """The paper's home, or the nearest above it, that `char` can stand for."""
    around = gazetteer().lineage(home.adcode) if home else ()
    return next((Candidate(name, (one,), 0) for one in around for name in names_for(one, char)), None)


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
    return first_of(parents, {parent.name: parent.weight for parent in parents})
