"""The values of one property over the whole graph: many times faster than a query where that is all that is asked."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Store

_PLAIN = (NamedNode, Literal)


def property_pairs(store: Store, property: str) -> Iterator[tuple[str, str]]:
    """Each subject with each value of a property, as text, in no order."""
    for quad in store.quads_for_pattern(None, NamedNode(property), None):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, _PLAIN):
            yield subject.value, value.value


def property_values(store: Store, property: str) -> dict[str, str]:
    """The value of a property that has one a subject."""
    return dict(property_pairs(store, property))
