"""When a post was taken up and left: one date each, with the words of the pages that give it."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.graph.checks import contract_findings
from kg.model import Knowledge
from kg.queries import posts
from tests.factory import day
from tests.resolution.told import Post, body, known, person, told
from tests.stores import store

PEOPLE = (person("宋明哲"), body("沛县教育局"))


def post(kind: str, date: str, status: str = "current") -> Post:
    return Post("宋明哲", "局长", "沛县教育局", status, change=(kind, date))  # type: ignore[arg-type]


def build(*given: Post) -> Knowledge:
    return known(*(told(f"{n}.txt", *PEOPLE, posts=[each], issued="2023-05-12") for n, each in enumerate(given)))


DATES = [
    ([post("began", "2023-05-11")], {"current": ("2023-05-11", None)}),
    ([post("began", "2023-05"), post("began", "2023-05-11"), post("began", "2023-05-12")],
     {"current": ("2023-05-11", None)}),
    ([post("began", "2021")], {"current": ("2021", None)}),
    # Taken up as acting and later in full: each has its own day. Left is left, whatever it was.
    ([post("began", "2021-01-05", "acting"), post("began", "2021-03-01")],
     {"acting": ("2021-01-05", None), "current": ("2021-03-01", None)}),
    ([post("began", "2021-01-05"), post("ended", "2023-05-11", "former")],
     {"current": ("2021-01-05", "2023-05-11"), "former": (None, "2023-05-11")}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "dates"), DATES)
def test_the_most_precise_and_then_the_earliest_date_counts(
    given: list[Post], dates: dict[str, tuple[str | None, str | None]]
) -> None:
    found = {h.status: (h.began, h.ended) for h in build(*given).holdings}
    assert found == {status: (day(began), day(ended)) for status, (began, ended) in dates.items()}


@pytest.fixture
def graph() -> Store:
    return store(build(post("began", "2021-01-05"), post("ended", "2023-05-11", "former")))


def test_dates_are_in_the_graph_with_claims(graph: Store) -> None:
    assert list(contract_findings(graph)) == []
    assert {(t.status, t.began, t.ended) for t in posts(graph)} == {
        ("current", "2021-01-05", "2023-05-11"),
        ("former", None, "2023-05-11"),
    }


@pytest.mark.parametrize("predicate", ["began", "ended"])
def test_a_date_without_a_claim_is_a_fault(graph: Store, predicate: str) -> None:
    prefix = "PREFIX gov: <https://w3id.org/regional-governance#> "
    prefix += "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    graph.update(f"{prefix} DELETE {{ ?c ?p ?o }} WHERE {{ ?c rdf:predicate gov:{predicate} ; ?p ?o }}")
    assert {f.path for f in contract_findings(graph) if "rests on no claim" in f.message} == {f"gov:{predicate}"}
