"""Everything goes by keys and is told to screen readers, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.views.browser import Visit
from tests.views.conftest import quiet
from tests.views.invented import CHAIN
from tests.views.told import Told
from tests.views.words import CHINESE, interface

ACTIVE = """() => {
  const at = document.activeElement;
  return [at.id, at.getAttribute("aria-label") ?? at.textContent.trim(), at.getAttribute("role") ?? at.localName];
}"""


def active(visit: Visit) -> tuple[str, str, str]:
    found = visit.call(ACTIVE)
    return found[0], found[1], found[2]


def tab_to(visit: Visit, selector: str, most: int = 80) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(most):
        visit.page.keyboard.press("Tab")
        if visit.call("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by Tab")


def test_a_whole_walk_without_a_mouse(in_county: Visit) -> None:
    press = in_county.page.keyboard.press
    press("Tab")
    assert active(in_county)[1] == "跳到详情"
    press("/")
    assert active(in_county)[0] == "search"
    in_county.page.keyboard.type("gyc")
    press("ArrowDown")
    press("ArrowUp")
    press("Enter")
    expect(in_county.find("#details h2")).to_have_text("甘一辰")
    assert active(in_county)[2] == "h2"
    tab_to(in_county, "#details button[aria-pressed=false]")
    press("Enter")
    assert in_county.state()["depth"] == 2
    tab_to(in_county, "#other")
    in_county.page.keyboard.type("裴四海")
    press("Enter")
    assert in_county.texts("#details .chain > .stop") == list(CHAIN)
    tab_to(in_county, "#details .hop summary")
    press("Enter")
    expect(in_county.find("#details .hop mark").first).to_be_visible()
    press("t")
    assert in_county.find("#table tbody tr").count() == 5
    press("t")
    press("f")
    assert in_county.find("#filters").is_visible()
    tab_to(in_county, "#filters [data-list=types] input")
    press("Space")
    assert in_county.text("#filters-button") == "筛选（1）"
    press("Escape")
    assert not in_county.find("#filters").is_visible()
    assert active(in_county)[0] == "filters-button"
    press("Control+z")
    assert in_county.text("#filters-button") == "筛选"
    press("?")
    assert in_county.find("#help").is_visible()
    press("Escape")
    assert not in_county.find("#help").is_visible()
    for _ in range(3):
        press("Escape")
    assert in_county.state()["focus"]["on"] == "thing"


def test_the_picture_is_walked_by_arrows(in_county: Visit) -> None:
    in_county.find("#picture").focus()
    live = in_county.find("#live")
    for arrow in ("ArrowRight", "ArrowLeft", "ArrowRight", "ArrowDown"):
        in_county.page.keyboard.press(arrow)
        expect(live).to_contain_text("人物")
    name = live.inner_text().split("、")[0]
    assert name in CHAIN
    in_county.page.keyboard.press("Enter")
    expect(in_county.find("#details h2")).to_have_text(name)
    before = in_county.nodes()[name]
    in_county.find("#picture").focus()
    in_county.page.keyboard.press("Shift+ArrowLeft")
    assert in_county.nodes()[name] != before
    in_county.page.keyboard.press("+")
    in_county.page.keyboard.press("0")
    in_county.page.keyboard.press("Escape")
    assert in_county.state()["focus"]["on"] == "overview"


def test_the_focus_is_seen_wherever_it_is(in_county: Visit) -> None:
    seen = 0
    for _ in range(45):
        in_county.page.keyboard.press("Tab")
        ring = in_county.call(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return null;
              const own = [at, at.closest(".combobox")].filter(Boolean).map((each) => getComputedStyle(each));
              return own.some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5)
                || style.boxShadow !== "none");
            }"""
        )
        if ring is None:
            break
        assert ring, active(in_county)
        seen += 1
    assert seen >= 20


