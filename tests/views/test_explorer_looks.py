"""It can be read: in any window, by day and by night, on paper, and by eyes that confuse colours."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.views.browser import PHONE, SCREEN, Visit, opened
from tests.views.told import Told

SIZES = [SCREEN, (1024, 700), PHONE]
PARTS = ("#header", "#legend", "#picture", "#timeline", "#panel", "#filters", "#table")


def boxes(visit: Visit) -> dict[str, tuple[float, float, float, float]]:
    found = {}
    for part in PARTS:
        box = visit.find(part).bounding_box() if visit.find(part).is_visible() else None
        if box and box["width"] and box["height"]:
            found[part] = (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
    return found


def overlaps(visit: Visit) -> list[tuple[str, str]]:
    """Parts that cover each other by more than a pixel; what the reader opened on top of the rest is no part."""
    found = boxes(visit)
    return [
        (one, other)
        for (one, p), (other, q) in itertools.combinations(found.items(), 2)
        if min(p[2], q[2]) - max(p[0], q[0]) > 1 and min(p[3], q[3]) - max(p[1], q[1]) > 1
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_no_part_covers_another(
    browser: Browser, explorer: Path, told: Told, size: tuple[int, int], locale: str
) -> None:
    with opened(browser, explorer, size, locale=locale) as visit:
        width, height = size
        assert overlaps(visit) == []
        for left, top, right, bottom in boxes(visit).values():
            assert left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1
        assert visit.call("() => document.documentElement.scrollWidth <= innerWidth")
        visit.choose(told.best()[0])
        assert "#panel" in boxes(visit)
        if size != PHONE:
            assert overlaps(visit) == []
        visit.find("#table-button").click()
        assert visit.call("() => document.documentElement.scrollWidth <= innerWidth")
        if size != PHONE:
            assert overlaps(visit) == []


@pytest.mark.parametrize("size", SIZES)
def test_no_control_of_the_bar_covers_another_or_is_cut(
    browser: Browser, explorer: Path, size: tuple[int, int]
) -> None:
    for locale in ("zh-CN", "en-GB"):
        with opened(browser, explorer, size, locale=locale) as visit:
            rows = [
                (each.get_attribute("id") or each.inner_text(), each.bounding_box())
                for each in visit.find("#header button:visible, #header input:visible").all()
            ]
            assert len(rows) >= 12
            for each in visit.find("#header button:visible, #header input:visible").all():
                each.scroll_into_view_if_needed()
                box = each.bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= size[0]
            for (one, p), (other, q) in itertools.combinations(rows, 2):
                assert p and q
                across = min(p["x"] + p["width"], q["x"] + q["width"]) - max(p["x"], q["x"])
                down = min(p["y"] + p["height"], q["y"] + q["height"]) - max(p["y"], q["y"])
                assert across <= 1 or down <= 1, (one, other)


def test_a_phone_has_a_sheet_that_is_pulled_up(browser: Browser, explorer: Path, told: Told) -> None:
    with opened(browser, explorer, PHONE, has_touch=True, is_mobile=True) as visit:
        panel, grip = visit.find("#panel"), visit.find("#panel .grip")
        low = panel.bounding_box()
        grip.tap()
        half = panel.bounding_box()
        grip.tap()
        full = panel.bounding_box()
        assert low and half and full
        assert low["y"] > half["y"] > full["y"]
        assert low["x"] == 0 and low["width"] == PHONE[0]
        grip.tap()
        visit.page.wait_for_timeout(150)
        name, spot = max(visit.nodes().items(), key=lambda row: told.network().degree(row[0]))
        visit.page.touchscreen.tap(*spot)
        expect(visit.find("#details h2")).to_have_text(name)
        visit.find("#details summary").first.tap()
        expect(visit.find("#details mark").first).to_be_attached()
        assert visit.call("() => document.documentElement.scrollWidth <= innerWidth")
        small = visit.call(
            """() => [...document.querySelectorAll("header button, header input, #zoom button, .grip, #play")]
              .filter((each) => each.getClientRects().length)
              .map((each) => [each.id || each.textContent || each.className, each.getBoundingClientRect()])
              .filter(([, box]) => box.height < 36 || box.width < 36).map(([name]) => name)"""
        )
        assert small == []
        assert (visit.asked, visit.complaints) == ([], [])


_CUT = """() => {
  kg.renderer.settle();
  const host = document.getElementById("picture");
  const drawn = new DOMParser().parseFromString(kg.renderer.svg(), "image/svg+xml").documentElement;
  host.append(drawn);
  const names = [...drawn.querySelectorAll("text")].map((each) => [each.textContent, each.getBBox()]);
  drawn.remove();
  const within = ({ x, y, width, height }) =>
    x >= -1 && y >= -1 && x + width <= host.clientWidth + 1 && y + height <= host.clientHeight + 1;
  return [names.length, names.filter(([, box]) => !within(box)).map(([name]) => name)];
}"""


@pytest.mark.parametrize("size", SIZES[1:])
def test_names_are_whole_however_narrow_the_picture(browser: Browser, explorer: Path, size: tuple[int, int]) -> None:
    with opened(browser, explorer, size, fragment="view=bodies", locale="en-GB") as visit:
        if size != PHONE:
            visit.find("#filters-button").click()
        visit.page.wait_for_timeout(200)
        many, cut = visit.call(_CUT)
        assert many > 5 and cut == []


def test_a_phone_has_one_row_above_what_is_read_and_shows_that_more_views_follow(
    browser: Browser, explorer: Path
) -> None:
    with opened(browser, explorer, PHONE, locale="en-GB", has_touch=True, is_mobile=True) as visit:
        views = visit.find(".views")
        expect(views).to_have_class(re.compile(r"\bafter\b"))
        visit.find("[data-view=divisions]").tap()
        expect(views).to_have_class(re.compile(r"\bbefore\b"))
        expect(views).not_to_have_class(re.compile(r"\bafter\b"))
        assert "linear-gradient" in views.evaluate("(each) => getComputedStyle(each).maskImage")
        visit.find("[data-view=people]").tap()
        visit.find(".ranked a").first.tap()
        panel, body = visit.find("#panel").bounding_box(), visit.find("#details").bounding_box()
        assert panel and body and body["y"] - panel["y"] <= 48
        rows = [visit.find(f"#panel .panel-bar > {each}").bounding_box() for each in (".back", ".grip", ":last-child")]
        assert len({row and row["y"] for row in rows}) == 1


def luminance(colour: tuple[float, float, float]) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours as CSS computes them."""
    a, b = (luminance(rgb(each)) for each in (one, other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue, _ = rgba(colour)
    return red, green, blue


def rgba(colour: str) -> tuple[float, float, float, float]:
    """0–255 each, and how much of it there is."""
    if colour.startswith("#"):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return red, green, blue, 1.0
    scale = 255.0 if colour.startswith("color(") else 1.0
    r, g, b, *much = (float(each) for each in re.findall(r"[\d.]+", colour.replace("srgb", "")))
    return r * scale, g * scale, b * scale, much[0] if much else 1.0


def blended(grounds: list[str]) -> str:
    """What is seen of grounds that lie on each other, the uppermost first."""
    seen = (255.0, 255.0, 255.0)
    for *colour, much in (rgba(each) for each in reversed(grounds)):
        seen = tuple(c * much + s * (1 - much) for c, s in zip(colour, seen, strict=True))  # type: ignore[assignment]
    return f"rgb({', '.join(map(str, seen))})"


_TEXTS = """() => {
  const grounds = (each) => {
    const found = [];
    for (let at = each; at; at = at.parentElement) found.push(getComputedStyle(at).backgroundColor);
    return found;
  };
  return [...document.querySelectorAll("body *")].filter((each) => each.getClientRects().length
    && !each.closest("svg, [disabled]")
    && [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((each) => [each.textContent.slice(0, 20), getComputedStyle(each).color, grounds(each)]);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, county_file: Path, scheme: str) -> None:
    with opened(browser, county_file, color_scheme=scheme) as visit:
        assert visit.call("() => document.documentElement.dataset.theme") == scheme
        visit.page.mouse.click(*visit.edge("安三木", "和二宝"))
        visit.find("#filters-button").click()
        pale = {
            (text, ink, blended(grounds))
            for text, ink, grounds in visit.call(_TEXTS)
            if contrast(ink, blended(grounds)) < 4.5
        }
        assert pale == set()


def test_dark_by_the_switch(visit: Visit) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light, drawn = visit.call(ground), visit.call("() => kg.renderer.svg()")
    visit.find("#theme").click()
    assert visit.call("() => document.documentElement.dataset.theme") == "dark"
    assert luminance(rgb(visit.call(ground))) < 0.05 < luminance(rgb(light))
    visit.page.wait_for_timeout(150)
    assert visit.call("() => kg.renderer.svg()") != drawn
    expect(visit.find("#theme")).to_have_attribute("aria-label", "浅色")


CONFUSIONS = {
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
}
"""After Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB."""


def lab(colour: str, confusion: str | None) -> tuple[float, float, float]:
    """CIELAB of a colour as such an eye sees it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in rgb(colour))]
    if confusion:
        linear = [min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0), 1) for row in CONFUSIONS[confusion]]
    r, g, b = linear
    x, y, z = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x / 0.9505, y, z / 1.089)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("confusion", [None, *CONFUSIONS])
