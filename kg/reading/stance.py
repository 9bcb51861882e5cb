"""Who comes to whom: divisions whose people are guests of the page's own, and those that the page speaks for.

A delegation of X that comes to 我市 is never that city's; a place that one goes to is seldom one's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from kg.lexicon import table
from kg.lexicon.divisions import Division, gazetteer
from kg.reading.labels import alternatives

Hit = tuple[int, int, tuple[Division, ...]]
ARTICLE = re.compile(r"[^\f]+")
SENTENCE = re.compile(r"[^。！？\n\f]+")
# Hong Kong, Macao and Taiwan: where these are the hosts, 县委 and 市长 are still the guests'.
WITHOUT_COUNTIES = frozenset(("810000", "820000", "710000"))
# How far before a name the word of coming or leading to it may begin, and how far behind it that of visiting.
BEFORE, REACH = 4, 16


@dataclass(slots=True)
class Stance:
    """Codes of guests, how often each division speaks as the page's own, and the starts of names of goals.

    `visited` are the codes of goals that a group went to.
    """

    guests: set[str] = field(default_factory=set)
    own: Counter[str] = field(default_factory=Counter)
    goals: set[int] = field(default_factory=set)
    visited: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Patterns:
    to_us: re.Pattern[str]
    reach_us: re.Pattern[str]
    to: re.Pattern[str]
    letter: re.Pattern[str]
    visits: re.Pattern[str]
    party: re.Pattern[str]
    received: re.Pattern[str]
    welcomed: re.Pattern[str]
    reached: re.Pattern[str]
    lead: re.Pattern[str]
    delegation: re.Pattern[str]
    goes: re.Pattern[str]
    official: re.Pattern[str]
    contrast: re.Pattern[str]
    disaster: re.Pattern[str]
    post: re.Pattern[str]
    group: re.Pattern[str]
    hosted: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("deixis")["visits"]
    general = table("deixis")["words"]
    levels, bodies = general["order"], alternatives(general["bodies"])
    come, verbs, party = words["come"], alternatives(words["verbs"]), alternatives(words["party"])
    receive, received = alternatives(words["receive"]), alternatives([*words["delegations"], *words["persons"]])
    return _Patterns(
        to_us=re.compile(f"{come}到?[我本](?=[{levels}])|{come}(?=[{levels}](?:{verbs}))"),
        reach_us=re.compile(f"(?:{alternatives(words['reach'])})[我本](?=[{levels}])"),
        to=re.compile(f"{come}$"),
        letter=re.compile(f"(?:{come}|在)(?P<one>[一-鿿])(?=(?:{verbs}))"),
        visits=re.compile(f"[^，。；]{{0,{REACH}}}?(?:{verbs})|，"),
        party=re.compile(party),
        received=re.compile(f"(?:{receive})了?(?P<who>(?:(?!{receive})[^。；\n]){{2,80}}?)(?:{received})"),
        welcomed=re.compile(words["welcomed"]),
        reached=re.compile(f"(?:{come}|{alternatives(words['reach'])})$"),
        lead=re.compile(f"(?:{alternatives(words['lead'])})$"),
        delegation=re.compile(f"[一-鿿]{{0,6}}?(?:{alternatives(words['delegations'])})"),
        goes=re.compile(words["go"]),
        contrast=re.compile(f"[我本](?P<level>[{levels}])(?={general['contrast']})"),
        disaster=re.compile(general["disasters"]),
        group=re.compile(
            f"(?:党政|经贸|友好)?(?:{alternatives(words['delegations'])})(?:一行)?(?:{alternatives(words['reach'])})$"
        ),
        hosted=re.compile(
            f"(?:^|(?<=[。，；\n\f]))我?(?P<level>[{levels}])(?:{bodies}|领导|长)[^。\n]*(?:{alternatives(words['host'])})"
        ),
        post=re.compile(f"[{levels}]?(?:{bodies})|{general['posts']}"),
        dateline=re.compile(general["dateline"]),
        official=re.compile(f"[{levels}](?:{bodies}|党政)|我[{levels}]"),
    )


def comes_to_us(text: str) -> bool:
    """True if somebody comes to the place that the text speaks for: 来我县."""
    return _patterns().to_us.search(text) is not None


def stances(text: str, hits: Sequence[Hit]) -> list[tuple[Stance, Sequence[Hit]]]:
    """What the sentences on visits say of the divisions that each article names, with these names."""
    starts = [start for start, _, _ in hits]
    found: list[tuple[Stance, Sequence[Hit]]] = []
    for article in ARTICLE.finditer(text):
        inside = hits[bisect_left(starts, article.start()) : bisect_left(starts, article.end())]
        if inside:
            found.append((_stance(text, article.start(), article.end(), inside), inside))
    return found


def _stance(text: str, start: int, end: int, hits: Sequence[Hit]) -> Stance:
    found = Stance()
    starts = [at for at, _, _ in hits]
    for sentence in SENTENCE.finditer(text, start, end):
        inside = hits[bisect_left(starts, sentence.start()) : bisect_left(starts, sentence.end())]
        if inside:
            _read(text, *sentence.span(), inside, found)
            _letters(text, *sentence.span(), inside, hits, found)
    _hosted(text, start, end, hits, found)
    for code in found.own:
        found.guests.discard(code)
    return found


def _hosted(text: str, start: int, end: int, hits: Sequence[Hit], found: Stance) -> None:
    """甲县考察团到乙县参观，县委书记陪同: those whom a bare post accompanies are guests of the place they come to."""
    patterns = _patterns()
    levels = {each["level"] for each in patterns.hosted.finditer(text, start, end)}
    for guests, (at, end_of_name, hosts) in pairwise(hits):
        here = tuple(one for one in hosts if any(name[-1] in levels for name in (one.name, *one.alternatives)))
        if here and at - guests[1] <= REACH and patterns.group.fullmatch(text, guests[1], at):
            _part(text, [guests, (at, end_of_name, here)], found)


def _part(text: str, who: Sequence[Hit], found: Stance) -> None:
    """Parts those who are received, welcomed or accompanied from their hosts, to whose place they come."""
    here = _codes(hit for hit in who if _is_reached(text, hit))
    found.guests |= _codes(who) - here
    found.own.update(here)


def _is_reached(text: str, hit: Hit) -> bool:
    """True for a place that somebody comes to: 来某县, 赴某市."""
    return _patterns().reached.search(text[max(0, hit[0] - BEFORE) : hit[0]]) is not None


def _read(text: str, start: int, end: int, inside: Sequence[Hit], found: Stance) -> None:
    patterns = _patterns()
    ours = patterns.to_us.search(text, start, end) or patterns.reach_us.search(text, start, end)
    if ours and (ours.re is patterns.to_us or patterns.party.search(text, start, ours.start())):
        found.guests |= _codes(hit for hit in inside if hit[1] <= ours.start() and _comes(text, hit))
    if listed := patterns.contrast.search(text, start, end):
        alike = [hit for hit in inside if hit[1] <= listed.start() and text[hit[1] - 1] == listed["level"]]
        found.guests |= _codes(hit for hit in alike if patterns.post.match(text, hit[1]))
    for received in patterns.received.finditer(text, start, end):
        _part(text, [hit for hit in inside if received.start("who") <= hit[0] < received.end("who")], found)
    welcomed = patterns.welcomed.search(text, start, end)
    if welcomed and inside[0][0] >= welcomed.start() and patterns.official.search(text, start, welcomed.start()):
        who = [hit for hit in inside if hit[0] < welcomed.end("who")]
        if any(_is_reached(text, hit) for hit in who):
            _part(text, who, found)
    for at, stop, divisions in inside:
        before = text[max(start, at - BEFORE) : at]
        others = [hit for hit in inside if hit[1] <= at and hit[1] != at]
        if patterns.to.search(before) and patterns.visits.match(text, stop, end):
            if others and patterns.party.search(text, start, at):
                if not _codes([(at, stop, divisions)]) <= WITHOUT_COUNTIES:
                    found.guests |= _codes(others) - _codes([(at, stop, divisions)])
                found.own.update(_codes([(at, stop, divisions)]))
        elif not others and patterns.lead.search(before) and patterns.delegation.match(text, stop, end):
            found.own.update(_codes([(at, stop, divisions)]))
            found.visited |= _codes(hit for hit in inside if hit[0] >= stop) - _codes([(at, stop, divisions)])
    for goal in patterns.goes.finditer(text, start, end):
        reached = [hit for hit in inside if goal.start() < hit[0] < goal.end()]
        found.goals.update(hit[0] for hit in reached)
        ours_go = patterns.party.search(text, start, goal.start()) and patterns.official.search(
            text, start, goal.start()
        )
        if ours_go and inside[0] in reached:
            found.visited |= _codes(_in_row(text, reached))


def _comes(text: str, hit: Hit) -> bool:
    """True unless a name only says where a report was written, or where the disaster was that guests came for."""
    patterns = _patterns()
    dateline = patterns.dateline.match(text, hit[1]) and text[hit[0] - 1 : hit[0]] in ("\n", "\f", "")
    return not dateline and not patterns.disaster.match(text, hit[1])


def _in_row(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The first of the names, with those that follow in its list or lie in it: 某某省某某市、某某县."""
    row = list(hits[:1])
    for one in hits[1:]:
        nested = one[0] == row[-1][1] and any(
            gazetteer().within(below.adcode, above.adcode) for below in one[2] for above in row[-1][2]
        )
        if not nested and text[row[-1][1] : one[0]] != "、":
            break
        row.append(one)
    return row


def _letters(text: str, start: int, end: int, inside: Sequence[Hit], hits: Sequence[Hit], found: Stance) -> None:
    """来甬考察: the one character by which a division is called; it is at home there where guests come."""
    for one in _patterns().letter.finditer(text, start, end):
        hosts = _called(one["one"], hits)
        before = [hit for hit in inside if hit[1] <= one.start()]
        if hosts and (before or not inside):
            if not hosts <= WITHOUT_COUNTIES:
                found.guests |= _codes(before) - hosts
            found.own.update(hosts)


def _called(letter: str, hits: Sequence[Hit]) -> set[str]:
    """The divisions of the text that have the character in their short names, else the one that it stands for."""
    named = {one.adcode for _, _, divisions in hits for one in divisions if letter in one.short[:2]}
    known = table("deixis")["letters"].get(letter)
    return named or {division.adcode for division in gazetteer().named(known or "")}


def _codes(hits: Iterable[Hit]) -> set[str]:
    return {division.adcode for _, _, divisions in hits for division in divisions}
