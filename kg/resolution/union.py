"""Sets of mentions that are one thing; the smallest number of a set stands for it, whatever was joined first."""

from __future__ import annotations

from collections.abc import Iterable


class Union:
    """Disjoint sets of the numbers from 0 to `size`."""

    __slots__ = ("_parent",)

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The smallest number in the set of `item`."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, items: Iterable[int]) -> None:
        """Makes the sets of all these one."""
        roots = {self.find(item) for item in items}
        if roots:
            first = min(roots)
            for root in roots:
                self._parent[root] = first
