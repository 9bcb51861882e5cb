"""Towns that the table of townships knows, with characters that open no other town's name; all people are invented."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

PAGE = "乾安县召开会议\n\n本报讯(记者/吴念一)乾安县召开会议，县委书记出席，全县抓落实。{}\n"

POSTS = [
    ("让字镇镇长顾长河参加。", [("顾长河", "镇长", "让字镇政府")]),
    ("会上，让字镇党委书记顾长河发言。", [("顾长河", "书记", "让字镇党委")]),
    # Those of a county that the page names.
    ("洮南市向阳街道办事处主任顾长河来访。", [("顾长河", "主任", "洮南市向阳街道办事处")]),
]


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts_in_known_towns(sheet_of: Reader, text: str, posts: list[tuple[str, str, str]]) -> None:
    sheet = sheet_of(PAGE.format(text))
    found = [(p.person.name, p.title, p.body.name if p.body else None) for p in sheet.holdings if p.rule != "byline"]
    assert found == posts
