"""What XML 1.0 can hold, and spreadsheets with it, and how a document is written."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Tree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 (2.2, Char) does not allow."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def document(root: Tree.Element) -> bytes:
    """A whole document, indented."""
    Tree.indent(root)
    return kept(f'<?xml version="1.0" encoding="UTF-8"?>\n{Tree.tostring(root, encoding="unicode")}\n'.encode())


def kept(written: bytes) -> bytes:
    """The same document with its carriage returns as references: a reader takes bare ones for line feeds (2.11)."""
    return written.replace(b"\r", b"&#13;")
