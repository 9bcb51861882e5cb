"""The network page in a browser without network: it draws, finds, tells and quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kg.model import Knowledge
from kg.views import network_html
from tests.factory import knowledge
from tests.sample import TEXT
from tests.stores import store
from tests.views.browser import Visit, opened


def test_opens_without_a_request_and_without_an_error(visit: Visit) -> None:
    visit.page.wait_for_timeout(300)
    drawn = visit.call("() => kg.network().body.nodeIndices.length")
    assert drawn == 4
    assert "谁见了谁" in visit.page.title()


def test_a_click_on_an_edge_shows_the_quote_with_file_and_characters(visit: Visit) -> None:
    visit.page.mouse.click(*visit.middle_of_edge("宋明哲", "柳青禾"))
    expect(visit.page.locator("#panel h2")).to_have_text("宋明哲↔柳青禾")
    panel = visit.text()
    quote = "与董事长柳青禾座谈"
    start = TEXT.index(quote)
    for words in (
        "2023-05-11",
        "走访岚川科技",
        "云岭县走访岚川科技",
        "松涛产业园",
        "数字校园合作协议",
        "云岭日报-2023-05-12.txt",
        f"第 {start}–{start + len(quote)} 字",
        quote,
        "可信度 0.90",
    ):
        assert words in panel, words
    assert quote in visit.page.locator("#panel mark:visible").all_inner_texts()
    quoted = visit.call("() => [...document.querySelectorAll('#panel blockquote')].map((each) => each.textContent)")
    assert any(f"技有限公司，\n并{quote}。" in each for each in quoted)


def test_the_words_for_day_and_place_unfold(visit: Visit) -> None:
    visit.page.mouse.click(*visit.middle_of_edge("宋明哲", "柳青禾"))
    visit.page.click("#panel summary:has-text('时间、地点、事由的原文')")
    quoted = visit.page.locator("#panel mark:visible").all_inner_texts()
    assert {"5月11日", "松涛产业园"} <= set(quoted)


def test_a_click_on_a_person_shows_posts_companions_and_events(visit: Visit) -> None:
    visit.page.mouse.click(*visit.place_of_node("何书远"))
    expect(visit.page.locator("#panel h2")).to_have_text("何书远")
    panel = visit.text()
    for words in ("云岭县教育局局长", "宋明哲", "柳青禾", "顾念晴", "主持", "2023-06", "预告"):
        assert words in panel, words


def test_a_click_on_nothing_returns_to_the_overview(visit: Visit) -> None:
    visit.page.mouse.click(*visit.place_of_node("何书远"))
    visit.page.locator("#canvas").click(position={"x": 3, "y": 3})
    expect(visit.page.locator("#panel h2")).to_contain_text("总览")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("书远", "何书远"),
        ("县教育局", "云岭县教育局"),
        ("数字校园合作", "数字校园合作协议"),
        ("千校", "千校数字行动"),
    ],
    ids=["person", "other name of a body", "agreement", "not drawn anywhere"],
)
def test_search_finds_by_part_of_a_name(visit: Visit, typed: str, shown: str) -> None:
    visit.page.fill("#search", typed)
    expect(visit.page.locator("#suggestions li").first).to_contain_text(shown)
    visit.page.press("#search", "Enter")
    expect(visit.page.locator("#panel h2")).to_have_text(shown)
    expect(visit.page.locator("#suggestions")).to_be_hidden()


def test_search_focuses_the_node(visit: Visit) -> None:
    visit.page.fill("#search", "顾念晴")
    visit.page.press("#search", "Enter")
    x, y = visit.place_of_node("顾念晴")
    box = visit.page.locator("#canvas").bounding_box()
    assert box is not None
    assert abs(x - box["x"] - box["width"] / 2) < 3
    assert abs(y - box["y"] - box["height"] / 2) < 3


def test_search_says_when_there_is_nothing(visit: Visit) -> None:
    visit.page.fill("#search", "查无此人")
    expect(visit.page.locator("#suggestions")).to_have_text("没有找到")
    visit.page.press("#search", "Enter")
    expect(visit.page.locator("#panel h2")).to_contain_text("总览")


VIEWS = [
    ("people", {"宋明哲", "柳青禾", "何书远", "顾念晴"}),
    ("bodies", {"宋明哲", "云岭县委", "岚川科技有限公司", "云岭县实验学校"}),
    ("agreements", {"数字校园合作协议", "云岭县教育局", "岚川科技有限公司", "宋明哲"}),
]
SHOWN = "() => kg.network().body.nodeIndices.map((id) => kg.data.things[Number(id.slice(1))]?.label)"


@pytest.mark.parametrize(("view", "names"), VIEWS, ids=[view for view, _ in VIEWS])
def test_views(visit: Visit, view: str, names: set[str]) -> None:
    visit.page.click(f"[data-view={view}]")
    expect(visit.page.locator(f"[data-view={view}]")).to_have_attribute("aria-pressed", "true")
    assert names <= set(visit.call(SHOWN))


def test_a_person_stays_chosen_when_the_view_changes(visit: Visit) -> None:
    visit.page.mouse.click(*visit.place_of_node("何书远"))
    visit.page.click("[data-view=bodies]")
    expect(visit.page.locator("#panel h2")).to_have_text("何书远")


def test_an_edge_to_a_body_quotes_the_post(visit: Visit) -> None:
    visit.page.click("[data-view=bodies]")
    visit.page.mouse.click(*visit.middle_of_edge("宋明哲", "云岭县委"))
    assert visit.text("#panel mark") == "云岭县委书记宋明哲"


def test_an_edge_to_an_agreement_quotes_the_signing(visit: Visit) -> None:
    visit.page.click("[data-view=agreements]")
    visit.page.mouse.click(*visit.middle_of_edge("云岭县教育局", "数字校园合作协议"))
    assert visit.text("#panel mark") == "云岭县教育局与岚川科技签署《数字校园合作协议》"


def test_the_legend_hides_and_shows_a_kind(visit: Visit) -> None:
    visit.page.click("[data-view=bodies]")
    visit.page.click("[data-kind=Organization]")
    assert "云岭县委" not in visit.call(SHOWN)
    assert "宋明哲" in visit.call(SHOWN)
    visit.page.click("[data-kind=Organization]")
    assert "云岭县委" in visit.call(SHOWN)


def test_the_drawing_fits_the_window(visit: Visit) -> None:
    box = visit.page.locator("#canvas").bounding_box()
    assert box is not None
    for name in ("宋明哲", "柳青禾", "何书远", "顾念晴"):
        x, y = visit.place_of_node(name)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (320, 568)], ids=["screen", "phone", "small phone"])
def test_no_window_needs_scrolling_sideways(browser: Browser, sample_file: Path, size: tuple[int, int]) -> None:
    with opened(browser, sample_file, size) as visit:
        visit.page.mouse.click(*visit.middle_of_edge("宋明哲", "柳青禾"))
        expect(visit.page.locator("#panel blockquote").first).to_be_attached()
        assert visit.call("() => document.documentElement.scrollWidth") <= size[0]
        assert visit.call("() => document.documentElement.scrollHeight") <= size[1]
        panel = visit.page.locator("#panel").bounding_box()
        assert panel is not None and panel["height"] > 100
        assert (visit.asked, visit.complaints) == ([], [])


def test_an_empty_graph_gives_a_page_that_says_so(browser: Browser, tmp_path: Path) -> None:
    nothing: Knowledge = knowledge()
    file = tmp_path / "empty.html"
    file.write_text(network_html(store(nothing)), "utf-8")
    with opened(browser, file) as visit:
        expect(visit.page.locator("#empty")).to_be_visible()
        assert (visit.asked, visit.complaints) == ([], [])


def test_a_path_with_blanks_and_chinese_opens(browser: Browser, sample_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "结果 100%" / "网络 #1.html"
    file.parent.mkdir()
    file.write_bytes(sample_file.read_bytes())
    with opened(browser, file) as visit:
        assert "宋明哲" in visit.call(SHOWN)
