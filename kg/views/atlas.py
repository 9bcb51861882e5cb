"""What a thing's own place, its superiors and its name say of the county it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.terms import GOV
from kg.queries.names import Names
from kg.queries.records import Relation, Thing

_BELOW_COUNTY = {"township", "village"}
_UPWARDS = ("locatedIn", "partOf", "subOrganizationOf")
_DEEPEST = 12
_SHORTEST = 2


class Atlas:
    """The divisions of a graph; a region is the IRI of one, "" where nothing is known."""

    def __init__(self, store: Store, names: Names, relations: Iterable[Relation]) -> None:
        self._levels = _levels(store)
        self._things = names.things
        self._above: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for relation in relations:
            if relation.predicate in _UPWARDS:
                self._above[relation.subject.iri].setdefault(relation.predicate, relation.object.iri)
        divisions = names.of_kind("Division")
        self._full = {division.label: division.iri for division in reversed(divisions)}
        self._named = _by_form(divisions, names) | self._full

    def region(self, thing: Thing) -> str:
        """Where a thing lies or to whom it belongs, else what its name or a superior's says."""
        chain = list(self._upwards(thing.iri))
        for here in chain:
            if here in self._levels:
                return self._county(here)
        labels = [thing.label, *(self._things[here].label for here in chain[1:] if here in self._things)]
        return next(filter(None, (self._county(self._first(label)) or self._held(label) for label in labels)), "")

    def meet(self, regions: Iterable[str]) -> str:
        """The innermost of regions that lie in each other; "" where there are none, or some apart."""
        found = set(regions)
        inner = [region for region in found if found <= {region, *self._upwards(region)}]
        return inner[0] if inner else ""

    def _upwards(self, iri: str) -> Iterator[str]:
        """A thing, what it lies in or belongs to, and so on."""
        here: str | None = iri
        for _ in range(_DEEPEST):
            if here is None:
                return
            yield here
            above = self._above.get(here, {})
            here = next((above[way] for way in _UPWARDS if way in above), None)

    def _county(self, division: str) -> str:
        """The county that a town or village is in, if the graph knows it; every other division itself."""
        here = division
        for _ in range(_DEEPEST):
            if self._levels.get(here) not in _BELOW_COUNTY:
                return here
            here = self._above.get(here, {}).get("partOf", division)
        return division

    def _first(self, label: str) -> str:
        """The division that a label begins with; of several in a row, the last."""
        found, start = "", 0
        while True:
            ends = range(len(label), start + _SHORTEST - 1, -1)
            end = next((end for end in ends if label[start:end] in self._named), None)
            if end is None:
                return found
            found, start = self._named[label[start:end]], end

    def _held(self, label: str) -> str:
        """The county of the divisions whose full names stand in a label, where it is one."""
        return self.meet(self._county(iri) for name, iri in self._full.items() if name in label)


def _levels(store: Store) -> dict[str, str]:
    found = store.quads_for_pattern(None, NamedNode(GOV + "level"), None)
    return {
        quad.subject.value: quad.object.value
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }


def _by_form(divisions: Iterable[Thing], names: Names) -> dict[str, str]:
    """Divisions by their other names and by their names without the last character, where no other shares it."""
    forms = [
        (form, thing.iri)
        for thing in divisions
        for form in {thing.label[:-1], *names.alternatives.get(thing.iri, ())}
        if len(form) >= _SHORTEST
    ]
    shared = Counter(form for form, _ in forms)
    return {form: iri for form, iri in forms if shared[form] == 1}
