"""What a text says of regions: which divisions it names, how strongly, and which words point to one without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg.lexicon import table
from kg.lexicon.divisions import Division, everyday_forms, gazetteer
from kg.reading.labels import H, alternatives
from kg.reading.stance import Hit, Stance, stances

# Weights of one naming: in full, in short, with its own bodies (other regions' bodies are named, one's own are not).
HAN = re.compile(f"[{H}]")
# What makes a name of a district's end the title of its head: 某某市长 is no city.
HEAD = "长"
# Behind the short name of a county, in the name of its chief town.
TOWN = re.compile("[镇乡]")
# Before the place of a dateline that names no paper.
OPENS = ("", "\n", "\f")
# Before the bare word of a further post: 、副市长.
FURTHER = re.compile("、(?:常务)?副?$")
RANKS = ("province", "prefecture", "county")
WHOLE = "自治区"
TITLED = re.compile("《[^》]{1,80}》?")
FULL, SHORT, TITLE, OWN, HARDLY = 2.0, 1.0, 0.25, 4.0, 0.01


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
    prefecture: re.Pattern[str]
    visitor: re.Pattern[str]
    dateline: re.Pattern[str]
    news: re.Pattern[str]
    of_body: re.Pattern[str]
    deputies: re.Pattern[str]
    longer: re.Pattern[str]
    host: re.Pattern[str]
    hosted: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("deixis")["words"]
    levels, bodies = words["order"], f"(?:{alternatives(words['bodies'])})"
    session, visits = words["session"], table("deixis")["visits"]
    return _Patterns(
        pointing=re.compile(
            rf"(?:{alternatives(words['pronouns'])})(?P<pronoun>[{levels}])(?!{alternatives(words['not_before'])})"
            rf"|(?:(?<![一-鿿])|(?<=[{words['before']}]))(?:(?P<whole>{WHOLE})|(?P<bare>[{levels}])(?={session}{bodies})"
            rf"|(?P<province>省)(?={words['of_province']}))"
        ),
        body=re.compile(f"[{levels}]?{bodies}|{words['posts']}"),
        prefecture=re.compile(alternatives(words["prefecture_bodies"])),
        visitor=re.compile(words["visitors"]),
        dateline=re.compile(words["dateline"]),
        news=re.compile(words["news"]),
        of_body=re.compile(words["of_body"]),
        deputies=re.compile(f"([{levels}]){words['deputies']}$"),
        longer=re.compile(words["longer_names"]),
        host=re.compile(f"(?:{visits['come']}|{alternatives(visits['reach'])})$"),
        hosted=re.compile(alternatives(visits["verbs"])),
    )


def evidence(text: str, home: Division | None) -> Evidence:
    """What `text` says; `home`, the region of the paper, tells divisions of one name apart.

    Guests are no candidates; the goals of our people and the names in titles of laws and books say nothing.
    """
    hits = _hits(text)
    seen = stances(text, hits)
    by_hit = [stance for stance, inside in seen for _ in inside]
    # Who is a guest in one article is not the page's own in the next.
    strangers = {code for stance, _ in seen for code in stance.guests} - {
        code for stance, _ in seen for code in stance.own
    }
    strangers -= _at_home(seen)
    quoted = _quoted(text, hits)
    full = {division.adcode for _, end, divisions in hits for division in divisions if text[end - 1] in levels()}
    whole = frozenset(full)
    full |= _nested(hits)
    mentioned = Counter(division.adcode for _, _, divisions in hits for division in divisions)
    weights: defaultdict[str, float] = defaultdict(float)
    meant: dict[str, dict[str, Division]] = {}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (start, end, divisions), stance in zip(hits, by_hit, strict=True):
        weight = _weight(text, start, end, all(one.level == "county" for one in divisions))
        if any(one.adcode in stance.visited for one in divisions):
            weight *= HARDLY
        elif start in stance.goals or start in quoted:
            weight = min(weight, TITLE)
        elif TOWN.match(text, end) or all(_alone(text, start, end, one, mentioned, home) for one in divisions):
            weight = min(weight, TITLE)
        fitting = [
            division
            for division in _fitting(divisions, full, whole, home)
            if division.adcode not in strangers
            and (text[end - 1] in levels() or weight == OWN or _vouched(division, full, mentioned, home))
        ]
        for division in fitting if weight else ():
            meant.setdefault(division.name, {})[division.adcode] = division
            forms[division.name][text[start:end]] += 1
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
    return Evidence(named, _pointing(text, hits), frozenset(strangers), names_prefectures(text))


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


def _quoted(text: str, hits: list[Hit]) -> set[int]:
    """Where the names in titles of laws, plans and books start."""
    starts = [start for start, _, _ in hits]
    titles = (found.span() for found in TITLED.finditer(text))
    return {at for start, end in titles for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]}


def _vouched(division: Division, full: set[str], mentioned: Counter[str], home: Division | None) -> bool:
    """True if a short name may be taken for this division: no county, or one that text or paper speaks for."""
    if division.level != "county" or division.adcode in full or near(division, home):
        return True
    above = gazetteer().ancestors(division.adcode)
    return mentioned[division.adcode] > 1 and any(one.adcode in mentioned for one in above)


def _alone(
    text: str, start: int, end: int, division: Division, mentioned: Counter[str], home: Division | None
) -> bool:
    """True for a name that stands once, amid a sentence and behind no word that places stand behind.

    Of names in full, only those that two words may make where they meet: 会同县物价局, 今后三天全县.
    """
    words, before = table("deixis")["words"], text[start - 1 : start]
    if not HAN.match(before) or before in words["opens"] or near(division, home) or mentioned[division.adcode] > 1:
        return False
    made = text[end - 2] in (*words["pronouns"], *words["before"]) or text[start : end - 1] in everyday_forms()
    if text[end - 1] in levels() and not made:
        return False
    return not any(one.adcode in mentioned for one in gazetteer().ancestors(division.adcode))


def _called(name: str, forms: Counter[str]) -> tuple[str, bool]:
    """The name in full that the forms speak for, today's or a former one, and whether it is printed."""
    full = [form for form in forms if form[-1] in levels() and form[-1] != name[-1] and not name.startswith(form)]
    votes = {one: sum(forms[form] for form in forms if one.startswith(form)) for one in (*sorted(full), name)}
    best = max(votes, key=votes.__getitem__)
    return best, best in forms or any(form[-1] == name[-1] for form in forms)


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
    """True for a city that somebody comes to, though its name is a word as well: 来大同考察."""
    patterns = _patterns()
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


