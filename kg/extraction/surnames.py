"""Surnames, and the characters that no name of a person holds."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table, words


@cache
def surnames() -> dict[str, int]:
    """Single-character surnames and their rank, the commonest first."""
    return {name: rank for rank, name in enumerate(words("surnames"))}


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(words("compound_surnames"))


@cache
def never_inside() -> frozenset[str]:
    """Characters that no name of a person holds after its first."""
    return frozenset(table("people")["never_inside"]["chars"])
