"""The address holds what is looked at; steps are taken back and forth, by button, by key and by the browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.views.browser import Visit, opened
from tests.views.told import Told


def test_a_link_shares_a_view(visit: Visit, browser: Browser, explorer: Path, told: Told) -> None:
    name = told.best("bodies")[0]
    visit.find("[data-view=bodies]").click()
    visit.choose(name)
    visit.button("2 步").click()
    visit.find("#legend select[data-choice=colour]").select_option("region")
    visit.find("#filters-button").click()
    visit.find("[data-list=types] label").first.click()
    visit.button("关闭").click()
    visit.button("表格").click()
    with opened(browser, explorer, fragment=visit.fragment()) as other:
        assert other.state() == visit.state()
        assert other.text("#details h2") == name
        assert other.texts("#table tbody td") == visit.texts("#table tbody td")
        assert (other.asked, other.complaints) == ([], [])


def test_an_address_of_what_is_not_there_opens_the_overview(browser: Browser, explorer: Path) -> None:
    for fragment in ("thing=person%2Fnobody", "pair=a|b", "view=none&depth=9&sure=-4", "%E0%A4%A", "constructor=1"):
        with opened(browser, explorer, fragment=fragment) as visit:
            assert visit.text("#details h2") == "概览"
            assert visit.nodes()
            assert visit.complaints == []


def test_links_have_addresses(visit: Visit) -> None:
    link = visit.find("#details .ranked a").first
    address = link.get_attribute("href")
    link.click()
    assert f"#{visit.fragment()}" == address


def test_the_browser_s_buttons_go_back_and_forth(visit: Visit, told: Told) -> None:
    first, second = told.best()[:2]
    visit.choose(first)
    visit.choose(second)
    visit.page.go_back()
    expect(visit.find("#details h2")).to_have_text(first)
    assert set(visit.nodes()) == told.around(first, 1)
    visit.page.go_back()
    expect(visit.find("#details h2")).to_have_text("概览")
    visit.page.go_forward()
    expect(visit.find("#details h2")).to_have_text(first)
    visit.page.go_forward()
    expect(visit.find("#details h2")).to_have_text(second)


def test_an_address_that_is_typed_is_followed(visit: Visit, told: Told) -> None:
    key = told.columns["things"]["key"][told.labels.index(told.best()[0])]
    visit.call("(fragment) => { location.hash = fragment; }", f"thing={key}")
    expect(visit.find("#details h2")).to_have_text(told.best()[0])


def test_steps_are_undone_and_redone(visit: Visit, told: Told) -> None:
    expect(visit.find("#undo")).to_be_disabled()
    expect(visit.find("#redo")).to_be_disabled()
    name = told.best()[0]
    states = [visit.state()]
    visit.choose(name)
    states.append(visit.state())
    visit.button("3 步").click()
    states.append(visit.state())
    visit.find("[data-view=bodies]").click()
    states.append(visit.state())
    for at in (2, 1):
        visit.find("#undo").click()
        assert visit.state() == states[at]
    visit.find("#picture").focus()
    visit.page.keyboard.press("Control+z")
    assert visit.state() == states[0]
    assert visit.text("#details h2") == "概览"
    visit.page.keyboard.press("Control+Shift+z")
    visit.page.keyboard.press("Control+y")
    assert visit.state() == states[2]
    visit.find("#redo").click()
    assert visit.state() == states[3]
    expect(visit.find("#redo")).to_be_disabled()
    visit.find("#undo").click()
    visit.find("[data-view=agreements]").click()
    expect(visit.find("#redo")).to_be_disabled()
