"""The shipped questions: complete, answered as rdflib answers them, with parameters that are never part of the text."""

from __future__ import annotations

from collections import Counter

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg.errors import QueryError
from kg.graph.terms import BASE, XSD, prefixes
from kg.queries.asking import Question, Value, bindings, question, questions, solutions
from kg.queries.limited import ask
from kg.queries.run import in_plain, run
from tests.asked import TYPED
from tests.stores import from_turtle

NAMES = [each.name for each in questions()]

# A chain of meetings (甲 to 己), and an official who went from one county to another.
STORY = """
PREFIX gov: <https://w3id.org/regional-governance#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX person: <https://w3id.org/regional-governance/id/person/>
PREFIX : <https://w3id.org/regional-governance/id/x/>
person:甲 a gov:Person ; skos:prefLabel "甲"@zh ; gov:met person:乙 .
person:乙 a gov:Person ; skos:prefLabel "乙"@zh ; gov:met person:甲, person:丙 .
person:丙 a gov:Person ; skos:prefLabel "丙"@zh ; gov:met person:乙, person:丁 .
person:丁 a gov:Person ; skos:prefLabel "丁"@zh ; gov:met person:丙, person:戊 .
person:戊 a gov:Person ; skos:prefLabel "戊"@zh ; gov:met person:丁, person:己 .
person:己 a gov:Person ; skos:prefLabel "己"@zh ; gov:met person:戊 .
:east a gov:Division ; skos:prefLabel "东岭县"@zh . :west a gov:Division ; skos:prefLabel "西岭县"@zh .
:b1 a gov:Organization ; skos:prefLabel "东岭县财政局"@zh . :b2 a gov:Organization ; skos:prefLabel "西岭县政府"@zh .
:p1 org:postIn :b1 ; skos:prefLabel "东岭县财政局局长"@zh . :p2 org:postIn :b2 ; skos:prefLabel "西岭县副县长"@zh .
person:甲 org:holds :p1, :p2 .
:o1 org:member person:甲 ; gov:post :p1 ; gov:attestedUntil "2022-03-01"^^xsd:date .
:o2 org:member person:甲 ; gov:post :p2 ; gov:attestedFrom "2023-04"^^xsd:gYearMonth .
:o3 org:member person:乙 ; gov:post :p2 ; gov:began "2023-05-02"^^xsd:date .
:o4 org:member person:丙 ; gov:post :p2 ; gov:ended "2023-05-01"^^xsd:date .
"""


@pytest.fixture(scope="module")
def story() -> Store:
    return from_turtle(STORY)


def test_every_question_says_what_it_is() -> None:
    assert sorted(TYPED) == NAMES
    for each in questions():
        selected = each.text.partition("SELECT")[2].partition("WHERE")[0]
        assert each.title.endswith("?") and each.description.endswith(".")
        assert all(f"?{parameter.name} " in selected for parameter in each.parameters), each.name


@pytest.mark.parametrize("name", sorted(TYPED.keys() - {"moved"}))
def test_answers_equal_those_of_rdflib(graph: Store, name: str) -> None:
    asked = question(name)
    assert _same(graph, asked, bindings(graph, asked, TYPED[name]))


STORIES = [
    *(("chain", {"from": "甲", "to": to}, 1) for to in "乙丙丁戊己"),
    ("moved", {"from": "东岭县", "to": "西岭县"}, 1),
    ("moved", {"from": "西岭县", "to": "东岭县"}, 0),
    ("changes", {"from": "2023-05-02", "to": "2023-05-31"}, 1),
    ("changes", {"from": "2023-04-09", "to": "2023-05"}, 3),
]


@pytest.mark.parametrize(("name", "typed", "count"), STORIES)
def test_a_story_is_told_as_rdflib_tells_it(story: Store, name: str, typed: dict[str, str], count: int) -> None:
    asked = question(name)
    assert _same(story, asked, bindings(story, asked, typed)) == count


def test_a_chain_names_everyone_between(story: Store) -> None:
    found = ask(story, question("chain"), {"from": "甲", "to": "person:丁"})
    assert [row[:2] for row in found.rows] == [("3", "甲 – 乙 – 丙 – 丁")]
    assert found.columns[0] == "meetings"


def test_names_are_found_as_people_type_them(graph: Store) -> None:
    wanted = NamedNode(BASE + "body/岚川科技有限公司")
    for typed in ("岚川科技", "岚 川 科 技 有限公司", "body:岚川科技有限公司", wanted.value):
        assert bindings(graph, question("agreements"), {"body": typed}) == {"body": wanted}


WRONG = [
    ("who-met", {}, "needs person"),
    ("who-met", {"person": "无此人"}, "无此人"),
    ("who-met", {"persom": "宋明哲"}, "persom"),
    ("agreements", {"body": "云岭"}, "body:云岭县教育局"),
    ("changes", {"from": "2023-13", "to": "2024"}, "2023-13"),
    ("doubtful", {"below": "half"}, "half"),
    ("holders", {"body": "} # ?x", "post": "书记"}, "} # ?x"),
]


@pytest.mark.parametrize(("name", "typed", "message"), WRONG)
def test_what_cannot_be_asked_is_said(graph: Store, name: str, typed: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message.replace("?", r"\?").replace("}", r"\}")):
        bindings(graph, question(name), typed)


def test_a_value_cannot_change_the_question(graph: Store) -> None:
    hostile = '") || true) } #'
    assert ask(graph, question("holders"), {"body": "云岭县委", "post": hostile}).rows == ()


def test_an_unknown_question_lists_all() -> None:
    with pytest.raises(QueryError, match="who-met"):
        question("nobody")


def _same(store: Store, asked: Question, bound: dict[str, Value]) -> int:
    """The number of rows, which both engines agree on, cell by cell, and the way that the question is asked as well."""
    ours = run(store, asked.text, bound)
    assert in_plain(solutions(store, asked, bound)).rows == ours.rows
    peer = rdflib.Graph()
    peer.parse(data=store.dump(format=RdfFormat.N_TRIPLES, from_graph=_default()) or b"", format="nt")
    theirs = peer.query(
        asked.text, initNs=prefixes(BASE), initBindings={name: _of_rdflib(value) for name, value in bound.items()}
    )
    columns = [str(variable) for variable in theirs.vars or ()]
    rows = Counter(tuple(_cell(row[column]) for column in columns) for row in theirs)
    assert list(ours.columns) == columns
    assert Counter(ours.rows) == rows
    return len(ours.rows)


def _default() -> object:
    from pyoxigraph import DefaultGraph

    return DefaultGraph()


def _cell(term: object) -> str | None:
    return None if term is None else str(term)


def _of_rdflib(value: NamedNode | Literal) -> rdflib.term.Identifier:
    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    plain = value.datatype.value == XSD + "string"
    return rdflib.Literal(value.value, datatype=None if plain else value.datatype.value)
