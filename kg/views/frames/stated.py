"""The tables of statements: posts held, relations, mentions, and all claims with their quotes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.terms import ORG
from kg.queries.records import Claim, Tenure
from kg.views.frames.spec import Row
from kg.views.frames.told import Told, key, term


def occupancies(told: Told) -> Iterator[Row]:
    """Who holds which post, by person."""
    for tenure in told.records.tenures:
        yield {
            "id": key(tenure.occupancy) if tenure.occupancy else None,
            "person_id": key(tenure.person.iri),
            "person": tenure.person.label,
            "post_id": key(tenure.post),
            "post": tenure.label,
            "role": tenure.role,
            "body_id": key(tenure.body.iri) if tenure.body else None,
            "body": tenure.body.label if tenure.body else None,
            "status": tenure.status,
            "attested_from": tenure.first,
            "attested_until": tenure.last,
            "began": tenure.began,
            "ended": tenure.ended,
            "confidence": tenure.evidence.confidence,
            "claim_ids": told.claims_of(_statements(tenure)),
            "iri": tenure.occupancy,
        }


def relations(told: Told) -> Iterator[Row]:
    """How things are related, by predicate and names."""
    for each in told.records.relations:
        ways = (
            (each.subject.iri, each.predicate, each.object.iri),
            (each.object.iri, each.predicate, each.subject.iri),
        )
        yield {
            **_ends(told, each.subject.iri, each.predicate, each.object.iri),
            "confidence": each.evidence.confidence,
            "claim_ids": told.claims_of(ways),
        }


def mentions(told: Told) -> Iterator[Row]:
    """Which articles name what, by thing and file."""
    for each in told.mentions:
        yield {
            "thing_id": key(each.thing.iri),
            "thing": each.thing.label,
            "thing_kind": each.thing.kind,
            "article_id": key(each.report.article),
            "headline": each.report.headline,
            "published": each.report.published,
            "file": each.report.file,
            "confidence": each.evidence.confidence,
            "claim_ids": told.claims_of([(each.thing.iri, "mentionedIn", each.report.article)]),
        }


def claims(told: Told) -> Iterator[Row]:
    """Every statement of the pages, by claim, with the first place that says it."""
    for claim in told.claims:
        evidence = claim.evidence
        first = evidence.quotes[0] if evidence.quotes else None
        yield {
            "id": key(claim.iri),
            **_ends(told, claim.subject, claim.predicate, claim.object),
            "confidence": evidence.confidence,
            "doubtful": evidence.doubtful,
            "rules": evidence.rules,
            "reasons": evidence.reasons,
            "quotes": len(evidence.quotes),
            "quote": first.text if first else None,
            "file": first.file if first else None,
            "start": first.start if first else None,
            "end": first.end if first else None,
            "iri": claim.iri,
        }


def quotes(told: Told) -> Iterator[Row]:
    """Every place that says what a claim states, by claim, file and place."""
    return (row for claim in told.claims for row in _quotes(told, claim))


def _quotes(told: Told, claim: Claim) -> Iterator[Row]:
    for quote in claim.evidence.quotes:
        article = told.scopes.get((quote.file, quote.start, quote.end))
        headline, published = told.issues.get(article or "", (None, None))
        yield {
            "claim_id": key(claim.iri),
            "file": quote.file,
            "start": quote.start,
            "end": quote.end,
            "quote": quote.text,
            "before": quote.before,
            "after": quote.after,
            "article_id": key(article) if article else None,
            "headline": headline,
            "published": published,
        }


def _ends(told: Told, subject: str, predicate: str, object: str) -> Row:
    named = told.is_address(object)
    return {
        "subject_id": key(subject),
        "subject": told.name(subject),
        "subject_kind": told.kind(subject),
        "predicate": term(predicate),
        "object_id": key(object) if named else None,
        "object": told.name(object) if named else object,
        "object_kind": told.kind(object) if named else None,
    }


def _statements(tenure: Tenure) -> list[tuple[str, str, str]]:
    days = (("began", tenure.began), ("ended", tenure.ended))
    changed = [(tenure.occupancy, name, day) for name, day in days if tenure.occupancy and day]
    return [(tenure.person.iri, ORG + "holds", tenure.post), *changed]
