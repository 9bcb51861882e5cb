"""Whether a Turtle file keeps the graph contract: SHACL shapes, the checks beside them, and the pages it quotes.

Importing this module loads rdflib and pySHACL.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyshacl
from pyoxigraph import RdfFormat, Store, parse
from rdflib import RDF, SH, BNode, Graph, URIRef

from kg.errors import ReadingError
from kg.graph.checks import contract_findings, page_findings
from kg.graph.convert import rdflib_graph
from kg.graph.report import Finding, Report
from kg.graph.terms import shortened
from kg.graph.turtle import load
from kg.graph.vocabulary import ontology_file


def validate(path: str | Path, pages: str | Path | None = None) -> Report:
    """Check a Turtle file; with the folder of its pages, each quote too. ReadingError for what cannot be read."""
    store = load(path)
    findings = {*_shape_findings(store), *contract_findings(store)}
    if pages is not None:
        folder = Path(pages)
        if not folder.is_dir():
            raise ReadingError(f"{folder}: there is no such folder; name the one that holds the pages")
        findings.update(page_findings(store, folder))
    return Report(tuple(sorted(findings)))


def _shape_findings(store: Store) -> Iterator[Finding]:
    shapes = rdflib_graph(parse(ontology_file("shapes.ttl"), format=RdfFormat.TURTLE))
    _, results, _ = pyshacl.validate(rdflib_graph(store), shacl_graph=shapes, inplace=True)
    if not isinstance(results, Graph):
        raise results
    for report in results.subjects(RDF.type, SH.ValidationReport):
        for result in results.objects(report, SH.result):
            message, value = str(results.value(result, SH.resultMessage)), results.value(result, SH.value)
            path = results.value(result, SH.resultPath)
            yield Finding(
                _readable(results.value(result, SH.focusNode)),
                _readable(path) if isinstance(path, URIRef) else "",
                message if value is None else f"{message} Found: {_readable(value)}",
            )


def _readable(term: object) -> str:
    match term:
        case URIRef():
            return shortened(str(term))
        case BNode():
            return "a blank node"
        case _:
            return repr(str(term))
