"""Facts and their claims: one claim a triple, whatever number of facts state it."""

from __future__ import annotations

import pytest
from rdflib import PROV, RDF, Graph, Literal, URIRef

from kg.errors import OutputError
from kg.graph import BASE, GOV, to_graph
from kg.graph.terms import claim_key
from kg.model import Fact, Source, Span
from tests.factory import PAGE, entity, event, fact, knowledge, page, source

WHERE = page("云岭县长宋明哲与柳青禾会谈。会后宋明哲与柳青禾再谈。")
SONG, LIU, TALK = "person/宋明哲", "person/柳青禾", "event/会谈"
FIRST, AGAIN = source(WHERE, "宋明哲与柳青禾会谈"), source(WHERE, "宋明哲与柳青禾再谈")
RECORDS = (WHERE, entity(SONG), entity(LIU), event(TALK))


def graph_of(*facts: Fact) -> Graph:
    return to_graph(knowledge(*RECORDS, *facts))


def node(key: str) -> URIRef:
    return URIRef(BASE + key)


def gov(name: str) -> URIRef:
    return URIRef(GOV + name)


def test_facts_of_one_triple_share_a_claim() -> None:
    graph = graph_of(
        fact(TALK, "speaker", SONG, FIRST, confidence=0.6, rules=["verb"]),
        fact(TALK, "speaker", SONG, AGAIN, FIRST, confidence=0.856, rules=["verb", "list"]),
    )
    claim = node(claim_key(TALK, "speaker", SONG))
    assert list(graph.subjects(RDF.predicate, gov("speaker"))) == [claim]
    assert [str(value) for value in graph.objects(claim, gov("confidence"))] == ["0.86"]
    assert {str(rule) for rule in graph.objects(claim, gov("rule"))} == {"verb", "list"}
    starts = {f"{FIRST.span.start}-{FIRST.span.end}", f"{AGAIN.span.start}-{AGAIN.span.end}"}
    assert {str(place).rpartition("12-")[2] for place in graph.objects(claim, PROV.wasDerivedFrom)} == starts


@pytest.mark.parametrize("predicate", ["met", "cooperatesWith", "possiblySame"])
def test_a_symmetric_fact_given_once_is_claimed_from_both_ends(predicate: str) -> None:
    graph = graph_of(fact(SONG, predicate, LIU, FIRST))
    for one, other in ((SONG, LIU), (LIU, SONG)):
        claim = node(claim_key(one, predicate, other))
        assert (node(one), gov(predicate), node(other)) in graph
        assert graph.value(claim, RDF.subject) == node(one)
        assert len(list(graph.objects(claim, PROV.wasDerivedFrom))) == 1


def test_a_symmetric_fact_given_twice_is_as_sure_as_its_surer_half() -> None:
    graph = graph_of(fact(SONG, "met", LIU, FIRST, confidence=0.5), fact(LIU, "met", SONG, AGAIN, confidence=0.75))
    for claim in graph.subjects(RDF.predicate, gov("met")):
        assert [str(value) for value in graph.objects(claim, gov("confidence"))] == ["0.75"]
        assert len(list(graph.objects(claim, PROV.wasDerivedFrom))) == 2


def test_one_way_relations_stay_one_way() -> None:
    graph = graph_of(fact(SONG, "mentionedIn", f"{PAGE}#a1", FIRST), fact(TALK, "chair", SONG, FIRST))
    assert (node(SONG), gov("chair"), node(TALK)) not in graph
    assert len(list(graph.subjects(RDF.predicate, None))) == 2


def test_one_place_of_a_page_is_one_source_of_several_claims() -> None:
    graph = graph_of(fact(TALK, "chair", SONG, FIRST), fact(TALK, "speaker", LIU, FIRST))
    assert len(set(graph.objects(None, PROV.wasDerivedFrom))) == 1


@pytest.mark.parametrize(
    ("written", "datatype"), [("2024", "gYear"), ("2024-07", "gYearMonth"), ("2024-07-05", "date")]
)
@pytest.mark.parametrize("predicate", ["date", "endDate"])
def test_a_date_has_the_type_of_what_is_known(predicate: str, written: str, datatype: str) -> None:
    graph = graph_of(fact(TALK, predicate, written, FIRST))
    assert list(graph.objects(node(TALK), gov(predicate))) == [
        Literal(written, datatype=URIRef(f"http://www.w3.org/2001/XMLSchema#{datatype}"))
    ]


REFUSED = {
    "an unknown predicate": (fact(SONG, "admires", LIU, FIRST), "gov:admires"),
    "a date in words": (fact(TALK, "date", "昨日", FIRST), "昨日"),
    "a place beyond the page": (fact(TALK, "chair", SONG, Source(f"{PAGE}#a1", Span(PAGE, 3, 999))), "999"),
    "an empty place": (fact(TALK, "chair", SONG, Source(f"{PAGE}#a1", Span(PAGE, 3, 3))), "start=3, end=3"),
    "another page": (fact(TALK, "chair", SONG, Source(f"{PAGE}#a1", Span("别页.txt", 0, 3))), "别页"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_claimed_is_named(case: str) -> None:
    refused, named = REFUSED[case]
    with pytest.raises(OutputError, match=named):
        graph_of(refused)


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(OutputError, match="gov:Circus"):
        to_graph(knowledge(WHERE, entity("body/马戏团", classes=("Circus",))))