def test_everything_that_can_be_pressed_has_a_name(visit: Visit, told: Told) -> None:
    visit.choose(told.best()[0])
    visit.find("#filters-button").click()
    nameless = """() => [...document.querySelectorAll(`button, a[href], input, select, summary, aside, dialog,
      [role=slider], [role=application], [role=region]`)]
      .filter((each) => each.getClientRects().length)
      .filter((each) => {
        const by = (each.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
        const label = each.labels?.[0]?.textContent ?? by.map((one) => one?.textContent ?? "").join("");
        return !(each.getAttribute("aria-label") || label || each.textContent).trim();
      }).map((each) => each.outerHTML)"""
    assert visit.call(nameless) == []
    ids = visit.call("() => [...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))


def test_screen_readers_hear_roles_names_and_changes(in_county: Visit) -> None:
    tree = in_county.find("body").aria_snapshot()
    for line in (
        'heading "谁见过谁" [level=1]',
        'combobox "搜索"',
        'button "人物" [pressed]',
        'group "视图"',
        'complementary "详情"',
        'slider "起始月份"',
        'application "关系图：4 个点，3 条线',
    ):
        assert line in tree
    expect(in_county.find("#live")).to_have_attribute("aria-live", "polite")
    in_county.choose("甘一辰")
    expect(in_county.find("#live")).to_have_text("甘一辰：显示 2 个点、1 条线、3 条联系")


def test_the_table_reads_as_a_table(in_county: Visit) -> None:
    in_county.button("表格").click()
    table = in_county.page.get_by_role("table", name="当前图中的联系（5 条）")
    expect(table.get_by_role("columnheader")).to_have_count(10)
    expect(table.get_by_role("row")).to_have_count(6)
    assert table.locator("thead th").first.get_attribute("scope") == "col"


@pytest.fixture
def english(browser: Browser, explorer: Path) -> Iterator[Visit]:
    yield from quiet(browser, explorer, locale="en-GB")


_INTERFACE = """() => {
  const own = (node) => !node.parentElement.closest("bdi, .article, .file, #language, script, style, noscript");
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent;
    if (text.trim() && own(walk.currentNode)) said.push(text);
  }
  for (const name of ["aria-label", "title", "placeholder"])
    for (const each of document.querySelectorAll(`[${name}]`)) said.push(each.getAttribute(name));
  return said;
}"""


def chinese_words(visit: Visit, labels: set[str]) -> set[str]:
    """What the page says in Chinese that is no name from the graph."""
    said = set(visit.call(_INTERFACE))
    names = re.compile("|".join(map(re.escape, sorted(labels, key=len, reverse=True))))
    return {text for text in said if CHINESE.search(names.sub("", text)) and text != "中文"}


def test_english_by_the_browser_s_language(english: Visit, told: Told) -> None:
    assert english.call("() => document.documentElement.lang") == "en"
    labels = {*told.labels, *told.columns["posts"]["label"], *told.columns["articles"]["headline"]}
    labels |= {name for names in told.columns["things"]["names"] for name in names} | {"切换到中文", "、"}
    words = {chinese for chinese, english in interface().values() if CHINESE.search(chinese)}
    assert len(words) > 120
    english.find("#filters-button").click()
    for view in ("people", "bodies", "agreements", "programmes", "divisions"):
        english.find(f"[data-view={view}]").click()
        assert chinese_words(english, labels) == set(), view
        best = told.best(view)[0]
        english.choose(best)
        for row in english.find("#details details > summary").all()[:6]:
            row.click(position={"x": 4, "y": 8})
        assert chinese_words(english, labels) == set(), (view, best)
        english.find("#table-button").click()
        assert not [
            text
            for text in english.texts("#table th, #table td.column-type, #table td.column-tie")
            if CHINESE.search(text)
        ]
        english.find("#table-button").click()
    english.page.keyboard.press("?")
    assert chinese_words(english, labels) == set()
    assert not set(english.call(_INTERFACE)) & words


def test_the_language_is_switched_and_kept(visit: Visit) -> None:
    visit.find("[data-view=bodies]").click()
    visit.find("#language").click()
    assert visit.text("h1") == "Who met whom"
    assert visit.text(".views [aria-pressed=true]") == "People and bodies"
    assert active(visit)[0] == "language"
    assert visit.text("#details h2") == "Overview"
    visit.page.reload()
    visit.page.wait_for_selector("#loading", state="detached")
    assert visit.text("h1") == "Who met whom"
    visit.find("#language").click()
    assert visit.text("h1") == "谁见过谁"
    assert visit.call("() => document.documentElement.lang") == "zh-Hans"


def test_chinese_has_no_english_sentence(visit: Visit) -> None:
    english = {
        text for chinese, text in interface().values() if text != chinese and re.search("[a-z]{3} [a-z]{2}", text)
    }
    assert not set(visit.call(_INTERFACE)) & english
