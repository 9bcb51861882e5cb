"""A forest as a tree is read: parents left of their children, siblings one below the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from kg.views.packing import Pixels, pack

_ACROSS, _DOWN = 170, 34
_BOX = (150, 30)


def forest(nodes: Sequence[int], parents: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """The place of each node; `parents` are pairs of child and parent.

    A second parent, and one that is below its child, are passed over.
    """
    parent: dict[int, int] = {}
    for child, above in parents:
        if child not in parent and not _is_below(above, child, parent):
            parent[child] = above
    children: defaultdict[int, list[int]] = defaultdict(list)
    for node in nodes:
        if node in parent:
            children[parent[node]].append(node)
    trees = sorted((_tree(node, children) for node in nodes if node not in parent), key=lambda tree: -len(tree))
    placed = pack([np.array(list(tree.values())) for tree in trees], [_boxes(len(tree)) for tree in trees])
    return {
        node: (int(x), int(y))
        for tree, points in zip(trees, placed, strict=True)
        for node, (x, y) in zip(tree, points.tolist(), strict=True)
    }


def _is_below(node: int, above: int, parent: dict[int, int]) -> bool:
    while node != above and node in parent:
        node = parent[node]
    return node == above


def _tree(root: int, children: dict[int, list[int]]) -> dict[int, tuple[int, int]]:
    """Leaves in rows; each parent halfway down its children."""
    found: dict[int, tuple[int, int]] = {}
    row = 0
    waiting = [(root, 0, False)]
    while waiting:
        node, depth, done = waiting.pop()
        below = children.get(node, [])
        if done:
            found[node] = (depth * _ACROSS, (found[below[0]][1] + found[below[-1]][1]) // 2)
        elif below:
            waiting.append((node, depth, True))
            waiting += [(child, depth + 1, False) for child in reversed(below)]
        else:
            found[node] = (depth * _ACROSS, row * _DOWN)
            row += 1
    return found


def _boxes(count: int) -> Pixels:
    return np.full((count, 2), _BOX)
