"""To which division things and events belong: a county where the graph knows one, else what is nearest to it.

A thing belongs where the graph says that it lies, to whom it belongs, or what its name says; a person where the body of
the post lies; what none of these tells belongs where it most often appears, or
where all articles that name it are from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Store

from kg.graph.terms import SCHEMA
from kg.lexicon import listed
from kg.lexicon.divisions import everyday_forms, gazetteer
from kg.queries.records import Mention, Occasion, Thing
from kg.resolution.homes import is_national
from kg.views.atlas import Atlas
from kg.views.networks import Records

Regions = dict[str, str]
"""From the IRI of a thing or event to that of its division; what has none is left out."""

_PARTNERS = {"partyTo", "implements", "awarded", "investsIn", "cooperatesWith"}
_FIFTH = 5
# What an article names is of its region if it is one of these; a programme or a law may be of the whole country.
_LOCAL = {"Organization", "Place", "Project"}


def regions(store: Store, told: Records, mentions: Iterable[Mention]) -> tuple[Regions, Regions]:
    """The regions of things and of events."""
    names = told.background.names
    atlas = Atlas(store, names, told.relations)
    things = {iri: region for iri, thing in names.things.items() if (region := atlas.region(thing))}
    _add(things, _of_posts(told, things))
    _add(things, _of_partners(told, things))
    events: Regions = {}
    for votes in (_of_links(told, things), _of_guests(told, things)):
        _add(events, votes)
    _add(things, _of_events(told, events))
    _add(things, _of_articles(store, told, tuple(mentions), (things, events), atlas))
    _add(things, _of_posts(told, things))
    _add(things, _of_partners(told, things))
    return things, events


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


def _of_articles(
    store: Store, told: Records, mentions: tuple[Mention, ...], known: tuple[Regions, Regions], atlas: Atlas
) -> Iterator[tuple[str, str]]:
    """Where all articles are from that name a thing. Persons must have written or taken part, not only be named."""
    things, events = known
    here: defaultdict[str, Counter[str]] = defaultdict(Counter)
    named: defaultdict[str, list[str]] = defaultdict(list)
    for event in told.background.occasions.values():
        for report in event.reports:
            if event.iri in events:
                here[report.article][events[event.iri]] += 1
    for mention in mentions:
        named[mention.thing.iri].append(mention.report.article)
        if mention.thing.iri in things:
            here[mention.report.article][things[mention.thing.iri]] += 1
    home = {article: atlas.meet(_often(found)) for article, found in here.items()}
    wrote = _authors(store)
    active = {part.who.iri for part in told.parts} | set(wrote)
    for iri, articles in [*named.items(), *wrote.items()]:
        thing = told.background.names.thing(iri)
        if iri in active or (thing.kind in _LOCAL and not _elsewhere(thing)):
            found = {home.get(article, "") for article in articles}
            if len(found) == 1 and "" not in found:
                yield iri, found.pop()


def _often(count: Counter[str]) -> set[str]:
    """What comes up at least a fifth as often as what comes up most."""
    most = max(count.values())
    return {each for each, times in count.items() if _FIFTH * times >= most}


def _authors(store: Store) -> dict[str, list[str]]:
    """Who wrote which articles."""
    wrote: defaultdict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, NamedNode(SCHEMA + "author"), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            wrote[quad.object.value].append(quad.subject.value)
    return dict(wrote)


def _elsewhere(thing: Thing) -> bool:
    """Whether a name is one of the whole country, of many divisions, or of a division that the graph has not."""
    name = thing.label
    wide = any(word in name for word in listed("places", "regions"))
    begins = {name[:end] for start, end, _ in gazetteer().scan(name) if start == 0}
    return wide or is_national(name) or bool(begins - everyday_forms())


def _add(regions: Regions, votes: Iterable[tuple[str, str]]) -> None:
    """For what has no region yet: the one that most speak for."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for iri, region in votes:
        if iri not in regions:
            counted[iri][region] += 1
    for iri, count in counted.items():
        regions[iri] = min(count, key=lambda region: (-count[region], region))
