"""TriG: one named graph for each page, with what that page says, and the default graph for what all pages say together.

A triple that three pages say stands in three graphs. All graphs together are the whole graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.graph.ntriples import Triple, gov
from kg.graph.terms import OA, PROV, RDF, SCHEMA, prefixes
from kg.graph.vocabulary import vocabulary
from kg.views.exchange.contents import Contents, Source, counted
from kg.views.exchange.triples import base_of, triples_of

Pages = Mapping[str, frozenset[str]]
"""The pages of each subject."""

_SOURCE, _PAGE, _SELECTOR = f"<{PROV}wasDerivedFrom>", f"<{OA}hasSource>", f"<{OA}hasSelector>"
_PARTS = tuple(f"<{RDF}{name}>" for name in ("subject", "predicate", "object"))
_WHOLE = f"<{SCHEMA}isPartOf>"
_FILE = gov("file")


def trig(source: Source) -> Contents:
    """The pages' graphs, in order of their addresses, after the default graph."""
    base = base_of(source.quads)
    triples = list(triples_of(source.quads, base))
    pages = _pages(triples)
    graphs: defaultdict[str, list[str]] = defaultdict(list)
    said = _said(triples, pages)
    for triple in triples:
        for graph in _graphs(triple, pages, said):
            graphs[graph].append("{} {} {} {}.\n".format(*triple, f"{graph} " if graph else ""))
    lines = "".join(line for graph in sorted(graphs) for line in graphs[graph])
    quads: Iterator[Quad] = parse(lines.encode(), format=RdfFormat.N_QUADS)
    body = serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes(base))
    told = counted(len(graphs.keys() - {""}), "graph of a page", "graphs of pages")
    shared = len(graphs.get("", ()))
    return Contents({"": body or b""}, (f"{told}; {counted(shared, 'triple')} of no one page in the default graph",))


def _graphs(triple: Triple, pages: Pages, said: Mapping[Triple, frozenset[str]]) -> Iterable[str]:
    """The graphs of a triple: "" is the default one."""
    subject, predicate, object = triple
    if predicate == _SOURCE and (own := pages.get(object)):
        return sorted(own)
    return sorted(said.get(triple) or pages.get(subject) or {""})


def _pages(triples: Iterable[Triple]) -> Pages:
    """The pages of what stands on pages: pages, articles, places in texts, and claims, which rest on these."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    links: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for subject, predicate, object in triples:
        if predicate == _FILE:
            found[subject].add(subject)
        elif predicate in (_PAGE, _WHOLE):
            found[subject].add(object)
        elif predicate in (_SELECTOR, _SOURCE):
            links[predicate].append((subject, object))
    for source, selector in links[_SELECTOR]:
        found[selector] |= found.get(source, set())
    for claim, source in links[_SOURCE]:
        found[claim] |= found.get(source, set())
    return {subject: frozenset(each) for subject, each in found.items() if each}


def _said(triples: Iterable[Triple], pages: Pages) -> dict[Triple, frozenset[str]]:
    """The pages that say each claimed triple; who has a role in an event takes part in it on the same pages."""
    parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, object in triples:
        if predicate in _PARTS:
            parts[subject][predicate] = object
    roles = {gov(role) for role in vocabulary().roles}
    said: defaultdict[Triple, frozenset[str]] = defaultdict(frozenset)
    for claim, told in parts.items():
        if len(told) == len(_PARTS) and claim in pages:
            subject, predicate, object = (told[part] for part in _PARTS)
            said[subject, predicate, object] |= pages[claim]
            if predicate in roles:
                said[subject, gov("participant"), object] |= pages[claim]
    return dict(said)
