"""Boxes that must not cover each other: nodes within a part of a network, and the parts on the sheet.

Whole pixels throughout, hence the same result everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.int64]
"""Points or sizes, one row each: across, down."""

_GAP = 60
_ROOM = 2
_ROOM_OF_FEW = 4
_FEW = 60
_ASPECT_TENTHS = 13
_STEP = 60
_ROUNDS_BEFORE_STRETCHING = 60
_MOST_PAIRS = 2_000_000
_MANY_PARTS = 150


def part_overlaps(points: NDArray[np.float64], sizes: Pixels) -> Pixels:
    """The points, rounded and pushed apart as little as needed until their centred boxes no longer overlap.

    A crowd that does not come apart by pushing is stretched, again and again.
    """
    place = _drawn_together(np.rint(points).astype(np.int64), sizes)
    turn = 0
    while True:
        first, second = _near(place, sizes)
        gap = place[first] - place[second]
        over = (sizes[first] + sizes[second] + 1) // 2 - np.abs(gap)
        clash = (over > 0).all(axis=1)
        if not clash.any():
            return place
        turn += 1
        if turn % _ROUNDS_BEFORE_STRETCHING == 0 or len(first) > _MOST_PAIRS:
            place = place * 5 // 4 + _apart_at_all(place)
        else:
            place = place + _push(len(place), first[clash], second[clash], gap[clash], over[clash])


def _drawn_together(place: Pixels, sizes: Pixels) -> Pixels:
    """The points on a smaller sheet where they are lost on theirs, wide enough for boxes and edges."""
    spans = place.max(axis=0) - place.min(axis=0) + 1
    room = int((sizes[:, 0] * sizes[:, 1]).sum()) * (_ROOM if len(sizes) > _FEW else _ROOM_OF_FEW)
    percent = min(100, math.isqrt(room * 10_000 // int(spans[0] * spans[1])))
    return place * max(percent, 1) // 100


def _near(place: Pixels, sizes: Pixels) -> tuple[Pixels, Pixels]:
    """All pairs of boxes that could overlap: those of one cell and of neighbouring cells, each cell as big as a box."""
    cell = (place - place.min(axis=0)) // sizes.max(axis=0)
    width = int(cell[:, 0].max()) + 3
    key = (cell[:, 1] + 1) * width + cell[:, 0] + 1
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    firsts, seconds = [], []
    # Each pair of cells is met once: a box with those after it up to the cell on its right, and with three cells below.
    below = ranked + width
    for start, stop in (
        (np.arange(1, len(ranked) + 1), np.searchsorted(ranked, ranked + 1, "right")),
        (np.searchsorted(ranked, below - 1, "left"), np.searchsorted(ranked, below + 1, "right")),
    ):
        count = stop - start
        first = np.repeat(np.arange(len(ranked)), count)
        second = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(start, count)
        firsts.append(order[first])
        seconds.append(order[second])
    return np.concatenate(firsts), np.concatenate(seconds)


def _push(count: int, first: Pixels, second: Pixels, gap: Pixels, over: Pixels) -> Pixels:
    """Steps that move both boxes of each clash half their overlap apart, along the axis where that is shorter."""
    upright = over[:, 1] <= over[:, 0]
    steps = np.zeros((count, 2), dtype=np.int64)
    for axis, along in ((0, ~upright), (1, upright)):
        side = np.sign(gap[along, axis])
        side = np.where(side == 0, np.sign(first[along] - second[along]), side)
        step = (over[along, axis] + 1) // 2 * side
        np.add.at(steps[:, axis], first[along], step)
        np.add.at(steps[:, axis], second[along], -step)
    return np.clip(steps, -_STEP, _STEP)


def _apart_at_all(place: Pixels) -> Pixels:
    """A pixel or so for each of many points that stand on one, which no stretching would part."""
    rank = np.arange(len(place))
    return np.stack([rank % 3 - 1, rank // 3 % 3 - 1], axis=1)


def pack(parts: Sequence[Pixels], sizes: Sequence[Pixels]) -> list[Pixels]:
    """All parts on one sheet, none covering another, about as wide as a screen; parts come biggest first."""
    if not parts:
        return []
    frames = [_frame(part, boxes) for part, boxes in zip(parts, sizes, strict=True)]
    rooms = [(right - left + _GAP, bottom - top + _GAP) for left, top, right, bottom in frames]
    widest = max(width for width, _ in rooms)
    area = math.isqrt(sum(width * height for width, height in rooms) * _ASPECT_TENTHS // 10)
    if len(parts) > _MANY_PARTS:
        sheets = [max(widest, area * percent // 100) for percent in (105, 120)]
    else:
        sheets = [widest * percent // 100 for percent in range(100, 400, 10)]
    tries = [_shelved(rooms, sheet) for sheet in sheets]
    corners = min(tries, key=lambda corners: _extent(corners, rooms))
    return [
        part + np.array([x - left, y - top])
        for part, (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True)
    ]


def _frame(part: Pixels, boxes: Pixels) -> tuple[int, int, int, int]:
    low, high = (part - boxes // 2).min(axis=0), (part + boxes // 2).max(axis=0)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def _shelved(rooms: Sequence[tuple[int, int]], sheet: int) -> list[tuple[int, int]]:
    """The upper left corners of boxes laid on a sheet of this width, each as high as it goes."""
    skyline, corners = [(0, 0, sheet)], []
    for width, height in rooms:
        x, y = _lowest(skyline, width, sheet)
        skyline = _raised(skyline, x, width, y + height)
        corners.append((x, y))
    return corners


def _extent(corners: Sequence[tuple[int, int]], rooms: Sequence[tuple[int, int]]) -> int:
    """How far the screen must be zoomed out to show all."""
    right = max(x + width for (x, _), (width, _) in zip(corners, rooms, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, rooms, strict=True))
    return max(right * 10, bottom * _ASPECT_TENTHS)


def _lowest(skyline: list[tuple[int, int, int]], width: int, sheet: int) -> tuple[int, int]:
    """Where a box of this width comes to lie highest on the sheet, leftmost among equals.

    The skyline is a list of (left, depth, right): how far down each stretch of the sheet is filled.
    """
    best = (skyline[0][0], max(depth for _, depth, _ in skyline))
    for place, (left, _, _) in enumerate(skyline):
        if left + width > sheet:
            break
        depth = 0
        for start, filled, _ in skyline[place:]:
            if start >= left + width:
                break
            depth = max(depth, filled)
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
