"""Which node of one graph is which of another: by the mentions behind them, then by what replaces what, then by key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.queries.snapshot import Snapshot

Shared = Mapping[str, Mapping[str, int]]
"""For a node of one graph, the nodes of the other with which it shares mentions, and how many."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """`now` and `then` lead each node to the one that has most of its mentions; who has no counterpart is missing.

    `shared` counts the mentions that an old and a new node have in common.
    """

    now: Mapping[str, str]
    then: Mapping[str, str]
    shared: Shared


def pair(old: Snapshot, new: Snapshot) -> Pairing:
    """The pairing of two graphs; nodes without a common mention are paired by key where both stay alone."""
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for of_kind in (True, False):
        paired = {key for targets in shared.values() for key in targets}
        before = _by_mention(old, of_kind, shared)
        after = _by_mention(new, of_kind, paired)
        for place, key in before.items():
            if key and (target := after.get(place)):
                shared[key][target] += 1
    back: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, targets in shared.items():
        for target, count in targets.items():
            back[target][key] = count
    now = {key: _main(key, targets) for key, targets in shared.items()}
    then = {key: _main(key, origins) for key, origins in back.items()}
    _pair_replaced(old, new, now, then)
    for key in old.kinds.keys() & new.kinds.keys():
        if key not in now and key not in then:
            now[key] = then[key] = key
    return Pairing(now, then, shared)


def _by_mention(graph: Snapshot, of_kind: bool, paired: Iterable[str]) -> dict[tuple[str, str], str]:
    """The node that alone has a mention, among all of its kind, or among all that are not paired yet."""
    found: dict[tuple[str, str], str] = {}
    skipped = set() if of_kind else set(paired)
    for key, kind in graph.kinds.items():
        if key not in skipped:
            for place in graph.mentions.get(key, ()):
                at = (place, kind if of_kind else "")
                found[at] = "" if at in found else key
    return found


def _main(key: str, others: Mapping[str, int]) -> str:
    """The node with most mentions in common; of equal ones that of the same key, or the first."""
    return min(others, key=lambda other: (-others[other], other != key, other))


def _pair_replaced(old: Snapshot, new: Snapshot, now: dict[str, str], then: dict[str, str]) -> None:
    for key in sorted(new.replaces):
        for replaced in sorted(new.replaces[key] & old.kinds.keys()):
            if replaced not in now and replaced not in new.kinds and key in new.kinds:
                now[replaced] = key
                then.setdefault(key, replaced)
