"""Names, quotes, files and rules that are HTML, scripts or tricks of direction are shown as text and do nothing."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, expect

from kg.model import Fact, Knowledge, Page
from kg.views import network_html
from kg.views.texts import texts_of
from tests.factory import Record, article, entity, event, fact, holding, knowledge, page, source
from tests.stores import store
from tests.views.browser import Visit
from tests.views.conftest import quiet

HOSTILE = {
    "script": "<script>window.hit=1</script>",
    "closing": "</script><script>window.hit=1</script>",
    "image": "<img src=x onerror=window.hit=1>",
    "vector": "<svg onload=window.hit=1><use href=//evil.example/x>",
    "link": '<a href="javascript:window.hit=1">点</a>',
    "address": "javascript:window.hit=1",
    "remote": "https://evil.example/x.js",
    "quotes": "\"'`onmouseover=window.hit=1 x=",
    "comment": "<!--<script>",
    "data": "]]><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "style": "</style><style>*{background:url(//evil.example)}",
    "template": "{{ 7*7 }}{% raw %}${window.hit=1}",
    "escape": "\\u003cscript\\u003ewindow.hit=1",
    "formula": '=HYPERLINK("//evil.example")',
    "bidi": "甲\u202e乙丙\u2066丁",
    "control": "甲\u0007乙\u0001丙\u007f",
    "proto": "__proto__",
    "separator": "甲\u2028乙",
    "astral": "𠮷\U000e0041野",
    "long": "长" * 3000,
}
HOST = "甲一"
FILE = 'page "x"<i onmouseover=window.hit=1>&.txt'
VIEWS = ("people", "bodies", "agreements", "programmes", "divisions")


def hostile() -> tuple[Page, Knowledge]:
    """Everybody of a hostile name met one host, at an event, in a post and a body of that name, in its own words."""
    text = "甲一会见客人。" + "。".join(HOSTILE.values())
    head = "<b onclick=window.hit=1>" + HOSTILE["closing"] + HOSTILE["bidi"]
    where = page(text, article(text, page=FILE, headline=head), id=FILE)
    told = f"{where.id}#a1"
    records: list[Record] = [where, entity(f"person/{HOST}", articles=())]
    facts: list[Fact] = []
    for name, words in HOSTILE.items():
        kinds = ("person", "body", "agreement", "programme", "division")
        person, body, deal, drive, place = (f"{kind}/{name}" for kind in kinds)
        visit, said = f"event/{name}", source(where, words)
        records += [entity(key, words, articles=(told,)) for key in (person, body, deal, drive, place)]
        records += [
            event(visit, label=words, date="2023-05-11", articles=(told,)),
            replace(holding(person, words, body, name, "2023-05-11"), label=words),
        ]
        facts += [
            fact(visit, "attendee", person, said, rules=(words,)),
            fact(visit, "chair", f"person/{HOST}", said),
            fact(visit, "produced", deal, said),
            fact(visit, "about", drive, said),
            fact(visit, "host", body, said),
            fact(visit, "place", place, said),
            fact(person, "met", f"person/{HOST}", said, confidence=0.4),
            fact(person, "holds", f"post/{name}", said),
            fact(body, "partyTo", deal, said),
            fact(body, "implements", drive, said),
            fact(body, "locatedIn", place, said),
            fact(person, "mentionedIn", told, said),
        ]
        if name != "script":
            facts.append(fact(place, "partOf", "division/script", said))
    return where, knowledge(*records, *facts)


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hostile") / "network.html"
    where, graph = hostile()
    file.write_text(network_html(store(graph), texts_of([where])), "utf-8")
    return file


@pytest.fixture
def visit(browser: Browser, hostile_file: Path) -> Iterator[Visit]:
    for visiting in quiet(browser, hostile_file):
        yield visiting
        assert visiting.call("() => window.hit") is None
        assert visiting.call(_STRANGERS) == []


_STRANGERS = """() => [...document.querySelectorAll("img, iframe, object, embed, script, style, link, b, i, use, a")]
  .filter((each) => !(
    each.matches("a[href^='#']") || each.matches("head > *, body > script")
    || each.matches("i:empty[aria-hidden], i[class]:empty")
  )).map((each) => each.outerHTML)"""


_TWO = """([on, ...keys]) => {
  const [a, b] = keys.map((key) => kg.model.thing(key));
  kg.dispatch({ focus: { on, a, b } });
}"""


def seen(text: str) -> str:
    """The text as the page shows it: a sign stands for each mark that would turn the direction of writing."""
    return re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", "\u25af", text)


def label(visit: Visit, name: str) -> str:
    """The name as the page has it: a graph may leave out what no text should hold."""
    return str(visit.call("(key) => kg.model.payload.things.label[kg.model.thing(key)]", f"person/{name}"))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_and_opens_them(visit: Visit, view: str) -> None:
    visit.find(f"[data-view={view}]").click()
    everything = visit.find("#all")
    if everything.count():
        everything.click()
    assert len(visit.nodes()) >= len(HOSTILE)
    for spot in list(visit.nodes().values())[:8]:
        visit.page.mouse.move(*spot)
        visit.page.wait_for_timeout(20)
    visit.button("表格").click()
    assert visit.find("#table tbody tr").count() >= len(HOSTILE) - 1
    assert HOSTILE["closing"] in visit.text("#table")


def test_panels_show_them_as_text(visit: Visit) -> None:
    keys = [f"{kind}/{name}" for name in HOSTILE for kind in ("person", "body", "agreement", "programme", "division")]
    for key in keys:
        words = visit.call(
            """(key) => {
              const thing = kg.model.thing(key);
              kg.dispatch({ focus: { on: "thing", thing } });
              document.querySelectorAll("#details details").forEach((each) => { each.open = true; });
              return kg.model.payload.things.label[thing];
            }""",
            key,
        )
        assert visit.call("() => document.querySelector('#details h2').textContent") == seen(words)
    visit.page.wait_for_timeout(100)
    assert FILE in visit.text()


def test_quotes_headlines_rules_and_files_are_text(visit: Visit) -> None:
    for name in ("closing", "image", "bidi", "data"):
        visit.call(
            _TWO,
            ["pair", f"person/{name}", f"person/{HOST}"],
        )
        source = visit.find("#details figure.source").first
        expect(source.locator("mark").first).to_be_visible()
        words = seen(HOSTILE[name])
        assert words in "".join(source.locator("mark").all_text_contents())
        assert source.locator(".file").text_content() == FILE
        assert "<b onclick=window.hit=1>" in str(source.locator("strong").text_content())
        assert words in str(source.locator(".statements").text_content())


def test_events_are_text(visit: Visit) -> None:
    events = visit.call("() => kg.model.payload.events.key.length")
    assert events == len(HOSTILE)
    for event_row in range(events):
        visit.call("(event) => kg.dispatch({ focus: { on: 'event', event } })", event_row)
        for row in visit.find("#details details.why > summary").all()[:2]:
            row.click()
    assert visit.find("#details mark").count()


@pytest.mark.parametrize("name", ["script", "closing", "image", "address", "bidi", "proto", "astral"])
def test_search_shows_them_as_text(visit: Visit, name: str) -> None:
    typed = label(visit, name)
    words = seen(typed)
    visit.page.fill("#search", typed)
    options = visit.find("#search-list [role=option]")
    expect(options.first).to_be_visible()
    assert any(words in text for text in options.locator(".called").all_text_contents())
    visit.page.keyboard.press("Enter")
    assert visit.call("() => document.querySelector('#details h2').textContent") == words


def test_a_path_through_them(visit: Visit) -> None:
    visit.call(
        _TWO,
        ["path", "person/image", "person/closing"],
    )
    assert visit.find("#details .chain > .stop").count() == 3
    assert HOSTILE["closing"] in visit.text()


def test_filters_list_them_as_text(visit: Visit) -> None:
    visit.find("#filters-button").click()
    for which in ("region", "programme"):
        visit.find(f"#filter-{which}").click()
        options = visit.find(f"#filter-{which}-list [role=option]")
        expect(options.first).to_be_visible()
        assert HOSTILE["image"] in options.all_inner_texts()
        visit.page.keyboard.press("Escape")
    visit.find("#legend select[data-choice=colour]").select_option("region")


def test_files_that_leave_the_page_are_whole(visit: Visit) -> None:
    root = ET.parse(visit.saved("svg")).getroot()
    assert {each.tag.partition("}")[2] for each in root.iter()} <= {
        "svg",
        "rect",
        "g",
        "path",
        "circle",
        "polygon",
        "title",
        "text",
        "tspan",
    }
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name]
    graph = nx.read_gexf(visit.saved("gexf"), version="1.3")
    labels = {said["label"] for _, said in graph.nodes(data=True)}
    assert {HOSTILE["closing"], HOSTILE["image"], HOSTILE["data"], HOSTILE["long"]} <= labels
    with visit.saved("csv").open(encoding="utf-8-sig", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert HOSTILE["closing"] in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_paper_shows_them_as_text(visit: Visit) -> None:
    visit.page.emulate_media(media="print")
    expect(visit.find("#paper svg")).to_be_attached()
    assert visit.page.pdf().startswith(b"%PDF")
    assert (
        visit.call(
            "() => document.querySelectorAll('#paper script, #paper image, #paper a, #paper foreignObject').length"
        )
        == 0
    )


def test_names_do_not_turn_the_direction_of_what_follows(visit: Visit) -> None:
    drawn = visit.call("() => kg.renderer.svg()")
    assert not any(mark in drawn for mark in "\u202e\u2066\u0007\u0001")
    visit.page.fill("#search", "甲")
    isolated = visit.find("#search-list bdi")
    assert isolated.count() >= 2


def test_long_names_leave_the_page_in_its_place(visit: Visit) -> None:
    visit.call("(key) => kg.dispatch({ focus: { on: 'thing', thing: kg.model.thing(key) } })", "person/long")
    assert visit.call("() => document.documentElement.scrollWidth <= innerWidth")
    panel = visit.find("#panel").bounding_box()
    assert panel and panel["width"] < 600
    assert visit.call(
        "() => document.querySelector('#details').scrollWidth <= document.querySelector('#details').clientWidth"
    )
    assert len(visit.page.title()) < 4000
