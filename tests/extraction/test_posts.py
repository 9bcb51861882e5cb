"""Who holds which post, sentence by sentence; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

HEAD = "金寨县召开工作会议\n\n本报讯(记者/吴念一)3月5日，金寨县召开会议，县委书记出席。"

POSTS = [
    ("县委副书记、县长贺兰舟主持会议。", [("贺兰舟", "副书记", "金寨县委"), ("贺兰舟", "县长", "金寨县政府")]),
    ("副县长顾长河、骆小满参加。", [("顾长河", "副县长", "金寨县政府"), ("骆小满", "副县长", "金寨县政府")]),
    ("县委常委、组织部部长田野介绍。", [("田野", "常委", "金寨县委"), ("田野", "部长", "金寨县委组织部")]),
    ("县政协主席方正，副主席云中鹤，秘书长尹秋白出席。",
     [("方正", "主席", "金寨县政协"), ("云中鹤", "副主席", "金寨县政协"), ("尹秋白", "秘书长", "金寨县政协")]),
    ("六安市委常委、金寨县委书记凌霄讲话。", [("凌霄", "常委", "六安市委"), ("凌霄", "书记", "金寨县委")]),
    ("斑竹园镇党委书记石磊说。", [("石磊", "书记", "斑竹园镇党委")]),
    ("安徽青禾农业科技有限公司董事长麦小田介绍，该公司总经理谷雨参加。",
     [("麦小田", "董事长", "安徽青禾农业科技有限公司"), ("谷雨", "总经理", "安徽青禾农业科技有限公司")]),
    ("县人大常委会决定任命夏长河为金寨县人民政府副县长。", [("夏长河", "副县长", "金寨县人民政府")]),
    ("经开区党工委委员、管委会副主任江帆表示。",
     [("江帆", "委员", "六安经开区党工委"), ("江帆", "副主任", "六安经开区管委会")]),
    ("贺兰舟(县教育局局长)参加。", [("贺兰舟", "局长", "金寨县教育局")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "posts"), POSTS)
def test_posts(sheet_of: Reader, sentence: str, posts: list[tuple[str, str, str]]) -> None:
    sheet = sheet_of(HEAD + sentence + "\n")
    found = [(p.person.name, p.title, p.body.name if p.body else None) for p in sheet.holdings if p.rule != "byline"]
    assert found == posts


STATUS = [
    ("原副县长贺兰舟回忆往事。", "former"),
    ("代县长贺兰舟讲话。", "acting"),
    ("会议免去贺兰舟同志的金寨县教育局局长职务。", "former"),
    ("县长贺兰舟讲话。", "current"),
]


@pytest.mark.parametrize(("sentence", "status"), STATUS)
def test_status(sheet_of: Reader, sentence: str, status: str) -> None:
    sheet = sheet_of(HEAD + sentence + "\n")
    assert [p.status for p in sheet.holdings if p.person.name == "贺兰舟"] == [status]


def test_a_post_says_which_words_it_rests_on(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "斑竹园镇党委书记石磊说。\n")
    post = next(p for p in sheet.holdings if p.person.name == "石磊")
    assert sheet.text[post.start : post.end] == "斑竹园镇党委书记石磊"
