"""The explorer of the sample pages, and of a small invented graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from kg.graph import load
from kg.views import network_html
from kg.views.columns import payload
from kg.views.texts import fitting, texts_in, texts_of
from tests.command import SEEDS
from tests.stores import store
from tests.views.browser import Visit, opened
from tests.views.invented import county
from tests.views.told import Told


@pytest.fixture(scope="session")
def explorer(built: Path) -> Path:
    """The explorer of the sample pages, as a build writes it."""
    return built / "network.html"


@pytest.fixture(scope="session")
def told(built: Path) -> Told:
    """What the explorer of the sample pages must tell."""
    graph = load(built / "graph.ttl")
    return Told(payload(graph, fitting(graph, texts_in(SEEDS))))


@pytest.fixture(scope="session")
def county_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the invented county."""
    where, graph = county()
    file = tmp_path_factory.mktemp("county") / "云岭 & 青澜.html"
    file.write_text(network_html(store(graph), texts_of([where])), "utf-8")
    return file


def quiet(browser: Browser, file: Path, **said: Any) -> Iterator[Visit]:
    """The page; it must end without a request and without a complaint."""
    with opened(browser, file, **said) as visiting:
        yield visiting
        assert (visiting.asked, visiting.complaints) == ([], [])


@pytest.fixture
def visit(browser: Browser, explorer: Path) -> Iterator[Visit]:
    yield from quiet(browser, explorer)


@pytest.fixture
def in_county(browser: Browser, county_file: Path) -> Iterator[Visit]:
    yield from quiet(browser, county_file)
