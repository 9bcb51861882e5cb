"""What one graph says, reduced to what two graphs are compared by: nodes, the mentions behind them, statements.

A graph is read once, triple by triple, and everything is told by keys (`person/张三`), so that its base is no matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import get_args

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.terms import DCTERMS, GOV, ORG, PROV, RDF, SKOS, key_of
from kg.model import BOTH_WAYS, DOUBT, EventType, Kind

RELATIONS = (
    *("partyTo", "partOf", "subOrganizationOf", "locatedIn", "implements", "cooperatesWith", "awarded", "investsIn"),
    *(DOUBT, "met"),
)
PARTS = (
    *("chair", "leader", "speaker", "attendee", "observer", "host", "organizer", "signatory", "interviewee"),
    *("recipient", "place", "visited", "about", "produced"),
)
FACETS = ("level", "adcode", "date", "endDate", "planned")
DAYS = ("attestedFrom", "attestedUntil", "began", "ended")
TYPES = get_args(EventType)

_KINDS = {GOV + kind: kind for kind in (*get_args(Kind), "Event")}
_NODES = ("person", "body", "division", "place", "agreement", "programme", "project", "honour", "document", "event")
_STATED = {GOV + name: name for name in (*RELATIONS, *PARTS)}
_FACETS = {GOV + name: name for name in (*FACETS, *DAYS, "status", "file", "sha256")}
_TYPE, _LABEL, _OTHER = RDF + "type", SKOS + "prefLabel", SKOS + "altLabel"
_LINKS = {
    ORG + "role": "role",
    ORG + "postIn": "body",
    ORG + "member": "member",
    GOV + "post": "post",
    RDF + "subject": "subject",
    RDF + "predicate": "predicate",
}
# Whose claims say where a node is named: those of things, and of events.
_NAMINGS = (GOV + "mentionedIn", GOV + "reportedIn")

Texts = dict[str, dict[str, str]]


@dataclass(slots=True)
class Snapshot:
    """One graph by keys; what the graph does not say is missing from the mappings.

    `mentions` has for each node the places of pages behind it, as keys of sources; `replaces` what keys it replaces.
    `decisions` are the words of what people decided and why, by key. `facets` and `links` are single values of any
    subject by name; `stated` are triples between nodes.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    others: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    types: dict[str, str] = field(default_factory=dict)
    facets: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    links: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    stated: set[tuple[str, str, str]] = field(default_factory=set)
    replaces: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mentions: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    occupancies: list[str] = field(default_factory=list)
    decisions: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def pages(self) -> dict[str, str]:
        """The hash of each page by its file."""
        return {
            told["file"]: told.get("sha256", "")
            for key, told in self.facets.items()
            if key.startswith("page/") and "file" in told
        }


def snapshot(quads: Iterable[Quad]) -> Snapshot:
    """The snapshot of a graph, given in any order."""
    made = Snapshot()
    sources: defaultdict[str, list[str]] = defaultdict(list)
    derived = PROV + "wasDerivedFrom"
    for quad in quads:
        predicate = quad.predicate.value
        reader = _READERS.get(predicate)
        if reader is None and predicate != derived:
            continue
        subject, target = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(target, (NamedNode, Literal)):
            continue
        key, value = key_of(subject.value), target.value
        if key is None:
            continue
        if reader is not None:
            reader(made, key, predicate, value)
        else:
            sources[key].append(key_of(value) or value)
    for claim, places in sources.items():
        told = made.links.pop(claim, {})
        if told.get("predicate") in _NAMINGS:
            made.mentions[told.get("subject", "")].update(places)
    made.occupancies.sort()
    return made


def _read_type(made: Snapshot, key: str, predicate: str, value: str) -> None:
    folder = key.partition("/")[0]
    if folder in _NODES:
        if value in _KINDS:
            made.kinds[key] = min(made.kinds.get(key, _KINDS[value]), _KINDS[value], key=_RANK.__getitem__)
        elif value.removeprefix(GOV) in TYPES:
            made.types[key] = value.removeprefix(GOV)
    elif folder == "occupancy" and value == GOV + "Occupancy":
        made.occupancies.append(key)


def _read_label(made: Snapshot, key: str, predicate: str, value: str) -> None:
    made.labels[key] = min(made.labels.get(key, value), value)


def _read_other(made: Snapshot, key: str, predicate: str, value: str) -> None:
    made.others[key].add(value)


def _read_facet(made: Snapshot, key: str, predicate: str, value: str) -> None:
    made.facets[key][_FACETS[predicate]] = value


def _read_link(made: Snapshot, key: str, predicate: str, value: str) -> None:
    made.links[key][_LINKS[predicate]] = key_of(value) or value


def _read_statement(made: Snapshot, key: str, predicate: str, value: str) -> None:
    name, target = _STATED[predicate], key_of(value) or value
    if name not in BOTH_WAYS or key < target:
        made.stated.add((key, name, target))


def _read_decision(made: Snapshot, key: str, predicate: str, value: str) -> None:
    if key.startswith("decision/"):
        made.decisions[key][predicate.removeprefix(GOV)] = value


def _read_replaced(made: Snapshot, key: str, predicate: str, value: str) -> None:
    made.replaces[key].add(key_of(value) or value)


_RANK = {kind: place for place, kind in enumerate(_KINDS.values())}
_READERS: dict[str, Callable[[Snapshot, str, str, str], None]] = {
    _TYPE: _read_type,
    _LABEL: _read_label,
    _OTHER: _read_other,
    DCTERMS + "replaces": _read_replaced,
    GOV + "ruling": _read_decision,
    GOV + "reason": _read_decision,
    **dict.fromkeys(_FACETS, _read_facet),
    **dict.fromkeys(_LINKS, _read_link),
    **dict.fromkeys(_STATED, _read_statement),
}
