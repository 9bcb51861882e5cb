"""A server in a process of its own on the invented sample page, as a user starts it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import to_turtle
from tests.command import ROOT
from tests.sample import sample

SECONDS, ROWS, WAIT = 2, 500, 3


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server, without a slash at the end."""
    pytest.importorskip("starlette", reason="the extra kg[serve] is not installed")
    pytest.importorskip("uvicorn", reason="the extra kg[serve] is not installed")
    graph = tmp_path_factory.mktemp("served") / "graph.ttl"
    graph.write_bytes(to_turtle(sample()))
    yield from served(graph, "--seconds", str(SECONDS), "--rows", str(ROWS), "--wait", str(WAIT))


def served(graph: Path, *options: str) -> Iterator[str]:
    """A server that lives until the generator is closed."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[0].rstrip("/")
        finally:
            process.terminate()
