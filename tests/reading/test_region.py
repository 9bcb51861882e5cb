"""我市, 全区 and 区委 mean the division that the page speaks for; the reason says why."""

from __future__ import annotations

import pytest

from kg.reading.region import home_of
from tests.reading.factory import read

# Real divisions of several provinces, in invented sentences.
PAGES = {
    "we and a neighbour side by side": (
        "我县与湖北省公安县签约，副县长与公安县副县长签字，公安县水利局参加。安乡县抓落实，县委书记讲话。安乡县安乡县。",
        "安乡县",
    ),
    "the towns named": ("县委书记到让字镇、水字镇、余字乡调研，县长参加。我县抓落实。", "乾安县"),
    "the towns named, beside guests": (
        "县委书记到让字镇、水字镇、余字乡调研。黄岩县技术员来了，黄岩县的柑桔好。我县抓落实。",
        "乾安县",
    ),
    "a county": ("沭阳县召开会议，县委书记讲话。全县上下要抓好落实。", "沭阳县"),
    "a district": ("区委书记到石景山区调研。全区要抓好落实，我区发展很快。石景山区政府负责人参加。", "石景山区"),
    "a city of a prefecture": ("我市召开会议，市委书记讲话。邛崃市抓项目。邛崃市政府有关部门参加。", "邛崃市"),
    "a prefecture": ("烟台市召开会议，市委书记讲话。烟台各区市参加。全市要抓落实。", "烟台市"),
    "a banner": ("考察团来我旗考察，旗领导陪同。乌审旗资源丰富。", "乌审旗"),
    "an autonomous prefecture by a short name": ("州委书记讲话，楚雄州各县参加。全州要抓落实。", "楚雄彝族自治州"),
    "visitors are not us": ("兴安盟阿尔山市党政考察团来我市考察，阿尔山市领导感谢我市。在乳山市座谈。", "乳山市"),
    "hosts of our delegation are not us": (
        "区委书记率队赴余杭区考察，在余杭区座谈。全区要学习，金牛区要发展。金牛区参加。",
        "金牛区",
    ),
    "no pointing words": ("沭阳县茶园飘香，沭阳县农民增收。", "沭阳县"),
    "a county the gazetteer lacks": ("云溪县召开会议，县委书记讲话。全县抓落实，云溪县各镇参加。", "云溪县"),
    "places within it": ("州政协主席到姚安县、大姚县调研。州政协机关负责人参加。", "楚雄彝族自治州"),
    "short names side by side": ("近日，在莆田仙游开展志愿服务，仙游群众点赞。", "仙游县"),
    "nothing named": ("县委书记讲话，全县抓落实。", None),
    "a county by its former name": ("监利县召开大会，县委书记讲话。全县要抓好落实，监利县各乡参加。", "监利县"),
    "a banner by its customary name": ("科右中旗召开会议，旗委书记讲话。全旗抓落实，科右中旗各苏木参加。", "科右中旗"),
    "a city that is a district today": ("市委书记讲话，我市农民增收。即墨市各镇参加，即墨市要抓好落实。", "即墨市"),
    "words that meet are no county": (
        "单县召开会议，县委和县经委抓落实。县长和县计委、乡长和县农委参加。单县要发展。",
        "单县",
    ),
    "the host of a delegation": (
        "兴安盟阿尔山市党政代表团来乳山考察。市委书记会见了阿尔山市委书记一行，市长参加。阿尔山市资源丰富，阿尔山市发展快。"
        "乳山的经验值得学习。威海乳山发展快。",
        "乳山市",
    ),
    "guests alone": ("绵阳市委书记率队来我市考察，市长陪同。绵阳市发展快，绵阳市经验多。", None),
    "the host by one character": (
        "德阳市委书记一行来绵考察。市委书记陪同，市长参加。绵阳工业强，德阳市要学习。德阳市发展快。",
        "绵阳市",
    ),
    "a character that stands for a city": ("德阳市党政代表团来甬考察，市委书记会见。德阳市发展快。", "宁波市"),
    "whose own delegation goes": (
        "市委书记率德阳市党政代表团到绵阳市考察学习。市长参加。绵阳市发展快，绵阳市经验多。绵阳市领导陪同。",
        "德阳市",
    ),
    "those whom one receives": (
        "德阳市委书记会见了绵阳市党政代表团一行。市长参加。绵阳市发展快，绵阳市经验多。德阳市愿意合作。",
        "德阳市",
    ),
    "where our people go": (
        "市长带领有关部门赴绵阳市对接协作，与绵阳市委领导座谈。绵阳市发展快。德阳市委秘书长参加。",
        "德阳市",
    ),
    "a holder is no name": (
        "市长杜小山调研。杜小山市长强调，要抓落实。杜小山市长到车间。绵阳建设集团负责人陪同。",
        "绵阳市",
    ),
    "those whom ours accompany": (
        "邯郸市涉县考察团到沁源参观考察。县委书记、县长陪同。涉县发展快，涉县经验多，沁源有山有水。",
        "沁源县",
    ),
    "a city by its counties": (
        "市委书记到涪城区、游仙区调研。江油市工业强，江油市发展快，江油市委参加。三台县修路，绵阳供电局参加，游仙区抓项目。",
        "绵阳市",
    ),
    "a deputy is no name": (
        "市委常委、常务副市长参加，市委常委、常务副市长讲话。德阳市要抓落实。",
        "德阳市",
    ),
    "the bodies of a province": (
        "省人大常委会举行会议，副省长参加。会议审议了《四川省北川羌族自治县条例》和省财政厅的报告。会议在成都举行。",
        "四川省",
    ),
    "an autonomous region": (
        "自治区党委书记会见客人，自治区主席、自治区政协副主席参加，自治区商务厅负责。会见在南宁举行。",
        "广西壮族自治区",
    ),
    "the city before the county of its stem": (
        "市委书记调研，市长参加。在江西南昌，南昌企业多，南昌要发展。",
        "南昌市",
    ),
    "a chamber of those from elsewhere": (
        "沭阳县举行仪式，县长参加。平顶山市宿迁商会捐款，平顶山市宿迁商会会长讲话。",
        "沭阳县",
    ),
    "the place of its own dateline": (
        "邹城讯(记者 甲文)客商代表团来我市考察，副市长陪同。济宁市副市长讲话，济宁市商务局参加。",
        "邹城市",
    ),
    "whose disaster it was": (
        "省厅总工程师率省沭阳县泗阳县洪灾专家组来我县指导，县委书记陪同。泗阳县参加。沭阳县要重建，沭阳县人民感谢。",
        "沭阳县",
    ),
    "deputies of another city": (
        "西藏自治区副主席调研。自治区教育厅、自治区商务厅陪同，拉萨市副市长、堆龙德庆区副区长参加。",
        "西藏自治区",
    ),
    "deputies of cities abroad": (
        "楚雄州州长出席推进会。曼德勒市副市长、蒲甘市副市长参加。楚雄州发展快。",
        "楚雄彝族自治州",
    ),
    "our own in a list behind those of the city above": (
        "山东省副省长来我市调研。济宁市市长、济宁市一级巡视员，我市市委书记陪同。",
        None,
    ),
    "a host whose name is a word": (
        "沭阳县党政代表团来日照考察。市委书记会见代表团，市政协主席陪同。",
        "日照市",
    ),
    "a prefecture that is no city": (
        "昌潍地委召开会议，地委书记讲话，行署专员参加。全区各县抓落实。昌潍地区丰收。",
        "昌潍地区",
    ),
    "a county around a city of its name": (
        "延安县召开会议，县委书记讲话，全县抓落实。延安县各公社参加。延安地委负责人到会。",
        "延安县",
    ),
    "a county that is a city today": ("东沟县召开会议，县委书记讲话。我县丰收。丹东市负责人到会。", "东沟县"),
    "a city and the one above it": (
        "我市召开会议，市委书记讲话。济宁市教育局、济宁市商务局负责人参加。曲阜市各镇参加。",
        "曲阜市",
    ),
    "an autonomous prefecture without its nationalities": (
        "湘西自治州召开会议，州委书记讲话。",
        "湘西土家族苗族自治州",
    ),
    "words that meet are no county in full": ("县委书记讲话，县教育局会同县商务局检查。全县抓落实。", None),
    "part of an area is no name": ("区委书记讲话，全区抓落实。核心区建设快，核心区企业多。核心区政府参加。", None),
    "a university is no city": ("市委书记讲话。兰州理工大学教授参加。", None),
    "a welcome by people without their place": (
        "泗阳县学习团到沭阳学习。县委常委参加。县领导对泗阳县客人到沭阳学习表示诚挚欢迎，讲了沭阳县怎样抓落实。",
        "沭阳县",
    ),
    "the province is above": ("省委书记到全省各地调研。沭阳县召开会议，沭阳县抓落实。", "沭阳县"),
}


