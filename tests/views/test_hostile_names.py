"""Names and quotes that are HTML, scripts or tricks of direction are shown as they are and do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kg.model import Fact, Knowledge
from kg.views import network_html
from tests.factory import entity, event, fact, holding, knowledge, page, source
from tests.stores import store
from tests.views.browser import Visit, opened

HOSTILE = {
    "script": "<script>window.hit=1</script>",
    "closing": "</script><script>window.hit=1</script>",
    "image": "<img src=x onerror=window.hit=1>",
    "link": '<a href="javascript:window.hit=1">点</a>',
    "address": "javascript:window.hit=1",
    "quotes": "\"'`onmouseover=window.hit=1 x=",
    "comment": "<!--<script>",
    "template": "{{ words.page.title }}{% raw %}${window.hit=1}",
    "escape": "\\u003cscript\\u003ewindow.hit=1",
    "markup": "*粗*_斜_`码`<b>粗</b>",
    "bidi": "甲\u202e乙丙\u2066丁",
    "proto": "__proto__",
    "separator": "甲\u2028乙",
}


def hostile() -> Knowledge:
    """Everybody of a hostile name met 甲一, at an event, a place and in a post of that name, in its own words."""
    text = "甲一会见客人。" + "。".join(HOSTILE.values())
    where = page(text, id='客 "人"<i>&.txt')
    article = f"{where.id}#a1"
    records = [where, entity("person/甲一", articles=())]
    facts: list[Fact] = []
    for name, words in HOSTILE.items():
        person, body, deal, visit = f"person/{name}", f"body/{name}", f"agreement/{name}", f"event/{name}"
        said = source(where, words)
        records += [entity(key, words, articles=(article,)) for key in (person, body, deal)]
        records += [
            event(visit, label=words, articles=(article,)),
            replace(holding(person, words, body, name, "2023-05-11"), label=words),
        ]
        facts += [
            fact(visit, "attendee", person, said, rules=(words,)),
            fact(visit, "chair", "person/甲一", said),
            fact(visit, "produced", deal, said),
            fact(visit, "host", body, said),
            fact(person, "met", "person/甲一", said),
            fact(person, "holds", f"post/{name}", said),
            fact(body, "partyTo", deal, said),
            fact(person, "mentionedIn", article, said),
        ]
    return knowledge(*records, *facts)


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hostile") / "network.html"
    file.write_text(network_html(store(hostile())), "utf-8")
    return file


@pytest.fixture
def visit(browser: Browser, hostile_file: Path) -> Iterator[Visit]:
    with opened(browser, hostile_file) as visiting:
        yield visiting
        assert visiting.call("() => window.hit") is None
        assert (visiting.asked, visiting.complaints) == ([], [])


def test_the_page_has_only_our_elements(visit: Visit) -> None:
    visit.page.wait_for_timeout(300)
    assert visit.call("() => document.querySelectorAll('img, a, iframe, b').length") == 0
    assert visit.call("() => kg.data.things.length") == 1 + 3 * len(HOSTILE)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_and_quotes_are_shown_as_text(visit: Visit, name: str) -> None:
    words = HOSTILE[name]
    for kind in ("Person", "Organization", "Agreement"):
        place = visit.call(
            "([label, kind]) => kg.data.things.findIndex((t) => t.label === label && t.kind === kind)", [words, kind]
        )
        visit.call("(place) => kg.openThing(place)", place)
        assert visit.call("() => document.querySelector('#panel h2').textContent") == words
        assert words in visit.call("() => document.querySelector('#panel').textContent")
        assert (
            visit.call("() => document.querySelectorAll('#panel img, #panel a, #panel b, #panel script').length") == 0
        )


@pytest.mark.parametrize("name", HOSTILE)
def test_search_shows_them_as_text(visit: Visit, name: str) -> None:
    words = HOSTILE[name]
    visit.page.fill("#search", words)
    expect(visit.page.locator("#suggestions li").first).to_be_visible()
    shown = visit.call("() => [...document.querySelectorAll('#suggestions li')].map((item) => item.textContent)")
    assert words in shown
    assert visit.call("() => document.querySelectorAll('#suggestions img, #suggestions a').length") == 0


def test_hovering_over_the_drawing_runs_nothing(visit: Visit) -> None:
    for words in HOSTILE.values():
        visit.page.mouse.move(*visit.place_of_node(words))
        visit.page.wait_for_selector(".vis-tooltip", state="visible")
        assert visit.call("() => document.querySelectorAll('.vis-tooltip > :not(br)').length") == 0
        visit.page.mouse.move(5, 5)
        visit.page.wait_for_selector(".vis-tooltip", state="hidden")


def test_every_edge_opens(visit: Visit) -> None:
    for view in ("people", "bodies", "agreements"):
        visit.call("(view) => kg.turnTo(view)", view)
        edges = visit.call("() => kg.network().body.edgeIndices.length")
        assert edges >= len(HOSTILE)
    visit.call("() => kg.turnTo('people')")
    visit.page.mouse.click(*visit.middle_of_edge("甲一", HOSTILE["closing"]))
    assert HOSTILE["closing"] in visit.call("() => document.querySelector('#panel blockquote').textContent")


def test_direction_marks_are_kept_out_of_the_drawing(visit: Visit) -> None:
    labels = visit.call("() => kg.data.views.people.nodes.map((node) => node.label)")
    assert "甲乙丙丁" in labels
    assert not any(mark in label for label in labels for mark in "\u202e\u2066\u2028")
