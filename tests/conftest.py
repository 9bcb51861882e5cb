"""What tests of several steps share: the command line, the sample pages' graph, built once, and one browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.command import SEEDS, Run, runner, separately
from tests.views.browser import browsers

# No test depends on how fast the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(monkeypatch, capsys)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with `graph.ttl` and `network.html` of the sample pages."""
    folder = tmp_path_factory.mktemp("built")
    done = separately("build", SEEDS, "-o", folder, PYTHONHASHSEED="0")
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a run: a second one cannot start beside it."""
    with browsers() as running:
        yield running
