"""Events, roles and relations in short invented reports."""

from __future__ import annotations

import pytest

from kg.extraction.sheet import FoundEvent, Sheet
from tests.extraction.conftest import Reader

HEAD = "2023年3月6日 星期一\n\n金寨县召开工作会议\n\n本报讯(记者/吴念一)"


def people(event: FoundEvent) -> dict[str, str]:
    return {f.name: row[0] for f, row in event.roles.items() if f.kind == "Person"}


def bodies(event: FoundEvent) -> dict[str, str]:
    return {f.name: row[0] for f, row in event.roles.items() if f.kind != "Person"}


def links(event: FoundEvent, predicate: str) -> set[str]:
    return {f.name for p, f, *_ in event.links if p == predicate}


def test_a_meeting_with_chair_attendees_and_observers(sheet_of: Reader) -> None:
    sheet = sheet_of(
        HEAD + "3月5日，金寨县委召开常委会会议。县委书记凌霄主持会议，县长贺兰舟、副县长顾长河出席，"
        "县人大常委会主任方正列席。凌霄强调，要抓好落实。\n"
    )
    (event,) = sheet.events
    assert (event.type, str(event.date)) == ("Meeting", "2023-03-05")
    assert people(event) == {"凌霄": "chair", "贺兰舟": "attendee", "顾长河": "attendee", "方正": "observer"}
    assert bodies(event) == {"金寨县委": "organizer"}


def test_a_visit_goes_to_places_and_bodies(sheet_of: Reader) -> None:
    sheet = sheet_of(
        HEAD + "昨日，县委书记凌霄率队前往六安市霍山县，先后到安徽青禾农业科技有限公司、霍山一中考察。"
        "县领导顾长河参加。\n"
    )
    (event,) = sheet.events
    assert (event.type, str(event.date)) == ("Visit", "2023-03-05")
    assert people(event) == {"凌霄": "leader", "顾长河": "attendee"}
    assert links(event, "visited") == {"安徽青禾农业科技有限公司", "霍山一中"}
    assert "霍山县" in links(event, "place")


