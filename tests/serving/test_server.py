"""The server, asked by clients that are not ours; what it refuses, and that it stays answerable under load."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph
import pytest
import rdflib
from pyoxigraph import QueryResultsFormat

from kg.graph.terms import BASE
from kg.queries.asking import questions
from tests.asked import TYPED

NAMES = "SELECT ?name ?none { ?p a gov:Person ; skos:prefLabel ?name } ORDER BY ?name"
PEOPLE = ["何书远", "宋明哲", "柳青禾", "温如玉", "顾念晴"]
SONG = f"/id/person/{quote('宋明哲')}"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?i) }"
PATHS = "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?b (!<urn:y>|^!<urn:z>)+ ?c }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MEMORY = "SELECT ?a ?d (GROUP_CONCAT(?f) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g"
HOSTILE = (PRODUCT, PATHS, HUGE, MEMORY)


def test_sparqlwrapper_reads_it(server: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    for method in (wrapper.GET, wrapper.POST):
        for post in (wrapper.URLENCODED, wrapper.POSTDIRECTLY):
            client = wrapper.SPARQLWrapper(f"{server}/sparql")
            client.setMethod(method)
            client.setRequestMethod(post)
            client.setReturnFormat(wrapper.JSON)
            client.setQuery("PREFIX gov: <https://w3id.org/regional-governance#> ASK { ?a gov:met ?b }")
            assert client.queryAndConvert()["boolean"] is True
    client.setMethod(wrapper.GET)
    client.setRequestMethod(wrapper.URLENCODED)
    client.setReturnFormat(wrapper.TURTLE)
    client.setQuery("CONSTRUCT { ?a a ?b } WHERE { ?a a ?b } LIMIT 3")
    graph = rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")
    assert len(graph) == 3


FORMATS = [
    ("application/sparql-results+json", QueryResultsFormat.JSON),
    ("application/sparql-results+xml", QueryResultsFormat.XML),
    ("text/tab-separated-values", QueryResultsFormat.TSV),
]


@pytest.mark.parametrize(("media", "format"), FORMATS)
def test_results_in_each_format(server: str, media: str, format: QueryResultsFormat) -> None:
    answer = httpx.get(f"{server}/sparql", params={"query": NAMES}, headers={"accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    found = pyoxigraph.parse_query_results(answer.content, format=format)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [row["name"].value for row in found] == PEOPLE
    if "tab" not in media:
        peer = rdflib.query.Result.parse(format=media.rpartition("+")[2], source=io.BytesIO(answer.content))
        assert [str(row.name) for row in peer] == PEOPLE


def test_results_as_csv(server: str) -> None:
    answer = httpx.get(f"{server}/sparql", params={"query": NAMES}, headers={"accept": "text/csv"})
    assert answer.text.split("\r\n")[:3] == ["name,none", f"{PEOPLE[0]},", f"{PEOPLE[1]},"]


GRAPHS = [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld")]


@pytest.mark.parametrize("path", ["/sparql?query=" + quote("DESCRIBE person:宋明哲"), SONG])
@pytest.mark.parametrize(("media", "format"), GRAPHS)
def test_graphs_in_each_format(server: str, path: str, media: str, format: str) -> None:
    answer = httpx.get(server + path, headers={"accept": f"{media}, text/html;q=0.1"})
    assert answer.headers["content-type"].partition(";")[0] == media
    found = rdflib.Graph().parse(data=answer.text, format=format)
    met = rdflib.URIRef("https://w3id.org/regional-governance#met")
    assert rdflib.URIRef(BASE + "person/柳青禾") in set(found.objects(rdflib.URIRef(BASE + "person/宋明哲"), met))


def test_a_thing_has_a_page_with_quotes(server: str) -> None:
    page = httpx.get(server + SONG, headers={"accept": "text/html"})
    assert "宋明哲</h1>" in page.text and "<mark>云岭县委书记宋明哲</mark>" in page.text
    links = re.findall(r'href="(/id/[^"]+)"', page.text)
    assert len(links) > 5
    for link in links[::5]:
        assert httpx.get(server + link, headers={"accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("name", sorted(TYPED.keys() - {"moved"}))
def test_shipped_questions_are_answered(server: str, name: str) -> None:
    answer = httpx.get(f"{server}/ask/{name}", params=TYPED[name])
    assert answer.status_code == 200, answer.text
    assert "bindings" in answer.json()["results"]
    assert {each["name"] for each in httpx.get(f"{server}/ask").json()} == {each.name for each in questions()}


def test_pages_are_whole_and_strict(server: str) -> None:
    for path in ("/", "/query", SONG):
        page = httpx.get(server + path, headers={"accept": "text/html"})
        for asset in re.findall(r'(?:src|href)="(/assets/[^"]+)"', page.text):
            assert httpx.get(server + asset).status_code == 200
        assert not re.search(r'(?:src|href)="(?!/|#)', page.text) and "style=" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "<canvas" in (explorer := httpx.get(server + "/network.html").text) or "Content-Security-Policy" in explorer


def test_a_browser_is_told_on_a_page_what_a_program_is_told_in_a_line(server: str) -> None:
    for accept, kind in (("text/html,*/*;q=0.8", "text/html"), ("*/*", "text/plain")):
        answer = httpx.get(server + "/id/person/nobody", headers={"accept": accept})
        assert answer.status_code == 404 and answer.headers["content-type"].startswith(kind)
        assert "says nothing of" in answer.text


REFUSED = [
    ("GET", "/sparql", {}, {}, 400),
    ("GET", "/sparql?query=SELECT", {}, {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=urn:x", {}, {}, 400),
    ("GET", "/sparql?query=ASK%7BSERVICE%20%3Chttp://127.0.0.1:9/%3E%7B%7D%7D", {}, {}, 400),
    ("GET", "/sparql?query=SELECT%20*%20FROM%20%3Cfile:///etc/passwd%3E%20%7B%3Fs%20%3Fp%20%3Fo%7D", {}, {}, 400),
    ("GET", "/sparql?query=ASK%7B%7D", {"accept": "image/png"}, {}, 406),
    ("POST", "/sparql", {}, {"data": {"update": "CLEAR ALL"}}, 403),
    ("POST", "/sparql", {"content-type": "application/sparql-update"}, {"content": "CLEAR ALL"}, 415),
    ("POST", "/sparql", {"content-type": "application/sparql-query"}, {"content": "LOAD <file:///etc/passwd>"}, 400),
    ("POST", "/sparql", {"content-type": "application/sparql-query"}, {"content": "#" * 300_000}, 413),
    ("POST", "/sparql", {"content-type": "application/sparql-query"}, {"content": "ASK" + "{" * 50_000}, 400),
    ("PUT", "/sparql", {}, {}, 405),
    ("GET", "/assets/..%2Fapp.py", {}, {}, 404),
    ("GET", "/id/person/nobody", {"accept": "text/html"}, {}, 404),
    ("GET", "/id/%3Cscript%3E", {"accept": "text/html"}, {}, 404),
    ("GET", "/ask/nothing", {}, {}, 404),
    ("GET", "/ask/who-met", {}, {}, 400),
    ("GET", "/", {"host": "evil.example"}, {}, 421),
    ("GET", "/sparql?query=ASK%7B%7D", {"origin": "http://evil.example"}, {}, 403),
    ("GET", "/sparql?query=" + quote("SELECT * { ?a ?b ?c . ?d ?e ?f }"), {}, {}, 400),
    ("GET", "/sparql?query=" + quote(PRODUCT), {}, {}, 504),
]


@pytest.mark.parametrize(("method", "path", "headers", "body", "status"), REFUSED)
def test_what_is_refused(
    server: str, method: str, path: str, headers: dict[str, str], body: dict[str, object], status: int
) -> None:
    answer = httpx.request(method, server + path, headers=headers, timeout=20, **body)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    assert "Traceback" not in answer.text


def test_hostile_queries_leave_room_for_others(server: str) -> None:
    """Every hostile query gets an answer or a clean refusal, and plain questions are answered meanwhile."""

    def hostile(number: int) -> httpx.Response:
        query = HOSTILE[number % len(HOSTILE)].replace("{ ", f"{{ BIND(gov:{'x' * number} AS ?mark) ", 1)
        return httpx.post(f"{server}/sparql", data={"query": query}, timeout=60)

    with ThreadPoolExecutor(24) as pool:
        running = [pool.submit(hostile, number) for number in range(24)]
        for path in ("/ask/who-met?person=宋明哲", SONG, "/ask/chain?from=宋明哲&to=柳青禾"):
            assert httpx.get(server + path, timeout=30).status_code == 200
        answers = [each.result() for each in running]
    assert {each.status_code for each in answers} <= {200, 400, 503, 504}
    for each in answers:
        if each.status_code != 200:
            assert len(each.text.splitlines()) == 1 and "quer" in each.text
            assert each.status_code != 503 or int(each.headers["retry-after"]) > 0
    assert httpx.get(f"{server}/sparql", params={"query": NAMES}).status_code == 200


def test_comunica_reads_it(server: str) -> None:
    folder = Path(__file__).parent / "comunica"
    if not shutil.which("node") or not (folder / "node_modules").is_dir():
        pytest.skip("Comunica is not installed: make comunica")
    script = """
    const { QueryEngine } = require('@comunica/query-sparql');
    (async () => {
      const found = await new QueryEngine().queryBindings(process.argv[2], {
        sources: [{ type: 'sparql', value: process.argv[1] }],
      });
      console.log(JSON.stringify((await found.toArray()).map((row) => row.get('name').value)));
    })();
    """
    query = "PREFIX gov: <https://w3id.org/regional-governance#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    done = subprocess.run(
        ["node", "-e", script, f"{server}/sparql", query + NAMES.replace(" ?none", "")],
        cwd=folder, capture_output=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout) == PEOPLE
