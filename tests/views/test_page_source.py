"""The page as a file: complete in itself, with a policy that lets only its own scripts run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import get_args

import pytest

from kg.lexicon import table
from kg.model import ROLES, EventType, Kind
from kg.views import network_html
from kg.views.resources import palette
from tests.sample import sample
from tests.stores import store


class Source(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def text() -> str:
    return network_html(store(sample()))


def content_of(text: str, tag: str) -> list[tuple[str, str]]:
    return re.findall(rf"<{tag}([^>]*)>(.*?)</{tag}>", text, re.DOTALL)


def test_nothing_is_fetched(text: str) -> None:
    for tag, attributes in Source(text).elements:
        assert "src" not in attributes
        assert tag not in ("iframe", "img", "object", "embed", "base", "form")
        if "href" in attributes:
            assert (tag, attributes["href"]) == ("link", "data:,")
    assert "sourceMappingURL" not in text
    assert "@import" not in text and "url(" not in content_of(text, "style")[0][1]


def test_the_policy_names_every_script_and_style_by_its_hash(text: str) -> None:
    policy = next(a["content"] for _, a in Source(text).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy and "http" not in policy
    scripts = [content for attributes, content in content_of(text, "script") if "json" not in attributes]
    for content in [*scripts, *(content for _, content in content_of(text, "style"))]:
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == len(scripts) + 1


def test_no_attribute_runs_script(text: str) -> None:
    assert not [name for _, attributes in Source(text).elements for name in attributes if name.startswith("on")]


def test_data_are_read_back_whole(text: str) -> None:
    (data,) = [content for attributes, content in content_of(text, "script") if "json" in attributes]
    assert "<" not in data
    read = json.loads(data)
    assert {"宋明哲", "数字校园合作协议"} <= {thing["label"] for thing in read["things"]}
    assert any(quote[3] == "与董事长柳青禾座谈" for quote in read["quotes"])


def test_the_drawing_library_brings_its_licence(text: str) -> None:
    assert "vis-network" in text and "Apache 2.0 License" in text


def test_every_term_has_a_chinese_word() -> None:
    words = table("interface")
    assert set(get_args(Kind)) <= set(words["kinds"])
    assert set(get_args(EventType)) <= set(words["events"])
    assert {*ROLES, "participant"} <= set(words["roles"])
    assert set(words["ties"]) == set(palette()["ties"])
