"""The networks, read back by networkx: nodes, edges, and the days on which they are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.views.exchange import export
from kg.views.exchange.spells import Spell, disjoint

VISIT, SONG, LIU = "event/2023-05-11-走访岚川科技", "person/宋明哲", "person/柳青禾"
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}

# Source, target, kind, and what else the edge says in both formats.
EDGES = (
    (SONG, LIU, "met", {"both_ways": True, "weight": 1.0, "dates": "2023-05-11", "quote": "与董事长柳青禾座谈"}),
    (SONG, VISIT, "participant", {"roles": "leader; speaker", "both_ways": False}),
    (VISIT, "agreement/数字校园合作协议", "produced", {"quote": "签署《数字校园合作协议》"}),
    (SONG, "body/云岭县委", "holds", {"posts": "云岭县委书记", "status": "current"}),
    ("body/云岭县教育局", "body/岚川科技有限公司", "cooperatesWith", {"both_ways": True}),
    ("division/云岭县", "division/青澜市", "partOf", {"both_ways": False}),
)


def network(graph: Path, name: str, folder: Path) -> Any:
    [file] = export(graph, name, folder / "out").files
    return READERS[name](file)


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_nodes_and_edges(graph: Path, tmp_path: Path, name: str) -> None:
    read = network(graph, name, tmp_path)
    assert read.nodes[SONG]["label"] == "宋明哲"
    assert read.nodes[SONG]["posts"] == "云岭县委书记"
    assert read.nodes[VISIT]["type"] == "Visit"
    assert read.nodes["division/云岭县"]["adcode"] == "990123"
    assert {data["kind"] for _, data in read.nodes(data=True)} >= {"Person", "Organization", "Event", "Agreement"}
    for source, target, kind, told in EDGES:
        ends = {(source, target), (target, source)} if told.get("both_ways") else {(source, target)}
        [edge] = [data for *pair, data in read.edges(data=True) if tuple(pair) in ends and data["kind"] == kind]
        assert {key: edge[key] for key in told} == told, kind


def test_both_networks_are_one(graph: Path, tmp_path: Path) -> None:
    first, second = (network(graph, name, tmp_path) for name in READERS)
    assert set(first.nodes) == set(second.nodes)
    told = [sorted((a, b, data["kind"]) for a, b, data in read.edges(data=True)) for read in (first, second)]
    assert told[0] == told[1]


def test_gexf_tells_the_days(graph: Path, tmp_path: Path) -> None:
    read = network(graph, "gexf", tmp_path)
    assert read.nodes[VISIT]["spells"] == [("2023-05-11", "2023-05-11")]
    assert read.nodes["event/2023-06-庆典"]["spells"] == [("2023-06-01", "2023-06-30")]
    assert read.nodes[SONG]["post_then"] == [("云岭县委书记", "2023-05-11", "2023-05-11")]
    assert read.nodes["person/何书远"]["post_then"] == [("云岭县教育局局长", "2023-05-11", "2023-06-30")]
    [met] = [data for *pair, data in read.edges(data=True) if {SONG, LIU} == set(pair)]
    assert met["spells"] == [("2023-05-11", "2023-05-11")]
    assert met["told_then"] == [("走访岚川科技", "2023-05-11", "2023-05-11")]


def test_gexf_is_a_dynamic_graph_of_dates(graph: Path, tmp_path: Path) -> None:
    [file] = export(graph, "gexf", tmp_path / "out.gexf").files
    space = {"g": "http://gexf.net/1.3"}
    [told] = ElementTree.parse(file).getroot().findall("g:graph", space)
    assert (told.get("mode"), told.get("timeformat")) == ("dynamic", "date")
    modes = {(each.get("class"), each.get("mode")) for each in told.findall("g:attributes", space)}
    assert modes == {(domain, mode) for domain in ("node", "edge") for mode in ("static", "dynamic")}


@pytest.mark.parametrize("name", READERS)
def test_awkward_texts_are_read_back(hostile: Path, tmp_path: Path, name: str) -> None:
    read = network(hostile, name, tmp_path)
    [tie] = [data for *ends, data in read.edges(data=True) if ends == ["person/b", "event/e"]]
    assert tie["dates"] == "2024-02-29/2024-03"
    assert read.nodes["person/b"]["label"] == "乙\ufffd\ufffd<&>\"'"


DAYS = [date(2024, 1, day) for day in range(1, 11)]
SPELLS = (
    ([], []),
    ([(1, 3, "a")], [(1, 3, "a")]),
    ([(1, 3, "a"), (1, 3, "a")], [(1, 3, "a")]),
    ([(1, 3, "a"), (3, 5, "a")], [(1, 5, "a")]),
    ([(1, 5, "a"), (3, 8, "b")], [(1, 3, "a"), (3, 5, "a+b"), (5, 8, "b")]),
    ([(6, 8, "b"), (1, 3, "a")], [(1, 3, "a"), (6, 8, "b")]),
)


@pytest.mark.parametrize(("given", "wanted"), SPELLS)
def test_stretches_of_days_are_cut_where_others_begin(
    given: list[tuple[int, int, str]], wanted: list[tuple[int, int, str]]
) -> None:
    spells = [Spell(DAYS[begin], DAYS[end], value) for begin, end, value in given]
    assert disjoint(spells, "+") == [Spell(DAYS[begin], DAYS[end], value) for begin, end, value in wanted]
