"""How fast the explorer opens, moves, searches and finds paths, beside pyvis with physics off on the same network.

pyvis writes its own page, with its scripts in it; it is given the places of the nodes, so that it need not seek them.

Both pages are opened from disk in headless Chromium, offline, in the same run; graphs are those of
`benchmarks.meetings`. What a browser has to do for them in its main thread is what Chromium itself counts.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page
from pyoxigraph import Store

from benchmarks.meetings import meetings
from kg.graph.build import quads
from kg.graph.terms import BASE
from kg.graph.vocabulary import vocabulary
from kg.model import Knowledge
from kg.views import network_html
from kg.views.plain import pyvis_network
from tests.views.browser import browsers

# Above 300 nodes pyvis_network has physics off anyway.
SIZES = (500, 2_000, 10_000, 50_000)
WANTED = {"usable": 0.30, "pan": 0.10, "longest": 0.10, "bytes": 0.25}
STEPS, PULL = 40, 5
PATIENCE = 600.0
# What the explorer says of nothing but who met whom and by whom an article is written, it says by other statements.
UNTOLD = {"met", "author"}
WATCH = """
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });
  (() => {
    let drawn;
    Object.defineProperty(window, "network", {
      configurable: true,
      get: () => drawn,
      set(made) {
        drawn = made;
        made.once("afterDrawing", () => performance.mark("drawn"));
      },
    });
  })();
"""
SEARCHES = ("王", "李明", "zhang", "wm", "教育局", "县委", "lihua")


@dataclass(slots=True)
class Figures:
    """One page: milliseconds until it can be used, of main thread a step of a pan, of the longest task; its size."""

    bytes: int
    usable: float = 0.0
    pan: float = 0.0
    longest: float = 0.0


def main() -> None:
    """Print the figures of both pages for each size, their ratios, and whether all that the graph says is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many persons who met")
    parser.add_argument("--peer-until", type=int, default=10_000, help="no pyvis above this size")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, browsers() as browser:
        for size in options.sizes:
            _compare(size, Path(folder), browser, peer=size <= options.peer_until)


def _compare(size: int, folder: Path, browser: Browser, *, peer: bool) -> None:
    told = meetings(size)
    store = Store()
    store.bulk_extend(quads(told, BASE))
    started = time.process_time()
    own = _written(folder / f"{size}.html", network_html(store))
    seconds = time.process_time() - started
    print(f"\n{size:,} persons, {len(told.entities):,} things, rendered in {seconds:.1f} s of processor")
    found = {"kg": _own(own, browser, told)}
    if peer:
        page = pyvis_network(store).generate_html(notebook=False)
        found["pyvis"] = _measured(_written(folder / f"{size}-pyvis.html", page), browser, DRAWN, lambda _: None)
    print(f"{'':8} {'MB':>7} {'usable ms':>10} {'pan ms':>8} {'longest ms':>11}")
    for name, row in found.items():
        print(f"{name:8} {row.bytes / 1e6:7.2f} {row.usable:10.0f} {row.pan:8.1f} {row.longest:11.0f}")
    if peer:
        ratios = {name: getattr(found["kg"], name) / max(getattr(found["pyvis"], name), 1e-9) for name in WANTED}
        print(
            "kg / pyvis: " + ", ".join(f"{name} {ratio:.3f} (≤ {WANTED[name]:.2f})" for name, ratio in ratios.items())
        )


def _written(file: Path, page: str) -> Path:
    file.write_text(page, "utf-8", newline="\n")
    return file


DRAWN = "() => performance.getEntriesByName('drawn')[0]?.startTime ?? null"
READY = "() => performance.getEntriesByName('kg:ready')[0]?.startTime ?? null"


def _own(file: Path, browser: Browser, told: Knowledge) -> Figures:
    """The explorer's figures, panned with everything drawn; prints what only it can do."""

    def all_drawn(page: Page) -> None:
        page.evaluate("() => kg.dispatch({ all: true })")
        page.wait_for_timeout(1500)
        searches = [page.evaluate(_timed("kg.search(what)"), text) for text in SEARCHES]
        ends = page.evaluate("() => kg.model.nets.people.nodes.length")
        pairs = [[step * 7919 % ends, step * 104729 % ends] for step in range(1, 21)]
        place = "kg.model.nets.people.nodes"
        paths = [page.evaluate(_timed(f"kg.path({place}[what[0]], {place}[what[1]])"), pair) for pair in pairs]
        for what, times in (("search", searches), ("path", paths)):
            print(f"{what}: median {median(times):.1f} ms, at most {max(times):.1f} ms")
        _check(page.evaluate(COUNTS), told)

    return _measured(file, browser, READY, all_drawn)


def _timed(call: str) -> str:
    return f"(what) => {{ const before = performance.now(); {call}; return performance.now() - before; }}"


COUNTS = """() => {
  const { nets, payload } = kg.model;
  return [nets.people.nodes.length, nets.people.a.length, nets.people.tieRow.length, payload.quotes.start.length];
}"""


def _check(counts: list[int], told: Knowledge) -> None:
    """Nobody, no edge, no meeting and no quote of the graph may be missing, and none be there that is not in it."""
    pairs = {frozenset((fact.subject, fact.object)) for fact in told.facts if fact.predicate == "met"}
    guests: dict[str, set[str]] = {}
    for fact in told.facts:
        if fact.predicate in vocabulary().roles:
            guests.setdefault(fact.subject, set()).add(fact.object)
    shared = sum(1 for each in guests.values() for pair in combinations(each, 2) if frozenset(pair) in pairs)
    quotes = {source.span for fact in told.facts if fact.predicate not in UNTOLD for source in fact.sources}
    wanted = [len(frozenset().union(*pairs)), len(pairs), shared, len(quotes)]
    words = ("persons", "edges", "meetings", "quotes")
    told_of = ", ".join(f"{found:,} {word}" for found, word in zip(counts, words, strict=True))
    print(told_of + (" as in the graph" if counts == wanted else f", but the graph has {wanted}"))


def _measured(file: Path, browser: Browser, ready: str, prepare: Callable[[Page], None]) -> Figures:
    figures = Figures(file.stat().st_size)
    with _opened(file, browser) as (page, session):
        figures.usable = _waited(page, ready)
        prepare(page)
        box = page.viewport_size or {"width": 0, "height": 0}
        page.mouse.move(box["width"] * 0.3, box["height"] * 0.12)
        page.mouse.down()
        page.mouse.move(box["width"] * 0.3 + PULL, box["height"] * 0.12)
        before = _main_thread(session)
        for step in range(STEPS):
            page.mouse.move(box["width"] * 0.3 + PULL * (step + 2), box["height"] * 0.12 + PULL * (step % 3))
            page.wait_for_timeout(16)
        figures.pan = (_main_thread(session) - before) / STEPS
        page.mouse.up()
        page.wait_for_timeout(300)
        figures.longest = float(page.evaluate("() => window.longest"))
    return figures


@contextmanager
def _opened(file: Path, browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_offline(True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(file.as_uri(), wait_until="commit")
    yield page, session
    context.close()


def _waited(page: Page, ready: str) -> float:
    """Milliseconds from opening until the page says that it is ready."""
    until = time.monotonic() + PATIENCE
    while (found := page.evaluate(ready)) is None:
        if time.monotonic() > until:
            raise TimeoutError(f"{page.url} is not ready after {PATIENCE:.0f} s")
        page.wait_for_timeout(50)
    return float(found)


def _main_thread(session: CDPSession) -> float:
    """Milliseconds that all tasks of the main thread have taken so far."""
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


if __name__ == "__main__":
    main()
