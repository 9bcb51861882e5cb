"""The sample pages are read as a careful reader reads them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.model import Page
from kg.reading import collect, read_page
from tests.reading.factory import blocks

SEEDS = Path(__file__).parents[2] / "seeds"
# Publication, region, date of issue, year; and how the headline of each article begins.
SAMPLES = {
    "000_8a880832c3855f59.txt": (
        ("江门日报", "开平市", "None", 2024),
        "开平落实“八镇联动发展”|开平民营企业家赴东莞深圳考察|马冈市场监督管理所挂牌|中科院老科学家走进开平|开平市行政服务中心推出|晴雨表|"
        "开平市公安局出入境管理大队|开平市人社局召开工作会议|贯彻落实高质量发展 沙塘镇党委书记",
    ),
    "001_103aace0f3755ac3.txt": (
        ("江门日报", "江门市", "2024-07-08", 2024),
        "我市“绿美江门·人大代表在行动”|“党建引领|深江两地技师学院|市人大常委会召开|推动“百千万工程”||8个典型镇14个典型村|在防汛救灾",
    ),
    "002_f322613347f8ad80.txt": (
        ("江门日报", "江海区", "None", 2023),
        "区领导调研大气污染|江海区一大新县|江海区政府与农行|江海区召开创建|你点我检|区十一届人大常委会第十五次|加强校地“产学研用”合作",
    ),
    "003_ebaa801fa8e8d9c6.txt": (
        ("江门日报", "江海区", "None", 2022),
        "区委常委会会议召开|区十一届人大常委会第七次|区政协委员为江海区|江海区开展护河护水|江海区开展理论教学|职工子女暑期夏令营",
    ),
    "004_fc562c422033d121.txt": (
        ("江门日报", "江海区", "None", 2023),
        "聚焦“百县千镇万村|区领导调研重点项目|加强协同合作|区领导开展暖企安商|中国科学院大学专家|产业集群发展成效|深圳—江门高新|外海街道举办",
    ),
}


def sample(name: str) -> Page:
    return read_page((SEEDS / name).read_bytes(), name)


@pytest.mark.parametrize("name", SAMPLES)
def test_articles_of_the_samples(name: str) -> None:
    (publication, region, issued, year), beginnings = SAMPLES[name]
    page = sample(name)
    assert page.region
    assert (page.publication, page.region.name, str(page.issue_date)) == (publication, region, issued)
    assert {article.year for article in page.articles} == {year}
    headlines = [article.headline for article in page.articles]
    expected = beginnings.split("|")
    assert len(headlines) == len(expected), headlines
    assert all(found.startswith(begin) for found, begin in zip(headlines, expected, strict=True)), headlines
    elsewhere = [article.headline for article in page.articles if article.region != page.region]
    assert all(headline.startswith("在防汛救灾") for headline in elsewhere)


def test_bylines_of_the_samples() -> None:
    weather = sample("000_8a880832c3855f59.txt").articles[5]
    assert blocks(weather, "byline") == ["江门日报讯(记者/敖转优 通讯员/刘艳辉)"]
    assert blocks(weather, "body")[0].startswith("据开平市气象局预报，3月27-29日")
    stage = sample("001_103aace0f3755ac3.txt").articles[6]
    assert blocks(stage, "credit") == ["文/黎禹君 黄恒莉 江组轩", "郭永乐 摄"]
    assert blocks(stage, "caption") == ["参赛的8个典型镇党委书记登场亮相。"]


def test_words_torn_between_columns_are_whole_again() -> None:
    text = sample("004_fc562c422033d121.txt").articles[3].text
    assert "广东坚朗泰机电电控系统有限公司" in text
    assert sample("000_8a880832c3855f59.txt").articles[2].text.count("自2023年7月省市场监督管理局") == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_quotes_stand_in_the_file(name: str) -> None:
    page = sample(name)
    assert page.text == (SEEDS / name).read_bytes().decode()
    assert page.sha256 == hashlib.sha256((SEEDS / name).read_bytes()).hexdigest()
    for article in page.articles:
        for at, ch in enumerate(article.text):
            if "一" <= ch <= "鿿":
                span = article.span(at, at + 1)
                assert page.text[span.start : span.end] == ch


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_changes_nothing(encoding: str) -> None:
    name = "002_f322613347f8ad80.txt"
    plain, coded = sample(name), read_page((SEEDS / name).read_text("utf-8").encode(encoding), name)
    assert (coded.text, coded.articles) == (plain.text, plain.articles)


def test_the_order_of_the_samples_is_fixed() -> None:
    assert [file.id for file in collect([SEEDS])] == list(SAMPLES)
