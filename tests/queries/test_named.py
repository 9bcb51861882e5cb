"""The named query files: each says what it answers, and answers on a graph of the product."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.queries.named import query_text, select

NAMES = sorted(file.name.removesuffix(".rq") for file in files("kg.queries").iterdir() if file.name.endswith(".rq"))


@pytest.mark.parametrize("name", NAMES)
def test_each_has_title_and_description(name: str) -> None:
    first, second, *_ = query_text(name).splitlines()
    assert re.fullmatch(r"# title: \S.*", first)
    assert re.fullmatch(r"# description: \S.*", second)


@pytest.mark.parametrize("name", NAMES)
def test_each_answers_on_the_sample(graph: Store, name: str) -> None:
    assert select(graph, name)


@pytest.mark.parametrize("name", NAMES)
def test_the_variables_a_description_offers_can_be_bound(graph: Store, name: str) -> None:
    description = query_text(name).splitlines()[1]
    for variable in re.findall(r"\?(\w+)", description.partition("Bind")[2]):
        assert select(graph, name, **{variable: "urn:nobody"}) == []


def test_there_are_queries_to_test() -> None:
    assert "who_met" in NAMES


def test_a_value_is_never_read_as_a_query(graph: Store) -> None:
    with pytest.raises((QueryError, ValueError)):
        select(graph, "who_met", a="urn:x> ?b } INSERT DATA { <urn:a")