@pytest.mark.parametrize("case", PAGES)
def test_the_region_of_a_page(case: str) -> None:
    text, expected = PAGES[case]
    page = read("召开会议抓落实", text)
    assert (page.region.name if page.region else None) == expected
    if page.region and expected:
        assert expected in page.region.reason
    else:
        assert any("no region" in warning for warning in page.warnings)


def test_the_papers_home_decides_where_nothing_is_named() -> None:
    page = read("召开会议抓落实", "烟台日报讯(记者 甲文)市委书记讲话，全市抓落实。")
    assert page.publication == "烟台日报"
    assert page.region and page.region.name == "烟台市" and "烟台日报" in page.region.reason


def test_the_papers_home_outranks_guests() -> None:
    text = "绵阳市党政代表团来德阳考察。市委书记陪同，市长参加。绵阳市发展快，绵阳市经验多，绵阳市领导讲话。"
    page = read("德阳日报 2023-05-06", "绵阳市党政代表团来德阳考察", text)
    assert page.region and page.region.name == "德阳市"
    assert page.issue_date and str(page.issue_date) == "2023-05-06"


def test_a_county_papers_county_named_once_only() -> None:
    text = "本报讯(记者 甲文)北京市召开会议。县委书记、县长收看，市委通知学习。县政协参加。"
    assert (page := read("江陵新闻 2017年10月19日", "干部收看", text)).region and page.region.name == "江陵县"


