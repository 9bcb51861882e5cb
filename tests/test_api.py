"""The API of notebooks: frames with documented columns, networks, quotes, and HTML in which nothing can run."""

from __future__ import annotations

import doctest
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pyoxigraph import Triple

import kg
from kg import api
from kg.api import Graph, opened
from kg.cards import MarkedPage
from kg.model import Extraction, Mention
from kg.views.frames import tables
from tests.factory import article, knowledge, page, spot
from tests.sample import ENTITIES, HE, SONG, TEXT, sample
from tests.stores import store

ROOT = Path(__file__).parent.parent
FRAMES = (("people", "persons"), ("events", "events"), ("posts", "occupancies"), ("claims", "claims"))
TYPES = (("events", "from_day", "datetime64[s]"), ("events", "planned", "boolean"), ("claims", "start", "Int64"))
HOSTILE = "<script>alert(1)</script>\u202e宋"
# query, and the types of the columns
ANSWERS = (
    ("SELECT (COUNT(?e) AS ?n) { ?e a gov:Event }", {"n": "Int64"}),
    ("SELECT ?c { ?x gov:confidence ?c }", {"c": "float64"}),
    ("SELECT ?d ?code { ?d a gov:Division OPTIONAL { ?d gov:adcode ?code } }", {"d": "string", "code": "string"}),
    ("SELECT ?none { ?none a gov:Nothing }", {"none": "string"}),
    ("ASK { ?e a gov:Event }", {"answer": "string"}),
)
# the pages that are run as examples, and what to install as their names
EXAMPLES = (api, ROOT / "docs" / "api.md")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return opened(store(sample()))


@pytest.mark.parametrize(("method", "table"), FRAMES)
def test_a_frame_has_the_rows_and_documented_columns_of_its_table(graph: Graph, method: str, table: str) -> None:
    frame = getattr(graph, method)()
    assert list(frame.columns) == [column.name for column in tables()[table].columns]
    assert len(frame) == len(graph.frames.rows(table)) > 0
    assert graph.columns(table)["column"].tolist() == list(frame.columns)


@pytest.mark.parametrize(("table", "column", "type"), TYPES)
def test_columns_have_types_that_can_be_reckoned_with(graph: Graph, table: str, column: str, type: str) -> None:
    assert str(graph.table(table)[column].dtype) == type


def test_met_is_a_network_of_the_people_in_the_frame(graph: Graph) -> None:
    met, people = graph.met(), graph.people().set_index("id")
    assert met[SONG][HE]["weight"] == 1
    assert {node: met.degree(node) for node in met} == people.loc[list(met), "people_met"].to_dict()


def test_quotes_are_the_words_of_the_page(graph: Graph) -> None:
    row = graph.claims().query("predicate == 'chair'").iloc[0]
    quoted = graph.quote(row)
    assert str(quoted) == quoted.text == "何书远主持"
    assert [graph.quote(each).text for each in (row["id"], row["iri"], [row["id"]])] == ["何书远主持"] * 3
    shown = BeautifulSoup(quoted._repr_html_(), "html.parser")
    assert [mark.text for mark in shown.find_all("mark")] == ["何书远主持"]
    assert shown.find("blockquote").find("bdi").text in TEXT


def test_rows_of_other_frames_lead_to_their_quotes(graph: Graph) -> None:
    for name in ("meetings", "occupancies", "relations"):
        for _, row in graph.table(name).iterrows():
            assert all(words in TEXT for words in graph.quote(row).text.split("\n") if words)


def test_a_frame_leads_to_the_quotes_of_all_its_rows(graph: Graph) -> None:
    chaired, met = graph.claims().query("predicate == 'chair'"), graph.table("meetings")
    assert graph.quote(chaired).text == "何书远主持"
    assert {each.claim["id"] for each in graph.quote(met).said} == set(met["claim_ids"].explode())


@pytest.mark.parametrize("claim", ["claim/none", {"id": "person/宋明哲"}, 7, []])
def test_what_is_no_claim_is_named(graph: Graph, claim: object) -> None:
    with pytest.raises(kg.KgError, match="claim"):
        graph.quote(claim)


@pytest.mark.parametrize(("query", "types"), ANSWERS)
def test_answers_are_frames_with_numbers_where_the_graph_has_numbers(
    graph: Graph, query: str, types: dict[str, str]
) -> None:
    assert {name: str(type) for name, type in graph.sparql(query).dtypes.items()} == types


