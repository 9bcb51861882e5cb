"""What is found in single sentences; all names are invented, the divisions are real."""

from __future__ import annotations

import pytest

from kg.extraction.unusual_names import past_part
from kg.lexicon.script import simplified
from tests.extraction.conftest import Reader

FRAME = "本报讯(记者/吴念一)3月5日，{}\n"

PEOPLE = [
    ("县医院眼科主任骆敏替她揭开纱布。", {"骆敏"}),
    ("社区主任方霞、副主任骆勇向居民讲解常识。", {"方霞", "骆勇"}),
    ("14岁的顾长河获冠军，又和古丽米拉·吐尔逊等队友夺得第一。", {"顾长河", "古丽米拉·吐尔逊"}),
    ("县长贺兰舟主持会议。", {"贺兰舟"}),
    ("副县长顾长河、骆小满出席活动。", {"顾长河", "骆小满"}),
    ("县领导孟川、区一鸣、和国梁参加调研。", {"孟川", "区一鸣", "和国梁"}),
    ("欧阳若愚表示，将继续努力。", {"欧阳若愚"}),
    ("穆青云担任主讲。穆青云说，很高兴。", {"穆青云"}),
    ("县委书记司徒静率队前往学校。", {"司徒静"}),
    ("副局长艾力江·买买提介绍情况。", {"艾力江·买买提"}),
    ("县委常委扎西顿珠，副县长白玛才旦出席。", {"扎西顿珠", "白玛才旦"}),
    ("大家高度重视，全面推进各项工作，时间安排紧凑。", set()),
    ("会议传达学习习近平总书记关于防汛的重要指示精神，居民和街道干部到辖区巡查。", {"习近平"}),
    ("村民方先生和马女士说，路好走了。", set()),
    ("市民方先生来到大厅，厚植发展沃土。", set()),
    ("驻村第一书记汤圆圆(女，满族)介绍了情况。", {"汤圆圆"}),
    ("副鎮長賴國樑、縣醫院院長葉順蘭陪同。", {"賴國樑", "葉順蘭"}),
    ("牧民巴雅尔、额尔敦高娃领到了补贴。", {"巴雅尔", "额尔敦高娃"}),
    ("人民陪审员买买提·赛迪参与审理。", {"买买提·赛迪"}),
    ("庭长热依拉.阿卜杜拉带队。", {"热依拉·阿卜杜拉"}),
    ("县农业局农艺师吐送买·拜合提讲课。", {"吐送买·拜合提"}),
    ("松木公司经理谢尔烈·佐捷夫签字，议员叶夫捷·先列科参加。", {"谢尔烈·佐捷夫", "叶夫捷·先列科"}),
    ("村委会主任艾则孜·卡迪尔和丰年合作社社长方兰到会。", {"艾则孜·卡迪尔", "方兰"}),
    ("会长罗伯·施哈特博士到会。", {"罗伯·施哈特"}),
    ("技术部长小野田健一、社长高桥义雄出席。", {"小野田健一", "高桥义雄"}),
    ("七十岁的阿妈卓玛说，路好走了。果农程阿土介绍，今年丰收。", {"卓玛", "程阿土"}),
    ("局长宁一川多次到村里，副局长周宁一上午到校。", {"宁一川", "周宁"}),
    ("县长丘国盛会见客人。丘先生说，欢迎再来。", {"丘国盛"}),
    ("他到沙江、冯川、万桥等乡镇调研。", set()),
    ("专家拉乌尔·贝克博士和区长方兰代为发言的安排已定。", {"拉乌尔·贝克", "方兰"}),
    ("副镇长古丽娜·拜合提参加，给村民吐尔逊·买买提挨家送信。", {"古丽娜·拜合提", "吐尔逊·买买提"}),
    ("党委书记刘志、苏木达巴雅尔汇报，村党支部书记扎巴介绍。", {"刘志", "巴雅尔", "扎巴"}),
    ("老人由孙儿顾小川搀扶，四百余来宾到场。", {"顾小川"}),
    ("会议研究了全省长江大保护工作，县林科所、那达慕组委会参加。", set()),
    ("局长韩宗瑛邀请客人座谈。局长韩宗瑛和客人合影。韩宗瑛分别会见客人。", {"韩宗瑛"}),
    ("副局长拉姆梅朵日前带队检查，文物科官员迈赛·奥斯曼到会。", {"拉姆梅朵", "迈赛·奥斯曼"}),
    ("先慈李门方太夫人之丧，湾区方氏敦厚堂敬老，欧阳玉堂到会。", {"欧阳玉堂"}),
    ("专务小野田健一十一月三日到会。", {"小野田健一"}),
    ("商董顾若愚、一等秘书方小川到会。", {"顾若愚", "方小川"}),
    ("钟老、余总到场，社员向二连赠送锦旗。", set()),
    ("县医院医生央金措松了一口气。", {"央金措"}),
    ("村民喊着“扎西德勒！”迎接客人，卫生院的公卫科也来了。", set()),
    ("厂长施展签字，育种户顾保田、女工骆秋娥旁听。", {"施展", "顾保田", "骆秋娥"}),
    ("果农史若愚卖了梨。邻居都夸老史手巧，老路也修好了。", {"史若愚"}),
    ("康乐主任洪若愚到会。彭副书记答谢，栗农周小满也来了。", {"洪若愚", "周小满"}),
    ("分馆主席李若荣主持。李若荣说，辛苦了。会上推举主席李若荣任团长。", {"李若荣"}),
]


