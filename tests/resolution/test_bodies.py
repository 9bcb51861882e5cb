"""Bodies, places and projects: which long and short names are one, on a page and across pages."""

from __future__ import annotations

import pytest

from kg.model import Kind
from kg.resolution import resolve
from tests.resolution.told import Named, Post, Told, body, division, entities, known, labels, named, told

PEI, FENG = division("沛县"), division("丰县")

ON_ONE_PAGE: list[tuple[list[Named], list[str]]] = [
    # Short and long form, the head a division or a body of the page.
    ([PEI, body("沛县松涛肉联厂"), body("松涛肉联厂")], ["沛县松涛肉联厂"]),
    (
        [body("云岭大学"), body("云岭大学智慧应急实验室"), body("智慧应急实验室")],
        ["云岭大学", "云岭大学智慧应急实验室"],
    ),
    (
        [body("沛县市场监管局"), body("沛县市场监管局松涛市场监管所"), body("松涛市场监管所")],
        ["沛县市场监管局", "沛县市场监管局松涛市场监管所"],
    ),
    (
        [body("沛县人民法院"), body("沛县人民法院松涛人民法庭"), body("松涛人民法庭")],
        ["沛县人民法院", "沛县人民法院松涛人民法庭"],
    ),
    # A chain of short forms ends in the longest.
    (
        [PEI, body("徐州市沛县松涛肉联厂"), body("沛县松涛肉联厂"), body("松涛肉联厂")],
        ["徐州市沛县松涛肉联厂"],
    ),
    # A banner's bodies by its first word, and a democratic party's committee.
    ([division("阿鲁科尔沁旗"), body("阿鲁科尔沁旗财政局"), body("阿旗财政局")], ["阿鲁科尔沁旗财政局"]),
    ([division("阿鲁科尔沁旗"), body("阿鲁科尔沁旗委"), body("阿旗委")], ["阿鲁科尔沁旗委"]),
    ([body("澳大利亚松涛同乡会"), body("澳洲松涛同乡会")], ["澳大利亚松涛同乡会"]),
    ([PEI, body("民进沛县委员会"), body("民进沛县委")], ["民进沛县委员会"]),
    # A part is not what the whole is short for.
    (
        [body("江苏省人大常委会"), body("江苏省人大常委会民族委员会")],
        ["江苏省人大常委会", "江苏省人大常委会民族委员会"],
    ),
    # The committee of a democratic party or of the league is no party committee.
    ([PEI, body("民建"), body("民建沛县委"), body("沛县委")], ["民建", "民建沛县委", "沛县委"]),
    ([body("民建中央"), body("民建中央松涛议政部"), body("松涛议政部")], ["民建中央", "民建中央松涛议政部"]),
    ([PEI, body("共青团"), body("共青团沛县委"), body("沛县委")], ["共青团", "共青团沛县委", "沛县委"]),
    # Two could be meant, or what stands before is no name.
    (
        [division("松涛镇"), division("云岭镇"), body("松涛镇实验小学"), body("云岭镇实验小学"), body("实验小学")],
        ["云岭镇实验小学", "实验小学", "松涛镇实验小学"],
    ),
    ([body("新型智慧应急实验室"), body("智慧应急实验室")], ["新型智慧应急实验室", "智慧应急实验室"]),
    # What people call a company is no word of the language.
    ([body("江苏阳光材料有限公司"), body("阳光")], ["江苏阳光材料有限公司", "阳光"]),
    # What is left of a name without some of its words, where one name only can be meant.
    ([body("云岭松涛三语学校"), body("云岭三语学校")], ["云岭松涛三语学校"]),
    ([PEI, body("沛县农村信用合作联社"), body("沛县农信社")], ["沛县农村信用合作联社"]),
    (
        [body("云岭松涛三语学校"), body("云岭岚川三语学校"), body("云岭三语学校")],
        ["云岭三语学校", "云岭岚川三语学校", "云岭松涛三语学校"],
    ),
    # The noun alone names nothing.
    ([PEI, body("沛县教育局"), body("教育局")], ["教育局", "沛县教育局"]),
    # The division's short form.
    ([division("徐州市"), body("徐州市技师学院"), body("徐州技师学院")], ["徐州市技师学院"]),
    ([division("翁牛特旗"), body("翁牛特旗委"), body("翁旗委")], ["翁牛特旗委"]),
    ([body("澳大利亚潮安同乡会"), body("澳洲潮安同乡会")], ["澳大利亚潮安同乡会"]),
    # An alias says so.
    ([body("云岭数据服务中心", aliases=("云数中心",)), body("云数中心")], ["云岭数据服务中心"]),
    # Long and short standard forms.
    ([body("沛县市场监督管理局"), body("沛县市场监管局")], ["沛县市场监督管理局"]),
    # What a page calls the congress is its standing committee, unless the congress itself is told of.
    ([body("沛县人大常委会"), body("沛县人大")], ["沛县人大常委会"]),
    ([body("沛县人大常委会"), body("沛县人民代表大会")], ["沛县人大常委会", "沛县人民代表大会"]),
    ([body("沛县人大常委会"), body("沛县第九届人大")], ["沛县人大常委会", "沛县第九届人大"]),
    ([body("沛县人大常委会"), body("丰县人大")], ["丰县人大", "沛县人大常委会"]),
    # A company by what people call it.
    ([body("江苏岚川科技有限公司"), body("岚川科技"), body("岚川公司")], ["江苏岚川科技有限公司"]),
    ([body("江苏岚川科技有限公司"), body("岚川陶瓷")], ["岚川陶瓷", "江苏岚川科技有限公司"]),
    (
        [body("江苏岚川科技有限公司"), body("江苏岚川水泥有限公司"), body("岚川公司")],
        ["岚川公司", "江苏岚川水泥有限公司", "江苏岚川科技有限公司"],
    ),
]


