"""Reads who got which honour: from 授予甲…, 甲被评为…, 甲获…, and from people named right after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from kg.extraction.clauses import BODIES, CLAUSE_END, CLOSERS, Index, Sentence, clause, joined
from kg.extraction.named_before import last_named
from kg.extraction.sheet import Found, FoundRelation, Sheet
from kg.extraction.things import FIRST
from kg.lexicon import listed, longest_first

KINDS = ("Person", *BODIES, "Place")
LIST = re.compile("[^，,。；;：:]*[、和与及及][^，,。；;：:、]*")
SEGMENT_END = re.compile("[;；]")
AGENT = ("由", "被", "经", "受")


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """A possible holder: `start` is where its title begins, a body in it included."""

    start: int
    found: Found


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("things", "award", key))))


def awards(sheet: Sheet, index: Index, sentence: Sentence, before: Sentence | None) -> Iterator[FoundRelation]:
    """Every honour of a sentence with those who got it."""
    for honour in index.between(sentence.start, sentence.end, ("Honour",)):
        for holder in _holders(sheet, index, sentence, before, honour):
            start, end = min(holder.start, honour.start), max(holder.end, honour.end)
            yield FoundRelation(holder, "awarded", honour, start, end, "gets-honour")


def _holders(sheet: Sheet, index: Index, sentence: Sentence, before: Sentence | None, honour: Found) -> list[Found]:
    text = sheet.text
    after = _named_after(text, index, sentence, honour)
    if after:
        return after
    begin, _ = clause(text, honour.start, sentence.start, sentence.end)
    beside = [f for f in index.between(begin, honour.start, (*BODIES, "Place")) if f.end == honour.start]
    if beside:
        return beside
    if FIRST.search(text, begin, honour.start):
        return _of_its_kind(sheet, index, sentence, honour)
    verb = _last(_words("verbs"), text, begin, honour.start)
    if verb is None:
        return []
    passive = _last(_words("passive"), text, begin, verb.end())
    givings = [
        m for m in _words("giving").finditer(text, begin, honour.start) if passive is None or m.start() >= verb.start()
    ]
    for giving in reversed(givings):
        if rows := _rows(text, index, giving.end(), honour.start):
            return _fitting(rows, honour)
    if givings and passive is None:
        return []
    return _fitting(_subject(text, index, sentence, before, begin, verb.start(), _is_personal(honour)), honour)


def _last(words: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    best = None
    for m in words.finditer(text, start, end):
        best = m
    return best


def _named_after(text: str, index: Index, sentence: Sentence, honour: Found) -> list[Found]:
    """…传承人甲, …奖章获得者甲; …名单公布，甲榜上有名; …证书送到了甲."""
    end = honour.end + (text[honour.end : honour.end + 1] in CLOSERS)
    winner = _words("winner").match(text, end)
    at = winner.end() if winner else end
    people = [p for p in index.between(at, min(at + 12, sentence.end), ("Person",)) if p.start == at]
    if people:
        return people
    handed = _words("handed").match(text, end)
    if handed is None:
        return []
    _, stop = clause(text, handed.end(), sentence.start, sentence.end)
    return [row.found for row in _rows(text, index, handed.end(), stop)]


def _rows(text: str, index: Index, start: int, end: int) -> list[_Row]:
    """Those who may hold an honour between two characters; a body in the title of a person is no row of its own."""
    rows: list[_Row] = []
    for found in index.between(start, end, KINDS):
        if found.kind != "Person" and text[found.end : found.end + 1] == "的":
            continue
        begin = found.start
        if found.kind == "Person":
            while rows and rows[-1].found.kind != "Person" and not LIST.fullmatch(text, rows[-1].found.end, begin):
                if CLAUSE_END.search(text, rows[-1].found.end, begin):
                    break
                begin = rows.pop().start
        rows.append(_Row(begin, found))
    return rows


def _subject(
    text: str, index: Index, sentence: Sentence, before: Sentence | None, begin: int, verb: int, personal: bool
) -> list[_Row]:
    """The list before the verb, or before 被; else who the sentence, or the one before it, begins with."""
    passive = _last(_words("passive"), text, begin, verb + 1)
    stop = passive.start() if passive is not None else verb
    segment = max((m.end() for m in SEGMENT_END.finditer(text, sentence.start, begin)), default=sentence.start)
    rows = [row for row in _rows(text, index, segment, stop) if text[row.start - 1 : row.start] not in AGENT]
    if rows and rows[-1].start >= begin:
        run = rows[-1:]
        for row in reversed(rows[:-1]):
            if not _listed(text, row, run[0]):
                break
            run.insert(0, row)
        return run
    if not only_adverbs(text, begin, stop):
        return []
    if not personal:
        rows = [row for row in rows if row.found.kind != "Person"] or rows
    if rows:
        return [rows[0], *(row for a, row in takewhile(lambda two: _listed(text, *two), pairwise(rows)))]
    if before is not None and _words("pronouns").search(text, segment, stop):
        return [row for row in _rows(text, index, before.start, before.end) if row.found.kind == "Person"][:1]
    return []


def only_adverbs(text: str, start: int, end: int) -> bool:
    """True if nothing stands between two characters but times and adverbs: 近日, 连续三年."""
    return not _words("no_subject").sub("", text[start:end]).strip()


def _listed(text: str, a: _Row, b: _Row) -> bool:
    """True if two stand side by side in a list, with no more than a title between them."""
    return joined(text, a.found.end, b.start) or LIST.fullmatch(text, a.found.end, b.start) is not None


def _fitting(rows: list[_Row], honour: Found) -> list[Found]:
    """People for an honour of people, where there are any."""
    found = [row.found for row in rows]
    people = [f for f in found if f.kind == "Person"]
    return (
        people
        if _is_personal(honour) and (people or honour.name.endswith(listed("things", "award", "only_people")))
        else found
    )


def _is_personal(honour: Found) -> bool:
    return honour.name.rstrip("”").endswith(listed("things", "honour", "personal"))


def _of_its_kind(sheet: Sheet, index: Index, sentence: Sentence, honour: Found) -> list[Found]:
    """作为某区首家…企业，该公司…: the holder is who the sentence goes on with."""
    after = sheet.text[honour.end : honour.end + 8]
    for word in listed("anaphora", "anaphora", "bodies"):
        if word in after:
            found = last_named(sheet, honour.start, word)
            return [found] if found else []
    return index.between(honour.end, min(honour.end + 24, sentence.end), ("Organization",))[:1]