def test_a_provinces_paper_that_names_it_most() -> None:
    text = "青海省歌舞团到湟源县演出。青海省文化厅参加，青海省歌舞团演员讲话。青海省各地喜欢，青海观众多。"
    assert (page := read("青海日报 2016年7月1日", "歌舞下乡", text)).region and page.region.name == "青海省"


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (["黄海周报", "东港市委市政府主管主办 今日四版 2010年3月19日 星期五"], []),
        (["鸭绿江新闻 2010年3月19日", "中共东港市委机关报 第12期"], []),
        (["鸭绿江新闻 2010年3月19日 第12期 东", "港市委宣传部主办"], []),
        (["黄海周报 2010年3月19日"], ["本期责编：甲文 地址：辽宁省东港市大东街 邮编：118300 每周五出版"]),
    ],
)
def test_who_runs_a_paper_and_where_its_office_is(head: list[str], tail: list[str]) -> None:
    text = "本报讯(记者 乙武)市委书记讲话，市长主持。丹东市副市长讲话，丹东市商务局参加。"
    page = read(*head, "市委召开会议", text, *tail)
    assert page.region and page.region.name == "东港市"


def test_a_papers_articles_on_several_counties() -> None:
    page = read(
        "沁源造林",
        "山西日报讯(记者 甲文)沁源县抓造林，县委书记讲话，县林业局介绍，全县造林。",
        "兴县修路",
        "本报讯(记者 乙武)兴县公路通车，县长讲话，县交通局参加，全县干部参加。",
        "省政府召开会议",
        "本报讯(记者 丙力)省政府召开会议，副省长讲话，要求各地抓好落实，确保安全。",
    )
    assert page.region and page.region.name == "山西省"
    assert [one.region and one.region.name for one in page.articles] == ["沁源县", "兴县", "山西省"]


