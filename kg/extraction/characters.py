"""Chinese characters: the range that patterns and tests use."""

from __future__ import annotations

# For use inside the brackets of a pattern: f"[{HAN}]{{2,4}}".
HAN = "\u4e00-\u9fff"


def is_han(char: str) -> bool:
    """True for a Chinese character; `char` must be one character."""
    return "\u4e00" <= char <= "\u9fff"
