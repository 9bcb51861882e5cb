"""The records of a build as triples: pages, articles, entities, posts with their holders, events, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import terms
from kg.graph.names import Names
from kg.graph.ntriples import LABEL, TYPE, Pairs, Triple, about, chinese, classes, date, gov, text, typed
from kg.graph.terms import DCTERMS, FOAF, ORG, PROV, SCHEMA, SKOS
from kg.model import AppliedDecision, Article, Entity, Event, Holding, Knowledge, Page


def things(knowledge: Knowledge, at: Names) -> Iterator[Triple]:
    """Everything but what facts say: pages, articles, entities, posts with their holders, events, decisions."""
    for page in knowledge.pages:
        yield from about(at.of(page.id), _page(page))
        for article in page.articles:
            yield from about(at.of(article.key), _article(page, article, at))
    for entity in knowledge.entities:
        yield from about(at.of(entity.key), _entity(entity, at))
    for holding in knowledge.holdings:
        yield from _holding(holding, at)
    for event in knowledge.events:
        yield from about(at.of(event.key), _event(event, at))
    for decision in knowledge.decisions:
        yield from _decision(decision, at)


def _page(page: Page) -> Pairs:
    yield from classes("Page")
    yield gov("file"), text(page.id)
    yield gov("sha256"), text(page.sha256)
    yield gov("encoding"), text(page.encoding)
    if page.publication:
        yield gov("publication"), text(page.publication)


def _article(page: Page, article: Article, at: Names) -> Pairs:
    yield from classes("Article")
    yield f"<{SCHEMA}isPartOf>", at.of(page.id)
    if article.headline:
        yield f"<{SCHEMA}headline>", chinese(article.headline)
    if page.issue_date:
        yield f"<{SCHEMA}datePublished>", date(page.issue_date)


def _entity(entity: Entity, at: Names) -> Pairs:
    yield from classes(entity.kind, *entity.classes)
    yield LABEL, chinese(entity.label)
    for name in entity.alternatives:
        if name != entity.label:
            yield f"<{SKOS}altLabel>", chinese(name)
    for article in entity.articles:
        yield gov("mentionedIn"), at.of(article)
    if entity.level:
        yield gov("level"), text(entity.level)
    if entity.adcode:
        yield gov("adcode"), text(entity.adcode)
    for key in entity.replaces:
        yield f"<{DCTERMS}replaces>", at.mint(key)


def _holding(holding: Holding, at: Names) -> Iterator[Triple]:
    person, post, role = at.of(holding.person), at.of(holding.post), at.mint(terms.role_key(holding.title))
    yield person, f"<{ORG}holds>", post
    yield role, TYPE, f"<{ORG}Role>"
    yield role, LABEL, chinese(holding.title)
    yield from about(post, classes("Post"))
    yield post, LABEL, chinese(holding.label)
    yield post, f"<{ORG}role>", role
    occupancy = at.of(holding.key)
    yield from about(occupancy, classes("Occupancy"))
    yield occupancy, f"<{ORG}member>", person
    yield occupancy, f"<{ORG}role>", role
    yield occupancy, gov("post"), post
    yield occupancy, gov("status"), text(holding.status)
    if holding.body:
        yield post, f"<{ORG}postIn>", at.of(holding.body)
        yield occupancy, f"<{ORG}organization>", at.of(holding.body)
    if holding.attested:
        yield occupancy, gov("attestedFrom"), date(min(holding.attested, key=str))
        yield occupancy, gov("attestedUntil"), date(max(holding.attested, key=str))
    if holding.began:
        yield occupancy, gov("began"), date(holding.began)
    if holding.ended:
        yield occupancy, gov("ended"), date(holding.ended)


def _event(event: Event, at: Names) -> Pairs:
    yield from classes("Event", event.type)
    yield LABEL, chinese(event.label)
    for article in event.articles:
        yield gov("reportedIn"), at.of(article)
    if event.date:
        yield gov("date"), date(event.date)
    if event.end_date:
        yield gov("endDate"), date(event.end_date)
    if event.planned:
        yield gov("planned"), typed("true", "boolean")
        yield gov("status"), text("planned")


def _decision(decision: AppliedDecision, at: Names) -> Iterator[Triple]:
    """Who decided what, when and why; what it settled says that it was influenced by it."""
    made, editor = at.mint(decision.key), at.mint(terms.editor_key(decision.author))
    yield from about(made, classes("Decision"))
    yield made, gov("action"), text(decision.action)
    yield made, gov("ruling"), text(decision.text)
    yield made, gov("reason"), text(decision.reason)
    yield made, f"<{DCTERMS}created>", date(decision.date)
    yield made, f"<{PROV}wasAttributedTo>", editor
    yield editor, TYPE, f"<{PROV}Agent>"
    yield editor, f"<{FOAF}name>", text(decision.author)
    for key in decision.about:
        yield made, gov("concerns"), at.of(key)
        yield at.of(key), f"<{PROV}wasInfluencedBy>", made
