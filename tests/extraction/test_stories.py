"""Parts of one report under subheadings, pictures and day lines, and who took part in what they tell of."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.test_events import HEAD, bodies, people

OPENING = "金寨商会换届大会举行\n\n本报讯(记者/吴念一)3月5日晚，金寨商会换届大会在金寨宾馆举行，会长凌霄主持。\n\n"

UNDER = [
    ("凌霄方立诚出席\n\n市商会会长方立诚、县工会主席贺兰舟等到场祝贺。", {"方立诚", "贺兰舟"}),
    ("方立诚：同心做事\n\n市商会会长方立诚表示，要同心做事，共谋发展。", {"方立诚"}),
    ("高朋满座\n\n当晚，市商会会长方立诚、县工会主席贺兰舟出席大会。", {"方立诚", "贺兰舟"}),
    ("共话发展\n\n会上，市商会会长方立诚致辞。", {"方立诚"}),
    ("再谋新篇\n\n会长凌霄感谢市商会会长方立诚到会。", {"方立诚"}),
]


@pytest.mark.parametrize(("part", "guests"), UNDER, ids=[row[0][:6] for row in UNDER])
def test_who_comes_under_a_subheading_took_part(sheet_of: Reader, part: str, guests: set[str]) -> None:
    (event,) = sheet_of(f"{OPENING}{part}\n").events
    assert set(people(event)) == {"凌霄", *guests}


def test_a_picture_of_guests_received_is_a_meeting(sheet_of: Reader) -> None:
    picture = "图为县委书记叶知秋(右)会见霍山商会会长方立诚(左)。 吴念一 摄\n"
    events = sheet_of(f"{OPENING}{picture}").events
    assert [(e.type, set(people(e))) for e in events] == [("Meeting", {"凌霄"}), ("Meeting", {"叶知秋", "方立诚"})]


THERE = [
    ("会上，县教育局、霍山一中分别作了交流发言。", {"金寨县教育局": "speaker", "霍山一中": "speaker"}),
    ("县政府有关部门负责人参加会议。", {}),
    ("县教育局介绍了情况，承办单位霍山一中当众表了态。", {"金寨县教育局": "speaker", "霍山一中": "speaker"}),
    ("去年，县教育局专门成立工作专班。", {}),
    ("安徽青禾农业科技有限公司董事长顾长河与霍山一中校长方立诚签署协议。",
     {"安徽青禾农业科技有限公司": "signatory", "霍山一中": "signatory"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), THERE, ids=[row[0][:12] for row in THERE])
def test_which_bodies_took_part(sheet_of: Reader, sentence: str, wanted: dict[str, str]) -> None:
    sheet = sheet_of(HEAD + "3月5日，县领导召开会议，县委书记凌霄主持会议。" + sentence + "\n")
    assert bodies(sheet.events[0]) == wanted


HOLDERS = [
    ("3月5日，应金寨县工商联邀请，霍山商会会长凌霄率团到金寨县考察。", "金寨县工商联"),
    ("3月5日，金寨商会“同心圆”迎春晚宴在县城举行，会长凌霄出席。", "金寨商会"),
    ("金寨商会昨晚七时假县宾馆礼堂设宴，会长凌霄致辞。", "金寨商会"),
    ("金寨商会日前假县宾馆礼堂举行就职典礼，会长凌霄出席。", "金寨商会"),
    ("3月5日，民建金寨县委到油坊店乡开展调研，县长凌霄陪同。", "民建金寨县委"),
]


@pytest.mark.parametrize(("sentence", "holder"), HOLDERS, ids=[row[1] + row[0][:4] for row in HOLDERS])
def test_whose_event_it_is(sheet_of: Reader, sentence: str, holder: str) -> None:
    (event,) = sheet_of(HEAD + sentence + "\n").events
    assert holder in bodies(event)


def test_a_delegation_is_where_its_leaders_go_on_to(sheet_of: Reader) -> None:
    text = "3月1日至3日，霍山县长凌霄率霍山县考察团来访。\n\n2日晚，金寨商会设宴招待考察团，会长方立诚致辞。\n"
    assert "霍山县考察团" in bodies(sheet_of(HEAD + text).events[1])


def test_a_meeting_on_the_first_day_of_a_visit_is_an_event_of_its_own(sheet_of: Reader) -> None:
    text = (
        "3月1日至2日，霍山县委书记凌霄率代表团来金寨县考察，副县长顾长河陪同。\n\n"
        "1日下午，两县召开座谈会，县长贺兰舟主持，县教育局局长方立诚发言。\n\n"
        "代表团还走进双河村，村支书叶知秋作了介绍。\n"
    )
    events = sheet_of(HEAD + text).events
    assert [(e.type, set(people(e))) for e in events] == [
        ("Visit", {"凌霄", "顾长河", "叶知秋"}),
        ("Meeting", {"贺兰舟", "方立诚", "凌霄", "顾长河"}),
    ]


def test_a_delegation_led_by_another_is_not_that_of_the_visit_before(sheet_of: Reader) -> None:
    text = "3月1日，霍山县委书记凌霄到金寨县考察。\n\n3月4日，副市长方立诚率代表团访问金寨县，县长贺兰舟陪同。\n"
    assert [set(people(e)) for e in sheet_of(HEAD + text).events] == [{"凌霄"}, {"方立诚", "贺兰舟"}]


def test_a_headline_may_name_what_its_text_tells_in_parts(sheet_of: Reader) -> None:
    text = (
        "霍山县考察团来我县考察\n\n本报讯 座谈会上，县长贺兰舟致辞。\n\n考察团到了双河村，副县长顾长河、方立诚陪同。\n"
    )
    (event,) = sheet_of("2023年3月6日 星期一\n\n" + text).events
    assert (event.type, set(people(event))) == ("Visit", {"贺兰舟", "顾长河", "方立诚"})


def test_a_marked_caption_between_headline_and_dateline_is_no_story(sheet_of: Reader) -> None:
    text = (
        "金寨商会换届\n\n■凌霄与贺兰舟在会上合影。\n\n本报讯(记者/吴念一)3月5日，金寨商会召开换届大会，会长凌霄主持。\n"
    )
    (event,) = sheet_of("2023年3月6日 星期一\n\n" + text).events
    assert "凌霄" in people(event)


def test_a_sentence_that_a_picture_cut_in_two_goes_on_below_it(sheet_of: Reader) -> None:
    (event,) = sheet_of(
        "2023年3月6日 星期一\n\n几家客人一桌谈\n\n本报讯(记者/吴念一)3月5日上午，三支考察组同坐一张长桌，把茶叶产业\n"
        "图为茶园。\n吴念一 摄\n摊开来谈。县长贺兰舟主持座谈会。\n"
    ).events
    assert (event.type, str(event.date)) == ("Meeting", "2023-03-05")
