"""Posts: one for each body and title, called as people say it; holdings with the days that pages show."""

from __future__ import annotations

import pytest

from kg.model import Holding
from kg.resolution.posts import post_label
from tests.resolution.told import Happening, Named, Post, body, division, facts, known, named, person, told

SONG = person("宋明哲")

LABELS = [
    ("沛县县委", "书记", "沛县县委书记"),
    ("沛县政府", "县长", "沛县县长"),
    ("沛县人民政府", "常务副县长", "沛县常务副县长"),
    ("沛县政府", "秘书长", "沛县政府秘书长"),
    ("徐州市政府", "县长", "徐州市政府县长"),
    ("鼓楼区", "区领导", "鼓楼区领导"),
    ("鼓楼区", "区长", "鼓楼区区长"),
    ("鼓楼区", "领导", "鼓楼区领导"),
    ("岚川科技有限公司", "董事长", "岚川科技有限公司董事长"),
]


@pytest.mark.parametrize(("at", "title", "label"), LABELS)
def test_a_post_is_called_as_people_say_it(at: str, title: str, label: str) -> None:
    assert post_label(at, title) == label


def holding(*names: Named, post: Post) -> Holding:
    [found] = known(told("a.txt", SONG, *names, posts=[post])).holdings
    return found


def test_a_holding_has_readable_keys() -> None:
    found = holding(body("沛县政府"), post=Post("宋明哲", "副县长", "沛县政府", "acting"))
    assert found.post == "post/沛县政府-副县长"
    assert found.key == "occupancy/宋明哲-沛县政府-副县长-acting"
    assert (found.person, found.body, found.label) == ("person/宋明哲", "body/沛县政府", "沛县副县长")


SETTLED = [
    # The committee of a town is a body of its own where the pages name it.
    ([division("松涛镇"), body("松涛镇党委")], "松涛镇", "党委书记", "body/松涛镇党委", "书记"),
    ([division("松涛镇")], "松涛镇", "党委书记", "division/松涛镇", "党委书记"),
    ([body("松涛镇党委")], "松涛镇党委", "党委书记", "body/松涛镇党委", "书记"),
    ([body("沛县教育局")], "沛县教育局", "党组书记", "body/沛县教育局", "党组书记"),
    ([named("Programme", "双提行动")], "双提行动", "负责人", None, "负责人"),
]


@pytest.mark.parametrize(("names", "at", "title", "key", "core"), SETTLED)
def test_the_body_and_the_core_of_a_title(names: list[Named], at: str, title: str, key: str | None, core: str) -> None:
    found = holding(*names, post=Post("宋明哲", title, at))
    assert (found.body, found.title) == (key, core)


def test_a_post_whose_body_no_page_tells_is_the_person_s_own() -> None:
    page = told("a.txt", SONG, person("柳青禾"), posts=[Post("宋明哲", "副主任"), Post("柳青禾", "副主任")])
    assert [h.post for h in known(page).holdings] == ["post/副主任-宋明哲", "post/副主任-柳青禾"]


def days(*pages: object) -> list[list[str]]:
    return [[str(day) for day in h.attested] for h in known(*pages).holdings]  # type: ignore[arg-type]


POST = Post("宋明哲", "局长", "沛县教育局")
BUREAU = body("沛县教育局")
MET = Happening((("attendee", "宋明哲"),), "2023-05-11")


def test_the_day_of_issue_attests_a_post_or_else_the_events_that_show_the_person() -> None:
    assert days(told("a.txt", SONG, BUREAU, posts=[POST], events=[MET], issued="2023-05-12")) == [["2023-05-12"]]
    assert days(told("a.txt", SONG, BUREAU, posts=[POST], events=[MET])) == [["2023-05-11"]]
    assert days(told("a.txt", SONG, BUREAU, posts=[POST])) == [[]]


def test_neither_an_event_to_come_nor_a_former_post_attests_anything() -> None:
    planned = Happening(MET.links, "2023-06-01", planned=True)
    assert days(told("a.txt", SONG, BUREAU, posts=[POST], events=[planned])) == [[]]
    former = Post("宋明哲", "局长", "沛县教育局", "former")
    assert days(told("a.txt", SONG, BUREAU, posts=[former], issued="2023-05-12")) == [[]]


def test_one_post_told_by_two_pages_is_one_holding_with_both_days_and_both_sources() -> None:
    pages = [told(f"{n}.txt", SONG, BUREAU, posts=[POST], issued=f"2023-05-1{n}") for n in (2, 1)]
    knowledge = known(*pages)
    assert days(*pages) == [["2023-05-11", "2023-05-12"]]
    [holds] = [fact for fact in knowledge.facts if fact.predicate == "holds"]
    assert [source.article for source in holds.sources] == ["1.txt#a1", "2.txt#a1"]
    assert (holds.subject, holds.object) == ("person/宋明哲", "post/沛县教育局-局长")


def test_two_who_hold_one_post_share_it() -> None:
    page = told("a.txt", SONG, person("柳青禾"), BUREAU, posts=[POST, Post("柳青禾", "局长", "沛县教育局", "former")])
    knowledge = known(page)
    assert {h.post for h in knowledge.holdings} == {"post/沛县教育局-局长"}
    assert facts(knowledge, "holds") == {
        ("person/宋明哲", "post/沛县教育局-局长"),
        ("person/柳青禾", "post/沛县教育局-局长"),
    }
