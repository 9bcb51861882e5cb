"""Which division 我市, 全区 or 区委 means: on the page as a whole, and in each article where it differs.

The level comes from the words that point (区委, 全县), the division from those the text names most.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, everyday_forms, gazetteer
from kg.model import Region
from kg.reading.kinds import alternatives

# Weights of one naming: in full, in short, with its own bodies (other regions' bodies are named, one's own are not).
FULL, SHORT, TITLE = 2.0, 1.0, 0.25
# The head start of the paper's home, of what lies in it and of what it lies in.
HOME = 3.0
# A county is what a page without pointing words is about if it has this share of the weight of its city.
SHARE = 0.5
# Another division takes an article over only if it has this weight there.
OFTEN = 3 * FULL


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text says of regions: weights of the divisions it names, counts of the characters that point."""

    named: dict[str, float]
    pointing: Counter[str]


@dataclass(frozen=True, slots=True)
class _Patterns:
    pointing: re.Pattern[str]
    body: re.Pattern[str]
    visitor: re.Pattern[str]
    visited: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("deixis")["words"]
    levels, bodies = words["order"], alternatives(words["bodies"])
    return _Patterns(
        pointing=re.compile(
            rf"(?:{alternatives(words['pronouns'])})(?P<pronoun>[{levels}])(?!{alternatives(words['not_before'])})"
            rf"|(?:(?<![一-鿿])|(?<=[{words['before']}]))(?P<bare>[{levels}])(?={bodies})"
        ),
        body=re.compile(f"(?:{bodies})"),
        visitor=re.compile(words["visitors"]),
        visited=re.compile(words["visited"] + "$"),
    )


def evidence(text: str, home: Division | None) -> Evidence:
    """The divisions that `text` names and the words that point to one without naming it."""
    hits = list(_hits(text))
    full = {division.adcode for _, end, divisions in hits for division in divisions if text[end - 1] in _levels()}
    weights: Counter[str] = Counter()
    named: dict[str, float] = {}
    for start, end, divisions in hits:
        weight = _weight(text, start, end)
        for division in _meant(divisions, full, home):
            if text[end - 1] in _levels() or division.adcode in full or _near(division, home) or not division.parent:
                named[division.adcode] = named.get(division.adcode, 0.0) + weight
    covered = {at for start, end, _ in hits for at in range(start, end)}
    for found in _patterns().pointing.finditer(text):
        group = found.lastgroup or ""
        if found.start(group) not in covered:
            weights[found[group]] += 2 if group == "pronoun" else 1
    return Evidence(named, weights)


def _hits(text: str) -> list[tuple[int, int, tuple[Division, ...]]]:
    """Names of divisions that do not overlap, without those that are ordinary words as well."""
    hits: list[tuple[int, int, tuple[Division, ...]]] = []
    last = 0
    for start, end, divisions in gazetteer().scan(text):
        form = text[start:end]
        if start >= last and (form not in everyday_forms() or any(division.name == form for division in divisions)):
            hits.append((start, end, divisions))
            last = end
    return hits


def _weight(text: str, start: int, end: int) -> float:
    if _patterns().visitor.match(text, end) or _patterns().visited.search(text, max(0, start - 12), start):
        return 0.0
    if _patterns().body.match(text, end):
        return TITLE
    return FULL if text[end - 1] in _levels() else SHORT


def _levels() -> dict[str, list[str]]:
    levels: dict[str, list[str]] = table("deixis")["levels"]
    return levels


def _near(division: Division, home: Division | None) -> bool:
    known = gazetteer()
    return home is not None and (
        known.within(division.adcode, home.adcode) or known.within(home.adcode, division.adcode)
    )


def _meant(divisions: tuple[Division, ...], full: set[str], home: Division | None) -> tuple[Division, ...]:
    """Of divisions with one name, those that the rest of the text speaks for."""
    if len(divisions) == 1:
        return divisions
    near = tuple(division for division in divisions if _near(division, home))
    if near:
        return near
    known = gazetteer()
    placed = tuple(
        division
        for division in divisions
        if any(ancestor.adcode in full for ancestor in known.ancestors(division.adcode))
    )
    return placed or tuple(division for division in divisions if division.until is None) or divisions


@cache
def home_of(publication: str | None) -> Division | None:
    """The division in the name of a paper (某某日报 → 某某市); the larger one where two share the name."""
    size = {"province": 0, "prefecture": 1, "county": 2}
    for _, _, divisions in gazetteer().scan(publication or ""):
        return min(divisions, key=lambda one: (one.until is not None, size[one.level], one.adcode))
    return None


