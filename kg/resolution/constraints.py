"""What people decided of identity: pairs of mentions that are one thing, and pairs that never are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of mentions by `Spoken.number`, each pair and all pairs in ascending order, none twice."""

    same: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
