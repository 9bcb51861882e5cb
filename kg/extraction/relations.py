"""Reads how bodies, divisions and things belong together: parts, sides of agreements, honours, programmes, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from kg.extraction.agreements import signed
from kg.extraction.clauses import (
    BODIES,
    PREPOSITIONS,
    Index,
    Sentence,
    clause,
    joined,
    list_from,
    list_until,
    sentences,
)
from kg.extraction.deixis import last_named
from kg.extraction.nested import is_authority
from kg.extraction.sheet import Found, FoundRelation, Part, Sheet
from kg.extraction.things import FIRST
from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import occurrences

DASHES = "—–-一"
# Up to so many sides of an agreement each works with each; with more, all work with the last.
FEW = 3
# What lies somewhere, and the particle that may stand between the two.
SITED = ("Organization", "Place", "Project")
ATTRIBUTIVE = "的"
PAIRING = re.compile("[^，。]{0,10}(?:协作|合作|共建|结对|帮扶)")


def read_relations(sheet: Sheet) -> None:
    """Fills `sheet.relations`, and adds the sides of agreements to the events that made them."""
    index = Index(sheet.found)
    for part in sheet.parts:
        rows = [
            *_inside_names(sheet, part),
            *_beside_names(sheet, part),
            *_neighbours(sheet, part),
            *_siblings(sheet, part, index),
        ]
        rows += _agreements(sheet, part, index)
        for sentence in sentences(sheet, part):
            rows += _joint_work(sheet, index, sentence)
            rows += _honours(sheet, index, sentence)
            rows += _programmes(sheet, index, sentence)
            rows += _investments(sheet, index, sentence)
        sheet.relations.extend(_once(rows))


def _once(rows: list[FoundRelation]) -> Iterator[FoundRelation]:
    seen: set[tuple[str, str, str, str, str]] = set()
    for row in rows:
        key = (row.subject.kind, row.subject.name, row.predicate, row.object.kind, row.object.name)
        if row.subject.name != row.object.name and key not in seen:
            seen.add(key)
            yield row


# ---- names within and beside names ---------------------------------------------------------------------------------


def _inside_names(sheet: Sheet, part: Part) -> Iterator[FoundRelation]:
    """The body or division that opens a name: what it is part of, or where it is, but for a division's authorities."""
    for found in _of(sheet, part):
        outer = found.within
        if outer is None:
            continue
        if found.kind == "Organization" and outer.kind == "Organization":
            yield FoundRelation(outer, "subOrganizationOf", found, outer.start, outer.end, "name-in-name")
        elif (
            found.kind == "Division"
            and outer.kind in SITED
            and not (found.candidate.adcode or is_authority(outer.candidate))
        ):
            yield FoundRelation(outer, "locatedIn", found, outer.start, outer.end, "place-in-name")


def _beside_names(sheet: Sheet, part: Part) -> Iterator[FoundRelation]:
    """某镇某村的某厂: what is named right after a division is in it."""
    starts = {f.start: f for f in _of(sheet, part) if f.kind in SITED and f.within is None}
    for division in _of(sheet, part):
        if division.kind == "Division" and division.within is None and not division.implied:
            at = division.end + (sheet.text[division.end : division.end + 1] == ATTRIBUTIVE)
            sited = starts.get(at)
            if sited is not None and not is_authority(sited.candidate):
                yield FoundRelation(sited, "locatedIn", division, division.start, sited.end, "printed-after-place")


def _of(sheet: Sheet, part: Part) -> list[Found]:
    return [f for f in sheet.found if part.start <= f.start < part.end]


def _neighbours(sheet: Sheet, part: Part) -> Iterator[FoundRelation]:
    """某市某镇某村: each division lies in the one printed right before it, else in the article's county."""
    rows = sorted((f for f in _of(sheet, part) if f.kind == "Division"), key=lambda f: (f.start, f.end))
    ends = {f.end: f for f in rows}
    named = {f.name: f for f in rows}
    for found in rows:
        before = ends.get(found.start)
        if before is not None and before is not found:
            yield FoundRelation(found, "partOf", before, before.start, found.end, "printed-after-parent")
    for found in rows:
        parent = _parent(sheet, part, found, named)
        if parent is not None:
            yield FoundRelation(found, "partOf", parent, found.start, found.end, "known-parent")


def _parent(sheet: Sheet, part: Part, found: Found, named: dict[str, Found]) -> Found | None:
    """The nearest division above that the article names: from the gazetteer, or the article's county for towns."""
    if found.candidate.adcode:
        chain = gazetteer().ancestors(found.candidate.adcode)
        return next((named[d.name] for d in chain if d.name in named), None)
    region = part.article.region
    if region is None or found.candidate.rule != "town-ending" or _has_parent(sheet, found):
        return None
    return named.get(region.name)


def _has_parent(sheet: Sheet, found: Found) -> bool:
    """True if the page prints a parent before this name anywhere."""
    twins = [f for f in sheet.found if f.kind == "Division" and f.name == found.name]
    ends = {f.end for f in sheet.found if f.kind == "Division"}
    return any(twin.start in ends for twin in twins)


def _siblings(sheet: Sheet, part: Part, index: Index) -> Iterator[FoundRelation]:
    """某局甲所、乙所: the second belongs to the body that the first one names."""
    parents = {r.subject: r.object for r in _inside_names(sheet, part) if r.predicate == "subOrganizationOf"}
    rows = index.between(part.start, part.end, ("Organization",))
    for first, second in pairwise(rows):
        if first in parents and second not in parents and joined(sheet.text, first.end, second.start):
            tail = sheet.text[first.start : first.end][-4:]
            if sheet.text[second.start : second.end].endswith(tail):
                parents[second] = parents[first]
                yield FoundRelation(
                    second, "subOrganizationOf", parents[first], first.start, second.end, "list-sibling"
                )


