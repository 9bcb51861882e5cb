"""The interface's own table of words, read from its source."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "kg" / "views" / "explorer" / "src" / "words.ts"
CHINESE = re.compile(r"[\u3400-\u9fff]")
_ROW = re.compile(r'^  "?([\w-]+)"?: \[\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)",?\s*\],', re.MULTILINE)


def interface() -> dict[str, tuple[str, str]]:
    """Chinese and English by key."""
    return {key: (chinese, english) for key, chinese, english in _ROW.findall(SOURCE.read_text("utf-8"))}
