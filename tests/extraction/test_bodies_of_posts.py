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
    # What a pointing word names; a city that opens with a word of time; cities abroad.
    ("考察团来到霍山县，该县县委书记石磊、县长田野接待。",
     [("石磊", "书记", "霍山县委"), ("田野", "县长", "霍山县政府")]),
    ("考察团来到海安县，受到该县县长石磊欢迎。", [("石磊", "县长", "海安县政府")]),
    ("昨日，当阳市委书记石磊到会。", [("石磊", "书记", "当阳市委")]),
    ("韩国庆尚南道青禾市市长金明洙、美国西雅图市副市长马丁·李到会。",
     [("金明洙", "市长", "青禾市政府"), ("马丁·李", "副市长", "西雅图市政府")]),
    # Officers of societies, consuls, schools of Chinese abroad.
    ("客人走访青禾会馆西区分馆，受到分馆主席石磊、商董田野、核数马秋成等欢迎。",
     [("石磊", "主席", "青禾会馆西区分馆"), ("田野", "商董", "青禾会馆西区分馆"),
      ("马秋成", "核数", "青禾会馆西区分馆")]),
    ("客人到中国驻悉尼总领事馆拜会副总领事石磊。", [("石磊", "副总领事", "中国驻悉尼总领事馆")]),
    ("青禾华小校长石磊说，董事长贺兰舟捐款。",
     [("石磊", "校长", "青禾华小"), ("贺兰舟", "董事长", "青禾华小")]),
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


PAGES = [
    # Prefectures and communes: as the page calls them, not as they are today.
    ("1983年3月12日\n\n中共寿县县委主办\n\n县委召开三级干部会\n本报讯 县委书记石磊主持。六安地委副书记田野、行署副专员贺兰舟到会。地区社队企业局局长马秋参加。",
     [("石磊", "书记", "寿县县委"), ("田野", "副书记", "六安地委"), ("贺兰舟", "副专员", "六安地区行署"),
      ("马秋", "局长", "六安地区社队企业局")]),
    ("1963年3月12日\n\n寿县报\n\n干部下队\n本报讯 六安专署工作组来到青禾公社。专署副专员田野带队，专署农业局科长马秋参加。"
     "公社社长贺兰舟陪同。在白石大队，大队党支部书记石磊介绍了情况。",
     [("田野", "副专员", "六安专署"), ("马秋", "科长", "六安专署农业局"),
      ("贺兰舟", "社长", "青禾公社管理委员会"), ("石磊", "书记", "白石大队党支部")]),
    # Banners by the name that the page prints, their villages and towns, and a district's guests.
    ("2014年8月14日\n\n中共科右中旗委员会主办\n\n科右中旗抗旱\n本报讯 旗委书记石磊来到青禾苏木，苏木达田野汇报。在白石嘎查，嘎查长贺兰舟说，全旗受旱。",
     [("石磊", "书记", "科右中旗委"), ("田野", "苏木达", "青禾苏木政府"), ("贺兰舟", "嘎查长", "白石嘎查委员会")]),
    ("2014年8月14日\n\n中共科右中旗委员会主办\n\n客人来我旗\n本报讯 怀柔区考察团到我旗考察。怀柔区发展和改革委员会主任石磊、区教育委员会副主任田野、区农村工作委员会副主任贺兰舟随团。",
     [("石磊", "主任", "怀柔区发展和改革委员会"), ("田野", "副主任", "怀柔区教育委员会"),
      ("贺兰舟", "副主任", "怀柔区农村工作委员会")]),
    # A town that its article names by its school alone.
    ("2001年4月12日\n\n寿县报\n\n教学楼动工\n本报讯 青禾镇小学教学楼动工。\n\n奖学金颁发\n本报讯 4月8日，青禾中学颁奖。校长石磊主持，镇委副书记田野到会。",
     [("石磊", "校长", "青禾中学"), ("田野", "副书记", "青禾镇委")]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "posts"), PAGES)
def test_bodies_of_pages(sheet_of: Reader, page: str, posts: list[tuple[str, str, str | None]]) -> None:
    said = {(h.person.name, h.title, h.body.name if h.body else None) for h in sheet_of(page).holdings}
    assert set(posts) <= said