def _fitting(
    divisions: tuple[Division, ...], full: set[str], printed: frozenset[str], home: Division | None
) -> tuple[Division, ...]:
    """Of divisions with one name, those that the rest of the text speaks for; the city before its county."""
    if len(divisions) == 1:
        return divisions
    known = gazetteer()
    highest = min(divisions, key=lambda one: RANKS.index(one.level)).level
    lower = [one for one in divisions if one.level != highest]
    if highest != "county" and not any(one.adcode in printed or one == home for one in lower):
        divisions = tuple(one for one in divisions if one.level == highest)
    close = tuple(division for division in divisions if near(division, home))
    placed = tuple(
        division
        for division in divisions
        if any(ancestor.adcode in full for ancestor in known.ancestors(division.adcode))
    )
    standing = tuple(division for division in divisions if division.until is None)
    return close or placed or standing or divisions


def _pointing(text: str, hits: list[Hit]) -> Counter[str]:
    """The points of each word that points; none for what a name stands before: 某某县县长, 某某市委副书记、市长."""
    covered = {at for start, end, _ in hits for at in range(start, end)}
    ends = {end: text[end - 1] for _, end, _ in hits}
    points: Counter[str] = Counter()
    for found in _patterns().pointing.finditer(text):
        group = found.lastgroup or ""
        start = found.start(group)
        if start in covered or (group != "pronoun" and (start in ends or _in_chain(text, start, ends))):
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
