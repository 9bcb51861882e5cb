"""To which division things and events belong: a county where the graph knows one, else what is nearest to it.

A thing belongs where the graph says that it lies, to whom it belongs, or what its name begins with; a person where the
body of the post lies; and what none of these tells belongs where it most often appears.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.terms import GOV
from kg.queries.records import Occasion, Thing
from kg.views.networks import Records

Regions = dict[str, str]
"""From the IRI of a thing or event to that of its division; what has none is left out."""

_BELOW_COUNTY = {"township", "village"}
_UPWARDS = ("locatedIn", "partOf", "subOrganizationOf")
_PARTNERS = {"partyTo", "implements", "awarded", "investsIn"}
_DEEPEST = 12
_SHORTEST_STEM = 2


def regions(store: Store, told: Records) -> tuple[Regions, Regions]:
    """The regions of things and of events."""
    atlas = _Atlas(store, told)
    things = {iri: region for iri, thing in told.background.names.things.items() if (region := atlas.region(thing))}
    _add(things, _of_posts(told, things))
    _add(things, _of_partners(told, things))
    events: Regions = {}
    for votes in (_of_links(told, things), _of_guests(told, things)):
        _add(events, votes)
    _add(things, _of_events(told, events))
    return things, events


class _Atlas:
    """What a thing's own place, superiors and name say of its region."""

    def __init__(self, store: Store, told: Records) -> None:
        self._levels = _levels(store)
        self._above: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for relation in told.relations:
            if relation.predicate in _UPWARDS:
                self._above[relation.subject.iri].setdefault(relation.predicate, relation.object.iri)
        divisions = told.background.names.of_kind("Division")
        self._named = _by_stem(divisions) | {division.label: division.iri for division in reversed(divisions)}

    def region(self, thing: Thing) -> str:
        here = thing.iri
        for _ in range(_DEEPEST):
            if here in self._levels:
                return self._county(here)
            if not (above := self._above.get(here)):
                break
            here = next(above[way] for way in _UPWARDS if way in above)
        return self._county(self._named_first(thing.label))

    def _county(self, division: str) -> str:
        """The county that a town or village is in, if the graph knows it; every other division itself."""
        here = division
        for _ in range(_DEEPEST):
            if self._levels.get(here) not in _BELOW_COUNTY:
                return here
            here = self._above.get(here, {}).get("partOf", division)
        return division

    def _named_first(self, label: str) -> str:
        """The division whose name is the longest beginning of the label."""
        ends = range(len(label), _SHORTEST_STEM - 1, -1)
        return next((self._named[label[:end]] for end in ends if label[:end] in self._named), "")


def _levels(store: Store) -> dict[str, str]:
    found = store.quads_for_pattern(None, NamedNode(GOV + "level"), None)
    return {
        quad.subject.value: quad.object.value
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _by_stem(divisions: Iterable[Thing]) -> dict[str, str]:
    """Divisions by their names without the last character, where no other shares it."""
    stems = Counter(thing.label[:-1] for thing in divisions)
    return {
        stem: thing.iri for thing in divisions if len(stem := thing.label[:-1]) >= _SHORTEST_STEM and stems[stem] == 1
    }


def _of_posts(told: Records, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A person's posts speak for where they are; former posts only for who has no other."""
    present = {each.person.iri for each in told.tenures if each.status != "former"}
    for each in told.tenures:
        current = each.status != "former" or each.person.iri not in present
        if each.body and current and each.body.iri in known:
            yield each.person.iri, known[each.body.iri]


def _of_partners(told: Records, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for relation in told.relations:
        if relation.predicate in _PARTNERS and relation.subject.iri in known:
            yield relation.object.iri, known[relation.subject.iri]


def _of_links(told: Records, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for event in told.background.occasions.values():
        yield from ((event.iri, known[iri]) for iri in _where(event) if iri in known)


def _where(event: Occasion) -> list[str]:
    places = {way: [link.thing.iri for link in event.links if link.predicate == way] for way in ("place", "visited")}
    return places["place"] or places["visited"]


def _of_guests(told: Records, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for part in told.parts:
        if part.who.iri in known:
            yield part.occasion.iri, known[part.who.iri]


def _of_events(told: Records, events: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for part in told.parts:
        if part.occasion.iri in events:
            yield part.who.iri, events[part.occasion.iri]
    for event in told.background.occasions.values():
        if event.iri in events:
            yield from ((link.thing.iri, events[event.iri]) for link in event.links)


def _add(regions: Regions, votes: Iterable[tuple[str, str]]) -> None:
    """For what has no region yet: the one that most speak for."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for iri, region in votes:
        if iri not in regions:
            counted[iri][region] += 1
    for iri, count in counted.items():
        regions[iri] = min(count, key=lambda region: (-count[region], region))
