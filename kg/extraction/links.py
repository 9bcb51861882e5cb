"""One post of a chain, and what the post before it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.sheet import Found
from kg.extraction.titles import Title


@dataclass(slots=True)
class Link:
    """One post of a chain; `body` is None until the post before tells.

    `printed` is true where the words give the body in full; `part` is the part of a body that stands before the title
    without the body, from `part_start` on; `unnamed` are the words for a body of a level that nothing fixes.
    """

    title: Title
    name: str
    body: Found | None
    printed: bool = False
    part: str = ""
    part_start: int = 0
    unnamed: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the post before leads to: its body, whether nothing but its holder stands between, where that ends.

    `unnamed` are the words for a body that nothing on the page names.
    """

    body: Found | None = None
    inside: bool = False
    until: int = 0
    unnamed: str = ""