def test_another_day_is_another_event(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月1日，县委书记凌霄调研斑竹园镇。\n\n3月4日，县长贺兰舟到双河村走访慰问。\n")
    assert [(str(e.date), people(e)) for e in sheet.events] == [
        ("2023-03-01", {"凌霄": "leader"}),
        ("2023-03-04", {"贺兰舟": "leader"}),
    ]


NOBODY_MET = [
    "会议传达学习习近平总书记关于粮食安全的重要论述精神。",
    "会议决定任命夏长河为金寨县人民政府副县长。",
    "会议任命夏长河(回族)为金寨县教育局局长。",
    "会议听取了受县委书记凌霄委托所作的报告。",
]


@pytest.mark.parametrize("sentence", NOBODY_MET)
def test_who_is_only_named_took_no_part(sheet_of: Reader, sentence: str) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县长贺兰舟主持会议。" + sentence + "\n")
    assert people(sheet.events[0]) == {"贺兰舟": "chair"}


NOT_THERE = [
    "副县长顾长河因在省城开会，未能到会。",
    "据县教育局局长顾长河介绍，去年新建学校三所。",
    "贺兰舟当场给县教育局局长顾长河打电话。",
    "贺兰舟说，去年顾长河来过这里。",
    "联系人：顾长河。",
    "县委书记凌霄代表副县长顾长河作报告。",
    "会议响应省长顾长河向广大企业家发出的号召。",
    "会议传达学习省长顾长河来县调研时的讲话精神。",
    "(撰稿:方立诚;审核:顾长河)",
    "(方立诚 通讯员 顾长河)",
    "会议听取《关于顾长河任职的报告》。",
    "县领导集中收看大会开幕式，认真聆听省长顾长河所作的报告。",
    "演出再现了老乡长顾长河的感人事迹。",
    "他说，去年省长顾长河来过这里。",
    "贺兰舟首先代表县委副书记、县政协主席顾长河对客人表示欢迎。",
]


@pytest.mark.parametrize("sentence", NOT_THERE)
def test_who_is_away_or_only_spoken_of_took_no_part(sheet_of: Reader, sentence: str) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县长贺兰舟主持会议。" + sentence + "\n")
    assert "顾长河" not in {name for event in sheet.events for name in people(event)}


ITEMS = (
    "▲3月2日，县长贺兰舟到双河村调研。\n\n▲县教育局局长顾长河带队到霍山一中检查。\n\n"
    "▲原定3月4日举行的运动会因雨推迟，县领导凌霄说。\n"
)


def test_each_item_of_short_news_is_a_story_of_its_own(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "\n\n" + ITEMS)
    assert [(str(e.date), people(e)) for e in sheet.events] == [
        ("2023-03-02", {"贺兰舟": "leader"}),
        ("None", {"顾长河": "leader"}),
    ]


def test_a_meeting_of_its_own_the_same_evening_is_another_event(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月5日，县委书记凌霄主持召开会议。当晚，县长贺兰舟会见了安徽农业大学教授方立诚。\n")
    assert [(str(e.date), set(people(e))) for e in sheet.events] == [
        ("2023-03-05", {"凌霄"}),
        ("2023-03-05", {"贺兰舟", "方立诚"}),
    ]


def test_a_time_carries_over_to_the_people_named_after_it(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月5日，全县果业大会在县影剧院召开。县委书记凌霄、县长贺兰舟出席。\n")
    assert [(e.type, str(e.date), set(people(e))) for e in sheet.events] == [
        ("Meeting", "2023-03-05", {"凌霄", "贺兰舟"})
    ]


DAYS = [
    ("三月五日，", "2023-03-05"),
    ("二月二十三日下午，", "2023-02-23"),
    ("上月28日，", "2023-02-28"),
    ("本月3日，", "2023-03-03"),
    ("12月28日，", "2022-12-28"),
    ("3月O5日，", "2023-03-05"),
    ("本月三曰，", "2023-03-03"),
    ("昨早，", "2023-03-05"),
    ("本周日中午，", "2023-03-12"),
    ("昨日，", "2023-03-05"),
    ("上周五，", "2023-03-03"),
]


@pytest.mark.parametrize(("day", "date"), DAYS, ids=[row[0] for row in DAYS])
def test_days(sheet_of: Reader, day: str, date: str) -> None:
    sheet = sheet_of(HEAD + day + "县长贺兰舟到双河村调研。\n")
    assert [str(e.date) for e in sheet.events] == [date]


def test_bodies_that_sign_and_send_people_take_part(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县教育局与霍山一中签订合作协议。金寨县财政局、金寨县审计局负责人参加。\n")
    assert bodies(sheet.events[0]) == {
        "金寨县教育局": "signatory", "霍山一中": "signatory", "金寨县财政局": "attendee", "金寨县审计局": "attendee",
    }  # fmt: skip


SAID = [
    ("县长贺兰舟作了题为《实干》的报告。", "speaker"),
    ("县长贺兰舟通报了有关情况。", "speaker"),
    ("县长贺兰舟(女，满族)主持会议。", "chair"),
    ("县长贺兰舟在合同上签了字。", "signatory"),
]


@pytest.mark.parametrize(("sentence", "role"), SAID, ids=[row[0] for row in SAID])
def test_roles(sheet_of: Reader, sentence: str, role: str) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n")
    assert people(sheet.events[0])["贺兰舟"] == role


def test_writers_take_no_part(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县长贺兰舟主持会议。\n")
    assert "吴念一" not in people(sheet.events[0])


def test_what_is_announced_is_marked(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月12日，金寨县将于县体育馆举办运动会，县长贺兰舟出席。\n")
    assert [e.planned for e in sheet.events] == [True]


def relations(sheet: Sheet) -> set[tuple[str, str, str]]:
    return {(r.subject.name, r.predicate, r.object.name) for r in sheet.relations}


DEIXIS = [
    ("斑竹园镇发展茶叶。该镇深入推进“百园千户”工程。", ("斑竹园镇", "implements", "百园千户")),
    ("我县深入推进“百园千户”工程。", ("金寨县", "implements", "百园千户")),
    ("安徽青禾农业科技有限公司成立。该公司与金寨一中签署《实训基地共建协议》。",
     ("安徽青禾农业科技有限公司", "partyTo", "实训基地共建协议")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), DEIXIS)
def test_words_that_stand_for_a_name(sheet_of: Reader, sentence: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in relations(sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n"))


RELATIONS = [
    ("金寨县政府与农行六安分行签署《乡村振兴合作协议》。", ("金寨县政府", "partyTo", "乡村振兴合作协议")),
    ("金寨县政府与农行六安分行签署《乡村振兴合作协议》。", ("农行六安分行", "partyTo", "乡村振兴合作协议")),
    ("霍山县、金寨县两地共同签署《大别山旅游合作框架协议》。", ("霍山县", "partyTo", "大别山旅游合作框架协议")),
    ("金寨县教育局联合金寨一中举办活动。", ("金寨县教育局", "cooperatesWith", "金寨一中")),
    ("金寨县市场监管局斑竹园市场监管所开展检查。",
     ("金寨县市场监管局斑竹园市场监管所", "subOrganizationOf", "金寨县市场监管局")),
    ("斑竹园镇、双河村获评全国文明村镇。", ("双河村", "awarded", "全国文明村镇")),
    ("赵一鸣任金寨县委组织部干部。", ("金寨县委组织部", "subOrganizationOf", "金寨县委")),
    ("安徽农业大学园艺学院开展活动。", ("安徽农业大学园艺学院", "subOrganizationOf", "安徽农业大学")),
    ("会议授予斑竹园镇、双河村“生态文明村镇”称号。", ("双河村", "awarded", "生态文明村镇")),
    ("斑竹园镇近日被金寨县委评为“先进单位”。", ("斑竹园镇", "awarded", "先进单位")),
    ("金寨一中教师贺兰舟荣立三等功。", ("贺兰舟", "awarded", "三等功")),
    ("金寨县教育局、金寨县民政局联合举办活动。", ("金寨县教育局", "cooperatesWith", "金寨县民政局")),
    ("金寨县农业农村局与农行六安分行在《助农贷款协议》上签字。", ("农行六安分行", "partyTo", "助农贷款协议")),
    ("金寨县农业农村局考察后，与农行六安分行签订一份总额3亿元的助农贷款协议。",
     ("金寨县农业农村局", "partyTo", "助农贷款协议")),
    ("记者来到金寨县斑竹园镇双河村。", ("双河村", "partOf", "斑竹园镇")),
    ("金寨县深入推进“百园千户”工程。", ("金寨县", "implements", "百园千户")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), RELATIONS)
def test_relations(sheet_of: Reader, sentence: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in relations(sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n"))


def test_the_sides_of_an_agreement_signed_by_people_are_their_bodies(sheet_of: Reader) -> None:
    sheet = sheet_of(
        HEAD + "3月5日，签约仪式举行。金寨县县长贺兰舟、安徽青禾农业科技有限公司董事长麦小田出席。"
        "贺兰舟与麦小田签署战略合作框架协议。\n"
    )
    sides = {s for s, p, o in relations(sheet) if p == "partyTo" and o == "战略合作框架协议"}
    # The head of a government signs for the whole division.
    assert sides == {"金寨县", "安徽青禾农业科技有限公司"}


SIDES = [
    ("金寨县教育局、金寨县民政局分别与农行六安分行、安徽师范大学签订合作协议。",
     {("金寨县教育局", "农行六安分行"), ("金寨县民政局", "安徽师范大学")}),
    ("金寨县教育局与农行六安分行、安徽师范大学签订合作协议。",
     {("金寨县教育局", "农行六安分行"), ("金寨县教育局", "安徽师范大学")}),
    ("金寨县教育局、金寨县民政局等单位与两百户农民签订合作协议。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), SIDES)
def test_who_agreed_with_whom(sheet_of: Reader, sentence: str, wanted: set[tuple[str, str]]) -> None:
    found = relations(sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n"))
    assert {(s, o) for s, p, o in found if p == "cooperatesWith"} == wanted


AWARDERS = [
    ("斑竹园镇被金寨县委授予“先进单位”称号。", {"斑竹园镇"}),
    ("金寨一中的3名学生获“优秀讲解员”称号。", set()),
    ("会议授予教师贺兰舟等十人“先进个人”称号。", {"贺兰舟"}),
]


@pytest.mark.parametrize(("sentence", "wanted"), AWARDERS)
def test_nobody_else_got_the_honour(sheet_of: Reader, sentence: str, wanted: set[str]) -> None:
    found = relations(sheet_of(HEAD + "3月5日，金寨县召开会议。" + sentence + "\n"))
    assert {s for s, p, _ in found if p == "awarded"} == wanted


ELSEWHERE = [
    ("会议强调，要深入贯彻落实县委部署。", "金寨县委"),
    ("检查组对县政府提出建议。", "金寨县政府"),
    ("公司落户于金寨经济开发区。", "金寨经济开发区"),
    ("会议听取关于金寨经济开发区建设情况的报告。", "金寨经济开发区"),
]


@pytest.mark.parametrize(("sentence", "name"), ELSEWHERE, ids=[row[0] for row in ELSEWHERE])
def test_what_is_only_spoken_of_was_not_gone_to(sheet_of: Reader, sentence: str, name: str) -> None:
    sheet = sheet_of(HEAD + "3月5日，县委书记凌霄主持召开会议，县长贺兰舟出席。" + sentence + "\n")
    assert name in {f.name for f in sheet.found}
    assert all(not {"visited", "place"} & {p for p, f, *_ in event.links if f.name == name} for event in sheet.events)


AGENDA = (
    "8月14日，县十六届人大常委会召开第三十一次会议。县人大常委会主任凌霄主持会议，副主任顾长河出席。"
    "会议审议了关于接受方正辞去副县长职务的请求的决定、关于提请任命夏长河为县教育局局长的议案、"
    "关于提请免去李小明职务的议案。\n"
)
ISSUE_DAYS = [
    ("昨（5）日，县委书记凌霄到斑竹园镇调研。", "2023-03-05"),
    ("周五，县委书记凌霄到斑竹园镇调研。", "2023-03-03"),
    ("周四傍晚，县委书记凌霄到斑竹园镇调研。", "2023-03-02"),
    ("\n\n(金寨5日讯)周四晚，县委书记凌霄到斑竹园镇调研。", "2023-03-02"),
    ("\n\n(金寨5日讯)周日早上，县委书记凌霄到斑竹园镇调研。", "2023-03-05"),
    ("金寨县茶叶协会上周五举办培训班，县委书记凌霄参加。", "2023-03-03"),
]
NOTHING_HELD = [
    "双河镇双河村党支部书记夏长河日前荣获“安徽省劳动模范”称号。",
    "公示时间为3月1日至3月7日。夏长河任金寨县教育局局长。",
    "本报3月1日二版报道中，“镇长夏长和”应为“镇长夏长河”。",
    "在近日揭晓的最美金寨人评选中，教师方正、农民叶知秋入选。",
    "护士长叶知秋近日获县总工会颁发的五一劳动奖章。",
    "县税务所干部夏长河拒收礼物，最近受到县纪委通报表扬。",
]


def test_an_agenda_names_people_who_are_not_there(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD.replace("3月6日", "8月16日") + AGENDA).events
    assert people(event) == {"凌霄": "chair", "顾长河": "attendee"}


@pytest.mark.parametrize(("sentence", "day"), ISSUE_DAYS)
def test_days_by_the_day_of_issue(sheet_of: Reader, sentence: str, day: str) -> None:
    assert [str(event.date) for event in sheet_of(HEAD + sentence + "\n").events] == [day]


@pytest.mark.parametrize("sentence", NOTHING_HELD)
def test_nothing_was_held(sheet_of: Reader, sentence: str) -> None:
    assert sheet_of(HEAD.replace("金寨县召开工作会议", "简讯") + sentence + "\n").events == []


GOALS = [
    ("先后走访调研了安徽青禾农业科技有限公司、北山研学营地、双河村等地。", {"安徽青禾农业科技有限公司", "双河村"}),
    ("走访安徽青禾农业科技有限公司和霍山一中，听取汇报。", {"安徽青禾农业科技有限公司", "霍山一中"}),
    ("到霍山县考察。在安徽青禾农业科技有限公司生产车间，她详细了解生产情况。", {"安徽青禾农业科技有限公司"}),
    ("在霍山县委书记贺兰舟陪同下，考察了霍山一中。", {"霍山一中"}),
    ("前往霍山县，与霍山县教育局局长贺兰舟交流，并考察霍山一中。", {"霍山一中"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "visited"), GOALS, ids=[row[0][:16] for row in GOALS])
def test_every_goal_of_a_visit_and_no_body_of_a_post(sheet_of: Reader, sentence: str, visited: set[str]) -> None:
    sheet = sheet_of(HEAD + "3月5日，县委书记凌霄率队" + sentence + "\n")
    assert links(sheet.events[0], "visited") == visited


ROLES = [
    ("副县长贺兰舟，县检察院检察长顾长河，各乡镇人大主席列席会议。", {"贺兰舟": "observer", "顾长河": "observer"}),
    ("列席会议的有副县长贺兰舟、县检察院检察长顾长河。", {"贺兰舟": "observer", "顾长河": "observer"}),
    ("由霍山县委书记贺兰舟、县长顾长河率领的考察团参加会议。", {"贺兰舟": "leader", "顾长河": "leader"}),
    ("贺兰舟、顾长河出席签字仪式并代表双方签字。", {"贺兰舟": "signatory", "顾长河": "signatory"}),
    ("贺兰舟、顾长河分别宣读贺信。", {"贺兰舟": "speaker", "顾长河": "speaker"}),
    ("县长贺兰舟会见了霍山县委书记顾长河一行。", {"贺兰舟": "host", "顾长河": "leader"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ROLES, ids=[row[0][:16] for row in ROLES])
def test_roles_of_lists_hosts_and_signers(sheet_of: Reader, sentence: str, wanted: dict[str, str]) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县委书记凌霄主持会议。" + sentence + "\n")
    assert people(sheet.events[0]) == {"凌霄": "chair", **wanted}


BODIES_THERE = [
    ("县教育局、大数据专班、霍山一中主要负责同志参加会议。",
     {"金寨县教育局": "attendee", "霍山一中": "attendee"}),
    ("县教育局列席会议。", {"金寨县教育局": "observer"}),
    ("县教育局、霍山一中参加签约仪式。", {"金寨县教育局": "attendee", "霍山一中": "attendee"}),
    ("县委书记凌霄说，要请县教育局开展活动。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), BODIES_THERE, ids=[row[0][:16] for row in BODIES_THERE])
def test_bodies_that_attend(sheet_of: Reader, sentence: str, wanted: dict[str, str]) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县委书记凌霄主持会议。" + sentence + "\n")
    assert bodies(sheet.events[0]) == {"金寨县": "organizer", **wanted}


TYPES = [
    ("3月5日，县委书记凌霄会见了来访的霍山县考察团一行。", "Meeting"),
    ("3月5日，霍山县委书记凌霄率团到金寨县考察，县长贺兰舟会见了考察团一行。", "Visit"),
    ("3月5日，金寨县第十届人民代表大会第二次会议圆满完成各项议程，在县城胜利闭幕，凌霄出席。", "Meeting"),
    ("3月5日，县人大常委会主任凌霄走访慰问困难职工。", "Visit"),
    ("3月5日，县长贺兰舟在县招待所接见了来客方立诚。", "Meeting"),
    ("3月5日，县长贺兰舟与方立诚率领的考察组座谈。", "Meeting"),
    ("3月5日，商会会长方立诚率队拜会县长贺兰舟。", "Visit"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES, ids=[row[0][6:22] for row in TYPES])
def test_types(sheet_of: Reader, text: str, kind: str) -> None:
    assert [event.type for event in sheet_of(HEAD + text + "\n").events] == [kind]


def test_a_day_of_no_known_month_opens_an_event(sheet_of: Reader) -> None:
    sheet = sheet_of("4日下午，金寨县委书记凌霄会见了霍山县县长贺兰舟一行。\n")
    assert [people(event) for event in sheet.events] == [{"凌霄": "host", "贺兰舟": "leader"}]


def test_a_chronicle_tells_of_one_event_a_paragraph(sheet_of: Reader) -> None:
    sheet = sheet_of(
        "金寨县大事记\n\n8月1日，县长贺兰舟检查安全生产。\n\n8月3日，县长贺兰舟主持召开调度会，顾长河参加。\n\n"
        "8月8日，县委书记凌霄到双河村调研。\n"
    )
    assert [set(people(event)) for event in sheet.events] == [{"贺兰舟"}, {"贺兰舟", "顾长河"}, {"凌霄"}]


SIGNED = [
    ("凌霄代表金寨县，贺兰舟代表霍山县签署《合作协议书》。", {("金寨县", "霍山县")}),
    ("凌霄、贺兰舟分别代表安徽青禾农业科技有限公司、霍山一中，与金寨县教育局签订合作协议。",
     {("安徽青禾农业科技有限公司", "金寨县教育局"), ("霍山一中", "金寨县教育局")}),
    ("金寨县教育局与霍山县教育局、金寨县民政局与霍山县民政局分别签订结对协议。",
     {("金寨县教育局", "霍山县教育局"), ("金寨县民政局", "霍山县民政局")}),
    ("签订金寨县白塔畈镇——霍山县衡山镇结对共建协议。", {("白塔畈镇", "衡山镇")}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "pairs"), SIGNED, ids=[row[0][:16] for row in SIGNED])
def test_who_signs_with_whom(sheet_of: Reader, sentence: str, pairs: set[tuple[str, str]]) -> None:
    rows = relations(sheet_of(HEAD + "3月5日，签约仪式举行。" + sentence + "\n"))
    assert {(s, o) for s, p, o in rows if p == "cooperatesWith"} == pairs


def test_who_leads_a_delegation_is_with_it_afterwards(sheet_of: Reader) -> None:
    sheet = sheet_of(
        HEAD + "3月4日，霍山县委书记凌霄率党政代表团到金寨县考察。\n\n3月5日，县长贺兰舟与代表团一行座谈。\n"
    )
    assert [set(people(event)) for event in sheet.events] == [{"凌霄"}, {"凌霄", "贺兰舟"}]


STILL_NOT_THERE = [
    "询问处：县商会总务顾长河。",
    "就在顾长河拜会县商会之际，客人陆续到场。",
    "凌霄是顾长河的侄女，她也发了言。",
    "会议决定顾长河为县教育局代理局长。",
    "贺兰舟转达了省长顾长河的问候。",
    "凌霄同志代表副县长顾长河作报告。",
    "会场设在乡亲顾长河先生捐资修建的礼堂。",
    "大会聘请凌霄、顾长河、方正三位乡贤为名誉主席。",
    "会议还免去了顾长河的县教育局局长职务。",
    "凌霄应声道：“有，顾长河每周来两趟。”",
    "会议指出，顾长河、方正等侨界楷模都出自本县。",
]


@pytest.mark.parametrize("sentence", STILL_NOT_THERE)
def test_who_is_decided_on_greets_or_is_spoken_for_took_no_part(sheet_of: Reader, sentence: str) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县长贺兰舟主持会议。" + sentence + "\n")
    assert "顾长河" not in {name for event in sheet.events for name in people(event)}


def test_a_chairman_of_a_society_is_no_national_leader(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "3月5日，金寨县召开会议，县长贺兰舟、县工会主席方立诚出席。方立诚主席作了工作汇报。\n")
    assert people(sheet.events[0]) == {"贺兰舟": "attendee", "方立诚": "speaker"}


CALLED = ["陈主席", "陈会长", "陈参赞", "陈领事", "陈部长", "陈律师", "陈团长"]


@pytest.mark.parametrize("called", CALLED)
def test_a_surname_with_an_office_is_no_name(sheet_of: Reader, called: str) -> None:
    sheet = sheet_of(HEAD + f"3月5日，金寨县召开会议，县长贺兰舟主持。{called}先后致贺词。\n")
    assert set(people(sheet.events[0])) == {"贺兰舟"}


def test_the_end_of_a_papers_name_is_no_day(sheet_of: Reader) -> None:
    sheet = sheet_of(HEAD + "据《春明日报》记者方立诚报道，3月4日，县长贺兰舟到双河村调研。\n")
    assert [str(e.date) for e in sheet.events] == ["2023-03-04"]


def test_days_of_a_page_without_a_year_are_told_apart(sheet_of: Reader) -> None:
    sheet = sheet_of("县领导下乡\n\n本报讯 3月1日，县长贺兰舟到双河村调研。\n\n3月4日，县委书记凌霄到油坊店乡调研。\n")
    assert [(e.date, set(people(e))) for e in sheet.events] == [(None, {"贺兰舟"}), (None, {"凌霄"})]


def test_a_stretch_may_name_parts_of_days(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "3月2日下午至4日上午，县长贺兰舟到霍山县考察。\n").events
    assert (str(event.date), str(event.end_date)) == ("2023-03-02", "2023-03-04")


def test_whom_others_thank_for_leading_leads(sheet_of: Reader) -> None:
    text = "3月5日，商会会长方立诚率队来我县考察，县长贺兰舟陪同。贺兰舟对方立诚率队来访表示欢迎。\n"
    assert people(sheet_of(HEAD + text).events[0]) == {"方立诚": "leader", "贺兰舟": "attendee"}


def test_a_journey_goes_on_after_a_meeting_within_it(sheet_of: Reader) -> None:
    text = (
        "霍山商会一行由会长方立诚率领，3月1日至3日来金寨县访问。\n\n"
        "3月2日上午，县委书记凌霄会见访问团，县长贺兰舟参加。\n\n"
        "访问团其后由副县长顾长河陪同，到双河村参观。\n"
    )
    events = sheet_of(HEAD + text).events
    assert [(e.type, set(people(e))) for e in events] == [
        ("Visit", {"方立诚", "顾长河"}),
        ("Meeting", {"凌霄", "贺兰舟", "方立诚"}),
    ]


def test_who_came_along_and_goes_on_was_there(sheet_of: Reader) -> None:
    text = "3月2日，金寨县在省城举行推介会，县长贺兰舟主持。县招商局局长顾长河随团，并于3月4日走访霍山商会。\n"
    events = sheet_of(HEAD + text).events
    assert [set(people(e)) for e in events] == [{"贺兰舟", "顾长河"}, {"顾长河"}]


def test_towns_and_ones_own_division_are_gone_to(sheet_of: Reader) -> None:
    (event,) = sheet_of(HEAD + "3月5日，副市长方立诚来金考察，先后到油坊店乡、斑竹园镇调研。\n").events
    assert links(event, "visited") == {"油坊店乡", "斑竹园镇"}
    assert "金寨县" in links(event, "place")


def test_parties_received_one_after_another_did_not_meet(sheet_of: Reader) -> None:
    text = "3月5日，县委书记凌霄分别会见霍山商会会长方立诚一行和六安市医院院长江大河一行，县长贺兰舟参加会见。\n"
    assert [set(people(e)) for e in sheet_of(HEAD + text).events] == [
        {"凌霄", "方立诚", "贺兰舟"},
        {"凌霄", "江大河", "贺兰舟"},
    ]
