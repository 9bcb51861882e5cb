"""Time, kinds, roles, regions, types, programmes and confidence narrow what is shown; colours and sizes tell more."""

from __future__ import annotations

import re
from itertools import pairwise

from playwright.sync_api import expect

from tests.views.browser import Visit
from tests.views.told import Told


def shown(visit: Visit) -> int:
    """Ties in the picture, as the page announces them."""
    return int(re.findall(r"(\d+) 条联系", visit.find("#live").inner_text())[0])


def test_the_histogram_counts_events_by_month(in_county: Visit) -> None:
    bars = in_county.call(
        """() => [...document.querySelectorAll(".bars rect")]
          .map((bar) => [+bar.dataset.month, bar.height.baseVal.value])"""
    )
    assert [month for month, _ in bars] == [0, 1, 2, 5]
    heights = dict(bars)
    assert heights[2] == max(heights.values()) > heights[0] == heights[1] == heights[5]
    assert in_county.text("#timeline .said") == "2024年1月 至 2024年6月"


def test_an_end_of_the_time_slider_is_dragged(in_county: Visit) -> None:
    thumb, track = in_county.find(".thumb.last"), in_county.find(".track").bounding_box()
    at = thumb.bounding_box()
    assert track and at
    in_county.page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    in_county.page.mouse.down()
    in_county.page.mouse.move(track["x"] + track["width"] * 2 / 6, at["y"] + 8, steps=6)
    in_county.page.mouse.up()
    expect(in_county.find("#timeline .said")).to_have_text("2024年1月 至 2024年2月")
    assert set(in_county.nodes()) == {"甘一辰", "和二宝"}
    assert shown(in_county) == 2
    assert in_county.state()["until"].startswith("2024-02")
    in_county.button("全部时间").click()
    assert len(in_county.nodes()) == 4
    in_county.page.keyboard.press("Control+z")
    expect(in_county.find("#timeline .said")).to_have_text("2024年1月 至 2024年2月")
    assert len(in_county.nodes()) == 2


def test_the_time_slider_has_keys(in_county: Visit) -> None:
    thumb = in_county.find(".thumb.first")
    thumb.press("ArrowRight")
    thumb.press("ArrowRight")
    expect(thumb).to_have_attribute("aria-valuetext", "2024年3月")
    assert in_county.state()["from"].startswith("2024-03")
    assert len(in_county.nodes()) == 4
    thumb.press("End")
    assert set(in_county.nodes()) == {"安三木", "裴四海"}


def test_play_moves_through_the_months(in_county: Visit) -> None:
    in_county.page.clock.install()
    play = in_county.find("#play")
    play.click()
    expect(play).to_have_attribute("aria-label", "暂停")
    seen = [in_county.text("#timeline .said")]
    for _ in range(8):
        in_county.page.clock.run_for(1700)
        seen.append(in_county.text("#timeline .said"))
    assert len(set(seen)) >= 4
    assert "2024年6月" in seen[-1]
    expect(play).to_have_attribute("aria-label", "播放")


def test_playing_stops_where_it_is_told_to(in_county: Visit) -> None:
    in_county.page.clock.install()
    in_county.find("#play").click()
    in_county.page.clock.run_for(1700)
    in_county.find("#play").click()
    here = in_county.text("#timeline .said")
    in_county.page.clock.run_for(5000)
    assert in_county.text("#timeline .said") == here


def test_kinds_are_switched_off_in_the_legend(visit: Visit, told: Told) -> None:
    visit.button("人与机构").click()
    everything = set(visit.nodes())
    legend = visit.find("#legend [data-kind=Person]")
    legend.click()
    expect(legend).to_have_attribute("aria-pressed", "false")
    left = set(visit.nodes())
    kinds = {label: told.kind(thing) for thing, label in enumerate(told.labels)}
    assert left and all(kinds[name] == "Organization" for name in left) and left != everything
    assert visit.text("#filters-button") == "筛选（1）"
    legend.click()
    assert set(visit.nodes()) == everything