def page_region(text: str, publication: str | None) -> Region | None:
    """The division that the page's pointing words mean, or that it is about where it has none."""
    home = home_of(publication)
    if _national(publication):
        return None
    found = evidence(text, home)
    for char in _pointing(found, home):
        division, name = _best(found, char, home), unlisted(text, char)
        if division and not (name and FULL * text.count(name) > found.named.get(division.adcode, HOME)):
            return _because(found, char, division, publication)
        if name:
            return Region(name, None, f"{_points(found, char)}, and the text says {name}, which the gazetteer lacks")
    about = _most_named(found)
    if about:
        return Region(about.name, about.adcode, f"the page names {about.name} most")
    if home and home.level != "province":
        return Region(home.name, home.adcode, f"home of {publication}")
    return None


def article_region(text: str, page: Region | None, publication: str | None) -> Region | None:
    """The division that the pointing words of one article mean: the page's unless the article speaks against it.

    None for an article that points nowhere and speaks of other regions only.
    """
    found = evidence(text, home_of(publication))
    chars = _pointing(found, home_of(publication))
    known = gazetteer()
    if page is None or page.adcode is None:
        own = _best(found, chars[0], None) if chars and not _national(publication) else None
        return _because(found, chars[0], own, publication) if own else page
    here = known.by_code(page.adcode)
    if not chars:
        city = next((one for one in known.ancestors(here.adcode) if one.level != "province"), here)
        inside = any(known.within(code, city.adcode) or known.within(here.adcode, code) for code in found.named)
        return page if inside or not found.named else None
    own = _best(found, chars[0], None)
    if own is None or here.adcode in found.named or found.named[own.adcode] < OFTEN:
        return page
    return page if known.within(here.adcode, own.adcode) else _because(found, chars[0], own, publication)


def unlisted(text: str, char: str) -> str | None:
    """A name such as 某某县 that the gazetteer lacks: repeated, and at least once right after a mark or blank."""
    words = table("deixis")["words"]
    barred = set(words["no_name"])
    opened = Counter(re.findall(rf"(?<![一-鿿])([一-鿿]{{2,4}}?{char})", text))
    counts = {
        name: text.count(name)
        for name in opened
        if name[-2:] not in words["common_nouns"]
        and not barred & set(name[:-1])
        and not gazetteer().named(name)
        and (char != "区" or re.search(name + _patterns().body.pattern, text))
    }
    repeated = [name for name, count in counts.items() if count > 1]
    return min(repeated, key=lambda name: (-counts[name], name)) if repeated else None


def _national(publication: str | None) -> bool:
    return publication in table("layout")["outlets"]["national"]


def _pointing(found: Evidence, home: Division | None) -> list[str]:
    """The characters that point, most first. Every page speaks of 省委; only a paper of the province means itself."""
    order = table("deixis")["words"]["order"]
    own = [char for char in found.pointing if char != "省" or (home is not None and home.level == "province")]
    return sorted(own, key=lambda char: (-found.pointing[char], order.index(char)))


def _stands_for(char: str, division: Division) -> bool:
    return division.level in _levels()[char] and (division.name.endswith(char) or char == "省")


def _best(found: Evidence, char: str, home: Division | None) -> Division | None:
    """The division named most among those `char` can stand for, with a head start for the paper's own."""
    known = gazetteer()
    scores = {code: weight for code, weight in found.named.items() if _stands_for(char, known.by_code(code))}
    for code in scores:
        if scores[code] >= FULL and _near(known.by_code(code), home):
            scores[code] = HOME * scores[code] + HOME
    if not scores and home:
        return next((one for one in (home, *known.ancestors(home.adcode)) if _stands_for(char, one)), None)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
        return None
    return known.by_code(ranked[0])


def _most_named(found: Evidence) -> Division | None:
    known = gazetteer()
    weights: dict[str, dict[str, float]] = {"province": {}, "prefecture": {}, "county": {}}
    for code, weight in found.named.items():
        weights[known.by_code(code).level][code] = weight
    county, city = _top(weights["county"]), _top(weights["prefecture"])
    if county:
        mine = weights["county"][county]
        if mine >= SHARE * weights["prefecture"].get(city or "", 0) and mine > sum(weights["county"].values()) - mine:
            return known.by_code(county)
    return known.by_code(city) if city else None


def _top(weights: dict[str, float]) -> str | None:
    return min(weights, key=lambda code: (-weights[code], code)) if weights else None


def _because(found: Evidence, char: str, division: Division, publication: str | None) -> Region:
    words = _points(found, char)
    if division.adcode in found.named:
        return Region(division.name, division.adcode, f"{words}, and the text names {division.name} most")
    return Region(division.name, division.adcode, f"{words}, and {division.name} is home of {publication}")


def _points(found: Evidence, char: str) -> str:
    return f"words such as 我{char} and {char}委 ({found.pointing[char]} points) mean a {char}"
