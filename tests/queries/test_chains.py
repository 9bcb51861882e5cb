"""Chains of meetings: the walk finds the very rows, in the same order, that the text of the question selects."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.terms import BASE, GOV, SKOS
from kg.queries.asking import question, solutions
from kg.queries.run import evaluate

MET, LABEL = NamedNode(GOV + "met"), NamedNode(SKOS + "prefLabel")
NAMES = ("甲", "乙", "乙 丙", "丁", "丁戊")
PERSONS = [NamedNode(f"{BASE}person/{number}") for number in range(24)]


def drawn(seed: int) -> Store:
    """Few names for many people, some without a name or with two, and some meetings told one way only."""
    draw, made = random.Random(seed), Store()
    for person in PERSONS:
        for language in draw.choice((["zh"], ["zh"], ["zh"], ["zh", "en"], [])):
            made.add(Quad(person, LABEL, Literal(draw.choice(NAMES), language=language)))
    for _ in range(draw.randint(12, 50)):
        one, other = draw.sample(PERSONS, 2)
        made.add(Quad(one, MET, other))
        if draw.random() < 0.9:
            made.add(Quad(other, MET, one))
    return made


@pytest.mark.parametrize("seed", range(12))
def test_a_walk_gives_what_the_text_selects(seed: int) -> None:
    store = drawn(seed)
    for end in PERSONS[:12]:
        assert told(store, PERSONS[0], end) == selected(store, PERSONS[0], end)


def test_of_many_chains_the_first_by_name_are_told() -> None:
    store = Store()
    layers = [PERSONS[:1], PERSONS[1:8], PERSONS[8:15], PERSONS[15:16]]
    for near, far in pairwise(layers):
        for one in near:
            store.extend(Quad(one, MET, other) for other in far)
    store.extend(Quad(each, LABEL, Literal(NAMES[at % 5])) for at, each in enumerate(PERSONS))
    store.extend(
        Quad(PERSONS[1], MET, NamedNode(f"urn:{at}")) for at in range(50)
    )  # more on the one side than on the other
    store.extend(Quad(each, MET, PERSONS[8]) for each in PERSONS[16:])
    found = told(store, PERSONS[0], PERSONS[15])
    assert len(found) == 49 and found == selected(store, PERSONS[0], PERSONS[15])


def told(store: Store, begin: NamedNode, end: NamedNode) -> list[tuple[object, ...]]:
    return [tuple(row) for row in solutions(store, question("chain"), {"from": begin, "to": end}).rows]


def selected(store: Store, begin: NamedNode, end: NamedNode) -> list[tuple[object, ...]]:
    found = evaluate(store, question("chain").text, {"from": begin, "to": end})
    return [tuple(row) for row in found]  # type: ignore[union-attr, arg-type]
