"""What appeared, vanished, merged, split, was renamed or is told otherwise between two graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.errors import ReadingError
from kg.graph.turtle import readable
from kg.model import BOTH_WAYS
from kg.queries.differences import Change, Difference, Merge, Move, Node, Rename, Split, Statement
from kg.queries.pairing import Pairing, pair
from kg.queries.snapshot import DAYS, FACETS, Snapshot, snapshot

_Facts = dict[tuple[str, str, str], Statement]
"""Statements by what makes two of them the same: subject, predicate, and object in keys of the new graph."""


def diff(old: str | Path | Store, new: str | Path | Store) -> Difference:
    """The difference between two graphs: Turtle files, read as a stream, or open stores.

    Their bases may differ. Raises ReadingError for a file that is missing or broken.
    """
    return compare(snapshot(_quads(old)), snapshot(_quads(new)))


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """The difference between two snapshots."""
    pairs = pair(old, new)
    before, after = old.pages(), new.pages()
    was, are = _statements(old, pairs.now), _statements(new, {})
    return Difference(
        pages_added=tuple(sorted(after.keys() - before.keys())),
        pages_gone=tuple(sorted(before.keys() - after.keys())),
        pages_changed=tuple(sorted(file for file in before.keys() & after.keys() if before[file] != after[file])),
        appeared=tuple(sorted(node(new, key) for key in new.kinds if key not in pairs.then)),
        vanished=tuple(sorted(node(old, key) for key in old.kinds if key not in pairs.now)),
        merged=tuple(sorted(_merges(old, new, pairs))),
        split=tuple(sorted(_splits(old, new, pairs))),
        renamed=tuple(sorted(_renames(old, new, pairs))),
        moved=tuple(sorted(_moves(old, new, pairs))),
        changed=tuple(sorted(_changes(old, new, pairs), key=_by_node)),
        decided=_rulings(new, old),
        undecided=_rulings(old, new),
        said=tuple(sorted(are[key] for key in are.keys() - was.keys())),
        unsaid=tuple(sorted(was[key] for key in was.keys() - are.keys())),
    )


def _rulings(graph: Snapshot, other: Snapshot) -> tuple[str, ...]:
    """What people decided in one graph and not, or by others or for other reasons, in the other; in words."""
    told = (graph.decisions[key] for key in graph.decisions.keys() - other.decisions.keys())
    return tuple(sorted(f"{each.get('ruling', '')} ({each.get('reason', '')})" for each in told))


def node(graph: Snapshot, key: str) -> Node:
    """A node as its graph tells of it; what has no name is called by its key."""
    return Node(key, graph.kinds.get(key, ""), graph.labels.get(key, key.partition("/")[2]))


def _quads(graph: str | Path | Store) -> Iterator[Quad]:
    if isinstance(graph, Store):
        yield from graph
        return
    file = readable(graph)
    try:
        yield from parse(path=str(file), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise ReadingError(f"{file}: not valid Turtle ({error.msg}); build the graph again") from None
    except OSError as error:
        raise ReadingError(f"{file}: cannot be read ({error}); check its permissions") from error


# ---- nodes ---------------------------------------------------------------------------------------------------------


def _grouped(pairs: Mapping[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(pairs):
        found[pairs[key]].append(key)
    return found


def _merges(old: Snapshot, new: Snapshot, pairs: Pairing) -> Iterator[Merge]:
    for key, parts in _grouped(pairs.now).items():
        if len(parts) > 1:
            yield Merge(
                node(new, key),
                tuple(node(old, part) for part in parts),
                not new.replaces.get(key, set()).isdisjoint(parts),
            )


def _splits(old: Snapshot, new: Snapshot, pairs: Pairing) -> Iterator[Split]:
    for key, parts in _grouped(pairs.then).items():
        if len(parts) > 1:
            yield Split(node(old, key), tuple(node(new, part) for part in parts))


def _renames(old: Snapshot, new: Snapshot, pairs: Pairing) -> Iterator[Rename]:
    """One node under two names or keys. Those of events tell day and headline: their changes are told as such."""
    together = _grouped(pairs.now)
    apart = _grouped(pairs.then)
    for key, other in pairs.now.items():
        before, after = node(old, key), node(new, other)
        alone = together[other] == [key] and apart.get(key) == [other]
        if alone and before.kind != "Event" and (key, before.label) != (other, after.label):
            yield Rename(before, after)


def _moves(old: Snapshot, new: Snapshot, pairs: Pairing) -> Iterator[Move]:
    """Mentions that went to a node which is mostly another's, from one that is elsewhere for the most part."""
    for key, targets in pairs.shared.items():
        for target, count in targets.items():
            if pairs.now[key] != target and pairs.then[target] != key:
                yield Move(node(old, key), node(new, target), count)


