"""What people decided of identity: pairs of mentions that are one thing, and pairs that never are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from kg.resolution.material import Material
from kg.resolution.meaning import Figure, figure

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of mentions by `Spoken.number`, each pair and all pairs in ascending order, none twice."""

    same: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


def spread(pairs: Iterable[tuple[int, int]], material: Material) -> Pairs:
    """Each pair for all mentions of the two names in their articles, of which a pair takes the first."""
    alike: defaultdict[Figure, list[int]] = defaultdict(list)
    for each in material.spoken:
        alike[figure(each)].append(each.number)

    def meant(number: int) -> list[int]:
        return alike[figure(material.spoken[number])]

    return [(one, other) for a, b in pairs for one, other in product(meant(a), meant(b)) if one != other]
