"""Names of bodies in invented sentences of one county's page: where they begin and end, and what they are in full."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

PAGE = "定西日报 2019年3月5日 第1版\n\n渭源县召开会议\n\n本报讯(记者/吴念一)渭源县召开会议，县委书记、县长出席。{}\n"

FOUND = [
    # Committees by their full names with the session.
    ("政协第三届渭源县委员会第二次会议开幕。", "渭源县政协"),
    ("中国共产党渭源县第九届委员会第一次全体会议召开。", "渭源县委"),
    ("中国民主促进会定西市委员会到会。", "民进定西市委"),
    # Teams of a campaign, whose names hold verbs.
    ("由市委学习身边榜样教育第三指导组组长顾长河带队。", "定西市委学习身边榜样教育第三指导组"),
    # Works and troupes.
    ("顾长河参观了渭源县青石水泥厂，同厂长交谈。", "渭源县青石水泥厂"),
    ("他在渭源县山风秦剧团演出二十年。", "渭源县山风秦剧团"),
    # A university with the city that tells it from its sister.
    ("云岭科技大学(武汉)校长骆小满到会。", "云岭科技大学(武汉)"),
    # Units named right behind their body, by tasks that are verbs too.
    ("县农牧局土肥站配合，顾长河说好。", "渭源县农牧局土肥站"),
    ("县粮食局收购股的同志送来抄本。", "渭源县粮食局收购股"),
    ("县公安局出入境管理股负责人汇报。", "渭源县公安局出入境管理股"),
    ("骆小满来自兰州市财政局国有资产管理科。", "兰州市财政局国有资产管理科"),
    # A zone of the article by its kind alone, the league's committee of a level.
    ("顾长河走进兰州云岭工业园区。园区管委会副主任骆小满陪同。", "兰州云岭工业园区管委会"),
    ("共青团县委书记骆小满参加。", "共青团渭源县委"),
    # A bare level that no division of ours has is that of the body told of last.
    ("顾长河捐书给兰州市工商联。骆小满说，市工商联办得好。", "兰州市工商联"),
    # A society of the county that the article has printed with it.
    ("渭源县山歌学会换届。山歌学会有了新章程。", "渭源县山歌学会"),
    # Departments of no table, after one of the county.
    ("县林业局、畜牧局、草管局、公安局负责人参加。", "渭源县草管局"),
    ("县人才办负责人参加。", "渭源县人才办"),
    # A power company with what stands before its county.
    ("国网渭源县供电公司经理骆小满陪同。", "国网渭源县供电公司"),
    # Behind another name and a joint, before another body's level word, before a holder's name.
    ("渭源县与青石集团合作，顾长河走访了渭源县与青石集团的项目。", "青石集团"),
    ("渭源县人民政府县委书记顾长河到会。", "渭源县人民政府"),
    # Behind words that say that another body follows, and in a list with its county.
    ("来访的定西市领导还有云岭学院党委书记顾长河。", "云岭学院党委"),
    ("客人参观了青石寺、渭源县药材技术指导中心、老街。", "渭源县药材技术指导中心"),
    (
        "旅澳松涛同乡会与青年会赴悉尼参加晚宴，青年会青年多，旅澳松涛同乡会与青年会会长骆小满到会。",
        "旅澳松涛同乡会青年会",
    ),
    # No rank of the post behind it.
    ("云岭华人社团联席会执行主席骆小满到会。", "云岭华人社团联席会"),
    ("云岭工业大学二级教授骆小满到会。", "云岭工业大学"),
]
NOT_FOUND = [
    ("政协第三届渭源县委员会第二次会议开幕。", "渭源县委员会"),
    ("云岭县发展格局基本形成，云岭县发展格局更好。", "云岭县发展格局"),
    ("渭源县举办新春团拜会，渭源县新春团拜活动热闹。", "渭源县新春团"),
    ("热情的旅港渭源乡亲早早来到剧场，旅港渭源乡亲很高兴。", "旅港渭源乡亲"),
    ("云岭工业大学二级教授骆小满到会。", "云岭工业大学二级"),
    ("渭源县与青石集团合作，顾长河走访了渭源县与青石集团的项目。", "渭源县与青石集团"),
    ("渭源县教育局会同团县委开展活动。", "渭源县教育局会同团县委"),
]


def test_a_further_body_with_its_own_level_word(sheet_of: Reader) -> None:
    sheet = sheet_of(PAGE.format("渭源县政府党组成员、副县长顾长河，县政府党组成员骆小满到会。"))
    assert {h.body.name for h in sheet.holdings if h.title == "成员" and h.body} == {"渭源县政府党组"}


@pytest.mark.parametrize(("sentence", "name"), FOUND)
def test_bodies_that_are_found(sheet_of: Reader, sentence: str, name: str) -> None:
    assert name in {f.name for f in sheet_of(PAGE.format(sentence)).found if f.kind == "Organization"}


@pytest.mark.parametrize(("sentence", "form"), NOT_FOUND)
def test_what_names_no_body(sheet_of: Reader, sentence: str, form: str) -> None:
    sheet = sheet_of(PAGE.format(sentence))
    assert form not in {sheet.text[f.start : f.end] for f in sheet.found if f.kind == "Organization"}


def test_a_delegation_without_its_county_is_the_one_named_before(sheet_of: Reader) -> None:
    sheet = sheet_of(PAGE.format("宜川县党政代表团来我县考察。顾长河率党政代表团参观了企业。"))
    told = [f.name for f in sheet.found if sheet.text[f.start : f.end].endswith("党政代表团")]
    assert told and set(told) == {"宜川县党政代表团"}


def test_the_government_of_a_league_is_its_administration(sheet_of: Reader) -> None:
    text = "正蓝旗召开会议\n\n本报讯(记者/吴念一)正蓝旗召开会议，旗委书记出席，正蓝旗发展快。盟长顾长河到正蓝旗调研。\n"
    sheet = sheet_of(text)
    assert {h.body.name for h in sheet.holdings if h.title == "盟长" and h.body} == {"锡林郭勒盟行署"}


def test_one_who_is_named_beside_a_known_one(sheet_of: Reader) -> None:
    sheet = sheet_of(PAGE.format("顾长河说，很好。\n新闻中心记者刘伟、顾长河报道。"))
    assert {"刘伟", "顾长河"} <= {f.name for f in sheet.found if f.kind == "Person"}


def test_guests_are_no_city(sheet_of: Reader) -> None:
    sheet = sheet_of(PAGE.format("顾长河向来宾介绍了情况，并向来宾祝酒。"))
    assert "来宾市" not in {f.name for f in sheet.found}


def test_writers_whose_names_only_blanks_part(sheet_of: Reader) -> None:
    sheet = sheet_of(PAGE.format("\n图片均由记者顾长河 骆小满 贺兰舟 摄"))
    assert {"顾长河", "骆小满", "贺兰舟"} <= {f.name for f in sheet.found if f.kind == "Person"}


@pytest.mark.parametrize("sentence", ["顾青、骆坤、贺兰舟等市领导一同参观。", "市领导顾青、骆坤、贺兰舟参观。"])
def test_people_of_a_list_that_says_what_it_is_of(sheet_of: Reader, sentence: str) -> None:
    names = {f.name for f in sheet_of(PAGE.format(sentence)).found if f.kind == "Person"}
    assert {"顾青", "骆坤", "贺兰舟"} <= names
