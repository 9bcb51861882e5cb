"""Homes: which division a name opens with, and which home an unsure one stands for."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.homes import Path, is_national, leading, meet, nested, path_of
from kg.resolution.union import Union

XUZHOU = path_of("320300")
PEI = path_of("320322")
FENG = path_of("320321")
BEIJING, CHANGCHUN = path_of("110105"), path_of("220104")

OPENINGS = [
    ("沛县教育局", (), PEI),
    ("徐州技师学院", (), XUZHOU),
    ("朝阳区教育局", path_of("110000"), BEIJING),
    ("朝阳区教育局", path_of("220100"), CHANGCHUN),
    ("鼓楼区市场监管局", PEI, path_of("320302")),
    # A county's short form that is also a word counts only near by.
    ("鼓楼小学", PEI, path_of("320302")),
    ("鼓楼小学", path_of("440700"), ()),
    ("松涛小学", PEI, ()),
    # The name of a division is no body that opens with it.
    ("沛县", PEI, ()),
]


@pytest.mark.parametrize(("name", "near", "path"), OPENINGS)
def test_the_division_that_a_name_opens_with(name: str, near: Path, path: Path) -> None:
    end, found = leading(name, near)
    assert found == path
    assert bool(end) is bool(path)


@pytest.mark.parametrize(
    ("name", "national"),
    [
        ("中国应急学会", True),
        ("岚川科技有限公司", True),
        ("云岭大学", True),
        ("松涛小学", False),
        ("岚川科技", False),
        ("工行", True),
    ],
)
def test_names_known_all_over_the_country(name: str, national: bool) -> None:
    assert is_national(name) is national


MEETINGS = [
    ([], ()),
    ([()], ()),
    ([PEI], PEI),
    ([PEI, (), XUZHOU], PEI),
    ([PEI, FENG], XUZHOU),
    ([PEI, BEIJING], ()),
]


@pytest.mark.parametrize(("paths", "expected"), MEETINGS)
def test_meet(paths: list[Path], expected: Path) -> None:
    assert meet(paths) == expected
    assert meet(reversed(paths)) == expected


STANDING = [
    ({PEI, XUZHOU}, XUZHOU, PEI),
    ({PEI, FENG, XUZHOU}, XUZHOU, XUZHOU),
    ({PEI, XUZHOU, XUZHOU[:1]}, XUZHOU[:1], PEI),
    ({(*PEI, "松涛镇"), PEI, BEIJING}, PEI, (*PEI, "松涛镇")),
    ({(*PEI, "松涛镇"), (*PEI, "云岭镇"), PEI}, PEI, PEI),
    ({PEI, ()}, (), ()),
]


@pytest.mark.parametrize(("paths", "path", "home"), STANDING)
def test_a_wider_home_stands_for_the_only_one_within(paths: set[Path], path: Path, home: Path) -> None:
    assert nested(paths)[path] == home


@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=60))
def test_joins_are_the_components_of_the_graph(size: int, pairs: list[tuple[int, int]]) -> None:
    pairs = [(a % size, b % size) for a, b in pairs]
    union = Union(size)
    for pair in pairs:
        union.join(pair)
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(size))
    for component in nx.connected_components(graph):
        assert {union.find(item) for item in component} == {min(component)}
