"""The shipped gazetteer tells the published facts, and its look-ups keep what they promise on any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import rows
from kg.lexicon.divisions import Division, Gazetteer, everyday_forms, gazetteer

HEIGHT = {"province": 3, "prefecture": 2, "county": 1}

# code, full name, short form, names above it, lowest first
KNOWN = [
    ("110105", "朝阳区", "朝阳", "北京市"),
    ("120116", "滨海新区", "滨海", "天津市"),
    ("130181", "辛集市", "辛集", "石家庄市 河北省"),
    ("130406", "峰峰矿区", "峰峰", "邯郸市 河北省"),
    ("130828", "围场满族蒙古族自治县", "围场", "承德市 河北省"),
    ("140109", "万柏林区", "万柏林", "太原市 山西省"),
    ("140406", "潞城区", "潞城", "长治市 山西省"),
    ("140502", "城区", "城区", "晋城市 山西省"),
    ("150000", "内蒙古自治区", "内蒙古", ""),
    ("150521", "科尔沁左翼中旗", "科尔沁左翼中旗", "通辽市 内蒙古自治区"),
    ("150724", "鄂温克族自治旗", "鄂温克", "呼伦贝尔市 内蒙古自治区"),
    ("152201", "乌兰浩特市", "乌兰浩特", "兴安盟 内蒙古自治区"),
    ("210521", "本溪满族自治县", "本溪", "本溪市 辽宁省"),
    ("220184", "公主岭市", "公主岭", "长春市 吉林省"),
    ("222401", "延吉市", "延吉", "延边朝鲜族自治州 吉林省"),
    ("230717", "伊美区", "伊美", "伊春市 黑龙江省"),
    ("310115", "浦东新区", "浦东", "上海市"),
    ("320614", "海门区", "海门", "南通市 江苏省"),
    ("330113", "临平区", "临平", "杭州市 浙江省"),
    ("330114", "钱塘区", "钱塘", "杭州市 浙江省"),
    ("340181", "巢湖市", "巢湖", "合肥市 安徽省"),
    ("350405", "沙县区", "沙县", "三明市 福建省"),
    ("360113", "红谷滩区", "红谷滩", "南昌市 江西省"),
    ("370116", "莱芜区", "莱芜", "济南市 山东省"),
    ("410104", "管城回族区", "管城", "郑州市 河南省"),
    ("410307", "偃师区", "偃师", "洛阳市 河南省"),
    ("410308", "孟津区", "孟津", "洛阳市 河南省"),
    ("419001", "济源市", "济源", "河南省"),
    ("422800", "恩施土家族苗族自治州", "恩施", "湖北省"),
    ("429004", "仙桃市", "仙桃", "湖北省"),
    ("429021", "神农架林区", "神农架", "湖北省"),
    ("430781", "津市市", "津市", "常德市 湖南省"),
    ("440704", "江海区", "江海", "江门市 广东省"),
    ("441803", "清新区", "清新", "清远市 广东省"),
    ("441900", "东莞市", "东莞", "广东省"),
    ("450000", "广西壮族自治区", "广西", ""),
    ("450181", "横州市", "横州", "南宁市 广西壮族自治区"),
    ("450328", "龙胜各族自治县", "龙胜", "桂林市 广西壮族自治区"),
    ("460303", "南沙区", "南沙", "三沙市 海南省"),
    ("469002", "琼海市", "琼海", "海南省"),
    ("500157", "两江新区", "两江", "重庆市"),
    ("500241", "秀山土家族苗族自治县", "秀山", "重庆市"),
    ("510118", "新津区", "新津", "成都市 四川省"),
    ("510402", "东区", "东区", "攀枝花市 四川省"),
    ("520203", "六枝特区", "六枝", "六盘水市 贵州省"),
    ("533103", "芒市", "芒市", "德宏傣族景颇族自治州 云南省"),
    ("540481", "米林市", "米林", "林芝市 西藏自治区"),
    ("540581", "错那市", "错那", "山南市 西藏自治区"),
    ("610118", "鄠邑区", "鄠邑", "西安市 陕西省"),
    ("620200", "嘉峪关市", "嘉峪关", "甘肃省"),
    ("622926", "东乡族自治县", "东乡", "临夏回族自治州 甘肃省"),
    ("622927", "积石山保安族东乡族撒拉族自治县", "积石山", "临夏回族自治州 甘肃省"),
    ("632803", "茫崖市", "茫崖", "海西蒙古族藏族自治州 青海省"),
    ("640303", "红寺堡区", "红寺堡", "吴忠市 宁夏回族自治区"),
    ("652700", "博尔塔拉蒙古自治州", "博尔塔拉", "新疆维吾尔自治区"),
    ("653228", "和康县", "和康", "和田地区 新疆维吾尔自治区"),
    ("659012", "白杨市", "白杨", "新疆维吾尔自治区"),
    ("710000", "台湾省", "台湾", ""),
    ("810000", "香港特别行政区", "香港", ""),
    ("820000", "澳门特别行政区", "澳门", ""),
]

# a name as printed, and every code it may mean
NAMED = [
    ("江门", "440700"),
    ("江海区", "440704"),
    ("海南", "150303 460000 632500"),
    ("鼓楼区", "320106 320302 350102 410204"),
    ("吉林", "220000 220200"),
    ("恩施州", "422800"),
    ("科左中旗", "150521"),
    ("三江县", "450226"),
    # former names of bodies that go on
    ("蓟县", "120119"),
    ("襄樊", "420600"),
    ("毕节地区", "520500"),
    ("海门市", "320614"),
    ("莱城区", "370116"),
    ("东沟县", "210681"),
    ("布特哈旗", "150783"),
    ("梅县地区", "441400"),
    # autonomous prefectures without their nationalities
    ("湘西自治州", "433100"),
    ("昌吉自治州", "652300"),
    # merged or split up, kept under their last code
    ("萝岗区", "440116"),
    ("渝北", "500112"),
    ("莱芜", "370116 371200"),
    # no names of divisions: provinces' abbreviations, development zones, placeholders of other tables
    ("粤", ""),
    ("高新区", ""),
    ("市辖区", ""),
    ("省直辖县级行政区划", ""),
]


@pytest.mark.parametrize(("code", "name", "short", "above"), KNOWN)
def test_a_known_division_has_its_name_short_form_and_ancestors(code: str, name: str, short: str, above: str) -> None:
    division = gazetteer().by_code(code)
    assert (division.name, division.short, division.until) == (name, short, None)
    assert [ancestor.name for ancestor in gazetteer().ancestors(code)] == above.split()


@pytest.mark.parametrize(("name", "codes"), NAMED)
def test_a_name_gives_every_division_it_may_mean_by_code(name: str, codes: str) -> None:
    assert [division.adcode for division in gazetteer().named(name)] == codes.split()


@pytest.mark.parametrize(
    ("code", "year"), [("110103", 2010), ("330204", 2016), ("371200", 2019), ("500105", 2025), ("500112", 2025)]
)
def test_a_division_that_ended_says_when(code: str, year: int) -> None:
    assert gazetteer().by_code(code).until == year


def test_the_divisions_that_stand_are_as_many_as_published_for_the_end_of_2025() -> None:
    standing = [division for division in gazetteer() if division.until is None]
    counts = {level: sum(division.level == level for division in standing) for level in HEIGHT}
    # 2,846 counties at the end of 2024; two districts of 重庆 became one in 2025.
    assert counts == {"province": 34, "prefecture": 333, "county": 2845}


def test_codes_are_unique_and_sorted_and_every_row_is_complete() -> None:
    codes = [row[0] for row in rows("divisions")]
    assert codes == sorted(set(codes))
    assert {len(row) for row in rows("divisions")} == {7}


def test_every_parent_lies_above_and_shares_the_code_of_its_child() -> None:
    everything = gazetteer()
    for division in everything:
        code = division.adcode
        assert (len(code), code.isdigit()) == (6, True), division
        if division.parent is None:
            assert (division.level, code[2:]) == ("province", "0000"), division
            continue
        parent = everything.by_code(division.parent)
        assert HEIGHT[parent.level] > HEIGHT[division.level], division
        if parent.level == "prefecture":
            assert parent.adcode == f"{code[:4]}00", division
        else:
            assert parent.adcode == f"{code[:2]}0000", division
            direct = code[:2] in {"11", "12", "31", "50"} or code[2:4] == "90" or division.level == "prefecture"
            assert direct, division


def test_every_form_has_at_least_two_characters_and_belongs_to_its_division() -> None:
    for division in gazetteer():
        forms = (division.name, division.short, *division.alternatives)
        assert len(set(forms)) == len(forms) - (division.name == division.short), division
        assert division.name.startswith(division.short), division
        for form in forms:
            assert len(form) >= 2, division
            assert division in gazetteer().named(form)


def test_standing_divisions_of_one_parent_have_different_names() -> None:
    seen: dict[tuple[str | None, str], str] = {}
    for division in gazetteer():
        if division.until is None:
            other = seen.setdefault((division.parent, division.name), division.adcode)
            assert other == division.adcode, division


@pytest.mark.parametrize(
    ("code", "ancestor", "expected"),
    [
        ("440704", "440700", True),
        ("440704", "440000", True),
        ("440704", "440704", True),
        ("440700", "440704", False),
        ("440704", "450000", False),
        ("419001", "410000", True),
    ],
)
def test_within_follows_the_parents(code: str, ancestor: str, expected: bool) -> None:
    assert gazetteer().within(code, ancestor) is expected


@pytest.mark.parametrize("look_up", [gazetteer().by_code, gazetteer().ancestors])
def test_an_unknown_code_is_a_key_error(look_up: Callable[[str], object]) -> None:
    with pytest.raises(KeyError, match="999999"):
        look_up("999999")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在江门市江海区调研", ["江门市", "江门", "江海区", "江海"]),
        ("恩施土家族苗族自治州", ["恩施土家族苗族自治州", "恩施"]),
        # 津市 lies inside 天津市: the reader of the hits decides
        ("天津市", ["天津市", "天津", "津市"]),
        ("江海", ["江海"]),
        ("海", []),
        ("", []),
        ("座谈会召开", []),
    ],
)
def test_scan_finds_names_longest_first_and_overlapping(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in gazetteer().scan(text)] == found


def test_scan_gives_every_division_of_an_ambiguous_name() -> None:
    start, end, divisions = next(gazetteer().scan("到鼓楼区"))
    assert (start, end) == (1, 4)
    assert {division.parent for division in divisions} == {"320100", "320300", "350100", "410200"}


def _naive(found: Gazetteer, text: str) -> list[tuple[int, int]]:
    size = len(text)
    return [(i, j) for i in range(size) for j in range(size, i, -1) if found.named(text[i:j])]


@given(
    st.lists(st.sampled_from(["江", "海", "门", "区", "市", "江海", "江门市", "海门", "县", "，"]), max_size=8).map(
        "".join
    )
)
def test_scan_agrees_with_trying_every_stretch(text: str) -> None:
    assert [(start, end) for start, end, _ in gazetteer().scan(text)] == _naive(gazetteer(), text)


def test_every_full_name_is_found_in_a_text_of_all_of_them() -> None:
    names = [division.name for division in gazetteer()]
    text = "，".join(names)
    found = {text[start:end] for start, end, _ in gazetteer().scan(text)}
    assert set(names) <= found


def test_the_order_of_the_divisions_given_does_not_matter() -> None:
    divisions = [
        Division("990000", "甲州省", "甲州", "province", None),
        Division("990100", "乙山市", "乙山", "prefecture", "990000"),
        Division("990102", "乙山区", "乙山", "county", "990100", ("丙河县",)),
    ]
    for given_order in (divisions, divisions[::-1]):
        small = Gazetteer(given_order)
        assert [division.adcode for division in small.named("乙山")] == ["990100", "990102"]
        assert [division.adcode for division in small] == ["990000", "990100", "990102"]


@pytest.mark.parametrize("form", ["合作", "公安", "资源", "共和", "和政", "和县", "城区", "高要"])
def test_forms_that_are_everyday_words_are_told(form: str) -> None:
    assert form in everyday_forms()


@pytest.mark.parametrize("form", ["江门", "深圳", "合作市", "公安县", "长沙", "广东"])
def test_plain_names_are_no_everyday_words(form: str) -> None:
    assert form not in everyday_forms()


def test_every_everyday_form_is_a_form_of_a_division() -> None:
    assert [form for form in sorted(everyday_forms()) if not gazetteer().named(form)] == []
