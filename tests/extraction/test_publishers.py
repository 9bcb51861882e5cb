"""Who runs the paper, as the head of its page says."""

from __future__ import annotations

import pytest

from kg.extraction.publishers import publishers
from kg.reading import read_page

STORY = "\n\n定海区召开春耕会议\n\n本报讯 3月5日，定海区召开会议，县文联主办的展览开幕。\n"

HEADS = [
    ("定海新报\n2019年3月5日 星期二 中共定海区委宣传部主办", ["中共定海区委宣传部"]),
    ("定海新报\n2019年3月5日 星期二 第12期 定海区融媒体\n中心主办", ["定海区融媒体中心"]),
    ("定海新报 2019年3月5日 星期二\n主管：中共定海区委宣传部 准印证号：12", ["中共定海区委宣传部"]),
    ("定海新报\n中共定海区委 定海区人民政府主办\n2019年3月5日 星期二", ["中共定海区委", "定海区人民政府"]),
    ("定海新报\n2019年3月5日 星期二 今日四版", []),
    ("定海新报\n2019年3月5日 星期二 定海区气象局", []),
]


@pytest.mark.parametrize(("head", "names"), HEADS)
def test_publishers(head: str, names: list[str]) -> None:
    page = read_page((head + STORY).encode(), "定海新报.txt")
    found = publishers(page, 1)
    assert [mention.name for mention in found] == names
    for mention in found:
        assert page.text[mention.span.start : mention.span.end].replace("\n", "") == mention.text