def test_event_types_and_roles_are_switched_off(in_county: Visit) -> None:
    in_county.find("#filters-button").click()
    in_county.find("[data-list=types] label", has_text="走访").click()
    assert shown(in_county) == 4
    in_county.find("[data-list=types] label", has_text="签").click()
    assert shown(in_county) == 3
    in_county.button("清除筛选").click()
    assert shown(in_county) == 5
    in_county.find("[data-list=roles] label", has_text="带队人").click()
    expect(in_county.find("[data-list=roles] label", has_text="带队人").locator("input")).not_to_be_checked()
    assert shown(in_county) == 0
    expect(in_county.find("#empty")).to_contain_text("筛选之后没有内容")
    in_county.find("#empty button").click()
    assert shown(in_county) == 5


def test_a_region_is_chosen(visit: Visit, told: Told) -> None:
    region = told.columns["things"]["region"]
    home = max({r for r in region if r >= 0}, key=region.count)
    visit.find("#filters-button").click()
    visit.page.fill("#filter-region", told.labels[home])
    visit.find("#filter-region-list [role=option]").first.click()
    expect(visit.find("#filters-button")).to_have_text("筛选（1）")
    assert visit.state()["region"] == home
    narrowed = set(visit.nodes())
    assert narrowed and narrowed != set(told.best()[:40])
    visit.find("#filters [data-name='clear/region']").click()
    assert visit.state()["region"] == -1


def test_a_programme_is_chosen(in_county: Visit) -> None:
    in_county.find("#filters-button").click()
    in_county.find("#filter-programme").click()
    in_county.find("#filter-programme-list [role=option]", has_text="千村行动").click()
    assert set(in_county.nodes()) == {"安三木", "裴四海"}
    assert in_county.texts("#details .latest .headline") == ["安三木将会见裴四海"]


def test_only_what_is_sure_enough_is_shown(in_county: Visit) -> None:
    in_county.find("#filters-button").click()
    slider = in_county.find("#filter-sure")
    slider.focus()
    for _ in range(12):
        slider.press("ArrowRight")
    expect(in_county.find("#filters output")).to_have_text("60%")
    assert shown(in_county) == 4
    in_county.choose("和二宝")
    assert set(in_county.nodes()) == {"甘一辰", "和二宝"}
    assert "筛选另隐去 1 条" in in_county.text()


def test_communities_have_colours(visit: Visit, told: Told) -> None:
    before = visit.call("() => kg.renderer.svg()")
    visit.find("#legend select[data-choice=colour]").select_option("community")
    groups = visit.find("#legend .groups li")
    expect(groups.first).to_be_visible()
    drawn = {told.columns["things"]["community"][told.labels.index(name)] for name in visit.nodes()}
    assert groups.count() == len({min(group, 10) if group >= 0 else 10 for group in drawn})
    colours = visit.call(
        """() => [...document.querySelectorAll("#legend .groups i")]
          .map((each) => getComputedStyle(each).backgroundColor)"""
    )
    assert len(set(colours)) == len(colours) > 1
    assert visit.call("() => kg.renderer.svg()") != before


def test_sizes_follow_centrality(visit: Visit, told: Told) -> None:
    for measure in ("betweenness", "pagerank"):
        visit.find("#legend select[data-choice=size]").select_option(measure)
        visit.nodes()
        sizes = dict(visit.call(_SIZES))
        values = {name: told.columns["things"][measure][told.labels.index(name)] for name in sizes}
        assert max(sizes.values()) > min(sizes.values())
        assert values[max(sizes, key=lambda name: sizes[name])] == max(values.values())
        ordered = sorted(sizes, key=lambda name: values[name])
        assert all(sizes[a] <= sizes[b] + 0.11 or values[a] == values[b] for a, b in pairwise(ordered))


_SIZES = """() => {
  const drawing = new DOMParser().parseFromString(kg.renderer.svg(), "image/svg+xml");
  return [...drawing.querySelectorAll("circle > title")].map((title) => [
    title.textContent, Number(title.parentElement.getAttribute("r")),
  ]);
}"""
