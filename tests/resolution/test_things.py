"""Programmes, agreements, honours: full names and abbreviations are one; agreements without a name stay apart."""

from __future__ import annotations

import pytest

from kg.resolution.things import is_alias, is_generic
from tests.resolution.told import Named, Told, body, entities, known, known_together, labels, named, told


def programme(name: str, *aliases: str) -> Named:
    return named("Programme", name, aliases=aliases)


PROGRAMMES: list[tuple[list[Named], list[str]]] = [
    ([programme("千万百工程"), programme("千村万户百镇振兴工程")], ["千村万户百镇振兴工程"]),
    ([programme("千万百工程"), programme("千村万户百镇振兴行动")], ["千万百工程", "千村万户百镇振兴行动"]),
    ([programme("千百工程"), programme("千村万户百镇振兴工程")], ["千村万户百镇振兴工程", "千百工程"]),
    (
        [programme("千万百工程"), programme("千村万户百镇振兴工程"), programme("千家万店百街提升工程")],
        ["千万百工程", "千家万店百街提升工程", "千村万户百镇振兴工程"],
    ),
    ([programme("“双提”"), programme("“双提”工作"), programme("双提")], ["“双提”工作"]),
    ([programme("云岭心愿"), programme("云岭心愿主题活动")], ["云岭心愿主题活动"]),
    ([programme("云岭心愿"), programme("云岭心愿擂台赛")], ["云岭心愿", "云岭心愿擂台赛"]),
    ([programme("云岭心愿", "云岭心愿工作"), programme("云岭心愿工作")], ["云岭心愿工作"]),
    ([programme("创建文明县城", "文明县城"), programme("文明县城")], ["创建文明县城"]),
    ([programme("行动"), programme("行动计划")], ["行动", "行动计划"]),
    ([programme("云岭——心愿行"), programme("云岭一心愿行")], ["云岭——心愿行"]),
    ([programme("云岭心愿行"), programme("云岭一心愿行")], ["云岭一心愿行", "云岭心愿行"]),
]


@pytest.mark.parametrize(("names", "expected"), PROGRAMMES)
def test_programmes(names: list[Named], expected: list[str]) -> None:
    together, apart = told("a.txt", *names), [told(f"{at}.txt", name) for at, name in enumerate(names)]
    assert labels(known(together), "Programme") == sorted(expected)
    assert labels(known(*apart), "Programme") == sorted(expected)


ENDS: list[tuple[list[str], int]] = [
    (["“云岭先锋”主题活动集中走访月", "集中走访月"], 1),
    (["“云岭先锋”主题活动集中走访月", "“千校数字”行动集中走访月", "集中走访月"], 3),
    (["云岭先锋行动", "先锋行动"], 2),
]


@pytest.mark.parametrize(("names", "count"), ENDS)
def test_the_end_of_a_programmes_name_in_one_article(names: list[str], count: int) -> None:
    assert len(entities(known(told("a.txt", *map(programme, names))), "Programme")) == count
    assert len(entities(known(*(told(f"{name}.txt", programme(name)) for name in names)), "Programme")) == len(names)


def test_the_contest_of_a_programme_is_no_other_name_of_it() -> None:
    [drive] = entities(known(told("a.txt", programme("云岭心愿", "云岭心愿擂台赛", "云岭心愿工作"))), "Programme")
    assert drive.alternatives == ("云岭心愿工作",)
    assert is_alias("Organization", "云岭", "云岭擂台赛")


GENERIC = {
    "战略合作框架协议": True,
    "合作协议": True,
    "校际合作协议": True,
    "战略合作备忘录": True,
    "云岭合作协议": False,
    "千校行动战略合作协议": False,
    "生猪产销战略合作框架协议": False,
}


@pytest.mark.parametrize(("name", "generic"), GENERIC.items())
def test_an_agreement_without_a_name_of_its_own(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


def deal(page: str, *names: str, parties: tuple[str, ...] = ()) -> Told:
    return told(
        page,
        *(body(name) for name in parties),
        *(named("Agreement", name) for name in names),
        claims=[(party, "partyTo", names[-1]) for party in parties],
    )


def keys(*pages: Told) -> list[str]:
    return [entity.key for entity in entities(known(*pages), "Agreement")]


def test_a_headline_s_agreement_is_the_article_s_that_ends_with_its_words() -> None:
    [agreement] = entities(known(deal("a.txt", "合作协议", "“千校行动”战略合作协议", "战略合作协议")), "Agreement")
    assert agreement.label == "“千校行动”战略合作协议"
    assert agreement.alternatives == ("合作协议", "战略合作协议")


def test_a_headline_s_agreement_between_two_of_the_article_is_neither() -> None:
    assert len(keys(deal("a.txt", "合作协议", "校舍合作协议", "校车合作协议"))) == 3


def test_named_agreements_are_one_across_pages_and_others_are_their_article_s() -> None:
    assert keys(deal("a.txt", "校车合作协议"), deal("b.txt", "校车合作协议")) == ["agreement/校车合作协议"]
    assert keys(deal("a.txt", "合作协议")) == ["agreement/合作协议-a-a1"]
    assert keys(deal("a.txt", "合作协议"), deal("b.txt", "合作协议", parties=("沛县教育局", "岚川科技有限公司"))) == [
        "agreement/合作协议-a-a1",
        "agreement/合作协议-沛县教育局-岚川科技有限公司",
    ]


def test_agreements_of_one_page_that_have_no_name_are_called_after_their_parties() -> None:
    stories = [deal("a.txt", "合作协议", parties=parties) for parties in (("沛县教育局", "岚川科技有限公司"), ())]
    [both] = entities(known(stories[0]), "Agreement")
    assert (both.label, both.alternatives) == ("合作协议", ())
    assert [(each.key, each.label, each.alternatives) for each in entities(known_together(*stories), "Agreement")] == [
        ("agreement/合作协议-a-a2", "合作协议", ()),
        (
            "agreement/沛县教育局与岚川科技有限公司合作协议",
            "沛县教育局与岚川科技有限公司合作协议",
            ("合作协议", "岚川科技有限公司合作协议", "沛县教育局合作协议"),
        ),
    ]


def test_one_pair_that_signs_twice_makes_two_agreements() -> None:
    parties = ("沛县教育局", "岚川科技有限公司")
    assert keys(deal("a.txt", "合作协议", parties=parties), deal("b.txt", "合作协议", parties=parties)) == [
        "agreement/合作协议-a-a1",
        "agreement/合作协议-b-a1",
    ]


def test_an_honour_with_and_without_who_gives_it() -> None:
    page = told("a.txt", *(named("Honour", name) for name in ("首批市级四星级示范校", "市级四星示范校", "四星示范校")))
    assert labels(known(page), "Honour") == ["首批市级四星级示范校"]


def test_honours_of_two_levels_are_two() -> None:
    page = told("a.txt", *(named("Honour", name) for name in ("省级劳动模范", "县级劳动模范", "劳动模范")))
    assert len(labels(known(page), "Honour")) == 3


def test_honours_of_two_ranks_stay_apart() -> None:
    page = told("a.txt", *(named("Honour", name) for name in ("市级三星示范校", "省级四星示范校")))
    assert len(entities(known(page), "Honour")) == 2
