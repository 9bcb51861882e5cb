"""The five views of a graph, its tree of divisions, its table, and the files that leave the page."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import expect

from tests.views.browser import Visit
from tests.views.told import Told

VIEWS = {
    "people": "人物",
    "bodies": "人与机构",
    "agreements": "协议",
    "programmes": "工作计划",
    "divisions": "行政区划",
}
TABLE = ["日期", "一方", "另一方", "联系", "类型", "内容", "角色", "可信度", "版面与位置", "引文"]


def view(visit: Visit, name: str) -> None:
    visit.find(f"[data-view={name}]").click()
    expect(visit.find(f"[data-view={name}]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("name", VIEWS)
def test_each_view_draws_its_network(visit: Visit, told: Told, name: str) -> None:
    view(visit, name)
    assert visit.find(".views [aria-pressed=true]").inner_text() == VIEWS[name]
    assert visit.state()["view"] == name
    best, drawn = set(told.best(name)), set(visit.nodes())
    assert drawn and drawn <= best
    everything = visit.find("#all")
    if everything.count():
        everything.click()
        drawn = set(visit.nodes())
    tied = {label for label, ties in told.network(name).degree(weight="ties") if ties}
    assert drawn == tied


@pytest.mark.parametrize("name", ["bodies", "agreements", "programmes"])
def test_a_view_shows_what_is_in_focus_with_its_neighbours(visit: Visit, told: Told, name: str) -> None:
    kind = {"bodies": "Organization", "agreements": "Agreement", "programmes": "Programme"}[name]
    best = next(label for label in told.best(name) if told.kind(told.labels.index(label)) == kind)
    view(visit, name)
    visit.choose(best)
    assert set(visit.nodes()) == told.around(best, 1, name)
    assert visit.state()["view"] == name


def test_a_person_is_shown_in_another_view(visit: Visit, told: Told) -> None:
    person = next(label for label in told.best() if told.network("bodies").has_node(label))
    visit.choose(person)
    visit.find("#details .choices").get_by_text("人与机构", exact=True).click()
    expect(visit.find("#details h2")).to_have_text(person)
    assert set(visit.nodes()) == told.around(person, 1, "bodies")


def test_parties_of_an_agreement(visit: Visit, told: Told) -> None:
    columns = told.columns
    party = columns["predicates"].index("partyTo")
    rows = [row for row, p in enumerate(columns["relations"]["predicate"]) if p == party]
    deal = columns["relations"]["to"][rows[0]]
    parties = {
        told.labels[columns["relations"]["from"][row]] for row in rows if columns["relations"]["to"][row] == deal
    }
    visit.choose(told.labels[deal])
    section = visit.section("签约方")
    assert set(section.locator("summary a.thing").all_inner_texts()) == parties
    section.locator("summary").first.click(position={"x": 300, "y": 8})
    expect(section.locator("mark").first).to_be_visible()


def test_divisions_stand_as_a_tree_with_keys(visit: Visit, told: Told) -> None:
    view(visit, "divisions")
    items = visit.page.get_by_role("tree").locator("[role=treeitem]")
    columns = told.columns
    part = columns["predicates"].index("partOf")
    relations = columns["relations"]
    up = {
        told.labels[a]: told.labels[b]
        for a, p, b in zip(relations["from"], relations["predicate"], relations["to"], strict=True)
        if p == part
    }
    seen = items.evaluate_all(
        """(items) => items.map((item) => [item.getAttribute("aria-label"),
          item.parentElement.closest("[role=treeitem]")?.getAttribute("aria-label") ?? ""])"""
    )
    assert {name for name, _ in seen} == {name for at, name in enumerate(told.labels) if told.kind(at) == "Division"}
    assert all(up[name] == above for name, above in seen if above)
    parent = items.first
    parent.focus()
    if parent.get_attribute("aria-expanded") == "false":
        visit.page.keyboard.press("ArrowRight")
    expect(parent).to_have_attribute("aria-expanded", "true")
    visit.page.keyboard.press("ArrowRight")
    inner = visit.call("() => document.activeElement.getAttribute('aria-label')")
    assert up[inner] == parent.get_attribute("aria-label")
    while visit.call("() => document.activeElement.getAttribute('aria-label')") == inner:
        visit.page.keyboard.press("ArrowLeft")
    visit.page.keyboard.press("ArrowLeft")
    expect(parent).to_have_attribute("aria-expanded", "false")
    visit.page.keyboard.press("Enter")
    expect(visit.find("#details h2")).to_have_text(str(parent.get_attribute("aria-label")))


def rows(visit: Visit) -> list[list[str]]:
    return list(
        visit.call(
            """() => [...document.querySelectorAll("#table tbody tr")]
              .map((row) => [...row.cells].map((cell) => cell.innerText))"""
        )
    )


def test_the_table_is_sorted_by_any_column(in_county: Visit) -> None:
    in_county.button("表格").click()
    assert in_county.texts("#table thead th") == TABLE
    assert len(rows(in_county)) == 5
    assert in_county.find("#table th[aria-sort=descending]").inner_text() == "日期"
    assert rows(in_county)[0][0] == "2024年6月"
    for column in ("日期", "可信度"):
        at = TABLE.index(column)
        in_county.find("#table th button").nth(at).click()
        order = in_county.find("#table th").nth(at).get_attribute("aria-sort")
        cells = in_county.texts(f"#table td:nth-child({at + 1})")
        keys = [tuple(int(part) for part in "".join(c if c.isdigit() else " " for c in cell).split()) for cell in cells]
        assert keys == sorted(keys, reverse=order == "descending")
    assert in_county.find("#table th[aria-sort=none]").count() == len(TABLE) - 1


def test_the_table_leads_to_people_and_pairs(in_county: Visit) -> None:
    in_county.button("表格").click()
    in_county.find("#table tbody tr", has_text="看望").locator(".column-tie a").click()
    assert in_county.texts("#details .total") == ["共 3 次"]
    assert len(rows(in_county)) == 3
    in_county.find("#table tbody .column-from a").first.click()
    assert in_county.state()["focus"]["on"] == "thing"
    in_county.button("图").click()
    expect(in_county.find("#picture")).to_be_visible()


def test_the_table_is_saved_as_csv(visit: Visit, told: Told) -> None:
    name = told.best()[0]
    visit.choose(name)
    visit.button("表格").click()
    with visit.page.expect_download() as waiting:
        visit.find("#table-csv").click()
    assert waiting.value.suggested_filename.endswith(".csv") and name in waiting.value.suggested_filename
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        head, *body = list(csv.reader(file))
    assert head == TABLE
    network = told.network().subgraph(told.around(name, 1))
    assert len(body) == sum(ties for _, _, ties in network.edges(data="ties")) == len(rows(visit))
    assert {frozenset(row[1:3]) for row in body} == {frozenset(edge) for edge in network.edges}
    assert sorted(row[9] for row in body) == sorted(row[9] for row in rows(visit))


def pixels(png: bytes) -> tuple[int, int, int]:
    """Width and height of a PNG, and how many different lines of bytes it has."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        data += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    lines = zlib.decompress(data)
    step = width * {2: 3, 6: 4}[colours] * depth // 8 + 1
    return width, height, len({lines[row * step : (row + 1) * step] for row in range(height)})


