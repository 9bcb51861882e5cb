"""Short ways to read invented pages; no name in these tests belongs to a real page but those of the samples."""

from __future__ import annotations

from kg.model import Article, BlockKind, Page
from kg.reading import read_page


def read(*paragraphs: str, name: str = "page.txt") -> Page:
    """The page of these paragraphs."""
    return read_page("\n\n".join(paragraphs).encode(), name)


def blocks(article: Article, kind: BlockKind) -> list[str]:
    """The texts of an article's blocks of one kind."""
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def headlines(page: Page) -> list[str]:
    return [article.headline for article in page.articles]
