"""Who is told of at one event and who at another, in short invented reports."""

from __future__ import annotations

import pytest

from kg.extraction.sheet import FoundEvent
from tests.extraction.conftest import Reader

HEAD = "2023年3月6日 星期一\n\n金寨县召开工作会议\n\n本报讯(记者/吴念一)"
MEETING = HEAD + "3月5日，金寨县召开会议，县长贺兰舟主持会议。"


def people(event: FoundEvent) -> set[str]:
    return {f.name for f in event.roles if f.kind == "Person"}


def visited(event: FoundEvent) -> set[str]:
    return {f.name for p, f, *_ in event.links if p == "visited"}


NOT_THERE = [
    "会议还通过任命：夏长河(回族)为县民政局副局长；方立诚为县教育局局长；免去郑小满的县文化局副局长职务。",
    "会议决定任命夏长河、方立诚为副县长，郑小满等3名同志为县监察委员会委员。",
    "86岁的夏长河老人因病不能到场，托人送来一幅字。",
    "副县长夏长河在外地出差，没有参加会议。",
    "夏长河已于上月调县农业局工作。",
    "全书共18万字，安徽大学教授夏长河作序。",
    "红军战士夏长河1934年离开家乡，从此再没回来。",
    "1998年，村民夏长河在这里办起了茶厂。",
    "学校由已故华侨夏长河先生捐建。",
    "贺兰舟此前还看望了科技特派员夏长河。",
    "会议通报了县委书记夏长河的批示。",
    "据县交通局副局长方立诚统计，华侨夏长河先生捐款三万元。",
]


@pytest.mark.parametrize("sentence", NOT_THERE, ids=[row[:12] for row in NOT_THERE])
def test_the_appointed_the_absent_and_the_dead_took_no_part(sheet_of: Reader, sentence: str) -> None:
    (event,) = sheet_of(MEETING + sentence + "\n").events
    assert people(event) == {"贺兰舟"}


def test_the_kin_of_somebody_dead_may_be_there(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "3月5日，县长贺兰舟看望了烈士夏长河的母亲方秀兰。\n").events
    assert people(event) == {"贺兰舟", "方秀兰"}


PARTS = [
    (
        "3月4日晚，县委召开会议，县委书记凌霄讲话，县长贺兰舟主持。\n\n散会第二天一早，干部们就下了乡。"
        "凌霄带着县农业局局长夏长河到斑竹园镇，同镇党委书记郑小满算账。贺兰舟与县水利局局长江大河赶到双河镇。\n",
        [("2023-03-04", {"凌霄", "贺兰舟"}), ("2023-03-05", {"凌霄", "夏长河", "郑小满"}),
         ("2023-03-05", {"贺兰舟", "江大河"})],
    ),
    (
        "3月5日，县上领导分赴乡镇督查。凌霄到斑竹园镇，查看了检查点；贺兰舟与县政协副主席夏长河来到梅山镇。\n",
        [("2023-03-05", {"凌霄"}), ("2023-03-05", {"贺兰舟", "夏长河"})],
    ),
    (
        "3月5日上午，金寨县召开大会，县委书记凌霄讲话，县长贺兰舟主持。\n\n3月5日晚，贺兰舟在县宾馆会见客商代表夏长河。\n",
        [("2023-03-05", {"凌霄", "贺兰舟"}), ("2023-03-05", {"贺兰舟", "夏长河"})],
    ),
    (
        "3月5日，县长贺兰舟会见了霍山县考察团团长夏长河。会见后，夏长河与县教育局局长方立诚签署备忘录。\n",
        [("2023-03-05", {"贺兰舟", "夏长河", "方立诚"})],
    ),
    (
        "3月4日，县领导分片督查春耕。县委书记凌霄在斑竹园镇督查时，与村民夏长河算账。"
        "县长贺兰舟在双河镇听取了镇长顾长河的汇报。副县长方立诚5日到梅山镇察看蔬菜基地。\n",
        [("2023-03-04", {"凌霄", "夏长河"}), ("2023-03-04", {"贺兰舟", "顾长河"}), ("2023-03-05", {"方立诚"})],
    ),
    (
        "连日来，县领导分片督查春耕。3月4日，县委书记凌霄到斑竹园镇，与大户夏长河座谈；"
        "县长贺兰舟在双河镇察看了育苗；副县长方立诚5日到梅山镇。\n",
        [("2023-03-04", {"凌霄", "夏长河"}), ("2023-03-04", {"贺兰舟"}), ("2023-03-05", {"方立诚"})],
    ),
    (
        "春节前，县领导凌霄、贺兰舟、顾长河分头看望了教师。3月4日，凌霄到金寨一中，与校长夏长河座谈。"
        "同日，贺兰舟看望了退休教师江映月。\n",
        [("2023-03-04", {"凌霄", "夏长河"}), ("2023-03-04", {"贺兰舟", "江映月"})],
    ),
    (
        "3月3日至5日，霍山县副县长凌霄率代表团到金寨县考察。4日下午，两地召开座谈会，县长贺兰舟主持。\n\n"
        "考察期间，代表团走访了斑竹园镇。镇长方立诚陪同走访。\n",
        [("2023-03-03", {"凌霄", "方立诚"}), ("2023-03-04", {"凌霄", "贺兰舟"})],
    ),
    (
        "3月3日至4日，霍山县副县长凌霄率代表团到金寨县访问。县长贺兰舟会见了代表团，副县长顾长河、"
        "县经委主任方立诚参加会见。\n\n4日上午，双方举行会谈。凌霄与副县长夏长河签署协议。\n",
        [("2023-03-03", {"凌霄", "贺兰舟", "顾长河", "方立诚"}), ("2023-03-04", {"凌霄", "夏长河"})],
    ),
    (
        "3月4日，采访团来到金寨县。副县长顾长河介绍了情况。新华社安徽分社主任记者凌霄说，这里变化大。\n",
        [("2023-03-04", {"凌霄", "顾长河"})],
    ),
    (
        "3月4日晚，金寨县举行颁奖典礼，县长贺兰舟致辞。\n\n第二天，作家们到斑竹园镇采风，县文化局局长方立诚陪同。\n",
        [("2023-03-04", {"贺兰舟"}), ("2023-03-05", {"方立诚"})],
    ),
]  # fmt: skip


