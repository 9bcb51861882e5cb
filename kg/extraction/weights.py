"""The weights of evidence, kept as data in `lexicon/weights.toml`."""

from __future__ import annotations

from functools import cache

from kg.errors import ConfigError
from kg.lexicon import table


@cache
def weight(source: str, evidence: str) -> float:
    """The weight of one piece of evidence of one source, on a log scale."""
    try:
        return float(table("weights")[source][evidence])
    except KeyError:
        raise ConfigError(f"lexicon/weights.toml has no [{source}] {evidence}: add it") from None
