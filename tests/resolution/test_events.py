"""Events: what one article tells, what two articles tell of one, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kg.model import EventType
from kg.resolution.confidence import raw_scores
from tests.resolution.told import Happening, Named, Told, body, division, facts, known, named, person, told

PEOPLE = tuple(person(name) for name in ("宋明哲", "柳青禾", "何书远", "顾念晴", "温如玉", "邵明远"))
PLACES = (named("Place", "松涛产业园"), named("Place", "云岭广场"))


def happening(
    who: str, *, led: str = "", at: str | None = None, date: str | None = "2023-05-11", type: EventType = "Meeting"
) -> Happening:
    """An event with the people at these places of PEOPLE, and those who led it."""
    links = [("leader" if number in led else "attendee", PEOPLE[int(number)].name) for number in who]
    return Happening((*links, *([("place", at)] if at else [])), date, type)


def page(id: str, *events: Happening, **more: object) -> Told:
    return told(id, *PEOPLE, *PLACES, events=events, **more)  # type: ignore[arg-type]


TOLD_TWICE: list[tuple[str, Happening, Happening, int]] = [
    ("most in common", happening("012"), happening("013"), 1),
    ("most in common, led by one of them", happening("0123", led="3"), happening("014", led="0"), 1),
    ("most in common, led by somebody else", happening("0123"), happening("014", led="4"), 2),
    ("half in common", happening("0123"), happening("0145"), 2),
    ("one in common", happening("01"), happening("02"), 2),
    ("all of the smaller company", happening("0123"), happening("01"), 1),
    ("two in common at two places", happening("012", at="松涛产业园"), happening("012", at="云岭广场"), 2),
    ("one in common, all of one, at one place", happening("0", at="云岭广场"), happening("01", at="云岭广场"), 1),
    ("one in common, all of one, no place", happening("0"), happening("01"), 2),
    ("two days", happening("012"), happening("012", date="2023-05-12"), 2),
    ("the month only", happening("012", date="2023-05"), happening("012", date="2023-05"), 2),
    ("no day", happening("012", date=None), happening("012", date=None), 2),
    ("a visit and a meeting", happening("012", type="Visit"), happening("012"), 1),
    ("two of three at a ceremony and a meeting", happening("0123", type="Ceremony"), happening("014"), 2),
    ("a training and a meeting", happening("012", type="Training"), happening("012"), 2),
]


@pytest.mark.parametrize(("one", "other", "count"), [row[1:] for row in TOLD_TWICE], ids=[row[0] for row in TOLD_TWICE])
def test_two_articles(one: Happening, other: Happening, count: int) -> None:
    pages = [page("a.txt", one), page("b.txt", other)]
    assert len(known(*pages).events) == count
    assert known(*reversed(pages)) == known(*pages)


def test_an_article_tells_an_event_once() -> None:
    knowledge = known(page("a.txt", happening("012"), happening("012")), page("b.txt", happening("0123")))
    assert [event.articles for event in knowledge.events] == [("a.txt#a1", "b.txt#a1"), ("a.txt#a1",)]


def test_an_event_of_two_articles_has_the_key_of_the_first_and_the_words_of_the_fullest() -> None:
    pages = [
        page("a.txt", happening("01", type="Visit"), headline="短讯"),
        page("b.txt", replace(happening("0123"), end="2023-05-12"), headline="县领导走访企业 送去温暖"),
    ]
    [event] = known(*pages).events
    assert event.key == "event/2023-05-11-a-a1-1"
    assert (event.type, event.label) == ("Meeting", "2023-05-11 会议：县领导走访企业 送去温暖")
    assert (str(event.date), str(event.end_date)) == ("2023-05-11", "2023-05-12")
    assert event.articles == ("a.txt#a1", "b.txt#a1")


def test_an_event_without_day_or_headline_has_key_and_label_all_the_same() -> None:
    [event] = known(page("a.txt", happening("01", date=None))).events
    assert (event.key, event.label) == ("event/a-a1-1", "会议")


def test_an_event_is_planned_only_if_nobody_tells_that_it_happened() -> None:
    planned = replace(happening("012"), planned=True)
    assert [e.planned for e in known(page("a.txt", planned)).events] == [True]
    assert [e.planned for e in known(page("a.txt", planned), page("b.txt", happening("012"))).events] == [False]


def test_of_two_roles_the_first_of_the_list_stays() -> None:
    links = (("attendee", "宋明哲"), ("speaker", "宋明哲"), ("chair", "柳青禾"), ("place", "云岭广场"))
    knowledge = known(page("a.txt", Happening(links, "2023-05-11")))
    event = knowledge.events[0].key
    assert facts(knowledge, "speaker") == {(event, "person/宋明哲")}
    assert facts(knowledge, "chair") == {(event, "person/柳青禾")}
    assert facts(knowledge, "attendee") == set()
    assert facts(knowledge, "place") == {(event, "place/云岭广场")}


def test_what_is_reported_and_when() -> None:
    knowledge = known(page("a.txt", replace(happening("01"), end="2023-05-12")))
    event = knowledge.events[0].key
    assert facts(knowledge, "reportedIn") == {(event, "a.txt#a1")}
    assert facts(knowledge, "date") == {(event, "2023-05-11")}
    assert facts(knowledge, "endDate") == {(event, "2023-05-12")}


def both(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(f"person/{a}", f"person/{b}") for x, y in pairs for a, b in ((x, y), (y, x))}


def test_whoever_took_part_met_everybody_else_both_ways() -> None:
    links = (("chair", "宋明哲"), ("attendee", "柳青禾"), ("speaker", "何书远"), ("host", "岚川科技有限公司"))
    page_ = told("a.txt", *PEOPLE, body("岚川科技有限公司"), events=[Happening(links, "2023-05-11")])
    met = facts(known(page_), "met")
    assert met == both([("宋明哲", "柳青禾"), ("宋明哲", "何书远"), ("柳青禾", "何书远")])


def test_nobody_has_met_at_an_event_to_come() -> None:
    assert facts(known(page("a.txt", replace(happening("01"), planned=True))), "met") == set()


def test_a_meeting_is_as_sure_as_both_who_took_part_and_rests_on_the_words_about_each() -> None:
    with raw_scores():
        knowledge = known(page("a.txt", replace(happening("01"), confidence=0.5)))
    fact, back = (fact for fact in knowledge.facts if fact.predicate == "met")
    assert fact.confidence == back.confidence == 0.25
    assert len(fact.sources) == 2
    assert (fact.sources, fact.rules) == (back.sources, back.rules)


def test_an_event_in_which_nobody_takes_part_is_left_out_aloud() -> None:
    knowledge = known(page("a.txt", Happening((("place", "云岭广场"),), "2023-05-11")))
    assert knowledge.events == ()
    assert knowledge.warnings == ("a.txt#a1: event 1 has no participant and was left out",)


WRONG: list[tuple[Named, str]] = [
    (named("Programme", "双提行动"), "attendee"),
    (division("沛县"), "produced"),
    (person("宋明哲"), "visited"),
]


@pytest.mark.parametrize(("thing", "predicate"), WRONG)
def test_what_cannot_be_part_of_an_event_is_left_out_aloud(thing: Named, predicate: str) -> None:
    links = (("chair", "柳青禾"), (predicate, thing.name))
    knowledge = known(told("a.txt", person("柳青禾"), thing, events=[Happening(links, "2023-05-11")]))
    assert facts(knowledge, predicate) == set()
    [warning] = knowledge.warnings
    assert thing.name in warning and predicate in warning and "a.txt#a1" in warning
