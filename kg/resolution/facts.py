"""Collects what is said, each statement once, with all that it rests on.

The confidence of a statement is that of its surest source: the sources share the rules that read them, so that many
of them are no independent witnesses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import BOTH_WAYS, DOUBT, ROLES, Fact, Kind, Source
from kg.resolution.confidence import probability
from kg.resolution.entities import Entities
from kg.resolution.homes import path_of
from kg.resolution.material import Material
from kg.resolution.rejections import End, Rejections, end_of

_ACTORS: tuple[Kind, ...] = ("Person", "Organization", "Division", "Place")
# A zone acts as a body does: it signs, runs programmes, gets honours.
BODIES: tuple[Kind, ...] = ("Organization", "Division", "Place")
_LOCAL: tuple[Kind, ...] = ("Organization", "Place", "Project")

OBJECTS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(ROLES, _ACTORS),
    "place": ("Place", "Division", "Organization"),
    "visited": ("Organization", "Place", "Division", "Project"),
    "about": ("Programme", "Project", "Document"),
    "produced": ("Agreement",),
}
"""What an event may be joined to, by predicate."""

RELATIONS: dict[str, tuple[tuple[Kind, ...], tuple[Kind, ...]]] = {
    "partyTo": (BODIES, ("Agreement",)),
    "partOf": (("Division",), ("Division",)),
    "subOrganizationOf": (("Organization",), ("Organization",)),
    "locatedIn": (_LOCAL, ("Division",)),
    "implements": (BODIES, ("Programme",)),
    "cooperatesWith": (BODIES, BODIES),
    "awarded": (("Person", *BODIES), ("Honour",)),
    "investsIn": (("Organization",), ("Project", "Division", "Organization")),
}
"""What other predicates join."""


@dataclass(slots=True)
class _Support:
    confidence: float = 0.0
    rules: set[str] = field(default_factory=set)
    sources: set[Source] = field(default_factory=set)


class Facts:
    """The statements of a build and what was left out of it: what people rejected is not said."""

    def __init__(self, rejections: Rejections | None = None) -> None:
        self.rejections = Rejections() if rejections is None else rejections
        self._found: dict[tuple[str, str, str], _Support] = {}
        self.warnings: list[str] = []

    def add(
        self,
        subject: str,
        predicate: str,
        object: str,
        confidence: float,
        rules: Iterable[str],
        sources: Iterable[Source],
    ) -> None:
        """Adds one telling of a statement, and of its mirror image where it holds both ways."""
        rules, sources = tuple(rules), tuple(sources)
        if self.rejections:
            a, b = End(subject), End(object)
            sources = tuple(each for each in sources if not self.rejections.rejects(a, predicate, b, each.span.page))
            if not sources:
                return
        keys = [(subject, predicate, object)]
        if predicate in BOTH_WAYS and predicate != DOUBT:
            keys.append((object, predicate, subject))
        for key in keys:
            support = self._found.setdefault(key, _Support())
            support.confidence = max(support.confidence, round(confidence, 4))
            support.rules.update(rules)
            support.sources.update(sources)

    def sources(self, subject: str, predicate: str, object: str) -> tuple[Source, ...]:
        """What the statement rests on, so far; nothing where nobody told it."""
        support = self._found.get((subject, predicate, object))
        return () if support is None else tuple(sorted(support.sources))

    def all(self) -> tuple[Fact, ...]:
        """Every statement once, sorted."""
        return tuple(
            Fact(
                *key,
                round(probability(key[0], key[1], support.confidence, support.rules), 2),
                tuple(sorted(support.rules)),
                tuple(sorted(support.sources)),
            )
            for key, support in sorted(self._found.items())
        )


def add_mentions(material: Material, entities: Entities, facts: Facts) -> None:
    """Which article names what, and who wrote it."""
    for each in material.spoken:
        mention = each.mention
        key, source = entities.keys[each.number], Source(each.article.key, mention.span)
        facts.add(key, "mentionedIn", each.article.key, mention.confidence, [mention.rule], [source])
    for told in material.told:
        for id in told.extraction.authors:
            number = material.number(told, id)
            if number is not None and material.spoken[number].kind == "Person":
                mention = material.spoken[number].mention
                source = Source(told.article.key, mention.span)
                key = entities.keys[number]
                if facts.rejections.rejects(end_of(told.article), "author", End(key), told.page.id):
                    continue
                facts.add(told.article.key, "author", key, mention.confidence, [mention.rule], [source])


def add_relations(material: Material, entities: Entities, facts: Facts) -> None:
    """What the articles say of things beside events and posts; nothing stands in a relation to itself."""
    for told in material.told:
        for claim in told.extraction.claims:
            if claim.predicate not in RELATIONS:
                continue
            first, second = material.number(told, claim.subject), material.number(told, claim.object)
            if first is None or second is None or entities.keys[first] == entities.keys[second]:
                continue
            subject, object = entities.keys[first], entities.keys[second]
            subjects, objects = RELATIONS[claim.predicate]
            a, b = entities.by_key[subject], entities.by_key[object]
            if a.kind not in subjects or b.kind not in objects:
                facts.warnings.append(
                    f"{told.article.key}: {a.label} ({a.kind}) {claim.predicate} {b.label} ({b.kind}) "
                    "joins things of the wrong kind and was left out"
                )
                continue
            if claim.predicate == "partOf" and a.adcode and not _lies_in(a.adcode, b.adcode):
                continue
            source = Source(told.article.key, claim.span)
            facts.add(subject, claim.predicate, object, claim.confidence, [claim.rule], [source])


def _lies_in(code: str, above: str | None) -> bool:
    """The gazetteer says where its own divisions lie, whatever is printed one after the other."""
    outer = path_of(above)
    return bool(outer) and path_of(code)[: len(outer)] == outer
