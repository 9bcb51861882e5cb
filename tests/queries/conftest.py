"""The invented sample page as a graph, loaded once."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from tests.sample import sample
from tests.stores import store


@pytest.fixture(scope="session")
def graph() -> Store:
    return store(sample())
