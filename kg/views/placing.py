"""Where the nodes of a view stand: connected parts are spread by stress, freed of overlaps and packed side by side."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from kg.views.packing import Pixels, pack, part_overlaps
from kg.views.stress import Edges, Reals, Rows, spread

_ARM = 125
_SEAT = 92
_CROWD = 400
_FONT, _LINE, _MARGIN = 13, 18, 12
_LONGEST = 12


def placed(labels: Sequence[str], ties: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The pixels of each node. A tie is its two ends and the number of their event, -1 without one.

    No node covers another; in a small network there is room for the labels as well.
    """
    count = len(labels)
    if not count:
        return []
    size, edges = _skeleton(count, ties)
    parts = _parts(size, edges)
    boxes = _boxes(labels, np.bincount(np.concatenate([edges.a, edges.b]), minlength=size)[:count])
    shown: list[Rows] = []
    points: list[Pixels] = []
    spreads: dict[bytes, Reals] = {}
    known: dict[tuple[bytes, ...], Pixels] = {}
    for part, inner in parts:
        seen = part < count
        shown.append(part[seen])
        if (shape := np.concatenate(inner).tobytes()) not in spreads:
            spreads[shape] = spread(len(part), inner).T
        if (key := (shape, seen.tobytes(), boxes[part[seen]].tobytes())) not in known:
            known[key] = part_overlaps(spreads[shape][seen], boxes[part[seen]])
        points.append(known[key])
    found = np.zeros((count, 2), dtype=np.int64)
    for nodes, place in zip(shown, pack(points, [boxes[nodes] for nodes in shown]), strict=True):
        found[nodes] = place
    return [(int(x), int(y)) for x, y in found.tolist()]


def _skeleton(count: int, ties: Sequence[tuple[int, int, int]]) -> tuple[int, Edges]:
    """What shapes the picture: those of one event sit around it, all else is joined directly."""
    direct = sorted({(min(a, b), max(a, b)) for a, b, event in ties if event < 0})
    seats = sorted({(end, event) for a, b, event in ties if event >= 0 for end in (a, b)})
    guests: dict[int, int] = {}
    for _, event in seats:
        guests[event] = guests.get(event, 0) + 1
    hub = {event: count + place for place, event in enumerate(sorted(guests))}
    rows = [(a, b, _ARM) for a, b in direct]
    rows += [(end, hub[event], max(_ARM // 2, guests[event] * _SEAT * 100 // 628)) for end, event in seats]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return count + len(hub), Edges(table[:, 0], table[:, 1], table[:, 2])


def _parts(size: int, edges: Edges) -> list[tuple[Rows, Edges]]:
    """The connected parts, biggest first: their nodes, best connected first, and their edges between places among them.

    Thus parts of one shape mostly have the same edges.
    """
    network = csr_array((np.ones(len(edges.a)), (edges.a, edges.b)), shape=(size, size))
    count, group = connected_components(network, directed=False)
    degrees = np.bincount(np.concatenate([edges.a, edges.b]), minlength=size)
    order = np.lexsort((-degrees, group))
    sizes = np.bincount(group, minlength=count)
    place = np.empty(size, dtype=np.int64)
    place[order] = np.arange(size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    by_group = np.argsort(group[edges.a], kind="stable")
    stops = np.cumsum(np.bincount(group[edges.a], minlength=count))
    nodes = np.split(order, np.cumsum(sizes)[:-1])
    inner = np.split(by_group, stops[:-1])
    found = [(nodes[each], _renamed(edges, inner[each], place)) for each in range(count)]
    return sorted(found, key=lambda part: (-len(part[0]), int(part[0].min())))


def _renamed(edges: Edges, rows: Rows, place: Rows) -> Edges:
    a, b = np.sort([place[edges.a[rows]], place[edges.b[rows]]], axis=0)
    order = np.lexsort((b, a))
    return Edges(a[order], b[order], edges.length[rows][order])


def _boxes(labels: Sequence[str], degrees: Rows) -> Pixels:
    """Width and height of what must stay free: the mark, and in a small network the words below it."""
    marks = 14 + 2 * np.sqrt(8.0 * degrees).astype(np.int64)
    if len(labels) > _CROWD:
        return np.stack([marks, marks], axis=1)
    widths = np.array([_width(label[:_LONGEST]) for label in labels])
    return np.stack([np.maximum(widths, marks) + _MARGIN, marks + _LINE + _MARGIN], axis=1)


def _width(label: str) -> int:
    return sum(_FONT if unicodedata.east_asian_width(letter) in "WFA" else _FONT * 3 // 5 for letter in label)
