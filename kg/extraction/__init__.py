"""From a page to what its articles say: mentions, posts, events and relations, each with its words and its rule."""

from __future__ import annotations

from kg.extraction.pipeline import Extractor

__all__ = ["Extractor"]
