"""Which articles name a thing, and with which words."""

from __future__ import annotations

from pyoxigraph import Store

from kg.queries.background import Background, report
from kg.queries.evidence import NOTHING
from kg.queries.named import select
from kg.queries.records import Mention


def mentions(store: Store, background: Background, **bindings: str) -> tuple[Mention, ...]:
    """The articles that name each thing, by thing and file. Bind `thing` to ask about one."""
    found: dict[tuple[str, str], Mention] = {}
    for row in select(store, "articles", **bindings):
        key = (row["thing"], row["article"])
        evidence = background.claims.get((row["thing"], "mentionedIn", row["article"]), NOTHING)
        found.setdefault(key, Mention(background.names.thing(row["thing"]), report(row), evidence))
    return tuple(found.values())