@pytest.mark.parametrize("query", ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <http://a.b> { ?s ?p ?o } }"])
def test_queries_only_read_and_stay_here(graph: Graph, query: str) -> None:
    with pytest.raises(kg.KgError):
        graph.sparql(query)


@pytest.mark.parametrize("name", ["宋明哲", "person/宋明哲"])
def test_a_card_tells_posts_events_and_who_was_met(graph: Graph, name: str) -> None:
    text = BeautifulSoup(graph.about(name)._repr_html_(), "html.parser").text
    assert all(words in text for words in ("宋明哲", "云岭县委书记", "云岭县走访岚川科技", "柳青禾", "何书远主持"[:3]))


@pytest.mark.parametrize("each", ENTITIES, ids=lambda entity: entity.key)
def test_everything_has_a_card(graph: Graph, each: kg.model.Entity) -> None:
    assert each.label in BeautifulSoup(graph.about(each.key)._repr_html_(), "html.parser").text


def test_nothing_that_a_graph_says_can_run_or_turn_the_text() -> None:
    known = sample()
    people = tuple(replace(each, label=HOSTILE) if each.key == SONG else each for each in known.entities)
    graph = opened(store(replace(known, entities=people)))
    claim = graph.claims().query("object == @HOSTILE or subject == @HOSTILE").iloc[0]
    for html in (graph.about(SONG)._repr_html_(), graph.quote(claim)._repr_html_(), graph._repr_html_()):
        assert BeautifulSoup(html, "html.parser").find("script") is None
        assert "\u202e" not in html
    assert "alert(1)" in BeautifulSoup(graph.about(SONG)._repr_html_(), "html.parser").text


def test_a_marked_page_is_the_page_with_marks() -> None:
    where = page("云岭县<b>的</b>何书远主持\n&会议", article("云岭县<b>的</b>何书远主持\n&会议"))
    named = Mention("m1", spot(where, "何书远"), "Person", "何书远", "何书远", "test", 0.9)
    inner = replace(named, id="m2", span=spot(where, "书远"), text="书远")
    marked = MarkedPage(where, (Extraction(where.articles[0].key, (named, inner), (), (), (), ()),))
    shown = BeautifulSoup(marked._repr_html_(), "html.parser").find(lang="zh")
    assert [mark.contents[0] for mark in shown.find_all("mark")] == ["何书远"]
    for word in shown.find_all("small"):
        word.decompose()
    assert shown.text == where.text
    assert marked.found()["where"].tolist() == ["1:12", "1:13"]
    assert marked.rejected().empty and marked.said().empty


def test_a_frame_without_pandas_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(kg.KgError, match=r"pip install 'kg\[notebooks\]'"):
        graph.people()


def test_a_notebook_shows_how_many_rows_the_tables_have(graph: Graph) -> None:
    rows = [
        [cell.text for cell in row.find_all("td")]
        for row in BeautifulSoup(graph._repr_html_(), "html.parser").find("tbody").find_all("tr")
    ]
    assert rows == [[name, tables()[name].says, str(len(graph.frames.rows(name)))] for name, *_ in rows]
    assert {"persons", "agreements", "events", "claims"} <= {name for name, *_ in rows}


def test_rdflib_has_the_same_triples(graph: Graph) -> None:
    triples = {tuple(map(str, triple)) for triple in graph.rdflib()}
    assert triples == {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in graph.store
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple)
    }


def test_only_one_page_is_explained_at_a_time(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"云岭县{name}", "utf-8")
    with pytest.raises(kg.KgError, match="2 pages"):
        kg.explain(tmp_path)
    with pytest.raises(kg.KgError):
        kg.explain(tmp_path / "c.txt")


def test_a_graph_is_frozen_and_an_empty_one_has_empty_frames() -> None:
    empty = opened(store(knowledge()))
    with pytest.raises(AttributeError):
        empty.store = None  # type: ignore[misc, assignment]
    assert empty.people().empty and not len(empty.met())


@pytest.mark.parametrize("each", EXAMPLES, ids=["api.py", "api.md"])
def test_the_examples_of_the_documentation_are_true(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, each: object
) -> None:
    (tmp_path / "output").symlink_to(built)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    options = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    if isinstance(each, Path):
        ran = doctest.testfile(str(each), module_relative=False, optionflags=options)
    else:
        ran = doctest.testmod(each, extraglobs={"kg": kg}, optionflags=options)
    assert ran.attempted and not ran.failed


def test_the_documentation_tells_every_column() -> None:
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    for _, table in FRAMES:
        for column in tables()[table].columns:
            assert f"| `{column.name}` | {column.type} | {column.says} |" in text, (table, column.name)
