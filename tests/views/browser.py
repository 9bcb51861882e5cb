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
from playwright.sync_api import Browser, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREEN = (1440, 900)


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

    def text(self, selector: str = "#panel") -> str:
        return self.page.inner_text(selector)

    def middle_of_edge(self, first: str, second: str) -> tuple[float, float]:
        """Where on the screen the edge between two nodes of these names can be clicked."""
        x, y = self.page.evaluate(_MIDDLE, [first, second])
        return x, y

    def place_of_node(self, name: str) -> tuple[float, float]:
        x, y = self.page.evaluate(_MIDDLE, [name, name])
        return x, y

    def call(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)


_MIDDLE = """([first, second]) => {
  const drawn = kg.network().body.nodeIndices;
  const id = (name) => drawn.find((node) => kg.data.things[Number(node.slice(1))].label === name);
  const places = kg.network().getPositions([id(first), id(second)]);
  const [a, b] = [places[id(first)], places[id(second)]];
  const spot = kg.network().canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const frame = document.querySelector("#canvas canvas").getBoundingClientRect();
  return [frame.left + spot.x, frame.top + spot.y];
}"""


@contextmanager
def opened(browser: Browser, file: Path, size: tuple[int, int] = SCREEN) -> Iterator[Visit]:
    """The file in a window of this size, offline."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    context.set_offline(True)
    page = context.new_page()
    visit = Visit(page)

    def block(route: Route) -> None:
        visit.asked.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith("file:"), block)
    page.on("request", lambda request: visit.asked.append(request.url) if request.url != file.as_uri() else None)
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (visit.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.goto(file.as_uri())
    page.wait_for_function("window.kg && document.querySelector('#canvas canvas')")
    yield visit
    context.close()
