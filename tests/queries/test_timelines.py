"""Careers and successions in the order of their days, with the pages' words, and contradictions."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Store

from kg.decisions import Apart, Decision, Reference
from kg.errors import QueryError
from kg.queries import timelines
from tests.resolution.told import Post, Told, body, known, person, told
from tests.stores import store

PEOPLE = (person("宋明哲"), person("柳青禾"), person("何书远"), body("沛县教育局"), body("沛县政府"))


def telling(id: str, issued: str | None, *posts: Post) -> Told:
    return told(id, *PEOPLE, posts=posts, issued=issued, headline=f"{id}头条")


def at(who: str, title: str, where: str = "沛县教育局", status: str = "current", **more: object) -> Post:
    return Post(who, title, where, status, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def graph() -> Store:
    return store(
        known(
            telling("e.txt", "2023-05-11", at("宋明哲", "副县长", "沛县政府", change=("began", "2023-05-10"))),
            telling("a.txt", "2019-01-02", at("宋明哲", "局长"), at("何书远", "副局长")),
            telling("b.txt", "2020-06-01", at("宋明哲", "局长")),
            telling("c.txt", "2020-06-01", at("柳青禾", "局长")),
            telling("d.txt", "2021-03-04", at("柳青禾", "局长"), at("宋明哲", "局长", status="former")),
            telling("f.txt", None, at("何书远", "局长")),
        )
    )


def test_a_career_is_told_in_order_with_pages_and_words(graph: Store) -> None:
    [told_] = timelines(graph, "宋明哲")
    assert (told_.kind, told_.label) == ("Person", "宋明哲")
    assert [stage.label for stage in told_.stages] == ["沛县教育局局长", "沛县副县长"]
    bureau, county = told_.stages
    assert [(spell.status, spell.first, spell.last) for spell in bureau.spells] == [
        ("current", "2019-01-02", "2020-06-01"),
        ("former", None, None),
    ]
    assert [(each.day, each.status, each.quote.file) for each in bureau.attestations] == [
        ("2019-01-02", "current", "a.txt"),
        ("2020-06-01", "current", "b.txt"),
        ("2021-03-04", "former", "d.txt"),
    ]
    assert {each.quote.text for each in bureau.attestations} == {"宋明哲"}
    [spell] = county.spells
    assert spell.began is not None and spell.ended is None
    assert (spell.began.date, spell.first) == ("2023-05-10", "2023-05-11")
    assert [quote.file for quote in spell.began.evidence.quotes] == ["e.txt"]


def test_the_holders_of_a_post_in_order_who_has_no_day_last(graph: Store) -> None:
    [told_] = timelines(graph, "沛县教育局局长")
    assert told_.kind == "Post"
    assert [stage.person.label for stage in told_.stages] == ["宋明哲", "柳青禾", "何书远"]


def test_who_leaves_comes_before_who_takes_over_on_the_same_day() -> None:
    page = telling(
        "a.txt",
        "2019-01-03",
        at("柳青禾", "局长", change=("began", "2019-01-02")),
        at("宋明哲", "局长", status="former", change=("ended", "2019-01-02")),
    )
    [told_] = timelines(store(known(page)), "沛县教育局局长")
    assert [stage.person.label for stage in told_.stages] == ["宋明哲", "柳青禾"]
    assert told_.contradictions == ()


@pytest.mark.parametrize("name", ["沛县教育局局长", "宋明哲", "柳青禾"])
def test_two_heads_on_one_day_are_reported_from_every_side(graph: Store, name: str) -> None:
    [told_] = timelines(graph, name)
    [found] = told_.contradictions
    assert (found.label, found.day, found.more) == ("沛县教育局局长", "2020-06-01", 0)
    assert {(found.first.label, found.first_quote.file), (found.second.label, found.second_quote.file)} == {
        ("宋明哲", "b.txt"),
        ("柳青禾", "c.txt"),
    }


@pytest.mark.parametrize("name", ["沛县教育局局长", "宋明哲"])
def test_who_is_kept_apart_contradicts_nobody(name: str) -> None:
    pages = [telling(f"{who}.txt", "2020-06-01", at(who, "局长")) for who in ("宋明哲", "柳青禾")]
    sides = Reference("宋明哲"), Reference("柳青禾")
    decision = Decision(Apart(*sides), "温如玉", date(2024, 1, 2), "一正一代")
    for given, count in (([], 1), ([decision], 0)):
        [told_] = timelines(store(known(*pages, decisions=given)), name)
        assert len(told_.contradictions) == count


NAMES = {
    "exact before part": ("沛县教育局局长", ["沛县教育局局长"]),
    "part of a post": ("教育局", ["沛县教育局局长", "沛县教育局副局长"]),
    "part of a name": ("明哲", ["宋明哲"]),
    "blanks do not count": ("宋 明 哲", ["宋明哲"]),
}


@pytest.mark.parametrize("case", NAMES)
def test_names(graph: Store, case: str) -> None:
    name, labels = NAMES[case]
    assert [each.label for each in timelines(graph, name)] == labels


def test_a_name_that_nobody_and_no_post_has_is_an_error(graph: Store) -> None:
    with pytest.raises(QueryError, match="查无此人"):
        timelines(graph, "查无此人")
