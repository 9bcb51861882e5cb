"""Doubtful pairs and references: what a decision is to say, made of what the graph tells."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.decisions import Reference
from kg.errors import QueryError
from kg.queries import doubts
from kg.queries.records import Evidence, Mention, Quote, Report, Side, Thing
from kg.queries.references import Catalogue, refer
from tests.factory import PAGE


def test_a_pair_is_told_once_with_its_reason(graph: Store) -> None:
    (pair,) = doubts(graph)
    assert {pair.a.label, pair.b.label} == {"云岭县", "松涛产业园"}
    assert pair.evidence.reasons == ("test",)


def test_a_side_has_posts_and_places(graph: Store) -> None:
    catalogue = Catalogue(graph)
    (song,) = catalogue.meant(Reference("宋明哲"))
    side = catalogue.side(song)
    assert [tenure.label for tenure in side.posts] == ["云岭县委书记"]
    assert [quote.text for mention in side.mentions for quote in mention.evidence.quotes] == ["宋明哲"]


MEANT = {
    "宋明哲": {"宋明哲"},
    "岚川科技": {"岚川科技有限公司"},
    f"岚川科技@{PAGE}": {"岚川科技有限公司"},
    f"松涛产业园@{PAGE}#a2": {"松涛产业园"},
    f"宋明哲@{PAGE}#a2": set(),
    "宋明哲@elsewhere.txt": set(),
    "宋明": set(),
}


@pytest.mark.parametrize("text", MEANT)
def test_a_reference_means_things_of_that_name_there(text: str, graph: Store) -> None:
    assert {thing.label for thing in Catalogue(graph).meant(Reference.of(text))} == MEANT[text]


def test_a_kind_narrows_a_reference(graph: Store) -> None:
    catalogue = Catalogue(graph)
    assert catalogue.meant(Reference("云岭县", kind="Division"))
    assert not catalogue.meant(Reference("云岭县", kind="Place"))


def test_near_names_help_who_misspells(graph: Store) -> None:
    with pytest.raises(QueryError, match=r"near names: .*宋明哲"):
        Catalogue(graph).only("宋明者")


def side(label: str, *printed: tuple[str, str], others: tuple[str, ...] = ()) -> Side:
    thing = Thing(f"body/{label}", label, "Organization")
    mentions = tuple(
        Mention(thing, Report("article", None, None, file), Evidence(quotes=(Quote(file, 0, len(text), text),)))
        for text, file in printed
    )
    return Side(thing, others, (), mentions)


REFERRED: list[tuple[Side, Reference]] = [
    (side("县教育局", ("教育局", "a.txt"), ("县教育局", "b.txt")), Reference("县教育局", "b.txt")),
    (side("县教育局", ("该局", "a.txt"), ("教育局", "b.txt"), others=("教育局",)), Reference("教育局", "b.txt")),
    (side("县教育局", ("该局", "b.txt"), ("本局", "a.txt")), Reference("本局", "a.txt")),
    (side("县教育局", ("县教\n育局", "a.txt")), Reference("县教育局", "a.txt")),
    (side("县教育局"), Reference("县教育局")),
]


@pytest.mark.parametrize(("one", "reference"), REFERRED)
def test_a_thing_is_referred_to_as_a_page_prints_it(one: Side, reference: Reference) -> None:
    assert refer(one) == reference
