"""What a graph says, as an account: its things, posts, events and relations, with the places of their claims."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pyoxigraph import Store

from kg.evaluation.account import Account, Happening, Item, Place, Post, Said, compared, compared_title
from kg.evaluation.annotation import EVENT_TYPES, RELATIONS
from kg.graph.terms import ORG
from kg.model import ROLES
from kg.queries.named import local, select

LINKS = ("place", "visited", "produced")
HOLDS = f"{ORG}holds"


class _Places:
    """Where each statement stands on the pages that count."""

    def __init__(self, store: Store, stems: dict[str, str]) -> None:
        found: defaultdict[tuple[str, str, str], set[Place]] = defaultdict(set)
        for row in select(store, "quotes"):
            at = found[row["subject"], local(row["predicate"]), row["object"]]
            if page := stems.get(Path(row["file"]).stem):
                at.add(Place(page, int(row["start"]), int(row["end"])))
        self._claimed = {statement: tuple(sorted(at)) for statement, at in found.items()}
        self.things: dict[str, tuple[Place, ...]] = {}
        for thing, places in self._mentions(store, stems).items():
            self.things[thing] = tuple(sorted(places, key=lambda place: (place.page, place.start or 0)))

    def _mentions(self, store: Store, stems: dict[str, str]) -> dict[str, set[Place]]:
        """Where each thing is named: by the characters that name it, else by the page."""
        found: defaultdict[str, set[Place]] = defaultdict(set)
        for row in select(store, "articles"):
            if page := stems.get(Path(row.get("file", "")).stem):
                claimed = self._claimed.get((row["thing"], "mentionedIn", row["article"]))
                found[row["thing"]].update(claimed or (Place(page),))
        return found

    def of(self, subject: str, predicate: str, object_: str) -> tuple[Place, ...]:
        """Where a statement is said; one that no claim backs is said wherever its subject is named."""
        claimed = self._claimed.get((subject, predicate, object_))
        if claimed is not None:
            return claimed
        return tuple(Place(page) for page in sorted({place.page for place in self.things.get(subject, ())}))


def account(store: Store, pages: frozenset[str]) -> Account:
    """What a graph says of these pages, named by their files."""
    stems = {Path(page).stem: page for page in pages}
    places = _Places(store, stems)
    said = [
        Said(row["subject"], predicate, row["object"], at)
        for row in select(store, "relations")
        if (predicate := local(row["predicate"])) in RELATIONS
        and (at := places.of(row["subject"], predicate, row["object"]))
    ]
    met = {
        frozenset((row["a"], row["b"])): at
        for row in select(store, "who_met")
        if row["a"] != row["b"] and (at := places.of(row["a"], "met", row["b"]))
    }
    events = _events(store, stems)
    return Account(pages, _items(store, places), _posts(store, places), events, tuple(said), met)


def _items(store: Store, places: _Places) -> dict[str, Item]:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, set[str]] = defaultdict(set)
    labels: dict[str, str] = {}
    for row in select(store, "names"):
        thing, kind = row["thing"], local(row["kind"])
        kinds[thing].add(kind)
        names[thing].add(compared(kind, row["name"]))
        if row["preferred"] == "true":
            labels[thing] = row["name"]
    return {
        thing: Item(thing, labels.get(thing, thing), frozenset(kinds[thing]), frozenset(names[thing]), at)
        for thing, at in sorted(places.things.items())
        if thing in kinds
    }


def _posts(store: Store, places: _Places) -> tuple[Post, ...]:
    found: dict[tuple[str, str, str | None], Post] = {}
    for row in select(store, "posts"):
        if at := places.of(row["person"], HOLDS, row["post"]):
            title = compared_title(row.get("role", row.get("label", "")))
            key = (row["person"], title, row.get("body"))
            post = Post(row["person"], frozenset((title,)), row.get("body"), at, key=row["post"])
            found.setdefault(key, post)
    return tuple(found.values())


def _events(store: Store, stems: dict[str, str]) -> tuple[Happening, ...]:
    roles: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for row in select(store, "participations"):
        roles[row["event"]].setdefault(row["who"], set()).add(local(row["role"]))
    links: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in select(store, "event_links"):
        links[row["event"]][local(row["predicate"])].add(row["thing"])
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, "event_reports"):
        if page := stems.get(Path(row.get("file", "")).stem):
            pages[row["event"]].add(page)
    types: defaultdict[str, set[str]] = defaultdict(set)
    about: dict[str, dict[str, str]] = {}
    for row in select(store, "events"):
        about[row["event"]] = row
        types[row["event"]].add(local(row.get("type", "")))
    return tuple(
        Happening(
            key=event,
            label=row.get("label", event),
            page=page,
            types=frozenset(types[event] & set(EVENT_TYPES)),
            dates=frozenset((row.get("date"),)),
            roles={who: _best(each) for who, each in sorted(roles[event].items())},
            maybe=frozenset(),
            links={name: frozenset(links[event][name]) for name in LINKS},
            places=(Place(page),),
        )
        for event, row in sorted(about.items())
        for page in sorted(pages[event])
    )


def _best(roles: set[str]) -> frozenset[str]:
    """The role that says most; a bare participant is an attendee."""
    return frozenset((next((role for role in ROLES if role in roles), "attendee"),))
