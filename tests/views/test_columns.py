"""The explorer's columns say what the graph says: nothing lost, nothing added, every quote where the page has it."""

from __future__ import annotations

import base64
import gzip
import json
from itertools import accumulate
from typing import Any

import pytest
from pyoxigraph import Store

from kg.queries import people_who_met
from kg.views.columns import Payload, payload
from kg.views.packed import packed
from kg.views.texts import texts_of
from tests.factory import PAGE, article, entity, event, fact, knowledge, page, source
from tests.sample import COMPANY, COUNTY, DEAL, FACTS, HE, LIU, PAIRS, SONG, VISIT, sample, sample_page
from tests.stores import store

WHERE = page("甲大与乙二座谈，甲大看望乙二。", id="山前报.txt")
VIEWS = ("people", "bodies", "agreements", "programmes", "divisions")


@pytest.fixture(scope="module")
def graph() -> Store:
    return store(sample())


@pytest.fixture(scope="module")
def told(graph: Store) -> Payload:
    return payload(graph, texts_of([sample_page()]))


def thing(told: Payload, key: str) -> int:
    return int(told["things"]["key"].index(key))


def rows(table: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]


def words(told: Payload, quote: int) -> str:
    """What the pages' pieces hold at a quote's characters."""
    file, start, end = (told["quotes"][name][quote] for name in ("page", "start", "end"))
    pages = told["pages"]
    ((at, text),) = [
        (at, text)
        for at, text in zip(pages["starts"][file], pages["texts"][file], strict=True)
        if at <= start and end <= at + len(text)
    ]
    return str(text[start - at : end - at])


def said(told: Payload, evidence: int) -> set[str]:
    return {words(told, quote) for quote in told["evidence"]["quotes"][evidence]}


def test_columns_of_a_table_are_of_one_length(told: Payload) -> None:
    for name in ("things", "events", "parts", "links", "met", "posts", "relations", "mentions", "evidence", "quotes"):
        assert len({len(column) for column in told[name].values()}) == 1, name


def test_every_thing_and_event_is_there(told: Payload) -> None:
    assert sorted(told["things"]["key"]) == sorted(each.key for each in sample().entities)
    assert told["events"]["key"] == [VISIT, "event/2023-06-庆典"]
    assert (
        told["base"] + told["things"]["key"][0] == "https://w3id.org/regional-governance/id/" + told["things"]["key"][0]
    )


def test_every_part_in_an_event_carries_its_roles_and_quotes(told: Payload) -> None:
    roles = {
        "leader",
        "speaker",
        "attendee",
        "interviewee",
        "chair",
        "observer",
        "host",
        "signatory",
        "recipient",
        "organizer",
    }
    wanted = {(subject, target, predicate, quote) for subject, predicate, target, quote in FACTS if predicate in roles}
    found = set()
    for part in rows(told["parts"]):
        event_key, who = told["events"]["key"][part["event"]], told["things"]["key"][part["who"]]
        quotes = said(told, part["evidence"])
        for role in (told["roles"][each] for each in part["roles"]):
            found |= {(event_key, who, role, quote) for quote in quotes}
    assert wanted <= found


def test_no_meeting_is_lost(graph: Store, told: Payload) -> None:
    pairs = people_who_met(graph)
    people = told["views"]["people"]
    assert len(people["a"]) == len(pairs) == sum(predicate == "met" for _, predicate, _, _ in PAIRS)
    assert sum(people["ties"]) == len(people["tieRow"]) == len(told["met"]["a"]) == sum(len(p.meetings) for p in pairs)


def test_one_edge_carries_all_meetings_of_a_pair() -> None:
    people, meetings = ("person/甲大", "person/乙二"), ("event/座谈", "event/看望", "event/年会")
    told = payload(
        store(
            knowledge(
                WHERE,
                *(entity(key, articles=()) for key in people),
                *(event(key, articles=("山前报.txt#a1",)) for key in meetings),
                *(fact(key, "attendee", who, source(WHERE, "座谈")) for key in meetings for who in people),
                fact(people[0], "met", people[1], source(WHERE, "座谈")),
            )
        )
    )
    assert told["views"]["people"]["ties"] == [3]
    assert {told["events"]["key"][told["met"]["event"][row]] for row in told["views"]["people"]["tieRow"]} == set(
        meetings
    )


def test_who_met_at_no_event_met_all_the_same() -> None:
    people = ("person/甲大", "person/乙二")
    told = payload(
        store(knowledge(WHERE, *map(entity_alone, people), fact(people[0], "met", people[1], source(WHERE, "座谈"))))
    )
    assert told["met"]["event"] == [-1]
    assert said(told, told["met"]["evidence"][0]) == {"座谈"}


def entity_alone(key: str) -> Any:
    return entity(key, articles=())


