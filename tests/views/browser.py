"""A headless Chromium that cannot reach any network, and what it complained about.

Where there is no Chromium the tests fail and say so; set KG_SKIP_BROWSER=1 to skip them knowingly.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Download, Locator, Page, Route, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREEN = (1440, 900)
PHONE = (390, 844)

Point = tuple[float, float]


def chromium() -> str:
    """Where Chromium is; fails where there is none."""
    if os.environ.get("KG_SKIP_BROWSER"):
        pytest.skip("KG_SKIP_BROWSER is set")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(f"no browser: install one of {', '.join(NAMES)}, or set KG_SKIP_BROWSER=1 to skip these tests")
    return found


@contextmanager
def browsers() -> Iterator[Browser]:
    """One Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@dataclass(slots=True)
class Visit:
    """A page that was opened from disk; `asked` are all requests but for the page, `complaints` what went wrong."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def find(self, selector: str, *, has_text: str | None = None) -> Locator:
        return self.page.locator(selector, has_text=has_text)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def text(self, selector: str = "#details") -> str:
        return self.page.inner_text(selector)

    def texts(self, selector: str) -> list[str]:
        return self.page.locator(selector).all_inner_texts()

    def call(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    def state(self) -> dict[str, Any]:
        return dict(self.call("() => kg.state()"))

    def section(self, heading: str) -> Locator:
        """The part of the panel with this heading, whatever number stands beside it."""
        head = self.page.locator("h3").filter(has_text=heading)
        return self.page.locator("#details section").filter(has=head)

    def choose(self, name: str) -> None:
        """Searches a name and takes the first suggestion."""
        self.page.fill("#search", name)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#details h2")).to_have_text(name)

    def nodes(self) -> dict[str, Point]:
        """What is drawn, and where on the screen."""
        return {name: (x, y) for name, x, y in self.call(_NODES)}

    def edge(self, first: str, second: str) -> Point:
        """Where on the screen the line between two names can be clicked: there the hint names both."""
        places = self.nodes()
        (ax, ay), (bx, by) = places[first], places[second]
        for share in (0.5, 0.4, 0.6, 0.33, 0.67, 0.27, 0.73):
            spot = (ax + (bx - ax) * share, ay + (by - ay) * share)
            self.page.mouse.move(*spot)
            self.page.wait_for_timeout(60)
            hint = self.page.locator("#tip")
            if hint.is_visible() and set(hint.locator("div").first.inner_text().split(" — ")) == {first, second}:
                return spot
        pytest.fail(f"the line between {first} and {second} lies below others")

    def saved(self, act: str) -> Path:
        """The file that an item of the menu of downloads gives."""
        self.find("#downloads > button").click()
        with self.page.expect_download() as waiting:
            self.find(f"[data-item={act}]").click()
        download: Download = waiting.value
        return Path(download.path())

    def fragment(self) -> str:
        return self.page.url.partition("#")[2]


_NODES = """async () => {
  // What was asked for is drawn in the next frame.
  await new Promise((drawn) => requestAnimationFrame(drawn));
  kg.renderer.settle();
  const frame = document.getElementById("picture").getBoundingClientRect();
  const drawing = new DOMParser().parseFromString(kg.renderer.svg(), "image/svg+xml");
  return [...drawing.querySelectorAll("title")].map((title) => {
    const shape = title.parentElement;
    const points = (shape.getAttribute("points") ?? "").split(/[ ,]+/).filter(Boolean).map(Number);
    const middle = (first) => {
      const line = points.filter((_, at) => at % 2 === first);
      return line.reduce((sum, each) => sum + each, 0) / line.length;
    };
    const [x, y] = points.length ? [middle(0), middle(1)] : [+shape.getAttribute("cx"), +shape.getAttribute("cy")];
    return [title.textContent, frame.left + x, frame.top + y];
  });
}"""

_TELL = """document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});"""


@contextmanager
def opened(
    browser: Browser, file: Path, size: tuple[int, int] = SCREEN, fragment: str = "", **context: Any
) -> Iterator[Visit]:
    """The file in a window of this size, offline, in Chinese and without motion unless `context` says otherwise."""
    width, height = size
    usual = {"locale": "zh-CN", "reduced_motion": "reduce", "viewport": {"width": width, "height": height}}
    made = browser.new_context(**{**usual, **context})
    made.set_offline(True)
    made.add_init_script(_TELL)
    page = made.new_page()
    page.set_default_timeout(15_000)
    visit = Visit(page)

    def block(route: Route) -> None:
        visit.asked.append(route.request.url)
        route.abort()

    made.route(lambda url: not url.startswith(("file:", "blob:")), block)
    made.on("request", lambda request: _note(visit, request.url, file))
    made.on("console", lambda said: visit.complaints.append(said.text) if said.type in ("error", "warning") else None)
    made.on("weberror", lambda error: visit.complaints.append(str(error.error)))
    page.on("dialog", lambda dialog: _refuse(visit, dialog))
    page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
    page.wait_for_selector("#loading", state="detached")
    yield visit
    made.close()


def _refuse(visit: Visit, dialog: Dialog) -> None:
    visit.complaints.append(f"dialog {dialog.message}")
    dialog.dismiss()


def _note(visit: Visit, url: str, file: Path) -> None:
    if url.partition("#")[0] != file.as_uri() and not url.startswith("blob:"):
        visit.asked.append(url)
