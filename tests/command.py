"""The command line as a user calls it, in this process (quick) or in one of its own (true to life)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs `kg` with the given arguments and never raises."""

    def run(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        try:
            main()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Outcome(code, *capsys.readouterr())

    return run


def separately(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Outcome:
    """`kg` in a fresh process, as `python -m kg`."""
    return call(sys.executable, "-m", "kg", *arguments, cwd=cwd, environment=environment)


def call(*command: str | Path, cwd: Path, environment: Mapping[str, str]) -> Outcome:
    """A command in a fresh process with some of the environment changed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
