"""The weights of evidence, kept as data in `lexicon/weights.toml` and learned by `python -m kg.training weights`.

While weights are learned, `weight` gives numbers that remember which evidence they are made of, so that the scoring
code itself says how a proposal depends on each weight; at all other times it gives plain numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from kg.errors import ConfigError
from kg.lexicon import table

Evidence = tuple[str, str]


class Traced(float):
    """A sum of weights that knows its terms: `parts` says how often each piece of evidence is in it."""

    __slots__ = ("parts",)
    parts: dict[Evidence, float]

    def __new__(cls, value: float, parts: dict[Evidence, float]) -> Traced:
        made = super().__new__(cls, value)
        made.parts = parts
        return made

    def __add__(self, other: float) -> Traced:
        parts = dict(self.parts)
        for evidence, times in parts_of(other).items():
            parts[evidence] = parts.get(evidence, 0.0) + times
        return Traced(float(self) + float(other), parts)

    __radd__ = __add__

    def __mul__(self, times: float) -> Traced:
        return Traced(float(self) * times, {evidence: n * times for evidence, n in self.parts.items()})

    __rmul__ = __mul__

    def __neg__(self) -> Traced:
        return self * -1.0

    def __sub__(self, other: float) -> Traced:
        return self + -other

    def __rsub__(self, other: float) -> Traced:
        return -self + other


def parts_of(number: float) -> dict[Evidence, float]:
    """The evidence that a number is made of; none for a plain one."""
    return number.parts if isinstance(number, Traced) else {}


_tracing = False


@cache
def weight(source: str, evidence: str) -> float:
    """The weight of one piece of evidence of one source, on a log scale."""
    try:
        value = float(table("weights")[source][evidence])
    except KeyError:
        raise ConfigError(f"lexicon/weights.toml has no [{source}] {evidence}: add it") from None
    return Traced(value, {(source, evidence): 1.0}) if _tracing else value


@contextmanager
def traced_weights() -> Iterator[None]:
    """Within this, every weight remembers its evidence; slower, and for learning only."""
    global _tracing
    _tracing = True
    weight.cache_clear()
    try:
        yield
    finally:
        _tracing = False
        weight.cache_clear()
