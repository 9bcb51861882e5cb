"""Persons: one on a page by name; across pages only where something is shared beside the name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kg.model import Span
from tests.factory import article, page
from tests.resolution.told import Post, Told, body, division, entities, known, named, person, told

SONG = person("宋明哲")


def at(body_name: str, title: str = "局长") -> list[Post]:
    return [Post("宋明哲", title, body_name)]


def byline(paper: str) -> list[Post]:
    return [Post("宋明哲", "记者", paper, rule="byline")]


PAGES: list[tuple[str, list[Told], int]] = [
    ("twice on a page", [told("a.txt", SONG, SONG)], 1),
    ("in one county", [told("a.txt", SONG), told("b.txt", SONG)], 1),
    ("in two counties", [told("a.txt", SONG), told("b.txt", SONG, here="丰县")], 2),
    ("in a county and on its city's page", [told("a.txt", SONG), told("b.txt", SONG, here="徐州市")], 1),
    (
        "in two counties and on their city's page",
        [told("a.txt", SONG), told("b.txt", SONG, here="丰县"), told("c.txt", SONG, here="徐州市")],
        3,
    ),
    ("where no page says what region it tells of", [told("a.txt", SONG, here=None), told("b.txt", SONG, here=None)], 2),
    (
        "at one body, told by pages of two counties",
        [
            told("a.txt", SONG, body("洋县教育局"), posts=at("洋县教育局")),
            told("b.txt", SONG, body("洋县教育局"), posts=at("洋县教育局", "副局长"), here="丰县"),
        ],
        1,
    ),
    (
        "at one national body, told by pages of two counties",
        [
            told("a.txt", SONG, body("岚川科技有限公司"), posts=at("岚川科技有限公司", "总经理")),
            told("b.txt", SONG, body("岚川科技有限公司"), posts=at("岚川科技有限公司", "总经理"), here="洋县"),
        ],
        1,
    ),
    (
        "a visitor and a local of that name",
        [
            told("a.txt", SONG, body("洋县教育局"), posts=at("洋县教育局")),
            told("b.txt", SONG, body("沛县教育局"), posts=at("沛县教育局")),
        ],
        2,
    ),
    (
        "in two offices of one county",
        [
            told("a.txt", SONG, body("沛县教育局"), posts=at("沛县教育局")),
            told("b.txt", SONG, body("沛县政府"), posts=at("沛县政府", "副县长"), here="徐州市"),
        ],
        1,
    ),
    (
        "an official who coaches a team of the county",
        [
            told("a.txt", SONG, body("沛县教育局"), posts=at("沛县教育局")),
            told("b.txt", SONG, body("沛县田径队"), posts=at("沛县田径队", "教练")),
        ],
        1,
    ),
    (
        "reporters of one paper, from two counties",
        [
            told("a.txt", SONG, body("云岭日报"), posts=byline("云岭日报"), authors=["宋明哲"]),
            told("b.txt", SONG, authors=["宋明哲"], here="洋县"),
        ],
        1,
    ),
    (
        "reporters of two papers",
        [
            told("a.txt", SONG, authors=["宋明哲"]),
            told("b.txt", SONG, authors=["宋明哲"], publication="青澜晚报"),
        ],
        2,
    ),
    (
        "a reporter and an official of the same county",
        [told("a.txt", SONG, authors=["宋明哲"]), told("b.txt", SONG, body("沛县教育局"), posts=at("沛县教育局"))],
        2,
    ),
]


@pytest.mark.parametrize(("pages", "count"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_persons_of_one_name(pages: list[Told], count: int) -> None:
    assert len(entities(known(*pages), "Person")) == count
    assert len(entities(known(*reversed(pages)), "Person")) == count


def test_namesakes_are_called_after_what_tells_them_apart() -> None:
    knowledge = known(
        told("a.txt", SONG), told("b.txt", SONG, here="丰县"), told("c.txt", SONG, authors=["宋明哲"]),
        told("d.txt", SONG, here=None, publication=None),
    )  # fmt: skip
    assert [entity.key for entity in entities(knowledge, "Person")] == [
        "person/宋明哲-d-a1",
        "person/宋明哲-丰县",
        "person/宋明哲-云岭日报",
        "person/宋明哲-沛县",
    ]


def test_a_name_with_and_without_its_dot_is_one() -> None:
    page = told("a.txt", person("阿依古丽·买买提"), named("Person", "阿依古丽 买买提"), division("沛县"))
    [someone] = entities(known(page), "Person")
    assert {someone.label, *someone.alternatives} == {"阿依古丽·买买提", "阿依古丽 买买提"}


def office(surname: str, title: str) -> Told:
    """A page of its own on the holder of one post."""
    name = f"{surname}明哲"
    return told(f"{surname}.txt", person(name), body("沛县县委"), posts=[Post(name, title, "沛县县委")])


def test_the_one_head_of_a_body_under_two_surnames_is_one_person() -> None:
    [head] = entities(known(office("宋", "书记"), office("朱", "书记")), "Person")
    assert {head.label, *head.alternatives} == {"宋明哲", "朱明哲"}


def test_a_page_that_names_both_heads_tells_them_apart() -> None:
    names = ("宋明哲", "朱明哲")
    posts = [Post(name, "书记", "沛县县委") for name in names]
    assert len(entities(known(told("a.txt", *map(person, names), body("沛县县委"), posts=posts)), "Person")) == 2


def test_deputies_with_one_given_name_may_be_one_and_the_reason_is_told() -> None:
    knowledge = known(office("宋", "副书记"), office("罗", "副书记"), office("江", "委员"))
    assert len(entities(knowledge, "Person")) == 3
    [doubt] = [fact for fact in knowledge.facts if fact.predicate == "possiblySame"]
    assert {doubt.subject, doubt.object} == {"person/宋明哲", "person/罗明哲"}
    assert "副书记" in doubt.rules[0]
    assert {source.span.page for source in doubt.sources} == {"宋.txt", "罗.txt"}


def holding(*posts: tuple[str, str, str]) -> list[Post]:
    return [Post(*post) for post in posts]


MISPRINTS: list[tuple[str, Told, int]] = [
    ("a character that looks alike", told("a.txt", person("谭守清"), person("潭守清"), mark="。"), 1),
    ("a character that no table knows", told("a.txt", person("谭守均"), person("谭守圴"), mark="。"), 1),
    ("a character that looks otherwise", told("a.txt", person("谭守花"), person("谭守军"), mark="。"), 2),
    ("both in one sentence", told("a.txt", person("谭守清"), person("潭守清")), 2),
    ("short names", told("a.txt", person("谭清"), person("谭请"), mark="。"), 2),
    (
        "short names of one post",
        told(
            "a.txt", person("谭健"), person("谭建"), body("沛县县委"), mark="。",
            posts=holding(("谭健", "书记", "沛县县委"), ("谭建", "书记", "沛县县委")),
        ),
        1,
    ),
    (
        "two posts and characters that look somewhat alike",
        told(
            "a.txt", person("谭守玲"), person("谭守珍"), body("沛县县委"), body("沛县一中"), mark="。",
            posts=holding(("谭守玲", "书记", "沛县县委"), ("谭守珍", "校长", "沛县一中")),
        ),
        2,
    ),
    ("names that are printed again and again", told("a.txt", *[person("谭守玲"), person("谭守珍")] * 3, mark="。"), 2),
    ("two characters", told("a.txt", person("谭守清"), person("潭守请"), mark="。"), 2),
]  # fmt: skip


@pytest.mark.parametrize(("page", "count"), [row[1:] for row in MISPRINTS], ids=[row[0] for row in MISPRINTS])
def test_misprints_on_one_page(page: Told, count: int) -> None:
    assert len(entities(known(page), "Person")) == count


def words(id: str, text: str, *names: str, issued: str = "2019-03-05", posts: Iterable[Post] = ()) -> Told:
    """A page whose one article is `text`, in which persons and bodies are named."""
    where, spans = told(id, *(named(*name.split(":")) for name in names), issued=issued, posts=posts), []
    at = 0
    for mention in where.extraction.mentions:
        start = text.index(mention.text, at)
        spans.append(replace(mention, span=Span(id, start, start + len(mention.text))))
        at = start + 1
    near = where.page.articles[0].region
    return Told(
        page(text, article(text, page=id, region=near), id=id, publication="云岭日报", issued=issued, region=near),
        replace(where.extraction, mentions=tuple(spans)),
    )


HEAD = [Post("宋明哲", "副县长", "沛县政府")]
SAID: list[tuple[str, str, int]] = [
    ("no calling", "副县长宋明哲讲话。\n宋明哲说，路通了。", 1),
    ("a calling in another paragraph", "副县长宋明哲讲话。\n农民宋明哲今年收了八百斤。宋明哲很高兴。", 2),
    ("an age that fits no office", "副县长宋明哲讲话。\n十一岁的学生宋明哲领了奖。", 2),
    ("a bare name after the paragraph", "副县长宋明哲讲话。\n牧民宋明哲唱了歌。\n宋明哲要求抓好落实。", 2),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_an_official_and_another_of_that_name_in_one_article(text: str, count: int) -> None:
    names = ["Organization:沛县政府:副县长", *["Person:宋明哲"] * text.count("宋明哲")]
    where = words("a.txt", text, *names, posts=HEAD)
    people = entities(known(where), "Person")
    assert len(people) == count


SIGNED: list[tuple[str, list[Post], int]] = [
    ("no title", [], 1),
    ("as a correspondent", [Post("宋明哲", "通讯员", "云岭日报", rule="byline")], 1),
    ("as a reporter", byline("云岭日报"), 2),
]


@pytest.mark.parametrize(("bylines", "count"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED])
def test_an_official_and_a_writer_of_that_name_in_one_article(bylines: list[Post], count: int) -> None:
    text = "副县长宋明哲讲话。\n云岭日报宋明哲"
    names = ["Organization:沛县政府:副县长", "Person:宋明哲", "Organization:云岭日报", "Person:宋明哲"]
    where = words("a.txt", text, *names, posts=[*HEAD, *bylines])
    signer = where.extraction.mentions[-1].id
    posts = [replace(post, person=signer) if post.rule == "byline" else post for post in where.extraction.posts]
    told_by = replace(where.extraction, posts=tuple(posts), authors=(signer,))
    assert len(entities(known(replace(where, extraction=told_by)), "Person")) == count


SPOKEN: list[tuple[str, str, int]] = [
    ("a bare name", "副县长谭守花讲话。\n谭守军说，路通了。", 1),
    ("two titles", "副县长谭守花讲话。\n村民谭守军说，路通了。", 2),
    ("one beside another", "副县长谭守花讲话。\n大家和谭守军都说，路通了。", 2),
    ("one of kin", "副县长谭守花讲话。\n弟弟谭守军说，路通了。", 2),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in SPOKEN], ids=[row[0] for row in SPOKEN])
def test_whoever_is_never_introduced_bears_the_other_name(text: str, count: int) -> None:
    posts = [Post("谭守花", "副县长", "沛县政府")] + [Post("谭守军", "村民")] * ("村民" in text)
    where = words("a.txt", text, "Organization:沛县政府:副县长", "Person:谭守花", "Person:谭守军", posts=posts)
    assert len(entities(known(where), "Person")) == count


def test_a_surname_of_two_characters_leaves_a_short_name() -> None:
    assert len(entities(known(told("a.txt", person("欧阳清"), person("欧阳请"), mark="。")), "Person")) == 2


def test_a_bare_name_is_the_officials() -> None:
    text = SAID[-1][1]
    names = ["Organization:沛县政府:副县长", *["Person:宋明哲"] * 3]
    knowledge = known(words("a.txt", text, *names, posts=HEAD))
    [official] = {holding.person for holding in knowledge.holdings}
    spans = {
        s.span.start
        for f in knowledge.facts
        if f.subject == official and f.predicate == "mentionedIn"
        for s in f.sources
    }
    assert spans == {text.index("宋明哲"), text.rindex("宋明哲")}


AGES: list[tuple[str, str, str, int]] = [
    ("one age", "2019-03-05", "2021-03-05", 1),
    ("twenty years between", "2019-03-05", "2039-03-05", 2),
]


@pytest.mark.parametrize(("first", "second", "count"), [row[1:] for row in AGES], ids=[row[0] for row in AGES])
def test_ages_of_two_pages(first: str, second: str, count: int) -> None:
    pages = [
        words("a.txt", "今年四十岁的宋明哲来了。", "Person:宋明哲", issued=first),
        words("b.txt", "四十二岁的宋明哲来了。", "Person:宋明哲", issued=second),
    ]
    assert len(entities(known(*pages), "Person")) == count
