"""What the page tells of every thing and every edge, as plain data for its script.

Things, events and quotes stand in lists and are named by their place there, so that nothing is written twice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple
from typing import Any

import networkx as nx
from pyoxigraph import Store

from kg.queries.background import Background
from kg.queries.events import participations
from kg.queries.mentions import mentions
from kg.queries.posts import tenures
from kg.queries.records import Evidence, Meeting, Mention, Occasion, Participation, Quote, Relation, Tenure, Thing
from kg.queries.relations import relations
from kg.views.networks import TIES

Plain = dict[str, Any]


class Dossier:
    """Collects things, events and quotes as they come up; `content` gives all that came up."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._things: dict[str, int] = {}
        self._quotes: dict[Quote, int] = {}
        self._occasions: dict[str, int] = {}
        self._told: list[Plain] = []
        for thing in sorted(background.names.things.values(), key=lambda thing: (thing.label, thing.iri)):
            self._thing(thing.iri)

    def id(self, iri: str) -> str:
        """The id of a thing's node."""
        return f"n{self._thing(iri)}"

    def ties(self, graph: nx.Graph) -> list[Plain]:
        """What joins the two ends of each edge, in the order of the graph's edges."""
        return [
            {
                "ends": [self._thing(a), self._thing(b)],
                **{tie: [self._record(record) for record in data[tie]] for tie in TIES if tie in data},
            }
            for a, b, data in graph.edges(data=True)
        ]

    def content(self, store: Store) -> Plain:
        """Everything about every thing: `things`, `events` and `quotes`. Call it last."""
        sections = self._sections(store)
        names = self._background.names
        things = [names.thing(iri) for iri in self._things]
        return {
            "things": [
                {
                    "label": thing.label,
                    "kind": thing.kind,
                    "names": list(names.alternatives.get(thing.iri, ())),
                    **sections[thing.iri],
                }
                for thing in things
            ],
            "events": self._told,
            "quotes": [list(astuple(quote)) for quote in self._quotes],
        }

    def _sections(self, store: Store) -> defaultdict[str, Plain]:
        found: defaultdict[str, Plain] = defaultdict(dict)

        def file(thing: Thing, section: str, told: Plain) -> None:
            self._thing(thing.iri)
            found[thing.iri].setdefault(section, []).append(told)

        for tenure in tenures(store, self._background):
            file(tenure.person, "posts", self._record(tenure))
            if tenure.body is not None:
                file(tenure.body, "holders", self._record(tenure))
        for part in participations(store, self._background):
            file(part.who, "events", self._record(part))
            self._told[self._event(part.occasion)]["guests"].append(self._thing(part.who.iri))
        for occasion in self._background.occasions.values():
            for link in occasion.links:
                told = {"event": self._event(occasion), "as": link.predicate, **self._evidence(link.evidence)}
                file(link.thing, "events", told)
        for relation in relations(store, self._background):
            file(relation.subject, "relations", self._record(relation))
            file(relation.object, "relations", self._record(relation))
        for mention in mentions(store, self._background):
            file(mention.thing, "mentions", self._record(mention))
        for sections in found.values():
            sections.get("events", []).sort(key=lambda told: self._told[told["event"]]["days"][0] or "~")
        return found

    def _record(self, record: Meeting | Tenure | Relation | Participation | Mention) -> Plain:
        told = self._evidence(record.evidence)
        match record:
            case Meeting(occasion=occasion, parts=parts):
                told["event"] = self._event(occasion) if occasion else None
                told["parts"] = [[self._thing(part.who.iri), list(part.roles)] for part in parts]
            case Participation(who=who, occasion=occasion, roles=roles):
                told |= {"event": self._event(occasion), "parts": [[self._thing(who.iri), list(roles)]]}
            case Relation(subject=subject, predicate=predicate, object=target):
                told |= {"from": self._thing(subject.iri), "as": predicate, "to": self._thing(target.iri)}
            case Tenure():
                told |= self._tenure(record)
            case Mention(report=report):
                told |= {"headline": report.headline, "day": report.published, "file": report.file}
        return told

    def _tenure(self, tenure: Tenure) -> Plain:
        return {
            "person": self._thing(tenure.person.iri),
            "label": tenure.label,
            "body": self._thing(tenure.body.iri) if tenure.body else None,
            "status": tenure.status,
            "days": [tenure.first, tenure.last],
            "term": [tenure.began, tenure.ended],
        }

    def _event(self, occasion: Occasion) -> int:
        """Where the event stands; it is told when it first comes up."""
        if occasion.iri not in self._occasions:
            self._occasions[occasion.iri] = len(self._told)
            self._told.append(
                {
                    "type": occasion.type or "Event",
                    "label": occasion.headline,
                    "days": [occasion.date, occasion.end_date],
                    "planned": occasion.planned,
                    "links": [
                        {"as": link.predicate, "thing": self._thing(link.thing.iri), **self._evidence(link.evidence)}
                        for link in occasion.links
                    ],
                    "guests": [],
                    "reports": [[report.headline, report.published, report.file] for report in occasion.reports],
                    **self._evidence(occasion.evidence),
                }
            )
        return self._occasions[occasion.iri]

    def _thing(self, iri: str) -> int:
        return self._things.setdefault(iri, len(self._things))

    def _evidence(self, evidence: Evidence) -> Plain:
        quotes = [self._quotes.setdefault(quote, len(self._quotes)) for quote in evidence.quotes]
        return {
            "sure": evidence.confidence,
            "doubtful": evidence.doubtful,
            "rules": list(evidence.rules),
            "reasons": list(evidence.reasons),
            "quotes": quotes,
        }
