"""What must hold of identity whatever the pages: their order is nothing, and a page only changes what it speaks of."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extraction import Extractor
from kg.graph import to_turtle
from kg.model import Extraction, Knowledge, Page
from kg.reading import read_page
from kg.resolution import resolve
from tests.resolution.identity_corpus import FOLDER

Read = tuple[Page, tuple[Extraction, ...]]
Place = tuple[str, int, int]
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def pages() -> list[Read]:
    extractor = Extractor()
    files = sorted(FOLDER.glob("invented-*.txt"))
    read = [read_page(file.read_bytes(), file.name) for file in files]
    return [(page, tuple(extractor.extract(page))) for page in read]


def known(pages: list[Read]) -> Knowledge:
    return resolve([page for page, _ in pages], [each for _, found in pages for each in found])


def persons(knowledge: Knowledge) -> set[frozenset[Place]]:
    """The places at which each person is named."""
    named: defaultdict[str, set[Place]] = defaultdict(set)
    for fact in knowledge.facts:
        if fact.predicate == "mentionedIn" and fact.subject.startswith("person/"):
            named[fact.subject] |= {(each.span.page, each.span.start, each.span.end) for each in fact.sources}
    return {frozenset(places) for places in named.values()}


COUNT = len(sorted(FOLDER.glob("invented-*.txt")))


@SLOW
@given(few=st.lists(st.integers(0, COUNT - 1), min_size=2, max_size=8, unique=True), data=st.data())
def test_the_order_of_pages_does_not_matter(pages: list[Read], few: list[int], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(few))
    one, other = (to_turtle(known([pages[at] for at in order]), "https://example.org/") for order in (few, shuffled))
    assert one == other


@pytest.mark.parametrize("number", range(0, COUNT, 4))
def test_a_page_changes_no_identity_that_it_does_not_speak_of(pages: list[Read], number: int) -> None:
    page, _ = pages[number]
    silent = {places for places in persons(known(pages)) if all(place[0] != page.id for place in places)}
    assert silent <= persons(known([read for read in pages if read[0] is not page]))
