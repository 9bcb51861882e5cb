"""Pages of traditional script are read as simplified; positions and printed forms stay."""

from __future__ import annotations

import pytest

from kg.reading.script import printed, simplified, spelled, spelling
from tests.reading.factory import read

TEXT = "雲嶺縣召開農村工作會議，縣委書記宋國樑講話。全縣要抓好落實，雲嶺縣各鎮參加。"

SCRIPTS = [
    (TEXT, "云岭县召开农村工作会议，县委书记宋国梁讲话。全县要抓好落实，云岭县各镇参加。"),
    # A simplified page keeps the few old forms that it prints.
    (
        "乾安县的读者在《說文解字》里查到了这个字，全县读者都来信。",
        "乾安县的读者在《說文解字》里查到了这个字，全县读者都来信。",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SCRIPTS)
def test_only_pages_of_traditional_script_are_converted(text: str, expected: str) -> None:
    assert simplified(text) == expected


def test_articles_are_simplified_and_quotes_are_as_printed() -> None:
    page = read("縣委召開農村工作會議", f"本報訊(記者 甲文){TEXT}")
    (article,) = page.articles
    at = article.text.index("云岭县")
    span = article.span(at, at + 3)
    assert page.traditional
    assert page.text[span.start : span.end] == "雲嶺縣"
    assert page.region and page.region.name == "云岭县"


def test_names_are_written_as_the_page_prints_them() -> None:
    table = spelling(zip(simplified(TEXT), TEXT, strict=True))
    assert spelled("云岭县县委", table) == "雲嶺縣縣委"
    assert spelled("云岭县医院", table) == "雲嶺縣醫院"
    assert printed("宋国梁", "宋國樑") == "宋國樑"
    assert spelled("云岭县", spelling([("云", "云")])) == "云岭县"
