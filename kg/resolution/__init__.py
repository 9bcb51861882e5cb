"""Mentions of all pages to things: which namings are one person, body, place or event, and what is said of them."""

from __future__ import annotations

from kg.resolution.resolve import resolve

__all__ = ["resolve"]
