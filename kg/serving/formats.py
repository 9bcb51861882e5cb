"""Answers as bytes: results in the four formats of SPARQL 1.1, graphs in those of RDF, as a client asks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, RdfFormat, Triple, serialize

from kg.graph.terms import XSD
from kg.queries.run import Term

Rows = Iterable[Iterable[Term]]
XML_RESULTS = "http://www.w3.org/2005/sparql-results#"

JSON, XML, CSV, TSV = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
RESULTS = {JSON: JSON, "application/json": JSON, XML: XML, "application/xml": XML, "text/xml": XML, CSV: CSV, TSV: TSV}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/json": RdfFormat.JSON_LD,
}


def accepted(header: str, offered: Iterable[str]) -> str | None:
    """The offered media type that an Accept header likes best, the first offered among equals; None for none."""
    wishes = [_wish(part) for part in (header or "*/*").split(",")]
    best, found = 0.0, None
    for media in offered:
        fitting = [(exact, weight) for name, weight in wishes if (exact := _fit(name, media))]
        weight = max(fitting, default=(0, 0.0))[1]
        if weight > best:
            best, found = weight, media
    return found


def _wish(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return name, float(weight)
    except ValueError:
        return name, 0.0


def _fit(wish: str, media: str) -> int:
    """How exactly a wish names a media type; 0 where it does not."""
    if wish == media:
        return 3
    if wish == f"{media.partition('/')[0]}/*":
        return 2
    return int(wish == "*/*")


def write_truth(truth: QueryBoolean, media: str, output: IO[bytes]) -> None:
    """The answer to ASK; CSV and TSV, which have no form for it, hold the one word."""
    word = "true" if truth else "false"
    told = {
        JSON: f'{{"head":{{}},"boolean":{word}}}',
        XML: f'<?xml version="1.0"?><sparql xmlns="{XML_RESULTS}"><head/><boolean>{word}</boolean></sparql>',
    }
    output.write(told.get(media, f"{word}\n").encode())


def write_rows(columns: Sequence[str], rows: Rows, media: str, output: IO[bytes]) -> None:
    """The answer to SELECT."""
    text = io.TextIOWrapper(output, "utf-8", newline="")
    _WRITERS[media](columns, rows, text)
    text.flush()
    text.detach()


def write_triples(triples: Iterable[Triple], media: str, prefixes: dict[str, str], output: IO[bytes]) -> None:
    """The answer to CONSTRUCT and DESCRIBE."""
    serialize(triples, output, GRAPHS[media], prefixes=prefixes)


def _json(columns: Sequence[str], rows: Rows, text: IO[str]) -> None:
    text.write(f'{{"head":{{"vars":{json.dumps(columns)}}},"results":{{"bindings":[')
    for number, row in enumerate(rows):
        bound = {name: _json_term(term) for name, term in zip(columns, row, strict=True) if term is not None}
        text.write(("," if number else "") + "\n" + json.dumps(bound, ensure_ascii=False))
    text.write("\n]}}\n")


def _json_term(term: Term) -> dict[str, object]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            extra = {"xml:lang": term.language} if term.language else {}
            if not term.language and term.datatype.value != XSD + "string":
                extra = {"datatype": term.datatype.value}
            return {"type": "literal", "value": term.value, **extra}
        case _:
            return {"type": "literal", "value": str(term)}


def _xml(columns: Sequence[str], rows: Rows, text: IO[str]) -> None:
    text.write(f'<?xml version="1.0"?>\n<sparql xmlns="{XML_RESULTS}"><head>')
    text.write("".join(f"<variable name={quoteattr(name)}/>" for name in columns) + "</head><results>\n")
    for row in rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(columns, row, strict=True)
            if term is not None
        )
        text.write(f"<result>{''.join(cells)}</result>\n")
    text.write("</results></sparql>\n")


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{_xml_text(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{_xml_text(term.value)}</bnode>"
        case Literal():
            mark = f" xml:lang={quoteattr(term.language)}" if term.language else ""
            if not term.language and term.datatype.value != XSD + "string":
                mark = f" datatype={quoteattr(term.datatype.value)}"
            return f"<literal{mark}>{_xml_text(term.value)}</literal>"
        case _:
            return f"<literal>{_xml_text(str(term))}</literal>"


def _xml_text(text: str) -> str:
    """Escaped; characters that XML cannot hold are replaced."""
    kept = "".join(c if c >= " " or c in "\t\n\r" else "\N{REPLACEMENT CHARACTER}" for c in text)
    return escape(kept, {"\r": "&#13;"})


def _csv(columns: Sequence[str], rows: Rows, text: IO[str]) -> None:
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_csv_cell(term) for term in row)


def _csv_cell(term: Term) -> str:
    return "" if term is None else term.value if isinstance(term, NamedNode | Literal) else str(term)


def _tsv(columns: Sequence[str], rows: Rows, text: IO[str]) -> None:
    text.write("\t".join(f"?{name}" for name in columns) + "\n")
    for row in rows:
        text.write("\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n")


_WRITERS: dict[str, Callable[[Sequence[str], Rows, IO[str]], None]] = {JSON: _json, XML: _xml, CSV: _csv, TSV: _tsv}
