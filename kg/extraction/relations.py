"""Reads how bodies, divisions and things belong together: parts, sides of agreements, honours, programmes, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

from kg.extraction.agreements import signed
from kg.extraction.awards import awards, only_adverbs
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
from kg.extraction.sheet import Found, FoundRelation, Part, Sheet
from kg.extraction.wholes import whole_found, whole_of
from kg.lexicon import listed, longest_first, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import occurrences

DASHES = "—–-一"
# The blocks that tell what bodies and people do.
TOLD = ("body", "caption")
# What can be somewhere, and the bodies that are of a place rather than in it.
LOCAL = ("Organization", "Place", "Project")
NOWHERE = {"PublicBody", "PartyBody"}
# Up to so many bodies that do a thing together each work with each.
FEW = 3
PAIRING = re.compile("[^，。]{0,10}(?:协作|合作|共建|结对|帮扶)")


def read_relations(sheet: Sheet) -> None:
    """Fills `sheet.relations`, and adds the sides of agreements to the events that made them."""
    index = Index(sheet.found)
    for part in sheet.parts:
        here = _of(sheet, part)
        inside = list(_inside_names(here))
        rows = [*inside, *_neighbours(sheet, part, here), *_siblings(sheet, part, index, inside)]
        rows += _wholes(sheet, part, here)
        rows += _addresses(sheet, part)
        rows += _agreements(sheet, part, index)
        before = None
        for sentence in sentences(sheet, part, TOLD):
            rows += _joint_work(sheet, index, sentence)
            rows += awards(sheet, index, sentence, before)
            rows += _programmes(sheet, index, sentence)
            rows += _investments(sheet, index, sentence)
            before = sentence
        sheet.relations.extend(_once(rows))


def _once(rows: list[FoundRelation]) -> Iterator[FoundRelation]:
    seen: set[tuple[str, str, str, str, str]] = set()
    for row in rows:
        key = (row.subject.kind, row.subject.name, row.predicate, row.object.kind, row.object.name)
        if row.subject.name != row.object.name and key not in seen:
            seen.add(key)
            yield row


# ---- names within and beside names ---------------------------------------------------------------------------------


def _inside_names(here: list[Found]) -> Iterator[FoundRelation]:
    """The body or division that opens a name: part of it, or where it is."""
    for found in here:
        outer = found.within
        if outer is None:
            continue
        if found.kind == "Organization" and outer.kind == "Organization":
            yield FoundRelation(outer, "subOrganizationOf", found, outer.start, outer.end, "name-in-name")
        elif found.kind == "Division" and _is_somewhere(outer) and _tells_where(outer, found):
            yield FoundRelation(outer, "locatedIn", found, outer.start, outer.end, "place-in-name")


def _is_somewhere(found: Found) -> bool:
    """True for what has a place: not the committee or the government of that place."""
    return found.kind in LOCAL and not NOWHERE & set(found.candidate.classes)


def _tells_where(found: Found, division: Found) -> bool:
    """A body's county only says whose it is; its town, or the county of a place, says where it is."""
    return found.kind != "Organization" or division.candidate.rule == "town-ending"


def _addresses(sheet: Sheet, part: Part) -> Iterator[FoundRelation]:
    """某镇某某合作社, 某镇的某某合作社: where it is stands right before it, or opens its name."""
    rows = _of(sheet, part)
    divisions = {f.end: f for f in rows if f.kind == "Division" and f.within is None}
    towns = {f.name: f for f in rows if f.kind == "Division" and f.candidate.rule == "town-ending"}
    for found in rows:
        if not _is_somewhere(found) or found.within is not None or found.implied:
            continue
        text = sheet.text
        where = divisions.get(found.start) or (
            divisions.get(found.start - 1) if text[found.start - 1 : found.start] == "的" else None
        )
        for end in range(len(found.name) - 2, 2, -1):
            where = where or towns.get(found.name[:end])
        if where is not None:
            yield FoundRelation(found, "locatedIn", where, min(where.start, found.start), found.end, "address")


