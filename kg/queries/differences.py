"""What two graphs differ in: frozen, sorted records of plain text, in which nodes are told by keys below the base."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A thing or an event by its key, such as `person/张三`, its kind and its name."""

    key: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Nodes of the old graph that are one in the new, where `into` has the mentions of all `parts`.

    `replaces` is true where the new graph itself says that it replaces one of them.
    """

    into: Node
    parts: tuple[Node, ...]
    replaces: bool


@dataclass(frozen=True, slots=True, order=True)
class Split:
    """A node of the old graph whose mentions are those of several nodes in the new."""

    whole: Node
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True, order=True)
class Rename:
    """One node under another name, or under the same name at another address."""

    before: Node
    after: Node


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """Mentions that were `before`'s and are now `after`'s, both of which are in both graphs."""

    before: Node
    after: Node
    mentions: int


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What is said of a node with one value: `about` says what, None is what is not said."""

    node: Node
    about: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """`subject predicate object`, with the object's name; `holds` has the name of a post, with its status."""

    subject: Node
    predicate: str
    object: str
    object_key: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that two graphs differ in. Statements of merged, split and renamed nodes are compared under their new key.

    `pages_changed` are files whose bytes are others; `decided` and `undecided` are decisions of people, in words. Other
    names are statements with the predicate `altLabel`.
    """

    pages_added: tuple[str, ...]
    pages_gone: tuple[str, ...]
    pages_changed: tuple[str, ...]
    appeared: tuple[Node, ...]
    vanished: tuple[Node, ...]
    merged: tuple[Merge, ...]
    split: tuple[Split, ...]
    renamed: tuple[Rename, ...]
    moved: tuple[Move, ...]
    changed: tuple[Change, ...]
    decided: tuple[str, ...]
    undecided: tuple[str, ...]
    said: tuple[Statement, ...]
    unsaid: tuple[Statement, ...]

    @property
    def empty(self) -> bool:
        """True where there is nothing to tell."""
        return not any(getattr(self, each.name) for each in fields(self))