# ---- acts ----------------------------------------------------------------------------------------------------------


def _agreements(sheet: Sheet, part: Part, index: Index) -> list[FoundRelation]:
    rows = []
    for deal in signed(sheet, part, index):
        for side in deal.sides:
            rows.append(FoundRelation(side, "partyTo", deal.agreement, deal.start, deal.end, "signs"))
        pairs = (
            combinations(deal.sides, 2) if len(deal.sides) <= FEW else ((s, deal.sides[-1]) for s in deal.sides[:-1])
        )
        for a, b in pairs:
            rows.append(FoundRelation(a, "cooperatesWith", b, deal.start, deal.end, "signs-with"))
        for event in sheet.events:
            if event.part is part and any(
                p == "produced" and f.name == deal.agreement.name for p, f, *_ in event.links
            ):
                for side in deal.sides:
                    known = next((f for f in event.roles if f.name == side.name), None)
                    if known is not None:
                        del event.roles[known]
                    event.roles[side] = ("signatory", deal.start, deal.end, "signs")
    return rows


def _joint_work(sheet: Sheet, index: Index, sentence: Sentence) -> Iterator[FoundRelation]:
    """甲联合乙举办, 甲—乙协作."""
    text = sheet.text
    for word in listed("events", "holding", "joining"):
        for at in occurrences(text, word, sentence.start, sentence.end):
            begin, stop = clause(text, at, sentence.start, sentence.end)
            first = list_until(text, index.between(begin, at), BODIES)
            others = list_from(text, index.between(at + len(word), stop), BODIES)
            if first and others and at - first[-1].end < 8 and others[0].start - at - len(word) < 2:
                for a in first:
                    for b in others:
                        yield FoundRelation(a, "cooperatesWith", b, a.start, b.end, "works-with")
    rows = index.between(sentence.start, sentence.end, ("Division",))
    for a, b in pairwise(rows):
        between = text[a.end : b.start]
        if between and set(between) <= set(DASHES) and PAIRING.match(text, b.end):
            yield FoundRelation(a, "cooperatesWith", b, a.start, b.end, "paired-by-dash")


def _honours(sheet: Sheet, index: Index, sentence: Sentence) -> Iterator[FoundRelation]:
    """甲、乙获评…: the list of names before the verb got it."""
    text = sheet.text
    for honour in index.between(sentence.start, sentence.end, ("Honour",)):
        begin, _ = clause(text, honour.start, sentence.start, sentence.end)
        holders = _holders(sheet, index, sentence, begin, honour)
        for holder in holders:
            yield FoundRelation(
                holder, "awarded", honour, min(holder.start, honour.start), max(holder.end, honour.end), "gets-honour"
            )


def _holders(sheet: Sheet, index: Index, sentence: Sentence, begin: int, honour: Found) -> list[Found]:
    text = sheet.text
    if FIRST.search(text, begin, honour.start):
        return _of_its_kind(sheet, index, sentence, honour)
    kinds: tuple[str, ...] = (*BODIES, "Person", "Place")
    if honour.name.rstrip("”").endswith(listed("things", "honour", "personal")):
        kinds = ("Person",)
    rows = index.between(sentence.start, honour.start, kinds)
    rows = [f for f in rows if text[f.start - 1 : f.start] not in ("由", "被", "经")]
    if rows and rows[-1].end >= begin:
        return list_until(text, rows, kinds)
    return [f for f in rows if f.kind in BODIES][:1] or rows[:1]


def _of_its_kind(sheet: Sheet, index: Index, sentence: Sentence, honour: Found) -> list[Found]:
    """作为某区首家…企业，该公司…: the holder is who the sentence goes on with."""
    after = sheet.text[honour.end : honour.end + 8]
    for word in listed("anaphora", "anaphora", "bodies"):
        if word in after:
            found = last_named(sheet, honour.start, word)
            return [found] if found else []
    return index.between(honour.end, min(honour.end + 24, sentence.end), ("Organization",))[:1]


def _programmes(sheet: Sheet, index: Index, sentence: Sentence) -> Iterator[FoundRelation]:
    """甲实施…: who puts a programme into practice."""
    text = sheet.text
    verbs = "|".join(sorted((v for v in table("things")["programme"]["verbs"] if len(v) > 1), key=len, reverse=True))
    for programme in index.between(sentence.start, sentence.end, ("Programme",)):
        if not re.search(verbs, text[max(sentence.start, programme.start - 24) : programme.start]):
            continue
        rows = [f for f in index.between(sentence.start, programme.start) if f.kind in BODIES]
        rows = [f for f in rows if text[f.start - 1 : f.start] not in PREPOSITIONS]
        for body in list_from(text, rows, BODIES)[:2]:
            yield FoundRelation(body, "implements", programme, body.start, programme.end, "practises")


def _investments(sheet: Sheet, index: Index, sentence: Sentence) -> Iterator[FoundRelation]:
    """在甲地投资…, 投资…元的乙: companies invest in the division that the sentence names."""
    text = sheet.text[sentence.start : sentence.end]
    if "投资" not in text:
        return
    where = re.search("(?:在|到|来|落户)", text)
    divisions = [
        f
        for f in index.between(sentence.start, sentence.end, ("Division",))
        if sheet.text[f.start - 1 : f.start] in ("在", "到", "户")
    ]
    if where is None or not divisions:
        return
    for company in index.between(sentence.start, sentence.end, ("Organization",)):
        if company.candidate.rule == "investing-company":
            yield FoundRelation(
                company,
                "investsIn",
                divisions[0],
                min(divisions[0].start, company.start),
                max(divisions[0].end, company.end),
                "invests",
            )