def test_kinds_have_colours_that_stay_apart(
    browser: Browser, explorer: Path, scheme: str, confusion: str | None
) -> None:
    """Kinds differ in shape as well; colours alone need only be told apart."""
    with opened(browser, explorer, color_scheme=scheme) as visit:
        kinds = visit.call(
            """() => Object.fromEntries(["Person", "Organization", "Division", "Agreement", "Programme", "Project"]
              .map((kind) => [kind, getComputedStyle(document.documentElement).getPropertyValue(`--kind-${kind}`)]))"""
        )
    seen = {kind: lab(colour.strip(), confusion) for kind, colour in kinds.items()}
    for (one, p), (other, q) in itertools.combinations(seen.items(), 2):
        distance = sum((a - b) ** 2 for a, b in zip(p, q, strict=True)) ** 0.5
        assert distance >= 8, (one, other, confusion, round(distance, 1))


def test_it_prints_the_picture_and_the_panel(visit: Visit, told: Told) -> None:
    visit.choose(told.best()[0])
    visit.page.emulate_media(media="print")
    expect(visit.find("#paper svg")).to_be_visible()
    names = visit.call("() => [...document.querySelectorAll('#paper svg text')].map((each) => each.textContent)")
    assert told.best()[0] in names
    for hidden in ("#search", "#zoom", "#play", "#undo"):
        expect(visit.find(hidden)).not_to_be_visible()
    assert "会面与活动" in visit.text()
    assert visit.find("#panel mark").count() > 0
    assert visit.find("#panel details:not([open])").count() == 0
    assert luminance(rgb(visit.call("() => getComputedStyle(document.body).backgroundColor"))) > 0.9
    pdf = visit.page.pdf(format="A4")
    assert pdf.startswith(b"%PDF") and len(pdf) > 20_000
    visit.page.emulate_media(media="screen")
    expect(visit.find("#search")).to_be_visible()