def test_a_city_papers_article_from_a_county() -> None:
    page = read(
        "市委召开会议",
        "定西日报讯(记者 甲文)市委书记讲话，全市抓落实。定西市发展快。",
        "种好药材",
        "本报渭源讯(记者 乙武)县委书记到会川镇调研，全县抓落实，县农业局参加。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["定西市", "渭源县"]


def test_an_article_may_speak_for_another_region() -> None:
    page = read(
        "市委召开会议",
        "烟台日报讯(记者 甲文)烟台市召开会议，市委书记讲话，全市抓落实，我市发展快。",
        "县委召开会议",
        "烟台日报讯(记者 乙武)沭阳县召开会议，县委书记讲话。沭阳县抓落实，全县参加，沭阳县发展。",
    )
    assert [article.region.name for article in page.articles if article.region] == ["烟台市", "沭阳县"]


def test_an_article_may_point_to_what_the_page_is_not() -> None:
    page = read(
        "旗委召开会议",
        "本报讯(记者 甲文)乌审旗召开会议，旗委书记讲话，全旗抓落实，我旗发展快。",
        "区政府与银行签约",
        "本报讯(记者 乙武)区政府与银行签约，副区长参加。东胜区经济发展快。",
    )
    assert [article.region.name for article in page.articles if article.region] == ["乌审旗", "东胜区"]


def test_a_county_papers_reprint_from_another_county() -> None:
    page = read(
        "县委召开会议",
        "沭阳日报讯(记者 甲文)沭阳县召开会议，县委书记讲话，沭阳县要抓好落实，我县发展快。",
        "学会会长来我县考察",
        "本报讯(记者 乙武)会长来我县考察，县长陪同。县长介绍，祁县产业多，我县欢迎他常来，祁县会做好服务。"
        "会长答应为祁县出力，把好项目带到我县，让祁县富起来。",
        "县党政代表团到泗阳县考察",
        "本报讯(记者 丙力)县委书记率我县党政代表团到泗阳县考察。泗阳县发展快，泗阳县经验多，泗阳县企业多。我县要学习。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["沭阳县", "祁县", "沭阳县"]


def test_an_article_on_a_visit_to_another_county() -> None:
    page = read(
        "旗委召开会议",
        "本报讯(记者 甲文)乌审旗召开会议，旗委书记讲话，乌审旗要抓好落实，我旗发展快。乌审旗各镇参加。",
        "盟长到科右中旗调研",
        "本报讯(记者 乙武)盟长来我旗查看草场，旗委书记、旗长汇报工作。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["乌审旗", "科右中旗"]


def test_a_county_papers_home_that_its_text_hardly_names() -> None:
    page = read(
        "灵璧新闻 2017年10月",
        "县委召开会议",
        "本报讯(记者 甲文)县委书记讲话，全县党员收看大会盛况，大会在北京开幕，北京隆重。市委秘书长参加。",
        "考察组到我县灵璧镇",
        "本报讯(记者 乙武)县领导陪同考察组到我县灵璧镇考察，我县发展快。",
    )
    assert page.region and page.region.name == "灵璧县"


def test_an_article_on_other_regions_has_none() -> None:
    page = read(
        "区委召开会议",
        "本报讯(记者 甲文)余杭区召开会议，区委书记讲话，全区抓落实。",
        "湖南抗洪救灾",
        "新华社长沙7月1日电 湖南各地抗洪救灾，湖南省长沙市受灾。",
    )
    assert page.region and page.articles[0].region == page.region
    assert page.articles[1].region is None


def test_a_headline_may_open_with_the_county_it_is_about() -> None:
    page = read(
        "市委召开会议",
        "本报讯(记者 甲文)宜昌市委书记主持召开会议，市长出席。宜昌市抓落实，全市抓落实，宜昌市各区参加。",
        "当阳：农机下田“跑”得欢",
        "本报讯(记者 乙武)当阳市委副书记到镇里检查，市领导参加。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["宜昌市", "当阳市"]


def test_an_article_that_points_nowhere_is_the_papers_own() -> None:
    page = read(
        "区委召开会议",
        "本报讯(记者 甲文)余杭区召开会议，区委书记讲话，全区抓落实。",
        "茶叶卖到长沙",
        "本报讯(记者 乙武)湖南省长沙市的客商来了，在茶园里看了半天。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["余杭区", "余杭区"]


def test_a_district_whose_head_is_present_does_not_take_a_citys_article_over() -> None:
    page = read(
        "市委召开会议",
        "本报讯(记者 甲文)绵阳市委书记主持召开会议，市长、市委副书记出席。绵阳市抓落实，全市抓落实。"
        "涪城区委书记请假，由区长发言。",
    )
    assert [one.region and one.region.name for one in page.articles] == ["绵阳市"]


def test_national_papers_have_no_region() -> None:
    assert read("县委书记的一天", "人民日报讯 江苏沭阳县委书记到村里。沭阳县是县委试点。").region is None


@pytest.mark.parametrize(
    ("publication", "home"),
    [
        ("烟台日报", "烟台市"),
        ("海南日报", "海南省"),
        ("中国菏泽网", "菏泽市"),
        ("新民时讯", "新民市"),
        ("山城清河", "清河县"),
        ("黄海口岸报", None),
        ("南方日报", None),
    ],
)
def test_the_home_of_a_paper(publication: str, home: str | None) -> None:
    found = home_of(publication)
    assert (found.name if found else None) == home


def test_a_former_name_is_meant_where_the_paper_points_to_one() -> None:
    page = read("县委召开会议", "诸城报讯(记者 甲文)县委书记讲话，诸城各乡参加，我县抓落实。")
    assert page.region and page.region.name == "诸城县" and page.region.adcode == "370782"


@pytest.mark.parametrize(
    ("texts", "region"),
    [
        (("中山市委书记率团来澳，市侨联主席随团。", "恩平市长莅澳，副市长致词。"), "澳门特别行政区"),
        (("中山市委书记率团来澳，市侨联主席随团。", "我市举行座谈会，中山市领导出席。"), "中山市"),
        # Papers of other countries by the words and names of one of them.
        (("中山市市长访古晋。", "诗巫讯：拿督在诗巫说，州政府拨款，州议员到场，独中董事感谢，令吉上升。"), "诗巫"),
        (("中山市市长访三藩市。", "三藩市总领事在华埠设宴，侨领、侨团到场，全美会馆祝贺，中华总会馆致贺。"), "三藩市"),
    ],
)
def test_papers_abroad_tell_of_guests(texts: tuple[str, ...], region: str) -> None:
    page = read("市委书记率团来访", *texts)
    assert page.region and page.region.name == region


def test_a_county_papers_home_where_only_another_place_is_named() -> None:
    text = "大会在北京开幕，我县干部收看。县委书记讲话，县长主持，县政协主席参加，市委领导到会。"
    page = read("渭源新闻 2017年10月", "集中收看", f"本报讯(记者 甲文){text}")
    assert page.region and page.region.name == "渭源县"


@pytest.mark.parametrize(
    ("headline", "text", "region"),
    [
        # Words that cannot mean the page's own region.
        ("盟长到正蓝旗调研", "盟委副书记、盟长到我旗调研，盟行署副盟长、旗委书记参加。", "正蓝旗"),
        ("区政府召开会议", "松山区召开会议，区委书记讲话，区长主持，区政协主席参加。", "松山区"),
        # One who comes to us is no guest of the paper's own county where that is not named.
        (
            "学会会长来我旗考察",
            "会长来我旗考察，科尔沁左翼中旗发展快，科尔沁左翼中旗企业多，科尔沁左翼中旗风光好，旗长参加。",
            "科尔沁左翼中旗",
        ),
        ("旗长到奈曼旗考察", "我旗干部到奈曼旗学习，奈曼旗旗长介绍，旗长讲话。", "敖汉旗"),
    ],
)
def test_an_article_of_another_countys_news(headline: str, text: str, region: str) -> None:
    home = "敖汉旗召开会议，旗委书记讲话，我旗抓落实，旗长、旗政协主席参加，赤峰市领导到敖汉旗调研。"
    page = read("旗委召开会议", f"敖汉报讯(记者 甲文){home}", headline, f"本报讯(记者 乙武){text}")
    assert [article.region and article.region.name for article in page.articles] == ["敖汉旗", region]


def test_of_two_counties_the_one_in_the_pages_province_is_the_host() -> None:
    page = read(
        "县委召开会议",
        "本报讯(记者 甲文)渭源县召开会议，县委书记讲话，渭源县抓落实，渭源县企业多，渭源县领导讲话，我县发展快。",
        "宜川县考察团到通渭参观考察",
        "本报讯(记者 乙武)陕西省宜川县考察团到通渭参观考察。县委常委陪同。"
        "宜川客人在通渭参观，对通渭县的发展表示赞扬，县长介绍通渭。",
    )
    assert [article.region and article.region.name for article in page.articles] == ["渭源县", "通渭县"]
