"""Reads who is a side of which agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.clauses import BODIES, Index, Sentence, clause, sentences
from kg.extraction.sheet import Found, Part, Sheet
from kg.lexicon import listed

SIDES = (*BODIES, "Place")
CEREMONY = re.compile("(?:的)?(?:签署|签约|签字|签订)")


@dataclass(frozen=True, slots=True, eq=False)
class Signed:
    """One agreement with its sides, and the words that say so."""

    agreement: Found
    sides: tuple[Found, ...]
    start: int
    end: int


def signed(sheet: Sheet, part: Part, index: Index) -> Iterator[Signed]:
    """Every agreement that a sentence of the body says was signed, with the sides that it names."""
    before: list[Sentence] = []
    for sentence in sentences(sheet, part):
        for agreement in index.between(sentence.start, sentence.end, ("Agreement",)):
            verb = _verb_before(sheet.text, sentence.start, agreement.start)
            if verb is None and CEREMONY.match(sheet.text, agreement.end):
                verb = (agreement.start, agreement.start)
            if verb is None:
                continue
            sides = _sides(sheet, index, sentence, before, agreement, verb)
            if sides:
                yield Signed(
                    agreement,
                    tuple(sides),
                    min(s.start for s in sides) if _within(sentence, sides) else sentence.start,
                    agreement.end,
                )
        before.append(sentence)


def _within(sentence: Sentence, sides: list[Found]) -> bool:
    return all(sentence.start <= s.start < sentence.end for s in sides)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(listed("things", "agreement", key)))


def _verb_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last verb of signing between two characters."""
    best: tuple[int, int] | None = None
    for verb in listed("things", "agreement", "verbs"):
        at = text.rfind(verb, start, end)
        if at >= 0 and (best is None or at > best[0] or (at == best[0] and len(verb) > best[1] - best[0])):
            best = (at, at + len(verb))
    return best


def _sides(
    sheet: Sheet, index: Index, sentence: Sentence, before: list[Sentence], agreement: Found, verb: tuple[int, int]
) -> list[Found]:
    """The bodies in the verb's clause; where it has fewer than two, those of the clauses and sentences before."""
    text = sheet.text
    if text[verb[1] : verb[1] + 1] == "的":
        return []
    begin, _ = clause(text, verb[0], sentence.start, sentence.end)
    sides = _bodies(text, index, begin, verb[0], SIDES)
    if len(sides) < 2:
        people = _bodies_of_people(sheet, index, begin, verb[0])
        sides = people if len(people) >= 2 else sides
    while len(sides) < 2 and begin > sentence.start:
        end = begin - 1
        begin, _ = clause(text, end, sentence.start, sentence.end)
        sides = _merge(_actors(text, index, begin, end), sides)
    if _pattern("together").search(text, sentence.start, verb[0]):
        for earlier in reversed(before[-3:]):
            if len(sides) < 2:
                sides = _merge(_actors(text, index, earlier.start, earlier.end), sides)
    return sides if len(sides) >= 2 else []


def _bodies(text: str, index: Index, start: int, end: int, kinds: tuple[str, ...]) -> list[Found]:
    """Bodies that act between two characters, not those that only say where, with one row for each name."""
    best: dict[str, Found] = {}
    for found in index.between(start, end, kinds):
        if not _is_setting(text, found):
            best.setdefault(found.name, found)
    return list(best.values())


def _actors(text: str, index: Index, start: int, end: int) -> list[Found]:
    """The bodies of an earlier clause; a division named after its verb is only part of what is done there."""
    verb = _pattern("acts").search(text, start, end)
    stop = verb.start() if verb else end
    return [f for f in _bodies(text, index, start, end, BODIES) if f.kind == "Organization" or f.end <= stop]


def _bodies_of_people(sheet: Sheet, index: Index, start: int, end: int) -> list[Found]:
    """The bodies that people who sign stand for: 甲与乙签署 is their bodies' agreement."""
    names = [person.name for person in index.between(start, end, ("Person",))]
    bodies: dict[str, Found] = {}
    for name in names:
        post = next((p for p in sheet.holdings if p.person.name == name and p.body is not None), None)
        if post is not None and post.body is not None and post.rule != "byline":
            bodies.setdefault(post.body.name, post.body)
    return list(bodies.values())


def _is_setting(text: str, found: Found) -> bool:
    """True for a place of action: 在某地, 前往某地 is where, not who; a body that is gone to may well sign."""
    before, after = text[: found.start], text[found.end : found.end + 1]
    if after == "的" or before.endswith(("在", "于", "(")):
        return True
    return found.kind != "Organization" and before.endswith(("到", "赴", "前往", "来到", "调研", "考察"))


def _merge(first: list[Found], second: list[Found]) -> list[Found]:
    names = {f.name for f in first}
    return [*first, *(f for f in second if f.name not in names)]