@pytest.mark.parametrize(("names", "expected"), ON_ONE_PAGE)
def test_on_one_page(names: list[Named], expected: list[str]) -> None:
    assert labels(known(told("a.txt", *names)), "Organization") == expected


MEMBER = told(
    "b.txt",
    *(body("沛县人大常委会"), body("沛县人大"), named("Person", "宋明哲")),
    posts=[Post("宋明哲", "代表", "沛县人大")],
)
COMMITTEE = told(
    "b.txt",
    *(body("沛县人大常委会"), body("沛县人大"), body("沛县人大农业委员会")),
    claims=[("沛县人大农业委员会", "subOrganizationOf", "沛县人大")],
)


@pytest.mark.parametrize("own", [MEMBER, COMMITTEE], ids=["a deputy", "a committee"])
def test_a_congress_with_people_and_parts_of_its_own_is_not_its_standing_committee(own: Told) -> None:
    """Nor is it so through a page that says 人大 and means the committee."""
    meant = told("a.txt", body("沛县人大常委会"), body("沛县人大"))
    assert {"沛县人大", "沛县人大常委会"} <= {*labels(known(own), "Organization")}
    assert {"沛县人大", "沛县人大常委会"} <= {*labels(known(own, meant), "Organization")}
    [reasons] = [each.reasons for each in known(meant).identities]
    assert reasons == ("本版所称人大即其常委会",)


def page(id: str, *names: Named, here: str = "沛县", **more: object) -> Told:
    return told(f"{id}.txt", *names, here=here, **more)  # type: ignore[arg-type]


def committee(id: str, county: str) -> Told:
    """A page of the city that names a town of this county and its committee."""
    claims = [("松涛镇", "partOf", county)]
    return page(id, division(county), division("松涛镇"), body("松涛镇党委"), here="徐州市", claims=claims)


def completed(id: str, whole: str, town: str) -> Told:
    """A page that names a school by its long and its short name, and a town that is not the school's."""
    return page(id, division(town), body(whole), body("实验小学"))


SCHOOL, LAB, WHOLE_LAB = body("松涛小学"), body("智慧应急实验室"), body("云岭大学智慧应急实验室")
CASUAL, FULL = body("岚川公司"), body("江苏岚川科技有限公司")

ACROSS: list[tuple[str, list[Told], int]] = [
    ("a placed name", [page("a", body("沛县教育局")), page("b", body("沛县教育局"), here="丰县")], 1),
    ("a bare name at home in two counties", [page("a", SCHOOL), page("b", SCHOOL, here="丰县")], 2),
    ("a bare name and the city's page", [page("a", SCHOOL), page("b", SCHOOL, here="徐州市")], 1),
    ("a bare name on two pages of no region", [told("a.txt", SCHOOL, here=None), told("b.txt", SCHOOL, here=None)], 1),
    ("a national name", [page("a", body("中国应急学会")), page("b", body("中国应急学会"), here="洋县")], 1),
    ("a company's full name", [page("a", body("岚川有限公司")), page("b", body("岚川有限责任公司"), here="洋县")], 1),
    (
        "two districts of one name",
        [page("a", body("鼓楼区教育局"), here="徐州市"), page("b", body("鼓楼区教育局"), here="福建省")],
        2,
    ),
    ("committees of towns with one name", [committee("a", "沛县"), committee("b", "丰县")], 2),
    ("the committee of one town", [committee("a", "沛县"), page("b", body("沛县松涛镇党委"))], 1),
    ("a bare name and the county's", [page("a", SCHOOL), page("b", body("沛县松涛小学"), here="徐州市")], 1),
    ("a bare name and another county's", [page("a", SCHOOL), page("b", body("丰县松涛小学"), here="徐州市")], 2),
    (
        "a tail where the head is named",
        [page("a", named("Place", "云岭大学"), LAB), page("b", WHOLE_LAB, here="洋县")],
        1,
    ),
    ("a tail without its head", [page("a", LAB), page("b", WHOLE_LAB, here="洋县")], 2),
    (
        "a tail that its own page completes",
        [completed("a", "徐州实验小学", "云岭镇"), page("b", body("云岭镇实验小学"))],
        2,
    ),
    ("a company in its city", [page("a", CASUAL), page("b", FULL, here="徐州市")], 1),
    ("a company far away", [page("a", CASUAL), page("b", FULL, here="洋县")], 2),
]


