"""The documentation: what it shows is what happens, and its site opens from disk and asks the network for nothing."""

from __future__ import annotations

import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from tests.command import ROOT, Run

DOCS = ROOT / "docs"
BLOCK = re.compile(r'^```(console|text title="([^"]+)")\n(.*?)^```$', re.M | re.S)


def calls(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that it is said to print."""
    lines = block.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    return [
        (lines[start][2:], list(takewhile(lambda line: not line.startswith("$ "), lines[start + 1 :])))
        for start in starts
    ]