@pytest.mark.parametrize(
    ("view", "a", "b", "kinds"),
    [
        ("people", SONG, LIU, ["meeting"]),
        ("bodies", HE, "body/云岭县教育局", ["post", "together", "together"]),
        ("bodies", "body/云岭县教育局", "body/云岭县实验学校", ["relation"]),
        ("agreements", COMPANY, DEAL, ["party"]),
        ("agreements", SONG, DEAL, ["present"]),
        ("programmes", "body/云岭县教育局", "programme/千校数字行动", ["about", "relation"]),
        ("divisions", COUNTY, "division/青澜市", ["relation"]),
    ],
)
def test_what_ties_two_things(told: Payload, view: str, a: str, b: str, kinds: list[str]) -> None:
    network = told["views"][view]
    edge = [set(ends) for ends in zip(network["a"], network["b"], strict=True)].index({thing(told, a), thing(told, b)})
    first = sum(network["ties"][:edge])
    found = network["tieKind"][first : first + network["ties"][edge]]
    assert sorted(told["tieKinds"][kind] for kind in found) == kinds


@pytest.mark.parametrize("view", VIEWS)
def test_every_node_of_a_view_has_its_place(told: Payload, view: str) -> None:
    network = told["views"][view]
    assert network["nodes"] == sorted(set(network["nodes"])) != []
    assert {*network["a"], *network["b"]} <= set(network["nodes"])
    points = list(zip(network["x"], network["y"], strict=True))
    assert len(set(points)) == len(network["nodes"])


def test_regions_are_counties(told: Payload) -> None:
    county = thing(told, COUNTY)
    for key in (SONG, HE, "body/云岭县委", "project/云岭二期工程", COMPANY, "place/松涛产业园", COUNTY):
        assert told["things"]["region"][thing(told, key)] == county, key
    assert told["events"]["region"] == [county, county]
    assert told["things"]["region"][thing(told, "division/青澜市")] == thing(told, "division/青澜市")


def test_articles_are_whole_where_the_pages_are_at_hand(told: Payload) -> None:
    where = sample_page()
    for row in rows(told["articles"]):
        (one,) = [each for each in where.articles if row["key"].endswith(f"-{each.id}")]
        assert (row["start"], row["end"], row["headline"]) == (min(one.starts), max(one.ends), one.headline)
    assert any(
        at <= where.articles[0].starts[0] and where.articles[0].ends[-1] <= at + len(text)
        for at, text in zip(told["pages"]["starts"][0], told["pages"]["texts"][0], strict=True)
    )


def test_a_graph_alone_gives_its_quotes_and_what_stands_beside_them(graph: Store) -> None:
    told = payload(graph)
    where = sample_page()
    for start, text in zip(told["pages"]["starts"][0], told["pages"]["texts"][0], strict=True):
        assert where.text[start : start + len(text)] == text
    assert told["articles"]["start"] == [-1, -1]
    assert all(words(told, quote) for quote in range(len(told["quotes"]["start"])))


def test_a_page_that_was_changed_is_not_shown_in_the_place_of_the_one_that_was_read(graph: Store) -> None:
    text = sample_page().text.replace("座谈", "恳谈")
    changed = page(text, article(text, headline="别的"), id=PAGE)
    assert payload(graph, texts_of([changed])) == payload(graph)


def test_every_term_has_chinese_and_english_words(told: Payload) -> None:
    for name in ("kinds", "types", "roles", "predicates", "statuses", "tieKinds"):
        for term in told[name]:
            chinese, english = told["terms"][term]
            assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), term
            assert english.isascii() and english


def test_an_empty_graph_gives_empty_columns() -> None:
    told = payload(store(knowledge()))
    assert told["things"]["key"] == told["views"]["people"]["nodes"] == told["quotes"]["start"] == []
    assert packed(told) == packed(payload(store(knowledge())))


def unpacked(text: str) -> Payload:
    """What `whole` of shortened.ts makes of it."""
    told: Payload = json.loads(gzip.decompress(base64.b64decode(text)))
    for path in told.pop("deltas"):
        *tables, name = path.split(".")
        table = told
        for each in tables:
            table = table[each]
        last = 0
        for row, part in enumerate(table[name]):
            if isinstance(part, list):
                table[name][row] = [last := last + step for step in part]
            else:
                table[name][row] = last = last + part
    mark, things, events, people = told.pop("mark"), told["things"], told["events"], told["views"]["people"]
    things["key"] = [key.replace(mark, label, 1) for key, label in zip(things["key"], things["label"], strict=True)]
    posts = told["posts"]
    posts["label"] = [
        things["label"][body] + label.removeprefix(mark) if label.startswith(mark) else label
        for label, body in zip(posts["label"], posts["body"], strict=True)
    ]
    posts["last"] = [first if last == mark else last for first, last in zip(posts["first"], posts["last"], strict=True)]
    headlines = told["articles"]["headline"]
    events["label"] = [
        label or headlines[articles[0]] for label, articles in zip(events["label"], events["articles"], strict=True)
    ]
    first = [tie - count for tie, count in zip(accumulate(people["ties"]), people["ties"], strict=True)]
    ends = [sorted(told["met"][end][people["tieRow"][tie]] for end in "ab") for tie in first]
    people["a"], people["b"] = people["a"] or [a for a, _ in ends], people["b"] or [b for _, b in ends]
    return told


def test_what_is_packed_can_be_read_back(told: Payload) -> None:
    whole = json.loads(json.dumps(told))
    assert unpacked(packed(told)) == whole
    assert told == payload(store(sample()), texts_of([sample_page()]))
