"""我市, 全区 and 区委 mean the division that the page speaks for; the reason says why."""

from __future__ import annotations

import pytest

from kg.reading.region import home_of
from tests.reading.factory import read

# Real divisions of several provinces, in invented sentences.
PAGES = {
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
    "a city that is a district today": ("市委书记讲话，我市农民增收。即墨市各镇参加，即墨市要抓好落实。", "即墨市"),
    "words that meet are no county": (
        "单县召开会议，县委和县经委抓落实。县长和县计委、乡长和县农委参加。单县要发展。",
        "单县",
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


def test_an_article_may_speak_for_another_region() -> None:
    page = read(
        "市委召开会议",
        "烟台日报讯(记者 甲文)烟台市召开会议，市委书记讲话，全市抓落实，我市发展快。",
        "县委召开会议",
        "烟台日报讯(记者 乙武)沭阳县召开会议，县委书记讲话。沭阳县抓落实，全县参加，沭阳县发展。",
    )
    assert [article.region.name for article in page.articles if article.region] == ["烟台市", "沭阳县"]


def test_an_article_on_other_regions_has_none() -> None:
    page = read(
        "区委召开会议",
        "本报讯(记者 甲文)余杭区召开会议，区委书记讲话，全区抓落实。",
        "湖南抗洪救灾",
        "新华社长沙7月1日电 湖南各地抗洪救灾，湖南省长沙市受灾。",
    )
    assert page.region and page.articles[0].region == page.region
    assert page.articles[1].region is None


def test_national_papers_have_no_region() -> None:
    assert read("县委书记的一天", "人民日报讯 江苏沭阳县委书记到村里。沭阳县是县委试点。").region is None


@pytest.mark.parametrize(
    ("publication", "home"),
    [("烟台日报", "烟台市"), ("海南日报", "海南省"), ("中国菏泽网", "菏泽市"), ("南方日报", None)],
)
def test_the_home_of_a_paper(publication: str, home: str | None) -> None:
    found = home_of(publication)
    assert (found.name if found else None) == home


def test_a_former_name_is_meant_where_the_paper_points_to_one() -> None:
    page = read("县委召开会议", "诸城报讯(记者 甲文)县委书记讲话，诸城各乡参加，我县抓落实。")
    assert page.region and page.region.name == "诸城县" and page.region.adcode == "370782"