def test_what_is_closed_is_open_on_paper_only(visit: Visit, told: Told) -> None:
    visit.choose(told.best()[0])
    visit.find("#details summary").nth(1).click(position={"x": 300, "y": 8})
    visit.call(
        """() => window.addEventListener("beforeprint", () => {
          const all = [...document.querySelectorAll("#panel details")];
          window.printed = [all.length, all.filter((each) => each.open && each.querySelector("mark")).length];
        })"""
    )
    assert visit.page.pdf(format="A4").startswith(b"%PDF")
    rows, quoted = visit.call("() => window.printed")
    assert rows == quoted > 3
    expect(visit.find("#panel details[open]")).to_have_count(1)


def test_dark_pages_print_light(browser: Browser, explorer: Path) -> None:
    with opened(browser, explorer, color_scheme="dark") as visit:
        visit.page.emulate_media(media="print")
        expect(visit.find("#paper svg")).to_be_visible()
        assert visit.find("#paper svg rect").first.get_attribute("fill") == "#ffffff"
        assert luminance(rgb(visit.call("() => getComputedStyle(document.querySelector('h1')).color"))) < 0.2


def test_without_reduced_motion_nodes_come_to_rest(browser: Browser, explorer: Path, told: Told) -> None:
    with opened(browser, explorer, reduced_motion="no-preference") as visit:
        visit.choose(told.best()[0])
        visit.page.wait_for_timeout(900)
        first = visit.nodes()
        visit.page.wait_for_timeout(200)
        assert visit.nodes() == first
        assert set(first) == told.around(told.best()[0], 1)
