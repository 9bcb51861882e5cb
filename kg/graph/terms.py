"""Namespaces, and the one rule by which things get their addresses: base + key, where a key is `folder/local`.

A local name made by `slug` needs no escape in Turtle or SPARQL, so that `person:张三` can be written as it stands.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from kg.errors import OutputError
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
    "claim",
    "source",
)

_UNSAFE = re.compile(
    "[^0-9A-Za-z_.\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u0386-\u0481\u048a-\u052f"
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U00020000-\U0003fffd]+"
)
_ADDRESS = re.compile(f"[/#]({'|'.join(FOLDERS)})/([^/#]+)$")
_KEY = re.compile(r"[^\s<>\"{}|\\^`#?%\x00-\x20]+/[^\s<>\"{}|\\^`#?%\x00-\x20]+")


def slug(text: str) -> str:
    """`text` in Han and other letters, digits, `-`, `_` and `.`; everything else becomes one `-` a run.

    Several texts may share a slug (甲·乙 and 甲-乙): the caller tells them apart. A text of which nothing is left gives
    the first 16 digits of its SHA-256.
    """
    return _UNSAFE.sub("-", unicodedata.normalize("NFKC", text)).strip("-.") or _digest(text, 16)


def exact_slug(text: str) -> str:
    """The slug of `text`, followed by 8 digits of its SHA-256 where the slug is another text: never shared."""
    made = slug(text)
    return made if made == text else f"{made}-{_digest(text, 8)}"


def role_key(title: str) -> str:
    """The key of the role that a title names, whichever body it is at."""
    return f"role/{exact_slug(title)}"


def page_key(page: str) -> str:
    """The key of a page: `NAME.txt` is `page/NAME`."""
    return f"page/{_page_slug(page)}"


def article_key(article: str) -> str:
    """The key of an article: `NAME.txt#a1` is `article/NAME-a1`."""
    page, _, local = article.rpartition("#")
    return f"article/{_page_slug(page)}-{slug(local)}"


def claim_key(subject: str, predicate: str, object: str) -> str:
    """The key of the claim of a triple, given as keys: the same under every base."""
    return f"claim/{_digest(chr(10).join((subject, predicate, object)), 16)}"


def source_key(span: Span) -> str:
    """The key of a stretch of a page: `source/NAME-START-END`."""
    return f"source/{_page_slug(span.page)}-{span.start}-{span.end}"


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


def shortened(iri: str) -> str:
    """An IRI as people read it, whatever the base: `gov:met`, `person:张三`; an unknown one is given back whole."""
    for prefix, namespace in VOCABULARIES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    found = _ADDRESS.search(iri)
    return f"{found[1]}:{found[2]}" if found else iri


@lru_cache(maxsize=1024)
def _page_slug(page: str) -> str:
    name = unicodedata.normalize("NFC", page)
    made = slug(name.removesuffix(".txt"))
    return made if f"{made}.txt" == name else f"{made}-{_digest(name, 8)}"


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
