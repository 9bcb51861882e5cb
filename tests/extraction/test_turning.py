"""Where one event ends and another begins in short invented reports, and who took part in which."""

from __future__ import annotations

import pytest

from kg.extraction.sheet import Sheet
from tests.extraction.conftest import Reader

HEAD = "2023年3月26日 星期日\n\n金寨县召开工作会议\n\n本报讯(记者/吴念一)"

Told = list[tuple[str, str, set[str]]]


def told(sheet: Sheet) -> Told:
    """Type, day and people of each event."""
    return [(e.type, str(e.date), {f.name for f in e.roles if f.kind == "Person"}) for e in sheet.events]


TOLD: list[tuple[str, Told]] = [
    (
        "3月18日，县政府与宏顺公司签订协议。副县长凌霄、宏顺公司总经理顾长河在协议上签字。"
        "签约之前，县长贺兰舟会见了顾长河。",
        [("Signing", "2023-03-18", {"凌霄", "顾长河"}), ("Meeting", "2023-03-18", {"贺兰舟", "顾长河"})],
    ),
    (
        "3月18日晚，县文工团举行演出，歌手方正登台。\n\n第二天上午，双方座谈，县长贺兰舟同客人商量今后的往来。",
        [("Activity", "2023-03-18", {"方正"}), ("Meeting", "2023-03-19", {"贺兰舟"})],
    ),
    (
        "3月18日，安徽青禾阀门有限公司揭牌，副县长凌霄出席。\n\n"
        "当天，该公司还与上海江湾研究所签订了合同，所长顾长河在合同上签字。",
        [("Ceremony", "2023-03-18", {"凌霄"}), ("Signing", "2023-03-18", {"顾长河"})],
    ),
    (
        "3月18日至20日，副省长凌霄到我县考察，县长贺兰舟陪同。\n\n19日，凌霄一行考察了双河村，村支书顾长河汇报。",
        [("Visit", "2023-03-18", {"凌霄", "贺兰舟", "顾长河"})],
    ),
    (
        "3月18日至20日，县委书记凌霄率考察团到江苏考察。\n\n19日，考察团一行来到东海县，县长顾长河陪同考察。",
        [("Visit", "2023-03-18", {"凌霄"}), ("Visit", "2023-03-19", {"凌霄", "顾长河"})],
    ),
    (
        "十八至二十日，商会会长凌霄率团来我县考察，县长贺兰舟陪同。",
        [("Visit", "2023-03-18", {"凌霄", "贺兰舟"})],
    ),
    (
        "3月18日，省商会会长凌霄率考察团来我县考察。当天下午，两地召开座谈会，县长贺兰舟主持会议。\n\n"
        "会上，县商务局局长顾长河介绍了情况。\n\n考察团还参观了双河村，村支书方正陪同。",
        [("Visit", "2023-03-18", {"凌霄", "方正"}), ("Meeting", "2023-03-18", {"贺兰舟", "顾长河"})],
    ),
    (
        "3月18日，县长贺兰舟会见了省商会会长凌霄率领的考察团一行。\n\n"
        "当天中午，副县长顾长河设宴招待客人，侨联主席方正作陪。",
        [("Meeting", "2023-03-18", {"贺兰舟", "凌霄"}), ("Meeting", "2023-03-18", {"顾长河", "方正", "凌霄"})],
    ),
    (
        "3月18日，县法院在双河村开展宣讲活动，法官凌霄主讲。院长顾长河告诉记者，今年已宣讲十二场。",
        [("Activity", "2023-03-18", {"凌霄"})],
    ),
    (
        "3月18日，县侨联举行捐赠仪式，会长凌霄出席。另据县教育局统计，乡亲顾长河捐二十万元给双河小学。",
        [("Ceremony", "2023-03-18", {"凌霄"})],
    ),
    (
        "3月18日，县商会新一届理事就职典礼举行，凌霄任会长，顾长河任副会长，县长贺兰舟到会祝贺。",
        [("Ceremony", "2023-03-18", {"凌霄", "顾长河", "贺兰舟"})],
    ),
    (
        "3月18日，双河镇举办宣讲会，县委常委凌霄作了宣讲，镇长顾长河主持。",
        [("Meeting", "2023-03-18", {"凌霄", "顾长河"})],
    ),
    (
        "3月18日，县政协召开常委会会议，增补凌霄、方正(女，回族)、顾长河为县政协委员。会议由县政协主席贺兰舟主持。"
        "会议任命白云为教育局局长，接替因年龄原因退下来的夏长河。",
        [("Meeting", "2023-03-18", {"贺兰舟"})],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[row[0][:24] for row in TOLD])
def test_events_and_their_people(sheet_of: Reader, text: str, wanted: Told) -> None:
    assert told(sheet_of(HEAD + text + "\n")) == wanted


def test_a_dateline_within_a_report_is_the_day_of_writing(sheet_of: Reader) -> None:
    page = "2023年3月26日\n\n商会来县考察\n\n【本报金寨二十二日电】商会会长凌霄昨日率团到金寨县考察。\n"
    assert told(sheet_of(page)) == [("Visit", "2023-03-21", {"凌霄"})]


def test_what_a_picture_cut_off_goes_on_with_the_event(sheet_of: Reader) -> None:
    page = (
        HEAD + "3月18日，县藏文中学举行落成大会，县长贺兰舟出席。\n▲图为新教学楼。吴念一 摄\n"
        "会上，教师凌霄和顾长河被授予“优秀教师”称号。\n"
    )
    assert told(sheet_of(page)) == [("Ceremony", "2023-03-18", {"贺兰舟", "凌霄", "顾长河"})]


CALLED = [
    ("3月18日，瑞士专家约翰·施密特到双河村考察。3月20日，施密特同县长贺兰舟座谈。", "约翰·施密特"),
    ("3月18日，省水利厅副厅长凌霄到双河村考察。3月20日，凌副厅长同县长贺兰舟座谈。", "凌霄"),
]


@pytest.mark.parametrize(("text", "name"), CALLED)
def test_who_is_called_by_a_part_of_his_name_or_by_his_office(sheet_of: Reader, text: str, name: str) -> None:
    assert [people for _, _, people in told(sheet_of(HEAD + text + "\n"))] == [{name}, {name, "贺兰舟"}]