def _wholes(sheet: Sheet, part: Part, here: list[Found]) -> Iterator[FoundRelation]:
    """某县委组织部 is part of 某县委, 某大学农学院 of 某大学; and what the whole itself is part of."""
    names: set[str] = set()
    rows = [f for f in here if f.kind == "Organization"]
    for found in rows:
        name = whole_of(found.name)
        if name is None or found.name in names:
            continue
        names.add(found.name)
        whole = whole_found(sheet, part, found, name)
        rows.append(whole)
        yield FoundRelation(found, "subOrganizationOf", whole, found.start, found.end, "whole-of-part")


def _of(sheet: Sheet, part: Part) -> list[Found]:
    return [f for f in sheet.found if part.start <= f.start < part.end]


def _neighbours(sheet: Sheet, part: Part, here: list[Found]) -> Iterator[FoundRelation]:
    """某市某镇某村: each division lies in the one printed right before it, else in the article's county."""
    rows = sorted((f for f in here if f.kind == "Division"), key=lambda f: (f.start, f.end))
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
    starts = {f.start for f in sheet.found if f.kind == "Division" and f.name == found.name}
    return any(f.kind == "Division" and f.end in starts for f in sheet.found)


def _siblings(sheet: Sheet, part: Part, index: Index, inside: list[FoundRelation]) -> Iterator[FoundRelation]:
    """某局甲所、乙所: the second belongs to the body that the first one names."""
    parents = {r.subject: r.object for r in inside if r.predicate == "subOrganizationOf"}
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
        for a, b in deal.pairs:
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
    if len(index.between(sentence.start, sentence.end, BODIES)) < 2:
        return
    for word in listed("events", "holding", "joining"):
        for at in occurrences(text, word, sentence.start, sentence.end):
            begin, stop = clause(text, at, sentence.start, sentence.end)
            first = list_until(text, index.between(begin, at), BODIES)
            others = list_from(text, index.between(at + len(word), stop), BODIES)
            if first and others and at - first[-1].end < 8 and others[0].start - at - len(word) < 2:
                for a in first:
                    for b in others:
                        yield FoundRelation(a, "cooperatesWith", b, a.start, b.end, "works-with")
    for word in listed("events", "holding", "together"):
        for at in occurrences(text, word, sentence.start, sentence.end):
            begin, _ = clause(text, at, sentence.start, sentence.end)
            group = list_until(text, index.between(begin, at), BODIES)
            if len({f.kind for f in group}) != 1 or text.endswith(PREPOSITIONS, begin, group[0].start):
                continue
            if 1 < len(group) <= FEW and only_adverbs(text, group[-1].end, at):
                for a, b in combinations(group, 2):
                    yield FoundRelation(a, "cooperatesWith", b, a.start, at, "works-together")
    rows = index.between(sentence.start, sentence.end, ("Division",))
    for a, b in pairwise(rows):
        between = text[a.end : b.start]
        if between and set(between) <= set(DASHES) and PAIRING.match(text, b.end):
            yield FoundRelation(a, "cooperatesWith", b, a.start, b.end, "paired-by-dash")


def _programmes(sheet: Sheet, index: Index, sentence: Sentence) -> Iterator[FoundRelation]:
    """甲实施…: who puts a programme into practice."""
    text = sheet.text
    for programme in index.between(sentence.start, sentence.end, ("Programme",)):
        if not _practising().search(text, max(sentence.start, programme.start - 24), programme.start):
            continue
        rows = [f for f in index.between(sentence.start, programme.start) if f.kind in BODIES]
        rows = [f for f in rows if text[f.start - 1 : f.start] not in PREPOSITIONS]
        for body in list_from(text, rows, BODIES)[:2]:
            yield FoundRelation(body, "implements", programme, body.start, programme.end, "practises")


@cache
def _practising() -> re.Pattern[str]:
    verbs = (verb for verb in table("things")["programme"]["verbs"] if len(verb) > 1)
    return re.compile("|".join(longest_first(verbs)))


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
