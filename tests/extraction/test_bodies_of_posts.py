"""At which body a post is held whose words do not name it in full; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.test_posts import HEAD

POSTS = [
    # Party organs and parts of a department that stand without their division; those of a zone; of an unnamed school.
    ("县委常委、政府党组副书记、副县长贺兰舟讲话。",
     [("贺兰舟", "常委", "金寨县委"), ("贺兰舟", "副书记", "金寨县政府党组"), ("贺兰舟", "副县长", "金寨县政府")]),
    ("公安局党委书记、局长贺兰舟参加。", [("贺兰舟", "书记", "金寨县公安局党委"), ("贺兰舟", "局长", "金寨县公安局")]),
    ("霍山县副县长石磊，商务局办公室主任贺兰舟参加。",
     [("石磊", "副县长", "霍山县政府"), ("贺兰舟", "主任", "霍山县商务局办公室")]),
    ("财政局预算股股长贺兰舟、教育局办公室主任石磊参加。",
     [("贺兰舟", "股长", "金寨县财政局预算股"), ("石磊", "主任", "金寨县教育局办公室")]),
    ("成都高新区党工委委员、管委会副主任、政法委书记贺兰舟参加。",
     [("贺兰舟", "委员", "成都高新区党工委"), ("贺兰舟", "副主任", "成都高新区管委会"),
      ("贺兰舟", "书记", "成都高新区政法委")]),
    ("我校副校长贺兰舟、党政办主任石磊参加。", [("贺兰舟", "副校长", None), ("石磊", "主任", None)]),
    # Nominees; posts whose own words tell the body; envoys by their field.
    ("县委常委、副县长提名人选贺兰舟参加。", [("贺兰舟", "常委", "金寨县委"), ("贺兰舟", "副县长", "金寨县政府")]),
    ("国务委员兼国防部长贺兰舟到皖。", [("贺兰舟", "国务委员", "国务院"), ("贺兰舟", "部长", "国防部")]),
    ("中国驻悉尼侨务领事贺兰舟参加。", [("贺兰舟", "侨务领事", "中国驻悉尼总领事馆")]),
    ("省水利厅正厅长级干部贺兰舟到会。", [("贺兰舟", "正厅长级干部", "安徽省水利厅")]),
    # Groups that are sent out; societies of three characters; a society's council; a post before other words.
    ("市委主题教育第二巡回指导组组长贺兰舟讲话。", [("贺兰舟", "组长", "六安市委主题教育第二巡回指导组")]),
    ("青禾集团副总裁石磊，工友会荣誉会长贺兰舟，立法会议员、新风党副主席田野到会。",
     [("石磊", "副总裁", "青禾集团"), ("贺兰舟", "荣誉会长", "工友会"), ("田野", "立法会议员", "立法会"),
      ("田野", "副主席", "新风党")]),
    ("客人到访青禾同乡会，受到该会顾问贺兰舟，咨议会主席石磊接待。",
     [("贺兰舟", "顾问", "青禾同乡会"), ("石磊", "主席", "青禾同乡会咨议会")]),
    ("省歌舞剧院副院长、此次访沪演出团团长贺兰舟谢幕。",
     [("贺兰舟", "副院长", "安徽省歌舞剧院"), ("贺兰舟", "团长", "沪演出团")]),
    # Guests and ours in one sentence.
    ("霍山县委书记石磊率党政考察团来我县考察，县委书记贺兰舟，县委副书记、县长田野陪同。",
     [("石磊", "书记", "霍山县委"), ("贺兰舟", "书记", "金寨县委"), ("田野", "副书记", "金寨县委"),
      ("田野", "县长", "金寨县政府")]),
    ("霍山县政协主席石磊一行到金寨考察，县政协主席贺兰舟陪同。",
     [("石磊", "主席", "霍山县政协"), ("贺兰舟", "主席", "金寨县政协")]),
    ("县委书记贺兰舟会见霍山县委书记石磊一行，副县长田野参加会见。",
     [("贺兰舟", "书记", "金寨县委"), ("石磊", "书记", "霍山县委"), ("田野", "副县长", "金寨县政府")]),
    # Deputies elected with their head, in a list or past a name that nobody read.
    ("大会选举石磊当选县工商联主席、总商会会长，田野、贺兰舟当选副主席。",
     [("石磊", "主席", "金寨县工商联"), ("石磊", "会长", "总商会"), ("田野", "副主席", "金寨县工商联"),
      ("贺兰舟", "副主席", "金寨县工商联")]),
    # Titles of honour, parts of missions, a council's term, companies without their legal form.
    ("槟城青禾会馆主席拿督贺兰舟到会。", [("贺兰舟", "主席", "槟城青禾会馆")]),
    ("中国驻法国公使石磊，领侨处主任田野到会。",
     [("石磊", "公使", "中国驻法国大使馆"), ("田野", "主任", "中国驻法国大使馆领侨处")]),
    ("选举石磊为县茶叶协会第三届理事会会长。", [("石磊", "会长", "金寨县茶叶协会")]),
    ("青岚科技董事长石磊，大为公司副总裁贺兰舟到会。",
     [("石磊", "董事长", "青岚科技"), ("贺兰舟", "副总裁", "大为公司")]),
    ("六安市青禾商会会长石磊、党支部书记贺兰舟到会。",
     [("石磊", "会长", "六安市青禾商会"), ("贺兰舟", "书记", "六安市青禾商会党支部")]),
    ("县四套班子主要领导石磊、贺兰舟出席。", [("石磊", "领导", "金寨县"), ("贺兰舟", "领导", "金寨县")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "posts"), POSTS)
def test_bodies(sheet_of: Reader, sentence: str, posts: list[tuple[str, str, str | None]]) -> None:
    sheet = sheet_of(HEAD + sentence + "\n")
    found = [(p.person.name, p.title, p.body.name if p.body else None) for p in sheet.holdings if p.rule != "byline"]
    assert found == posts


def test_a_nominee_has_not_got_the_post_yet(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "县委常委、副县长提名人选贺兰舟参加。\n")
    assert {p.title: p.status for p in sheet.holdings if p.person.name == "贺兰舟"} == {
        "常委": "current",
        "副县长": "acting",
    }
