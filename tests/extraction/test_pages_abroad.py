"""Posts and people on pages of Hong Kong, Macao, Taiwan and Chinese abroad; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

POSTS = [
    # Councils by the level that the member is told of with.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n葵青区议员贺兰舟、立法会议员田野到场。",
     [("贺兰舟", "区议员", "葵青区议会"), ("田野", "立法会议员", "立法会")]),
    ("北马时报 2010年5月4日\n\n霍山代表团来访\n代表团拜会雪州政府。望海区州议员贺兰舟、雪州行政议员田野在场。",
     [("贺兰舟", "州议员", "雪州立法议会"), ("田野", "州行政议员", "雪州政府")]),
    # The office of a town, where the article tells of such offices, and one of the county's councillors.
    ("北海时报 2010年5月4日\n\n霍山参访团来访\n"
     "参访团到竹山镇公所拜会，竹山镇镇长贺兰舟在门口迎接，南投县议员田野作陪。",
     [("贺兰舟", "镇长", "竹山镇公所"), ("田野", "县议员", "南投县议会")]),
    # A division that no table knows, whose level stands twice.
    ("千岛时报 2010年5月4日\n\n霍山代表团来访\n西爪哇省省长阿里·拉曼与霍山县县长田野会面。各县县长出席。",
     [("阿里·拉曼", "省长", "西爪哇省政府"), ("田野", "县长", "霍山县政府")]),
    # A society by its last word alone, with its parts.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n"
     "晚上，旅港霍山联谊总会设宴。总会主席贺兰舟、妇女部主任田小满等到场。总会秘书长石磊致词。",
     [("贺兰舟", "主席", "旅港霍山联谊总会"), ("田小满", "主任", "旅港霍山联谊总会妇女部"),
      ("石磊", "秘书长", "旅港霍山联谊总会")]),
    # A group of a society by its task, one known by its head alone, and a temple.
    ("港九新闻 2010年5月4日\n\n霍山代表团访港\n"
     "旅港霍山同乡会康乐组组长贺兰舟、政务司司长石磊到场。望海宫主任委员田野致词。",
     [("贺兰舟", "康乐组组长", "旅港霍山同乡会"), ("石磊", "政务司司长", "香港特区政府"),
      ("田野", "主任委员", "望海宫")]),
    # The body that closes the sentence before, whatever was told of such an office earlier.
    ("千岛时报 2010年5月4日\n\n霍山代表团来访\n"
     "霍山第一小学校长田野随团。代表团参观了望海三语学校。校长贺兰舟致词。",
     [("田野", "校长", "霍山第一小学"), ("贺兰舟", "校长", "望海三语学校")]),
    # A county of one character that is a district today.
    ("港九新闻 1996年5月4日\n\n代表团访港\n当涂的客人与代县县长石磊到场。鄞县县长田野致词。",
     [("石磊", "县长", "代县政府"), ("田野", "县长", "鄞县政府")]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "posts"), POSTS)
def test_posts(sheet_of: Reader, page: str, posts: list[tuple[str, str, str]]) -> None:
    said = [(h.person.name, h.title, h.body.name if h.body else None) for h in sheet_of(page).holdings]
    assert said == posts


HEAD = "港九新闻 2010年5月4日\n\n霍山代表团访港\n"

PEOPLE = [
    ("会长贺兰舟(Jane Ho)致词。", {"贺兰舟"}),
    ("旅港霍山同乡会会长贺兰舟致词，总经理Peter Tin(田小野)说，生意好。", {"贺兰舟", "田小野"}),
    ("市议员玛丽·费舍、会长贺兰舟出席。费舍表示，欢迎客人。", {"玛丽·费舍", "贺兰舟"}),
    ("由州议员拿督阿末·拉曼主持，会长贺兰舟致词。", {"阿末·拉曼", "贺兰舟"}),
    ("他请一名霍山师傅来港教授，会长贺兰舟说。", {"贺兰舟"}),
]


@pytest.mark.parametrize(("sentence", "names"), PEOPLE)
def test_people_go_by_one_name(sheet_of: Reader, sentence: str, names: set[str]) -> None:
    assert {f.name for f in sheet_of(HEAD + sentence + "\n").found if f.kind == "Person"} == names


EVENTS = [
    ("昨天，竹山镇镇长贺兰舟会勘海岸护岸。", "Visit"),
    ("昨天，望海宫举行秋祭，主任委员贺兰舟主持。", "Ceremony"),
    ("昨天，旅港霍山同乡会举行月会，会长贺兰舟主持。", "Meeting"),
]


@pytest.mark.parametrize(("sentence", "kind"), EVENTS)
def test_events(sheet_of: Reader, sentence: str, kind: str) -> None:
    events = sheet_of(HEAD + sentence + "\n").events
    assert [(e.type, {f.name for f in e.roles if f.kind == "Person"}) for e in events] == [(kind, {"贺兰舟"})]
