"""`python -m tests.views.screenshot NETWORK.html FOLDER`: the pictures of the explorer for the documentation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.views.browser import PHONE, SCREEN, Visit, browsers, opened
from tests.views.compact import compact

SHOTS: tuple[tuple[str, tuple[int, int], dict[str, Any]], ...] = (
    ("window", SCREEN, {}),
    ("dark", SCREEN, {"color_scheme": "dark"}),
    ("phone", PHONE, {"has_touch": True, "is_mobile": True}),
    ("paper", (794, 1123), {}),
)


def main(page: str, folder: str) -> None:
    """Writes `explorer-….png` into the folder: in a window, at night, on a telephone, on paper."""
    target = Path(folder)
    with browsers() as browser:
        file = Path(page).resolve()
        often = _often(browser, file)
        for name, size, said in SHOTS:
            with opened(browser, file, size, fragment=often if name == "window" else "", **said) as visit:
                _prepare(visit, name)
                taken = visit.page.screenshot(full_page=name == "paper")
                (target / f"explorer-{name}.png").write_bytes(compact(browser, taken))


def _often(browser: Browser, file: Path) -> str:
    """The address of the two who met most often, in the network around one of them."""
    with opened(browser, file) as visit:
        found: Any = visit.call(_OFTEN)
    return f"pair={found[0]}|{found[1]}"


_OFTEN = """() => {
  const { key } = kg.model.payload.things;
  const { a, b, firstTie } = kg.model.nets.people;
  const many = Array.from(a, (_, edge) => firstTie[edge + 1] - firstTie[edge]);
  const edge = many.indexOf(Math.max(...many));
  return [key[a[edge]], key[b[edge]]];
}"""


def _prepare(visit: Visit, name: str) -> None:
    if name == "dark":
        visit.find("[data-view=bodies]").click()
    if name == "phone":
        visit.find(".ranked a").first.tap()
    if name == "paper":
        visit.find(".ranked a").first.click()
        visit.page.emulate_media(media="print")
        visit.page.wait_for_selector("#paper svg")
    visit.page.wait_for_timeout(500)
    visit.nodes()


if __name__ == "__main__":
    main(*sys.argv[1:])
