"""What a text says of regions: which divisions it names, how strongly, and which words point to one without a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.labels import alternatives
from kg.reading.naming import HAN, HARDLY, OWN, levels, meant_by, names_for, names_prefectures, naming, near, weight_of
from kg.reading.stance import Hit, Stance, stances

# What makes a name of a district's end the title of its head: 某某市长 is no city.
HEAD = "长"
# Before the bare word of a further post: 、副市长.
FURTHER = re.compile("、(?:常务)?副?$")
WHOLE = "自治区"
# A division of one or several peoples keeps its full name, whatever the page prints.
AUTONOMOUS = "自治"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with the divisions it may mean, more than one where the text does not tell them apart.

    The name is the one that the text prints in full, which may be a former one, else the one of today.
    """

    name: str
    divisions: tuple[Division, ...]
    weight: float
    printed: bool = False

    @property
    def adcode(self) -> str | None:
        return self.divisions[0].adcode if len(self.divisions) == 1 else None

    def called(self, char: str) -> str | None:
        """Its name where 我市 can mean it, for `char` 市: the printed one, or a former one that has this ending."""
        names = [self.name] if self.printed else names_for(self.divisions[0], char)
        fits = self.divisions[0].level in levels()[char] or (char == "区" and self.name.endswith("地区"))
        return next((name for name in names if fits and name.endswith(char)), None)

    def near(self, home: Division | None) -> bool:
        """True if it lies in `home`, or `home` in it."""
        return any(near(division, home) for division in self.divisions)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The divisions that a text names, by full name, and the points of each character that points to one.

    `guests` are the codes of those whose people came; `prefecture` says that bodies of a prefecture are named.
    """

    named: dict[str, Candidate]
    pointing: Counter[str]
    guests: frozenset[str] = frozenset()
    prefecture: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    pointing: re.Pattern[str]
    body: re.Pattern[str]
    deputies: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("deixis")["words"]
    levels, bodies = words["order"], f"(?:{alternatives(words['bodies'])})"
    session = words["session"]
    return _Patterns(
        pointing=re.compile(
            rf"(?:{alternatives(words['pronouns'])})(?P<pronoun>[{levels}])(?!{alternatives(words['not_before'])})"
            rf"|(?:(?<![一-鿿])|(?<=[{words['before']}]))(?:(?P<whole>{WHOLE})|(?P<bare>[{levels}])(?={session}{bodies})"
            rf"|(?P<province>省)(?={words['of_province']}))"
        ),
        body=re.compile(f"[{levels}]?{bodies}|{words['posts']}"),
        deputies=re.compile(f"([{levels}]){words['deputies']}$"),
    )


def evidence(text: str, home: Division | None) -> Evidence:
    """What `text` says; `home`, the region of the paper, tells divisions of one name apart.

    Guests are no candidates; the goals of our people and the names in titles of laws and books say nothing.
    """
    names = naming(text, home)
    seen = stances(text, names.hits)
    by_hit = [stance for stance, inside in seen for _ in inside]
    # Who is a guest in one article is not the page's own in the next.
    strangers = {code for stance, _ in seen for code in stance.guests} - {
        code for stance, _ in seen for code in stance.own
    }
    strangers -= _at_home(seen)
    weights: defaultdict[str, float] = defaultdict(float)
    meant: dict[str, dict[str, Division]] = {}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for hit, stance in zip(names.hits, by_hit, strict=True):
        weight = weight_of(names, hit, goal=hit[0] in stance.goals)
        fitting = [one for one in meant_by(names, hit, certain=weight == OWN) if one.adcode not in strangers]
        if any(one.adcode in stance.visited for one in hit[2]):
            weight *= HARDLY
        for division in fitting if weight else ():
            meant.setdefault(division.name, {})[division.adcode] = division
            forms[division.name][text[hit[0] : hit[1]]] += 1
        for name in {division.name for division in fitting} if weight else ():
            weights[name] += weight
    spoken_for = sum((stance.own for stance, _ in seen), Counter[str]())
    for code, times in spoken_for.items():
        division = gazetteer().by_code(code)
        meant.setdefault(division.name, {})[code] = division
        weights[division.name] += OWN * times
    named: dict[str, Candidate] = {}
    for name, found in meant.items():
        called, printed = _called(name, forms[name])
        named[called] = Candidate(called, tuple(found.values()), weights[name], printed)
    return Evidence(named, _pointing(text, names.hits), frozenset(strangers), names_prefectures(text))


def _at_home(seen: Sequence[tuple[Stance, Sequence[Hit]]]) -> set[str]:
    """Those who are guests in fewer articles than name them otherwise, two of these at least."""
    guests = Counter(code for stance, _ in seen for code in stance.guests)
    named: Counter[str] = Counter()
    for stance, inside in seen:
        named.update({one.adcode for _, _, divisions in inside for one in divisions} - stance.guests)
    return {code for code, times in guests.items() if named[code] > max(times, 1)}


@lru_cache(maxsize=64)
def guests(text: str) -> frozenset[str]:
    """The names of the divisions whose people come to the place that the text speaks for."""
    return frozenset(gazetteer().by_code(code).name for code in evidence(text, None).guests)


def _called(name: str, forms: Counter[str]) -> tuple[str, bool]:
    """The name in full that the forms speak for, today's or a former one, and whether it is printed."""
    whole = [form for form in forms if form[-1] in levels() and not name.startswith(form)]
    unlike = name in forms or AUTONOMOUS in name
    full = [form for form in whole if form[-1] != name[-1] or not unlike]
    votes = {one: sum(forms[form] for form in forms if one.startswith(form)) for one in (*sorted(full), name)}
    best = max(votes, key=votes.__getitem__)
    return best, best in forms or any(form[-1] == name[-1] for form in forms)


