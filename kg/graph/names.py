"""Which address each record of a build has: what a fact speaks of must be one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import OutputError
from kg.graph import terms
from kg.graph.ntriples import node
from kg.model import Knowledge


@dataclass(frozen=True, slots=True)
class Names:
    """The address of everything that a fact may speak of, by its key."""

    base: str
    known: Mapping[str, str]

    def mint(self, key: str) -> str:
        """The address of a key that the graph itself makes."""
        return node(self.base + key)

    def of(self, key: str) -> str:
        """The address of a key of the knowledge; OutputError for one that nothing has."""
        try:
            return self.known[key]
        except KeyError:
            raise OutputError(
                f"{key!r} is spoken of, but it is no entity, event, post or article of this build: "
                "every key of a fact needs its record"
            ) from None


def names(knowledge: Knowledge, base: str) -> Names:
    """The addresses of all records, below `base`."""
    own = (
        *(entity.key for entity in knowledge.entities),
        *(event.key for event in knowledge.events),
        *(holding.post for holding in knowledge.holdings),
        *(holding.key for holding in knowledge.holdings),
    )
    known = {key: node(terms.address(base, key)) for key in own}
    for page in knowledge.pages:
        known[page.id] = node(terms.address(base, terms.page_key(page.id)))
        known |= {a.key: node(terms.address(base, terms.article_key(a.key))) for a in page.articles}
    return Names(base, known)