def test_the_picture_is_saved_as_png(visit: Visit) -> None:
    width, height, lines = pixels(visit.saved("png").read_bytes())
    box = visit.find("#picture").bounding_box()
    assert box and (width, height) == (round(box["width"] * 2), round(box["height"] * 2))
    assert lines > 200


def test_the_picture_is_saved_as_svg(visit: Visit) -> None:
    root = ET.parse(visit.saved("svg")).getroot()
    spaces = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{spaces}svg"
    titles = {title.text for title in root.iter(f"{spaces}title")}
    assert titles == set(visit.nodes())
    written = {"".join(text.itertext()) for text in root.iter(f"{spaces}text")}
    assert len(written & titles) >= 20
    assert not {each.tag for each in root.iter()} & {f"{spaces}script", f"{spaces}image", f"{spaces}a"}


def test_the_selection_is_saved_as_gexf(visit: Visit, told: Told) -> None:
    name = told.best()[0]
    visit.choose(name)
    graph = nx.read_gexf(io.BytesIO(visit.saved("gexf").read_bytes()), version="1.3")
    wanted = told.network().subgraph(told.around(name, 1))
    labels = nx.relabel_nodes(nx.Graph(graph), dict(graph.nodes(data="label")))
    assert set(labels) == set(wanted)
    assert {(*sorted(edge), ties) for *edge, ties in wanted.edges(data="ties")} == {
        (*sorted((a, b)), int(said["ties"])) for a, b, said in labels.edges(data=True)
    }
    assert {said["kind"] for _, said in graph.nodes(data=True)} == {"Person"}
