"""The pages as files: complete in themselves, with a policy that lets only their own scripts run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from pyoxigraph import Store

from kg.views import network_html
from kg.views.page import close
from kg.views.plain import pyvis_html
from tests.sample import sample
from tests.stores import store
from tests.views.test_columns import unpacked

PAGES: dict[str, Callable[[Store], str]] = {"explorer": network_html, "pyvis": pyvis_html}
DATA_TYPES = ("application/json", "text/plain")


class Source(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


@pytest.fixture(scope="module", params=list(PAGES))
def text(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param](store(sample()))


def content_of(text: str, tag: str) -> list[tuple[str, str]]:
    return re.findall(rf"<{tag}([^>]*)>(.*?)</{tag}>", text, re.DOTALL)


def is_data(attributes: str) -> bool:
    return any(f'type="{kind}"' in attributes for kind in DATA_TYPES)


def test_nothing_is_fetched(text: str) -> None:
    for tag, attributes in Source(text).elements:
        assert "src" not in attributes
        assert tag not in ("iframe", "img", "object", "embed", "base", "form")
        if "href" in attributes:
            assert (tag, attributes["href"]) == ("link", "data:,") or str(attributes["href"]).startswith("#")
    assert "sourceMappingURL" not in text
    assert "@import" not in text and "url(" not in content_of(text, "style")[0][1]


def test_the_policy_names_every_script_and_style_by_its_hash(text: str) -> None:
    policy = next(a["content"] for _, a in Source(text).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy and "http" not in policy
    scripts = [content for attributes, content in content_of(text, "script") if not is_data(attributes)]
    for content in [*scripts, *(content for _, content in content_of(text, "style"))]:
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == len(scripts) + 1


def test_no_attribute_runs_script_or_sets_a_style(text: str) -> None:
    names = [name for _, attributes in Source(text).elements for name in attributes]
    assert not [name for name in names if name.startswith("on") or name == "style"]


def test_data_are_read_back_whole(text: str) -> None:
    (data,) = [content for attributes, content in content_of(text, "script") if is_data(attributes)]
    assert "<" not in data
    if data.lstrip().startswith("{"):
        assert {"宋明哲", "柳青禾"} <= {node["label"] for node in json.loads(data)["nodes"]}
        return
    told = unpacked(data)
    assert {"宋明哲", "数字校园合作协议"} <= set(told["things"]["label"])
    assert any("与董事长柳青禾座谈" in piece for page in told["pages"]["texts"] for piece in page)


def test_pages_say_that_they_are_results(text: str) -> None:
    assert '<meta name="generator" content="kg">' in text[:4096]


def test_a_style_is_told_without_what_means_nothing_in_it() -> None:
    told = close('/* Buttons\n*/\na:hover,\na .b > c {\n  content: " ↕";\n  font: 14px/1.5 "A B", sans-serif;\n}\n')
    assert told == 'a:hover,a .b > c{content: " ↕";font: 14px/1.5 "A B",sans-serif;}'
