"""One browser for all tests of the page, and the page of the invented sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.views import network_html
from tests.sample import sample
from tests.stores import store
from tests.views.browser import Visit, browsers, opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsers() as running:
        yield running


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("view") / "network.html"
    file.write_text(network_html(store(sample())), "utf-8")
    return file


@pytest.fixture
def visit(browser: Browser, sample_file: Path) -> Iterator[Visit]:
    """The sample's page; it must end without a request and without a complaint."""
    with opened(browser, sample_file) as visiting:
        yield visiting
        assert (visiting.asked, visiting.complaints) == ([], [])
