"""Where a text names divisions, and how strongly: in full, in short, in the name of a body, by chance."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.lexicon import table
from kg.lexicon.divisions import Division, everyday_forms, gazetteer
from kg.reading.labels import H, alternatives
from kg.reading.stance import Hit

HAN = re.compile(f"[{H}]")
# Before the place of a dateline that names no paper, or of a headline that opens with it: 某县：春耕正忙.
OPENS, LABEL = ("", "\n", "\f"), "："
# Behind the short name of a county, in the name of its chief town.
TOWN = re.compile("[镇乡]")
TITLED = re.compile("《[^》]{1,80}》?")
RANKS = ("province", "prefecture", "county")
# Weights of one naming: in full, in short, with its own bodies (other regions' bodies are named, one's own are not).
FULL, SHORT, TITLE, OWN, HARDLY = 2.0, 1.0, 0.25, 4.0, 0.01


@dataclass(frozen=True, slots=True)
class _Patterns:
    body: re.Pattern[str]
    prefecture: re.Pattern[str]
    visitor: re.Pattern[str]
    dateline: re.Pattern[str]
    news: re.Pattern[str]
    of_body: re.Pattern[str]
    longer: re.Pattern[str]
    host: re.Pattern[str]
    hosted: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, visits = table("deixis")["words"], table("deixis")["visits"]
    return _Patterns(
        body=re.compile(f"[{words['order']}]?(?:{alternatives(words['bodies'])})|{words['posts']}"),
        prefecture=re.compile(alternatives(words["prefecture_bodies"])),
        visitor=re.compile(words["visitors"]),
        dateline=re.compile(words["dateline"]),
        news=re.compile(words["news"]),
        of_body=re.compile(words["of_body"]),
        longer=re.compile(words["longer_names"]),
        host=re.compile(f"(?:{visits['come']}|{alternatives(visits['reach'])})$"),
        hosted=re.compile(alternatives(visits["verbs"])),
    )


@dataclass(frozen=True, slots=True)
class Naming:
    """All names of divisions in a text, with what the choice among divisions of one name needs.

    `printed` are the codes of those that are printed in full, `full` with those that vouch for each other.
    """

    text: str
    hits: list[Hit]
    home: Division | None
    printed: frozenset[str]
    full: frozenset[str]
    mentioned: Counter[str]
    quoted: frozenset[int]


def naming(text: str, home: Division | None) -> Naming:
    """The names in `text`; `home`, the region of the paper, tells divisions of one name apart."""
    hits = _hits(text)
    printed = frozenset(one.adcode for _, end, divisions in hits for one in divisions if text[end - 1] in levels())
    return Naming(
        text=text,
        hits=hits,
        home=home,
        printed=printed,
        full=printed | _nested(hits),
        mentioned=Counter(one.adcode for _, _, divisions in hits for one in divisions),
        quoted=_quoted(text, hits),
    )


def weight_of(names: Naming, hit: Hit, *, goal: bool) -> float:
    """How much one naming speaks for its division; little for a goal of our people, or what only looks like a name."""
    start, end, divisions = hit
    weight = _weight(names.text, start, end, all(one.level == "county" for one in divisions))
    if all(_alone(names, start, end, one) for one in divisions):
        return min(weight, HARDLY)
    if goal or start in names.quoted or TOWN.match(names.text, end):
        return min(weight, TITLE)
    return weight


def meant_by(names: Naming, hit: Hit, *, certain: bool) -> list[Division]:
    """The divisions that a name may mean here; a county's short name alone is none unless it is `certain`."""
    full = certain or names.text[hit[1] - 1] in levels()
    return [one for one in _fitting(names, hit[2]) if full or _vouched(names, one)]


def _quoted(text: str, hits: list[Hit]) -> frozenset[int]:
    """Where the names in titles of laws, plans and books start."""
    starts = [start for start, _, _ in hits]
    titles = (found.span() for found in TITLED.finditer(text))
    return frozenset(
        at for start, end in titles for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]
    )


def _vouched(names: Naming, division: Division) -> bool:
    """True if a short name may be taken for this division: no county, or one that text or paper speaks for."""
    if division.level != "county" or division.adcode in names.full or near(division, names.home):
        return True
    above = gazetteer().ancestors(division.adcode)
    return names.mentioned[division.adcode] > 1 and any(one.adcode in names.mentioned for one in above)


def _alone(names: Naming, start: int, end: int, division: Division) -> bool:
    """True for a name that stands once, amid a sentence and behind no word that places stand behind.

    Of names in full, only those that two words may make where they meet: 会同县物价局, 今后三天全县.
    """
    text, words = names.text, table("deixis")["words"]
    before, everyday = text[start - 1 : start], text[start : end - 1] in everyday_forms()
    opens = before in words["opens"] or not HAN.match(before)
    if opens or near(division, names.home) or names.mentioned[division.adcode] > 1:
        return False
    if text[end - 1] in levels() and not (everyday or text[end - 2] in (*words["pronouns"], *words["before"])):
        return False
    return not any(one.adcode in names.mentioned for one in gazetteer().ancestors(division.adcode))