# ---- what is said of them ------------------------------------------------------------------------------------------


def _changes(old: Snapshot, new: Snapshot, pairs: Pairing) -> Iterator[Change]:
    for key, other in pairs.now.items():
        if pairs.then.get(other) == key:
            before, after = _values(old, key), _values(new, other)
            for about in before.keys() | after.keys():
                if before.get(about) != after.get(about):
                    yield Change(node(new, other), about, before.get(about), after.get(about))
    earlier, later = _days(old, pairs.now), _days(new, {})
    for held in earlier.keys() & later.keys():
        (_, first), (person, second) = earlier[held], later[held]
        for about in first.keys() | second.keys():
            if first.get(about) != second.get(about):
                yield Change(person, about, first.get(about), second.get(about))


def _by_node(change: Change) -> tuple[Node, str, str, str]:
    return change.node, change.about, change.before or "", change.after or ""


def _values(graph: Snapshot, key: str) -> dict[str, str]:
    """What is said once of a node: its kind and, of an event, its type and days."""
    told = {name: value for name, value in graph.facets.get(key, {}).items() if name in FACETS}
    type_ = {"type": graph.types[key]} if key in graph.types else {}
    return {"kind": graph.kinds[key], **type_, **told}


def _days(graph: Snapshot, now: Mapping[str, str]) -> dict[tuple[str, str, str], tuple[Node, dict[str, str]]]:
    """The days of each person in each post, by person, post and status, each with the post's name before it."""
    found = {}
    for key in graph.occupancies:
        person, post = graph.links[key].get("member", ""), graph.links[key].get("post", "")
        told = graph.facets[key]
        values = {f"{graph.labels.get(post, post)} {name}": told[name] for name in DAYS if name in told}
        held = (now.get(person, person), _post(graph, post, now), told.get("status", ""))
        found[held] = (node(graph, person), values)
    return found


def _post(graph: Snapshot, post: str, now: Mapping[str, str]) -> str:
    """What makes a post the same in both graphs: its body and its role; one without a body is its holder's own."""
    told = graph.links.get(post, {})
    body = told.get("body", "")
    return f"{now.get(body, body)} {told.get('role', post)}"


def _statements(graph: Snapshot, now: Mapping[str, str]) -> _Facts:
    """All statements, under the keys that their nodes have in the new graph; what merged stands in no relation."""
    found: _Facts = {}
    for key, subject, predicate, name, target in (*_stated(graph), *_held(graph, now), *_names(graph)):
        ends = now.get(subject, subject), now.get(key, key)
        if ends[0] != ends[1]:
            first, second = sorted(ends) if predicate in BOTH_WAYS else ends
            made = Statement(node(graph, subject), predicate, name, target)
            found[first, predicate, second] = min(found.get((first, predicate, second), made), made)
    return found


_Row = tuple[str, str, str, str, str]


def _stated(graph: Snapshot) -> Iterable[_Row]:
    for subject, predicate, target in graph.stated:
        yield target, subject, predicate, node(graph, target).label, target


def _held(graph: Snapshot, now: Mapping[str, str]) -> Iterable[_Row]:
    for key in graph.occupancies:
        post, status = graph.links[key].get("post", ""), graph.facets[key].get("status", "")
        name = graph.labels.get(post, post) + ("" if status in ("", "current") else f" ({status})")
        yield f"{_post(graph, post, now)} {status}", graph.links[key].get("member", ""), "holds", name, post


def _names(graph: Snapshot) -> Iterable[_Row]:
    for key in graph.kinds:
        for name in graph.others.get(key, ()):
            yield f"name {name}", key, "altLabel", name, ""