@pytest.mark.parametrize(("pages", "count"), [row[1:] for row in ACROSS], ids=[row[0] for row in ACROSS])
def test_across_pages(pages: list[Told], count: int) -> None:
    assert len(entities(known(*pages), "Organization")) == count
    assert len(entities(known(*reversed(pages)), "Organization")) == count


@pytest.mark.parametrize(("here", "count"), [("沛县", 1), (None, 2)])
def test_a_zone_without_a_name_is_that_of_its_city(here: str | None, count: int) -> None:
    pages = [told(f"{id}.txt", named("Place", "经开区"), here=here) for id in "ab"]
    assert len(entities(known(*pages), "Place")) == count


REASONS = {
    "one county": ([page("a", SCHOOL), page("b", SCHOOL, here="徐州市")], "名称相同（不计全称、简称），同在一地"),
    "no county": ([told(f"{id}.txt", SCHOOL, here=None) for id in "ab"], "名称相同，两版都未说明在何地"),
    "all the country": ([page("a", body("中国应急学会")), page("b", body("中国应急学会"))], "名称相同，全国只有一家"),
    "a tail": (
        [page("a", SCHOOL), page("b", body("沛县松涛小学"), here="徐州市")],
        "省去开头的地名或上级名称，所在版面讲的正是那里",
    ),
}


@pytest.mark.parametrize("case", REASONS)
def test_what_is_one_on_two_pages_says_why(case: str) -> None:
    pages, reason = REASONS[case]
    [found] = known(*pages).identities
    assert found.reasons == (reason,)
    assert {each.span.page for each in found.sources} == {"a.txt", "b.txt"}


LOCAL: list[tuple[Kind, list[str], list[str]]] = [
    ("Place", ["徐州松涛科学城", "松涛科学城"], ["徐州松涛科学城"]),
    ("Place", ["云岭高新区", "云岭国家高新区"], ["云岭国家高新区"]),
    ("Place", ["粤港澳大湾区", "大湾区"], ["粤港澳大湾区"]),
    ("Project", ["松涛大桥项目", "松涛大桥"], ["松涛大桥项目"]),
]


@pytest.mark.parametrize(("kind", "names", "expected"), LOCAL)
def test_places_and_projects(kind: Kind, names: list[str], expected: list[str]) -> None:
    page = told("a.txt", division("徐州市"), *(named(kind, name) for name in names))
    assert labels(known(page), kind) == expected


def test_a_place_and_its_project_are_what_more_evidence_says() -> None:
    page = told(
        "a.txt", named("Project", "松涛大桥项目"), named("Place", "松涛大桥"), named("Place", "松涛大桥"),
    )  # fmt: skip
    found = [entity for entity in known(page).entities if "大桥" in entity.label]
    assert [(entity.kind, entity.label) for entity in found] == [("Place", "松涛大桥项目")]


def test_one_name_read_as_two_kinds_is_the_one_that_more_evidence_speaks_for() -> None:
    page = told(
        "a.txt", body("松涛产业园", confidence=0.9), named("Place", "松涛产业园", confidence=0.5),
        named("Place", "松涛产业园区", confidence=0.6), named("Person", "松涛"),
    )  # fmt: skip
    assert [(e.kind, e.label) for e in known(page).entities] == [("Person", "松涛"), ("Place", "松涛产业园区")]


def test_a_division_of_the_gazetteer_is_a_division_whatever_else_it_is_read_as() -> None:
    page = told("a.txt", division("沛县"), named("Place", "沛县"), named("Place", "沛县"))
    assert [entity.kind for entity in known(page).entities] == ["Division"]


def test_the_class_is_the_one_that_more_evidence_speaks_for() -> None:
    page = told(
        "a.txt", body("云岭技工学校", classes=("PublicBody",), confidence=0.5),
        body("云岭技工学校", classes=("School", "Unheard")),
    )  # fmt: skip
    [school] = entities(known(page), "Organization")
    assert school.classes == ("School",)


def test_nothing_gives_nothing() -> None:
    assert resolve([], []).entities == ()
