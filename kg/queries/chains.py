"""The shortest chains of meetings between two people, by walking from both ends until the walks meet.

The same rows as those of asked/chain.rq, which any engine answers, in time that grows with the people on the way and
not with the number of ways: between well-connected people there are millions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.terms import GOV, SKOS, XSD

LONGEST, MOST = 5, 100
COLUMNS = ("from", "to", "meetings", "chain", "a", "b", "c", "d")
BETWEEN = " – "

_MET, _LABEL, _GRAPH = NamedNode(GOV + "met"), NamedNode(SKOS + "prefLabel"), DefaultGraph()
_INTEGER = NamedNode(XSD + "integer")
_Layer = set[NamedNode]
_Names = tuple[str, ...]


def chains(store: Store, begin: NamedNode, end: NamedNode) -> Iterator[tuple[NamedNode | Literal | None, ...]]:
    """Rows of `COLUMNS` for the first `MOST` chains by name; none where a chain needs more than `LONGEST` meetings."""
    layers = _layers(store, begin, end)
    meetings = Literal(str(len(layers) - 1), datatype=_INTEGER)
    for names, way in islice(_named(store, layers), MOST):
        between = way[1:-1]
        empty = (None,) * (LONGEST - 1 - len(between))
        yield (begin, end, meetings, Literal(BETWEEN.join(names)), *between, *empty)


def _layers(store: Store, begin: NamedNode, end: NamedNode) -> list[_Layer]:
    """Who stands at each place of some shortest chain; empty where there is none."""
    if begin == end:
        return []
    ahead, back = [{begin}], [{end}]
    seen, seen_back = {begin}, {end}
    while not (middle := ahead[-1] & back[-1]):
        if len(ahead) + len(back) - 2 == LONGEST or not ahead[-1] or not back[-1]:
            return []
        if len(ahead[-1]) <= len(back[-1]):
            ahead.append({other for one in ahead[-1] for other in _met_by(store, one)} - seen)
            seen |= ahead[-1]
        else:
            back.append({other for one in back[-1] for other in _who_met(store, one)} - seen_back)
            seen_back |= back[-1]
    layers = [middle]
    for layer in reversed(ahead[:-1]):
        layers.insert(0, {one for one in layer if not layers[0].isdisjoint(_met_by(store, one))})
    for layer in reversed(back[:-1]):
        layers.append({other for one in layers[-1] for other in _met_by(store, one)} & layer)
    return layers


def _named(store: Store, layers: Sequence[_Layer]) -> Iterator[tuple[_Names, tuple[NamedNode, ...]]]:
    """Every way through the layers with its names, in the order of the names and then of the addresses."""

    def onward(
        names: tuple[str, ...], sets: tuple[_Layer, ...]
    ) -> Iterator[tuple[tuple[str, ...], tuple[_Layer, ...]]]:
        if len(sets) == len(layers):
            yield names, sets
            return
        near = {other for one in sets[-1] for other in _met_by(store, one)} if sets else layers[0]
        called: defaultdict[str, _Layer] = defaultdict(set)
        for one in near & layers[len(sets)]:
            for label in _labels(store, one):
                called[label].add(one)
        last = len(sets) == len(layers) - 1
        for label in sorted(called, key=lambda label: label if last else label + BETWEEN):
            yield from onward((*names, label), (*sets, called[label]))

    for names, sets in onward((), ()) if layers else ():
        for way in _ways(store, sets):
            yield names, way


def _ways(store: Store, sets: Sequence[_Layer]) -> Iterator[tuple[NamedNode, ...]]:
    """The ways through sets of people that are called the same, in the order of their addresses."""
    for one in sorted(sets[0], key=lambda node: node.value):
        if len(sets) == 1:
            yield (one,)
        else:
            for rest in _ways(store, [_met_by(store, one) & sets[1], *sets[2:]]):
                yield (one, *rest)


def _met_by(store: Store, person: NamedNode) -> _Layer:
    return _people(quad.object for quad in _quads(store, person, None))


def _who_met(store: Store, person: NamedNode) -> _Layer:
    return _people(quad.subject for quad in _quads(store, None, person))


def _quads(store: Store, subject: NamedNode | None, object: NamedNode | None) -> Iterator[Quad]:
    return store.quads_for_pattern(subject, _MET, object, _GRAPH)


def _people(terms: Iterator[object]) -> _Layer:
    return {term for term in terms if isinstance(term, NamedNode)}


def _labels(store: Store, node: NamedNode) -> set[str]:
    found = store.quads_for_pattern(node, _LABEL, None, _GRAPH)
    return {quad.object.value for quad in found if isinstance(quad.object, Literal)}
