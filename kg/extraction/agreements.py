"""Reads who is a side of which agreement, and who agreed with whom.

The sides are those who act in the clause of signing, people for their bodies. A clause that begins with 与 takes its
first side from the clause before; 双方 and 两县 take theirs from who signs, from the agreement's name, or from the
last pair that the article named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

from kg.extraction.characters import HAN
from kg.extraction.clauses import BODIES, Index, Sentence, clause, joined, sentences
from kg.extraction.sheet import Found, Part, Sheet
from kg.extraction.signers import Actor, actors, bodies, division_of, pattern, sides_of
from kg.lexicon import listed, table

CEREMONY = re.compile("[》”]?(?:的)?(?:签署|签约|签字|签订|簽署|簽約|簽字|簽訂)")
SEGMENT_END = re.compile("[;；]")
ADDRESSED_TOWN = re.compile(f"[{HAN}]{{1,5}}(?:[镇乡村鎮鄉]|街道|社区)")
# Up to so many sides of an agreement without 与 each works with each.
FEW = 3

Pairs = list[tuple[Found, Found]]


@dataclass(slots=True, eq=False)
class Signed:
    """One agreement with its sides and who of them agreed with whom; the words that say so."""

    agreement: Found
    start: int
    end: int
    sides: list[Found] = field(default_factory=list)
    pairs: Pairs = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Act:
    """The words of signing: the verb, and where its clause and what belongs to it begin."""

    begin: int
    verb: int
    segment: int


def signed(sheet: Sheet, part: Part, index: Index) -> Iterator[Signed]:
    """Every agreement that the body says was signed, with the sides that it names."""
    return iter(_Reader(sheet, part, index).read())


class _Reader:
    """Reads the agreements of one article."""

    def __init__(self, sheet: Sheet, part: Part, index: Index) -> None:
        self.sheet, self.part, self.index, self.text = sheet, part, index, sheet.text
        self.before: list[Sentence] = [*sentences(sheet, part, ("headline",))]
        self.rows: list[Sentence] = [*sentences(sheet, part)]

    def read(self) -> list[Signed]:
        deals: list[Signed] = []
        for number, sentence in enumerate(self.rows):
            agreements = self.index.between(sentence.start, sentence.end, ("Agreement",))
            if not agreements:
                self._follow(sentence, deals)
            for group in self._groups(sentence, agreements):
                deals += self._deals(number, sentence, *group)
            self.before.append(sentence)
        return [deal for deal in deals if deal.sides]

    def _groups(self, sentence: Sentence, agreements: list[Found]) -> Iterator[tuple[_Act, list[Found]]]:
        """The agreements of a sentence by the act that makes them: 签订了《甲》和《乙》 is one act."""
        acts: dict[int, tuple[_Act, list[Found]]] = {}
        for agreement in agreements:
            at = self._verb(sentence, agreement)
            if at is not None:
                segment = max((m.end() for m in SEGMENT_END.finditer(self.text, sentence.start, at)), default=0)
                segment = max(segment, sentence.start)
                begin, _ = clause(self.text, at, segment, sentence.end)
                acts.setdefault(at, (_Act(begin, at, segment), []))[1].append(agreement)
        yield from acts.values()

    def _verb(self, sentence: Sentence, agreement: Found) -> int | None:
        """Where what is said before the verb ends: at 签订 before the agreement, or before 在《…》上签字."""
        start, end = agreement.start, agreement.end
        if pattern("signing_on").match(self.text, end) or CEREMONY.match(self.text, end):
            return start
        verbs = list(pattern("verbs").finditer(self.text, sentence.start, start))
        if not verbs or SEGMENT_END.search(self.text, verbs[-1].end(), start):
            return None
        return (
            None
            if self.text.startswith(("的", "仪式"), verbs[-1].end()) and start - verbs[-1].end() > 3
            else verbs[-1].start()
        )

    def _deals(self, number: int, sentence: Sentence, act: _Act, agreements: list[Found]) -> Iterator[Signed]:
        first, others = self._sides(number, sentence, act, agreements[0])
        shared = len(agreements) == len(others) > 1 and pattern("each").search(self.text, act.begin, act.verb)
        for place, agreement in enumerate(agreements):
            partners = others[place : place + 1] if shared else others
            deal = Signed(agreement, act.segment, agreement.end)
            self._fill(deal, act, first, partners)
            yield deal

    def _fill(self, deal: Signed, act: _Act, first: list[Actor], others: list[Actor]) -> None:
        deal.sides = bodies([*first, *others])
        left, right = bodies(first), bodies(others)
        couples = self._couples([*first, *others])
        if couples:
            deal.pairs = couples
            return
        if others and len(first) == len(others) > 1:
            deal.pairs = [
                (a.body, b.body)
                for a, b in zip(first, others, strict=True)
                if a.body is not None and b.body is not None and pattern("each").search(self.text, act.begin, act.verb)
            ]
        elif others and (len(first) == 1 or len(others) == 1):
            deal.pairs = list(product(left, right))
        elif not others and len(left) <= FEW:
            deal.pairs = list(combinations(left, 2))

    def _couples(self, rows: list[Actor]) -> Pairs:
        """甲与乙、丙与丁分别签订: each with the one that 与 joins it to."""
        if len(rows) < 4 or len(rows) % 2:
            return []
        couples: Pairs = []
        for a, b in zip(rows[::2], rows[1::2], strict=True):
            between = self.text[a.end : b.start]
            if a.body is None or b.body is None or len(between) > 4 or pattern("with").match(between) is None:
                return []
            couples.append((a.body, b.body))
        return couples

    def _sides(self, number: int, sentence: Sentence, act: _Act, agreement: Found) -> tuple[list[Actor], list[Actor]]:
        """Who signs, on both sides of 与."""
        text = self.text
        rows = actors(self.sheet, self.index, act.begin, act.verb)
        inner = self._named_in(act.verb, agreement)
        if inner and all(r.body is None or r.end - r.start < 4 or r.body.kind != "Organization" for r in rows):
            return inner[:1], inner[1:]
        named = self._stood_for(act.segment, act.begin, act.verb)
        opening = pattern("with").match(text, act.begin + _adverbs(text, act.begin))
        if named and opening is not None and rows:
            return named, rows
        if len(bodies(named)) > 1:
            return named, []
        together = pattern("together").search(text, act.segment, act.verb)
        if together is not None and len(rows) < 2:
            return self._both(number, sentence, act, agreement, together.group()), []
        first, others = self._clause_sides(sentence, act.begin, act.verb, rows)
        begin = act.begin
        while not others and len(first) < 2 and begin > act.segment:
            end = begin - 1
            begin, _ = clause(text, end, act.segment, end)
            first, others = self._clause_sides(sentence, begin, end, self._acting(begin, end))
        return first, others

    def _stood_for(self, segment: int, begin: int, verb: int) -> list[Actor]:
        """Those for whom others sign: 甲代表丙，乙代表丁签署; 甲、乙分别代表丙、丁，与戊签订."""
        found: list[Actor] = []
        start = begin
        while start > segment:
            last, _ = clause(self.text, start - 1, segment, start - 1)
            signs = pattern("verbs").search(self.text, last, start - 1)
            if signs is not None or pattern("stands_for").search(self.text, last, start) is None:
                break
            start = last
        segment = start
        places = [m.end() for m in pattern("stands_for").finditer(self.text, segment, verb)]
        for at, stop in zip(places, [*places[1:], verb], strict=False):
            if any(f.start < at <= f.end for f in self.index.between(max(segment, at - 12), stop)):
                continue
            rows = actors(self.sheet, self.index, at, stop)
            if rows and rows[0].start - at <= 1:
                run = [rows[0]]
                for row in rows[1:]:
                    if not joined(self.text, run[-1].end, row.start):
                        break
                    run.append(row)
                found += run if len(places) == 1 else run[:1]
        return found

    def _clause_sides(
        self, sentence: Sentence, begin: int, end: int, rows: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """Who acts in one clause on both sides of 与; where it begins with 与, the first side is told before."""
        opening = pattern("with").match(self.text, begin + _adverbs(self.text, begin))
        if opening is not None and rows:
            return self._subject(sentence, begin), rows
        first, others = sides_of(self.text, rows, end)
        if first and not others and pattern("with").search(self.text, first[-1].end, end):
            return first, [Actor(end, end, None)]
        return first, others

    def _acting(self, begin: int, end: int) -> list[Actor]:
        """Those who act in an earlier clause; a division named after its verb is only part of what is done there."""
        verb = pattern("acts").search(self.text, begin, end)
        rows = actors(self.sheet, self.index, begin, end)
        return [
            r for r in rows if verb is None or r.end <= verb.start() or r.body is None or r.body.kind == "Organization"
        ]

    def _subject(self, sentence: Sentence, end: int) -> list[Actor]:
        """Who the clauses or the sentence before begin with."""
        rows = actors(self.sheet, self.index, sentence.start, end)
        if not rows and self.before and pattern("pronouns").search(self.text, sentence.start, end + 3):
            last = self.before[-1]
            rows = actors(self.sheet, self.index, last.start, last.end)
        return rows[:1]

    def _earlier(self, act: _Act) -> list[Actor]:
        """Where the clause of signing names nobody on its two sides, the last clause before it with two that act."""
        begin = act.begin
        while begin > act.segment:
            end = begin - 1
            begin, _ = clause(self.text, end, act.segment, end)
            rows = self._acting(begin, end)
            if len(rows) > 1:
                return rows
        return []

    # ---- 双方, 两县 ------------------------------------------------------------------------------------------------

    def _both(self, number: int, sentence: Sentence, act: _Act, agreement: Found, word: str) -> list[Actor]:
        """The sides that 双方 or 两县 stand for."""
        count = int(table("things")["agreement"]["counts"].get(word[0], 0))
        level = word[1:] if word[1:] in listed("things", "agreement", "levels") else ""
        rows = self._fit(self._earlier(act), count, level)
        rows = rows or self._fit(self._signing_after(number, sentence, agreement), count, level)
        rows = rows or self._fit(self._in_name(agreement), count, level)
        rows = rows or self._fit(self._last_pair(count), count, level)
        return rows or self._fit(self._leading(), count, level)

    def _fit(self, rows: list[Actor], count: int, level: str) -> list[Actor]:
        """These, if they are as many and of the level that the word says; governments stand for their divisions."""
        if level:
            rows = [Actor(r.start, r.end, division_of(self.sheet, r.body)) for r in rows if r.body is not None]
            rows = [r for r in rows if r.body is not None and r.body.name.endswith(level)]
        found = bodies(rows)
        return rows if len(found) > 1 and (not count or len(found) == count) else []

    def _signing_after(self, number: int, sentence: Sentence, agreement: Found) -> list[Actor]:
        """甲、乙分别代表丙、丁签字, in the rest of the sentence or in the next one."""
        stop = SEGMENT_END.search(self.text, agreement.end, sentence.end)
        ends = [(agreement.end, stop.start() if stop else sentence.end)]
        ends += [(s.start, s.end) for s in self.rows[number + 1 : number + 2]]
        for start, end in ends:
            for m in pattern("signing_for").finditer(self.text, start, end):
                begin, _ = clause(self.text, m.start(), start, end)
                rows = actors(self.sheet, self.index, begin, m.end())
                stands = pattern("stands_for").search(self.text, begin, m.end())
                named = [r for r in rows if stands is not None and r.start >= stands.end()]
                rows = named if len(bodies(named)) > 1 else [r for r in rows if r not in named]
                if len(rows) > 1:
                    return rows
        return []

    def _in_name(self, agreement: Found) -> list[Actor]:
        """甲与乙…协议: the divisions that the agreement's own name joins."""
        found: dict[str, Actor] = {}
        for f in self.index.between(self.part.start, self.part.end, BODIES):
            form = self.text[f.start : f.end]
            if len(form) > 1 and _has_whole(agreement.name, form) and not agreement.start <= f.start < agreement.end:
                found.setdefault(f.name, Actor(f.start, f.end, f))
        return list(found.values())

    def _named_in(self, verb: int, agreement: Found) -> list[Actor]:
        """签订甲市乙镇—丙县丁镇结对协议: the divisions that the name itself joins, each by the last of its address."""
        rows = sorted(
            (f for f in self.sheet.found if f.kind == "Division" and verb <= f.start and f.end <= agreement.end),
            key=lambda f: (f.start, -f.end),
        )
        starts = {f.start for f in rows}
        rows = [f for f in rows if f.end not in starts]
        for a, b in pairwise(rows):
            head = next((f.start for f in self.sheet.found if f.kind == "Division" and f.end == b.start), b.start)
            between = self.text[a.end : head]
            if a.name != b.name and between and pattern("pairing").fullmatch(between):
                return [Actor(a.start, a.end, a), Actor(b.start, b.end, b)]
        return []

    def _last_pair(self, count: int) -> list[Actor]:
        """The last list of just so many bodies or divisions that the article joined by 与."""
        for sentence in reversed(self.before):
            rows = self.index.between(sentence.start, sentence.end, BODIES)
            for at in range(len(rows) - 1, 0, -1):
                run = rows[max(0, at + 1 - (count or 2)) : at + 1]
                glued = all(_paired(self.text, a, b) for a, b in pairwise(run))
                if len(run) > 1 and glued and len({f.kind for f in run}) == 1 and len(self._divisions(run)) != 1:
                    return [Actor(f.start, f.end, f) for f in run]
        return []

    def _divisions(self, run: list[Found]) -> set[str]:
        """The divisions that bodies act for, or their own names: a county's committee and government are one side."""
        return {(division_of(self.sheet, f) or f).name for f in run}

    def _leading(self) -> list[Actor]:
        """The divisions of those whom the article's first sentences bring together."""
        found: dict[str, Actor] = {}
        for sentence in self.rows[:2]:
            for row in actors(self.sheet, self.index, sentence.start, sentence.end):
                body = division_of(self.sheet, row.body) if row.body is not None else None
                if body is not None:
                    found.setdefault(body.name, Actor(row.start, row.end, body))
        return list(found.values())

    # ---- signed in a sentence of its own --------------------------------------------------------------------------

    def _follow(self, sentence: Sentence, deals: list[Signed]) -> None:
        """甲、乙在协议上签字: the sides of the agreement told before, if nobody named them."""
        deal = deals[-1] if deals else None
        if deal is None or len(deal.sides) > 1 or self.before[-1].end < deal.agreement.end:
            return
        m = pattern("signing_for").search(self.text, sentence.start, sentence.end)
        if m is None:
            return
        begin, _ = clause(self.text, m.start(), sentence.start, sentence.end)
        rows = actors(self.sheet, self.index, begin, m.start())
        if len(bodies(rows)) > 1:
            self._fill(deal, _Act(begin, m.start(), begin), *sides_of(self.text, rows, m.start()))


def _has_whole(name: str, form: str) -> bool:
    """True if a name holds this form, and not only as the address of a town or village that follows it."""
    at = name.find(form)
    return at >= 0 and ADDRESSED_TOWN.match(name, at + len(form)) is None


def _adverbs(text: str, start: int) -> int:
    m = pattern("adverbs").match(text, start)
    return len(m.group()) if m else 0


def _paired(text: str, a: Found, b: Found) -> bool:
    """True if 与, 、 or a dash joins two names."""
    between = text[a.end : b.start]
    if not between or "，" in between:
        return False
    return pattern("pairing").fullmatch(between) is not None or joined(text, a.end, b.start)
