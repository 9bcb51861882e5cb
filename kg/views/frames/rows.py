"""The rows of every table of a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from pyoxigraph import Store

from kg.errors import QueryError
from kg.views.frames import happened, stated, things
from kg.views.frames.spec import Row, tables
from kg.views.frames.told import Told

_ROWS: dict[str, Callable[[Told], Iterator[Row]]] = {
    **{name: partial(things.things, kind=kind) for name, kind in things.KINDS.items()},
    "posts": things.posts,
    "articles": things.articles,
    "pages": things.pages,
    "events": happened.events,
    "participations": happened.participations,
    "event_links": happened.event_links,
    "meetings": happened.meetings,
    "occupancies": stated.occupancies,
    "relations": stated.relations,
    "mentions": stated.mentions,
    "claims": stated.claims,
    "quotes": stated.quotes,
}


class Frames:
    """The tables of a graph. The graph is read once, each part when a table first needs it.

    ```
    frames = Frames(kg.graph.load("output/graph.ttl"))
    frames.rows("meetings")  # [{"a_id": "person/…", "a": …, …}, …]
    ```
    """

    def __init__(self, store: Store) -> None:
        self._told = Told(store)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table, each with all of its columns in order; `tables()` tells what they hold.

        The same graph gives the same rows in the same order. Raises QueryError for a table that there is not.
        """
        if name not in tables():
            raise QueryError(f"there is no table {name!r}: take one of {', '.join(tables())}")
        columns = [column.name for column in tables()[name].columns]
        return [{column: row[column] for column in columns} for row in _ROWS[name](self._told)]
