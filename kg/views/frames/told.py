"""What all tables draw on: a graph read once, with keys, names and claims at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from pyoxigraph import Store

from kg.graph.terms import GOV, RDF, SCHEMA, SKOS, key_of, shortened
from kg.queries.evidence import each_claim, scopes
from kg.queries.mentions import mentions
from kg.queries.properties import property_pairs, property_values
from kg.queries.records import Claim, Mention, Thing
from kg.views.frames.spec import Cell, Row
from kg.views.networks import Records, records
from kg.views.regions import Regions, regions


class Told:
    """A graph as the tables need it; every part is read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def records(self) -> Records:
        """Who is tied to what."""
        return records(self.store)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Which articles name what."""
        return mentions(self.store, self.records.background)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, by address."""
        return tuple(each_claim(self.store))

    @cached_property
    def scopes(self) -> dict[tuple[str, int, int], str]:
        """The article of each quoted place."""
        return scopes(self.store)

    @cached_property
    def regions(self) -> tuple[Regions, Regions]:
        """The regions of things and of events."""
        return regions(self.store, self.records, self.mentions)

    @cached_property
    def names(self) -> dict[str, str]:
        """What things, events, posts, roles and articles are called."""
        return property_values(self.store, SCHEMA + "headline") | property_values(self.store, SKOS + "prefLabel")

    @cached_property
    def _claims_of(self) -> dict[tuple[str, str, str], list[str]]:
        found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for claim in self.claims:
            found[claim.subject, claim.predicate, claim.object].append(claim.iri)
        return dict(found)

    def claims_of(self, statements: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
        """The keys of the claims of statements: subject, local name of the predicate, object."""
        return tuple(sorted(key(claim) for each in statements for claim in self._claims_of.get(each, ())))

    @cached_property
    def issues(self) -> dict[str, tuple[str | None, str | None]]:
        """Headline and date of issue of each article."""
        headlines, days = (property_values(self.store, SCHEMA + name) for name in ("headline", "datePublished"))
        return {article: (headlines.get(article), days.get(article)) for article in self.of_class(GOV + "Article")}

    def is_address(self, value: str) -> bool:
        """True for the object of a claim that is no text."""
        return key_of(value) is not None or value in self.names

    def name(self, iri: str) -> str:
        """The name of anything; the end of its address where it has none."""
        return self.names.get(iri) or self.records.background.names.thing(iri).label

    def kind(self, iri: str) -> str | None:
        """The kind of an entity or event; None for anything else."""
        return self.thing(iri).kind or ("Event" if iri in self.records.background.occasions else None)

    def thing(self, iri: str) -> Thing:
        """The entity at an address."""
        return self.records.background.names.thing(iri)

    def values(self, property: str) -> dict[str, tuple[str, ...]]:
        """All values of a property by subject, sorted."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for subject, value in property_pairs(self.store, property):
            found[subject].add(value)
        return {subject: tuple(sorted(each)) for subject, each in found.items()}

    def of_class(self, term: str) -> list[str]:
        """The addresses of all that a class has, sorted."""
        return sorted(subject for subject, kind in property_pairs(self.store, RDF + "type") if kind == term)

    def region(self, iri: str) -> Row:
        """The columns of the division that a thing or event belongs to."""
        of_things, of_events = self.regions
        found = of_things.get(iri) or of_events.get(iri)
        return {"region_id": key(found) if found else None, "region": self.name(found) if found else None}

    def together(self, ids: str, names: str, iris: Iterable[str]) -> Row:
        """Two columns: the keys of some things, by name, and their names in the same order."""
        ordered = sorted(set(iris), key=lambda iri: (self.name(iri), iri))
        return {ids: tuple(map(key, ordered)), names: tuple(map(self.name, ordered))}


def key(iri: str) -> str:
    """The key of a thing's address, whatever the base; an address of another make is given back whole."""
    return key_of(iri) or iri


def term(predicate: str) -> str:
    """A predicate as the tables have it: `met`, `org:holds`."""
    return shortened(predicate).removeprefix("gov:")


def days(first: str | None, last: str | None) -> tuple[Cell, Cell]:
    """The half-open interval of days of one or two dates in ISO text that may lack day or month.

    None where that cannot be told: without a first date, or for a text that is no date.
    """
    if first is None:
        return None, None
    try:
        begin, end = _span(first)
        return begin, max(end, _span(last)[1]) if last else end
    except ValueError:
        return None, None


def _span(text: str) -> tuple[date, date]:
    year, month, day = (int(part) if part else None for part in [*text.split("-"), "", ""][:3])
    if year is None:
        raise ValueError(text)
    begin = date(year, month or 1, day or 1)
    if day is not None:
        return begin, date.fromordinal(begin.toordinal() + 1)
    if month is not None:
        return begin, date(year + month // 12, month % 12 + 1, 1)
    return begin, date(year + 1, 1, 1)