@pytest.mark.parametrize(("sentence", "names"), PEOPLE)
def test_people(sheet_of: Reader, sentence: str, names: set[str]) -> None:
    sheet = sheet_of(FRAME.format(sentence))
    found = {f.name for f in sheet.found if f.kind == "Person"} - {"吴念一"}
    assert found == set(map(simplified, names))


@pytest.mark.parametrize(("name", "cut", "end"), [("卓玛央宗", 3, 4), ("卓玛央宗", 2, 2), ("顾长河", 2, 2)])
def test_a_name_made_of_parts_ends_with_a_part(name: str, cut: int, end: int) -> None:
    assert past_part(name, 0, cut) == end


def test_who_comes_to_the_articles_own_county_is_not_called_after_it(sheet_of: Reader) -> None:
    text = "昌图县今日新闻\n\n台湾客商来昌洽谈项目\n本报讯 5月6日，市政协组织部分委员来昌图调研。"
    assert {f.name for f in sheet_of(text).found if f.kind == "Person"} == set()


BODIES = [
    ("定海区市场监管局开展检查。", {"定海区市场监管局"}),
    ("定海区委、区政府高度重视，区农业农村和水利局牵头落实。", {"定海区委", "定海区政府", "定海区农业农村和水利局"}),
    ("调研组先后到浙江蓝鲸海洋科技有限公司、舟山市鸥舟船舶修造有限公司走访。",
     {"浙江蓝鲸海洋科技有限公司", "舟山市鸥舟船舶修造有限公司"}),
    ("定海区政府与农行舟山分行签署协议。", {"定海区政府", "农行舟山分行"}),
    ("舟山市轻工及食品行业协会参加活动。", {"舟山市轻工及食品行业协会"}),
    ("海风学校、定海一中、银杏小学的学生到场。", {"海风学校", "定海一中", "银杏小学"}),
    ("有关部门、各级党委和该公司要加强合作，优化产业布局，做好部署。", set()),
    ("定海区第十届人大常委会举行会议。", {"定海区人大常委会"}),
    ("定海区政府和两镇贯彻落实海区委工作部署。", {"定海区政府"}),
    ("请函告定海区侨联，参访团随后离开。", {"定海区侨联"}),
    ("区纪委监委印发通知，区农村信用社参加。", {"定海区纪委监委", "定海区农村信用社"}),
    ("团区委、区总工会联合主办，定海区委、区政府支持。", {"共青团定海区委", "定海区总工会", "定海区委", "定海区政府"}),
]  # fmt: skip


# What a name opens with, and what stands without its division or owner.
WITHIN = [
    ("定海区公安局交警大队开展检查。", "Organization", "定海区公安局"),
    ("海风大学农学院师生到场。", "Organization", "海风大学"),
    ("白泉镇党委书记顾长河主持。", "Division", "白泉镇"),
    ("绿水乡政府召开会议。", "Division", "绿水乡"),
    ("定海区委宣传部印发通知。", "Division", "定海区"),
]