def _pointing(text: str, hits: list[Hit]) -> Counter[str]:
    """The points of each word that points; none for what a name stands before: 某某县县长, 某某市委副书记、市长."""
    starts = [start for start, _, _ in hits]
    ends = {end: text[end - 1] for _, end, _ in hits}
    points: Counter[str] = Counter()
    for found in _patterns().pointing.finditer(text):
        group = found.lastgroup or ""
        start = found.start(group)
        at = bisect_right(starts, start) - 1
        if (at >= 0 and start < hits[at][1]) or (
            group != "pronoun" and (start in ends or _in_chain(text, start, ends))
        ):
            continue
        deputies = _patterns().deputies.search(text, max(0, start - 4), start)
        if group != "pronoun" and deputies and deputies[1] == found[group] and not _is_ours(text, deputies.start()):
            continue
        points[found[group]] += 2 if group == "pronoun" else 1
    return points


def _is_ours(text: str, at: int) -> bool:
    """True for the 市 of 我市副市长, and of a line that opens with it."""
    before = text[at - 1 : at] if at else ""
    return before in table("deixis")["words"]["pronouns"] or not HAN.match(before)


def _in_chain(text: str, start: int, ends: dict[int, str]) -> bool:
    """True for a further post of one who holds one in a division that is named: 某某市委副书记、市长."""
    if not FURTHER.search(text, max(0, start - 4), start):
        return False
    opening = max(text.rfind(mark, 0, start) for mark in "，。；：\n")
    return any(ends.get(at) == text[start] for at in range(opening + 1, start))


def unlisted(text: str, char: str) -> str | None:
    """A name such as 某某县 that the gazetteer lacks: repeated, and at least once right after a mark or blank."""
    words = table("deixis")["words"]
    barred = set(words["no_name"])
    counts = {
        name: text.count(name)
        for name in sorted(set(re.findall(rf"(?<![一-鿿])([一-鿿]{{2,4}}?{char})", text)))
        if name[-2:] not in words["common_nouns"]
        and name != WHOLE
        and not barred & set(name[:-1])
        and text.count(name) - text.count(name + HEAD) > 1
        and (_stem_of_city(name) or not any(gazetteer().named(name[at:]) for at in range(len(name) - 1)))
        and (char != "区" or re.search(name + _patterns().body.pattern, text))
    }
    repeated = [name for name, count in counts.items() if count > 1]
    return max(repeated, key=lambda name: counts[name]) if repeated else None


def _stem_of_city(name: str) -> bool:
    """True for a former county around a city of its name: 某某县 of 某某市."""
    stem = gazetteer().named(name[:-1])
    return not gazetteer().named(name) and any(one.level == "prefecture" and one.short == name[:-1] for one in stem)
