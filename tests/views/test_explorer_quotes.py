"""A line between two people opens to what the page says, marked where it says it; doubt and plans show."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.command import SEEDS
from tests.views.browser import Visit
from tests.views.invented import DOUBTFUL, FILE, OFTEN, PLANNED, TEXT
from tests.views.told import Told


def test_several_meetings_are_one_line_with_a_count(visit: Visit, told: Told) -> None:
    a, b, many = told.often()
    assert many > 1
    visit.choose(a)
    assert f"×{many}" in visit.call("() => kg.renderer.svg()")
    spot = visit.edge(a, b)
    expect(visit.find("#tip")).to_contain_text(f"{many} 条联系")
    visit.page.mouse.click(*spot)
    expect(visit.find("#details .total")).to_have_text(f"共 {many} 次")
    assert visit.find("#details details.fact").count() == many
    assert {visit.state()["focus"]["a"], visit.state()["focus"]["b"]} == {told.labels.index(a), told.labels.index(b)}


def test_a_click_on_a_line_shows_the_quotes_in_their_article(visit: Visit, told: Told) -> None:
    a, b, _ = told.often()
    visit.choose(a)
    visit.page.mouse.click(*visit.edge(a, b))
    source = visit.find("#details figure.source").first
    expect(source.locator("mark").first).to_be_visible()
    file = source.locator(".file").inner_text()
    text = (SEEDS / file).read_text("utf-8")
    start, end = map(int, re.findall(r"第 (\d+)–(\d+) 字", source.locator("figcaption").inner_text())[0])
    assert source.locator("blockquote").text_content() == text[start:end]
    spans = [
        tuple(map(int, pair)) for pair in re.findall(r"第 (\d+)–(\d+) 字", source.locator(".statements").inner_text())
    ]
    marked = {at for first, last in spans for at in range(first, last)}
    told_marks = "".join(source.locator("mark").all_text_contents())
    assert told_marks == "".join(text[at] for at in sorted(marked))
    articles = told.columns["articles"]
    page = told.columns["pages"]["file"].index(file)
    row = next(
        r for r, (p, s) in enumerate(zip(articles["page"], articles["start"], strict=True)) if (p, s) == (page, start)
    )
    assert source.locator("strong").inner_text() == articles["headline"][row]
    assert re.search(r"\d+年\d+月\d+日 刊", source.locator("figcaption").inner_text()) or not articles["published"][row]
    for how in source.locator(".how").all_inner_texts():
        assert re.search(r"规则 \S+", how) and re.search(r"可信度 \d+%", how)


def test_every_quote_of_a_person_is_what_the_file_says_there(visit: Visit, told: Told) -> None:
    visit.choose(told.best()[0])
    for row in visit.find("#details details").all():
        row.evaluate("(row) => { row.open = true; }")
    visit.page.wait_for_timeout(100)
    checked = 0
    for source in visit.find("#details figure.source").all():
        text = (SEEDS / source.locator(".file").inner_text()).read_text("utf-8")
        spans = re.findall(r"第 (\d+)–(\d+) 字", source.locator(".statements").inner_text())
        marked = {at for first, last in spans for at in range(int(first), int(last))}
        assert "".join(source.locator("mark").all_text_contents()) == "".join(text[at] for at in sorted(marked))
        checked += 1
    assert checked >= 5


def test_places_count_characters_beyond_the_basic_plane(in_county: Visit) -> None:
    """The page begins with a character that a script holds in two units."""
    in_county.choose(OFTEN[0])
    in_county.page.mouse.click(*in_county.edge(*OFTEN))
    marks = in_county.find("#details details.fact").first.locator("mark").all_text_contents()
    assert "甘一辰与和二宝座谈" in "".join(marks)
    start = TEXT.index("甘一辰与和二宝座谈")
    assert f"第 {start}–{start + 9} 字" in in_county.text()
    assert FILE in in_county.text()


def test_a_list_of_meetings_runs_by_date(in_county: Visit) -> None:
    in_county.page.mouse.click(*in_county.edge(*OFTEN))
    assert in_county.texts("#details details.fact > summary time") == ["2024年1月5日", "2024年2月6日", "2024年3月"]
    assert in_county.texts("#details .total") == ["共 3 次"]
    third = in_county.find("#details details.fact").nth(2)
    assert "签署《云岭协议》" in "".join(third.locator("mark").all_text_contents())
    third.locator("summary").first.click()
    expect(third.locator("mark").first).not_to_be_visible()
    third.locator("summary").first.click()
    third.get_by_text("看这场活动 →").click()
    expect(
        in_county.section("达成").or_(in_county.section("产生")).or_(in_county.section("协议")).first
    ).to_contain_text("云岭协议")


def dashes(visit: Visit) -> set[str]:
    return set(re.findall(r'stroke-dasharray="([^"]+)"', visit.call("() => kg.renderer.svg()")))


def test_doubtful_meetings_look_doubtful(in_county: Visit) -> None:
    assert len(dashes(in_county)) == 2
    assert in_county.find("#legend .line", has_text="存疑").is_visible()
    in_county.page.mouse.click(*in_county.edge(*DOUBTFUL))
    row = in_county.find("#details details.fact.weak")
    expect(row.locator("summary .badge.doubtful")).to_have_text("存疑")
    expect(row.locator(".how").first).to_contain_text("可信度 31%")
    in_county.button("表格").click()
    assert in_county.find("#table tr.weak").count() == 1


def test_planned_meetings_look_planned(in_county: Visit) -> None:
    assert in_county.find("#legend .line", has_text="计划中").is_visible()
    in_county.page.mouse.click(*in_county.edge(*PLANNED))
    expect(in_county.find("#details details.fact summary .badge.planned")).to_have_text("计划中")
    in_county.page.mouse.click(*in_county.edge(*PLANNED))
    assert len(dashes(in_county)) >= 1


def test_a_sure_meeting_is_drawn_through(in_county: Visit) -> None:
    in_county.find("#filters-button").click()
    in_county.find("#filter-sure").evaluate(
        "(slider) => { slider.value = 60; slider.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    in_county.choose(OFTEN[0])
    assert dashes(in_county) == set()
    assert in_county.find("#legend .line:visible").count() == 0
