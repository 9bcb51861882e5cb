"""Free queries: answered in plain rows; whatever would leave the machine or write is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import QueryError
from kg.queries import run

SERVER = "<http://127.0.0.1:9/sparql>"


def test_select_gives_columns_and_rows(graph: Store) -> None:
    answer = run(graph, "SELECT ?name ?none { ?p a gov:Person ; skos:prefLabel ?name } ORDER BY ?name LIMIT 1")
    assert (answer.form, answer.columns, answer.rows) == ("select", ("name", "none"), (("何书远", None),))


@pytest.mark.parametrize(("who", "truth"), [("宋明哲", "true"), ("无此人", "false")])
def test_ask_gives_true_or_false(graph: Store, who: str, truth: str) -> None:
    answer = run(graph, f'ASK {{ ?p skos:prefLabel "{who}"@zh }}')
    assert (answer.columns, answer.rows) == (("answer",), ((truth,),))


def test_construct_gives_triples(graph: Store) -> None:
    answer = run(
        graph, "PREFIX x: <urn:x:> CONSTRUCT { ?p x:name ?n } WHERE { ?p a gov:Agreement ; skos:prefLabel ?n }"
    )
    assert answer.columns == ("subject", "predicate", "object")
    assert [row[1:] for row in answer.rows] == [("urn:x:name", "数字校园合作协议")]


def test_things_can_be_named_by_the_prefixes_of_the_file(graph: Store) -> None:
    assert run(graph, "ASK { person:宋明哲 gov:met person:柳青禾 }").rows == (("true",),)


def test_a_prefix_of_the_query_wins(graph: Store) -> None:
    assert run(graph, "PREFIX gov: <urn:other:> ASK { ?p a gov:Person }").rows == (("false",),)


@pytest.mark.parametrize("kind", [str, Path])
def test_a_file_is_read(graph: Store, tmp_path: Path, kind: type) -> None:
    file = tmp_path / "谁.rq"
    file.write_text("ASK { ?p a gov:Person } # 有人吗", "utf-8")
    assert run(graph, kind(file)).rows == (("true",),)


UNREADABLE = [
    pytest.param("missing.rq", None, "missing.rq", id="missing"),
    pytest.param("latin.rq", "ASK { ?s ?p '\xe9' }".encode("latin-1"), "UTF-8", id="not UTF-8"),
]


@pytest.mark.parametrize(("name", "content", "message"), UNREADABLE)
def test_unreadable_files_are_named(
    graph: Store, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(QueryError, match=message):
        run(graph, tmp_path / name)


BROKEN = [
    pytest.param("SELECT ?p\nWHERE { ?p a }", "line 2", id="line"),
    pytest.param("SELECT * {\n?p nowhere:x ?o }", "line 2.*PREFIX", id="unknown prefix"),
    pytest.param("", "not valid SPARQL", id="empty"),
    pytest.param("who met whom?", "not valid SPARQL", id="prose"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_syntax_errors_say_where(graph: Store, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(graph, text)


SERVICES = [
    f"SELECT * {{ SERVICE {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service silent {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICESILENT{SERVER}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p trueSERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 1SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    "PREFIX x: <http://127.0.0.1:9/> SELECT * {SERVICESILENTx:sparql{?s ?p ?o}}",
    f"# a comment\rSELECT * {{ SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 'it\\'s' . SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '''a'b\"'''. SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p <urn:a#b> SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p gov:a\\#SERVICE . SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ FILTER(1<2) SERVICE SILENT {SERVER} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\u0053ERVICE {SERVER} {{ ?s ?p ?o }} }}",
    "SELECT * { { SELECT * { SERVICE ?where { ?s ?p ?o } } } }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_no_query_asks_another_server(graph: Store, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        run(graph, text)


HARMLESS = [
    'ASK { ?s ?p "SERVICE" }',
    "ASK { ?s ?p '''say \"SERVICE\" { }''' }",
    "ASK { ?service ?p gov:publicService }  # SERVICE",
    "ASK { ?s ?p <https://example.org/SERVICE> }",
    'ASK { ?s ?p "INSERT DATA" }',
    "PREFIX insert: <urn:insert:> ASK { insert:a ?delete ?drop }",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_words_alone_are_no_offence(graph: Store, text: str) -> None:
    assert run(graph, text).rows == (("false",),)


UPDATES = [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "PREFIX x: <urn:x:>\nDELETE WHERE { ?s ?p ?o }",
    "# tidy up\nclear all",
    "LOAD <file:///etc/hostname>",
    "DROP DEFAULT",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", UPDATES)
def test_no_query_changes_the_graph(graph: Store, text: str) -> None:
    before = len(graph)
    with pytest.raises(QueryError, match="changes the graph"):
        run(graph, text)
    assert len(graph) == before


def test_a_query_cannot_read_files(graph: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    with pytest.raises(QueryError, match="FROM"):
        run(graph, f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}")
