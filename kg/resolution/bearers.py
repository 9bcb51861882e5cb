"""Several who bear one name in one article, where people tell them apart by the characters at which each is named."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from kg.decisions.records import Apart, Decision, Same
from kg.resolution.material import Material
from kg.resolution.meaning import Figure, Index, figure


def with_bearers(decisions: Iterable[Decision], index: Index, material: Material) -> Material:
    """The material with bearers where one `apart` gives a character for each of two namings of a name in an article.

    Every naming that a decision on identity gives by its character begins a bearer; what stands after it, up to the
    next, is that one, and what stands before all of them the first.
    """
    places: defaultdict[Figure, set[int]] = defaultdict(set)
    shared: set[Figure] = set()
    for each in decisions:
        match each.content:
            case Same(a, b) | Apart(a, b):
                given = [() if side.at is None else index.numbers(side) for side in (a, b)]
                for number in (*given[0], *given[1]):
                    places[figure(material.spoken[number])].add(number)
                if isinstance(each.content, Apart):
                    shared.update(
                        figure(material.spoken[x])
                        for x, y in product(*given)
                        if x != y and figure(material.spoken[x]) == figure(material.spoken[y])
                    )
    if not shared:
        return material
    starts = {name: sorted(places[name]) for name in shared}

    def bearer(number: int) -> int | None:
        found = starts.get(figure(material.spoken[number]))
        return None if found is None else found[max(0, bisect_right(found, number) - 1)]

    return replace(material, spoken=tuple(replace(each, bearer=bearer(each.number)) for each in material.spoken))
