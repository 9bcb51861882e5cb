"""Addresses: one rule, and no two pages at one address."""

from __future__ import annotations

import re

import pytest

from kg.errors import OutputError
from kg.graph import terms
from kg.graph.terms import BASE
from kg.model import Span

PAGES = {
    "日报-01.txt": "page/日报-01",
    "2024.07.08.txt": "page/2024.07.08",
    "000_8a88.txt": "page/000_8a88",
}


@pytest.mark.parametrize(("page", "key"), PAGES.items())
def test_page_and_article_keys(page: str, key: str) -> None:
    assert terms.page_key(page) == key
    assert terms.article_key(f"{page}#a1") == key.replace("page/", "article/") + "-a1"
    assert terms.source_key(Span(page, 3, 9)) == key.replace("page/", "source/") + "-3-9"


def test_no_two_files_share_an_address() -> None:
    files = ["版 1.txt", "版-1.txt", "版-1", "版-1.md", "版/1.txt", "版-1.md.txt", "版－1.txt"]
    assert len({terms.page_key(file) for file in files}) == len(files)
    assert len({terms.article_key(f"{file}#a1") for file in files}) == len(files)


def test_a_file_name_has_one_address_in_either_unicode_form() -> None:
    assert terms.page_key("caf\u00e9.txt") == terms.page_key("cafe\u0301.txt")


@pytest.mark.parametrize(
    "base", ["", "id/", "https://example.org/id", "https://example.org/a b/", "https://ex.org/<>/"]
)
def test_a_base_that_cannot_begin_addresses_is_named(base: str) -> None:
    with pytest.raises(OutputError, match=re.escape(repr(base))):
        terms.checked_base(base)


@pytest.mark.parametrize("key", ["", "宋明哲", "person/", "person/宋 明哲", "person/<宋>", "person/a#b"])
def test_a_key_that_cannot_be_an_address_is_named(key: str) -> None:
    with pytest.raises(OutputError, match=re.escape(repr(key))):
        terms.address(BASE, key)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/regional-governance#met", "gov:met"),
        (f"{BASE}person/宋明哲", "person:宋明哲"),
        ("https://example.org/x#event/庆典", "event:庆典"),
        ("https://example.org/unknown", "https://example.org/unknown"),
    ],
)
def test_shortened(iri: str, expected: str) -> None:
    assert terms.shortened(iri) == expected


KEYS = {
    f"{terms.BASE}person/张三": "person/张三",
    "https://example.org/graph#body/某局": "body/某局",
    "https://example.org/person/source/a-1-2": "source/a-1-2",
    "https://w3id.org/regional-governance#met": None,
    "https://schema.org/person/": None,
    "https://example.org/nobody/张三": None,
    "person/张三": None,
    "2023-05-11": None,
}


@pytest.mark.parametrize("iri", KEYS)
def test_a_key_is_found_below_any_base(iri: str) -> None:
    assert terms.key_of(iri) == KEYS[iri]