def test_two_sides_sign_something_in_a_report_without_a_day(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "金寨县医药公司与斑竹园镇签订购销合同。\n").events
    assert (event.type, {f.name for f in event.roles}) == ("Signing", {"金寨县医药公司", "斑竹园镇"})


@pytest.mark.parametrize(("text", "wanted"), PARTS, ids=[row[0][:16] for row in PARTS])
def test_who_was_together(sheet_of: Reader, text: str, wanted: list[tuple[str, set[str]]]) -> None:
    assert [(str(event.date), people(event)) for event in sheet_of(HEAD + text).events] == wanted


def test_who_came_on_a_visit_of_several_days_is_at_its_meeting(sheet_of: Reader) -> None:
    visit, meeting = sheet_of(
        HEAD + "3月3日至4日，霍山县委书记夏长河率党政代表团来我县考察。县长贺兰舟陪同。\n\n"
        "3日下午，代表团一行来到斑竹园镇，走访村民江大河家。\n\n"
        "4日上午，两县在县宾馆召开联席会议，县委书记凌霄主持。\n"
    ).events
    assert people(visit) == {"夏长河", "贺兰舟", "江大河"}
    assert people(meeting) == {"凌霄", "夏长河", "贺兰舟"}


def test_a_party_of_somebody_else_is_not_the_one_before(sheet_of: Reader) -> None:
    events = sheet_of(
        HEAD + "3月4日，霍山县委书记凌霄率党政代表团到金寨县考察。\n\n3月5日，县长贺兰舟会见了方立诚一行。\n"
    ).events
    assert [people(event) for event in events] == [{"凌霄"}, {"贺兰舟", "方立诚"}]


SEEN = [
    ("在安徽青禾农业科技有限公司(以下简称青禾公司)，凌霄边看边问。", {"安徽青禾农业科技有限公司"}),
    ("凌霄在县交通运输局、县水利局调研。", {"金寨县交通运输局", "金寨县水利局"}),
    ("最后一站是安徽青禾农业科技有限公司。", {"安徽青禾农业科技有限公司"}),
    ("凌霄走访了双河镇和梅山街道东弄村。", {"双河镇", "东弄村"}),
]


@pytest.mark.parametrize(("sentence", "wanted"), SEEN, ids=[row[0][:12] for row in SEEN])
def test_what_is_looked_at_on_the_spot_is_visited(sheet_of: Reader, sentence: str, wanted: set[str]) -> None:
    (event,) = sheet_of(HEAD + "3月5日，县委书记凌霄到斑竹园镇调研。" + sentence + "\n").events
    assert visited(event) == wanted | {"斑竹园镇"}


def test_a_spot_may_stand_without_a_preposition(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "3月5日，斑竹园镇双河村的草坪上，比赛开始，县长贺兰舟颁奖。\n").events
    assert {f.name for p, f, *_ in event.links if p == "place"} == {"双河村", "斑竹园镇"}


NAMES = [
    ("经济学家闻叔和与县长贺兰舟出席。", {"闻叔和", "贺兰舟"}),
    ("县长贺兰舟说，“武开河”的可能性不能排除。", {"贺兰舟"}),
    ("县长贺兰舟观看，农民文艺队同台献艺。", {"贺兰舟"}),
    ("县长贺兰舟要求，对沙河、梅山、陈家湾等产茶乡镇进行检查。", {"贺兰舟"}),
    ("县长贺兰舟宣布开幕，鼓乐齐鸣，彩鸽高飞。", {"贺兰舟"}),
]


@pytest.mark.parametrize(("sentence", "wanted"), NAMES, ids=[row[0][:12] for row in NAMES])
def test_names_by_what_follows_them(sheet_of: Reader, sentence: str, wanted: set[str]) -> None:
    (event,) = sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n").events
    assert people(event) == wanted


def test_a_host_does_not_lead_the_party_that_he_receives(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "3月5日，霍山县委书记凌霄率团到金寨县考察。县长贺兰舟与凌霄一行座谈。\n").events
    assert {f.name: row[0] for f, row in event.roles.items() if f.kind == "Person"} == {
        "凌霄": "leader",
        "贺兰舟": "attendee",
    }


def test_items_and_dated_paragraphs_make_a_chronicle(sheet_of: Reader) -> None:
    events = sheet_of(
        "金寨县要事记(2023年5月)\n\n1日，县长贺兰舟到双河村调研。\n\n△县茶叶协会年会开幕，顾长河致辞。\n\n"
        "2日，县委书记凌霄主持召开会议。\n"
    ).events
    assert [people(event) for event in events] == [{"贺兰舟"}, {"顾长河"}, {"凌霄"}]
