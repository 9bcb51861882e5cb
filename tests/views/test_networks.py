"""The networks as graphs for notebooks: one edge a pair that carries everything, in the same order every time."""

from __future__ import annotations

import networkx as nx
import pytest
from pyoxigraph import Store

from kg.views import met_graph
from kg.views.networks import VIEWS, graph_of, records
from tests.factory import entity, event, fact, knowledge, page, source
from tests.sample import sample
from tests.stores import store

WHERE = page("甲大与乙二座谈，甲大看望乙二。", id="山前报.txt")
MEETINGS = ("event/座谈", "event/看望", "event/年会")


@pytest.fixture(scope="module")
def graph() -> Store:
    return store(sample())


def often() -> Store:
    """Two persons who met three times."""
    people = ("person/甲大", "person/乙二")
    return store(
        knowledge(
            WHERE,
            *(entity(key, articles=()) for key in people),
            *(event(key, articles=("山前报.txt#a1",)) for key in MEETINGS),
            *(fact(key, "attendee", who, source(WHERE, "座谈")) for key in MEETINGS for who in people),
            fact(*people[:1], "met", people[1], source(WHERE, "座谈")),
        )
    )


def network(graph: Store, view: str) -> nx.Graph:
    return graph_of(VIEWS[view](records(graph)))


def named(network: nx.Graph) -> set[frozenset[str]]:
    return {frozenset((network.nodes[a]["label"], network.nodes[b]["label"])) for a, b in network.edges}


def test_one_edge_carries_all_meetings() -> None:
    ((_, _, data),) = met_graph(often()).edges(data=True)
    assert {meeting.occasion.label for meeting in data["meeting"] if meeting.occasion} == {"座谈", "看望", "年会"}
    assert data["weight"] == 3


def test_who_met_whom(graph: Store) -> None:
    people = ("宋明哲", "柳青禾", "何书远", "顾念晴")
    assert named(met_graph(graph)) == {frozenset((a, b)) for a in people for b in people if a < b}


def test_bodies_are_joined_by_posts_relations_and_events(graph: Store) -> None:
    found = network(graph, "bodies")
    by_name = {data["label"]: node for node, data in found.nodes(data=True)}

    def ties(a: str, b: str) -> set[str]:
        return set(found.edges[by_name[a], by_name[b]]) - {"weight"}

    assert ties("宋明哲", "云岭县委") == {"post"}
    assert ties("何书远", "云岭县教育局") == {"post", "together"}
    assert ties("云岭县教育局", "岚川科技有限公司") == {"relation"}
    assert {data["kind"] for _, data in found.nodes(data=True)} == {"Person", "Organization"}


def test_agreements_are_joined_to_parties_and_witnesses(graph: Store) -> None:
    assert named(network(graph, "agreements")) == {
        frozenset(("数字校园合作协议", name))
        for name in ("云岭县教育局", "岚川科技有限公司", "宋明哲", "柳青禾", "何书远", "顾念晴")
    }


def test_programmes_are_joined_to_who_carries_them_out_and_who_was_there(graph: Store) -> None:
    assert named(network(graph, "programmes")) == {
        frozenset(("千校数字行动", name))
        for name in (
            *("宋明哲", "柳青禾", "何书远", "顾念晴"),
            *("云岭县教育局", "岚川科技有限公司", "云岭县实验学校"),
        )
    }


def test_divisions_are_joined_to_what_they_are_part_of(graph: Store) -> None:
    assert named(network(graph, "divisions")) == {frozenset(("云岭县", "青澜市"))}