def _hits(text: str) -> list[Hit]:
    """Names of divisions that do not overlap, without those that are ordinary words as well."""
    hits: list[Hit] = []
    last = 0
    prefectures = names_prefectures(text)
    for start, end, divisions in gazetteer().scan(text):
        form = text[start:end]
        everyday = form in everyday_forms() and all(division.name != form for division in divisions)
        if start < last or (everyday and not _is_host(text, start, end, divisions)):
            continue
        if text[end - 1] not in levels() and _patterns().longer.match(text, end):
            continue
        if (form.endswith("地区") and not prefectures and all(division.name != form for division in divisions)) or (
            end - start == 2 and start != last and by_chance(text, start, end, divisions)
        ):
            continue
        hits.append((start, end, divisions))
        last = end
    return hits


def _is_host(text: str, start: int, end: int, divisions: tuple[Division, ...]) -> bool:
    """True for a city that somebody comes to, or a headline's label, though the name is a word: 来大同考察, 当阳：."""
    patterns = _patterns()
    if text[end : end + 1] == LABEL and text[start - 1 : start] in OPENS:
        return True
    comes = patterns.host.search(text, max(0, start - 2), start) and patterns.hosted.match(text, end)
    return bool(comes) and any(division.level == "prefecture" for division in divisions)


def names_prefectures(text: str) -> bool:
    """True if the text names a body of a prefecture that is no city: only then is 某某地区 a division, and no area."""
    return bool(_patterns().prefecture.search(text))


def by_chance(text: str, start: int, end: int, divisions: tuple[Division, ...]) -> bool:
    """True for two characters that look like a county's name where two words meet: 县委和县政府, 绿化县城."""
    if text[end - 1] not in levels():
        return False
    joints = table("deixis")["words"]["before"]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    opens = before in joints or not HAN.match(before)
    if text[start] in joints:
        return not opens or (HAN.match(after) is not None and after != text[end - 1])
    return not opens and all(division.name != text[start:end] for division in divisions)


def _nested(hits: list[Hit]) -> set[str]:
    """Codes of short names that stand side by side, the second within the first: each vouches for the other."""
    known = gazetteer()
    return {
        division.adcode
        for (_, end, outer), (start, _, inner) in pairwise(hits)
        if end == start
        for above in outer
        for below in inner
        if above != below and known.within(below.adcode, above.adcode)
        for division in (above, below)
    }


def _weight(text: str, start: int, end: int, county: bool) -> float:
    """How much one naming speaks for the division; nothing where it deals with us, little in a body's name or title."""
    patterns = _patterns()
    if patterns.news.match(text, end) and text[start - 1 : start] in OPENS:
        return OWN
    if patterns.dateline.match(text, end) and text[start - 1 : start] in table("deixis")["words"]["outlets"]:
        return OWN if county and patterns.news.match(text, end) else 0.0
    if patterns.visitor.match(text, end):
        return 0.0
    if patterns.of_body.match(text, end):
        return HARDLY
    if patterns.body.match(text, end):
        return TITLE
    return FULL if text[end - 1] in levels() else SHORT


def _fitting(names: Naming, divisions: tuple[Division, ...]) -> tuple[Division, ...]:
    """Of divisions with one name, those that the rest of the text speaks for; the city before its county."""
    if len(divisions) == 1:
        return divisions
    known = gazetteer()
    highest = min(divisions, key=lambda one: RANKS.index(one.level)).level
    lower = [one for one in divisions if one.level != highest]
    if highest != "county" and not any(one.adcode in names.printed or one == names.home for one in lower):
        divisions = tuple(one for one in divisions if one.level == highest)
    close = tuple(division for division in divisions if near(division, names.home))
    placed = tuple(
        division
        for division in divisions
        if any(ancestor.adcode in names.full for ancestor in known.ancestors(division.adcode))
    )
    standing = tuple(division for division in divisions if division.until is None)
    return close or placed or standing or divisions


def levels() -> dict[str, list[str]]:
    """The levels that each character can stand for."""
    found: dict[str, list[str]] = table("deixis")["levels"]
    return found


def names_for(division: Division, char: str) -> tuple[str, ...]:
    """The names of a division that a bare `char` can stand for, today's first; empty if there is none."""
    if division.level not in levels()[char]:
        return ()
    known = (division.name, *division.alternatives, division.short)
    return tuple(name for name in known if name.endswith(char))


def near(division: Division, home: Division | None) -> bool:
    """True if one of the two lies in the other."""
    known = gazetteer()
    return home is not None and (
        known.within(division.adcode, home.adcode) or known.within(home.adcode, division.adcode)
    )
