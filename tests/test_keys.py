"""Local parts of keys: readable, never in need of an escape, told apart where that matters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg import keys
from kg.graph.terms import BASE

SLUGS = {
    "宋明哲": "宋明哲",
    "阿依古丽·买买提": "阿依古丽-买买提",
    "《数字校园》(二期)": "数字校园-二期",
    "ＡＢＣ股份有限公司": "ABC股份有限公司",
    "a/b#c?d%20e": "a-b-c-d-20e",
    "-前后.": "前后",
    "𠮷野〇": "𠮷野〇",
    "一\n二\u202e三": "一-二-三",
    "<script>": "script",
}


@pytest.mark.parametrize(("text", "expected"), SLUGS.items())
def test_slug(text: str, expected: str) -> None:
    assert keys.slug(text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_slug_is_written_without_escapes(text: str) -> None:
    here = NamedNode(f"{BASE}person/{keys.slug(text)}")
    written = serialize([Triple(here, here, here)], format=RdfFormat.TURTLE, prefixes={"person": f"{BASE}person/"})
    assert written is not None
    assert re.search(rb"^person:[^\\<> ]+ person:", written, re.MULTILINE)


def test_names_that_share_a_slug_are_told_apart_where_that_matters() -> None:
    names = ("甲·乙", "甲-乙", "甲 乙", "甲/乙")
    assert {keys.slug(name) for name in names} == {"甲-乙"}
    assert len({keys.exact_slug(name) for name in names}) == len(names)
    assert keys.exact_slug("甲-乙") == "甲-乙"
    assert keys.slug("《》") != keys.slug("“”")
