"""What XML 1.0 can hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 (2.2, Char) does not allow."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
