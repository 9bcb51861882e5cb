"""What one reader, a person or the program, says of some pages, in the form in which two readings are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from kg.resolution.forms import normal

_MARKS = re.compile(r"[\s《》“”\"'‘’·•・.,，、()（）]+")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is said: a page, and the characters or the article if they are known."""

    page: str
    start: int | None = None
    end: int | None = None
    article: str | None = None

    def __str__(self) -> str:
        if self.start is not None:
            return f"{self.page}:{self.start}-{self.end}"
        return f"{self.page} {self.article}" if self.article else self.page


@dataclass(frozen=True, slots=True)
class Item:
    """A named thing. `names` are compared forms; `also` are kinds that would do as well."""

    key: str
    label: str
    kinds: frozenset[str]
    names: frozenset[str]
    places: tuple[Place, ...]
    also: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A person in a post; `titles` are the cuts of the title that would do, `key` is the post's own, if it has one."""

    person: str
    titles: frozenset[str]
    body: str | None
    places: tuple[Place, ...]
    optional: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on one page. `roles[who]` are the roles that would do, `maybe` those who need not be found."""

    key: str
    label: str
    page: str
    types: frozenset[str]
    dates: frozenset[str | None]
    roles: Mapping[str, frozenset[str]]
    maybe: frozenset[str]
    links: Mapping[str, frozenset[str]]
    places: tuple[Place, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A relation between two things."""

    subject: str
    predicate: str
    object: str
    places: tuple[Place, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that a reader says. `met` are the pairs of persons who met, or None where they follow from events."""

    pages: frozenset[str]
    items: Mapping[str, Item]
    posts: tuple[Post, ...]
    events: tuple[Happening, ...]
    said: tuple[Said, ...]
    met: Mapping[frozenset[str], tuple[Place, ...]] | None = None

    def label(self, key: str | None) -> str:
        """The name of a thing, for people."""
        return "-" if key is None else self.items[key].label if key in self.items else key

    def on_page(self, page: str) -> Account:
        """The part of it that one page tells."""
        events = tuple(row for row in self.events if row.page == page)
        return Account(
            frozenset((page,)),
            {key: replace(row, places=kept) for key, row in self.items.items() if (kept := _at(row.places, page))},
            tuple(row for row in self.posts if _at(row.places, page)),
            events,
            tuple(row for row in self.said if _at(row.places, page)),
            None if self.met is None else {pair: at for pair, at in self.met.items() if _at(at, page)},
        )

    def meetings(self) -> Mapping[frozenset[str], tuple[Place, ...]]:
        """The pairs of persons who met and where it is said."""
        return self.met if self.met is not None else pairs(self.events, self.items)


def pairs(events: Iterable[Happening], items: Mapping[str, Item]) -> dict[frozenset[str], tuple[Place, ...]]:
    """Every two persons who took part in one event."""
    found: dict[frozenset[str], tuple[Place, ...]] = {}
    for event in events:
        people = sorted(key for key in event.roles if key in items and "Person" in items[key].kinds)
        for a, b in combinations(people, 2):
            pair = frozenset((a, b))
            found[pair] = (*found.get(pair, ()), *event.places)
    return found


def compared(kind: str, name: str) -> str:
    """The form under which names are compared."""
    return normal("Person" if kind == "Person" else "Organization", name)


def compared_title(title: str) -> str:
    """The form under which titles are compared."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", title))


def same_title(found: str, wanted: Iterable[str]) -> bool:
    """True for one of the wanted titles, or one of them with or without words before it; 副 is never one of these."""
    return any(_extends(found, title) or (len(found) > 1 and _extends(title, found)) for title in wanted)


def _extends(long: str, short: str) -> bool:
    return long.endswith(short) and "副" not in long[: len(long) - len(short)]


def _at(places: tuple[Place, ...], page: str) -> tuple[Place, ...]:
    return tuple(place for place in places if place.page == page)
