"""Namespaces, and the one rule by which things get their addresses: base + key, where a key is `folder/local`.

Local parts come from `kg.keys` and need no escape in Turtle or SPARQL: `person:张三` can be written as it stands.
"""

from __future__ import annotations

import re

from kg.errors import OutputError
from kg.keys import article_slug, digest, exact_slug, page_slug
from kg.model import Span

BASE = "https://w3id.org/regional-governance/id/"
GOV = "https://w3id.org/regional-governance#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

VOCABULARIES = {
    "gov": GOV,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "xsd": XSD,
}
# Each folder of keys is a prefix of the Turtle file, and this is the order in which the file tells of them.
FOLDERS = (
    "person",
    "body",
    "division",
    "place",
    "agreement",
    "programme",
    "project",
    "honour",
    "document",
    "post",
    "role",
    "occupancy",
    "event",
    "article",
    "page",
    "decision",
    "editor",
    "claim",
    "identity",
    "source",
)

_ADDRESS = re.compile(f"[/#]({'|'.join(FOLDERS)})/([^/#]+)$")
_KEY = re.compile(r"[^\s<>\"{}|\\^`#?%\x00-\x20]+/[^\s<>\"{}|\\^`#?%\x00-\x20]+")


def role_key(title: str) -> str:
    """The key of the role that a title names, whichever body it is at."""
    return f"role/{exact_slug(title)}"


def page_key(page: str) -> str:
    """The key of a page: `NAME.txt` is `page/NAME`."""
    return f"page/{page_slug(page)}"


def article_key(article: str) -> str:
    """The key of an article: `NAME.txt#a1` is `article/NAME-a1`."""
    return f"article/{article_slug(article)}"


def editor_key(name: str) -> str:
    """The key of a person who decided something about the graph."""
    return f"editor/{exact_slug(name)}"


def claim_key(subject: str, predicate: str, object: str) -> str:
    """The key of the claim of a triple, given as keys: the same under every base."""
    return f"claim/{digest(chr(10).join((subject, predicate, object)), 16)}"


def identity_key(first: Span, second: Span) -> str:
    """The key of the reason why the namings at two places are one thing, in either order."""
    return f"identity/{digest(chr(10).join(sorted(map(str, (first, second)))), 16)}"


def source_key(span: Span) -> str:
    """The key of a stretch of a page: `source/NAME-START-END`."""
    return f"source/{page_slug(span.page)}-{span.start}-{span.end}"


def address(base: str, key: str) -> str:
    """The IRI of a key below `base`; OutputError where the key could not be one."""
    if not _KEY.fullmatch(key):
        raise OutputError(f"the key {key!r} cannot be part of an address: make it as folder/slug(name)")
    return base + key


def checked_base(base: str) -> str:
    """`base` itself; OutputError where addresses cannot begin with it."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+[/#]", base):
        raise OutputError(f"the base {base!r} is no address that ends in / or #: take one such as {BASE}")
    return base


def prefixes(base: str) -> dict[str, str]:
    """Every prefix of the Turtle file: vocabularies, and one for each folder below `base`."""
    return {**VOCABULARIES, **{folder: f"{base}{folder}/" for folder in FOLDERS}}


def key_of(iri: str) -> str | None:
    """The key of a thing's IRI, whatever the base: `person/张三`; None for the IRI of anything else."""
    end = iri.rfind("/")
    start = max(iri.rfind("/", 0, end), iri.rfind("#", 0, end)) + 1
    local = iri[end + 1 :]
    return iri[start:] if start > 0 and iri[start:end] in FOLDERS and local and "#" not in local else None


def shortened(iri: str) -> str:
    """An IRI as people read it, whatever the base: `gov:met`, `person:张三`; an unknown one is given back whole."""
    for prefix, namespace in VOCABULARIES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    found = _ADDRESS.search(iri)
    return f"{found[1]}:{found[2]}" if found else iri
