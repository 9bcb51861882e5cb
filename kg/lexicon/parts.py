"""The parts that bodies have: branches, units, offices, by the words that name them."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table


@cache
def part_owners() -> dict[str, tuple[str, ...]]:
    """The kinds of bodies that have each part, by the part's own words: 党支部, 教务处, 年级组."""
    parts, shared = table("titles")["parts"], table("titles")["part_owners"]
    return {part: tuple(shared[owners] if isinstance(owners, str) else owners) for part, owners in parts.items()}
