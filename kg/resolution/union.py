"""Sets of mentions that are one thing; the smallest number of a set stands for it, whatever was joined first.

Every join is kept, so that the sets can be made again without those that people have forbidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

Pairs = Iterable[tuple[int, int]]
NAME, DECIDED = "name", "decided"


class Join(NamedTuple):
    """What was joined, and why."""

    items: tuple[int, ...]
    reason: str


class Union:
    """Disjoint sets of the numbers from 0 to `size`."""

    __slots__ = ("_joins", "_parent")

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._joins: list[Join] = []

    def find(self, item: int) -> int:
        """The smallest number in the set of `item`."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, items: Iterable[int], reason: str = NAME) -> None:
        """Makes the sets of all these one; `reason` is a row of `joins` in `lexicon/identity.toml`."""
        joined = tuple(items)
        if joined:
            self._joins.append(Join(joined, reason))
            self._unite(joined)

    @property
    def joins(self) -> tuple[Join, ...]:
        """All joins so far, in their order."""
        return tuple(self._joins)

    def _unite(self, items: tuple[int, ...]) -> None:
        roots = {self.find(item) for item in items}
        first = min(roots)
        for root in roots:
            self._parent[root] = first

    def constrain(self, same: Pairs, apart: Pairs) -> None:
        """Joins the pairs of `same`; where pairs of `apart` are in one set, makes it anew from what does not join them.

        Joins are taken in the order in which they were made, those of `same` first.
        """
        decided = [Join(pair, DECIDED) for pair in same]
        for pair, _ in decided:
            self._unite(pair)
        self._joins[:0] = decided
        barred = [pair for pair in apart if self.find(pair[0]) == self.find(pair[1])]
        if barred:
            self._remake({self.find(a) for a, _ in barred}, barred)

    def _remake(self, roots: set[int], barred: list[tuple[int, int]]) -> None:
        broken = [self.find(item) in roots for item in range(len(self._parent))]
        self._parent = [item if broken[item] else self.find(item) for item in range(len(self._parent))]
        walls: dict[int, set[int]] = {}
        for a, b in barred:
            walls.setdefault(a, set()).add(b)
            walls.setdefault(b, set()).add(a)
        for items, _ in self._joins:
            if broken[items[0]]:
                sides = [items[0]]
                for item in items[1:]:
                    if not any(self._join_behind(side, item, walls) for side in sides):
                        sides.append(item)

    def _join_behind(self, a: int, b: int, walls: dict[int, set[int]]) -> bool:
        """Joins two sets unless a wall stands between them; walls are kept by the smallest number of each set."""
        one, other = sorted((self.find(a), self.find(b)))
        if one == other or other in walls.get(one, ()):
            return one == other
        self._parent[other] = one
        for beyond in walls.pop(other, set()):
            walls[beyond].discard(other)
            walls[beyond].add(one)
            walls.setdefault(one, set()).add(beyond)
        return True
