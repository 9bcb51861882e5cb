"""Validation: a right graph conforms, and each way to break one is found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store

from kg.errors import ReadingError
from kg.graph import BASE, Finding, Report, to_turtle, validate
from kg.graph.terms import prefixes
from tests.factory import PAGE, knowledge
from tests.sample import FACTS, PAIRS, TEXT, sample


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    return file


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / PAGE).write_bytes(TEXT.encode())
    return folder


def broken(file: Path, update: str) -> Path:
    """The graph after a SPARQL update, which must change it."""
    store = Store()
    store.load(path=str(file), format=RdfFormat.TURTLE)
    before = set(store)
    store.update("".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(BASE).items()) + update)
    assert set(store) != before
    store.dump(str(file), format=RdfFormat.TURTLE, from_graph=DefaultGraph())
    return file


def test_a_right_graph_conforms(graph: Path, pages: Path) -> None:
    assert validate(graph, pages) == Report(())
    assert str(validate(graph)) == "The graph keeps its contract."


def test_a_graph_without_pages_has_nothing_to_keep(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    for content in (b"", to_turtle(knowledge())):
        file.write_bytes(content)
        assert "holds no page" in str(validate(file))


SONG = "person:宋明哲"
DECISION = next(f"decision:{each.key.partition('/')[2]}" for each in sample().decisions if each.about)
CHAIR = "?c rdf:predicate gov:chair"
SOURCE = f"{CHAIR} ; prov:wasDerivedFrom ?s"
POSITION = f"{SOURCE} . ?s oa:hasSelector ?p . ?p oa:start ?start"
QUOTE = f"{SOURCE} . ?s oa:hasSelector ?q . ?q oa:exact ?exact"

# What is done to the graph; where the fault must be found; at which property; what the message says.
FAULTS = {
    "a decision of nobody": (
        "DELETE WHERE { ?d prov:wasAttributedTo ?who ; gov:action ?action }",
        (DECISION, "prov:wasAttributedTo", "by one person"),
    ),
    "a decision without reason": (
        f"DELETE WHERE {{ {DECISION} gov:reason ?x }}",
        (DECISION, "gov:reason", "one reason"),
    ),
    "a decision of no known kind": (
        f'DELETE WHERE {{ {DECISION} gov:action ?x }} ; INSERT DATA {{ {DECISION} gov:action "merge" }}',
        (DECISION, "gov:action", "one of five"),
    ),
    "a decision whose subject does not say so": (
        f"DELETE WHERE {{ {SONG} prov:wasInfluencedBy ?x }}",
        (DECISION, "", "influenced by it"),
    ),
    "two preferred labels": (
        f'INSERT DATA {{ {SONG} skos:prefLabel "宋明者"@zh }}',
        (SONG, "skos:prefLabel", "Exactly one preferred label"),
    ),
    "no preferred label": (
        f"DELETE WHERE {{ {SONG} skos:prefLabel ?x }}",
        (SONG, "skos:prefLabel", "Exactly one preferred label"),
    ),
    "a label without language": (
        f'DELETE WHERE {{ {SONG} skos:prefLabel ?x }} ; INSERT DATA {{ {SONG} skos:prefLabel "宋明哲" }}',
        (SONG, "skos:prefLabel", "in Chinese"),
    ),
    "a division without level": (
        "DELETE WHERE { division:云岭县 gov:level ?x }",
        ("division:云岭县", "gov:level", "one level"),
    ),
    "a level that does not exist": (
        'DELETE WHERE { division:云岭县 gov:level ?x } ; INSERT DATA { division:云岭县 gov:level "县" }',
        ("division:云岭县", "gov:level", "Found: '县'"),
    ),
    "a code of five digits": (
        'DELETE WHERE { division:云岭县 gov:adcode ?x } ; INSERT DATA { division:云岭县 gov:adcode "99012" }',
        ("division:云岭县", "gov:adcode", "six digits"),
    ),
    "meeting one way": (
        "DELETE DATA { person:柳青禾 gov:met person:宋明哲 }",
        (SONG, "", "gov:met holds both ways"),
    ),
    "meeting a company": (
        f"INSERT DATA {{ {SONG} gov:met body:岚川科技有限公司 . body:岚川科技有限公司 gov:met {SONG} }}",
        ("body:岚川科技有限公司", "", "Only persons meet"),
    ),
    "meeting at no event": (
        "INSERT DATA { person:宋明哲 gov:met person:温如玉 . person:温如玉 gov:met person:宋明哲 }",
        ("person:温如玉", "gov:met", "no common event"),
    ),
    "meeting oneself": (f"INSERT DATA {{ {SONG} gov:met {SONG} }}", (SONG, "gov:met", "relation to itself")),
    "a role without participant": (
        "DELETE WHERE { ?e gov:participant person:何书远 }",
        ("event:2023-05-11-走访岚川科技", "", "whoever has a role is a participant"),
    ),
    "a participant without role": (
        "INSERT DATA { event:2023-06-庆典 gov:participant person:宋明哲 }",
        ("event:2023-06-庆典", "", "Each participant has a role"),
    ),
    "an event without report": (
        "DELETE WHERE { event:2023-06-庆典 gov:reportedIn ?x }",
        ("event:2023-06-庆典", "gov:reportedIn", "at least one article"),
    ),
    "an event of no type": (
        "DELETE DATA { event:2023-06-庆典 a gov:Ceremony }",
        ("event:2023-06-庆典", "rdf:type", "ceremony"),
    ),
    "a date as text": (
        'DELETE WHERE { event:2023-06-庆典 gov:date ?x } ; INSERT DATA { event:2023-06-庆典 gov:date "2023-06" }',
        ("event:2023-06-庆典", "gov:date", "a day, a month or a year"),
    ),
    "a date that no calendar has": (
        'INSERT DATA { event:2023-06-庆典 gov:endDate "2023-06-31"^^xsd:date }',
        ("event:2023-06-庆典", "gov:endDate", "a day, a month or a year"),
    ),
    "a post without role": (
        "DELETE WHERE { post:云岭县委书记 org:role ?x }",
        ("post:云岭县委书记", "org:role", "one role"),
    ),
    "a holder without occupancy": (
        f"INSERT DATA {{ {SONG} org:holds post:记者 }}",
        (SONG, "org:holds", "without an occupancy"),
    ),
    "an occupancy at another body": (
        """DELETE { ?o org:organization ?x } INSERT { ?o org:organization body:云岭县政府 }
           WHERE { ?o org:member person:宋明哲 ; org:organization ?x }""",
        ("occupancy:宋明哲-云岭县委书记-current", "", "that of its post"),
    ),
    "an unknown status": (
        """DELETE { ?o gov:status ?x } INSERT { ?o gov:status "retired" }
           WHERE { ?o org:member person:顾念晴 ; gov:status ?x }""",
        ("occupancy:顾念晴-云岭县政府副县长-former", "gov:status", "current, former and acting"),
    ),
    "a claim without source": (
        f"DELETE {{ ?c prov:wasDerivedFrom ?s }} WHERE {{ {SOURCE} }}",
        ("claim:", "prov:wasDerivedFrom", "at least one place"),
    ),
    "a claim without object": (
        f"DELETE {{ ?c rdf:object ?o }} WHERE {{ {CHAIR} ; rdf:object ?o }}",
        ("claim:", "rdf:object", "one object"),
    ),
    "a claim without rule": (
        f"DELETE {{ ?c gov:rule ?r }} WHERE {{ {CHAIR} ; gov:rule ?r }}",
        ("claim:", "gov:rule", "names the rule"),
    ),
    "a confidence above one": (
        f"DELETE {{ ?c gov:confidence ?x }} INSERT {{ ?c gov:confidence 1.2 }} WHERE {{ {CHAIR} ; gov:confidence ?x }}",
        ("claim:", "gov:confidence", "from 0 to 1"),
    ),
    "a claim about nothing": (
        "DELETE WHERE { ?e gov:chair person:何书远 }",
        ("claim:", "", "does not hold"),
    ),
    "a statement that is no claim": (
        f"DELETE {{ ?c a gov:Claim }} WHERE {{ {CHAIR} }}",
        ("claim:", "", "Every rdf:Statement is a gov:Claim"),
    ),
    "a doubt without reason": (
        "DELETE WHERE { ?c gov:reason ?x }",
        ("claim:", "gov:reason", "gives its reason"),
    ),
    "a source without quote": (
        f"DELETE {{ ?s oa:hasSelector ?q }} WHERE {{ {QUOTE} }}",
        ("source:", "oa:hasSelector", "has a quote"),
    ),
    "a position that ends before it starts": (
        f"DELETE {{ ?p oa:start ?start }} INSERT {{ ?p oa:start 9999 }} WHERE {{ {POSITION} }}",
        ("source:", "oa:start", "before its end"),
    ),
    "a quote of another length": (
        f'DELETE {{ ?q oa:exact ?exact }} INSERT {{ ?q oa:exact "何书远" }} WHERE {{ {QUOTE} }}',
        ("source:", "", "not as long"),
    ),
    "an article on no page": (
        "DELETE WHERE { article:云岭日报-2023-05-12-a1 schema:isPartOf ?x }",
        ("article:云岭日报-2023-05-12-a1", "schema:isPartOf", "one page"),
    ),
    "a page without hash": (
        "DELETE WHERE { ?page gov:sha256 ?x }",
        ("page:云岭日报-2023-05-12", "gov:sha256", "SHA-256"),
    ),
    "a blank node": (
        'INSERT DATA { [] a gov:Person ; skos:prefLabel "无址"@zh }',
        ("a blank node", "", "everything in the graph has an address"),
    ),
}


def found(report: Report, focus: str, path: str, message: str) -> list[Finding]:
    return [f for f in report.findings if f.focus.startswith(focus) and f.path == path and message in f.message]


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_at_its_place(fault: str, graph: Path) -> None:
    update, (focus, path, message) = FAULTS[fault]
    report = validate(broken(graph, update))
    assert not report.conforms
    assert found(report, focus, path, message), str(report)
    assert message in str(report)


@pytest.mark.parametrize("predicate", sorted({row[1] for row in (*FACTS, *PAIRS)} | {"mentionedIn"}))
def test_a_triple_whose_claim_is_gone_is_found(predicate: str, graph: Path) -> None:
    name = {"holds": "org:holds", "author": "schema:author"}.get(predicate, f"gov:{predicate}")
    report = validate(broken(graph, f"DELETE {{ ?c ?p ?o }} WHERE {{ ?c rdf:predicate {name} ; ?p ?o }}"))
    assert [f for f in report.findings if f.path == name and "rests on no claim" in f.message]


def test_a_changed_page_is_found(graph: Path, pages: Path) -> None:
    (pages / PAGE).write_text(TEXT + "补记", "utf-8")
    assert found(validate(graph, pages), "page:云岭日报-2023-05-12", "gov:file", f"has no {PAGE}")


def test_a_quote_that_the_page_does_not_print_is_found(graph: Path, pages: Path) -> None:
    update = f'DELETE {{ ?q oa:exact ?exact }} INSERT {{ ?q oa:exact "何书近主持" }} WHERE {{ {QUOTE} }}'
    report = validate(broken(graph, update), pages)
    assert [(f.path, f.message) for f in report.findings] == [
        ("oa:exact", "the page prints '何书远主持', not '何书近主持'")
    ]


def test_pages_are_found_further_down(graph: Path, pages: Path) -> None:
    (pages / "2023").mkdir()
    (pages / PAGE).rename(pages / "2023" / PAGE)
    (pages / PAGE).write_text("另一个同名文件", "utf-8")
    assert validate(graph, pages).conforms


def test_a_missing_folder_of_pages_is_named(graph: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="nowhere"):
        validate(graph, tmp_path / "nowhere")


def test_a_broken_file_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        validate(tmp_path / "nothing.ttl")
