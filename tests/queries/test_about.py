"""What the graph knows of one thing, each statement with its words."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.queries import about, agreements, posts
from kg.queries.records import Known
from tests.sample import TEXT


def known(graph: Store, name: str) -> Known:
    (found,) = about(graph, name)
    return found


def test_a_person_has_posts_events_and_acquaintances(graph: Store) -> None:
    person = known(graph, "何书远")
    (post,) = person.posts
    assert post.body is not None
    assert (post.label, post.role, post.body.label) == ("云岭县教育局局长", "局长", "云岭县教育局")
    assert (post.first, post.last, post.status) == ("2023-05-11", "2023-06", "current")
    assert [quote.text for quote in post.evidence.quotes] == ["县教育局局长何书远"]
    assert [(part.occasion.date, part.roles) for part in person.participations] == [
        ("2023-05-11", ("chair",)),
        ("2023-06", ("attendee",)),
    ]
    assert {pair.b.label for pair in person.met} == {"宋明哲", "柳青禾", "顾念晴"}
    assert all(pair.a == person.thing for pair in person.met)


def test_a_planned_event_says_so(graph: Store) -> None:
    planned = {part.occasion.label: part.occasion.planned for part in known(graph, "何书远").participations}
    assert planned == {"走访岚川科技": False, "签约周年庆": True}


def test_a_former_post_says_so(graph: Store) -> None:
    assert [post.status for post in known(graph, "顾念晴").posts] == ["former"]


def test_a_body_has_holders_and_relations_both_ways(graph: Store) -> None:
    body = known(graph, "云岭县教育局")
    assert body.alternatives == ("县教育局",)
    assert {"Organization", "PublicBody"} <= set(body.classes)
    assert [(post.person.label, post.role) for post in body.holders] == [("何书远", "局长")]
    relations = {(r.subject.label, r.predicate, r.object.label) for r in body.relations}
    assert relations == {
        ("云岭县教育局", "partyTo", "数字校园合作协议"),
        ("云岭县教育局", "implements", "千校数字行动"),
        ("云岭县教育局", "cooperatesWith", "岚川科技有限公司"),
        ("云岭县实验学校", "subOrganizationOf", "云岭县教育局"),
    }
    assert len(body.relations) == len(relations)


def test_a_division_has_level_code_and_doubts_with_their_reason(graph: Store) -> None:
    county = known(graph, "云岭县")
    assert (county.level, county.adcode) == ("county", "990123")
    doubt = next(relation for relation in county.relations if relation.predicate == "possiblySame")
    assert {doubt.subject.label, doubt.object.label} == {"云岭县", "松涛产业园"}
    assert doubt.evidence.reasons == ("test",)


def test_a_place_has_the_events_that_happened_there(graph: Store) -> None:
    place = known(graph, "松涛产业园")
    happened = [(each.predicate, each.occasion.label) for each in place.involvements]
    assert happened == [("place", "走访岚川科技"), ("place", "签约周年庆")]


def test_mentions_name_file_and_headline(graph: Store) -> None:
    mentions = known(graph, "松涛产业园").mentions
    assert [(each.report.headline, each.report.published) for each in mentions] == [
        ("云岭县走访岚川科技", "2023-05-12"),
        ("云岭县将办签约周年庆", "2023-05-12"),
    ]
    for quote in (quote for each in mentions for quote in each.evidence.quotes):
        assert TEXT[quote.start : quote.end] == quote.text == "松涛产业园"


def test_an_ambiguous_name_gives_all(graph: Store) -> None:
    assert {each.thing.label for each in about(graph, "数字校园")} == {"数字校园合作协议", "数字校园白皮书"}


def test_an_unknown_name_is_an_error_that_repeats_it(graph: Store) -> None:
    with pytest.raises(QueryError, match="查无此人"):
        about(graph, "查无此人")


def test_agreements_have_parties_events_and_people(graph: Store) -> None:
    (agreement,) = agreements(graph)
    assert {relation.subject.label for relation in agreement.parties} == {"云岭县教育局", "岚川科技有限公司"}
    assert [each.occasion.date for each in agreement.produced_by] == ["2023-05-11"]
    signed = {part.who.label for part in agreement.participations if "signatory" in part.roles}
    assert signed == {"云岭县教育局", "岚川科技有限公司"}
    assert "宋明哲" in {part.who.label for part in agreement.participations}


def test_a_post_without_a_body_is_kept(graph: Store) -> None:
    assert [(each.label, each.body) for each in posts(graph) if each.person.label == "温如玉"] == [("记者", None)]
