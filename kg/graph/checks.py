"""What a graph must keep and SHACL Core cannot say: claims and triples agree, and quotes are what the pages print."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, QuerySolutions, Store, Variable

from kg.graph.report import Finding
from kg.graph.terms import VOCABULARIES, shortened


class Check(NamedTuple):
    """A query whose every row is a fault of ?focus at ?path (optional), and what the fault is."""

    message: str
    query: str


class Quoted(NamedTuple):
    """A quote as the graph has it."""

    source: str
    start: int
    end: int
    text: str


CHECKS = (
    Check(
        "A claim is about a triple that the graph does not hold.",
        """SELECT ?focus WHERE {
          ?focus rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . FILTER NOT EXISTS { ?s ?p ?o } }""",
    ),
    Check(
        "The triple rests on no claim.",
        """SELECT DISTINCT ?focus ?path WHERE {
          VALUES ?path { gov:chair gov:leader gov:speaker gov:attendee gov:observer gov:host gov:organizer
            gov:signatory gov:interviewee gov:recipient gov:place gov:visited gov:about gov:produced gov:reportedIn
            gov:date gov:endDate gov:met gov:partyTo gov:partOf gov:subOrganizationOf gov:locatedIn gov:implements
            gov:cooperatesWith gov:awarded gov:investsIn gov:possiblySame gov:mentionedIn gov:began gov:ended
            org:holds schema:author }
          ?focus ?path ?o MINUS { ?c rdf:subject ?focus ; rdf:predicate ?path ; rdf:object ?o } }""",
    ),
    Check(
        "Nothing stands in a relation to itself.",
        "SELECT ?focus ?path WHERE { ?focus ?path ?focus }",
    ),
    Check(
        "Two persons met who took part in no common event.",
        """SELECT DISTINCT ?focus ("gov:met" AS ?path) WHERE {
          ?focus gov:met ?other . FILTER NOT EXISTS { ?event gov:participant ?focus, ?other } }""",
    ),
    Check(
        "A person holds a post without an occupancy of it.",
        """SELECT DISTINCT ?focus ("org:holds" AS ?path) WHERE {
          ?focus org:holds ?post . FILTER NOT EXISTS { ?occupancy org:member ?focus ; gov:post ?post } }""",
    ),
    Check(
        "A quote is not as long as its position.",
        """SELECT ?focus WHERE {
          ?focus oa:hasSelector ?position, ?quote . ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?text .
          FILTER (STRLEN(?text) != ?end - ?start) }""",
    ),
)

_PAGES = """SELECT ?page ?file ?sha256 WHERE {
  ?page a gov:Page ; gov:file ?file ; gov:sha256 ?sha256 . FILTER (isIRI(?page)) }"""
_QUOTES = """SELECT ?page ?source ?start ?end ?text WHERE {
  ?source oa:hasSource ?page ; oa:hasSelector ?position, ?quote .
  ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?text .
  FILTER (DATATYPE(?start) = xsd:integer && DATATYPE(?end) = xsd:integer) }"""


def contract_findings(store: Store) -> Iterator[Finding]:
    """The faults that the checks above find; a graph of no page was not built from any."""
    if next(_rows(store, _PAGES), None) is None:
        yield Finding("The graph", "", "It holds no page, so that there is nothing to check: build it again.")
    for check in CHECKS:
        for row in _rows(store, check.query):
            yield Finding(shortened(_value(row, "focus")), shortened(_value(row, "path")), check.message)


def page_findings(store: Store, folder: Path) -> Iterator[Finding]:
    """The quotes that the pages' files in `folder` do not print where the graph says, and files missing or changed."""
    named: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        named[path.name].append(path)
    for row in _rows(store, _PAGES):
        page, file = _value(row, "page"), _value(row, "file")
        data = _bytes(named[Path(file).name], _value(row, "sha256"))
        if data is None:
            yield Finding(
                shortened(page), "gov:file", f"{folder} has no {file} with the bytes that the graph was built from"
            )
        else:
            yield from _misquoted(store, page, _text(data, file))


def _misquoted(store: Store, page: str, text: str) -> Iterator[Finding]:
    for row in _rows(store, _QUOTES, page=page):
        quoted = Quoted(_value(row, "source"), int(_value(row, "start")), int(_value(row, "end")), _value(row, "text"))
        printed = text[quoted.start : quoted.end]
        if printed != quoted.text:
            yield Finding(shortened(quoted.source), "oa:exact", f"the page prints {printed!r}, not {quoted.text!r}")


def _bytes(files: Iterable[Path], sha256: str) -> bytes | None:
    """The content of the first of these files that has this hash."""
    contents = (file.read_bytes() for file in files)
    return next((data for data in contents if hashlib.sha256(data).hexdigest() == sha256), None)


def _text(data: bytes, file: str) -> str:
    from kg.reading.formats import page_text

    return page_text(data, file).text


def _rows(store: Store, query: str, **bindings: str) -> Iterator[QuerySolution]:
    solutions = store.query(
        query,
        prefixes=VOCABULARIES,
        substitutions={Variable(name): NamedNode(iri) for name, iri in bindings.items()},
    )
    assert isinstance(solutions, QuerySolutions)
    return solutions


def _value(row: QuerySolution, name: str) -> str:
    """What the row has under this name: "" where it is unbound or not asked for."""
    try:
        term = row[name]
    except KeyError:
        return ""
    if isinstance(term, BlankNode):
        return "a blank node"
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
