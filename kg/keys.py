"""The local parts of keys: how a name or a file becomes the part of an address that people can read.

A key is `folder/local`; a local part made here needs no escape in Turtle or SPARQL.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_UNSAFE = re.compile(
    "[^0-9A-Za-z_.\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u0386-\u0481\u048a-\u052f"
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U00020000-\U0003fffd]+"
)


def slug(text: str) -> str:
    """`text` in Han and other letters, digits, `-`, `_` and `.`; everything else becomes one `-` a run.

    Several texts may share a slug (甲·乙 and 甲-乙): the caller tells them apart. A text of which nothing is left gives
    the first 16 digits of its SHA-256.
    """
    return _UNSAFE.sub("-", unicodedata.normalize("NFKC", text)).strip("-.") or digest(text, 16)


def exact_slug(text: str) -> str:
    """The slug of `text`, followed by 8 digits of its SHA-256 where the slug is another text: never shared."""
    made = slug(text)
    return made if made == text else f"{made}-{digest(text, 8)}"


@lru_cache(maxsize=1024)
def page_slug(page: str) -> str:
    """The local part for a page: `NAME.txt` gives `NAME`; never shared by two files."""
    name = unicodedata.normalize("NFC", page)
    made = slug(name.removesuffix(".txt"))
    return made if f"{made}.txt" == name else f"{made}-{digest(name, 8)}"


def article_slug(article: str) -> str:
    """The local part for an article: `NAME.txt#a1` gives `NAME-a1`."""
    page, _, local = article.rpartition("#")
    return f"{page_slug(page)}-{slug(local)}"


def digest(text: str, length: int) -> str:
    """The first `length` digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]
