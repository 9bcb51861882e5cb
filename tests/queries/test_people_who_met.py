"""Who met whom: every shared event of a pair, with the part each had and the words of the page."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.queries import people_who_met
from kg.queries.records import Pair
from tests.factory import entity, event, fact, knowledge, page, source
from tests.sample import TEXT
from tests.stores import from_turtle, store

WHERE = page("甲大与乙二座谈。甲大看望乙二。丙三致辞。", id="山前报.txt")
A, B, C = "person/甲大", "person/乙二", "person/丙三"
TALK, CALL = "event/座谈", "event/看望"


def part(event_key: str, role: str, who: str, quote: str, confidence: float = 0.9, rule: str = "r"):
    return fact(event_key, role, who, source(WHERE, quote), confidence=confidence, rules=(rule,))


def twice() -> Store:
    """甲大 and 乙二 at two events, the later one named first; 丙三 at one of them, but without having met anybody."""
    return store(
        knowledge(
            WHERE,
            *(entity(key, articles=()) for key in (A, B, C)),
            event(TALK, date="2023-05-11", articles=("山前报.txt#a1",)),
            event(CALL, "Visit", date="2023-05-02", articles=("山前报.txt#a1",)),
            part(TALK, "chair", A, "甲大与乙二座谈", 0.9, "主语"),
            part(TALK, "attendee", B, "乙二座谈", 0.5, "宾语"),
            part(CALL, "leader", A, "甲大看望"),
            part(CALL, "host", B, "看望乙二"),
            part(CALL, "speaker", C, "丙三致辞"),
            *(fact(a, "met", b, source(WHERE, "甲大与乙二座谈")) for a, b in ((A, B), (B, A))),
        )
    )


def only(pairs: tuple[Pair, ...]) -> Pair:
    assert len(pairs) == 1
    return pairs[0]


def test_a_pair_stands_once_with_all_its_meetings_by_date() -> None:
    pair = only(people_who_met(twice()))
    assert {pair.a.label, pair.b.label} == {"甲大", "乙二"}
    assert [meeting.occasion.date for meeting in pair.meetings if meeting.occasion] == ["2023-05-02", "2023-05-11"]


def test_a_meeting_says_what_each_did() -> None:
    talk = only(people_who_met(twice())).meetings[1]
    assert {part.who.label: part.roles for part in talk.parts} == {"甲大": ("chair",), "乙二": ("attendee",)}


def test_a_meeting_is_as_sure_as_the_weaker_side_and_quotes_both() -> None:
    talk = only(people_who_met(twice())).meetings[1]
    assert talk.evidence.confidence == 0.5
    assert talk.evidence.doubtful
    assert talk.evidence.rules == ("主语", "宾语")
    assert {quote.text for quote in talk.evidence.quotes} == {"甲大与乙二座谈", "乙二座谈"}


def test_quotes_are_the_characters_of_the_file(graph: Store) -> None:
    quotes = [quote for pair in people_who_met(graph) for each in pair.meetings for quote in each.evidence.quotes]
    assert quotes
    for quote in quotes:
        assert quote.file == "云岭日报-2023-05-12.txt"
        assert TEXT[quote.start : quote.end] == quote.text
        assert TEXT[: quote.start].endswith(quote.before) and quote.before
        assert TEXT[quote.end :].startswith(quote.after) and quote.after


def test_a_meeting_says_when_where_and_at_what(graph: Store) -> None:
    pair = next(p for p in people_who_met(graph) if {p.a.label, p.b.label} == {"宋明哲", "柳青禾"})
    occasion = pair.meetings[0].occasion
    assert occasion is not None
    assert (occasion.type, occasion.date, occasion.label) == ("Visit", "2023-05-11", "走访岚川科技")
    assert occasion.headline == "云岭县走访岚川科技"
    assert {(link.predicate, link.thing.label) for link in occasion.links} == {
        ("place", "松涛产业园"),
        ("visited", "岚川科技有限公司"),
        ("about", "千校数字行动"),
        ("produced", "数字校园合作协议"),
    }
    assert [report.file for report in occasion.reports] == ["云岭日报-2023-05-12.txt"]
    assert [quote.text for quote in occasion.evidence.quotes] == ["5月11日"]


MET = """
@prefix gov: <https://w3id.org/regional-governance#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
:a a gov:Person ; skos:prefLabel "甲大" ; gov:met :b .
:b a gov:Person ; skos:prefLabel "乙二" ; gov:met :a .
"""


@pytest.mark.parametrize(
    ("more", "events"),
    [
        pytest.param("", [None], id="no event"),
        pytest.param(":e a gov:Event ; gov:participant :a .", [None], id="an event of one of them"),
        pytest.param(":e a gov:Event ; gov:participant :a , :b .", ["https://example.org/e"], id="an event of both"),
    ],
)
def test_graphs_that_say_less_lose_no_pair(more: str, events: list[str | None]) -> None:
    pair = only(people_who_met(from_turtle(MET + more)))
    assert [meeting.occasion.iri if meeting.occasion else None for meeting in pair.meetings] == events
    assert all(meeting.evidence.confidence is None and not meeting.evidence.doubtful for meeting in pair.meetings)
