"""Who was together when groups part ways, sit down after a visit, or go on to something else on the same day."""

from __future__ import annotations

import pytest

from kg.extraction.sheet import Sheet
from tests.extraction.conftest import Reader

HEAD = "2023年3月26日 星期日\n\n金寨县的几件事\n\n本报讯(记者/吴念一)"

Told = list[tuple[str, set[str]]]


def told(sheet: Sheet) -> Told:
    """Type and people of each event."""
    return [(e.type, {f.name for f in e.roles if f.kind == "Person"}) for e in sheet.events]


TOLD: dict[str, tuple[str, Told]] = {
    "each to a firm of their own": (
        "3月18日，几位县领导兵分三路，到企业走访。\n\n县委书记凌霄来到位于双河镇的金寨宏顺有限公司，经理方正汇报。\n\n"
        "县长贺兰舟走访了金寨青禾有限公司。经理夏长河在座。\n\n副县长顾长河、白云分别陪同凌霄、贺兰舟走访。",
        [("Visit", {"凌霄", "方正", "顾长河"}), ("Visit", {"贺兰舟", "夏长河", "白云"})],
    ),
    "respectively": (
        "3月18日，县长贺兰舟、副县长凌霄分别到金寨宏顺有限公司、金寨青禾有限公司走访，与经理方正、夏长河作了交谈。",
        [("Visit", {"贺兰舟", "方正"}), ("Visit", {"凌霄", "夏长河"})],
    ),
    "no list of as many goals": (
        "3月18日，县长贺兰舟、副县长凌霄分别到双河镇走访，与镇长方正作了交谈。",
        [("Visit", {"贺兰舟", "凌霄", "方正"})],
    ),
    "two groups after a colon": (
        "3月18日，县人大常委会组织代表视察农村供水，主任凌霄、副主任贺兰舟参加视察。\n\n"
        "代表们分成两组：凌霄一组到双河镇，察看水厂；贺兰舟一组前往青山镇。青山镇镇长方正打开了水龙头。",
        [("Visit", {"凌霄", "贺兰舟"}), ("Visit", {"贺兰舟", "方正"})],
    ),
    "a session after a visit": (
        "3月18日，县长贺兰舟到双河镇调研，镇长方正陪同。随后，贺兰舟在镇政府主持召开座谈会，农技员夏长河发了言。",
        [("Visit", {"贺兰舟", "方正"}), ("Meeting", {"贺兰舟", "方正", "夏长河"})],
    ),
    "another body on the same day": (
        "3月18日，县法院举办开放日活动，院长凌霄介绍了情况。\n\n同一天，县检察院也敞开大门。检察长贺兰舟讲了一堂课。",
        [("Activity", {"凌霄"}), ("Activity", {"贺兰舟"})],
    ),
    "a signing after a meeting": (
        "3月18日，金寨宏顺有限公司召开工作会议，经理凌霄主持。\n\n"
        "会后，该公司与金寨农商银行签署协议，行长方正与凌霄代表双方签字。",
        [("Meeting", {"凌霄"}), ("Signing", {"凌霄", "方正"})],
    ),
    "a signing after guests were received": (
        "3月18日，县长贺兰舟会见了商会会长凌霄一行。会见后，双方签订协议，副县长方正与凌霄代表双方签字。",
        [("Meeting", {"贺兰舟", "凌霄", "方正"})],
    ),
    "a visit after a signing": (
        "3月18日，金寨宏顺有限公司与江湾研究所签订协议，县长贺兰舟见证，所长凌霄代表研究所签字。\n\n"
        "签约当天，凌霄一行还到双河镇看了茶园，镇长方正带路。",
        [("Signing", {"贺兰舟", "凌霄"}), ("Visit", {"凌霄", "方正"})],
    ),
    "a stop of a journey": (
        "3月18日至20日，县长贺兰舟率经贸代表团赴江苏考察。\n\n"
        "在东海县，代表团与东海县金寨商会举行座谈会，会长凌霄到会。\n\n代表团还参观了一家工厂，厂长方正接待。",
        [("Visit", {"贺兰舟", "方正"}), ("Meeting", {"贺兰舟", "凌霄"})],
    ),
    "guests of a meeting": (
        "3月18日，两县合作座谈会召开，县长贺兰舟主持。东海县县长凌霄率队参加。会前，客人们参观了双河镇，副县长方正陪同。",
        [("Meeting", {"贺兰舟", "凌霄"}), ("Visit", {"凌霄", "方正"})],
    ),
    "who joined the visit before the meeting": (
        "3月18日至19日，副省长凌霄到双河镇调研。\n\n镇长方正汇报了情况。\n\n"
        "19日上午，座谈会在县城举行，县长贺兰舟主持。副市长顾长河随同调研。",
        [("Visit", {"凌霄", "方正", "顾长河"}), ("Meeting", {"凌霄", "贺兰舟", "顾长河"})],
    ),
    "an expert who was only asked": (
        "3月18日，县茶叶学会揭牌，县长贺兰舟出席。站长方正说，今年春季气温回升早，预计头春茶比上年增产。",
        [("Ceremony", {"贺兰舟"})],
    ),
    "who did not stand": (
        "3月18日，双河村举行换届选举大会，镇长贺兰舟出席。前任主任方正因在外地务工没有参选。",
        [("Meeting", {"贺兰舟"})],
    ),
    "what was told of experience": (
        "3月18日，县里召开大会，县长贺兰舟主持。双河镇镇长方正作经验介绍，青山镇镇长夏长河作表态发言。",
        [("Meeting", {"贺兰舟", "方正", "夏长河"})],
    ),
    "one of those who part may stay aside": (
        "3月18日凌晨，县委书记凌霄赶到双河镇，查看水位。\n\n县人大常委会主任郑小满、县政协主席夏长河分别到梅山镇、斑竹园镇检查；"
        "副县长顾长河率民兵赶赴青山镇，抢通了公路。副县长贺兰舟则在安置点，与镇长白云一道分发毛毯。",
        [
            ("Visit", {"凌霄"}),
            ("Visit", {"郑小满"}),
            ("Visit", {"顾长河"}),
            ("Visit", {"贺兰舟", "白云"}),
            ("Visit", {"夏长河"}),
        ],
    ),
    "two ways on the next day": (
        "3月17日，副专员凌霄带领工作组来到双河镇。工作组成员有科长郑小满、技术员夏长河。\n\n18日，工作组兵分两路。"
        "郑小满到塘边检查移栽，村支书顾长河介绍了情况；凌霄、夏长河留在双河村，同社员一起犁田。",
        [("Visit", {"凌霄", "郑小满", "夏长河"}), ("Visit", {"郑小满", "顾长河"}), ("Visit", {"凌霄", "夏长河"})],
    ),
    "guests part after a meeting": (
        "3月18日，县里召开座谈会，县长贺兰舟主持，客人凌霄、郑小满出席。\n\n"
        "当天下午客人分头走：凌霄由副县长顾长河陪同，到双河镇看茶园；郑小满在局长白云引领下走进青山镇的果园。",
        [("Meeting", {"贺兰舟", "凌霄", "郑小满"}), ("Visit", {"凌霄", "顾长河"}), ("Visit", {"郑小满", "白云"})],
    ),
    "at the same time": (
        "3月18日，县委书记凌霄来到双河镇，查看水位，县水利局局长郑小满随同检查。\n\n"
        "同一时间，县长贺兰舟在县防汛指挥部主持召开调度会，听取县气象局局长夏长河的汇报。"
        "会后，贺兰舟驱车前往青山镇检查，镇长顾长河陪同。",
        [("Visit", {"凌霄", "郑小满"}), ("Meeting", {"贺兰舟", "夏长河"}), ("Visit", {"贺兰舟", "顾长河"})],
    ),
    "another stop in the afternoon": (
        "3月18日，副专员凌霄到双河镇农机厂察看，县长贺兰舟陪同。厂长顾长河汇报了情况。"
        "下午，他们又到青山镇粉丝厂看了设备，镇长夏长河介绍了情况。市财政局局长江大河参加检查。",
        [("Visit", {"凌霄", "贺兰舟", "顾长河", "江大河"}), ("Visit", {"凌霄", "贺兰舟", "夏长河", "江大河"})],
    ),
    "who only sat down with those of a visit": (
        "3月18日，市委书记凌霄到金寨县调研，县长贺兰舟陪同。\n\n在双河村，村支书夏长河汇报情况。\n\n"
        "在下午举行的座谈会上，县委书记郑小满汇报了工作，市农业局局长顾长河发言。",
        [("Visit", {"凌霄", "贺兰舟", "夏长河"}), ("Meeting", {"郑小满", "顾长河", "凌霄", "贺兰舟"})],
    ),
    "received on a journey": (
        "3月18日至20日，省专家凌霄一行到我县考察。\n\n副市长郑小满专程陪同。18日下午，县长贺兰舟在招待所会见了客人。\n\n"
        "19日，专家一行先后到双河镇、青山镇。镇长顾长河陪客人看了茶园。",
        [("Visit", {"凌霄", "郑小满", "顾长河"}), ("Meeting", {"凌霄", "郑小满", "贺兰舟"})],
    ),
    "a meeting of a delegation": (
        "3月18日至20日，副县长凌霄任团长的经贸代表团在深圳开展招商活动，局长郑小满参加。\n\n18日上午，恳谈会在深圳举行，"
        "商会会长夏长河致辞，凌霄讲话。\n\n20日，代表团拜访了招商银行总行，副总经理顾长河接待了凌霄一行。",
        [("Activity", {"凌霄", "郑小满"}), ("Meeting", {"夏长河", "凌霄"}), ("Visit", {"顾长河", "凌霄"})],
    ),
    "the end of a meeting": (
        "3月18日至20日，县委召开三级干部会议，县委书记凌霄主持。\n\n二十日下午举行闭幕式，由贺兰舟主持。",
        [("Meeting", {"凌霄", "贺兰舟"})],
    ),
    "others sign on that day too": (
        "3月18日，县农业局与宏顺公司签订协议，局长凌霄签字。县信用社也于同日与公司签订授信协议，主任郑小满说，兰花苗可以抵押。",
        [("Signing", {"凌霄"}), ("Signing", {"郑小满"})],
    ),
    "a dinner for guests": (
        "3月18日，访华团来到双河镇，团长凌霄同干部一起种树，镇长郑小满参加了劳动。县委书记夏长河当晚设便宴招待了凌霄等友人。",
        [("Visit", {"凌霄", "郑小满"}), ("Meeting", {"夏长河", "凌霄"})],
    ),
    "who joined a journey from the outset": (
        "3月12日至14日，县长凌霄率党政考察团赴江苏考察。县领导郑小满及双河镇党委书记夏长河等参加考察。\n\n"
        "14日上午，考察团一行来到海安县，县长顾长河接待。",
        [("Visit", {"凌霄", "郑小满", "夏长河"}), ("Visit", {"凌霄", "郑小满", "夏长河", "顾长河"})],
    ),
    "who led the guests that were received": (
        "3月14日晚，县长凌霄会见台湾里长参访团一行。\n\n参访团由会长郑小满率领。\n\n15日上午，参访团到双河镇祭祖，镇长贺兰舟陪同。",
        [("Meeting", {"凌霄", "郑小满"}), ("Activity", {"贺兰舟", "郑小满"})],
    ),
    "what an agreement says, and what a reporter saw": (
        "3月18日，县政府与宏顺公司签订协议，副县长凌霄出席。根据协议，县医院专家郑小满团队每周来院坐诊。\n\n"
        "记者在码头看到，首批货物已经上船。货主夏长河算了一笔账。",
        [("Signing", {"凌霄"})],
    ),
    "who died": (
        "2月28日，离休干部郑小满同志因病医治无效逝世。追悼会3月4日举行，县长贺兰舟主持，郑小满同志生前好友夏长河参加。",
        [("Ceremony", {"贺兰舟", "夏长河"})],
    ),
    "a signing after a session": (
        "3月18日，三地座谈会召开，县长贺兰舟主持。会后，镇长夏长河、校长郑小满代表双方在协议上签字。",
        [("Meeting", {"贺兰舟"}), ("Signing", {"夏长河", "郑小满"})],
    ),
    "what others did after a signing": (
        "3月18日，两个公社签订协议书，社长凌霄、夏长河在协议书上签了字。\n\n"
        "协议订好以后，六百多名民工上了堤。青年突击队队长郑小满带头跳进水里，凌霄也来了。",
        [("Signing", {"凌霄", "夏长河"})],
    ),
    "both sides are those who came": (
        "3月8日，省专家夏长河一行来金寨县考察。\n\n3月10日，双方进行了会谈，县长贺兰舟参加会谈。",
        [("Visit", {"夏长河"}), ("Meeting", {"夏长河", "贺兰舟"})],
    ),
    "two who were named before": (
        "3月10日，村里请来教师凌霄调解，凌霄把组长郑小满、夏长河请到家里坐下。3月18日，两人在主任贺兰舟面前按下手印。",
        [("Activity", {"凌霄", "郑小满", "夏长河"}), ("Activity", {"郑小满", "夏长河", "贺兰舟"})],
    ),
    "who takes office": (
        "3月18日，县人大常委会召开会议，主任凌霄主持。会议决定任命：郑小满为县教育局局长；夏长河为县民政局局长；"
        "免去顾长河的县民政局局长职务。县长贺兰舟向新任命人员颁发任命书。",
        [("Meeting", {"凌霄", "郑小满", "夏长河", "贺兰舟"})],
    ),
    "kin of whoever is asked": (
        "3月18日，县长凌霄看望老红军郑小满，问他还有什么要求，孙子夏长河翻译。",
        [("Visit", {"凌霄", "郑小满", "夏长河"})],
    ),
    "two ways, and one of them told by contrast": (
        "3月18日，商会会长凌霄率考察团一行到县城，县长贺兰舟接待。\n\n次日，团员分作两路。凌霄一路由股长顾长河带路，前往双河镇，"
        "镇长方正相迎。副会长夏长河一路则去了他的母校金寨一中，校长白云相陪。",
        [("Visit", {"凌霄", "贺兰舟"}), ("Visit", {"凌霄", "顾长河", "方正"}), ("Visit", {"夏长河", "白云"})],
    ),
    "a session before a visit ends": (
        "3月18日，县长贺兰舟到双河镇调研，镇长方正陪同。\n\n"
        "调研结束前，贺兰舟主持召开座谈会。县林业局局长夏长河作了发言。",
        [("Visit", {"贺兰舟", "方正"}), ("Meeting", {"贺兰舟", "夏长河"})],
    ),
    "a session on the evening of a visit": (
        "3月18日，县长贺兰舟到双河镇检查水库，镇长方正陪同。当晚的反馈会上，县水务局局长夏长河作了汇报。",
        [("Visit", {"贺兰舟", "方正"}), ("Meeting", {"贺兰舟", "方正", "夏长河"})],
    ),
    "a session after a ceremony": (
        "3月18日，金寨宏顺有限公司举行开业典礼，县长贺兰舟剪彩。\n\n典礼后，副县长凌霄主持召开现场办公会。"
        "县交通局局长方正表了态。",
        [("Ceremony", {"贺兰舟"}), ("Meeting", {"凌霄", "方正"})],
    ),
    "who only goes along with guests does not receive them": (
        "3月16日至18日，霍山县长凌霄率霍山县考察团来我县考察，副县长方正陪同。\n\n县委书记贺兰舟18日上午会见了凌霄一行。",
        [("Visit", {"凌霄", "方正"}), ("Meeting", {"贺兰舟", "凌霄"})],
    ),
    "so many people who came": (
        "3月18日，霍山县茶场场长凌霄、技术员顾长河等7人，到我县的双河茶场考察，场长方正作了介绍。"
        "当晚，县长贺兰舟会见了客人。",
        [("Visit", {"凌霄", "顾长河", "方正"}), ("Meeting", {"贺兰舟", "凌霄", "顾长河"})],
    ),
    "a meeting's members go to see something": (
        "3月17日至18日，县委召开工作会议，县长贺兰舟主持。\n\n18日下午，与会人员参观了双河镇的茶园，镇长方正介绍情况。",
        [("Meeting", {"贺兰舟", "方正"})],
    ),
    "a day told before what was done on it": (
        "3月16日，县医院院长凌霄召开工作会议，副院长方正发言。\n\n3月18日，两家医院正式结为协作医院。"
        "挂牌仪式上，县长贺兰舟讲话，局长顾长河致辞。",
        [("Meeting", {"凌霄", "方正"}), ("Ceremony", {"贺兰舟", "顾长河"})],
    ),
    "those met where a visit of several days sits down": (
        "3月16日至18日，县委书记贺兰舟到双河镇和青山镇调研，副县长凌霄随行。镇长方正介绍情况。\n\n"
        "17日下午，贺兰舟来到县林业局。局长顾长河介绍了结果。座谈会由凌霄主持，股长夏长河发言。",
        [("Visit", {"贺兰舟", "凌霄", "方正"}), ("Meeting", {"贺兰舟", "凌霄", "方正", "顾长河", "夏长河"})],
    ),
    "a ceremony for which they came": (
        "3月16日至18日，县长贺兰舟率代表团访问霍山县，出席霍山县商会成立庆典。团员有局长凌霄和校长方正。\n\n"
        "庆典于17日晚在县城举行，商会会长顾长河致欢迎辞，贺兰舟致辞。",
        [("Visit", {"贺兰舟", "凌霄", "方正"}), ("Ceremony", {"贺兰舟", "凌霄", "方正", "顾长河"})],
    ),
    "who takes office where a society is founded": (
        "3月18日，金寨县书画研究会成立，离休干部凌霄任会长，教师方正任副会长。",
        [("Activity", {"凌霄", "方正"})],
    ),
    "who received guests as well, told after where they went": (
        "3月18日，县长贺兰舟会见了商会会长凌霄一行。\n\n会见前，凌霄一行由副县长顾长河陪同，走访了金寨宏顺有限公司。"
        "经理夏长河介绍情况。开发区主任方正参加会见。",
        [("Meeting", {"贺兰舟", "凌霄", "方正"}), ("Visit", {"凌霄", "顾长河", "夏长河"})],
    ),
    "a life told after a mourning": (
        "3月18日，县里召开追悼会，县长贺兰舟主持，郑小满同志生前好友夏长河参加。\n\n郑小满同志一九三九年参加革命，历任区长。",
        [("Ceremony", {"贺兰舟", "夏长河"})],
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_who_was_together(sheet_of: Reader, case: str) -> None:
    text, wanted = TOLD[case]
    assert told(sheet_of(HEAD + text + "\n")) == wanted


def test_what_a_picture_cut_off_may_lead_on(sheet_of: Reader) -> None:
    page = (
        HEAD + "3月18日，县医院分院揭牌，县长贺兰舟出席。\n▲图为新楼。吴念一 摄\n"
        "“先量血压。”揭牌结束后，医师凌霄带着护士义诊，院长方正到场。\n"
    )
    assert told(sheet_of(page)) == [("Ceremony", {"贺兰舟"}), ("Activity", {"凌霄", "方正"})]


@pytest.mark.parametrize("verb", ["由县农业局牵头", "县农业局共同参与"])
def test_bodies_that_take_the_lead_or_join(sheet_of: Reader, verb: str) -> None:
    sheet = sheet_of(HEAD + f"3月18日，茶叶大赛在双河镇举行，活动{verb}，县长贺兰舟出席。\n")
    assert [{f.name for f in e.roles if f.kind == "Organization"} for e in sheet.events] == [{"金寨县农业局"}]


BODIES_OF = [
    ("3月18日，县图书馆邀请安徽大学教授夏长河主讲家风。", {"金寨县图书馆"}),
    ("双河镇人民政府与宏顺公司联营加工茶叶的合同，18日在县城签订。镇长夏长河签了字。", {"双河镇人民政府", "宏顺公司"}),
    ("3月18日，县里召开表彰大会，县长贺兰舟出席。县茶叶协会获得“先进集体”称号。", {"金寨县茶叶协会"}),
    ("县红十字会、县慈善协会3月18日联合向双河镇捐赠物资，镇长夏长河接收。", {"金寨县红十字会", "金寨县慈善协会"}),
]


@pytest.mark.parametrize(("text", "wanted"), BODIES_OF, ids=[row[0][:12] for row in BODIES_OF])
def test_bodies_that_invite_sign_and_give(sheet_of: Reader, text: str, wanted: set[str]) -> None:
    (event,) = sheet_of(HEAD + text + "\n").events
    assert {f.name for f in event.roles if f.kind == "Organization"} == wanted


def test_a_picture_may_tell_of_bodies_alone(sheet_of: Reader) -> None:
    page = HEAD + "3月18日，县长贺兰舟到双河镇调研。\n\n图为3月19日，县妇联在县体育馆举办招聘会。吴念一 摄\n"
    assert [{f.name for f in e.roles} for e in sheet_of(page).events] == [{"贺兰舟"}, {"金寨县妇联"}]
