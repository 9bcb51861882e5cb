"""Facts as triples, and for each triple a claim that says how sure it is, what proposed it and which words say it.

Facts of one triple are merged; a symmetric predicate is claimed both ways, so that a claim is found from either end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import OutputError
from kg.graph import terms
from kg.graph.names import Names
from kg.graph.ntriples import TYPE, Pairs, Triple, about, chinese, classes, date, gov, node, text, typed
from kg.graph.terms import OA, ORG, PROV, RDF, SCHEMA
from kg.graph.vocabulary import vocabulary
from kg.model import DOUBT, Fact, Identity, Knowledge, Page, Source, Span

CONTEXT = 16
"""How many characters before and after a quote are kept beside it."""

_STANDARD = {"holds": f"<{ORG}holds>", "author": f"<{SCHEMA}author>"}
_DATED = {"date", "endDate", "began", "ended"}
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Key = tuple[str, str, str]


@dataclass(slots=True)
class _Support:
    """What one triple rests on, over all facts that state it."""

    confidence: float = 0.0
    rules: set[str] = field(default_factory=set)
    sources: set[Source] = field(default_factory=set)


def claims(knowledge: Knowledge, at: Names) -> Iterator[Triple]:
    """The triples that the facts state, their claims, and the places of the pages that these rest on."""
    stated = _merged(knowledge.facts)
    for key, support in stated.items():
        yield from _statement(key, support, at)
    for identity in knowledge.identities:
        yield from about(
            at.mint(terms.identity_key(*(each.span for each in identity.sources))), _identity(identity, at)
        )
    pages = {page.id: page for page in knowledge.pages}
    sources = {source for support in stated.values() for source in support.sources}
    for source in sources.union(*(identity.sources for identity in knowledge.identities)):
        yield from _source(source, pages, at)


def _merged(facts: Iterable[Fact]) -> dict[Key, _Support]:
    symmetric = vocabulary().symmetric
    merged: dict[Key, _Support] = {}
    for fact in facts:
        ways = [(fact.subject, fact.predicate, fact.object)]
        if fact.predicate in symmetric:
            ways.append((fact.object, fact.predicate, fact.subject))
        for key in ways:
            support = merged.setdefault(key, _Support())
            support.confidence = max(support.confidence, fact.confidence)
            support.rules.update(fact.rules)
            support.sources.update(fact.sources)
    return merged


def _statement(key: Key, support: _Support, at: Names) -> Iterator[Triple]:
    subject, predicate, object = at.of(key[0]), _predicate(key[1]), _object(key, at)
    yield subject, predicate, object
    if key[1] in vocabulary().roles:
        yield subject, gov("participant"), object
    claim = at.mint(terms.claim_key(*key))
    yield claim, f"<{RDF}subject>", subject
    yield claim, f"<{RDF}predicate>", predicate
    yield claim, f"<{RDF}object>", object
    yield from about(claim, _grounds(key[1], support, at))


def _grounds(predicate: str, support: _Support, at: Names) -> Pairs:
    yield gov("confidence"), typed(f"{support.confidence:.2f}", "decimal")
    if predicate == DOUBT:
        # The rules of a doubtful pair are its reasons in words.
        yield from classes("Claim")
        yield from classes("Identity")
        yield gov("rule"), text("identity")
        yield from ((gov("reason"), text(reason)) for reason in support.rules)
    else:
        yield from classes("Claim")
        yield from ((gov("rule"), text(rule)) for rule in support.rules)
    for source in support.sources:
        yield f"<{PROV}wasDerivedFrom>", at.mint(terms.source_key(source.span))


def _identity(identity: Identity, at: Names) -> Pairs:
    yield from classes("Identity")
    yield gov("identifies"), at.of(identity.entity)
    yield gov("confidence"), typed(f"{identity.confidence:.2f}", "decimal")
    yield from ((gov("form"), chinese(form)) for form in identity.forms)
    yield from ((gov("reason"), text(reason)) for reason in identity.reasons)
    for source in identity.sources:
        yield f"<{PROV}wasDerivedFrom>", at.mint(terms.source_key(source.span))


def _predicate(name: str) -> str:
    if name in _STANDARD:
        return _STANDARD[name]
    if name not in vocabulary().properties:
        raise OutputError(f"the ontology has no property gov:{name}: declare it, or use one that is there")
    return gov(name)


def _object(key: Key, at: Names) -> str:
    if key[1] not in _DATED:
        return at.of(key[2])
    if not _ISO.fullmatch(key[2]):
        raise OutputError(f"{key[0]} has the {key[1]} {key[2]!r}: write it as 2024, 2024-07 or 2024-07-05")
    return date(key[2])


def _source(source: Source, pages: dict[str, Page], at: Names) -> Iterator[Triple]:
    span = source.span
    words = pages[span.page].text if span.page in pages else ""
    if not 0 <= span.start < span.end <= len(words):
        raise OutputError(f"a source names {span}, and no page of this build has these characters")
    place = at.mint(terms.source_key(span))
    position, quote = f"{place[:-1]}.position>", f"{place[:-1]}.quote>"
    yield place, TYPE, node(OA + "SpecificResource")
    yield place, node(OA + "hasSource"), at.of(span.page)
    yield place, node(OA + "hasScope"), at.of(source.article)
    yield place, node(OA + "hasSelector"), position
    yield place, node(OA + "hasSelector"), quote
    yield position, TYPE, node(OA + "TextPositionSelector")
    yield position, node(OA + "start"), typed(str(span.start), "integer")
    yield position, node(OA + "end"), typed(str(span.end), "integer")
    yield from about(quote, _quote(words, span))


def _quote(words: str, span: Span) -> Pairs:
    yield TYPE, node(OA + "TextQuoteSelector")
    yield node(OA + "exact"), text(words[span.start : span.end])
    if span.start:
        yield node(OA + "prefix"), text(words[max(0, span.start - CONTEXT) : span.start])
    if span.end < len(words):
        yield node(OA + "suffix"), text(words[span.end : span.end + CONTEXT])