def test_a_word_of_respect_calls_back_who_the_same_article_names(sheet_of: Reader) -> None:
    first = "全县工作会议召开\n\n本报讯(记者/吴念一)3月5日，县长丘国盛主持会议。丘先生讲话。\n\n"
    second = "县图书馆开放\n\n本报讯(记者/方兰)3月5日，县图书馆开放，可向丘先生预约。\n"
    sheet = sheet_of(first + second)
    assert len(sheet.parts) == 2
    assert [f.start < sheet.parts[1].start for f in sheet.found if f.name == "丘国盛"] == [True, True]


@pytest.mark.parametrize(("sentence", "kind", "inner"), WITHIN)
def test_names_within_names(sheet_of: Reader, sentence: str, kind: str, inner: str) -> None:
    sheet = sheet_of("舟山市定海区今日新闻\n\n" + FRAME.format("定海区召开会议。区委书记出席。" + sentence))
    assert inner in {f.name for f in sheet.found if f.kind == kind and f.within is not None}


FULL_NAMES = [
    ("行署副专员顾长河到会。", "金寨县", "六安地区行署"),
    ("地委书记顾长河到会。", "金寨县", "六安地委"),
    ("自治区水利厅厅长顾长河到会。", "五原县", "内蒙古自治区水利厅"),
    ("民盟县委主委顾长河到会。", "金寨县", "民盟金寨县委"),
]


@pytest.mark.parametrize(("sentence", "county", "name"), FULL_NAMES)
def test_bodies_without_their_division(sheet_of: Reader, sentence: str, county: str, name: str) -> None:
    sheet = sheet_of(FRAME.format(f"{county}召开会议，县委书记、县长出席。{county}各界参加。" + sentence))
    assert name in {f.name for f in sheet.found if f.kind == "Organization"}


def test_a_town_with_its_village_is_two_divisions(sheet_of: Reader) -> None:
    sheet = sheet_of(FRAME.format("顾长河来到定海区白泉镇河东村走访，河东村变了样。"))
    assert {"白泉镇", "河东村"} <= {f.name for f in sheet.found if f.kind == "Division"}


def test_communes_are_read_on_pages_of_their_years(sheet_of: Reader) -> None:
    sheet = sheet_of(FRAME.format("白泉公社党委召开会议。白泉公社、石门公社的社员参加。"))
    assert {"白泉公社", "石门公社"} <= {f.name for f in sheet.found if f.kind == "Division"}
    later = sheet_of(FRAME.format("定海区交警大队开展检查。"))
    assert not {f.name for f in later.found if f.kind == "Division" and f.name.endswith("大队")}


@pytest.mark.parametrize(("sentence", "names"), BODIES)
def test_bodies(sheet_of: Reader, sentence: str, names: set[str]) -> None:
    sheet = sheet_of("舟山市定海区今日新闻\n\n" + FRAME.format("定海区召开会议。区委书记出席。" + sentence))
    found = {f.name for f in sheet.found if f.kind == "Organization" and f.within is None and not f.implied}
    assert found - {"定海区委"} == names - {"定海区委"}


DIVISIONS = [
    ("安徽省六安市金寨县斑竹园镇的茶园丰收。", {"安徽省", "六安市", "金寨县", "斑竹园镇"}),
    ("他先后到青山镇、白塔畈镇和双河村走访。", {"青山镇", "白塔畈镇", "双河村"}),
    ("推动乡村振兴，建设美丽乡村，打造工业重镇。", set()),
    ("各镇、该村和有关社区要落实责任，农村面貌一新。", set()),
    # A city abroad, beside a name of one that is a person too.
    ("客人从沙斯卡通来，会上讲到达尔文。", {"沙斯卡通"}),
    ("他来到和岭镇座谈，和岭镇的茶农与青山镇和白塔畈镇的茶农都来了。", {"和岭镇", "青山镇", "白塔畈镇"}),
    ("他察看了候车亭和镇客运站。", set()),
    ("雨后，吉仁高勒苏木巴彦哈日敖包嘎查的草场绿了。", {"吉仁高勒苏木", "巴彦哈日敖包嘎查"}),
    ("青山镇镇龙寺村修了路。", {"青山镇", "镇龙寺村"}),
]


