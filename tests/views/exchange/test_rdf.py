"""The formats of RDF, read back by rdflib: the same graph, whatever the syntax."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.graph.vocabulary import ontology_file, vocabulary
from kg.views.exchange import export
from tests.sample import FIRST

GOV = "https://w3id.org/regional-governance#"
BASE = "https://w3id.org/regional-governance/id/"
READERS = {"turtle": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


def triples(file: Path, reader: str = "turtle") -> set[tuple[object, ...]]:
    return set(Graph().parse(file, format=reader))


@pytest.mark.parametrize("name", READERS)
def test_rdflib_reads_the_same_graph(graph: Path, tmp_path: Path, name: str) -> None:
    [file, *_] = export(graph, name, tmp_path / "out").files
    assert triples(file, READERS[name]) == triples(graph)


@pytest.mark.parametrize("name", ["turtle", "nt", "jsonld"])
def test_awkward_texts_and_another_base_are_kept(hostile: Path, tmp_path: Path, name: str) -> None:
    [file, *_] = export(hostile, name, tmp_path / "out").files
    assert triples(file, READERS[name]) == triples(hostile)


def test_turtle_is_what_the_build_writes(graph: Path, tmp_path: Path) -> None:
    [file] = export(graph, "turtle", tmp_path / "again.ttl").files
    assert file.read_bytes() == graph.read_bytes()


def test_characters_that_xml_cannot_hold_are_replaced_and_counted(hostile: Path, tmp_path: Path) -> None:
    done = export(hostile, "rdfxml", tmp_path / "out.rdf")
    read, told = triples(done.files[0], "xml"), triples(hostile)
    assert {str(object) for _, _, object in read - told} == {"乙\ufffd\ufffd<&>\"'"}
    assert len(read) == len(told)
    assert done.notes == ("1 text with characters that XML cannot hold: U+FFFD stands for each",)


def test_trig_has_one_graph_a_page_with_what_it_says(graph: Path, tmp_path: Path) -> None:
    [file] = export(graph, "trig", tmp_path / "out.trig").files
    read = Dataset(default_union=True)
    read.parse(file, format="trig")
    quads = {(s, p, o, None if name == DATASET_DEFAULT_GRAPH_ID else name) for s, p, o, name in read.quads()}
    assert {(s, p, o) for s, p, o, _ in quads} == triples(graph)
    page = URIRef(f"{BASE}page/云岭日报-2023-05-12")
    assert {name for *_, name in quads} == {page, None}
    song, liu = (URIRef(f"{BASE}person/{name}") for name in ("宋明哲", "柳青禾"))
    event = URIRef(f"{BASE}event/2023-05-11-走访岚川科技")
    assert (song, URIRef(GOV + "met"), liu, page) in quads
    assert (event, URIRef(GOV + "participant"), song, page) in quads
    label = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert (song, label, Literal("宋明哲", lang="zh"), None) in quads


TWO_PAGES = """
@prefix gov: <https://w3id.org/regional-governance#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@base <https://w3id.org/regional-governance/id/> .
<page/p> a gov:Page ; gov:file "p.txt" . <page/q> a gov:Page ; gov:file "q.txt" .
<person/a> gov:met <person/b> , <person/c> .
<claim/1> a gov:Claim ; rdf:subject <person/a> ; rdf:predicate gov:met ; rdf:object <person/b> ;
  prov:wasDerivedFrom <source/p-1-2> , <source/q-1-2> .
<claim/2> a gov:Claim ; rdf:subject <person/a> ; rdf:predicate gov:met ; rdf:object <person/c> ;
  prov:wasDerivedFrom <source/q-1-2> .
<source/p-1-2> oa:hasSource <page/p> . <source/q-1-2> oa:hasSource <page/q> .
"""


def test_what_two_pages_say_stands_in_both_graphs(tmp_path: Path) -> None:
    told = tmp_path / "two.ttl"
    told.write_text(TWO_PAGES, "utf-8")
    [file] = export(told, "trig", tmp_path / "out.trig").files
    read = Dataset()
    read.parse(file, format="trig")

    def graphs(subject: str, predicate: str, object: str) -> set[str]:
        quads = read.quads((URIRef(BASE + subject), URIRef(predicate), URIRef(BASE + object), None))
        return {str(name).removeprefix(BASE) for *_, name in quads}

    assert graphs("person/a", GOV + "met", "person/b") == {"page/p", "page/q"}
    assert graphs("person/a", GOV + "met", "person/c") == {"page/q"}
    assert graphs("claim/1", "http://www.w3.org/ns/prov#wasDerivedFrom", "source/p-1-2") == {"page/p"}


def test_the_context_file_reads_the_document_as_its_own_context_does(graph: Path, tmp_path: Path) -> None:
    file, context = export(graph, "jsonld", tmp_path / "out.jsonld").files
    assert context.name == "out.context.jsonld"
    told = json.loads(file.read_text("utf-8"))
    told["@context"] = [context.as_uri(), {"@base": told["@context"]["@base"]}]
    other = tmp_path / "other.jsonld"
    other.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    assert triples(other, "json-ld") == triples(graph)


def test_json_has_short_names_and_keys(graph: Path, tmp_path: Path) -> None:
    file, _ = export(graph, "jsonld", tmp_path / "out.jsonld").files
    nodes = {node["id"]: node for node in json.loads(file.read_text("utf-8"))["@graph"]}
    event = nodes["event/2023-05-11-走访岚川科技"]
    assert {"Visit", "Event", "schema:Event"} <= set(event["type"])
    assert (event["date"], event["leader"]) == ("2023-05-11", "person/宋明哲")
    assert nodes["event/2023-06-庆典"]["planned"] is True
    assert nodes["event/2023-06-庆典"]["date"] == {"@value": "2023-06", "@type": "xsd:gYearMonth"}
    assert nodes["article/云岭日报-2023-05-12-a1"]["headline"] == FIRST


def test_the_context_names_every_term_of_the_ontology() -> None:
    context = json.loads(ontology_file("context.jsonld"))["@context"]
    named = {about if isinstance(about, str) else about["@id"] for about in context.values()}
    assert {f"gov:{name}" for name in (*vocabulary().classes, *vocabulary().properties)} <= named
