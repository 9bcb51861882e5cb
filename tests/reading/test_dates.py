"""The date of issue is what the page prints; the year of bare dates rests on the page's own words, or is not told."""

from __future__ import annotations

import pytest

from kg.reading.dates import number
from tests.reading.factory import read

TEXT = "5月5日，云岭县召开农村工作会议。"
PRINTED = {
    "with its weekday": ("2024年7月8日 星期一", "2024-07-08"),
    "in a masthead": ("云岭日报 2024年7月8日 星期一 农历甲辰年六月初三 第3021期 今日4版", "2024-07-08"),
    "in numerals": ("二〇二四年七月二十八日 星期日", "2024-07-28"),
    "by the Republic": ("中華民國94年8月2日 星期二", "2005-08-02"),
    "by the Republic in numerals": ("民國一百零一年十月十七日 星期三", "2012-10-17"),
    "by the Buddha": ("暹京日報 佛曆二五五三年九月九日 公元二O一O年 星期四", "2010-09-09"),
    "in digits as scans give them": ("2O24年7月O8曰 星期一", "2024-07-08"),
    "in numerals with a letter": ("二OO八年七月八日 星期二", "2008-07-08"),
    "in figures": ("2024-07-08 星期一", "2024-07-08"),
    "on the web": ("来源：云岭网 发布时间：2012-08-15 19:23:56", "2012-08-15"),
    "alone above the text": ("2024年7月8日", "2024-07-08"),
    "behind the paper's name": ("云岭日报 2024-07-08", "2024-07-08"),
    "letters for digits": ("云岭新报 2O24年7月8曰", "2024-07-08"),
    "a weekday cut in two": ("云岭新报 2024年7月8日 星\n期一 农历六月初三", "2024-07-08"),
    "behind the name of a site": ("红网云岭站 2024-07-08", "2024-07-08"),
}


@pytest.mark.parametrize("case", PRINTED)
def test_the_printed_date_of_issue_is_taken(case: str) -> None:
    line, expected = PRINTED[case]
    page = read(line, "县委召开农村工作会议", TEXT)
    assert str(page.issue_date) == expected
    assert page.articles[0].year == int(expected[:4])
    assert "line 1" in page.issue_date_reason and "line 1" in page.articles[0].year_reason


NOT_PRINTED = {
    "a date in a sentence": "2024年7月8日，云岭县召开会议。",
    "a date at the end of a notice": "云岭县人民政府 2024年7月8日",
    "a headline with a date": "云岭召开大会 2024年7月8日",
    "no such day": "2024年2月30日 星期五",
}


@pytest.mark.parametrize("case", NOT_PRINTED)
def test_other_dates_are_no_date_of_issue(case: str) -> None:
    page = read("县委召开农村工作会议", TEXT, TEXT + "会议要求抓好落实。", NOT_PRINTED[case])
    assert page.issue_date is None
    assert page.issue_date_reason == "the page prints no date of issue"


def test_a_wrong_weekday_is_told() -> None:
    page = read("2024年7月8日 星期二", "县委召开农村工作会议", TEXT)
    assert str(page.issue_date) == "2024-07-08"
    assert any("2024-07-08 is no 星期二" in warning for warning in page.warnings)


def test_two_dates_of_issue_are_none() -> None:
    page = read("2024年7月8日 星期一", TEXT, "2024年7月9日 星期二")
    assert page.issue_date is None
    assert any("two dates of issue" in warning for warning in page.warnings)


YEARS = [
    ("3月5日，会议在云岭1828产业园举行。", None),
    ("9月7日，双方签署《结对学校协议(2021—2025年)》。", None),
    ("12月6日，会议共谋2026年发展蓝图。", None),
    ("2月11日，走访村民。2014年初，村里办起茶场。", None),
    ("2月14日，双方座谈。2016年茶产业协作由青川牵头负责以来，两地来往很多。", None),
    ("2022首届云岭采茶节峰会在我县举行。截至2021年，全县有茶园万亩。", 2022),
    ("会议总结2023年工作，部署2024年重点任务。", 2024),
    ("召开2023云岭—青川协作工作座谈会。2022年，全县总产值超百亿元。", 2023),
    ("云岭县2024年政府工作报告提出，到2027年建成新城。", 2024),
    ("《2023年全省特色产业集群名单》公布，2022年集群总产值超270亿元。", 2023),
    ("今年是新中国成立75周年。", 2024),
    ("今年是“十四五”规划的收官之年。", 2025),
    ("今年（2019年）全县投资增长。", 2019),
    ("会议将于2024年10月举行。", 2024),
    ("二〇〇八年全县工作会议召开。", 2008),
    ("从2017年开始，工会举办夏令营。", None),
    ("力争到2025年，全县粮食产量增长。", None),
    ("2019年，他回乡创办合作社。", None),
    ("活动吸引2000多人参加，投资2024万元，电话2012345。", None),
    ("县委召开会议。", None),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_year_rests_on_the_words_of_the_page(text: str, year: int | None) -> None:
    (article,) = read("县委召开农村工作会议", TEXT + text).articles
    assert article.year == year
    assert article.year_reason


NUMBERS = [("12", 12), ("十", 10), ("二十三", 23), ("三十", 30), ("廿六", 26), ("一百零一", 101), ("二〇二四", 2024)]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numerals(text: str, value: int) -> None:
    assert number(text) == value
