"""The networks as graphs for notebooks: one edge a pair that carries everything, in the same order every time."""

from __future__ import annotations

import networkx as nx
import pytest
from pyoxigraph import Store

from kg.views import met_graph
from kg.views.networks import agreements_graph, bodies_graph
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


def named(network: nx.Graph) -> set[frozenset[str]]:
    return {frozenset((network.nodes[a]["label"], network.nodes[b]["label"])) for a, b in network.edges}


def test_one_edge_carries_all_meetings() -> None:
    network = met_graph(often())
    ((_, _, data),) = network.edges(data=True)
    assert {meeting.occasion.label for meeting in data["meetings"] if meeting.occasion} == {"座谈", "看望", "年会"}
    assert data["weight"] == 3


def test_who_met_whom(graph: Store) -> None:
    people = ("宋明哲", "柳青禾", "何书远", "顾念晴")
    assert named(met_graph(graph)) == {frozenset((a, b)) for a in people for b in people if a < b}


def test_bodies_are_joined_by_posts_relations_and_events(graph: Store) -> None:
    network = bodies_graph(graph)
    by_name = {data["label"]: node for node, data in network.nodes(data=True)}

    def ties(a: str, b: str) -> set[str]:
        return set(network.edges[by_name[a], by_name[b]]) - {"weight"}

    assert ties("宋明哲", "云岭县委") == {"posts"}
    assert ties("何书远", "云岭县教育局") == {"posts", "together"}
    assert ties("云岭县教育局", "岚川科技有限公司") == {"relations"}
    assert {data["kind"] for _, data in network.nodes(data=True)} == {"Person", "Organization"}


def test_agreements_are_joined_to_parties_and_witnesses(graph: Store) -> None:
    assert named(agreements_graph(graph)) == {
        frozenset(("数字校园合作协议", name))
        for name in ("云岭县教育局", "岚川科技有限公司", "宋明哲", "柳青禾", "何书远", "顾念晴")
    }
