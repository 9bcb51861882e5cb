"""The pyvis network loses nothing, says nothing that could run, and stands still where it is large."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pyoxigraph import Store

from kg.queries import people_who_met
from kg.views.plain import pyvis_html, pyvis_network, steerless
from tests.factory import entity, event, fact, knowledge, page, source
from tests.sample import sample
from tests.stores import store
from tests.views.test_networks import often

HOSTILE = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '<a href="javascript:window.hit=1">点</a>',
    "\"'`onmouseover=window.hit=1 x=",
    "<!--<script>",
    "{{ data }}{% raw %}${window.hit=1}",
    "*粗*_斜_`码`<b>粗</b>",
    "甲\u202e乙丙\u2066丁",
    "__proto__",
)


@pytest.fixture(scope="module")
def graph() -> Store:
    return store(sample())


def test_every_pair_is_one_edge_and_ids_are_opaque(graph: Store) -> None:
    network = pyvis_network(graph)
    assert {node["label"] for node in network.nodes} == {"宋明哲", "柳青禾", "何书远", "顾念晴"}
    assert len(network.edges) == len(people_who_met(graph)) == 6
    assert [node["id"] for node in network.nodes] == ["n0", "n1", "n2", "n3"]
    assert [edge["id"] for edge in network.edges] == [f"e{row}" for row in range(6)]


def test_one_edge_tells_all_meetings() -> None:
    (edge,) = pyvis_network(often()).edges
    assert edge["value"] == 3
    assert {line.split()[-1] for line in edge["title"].split("\n")} == {"座谈", "看望", "年会"}


@pytest.mark.parametrize("view", ["bodies", "agreements", "programmes", "divisions"])
def test_other_views_can_be_had(graph: Store, view: str) -> None:
    assert pyvis_network(graph, view).edges


def test_a_small_network_moves_and_a_large_one_stands() -> None:
    def moving(people: int) -> bool:
        where = page("众人座谈。")
        keys = [f"person/甲{number}" for number in range(people)]
        meetings = [(f"event/{number}", keys[number : number + 2]) for number in range(people - 1)]
        told = store(
            knowledge(
                where,
                *(entity(key) for key in keys),
                *(event(key) for key, _ in meetings),
                *(fact(key, "attendee", who, source(where, "座谈")) for key, guests in meetings for who in guests),
                *(fact(guests[0], "met", guests[1], source(where, "座谈")) for _, guests in meetings),
            )
        )
        *_, options = pyvis_network(told).get_network_data()
        return bool(json.loads(options)["physics"]["enabled"])

    assert moving(300)
    assert not moving(301)


def test_every_node_has_its_place(graph: Store) -> None:
    points = [(node["x"], node["y"]) for node in pyvis_network(graph).nodes]
    assert len(set(points)) == 4


def test_the_page_needs_nothing_else(graph: Store) -> None:
    text = pyvis_html(graph)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not re.search(r"<(script|link|img|iframe)[^>]*(src|href)=(?!\"data:,)", text)
    assert "vis-network" in text and "Apache 2.0 License" in text
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert data is not None and "<" not in data[1]
    assert {node["label"] for node in json.loads(data[1])["nodes"]} >= {"宋明哲", "柳青禾"}


def test_names_of_any_kind_are_shown_and_do_nothing(browser: Browser, tmp_path: Path) -> None:
    where = page("会见客人。")
    people = [entity(f"person/{number}", name) for number, name in enumerate(HOSTILE)]
    told = knowledge(
        where,
        *people,
        *(event(f"event/{number}", label=name) for number, name in enumerate(HOSTILE)),
        *(
            fact(f"event/{number}", "attendee", who.key, source(where, "客人"))
            for number in range(len(HOSTILE))
            for who in people
        ),
        *(fact(one.key, "met", other.key, source(where, "客人")) for one, other in combinations(people, 2)),
    )
    file = tmp_path / "网络 #1.html"
    file.write_text(pyvis_html(store(told)), "utf-8")
    context = browser.new_context()
    context.set_offline(True)
    opened, complaints, asked = context.new_page(), [], []
    opened.on("console", lambda said: complaints.append(said.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    opened.wait_for_timeout(500)
    labels = opened.evaluate("() => data.nodes.map((node) => node.title)")
    assert sorted(labels) == sorted(filter(None, map(steerless, HOSTILE)))
    assert opened.evaluate("() => [window.hit, document.querySelectorAll('img, a, b, iframe').length]") == [None, 0]
    assert (complaints, asked) == ([], [file.as_uri()])
    context.close()
