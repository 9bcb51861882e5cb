"""People are found, looked at, and asked how they are connected."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, expect

from tests.views.browser import PHONE, Visit, opened
from tests.views.told import Told


def test_it_opens_on_the_best_connected_and_their_latest_meetings(visit: Visit, told: Told) -> None:
    best = visit.texts("#details .ranked li a")
    ties = told.network().degree(weight="ties")
    assert best == told.best()[: len(best)]
    assert visit.texts("#details .ranked .many") == [f"{ties[name]} 次" for name in best]
    days = [re.findall(r"\d+", text) for text in visit.texts("#details .latest time")]
    dated = [[*map(int, day)] for day in days if day]
    assert dated == sorted(dated, reverse=True) and dated
    drawn = set(visit.nodes())
    assert set(best) <= drawn and len(drawn) <= 60
    assert not [name for name, ties in told.network().subgraph(drawn).degree if not ties]


def test_it_tells_how_much_there_is(visit: Visit, told: Told) -> None:
    figures = dict(zip(visit.texts(".numbers dt"), visit.texts(".numbers dd"), strict=True))
    assert figures["人物"] == f"{told.counts()['Person']:,}"
    assert figures["会面"] == f"{len(told.columns['met']['a']):,}"
    assert figures["引文"] == f"{len(told.columns['quotes']['page']):,}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("余志坚", "余志坚"),
        ("志坚", "余志坚"),
        ("yu zhijian", "余志坚"),
        ("yuzhi", "余志坚"),
        ("yzj", "余志坚"),
        ("江海区委", "江海区委"),
    ],
)
def test_names_pinyin_and_initials_are_suggested_at_once(visit: Visit, typed: str, name: str) -> None:
    visit.find("#search").press_sequentially(typed)
    expect(
        visit.find("#search-list [role=option] .called").filter(has_text=re.compile(f"^{name}")).first
    ).to_be_visible()
    assert visit.find("#search").get_attribute("aria-expanded") == "true"
    chosen = visit.find("#search-list [aria-selected=true]")
    assert chosen.get_attribute("id") == visit.find("#search").get_attribute("aria-activedescendant")


def test_a_short_form_finds_the_whole_name(visit: Visit, told: Told) -> None:
    things = told.columns["things"]
    short, whole = next(
        (name, label)
        for label, names in zip(things["label"], things["names"], strict=True)
        for name in names
        if label not in name and name not in label and told.labels.count(label) == 1 and name.isalpha()
    )
    visit.page.fill("#search", short)
    option = visit.find("#search-list [role=option]").filter(has_text=whole).filter(has_text=f"又作 {short}")
    option.click()
    expect(visit.find("#details h2")).to_have_text(whole)
    assert short in visit.text("#details .names")


def test_what_nobody_is_called_is_said(visit: Visit) -> None:
    visit.page.fill("#search", "zzzzqq")
    expect(visit.find("#search-list")).to_have_text("没有找到“zzzzqq”")


def test_a_person_shows_meetings_by_date_posts_companions_and_agreements(visit: Visit, told: Told) -> None:
    columns = told.columns
    produced = columns["predicates"].index("produced")
    signed = {e for e, p in zip(columns["links"]["event"], columns["links"]["predicate"], strict=True) if p == produced}
    guests = dict.fromkeys(
        who
        for event, who in zip(columns["parts"]["event"], columns["parts"]["who"], strict=True)
        if event in signed and told.kind(who) == "Person" and who in columns["posts"]["person"]
    )
    thing = next(iter(guests))
    name = told.labels[thing]
    visit.choose(name)
    events = [e for e, who in zip(columns["parts"]["event"], columns["parts"]["who"], strict=True) if who == thing]
    rows = visit.section("会面与活动").locator("details.fact")
    assert rows.count() == len(events)
    shown = [(row.locator("time").get_attribute("datetime") or "") for row in rows.all()]
    assert shown == sorted((columns["events"]["from"][event] for event in events), reverse=True)
    labels = [p for p, who in zip(columns["posts"]["label"], columns["posts"]["person"], strict=True) if who == thing]
    assert sorted(visit.section("职务").locator(".post").all_inner_texts()) == sorted(labels)
    companions = visit.section("同场人物").locator("a.thing").all_inner_texts()
    assert set(companions) == set(told.network()[name])
    made = {
        columns["links"]["thing"][row] for row, e in enumerate(columns["links"]["event"]) if e in signed & {*events}
    }
    made = {told.labels[each] for each in made if told.kind(each) == "Agreement"}
    assert made <= set(visit.section("协议").locator("a.thing").all_inner_texts())


def test_a_click_on_a_node_focuses_it(visit: Visit) -> None:
    name, spot = next(iter(visit.nodes().items()))
    visit.page.mouse.move(*spot)
    expect(visit.find("#tip")).to_contain_text(name)
    visit.page.mouse.click(*spot)
    expect(visit.find("#details h2")).to_have_text(name)
    assert name in visit.nodes()


def test_the_network_around_a_person_grows_step_by_step(visit: Visit, told: Told) -> None:
    name = told.longest()[0]
    visit.choose(name)
    for depth in (1, 2, 3):
        choice = visit.button(f"{depth} 步")
        choice.click()
        expect(visit.button(f"{depth} 步")).to_have_attribute("aria-pressed", "true")
        assert set(visit.nodes()) == told.around(name, depth)
    visit.button("全图").click()
    visit.find("#zoom").get_by_role("button", name="显示全部").click()
    assert len(visit.nodes()) > len(told.around(name, 3))


def test_how_two_are_connected_with_the_meetings_on_the_way(visit: Visit, told: Told) -> None:
    way = told.longest()
    visit.choose(way[0])
    visit.page.fill("#other", way[-1])
    visit.page.keyboard.press("Enter")
    expect(visit.find("#details h2")).to_contain_text(way[-1])
    stops = visit.texts("#details .chain > .stop")
    network = told.network()
    assert (stops[0], stops[-1], len(stops)) == (way[0], way[-1], len(way))
    assert all(network.has_edge(a, b) for a, b in pairwise(stops))
    assert f"{len(way) - 1} 步" in visit.text("#details .total")
    hops = visit.find("#details .chain > .hop")
    for at, (a, b) in enumerate(pairwise(stops)):
        assert hops.nth(at).locator("details.fact").count() == network[a][b]["ties"]
    hops.first.locator("summary").first.click()
    expect(hops.first.locator("mark").first).to_be_visible()
    assert set(visit.nodes()) == set(stops)


def test_people_who_are_not_connected_are_told_so(visit: Visit, told: Told) -> None:
    parts = sorted(nx.connected_components(told.network()), key=len, reverse=True)
    a, b = sorted(parts[0])[0], sorted(parts[1])[0]
    visit.choose(a)
    visit.page.fill("#other", b)
    visit.page.keyboard.press("Enter")
    expect(visit.find("#details")).to_contain_text("之间没有路径")
    assert visit.find("#details .chain").count() == 0


def test_wheel_double_click_and_drag_move_the_picture(visit: Visit) -> None:
    mouse = visit.page.mouse
    frame = visit.find("#picture").bounding_box()
    assert frame

    def places() -> list[tuple[float, float]]:
        visit.page.wait_for_timeout(50)
        found = visit.call("() => [0, 1].map((node) => kg.renderer.positionOf(node))")
        return [(frame["x"] + each["x"], frame["y"] + each["y"]) for each in found]

    def larger(at: tuple[float, float], times: float, before: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(at[0] + times * (x - at[0]), at[1] + times * (y - at[1])) for x, y in before]

    first, free = places(), (60, 700)
    mouse.move(*free)
    mouse.wheel(0, -300)
    for now, wanted in zip(places(), larger(free, 2**0.6, first), strict=True):
        assert now == pytest.approx(wanted, abs=1)
    mouse.dblclick(*free)
    second = places()
    for now, wanted in zip(second, larger(free, 2 * 2**0.6, first), strict=True):
        assert now == pytest.approx(wanted, abs=1)
    mouse.down()
    mouse.move(free[0] + 50, free[1] - 40, steps=4)
    mouse.up()
    assert places()[0] == pytest.approx((second[0][0] + 50, second[0][1] - 40), abs=1)
    assert visit.state()["focus"] == {"on": "overview"}


def test_two_fingers_enlarge_the_picture(browser: Browser, explorer: Path) -> None:
    with opened(browser, explorer, PHONE, has_touch=True, is_mobile=True) as visit:
        before = visit.nodes()
        session = visit.page.context.new_cdp_session(visit.page)
        for kind, apart in (("touchStart", 30), ("touchMove", 45), ("touchMove", 60), ("touchEnd", 0)):
            points = [{"x": 195 + side * apart, "y": 340, "id": side} for side in (-1, 1)] if apart else []
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        visit.page.wait_for_timeout(100)
        names = sorted(before)[:2]
        (ax, _), (bx, _) = (before[name] for name in names)
        (cx, _), (dx, _) = (visit.nodes()[name] for name in names)
        assert (dx - cx) == pytest.approx(2 * (bx - ax), rel=0.02)
        assert visit.state()["focus"] == {"on": "overview"}
