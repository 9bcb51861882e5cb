"""Centrality is what networkx says it is; communities are the same at every call."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.views.measures import betweenness, communities, pagerank

GRAPHS = {
    "two": nx.path_graph(2),
    "a chain": nx.path_graph(9),
    "a star": nx.star_graph(7),
    "two crowds and a bridge": nx.barbell_graph(6, 2),
    "a ring in two parts": nx.disjoint_union(nx.cycle_graph(5), nx.complete_graph(4)),
    "chance": nx.gnm_random_graph(60, 140, seed=3),
}


def columns(graph: nx.Graph) -> tuple[int, list[int], list[int], list[int]]:
    """The graph without nodes that have no edge, weighted by what its ends add up to."""
    graph = nx.convert_node_labels_to_integers(graph.subgraph(node for node in graph if graph.degree(node)))
    a, b = ([edge[end] for edge in graph.edges] for end in (0, 1))
    return len(graph), a, b, [1 + (one + other) % 4 for one, other in zip(a, b, strict=True)]


def weighted(count: int, a: list[int], b: list[int], weights: list[int]) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(zip(a, b, weights, strict=True))
    return graph


def per_mille(values: dict[int, float]) -> list[float]:
    top = max(values.values()) or 1
    return [1000 * values[node] / top for node in sorted(values)]


@pytest.mark.parametrize("name", GRAPHS)
def test_betweenness(name: str) -> None:
    count, a, b, weights = columns(GRAPHS[name])
    wanted = per_mille(nx.betweenness_centrality(weighted(count, a, b, weights)))
    assert betweenness(count, a, b) == pytest.approx(wanted, abs=0.6)


@pytest.mark.parametrize("name", GRAPHS)
def test_pagerank(name: str) -> None:
    count, a, b, weights = columns(GRAPHS[name])
    wanted = per_mille(nx.pagerank(weighted(count, a, b, weights), tol=1e-12, max_iter=1000))
    assert pagerank(count, a, b, weights) == pytest.approx(wanted, abs=1.1)


def test_the_betweenness_of_a_large_network_is_near_the_exact_one() -> None:
    graph = nx.barabasi_albert_graph(1500, 2, seed=5)
    count, a, b, weights = columns(graph)
    exact = per_mille(nx.betweenness_centrality(weighted(count, a, b, weights), k=1500))
    found = betweenness(count, a, b)
    leading = sorted(range(count), key=lambda node: -exact[node])[:20]
    assert len(set(leading) & set(sorted(range(count), key=lambda node: -found[node])[:30])) >= 18


def test_communities_are_crowds_the_biggest_first() -> None:
    count, a, b, weights = columns(nx.disjoint_union(nx.complete_graph(4), nx.barbell_graph(6, 0)))
    found = communities(count, a, b, weights)
    assert found[:4] == [2] * 4
    assert {tuple(found[4:10]), tuple(found[10:16])} == {(0,) * 6, (1,) * 6}
    assert communities(count, a, b, weights) == found


def test_a_network_of_nobody_has_no_measures() -> None:
    assert communities(0, [], [], []) == betweenness(0, [], []) == pagerank(0, [], [], []) == []
