"""Boxes that must not cover each other: nodes within a part of a network, and the parts on the sheet.

Whole pixels throughout, hence the same result everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Node = Hashable
Box = tuple[int, int]
Point = tuple[int, int]
Pixels = NDArray[np.int64]

_GAP = 60
_ROOM = 2
_ROOM_OF_FEW = 4
_FEW = 60
_ASPECT_TENTHS = 13
_STEP = 60
_ROUNDS_BEFORE_STRETCHING = 80


def part_overlaps(points: Sequence[tuple[float, float]], boxes: Sequence[Box]) -> list[Point]:
    """The points, rounded and pushed apart as little as needed until their centred boxes no longer overlap.

    A crowd that does not come apart by pushing is stretched, again and again.
    """
    sizes = np.array(boxes, dtype=np.int64)
    place = _drawn_together(np.array([(round(x), round(y)) for x, y in points], dtype=np.int64), sizes)
    need = (sizes[:, None, :] + sizes[None, :, :] + 1) // 2
    turn = 0
    while True:
        gap = place[:, None, :] - place[None, :, :]
        over = need - np.abs(gap)
        clash = (over > 0).all(axis=2)
        np.fill_diagonal(clash, False)
        if not clash.any():
            return [(int(x), int(y)) for x, y in place]
        turn += 1
        stretch = turn % _ROUNDS_BEFORE_STRETCHING == 0
        place = place * 5 // 4 if stretch else place + _push(gap, over, clash)


def _drawn_together(place: Pixels, sizes: Pixels) -> Pixels:
    """The points on a smaller sheet where they are lost on theirs, wide enough for boxes and edges."""
    spans = place.max(axis=0) - place.min(axis=0) + 1
    room = int((sizes[:, 0] * sizes[:, 1]).sum()) * (_ROOM if len(sizes) > _FEW else _ROOM_OF_FEW)
    percent = min(100, math.isqrt(room * 10_000 // int(spans[0] * spans[1])))
    return place * max(percent, 1) // 100


def _push(gap: Pixels, over: Pixels, clash: NDArray[np.bool_]) -> Pixels:
    """Steps that move both boxes of each clash half their overlap apart, along the axis where that is shorter."""
    upright = over[:, :, 1] <= over[:, :, 0]
    rank = np.arange(len(gap))
    steps = []
    for axis, along in ((0, ~upright), (1, upright)):
        side = np.sign(gap[:, :, axis])
        side = np.where(side == 0, np.sign(rank[:, None] - rank[None, :]), side)
        step = np.where(clash & along, (over[:, :, axis] + 1) // 2 * side, 0).sum(axis=1)
        steps.append(np.clip(step, -_STEP, _STEP))
    return np.stack(steps, axis=1)


def rows(nodes: Sequence[Node], boxes: Mapping[Node, Box]) -> dict[Node, Point]:
    """The nodes side by side in lines, as words on a page: for crowds too big for anything better."""
    cell_width = max(boxes[node][0] for node in nodes)
    cell_height = max(boxes[node][1] for node in nodes)
    columns = max(1, math.isqrt(len(nodes) * cell_height * _ASPECT_TENTHS // (cell_width * 10)))
    return {node: (index % columns * cell_width, index // columns * cell_height) for index, node in enumerate(nodes)}


def pack(parts: Sequence[Mapping[Node, Point]], boxes: Mapping[Node, Box]) -> dict[Node, Point]:
    """All parts on one sheet, none covering another, about as wide as a screen; parts come biggest first."""
    if not parts:
        return {}
    frames = [_frame(part, boxes) for part in parts]
    sizes = [(right - left + _GAP, bottom - top + _GAP) for left, top, right, bottom in frames]
    widest = max(width for width, _ in sizes)
    tries = [_shelved(sizes, widest * percent // 100) for percent in range(100, 400, 10)]
    corners = min(tries, key=lambda corners: _extent(corners, sizes))
    return {
        node: (px - left + x, py - top + y)
        for part, (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True)
        for node, (px, py) in part.items()
    }


def _shelved(sizes: Sequence[Box], sheet: int) -> list[Point]:
    """The upper left corners of boxes laid on a sheet of this width, each as high as it goes."""
    skyline, corners = [(0, 0, sheet)], []
    for width, height in sizes:
        x, y = _lowest(skyline, width, sheet)
        skyline = _raised(skyline, x, width, y + height)
        corners.append((x, y))
    return corners


def _extent(corners: Sequence[Point], sizes: Sequence[Box]) -> int:
    """How far the screen must be zoomed out to show all."""
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right * 10, bottom * _ASPECT_TENTHS)


def _frame(part: Mapping[Node, Point], boxes: Mapping[Node, Box]) -> tuple[int, int, int, int]:
    return (
        min(x - boxes[node][0] // 2 for node, (x, _) in part.items()),
        min(y - boxes[node][1] // 2 for node, (_, y) in part.items()),
        max(x + boxes[node][0] // 2 for node, (x, _) in part.items()),
        max(y + boxes[node][1] // 2 for node, (_, y) in part.items()),
    )


def _lowest(skyline: list[tuple[int, int, int]], width: int, sheet: int) -> tuple[int, int]:
    """Where a box of this width comes to lie highest on the sheet, leftmost among equals.

    The skyline is a list of (left, depth, right): how far down each stretch of the sheet is filled.
    """
    best = (skyline[0][0], max(depth for _, depth, _ in skyline))
    for left, _, _ in skyline:
        if left + width <= sheet:
            depth = max(filled for start, filled, stop in skyline if start < left + width and stop > left)
            best = min(best, (left, depth), key=lambda spot: (spot[1], spot[0]))
    return best


def _raised(skyline: list[tuple[int, int, int]], x: int, width: int, depth: int) -> list[tuple[int, int, int]]:
    kept = []
    for left, old, right in skyline:
        if left < x:
            kept.append((left, old, min(right, x)))
        if right > x + width:
            kept.append((max(left, x + width), old, right))
    return sorted([*kept, (x, depth, x + width)])
