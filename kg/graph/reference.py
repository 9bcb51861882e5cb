"""The tables of terms in the ontology's README: `python -m kg.graph.reference ontology/README.md` makes them anew.

What stands between the two marks of that file is replaced; everything else in it is written by hand.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import OutputError
from kg.graph.terms import GOV, OWL, RDF, RDFS, SCHEMA, shortened
from kg.graph.vocabulary import ontology_file

BEGIN, END = "<!-- terms -->", "<!-- end of terms -->"

Said = dict[str, list[str]]
"""What the ontology says of one term: values by property, texts of a language under `PROPERTY@LANGUAGE`."""


def tables() -> str:
    """Classes and properties with labels, parents and meaning, as Markdown, in the order of the ontology."""
    said: dict[str, Said] = defaultdict(lambda: defaultdict(list))
    for quad in parse(ontology_file("governance.ttl"), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(GOV):
            term = quad.object
            language = f"@{term.language}" if isinstance(term, Literal) and term.language else ""
            value = term.value if isinstance(term, (NamedNode, Literal)) else ""
            said[quad.subject.value][quad.predicate.value + language].append(value)
    classes = {iri: term for iri, term in said.items() if OWL + "Class" in term[RDF + "type"]}
    properties = {iri: term for iri, term in said.items() if iri not in classes}
    return "\n".join(
        [
            "### Classes",
            "",
            *_table(
                ("term", "中文", "English", "specialises", "what it is"),
                (
                    [*_labels(iri, term), _terms(term[RDFS + "subClassOf"]), _meaning(term)]
                    for iri, term in classes.items()
                ),
            ),
            "",
            "### Properties",
            "",
            *_table(
                ("term", "中文", "English", "of → to", "specialises", "what it says"),
                (
                    [*_labels(iri, term), _ends(term), _terms(term[RDFS + "subPropertyOf"]), _meaning(term)]
                    for iri, term in properties.items()
                ),
            ),
        ]
    )


def renewed(readme: str) -> str:
    """The README with its tables made anew; OutputError where the marks are missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise OutputError(f"the README has no {BEGIN} … {END}: put these marks where the tables belong")
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return ["| " + " | ".join(line) + " |" for line in lines]


def _labels(iri: str, term: Said) -> list[str]:
    return [f"`{shortened(iri)}`", *(", ".join(term[f"{RDFS}label@{language}"]) for language in ("zh", "en"))]


def _terms(iris: Iterable[str]) -> str:
    return ", ".join(f"`{shortened(iri)}`" for iri in iris) or "–"


def _ends(term: Said) -> str:
    symmetric = OWL + "SymmetricProperty" in term[RDF + "type"]
    ends = [", ".join(shortened(iri) for iri in term[f"{SCHEMA}{side}Includes"]) for side in ("domain", "range")]
    return (" ↔ " if symmetric else " → ").join(ends)


def _meaning(term: Said) -> str:
    return " ".join(term[f"{RDFS}comment@en"])


if __name__ == "__main__":
    for file in map(Path, sys.argv[1:]):
        file.write_text(renewed(file.read_text("utf-8")), "utf-8")