@pytest.mark.parametrize(("sentence", "names"), DIVISIONS)
def test_divisions(sheet_of: Reader, sentence: str, names: set[str]) -> None:
    sheet = sheet_of(FRAME.format(sentence))
    assert {f.name for f in sheet.found if f.kind == "Division"} == names


THINGS = [
    ("双方签署《山海协作框架协议》。", "Agreement", {"山海协作框架协议"}),
    ("双方签订校地人才培养合作协议。", "Agreement", {"校地人才培养合作协议"}),
    ("全县深入实施“百园千户”富民工程，推行河长制。", "Programme", {"百园千户", "河长制"}),
    ("我县创建国家卫生县城。", "Programme", {"创建国家卫生县城"}),
    ("该村获评全国文明村镇。", "Honour", {"全国文明村镇"}),
    ("“今天很高兴，我们都来了。”他说。", "Programme", set()),
    ("学习《中华人民共和国森林法》。", "Document", {"中华人民共和国森林法"}),
]


@pytest.mark.parametrize(("sentence", "kind", "names"), THINGS)
def test_things(sheet_of: Reader, sentence: str, kind: str, names: set[str]) -> None:
    sheet = sheet_of(FRAME.format(sentence))
    assert {f.name for f in sheet.found if f.kind == kind} == names


def test_a_company_is_known_by_its_short_form_after_its_full_name(sheet_of: Reader) -> None:
    sheet = sheet_of(FRAME.format("顾问团走访舟山市鸥舟船舶修造有限公司。在鸥舟，大家参观展厅。鸥舟公司是老企业。"))
    full = "舟山市鸥舟船舶修造有限公司"
    forms = [sheet.text[f.start : f.end] for f in sheet.found if f.kind == "Organization" and f.name == full]
    assert forms == [full, "鸥舟", "鸥舟公司"]


@pytest.mark.parametrize(
    ("full", "form"),
    [
        ("浙江舟山鸥舟纸业有限公司", "鸥舟纸业"),
        ("浙江鸥舟清洁能源集团有限公司", "鸥舟能源"),
        ("舟山鸥舟环境工程集团", "鸥舟集团"),
        ("浙江省舟山市定海区鸥舟实业有限公司", "鸥舟公司"),
    ],
)
def test_a_company_by_its_own_name_and_trade(sheet_of: Reader, full: str, form: str) -> None:
    sheet = sheet_of(FRAME.format(f"顾问团走访{full}。{form}董事长贺兰舟介绍情况。"))
    assert {f.name for f in sheet.found if sheet.text[f.start : f.end] == form} == {full}


def test_what_lies_elsewhere_belongs_to_a_companys_own_name(sheet_of: Reader) -> None:
    sheet = sheet_of(FRAME.format("顾问团走访浙江金牛皮业有限公司、舟山双鹿皮业有限公司。金牛皮业投产。"))
    names = {f.name for f in sheet.found if sheet.text[f.start : f.end] == "金牛皮业"}
    assert names <= {"金牛皮业", "浙江金牛皮业有限公司"}


@pytest.mark.parametrize("note", ["(以下简称“数据中心”)", "(简称数据中心)", "(下称“数据中心”)"])
def test_a_declared_short_form_stands_for_the_full_name(sheet_of: Reader, note: str) -> None:
    sheet = sheet_of(FRAME.format(f"舟山海洋数据交易中心{note}成立。数据中心将服务企业。"))
    named = [f for f in sheet.found if sheet.text[f.start : f.end] == "数据中心"]
    assert named
    assert {f.name for f in named} == {"舟山海洋数据交易中心"}


def test_every_loser_says_what_it_lost_to(sheet_of: Reader) -> None:
    sheet = sheet_of(FRAME.format("县长贺兰舟表示，要抓紧落实。"))
    lost = {sheet.text[c.start : c.end]: w for c, w in sheet.lost if c.weight > 0}
    assert all(winner is None or winner in sheet.chosen for winner in lost.values())
