"""Annotated pages as one account: rows of several pages that are one thing are joined.

Rows of one kind and one compared name are one thing. `links.json` beside the annotations says what else is and what is
not: {"groups": [["PAGE#e1", "PAGE2#e7"], …], "apart": [["PAGE#e2", "PAGE2#e4"], …]}.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from networkx.utils import UnionFind

from kg.errors import AnnotationError
from kg.evaluation.account import Account, Happening, Item, Place, Post, Said, compared, compared_title
from kg.evaluation.annotation import AUTHOR, Annotation, EntityRow, EventRow

LINKS = "links.json"


@dataclass(frozen=True, slots=True)
class Links:
    """Rows, written PAGE#id, that are one thing, and rows that are not although their names are equal."""

    groups: tuple[frozenset[str], ...] = ()
    apart: tuple[frozenset[str], ...] = ()


def read_links(file: Path) -> Links:
    """The links of a file; none where there is no such file."""
    if not file.is_file():
        return Links()
    try:
        data = json.loads(file.read_text("utf-8"))
        return Links(
            tuple(frozenset(map(str, row)) for row in data.get("groups", ())),
            tuple(frozenset(map(str, row)) for row in data.get("apart", ())),
        )
    except (UnicodeDecodeError, json.JSONDecodeError, AttributeError, TypeError) as error:
        raise AnnotationError(
            f'{file}: cannot be read ({error}): it holds "groups" and "apart", lists of rows'
        ) from error


def account(annotations: Sequence[Annotation], links: Links | None = None) -> Account:
    """What the annotations say together."""
    joined = _joined(annotations, links or Links())
    items: dict[str, Item] = {}
    for page in annotations:
        for row in page.entities:
            key = joined[_global(page, row.id)]
            items[key] = _merged(items.get(key), _item(page, row, key))
    posts: list[Post] = []
    events: list[Happening] = []
    said: list[Said] = []
    for page in annotations:
        ids = {row.id: joined[_global(page, row.id)] for row in page.entities}
        for post in page.posts:
            titles = frozenset(map(compared_title, (post.title, *post.titles_ok)))
            body = ids[post.body] if post.body else None
            place = (Place(page.page, article=post.article),)
            _add_post(posts, Post(ids[post.person], titles, body, place, post.optional))
        events.extend(_happening(page, row, ids) for row in page.events)
        said.extend(
            Said(ids[r.subject], r.predicate, ids[r.object], (Place(page.page, article=r.article),), r.optional)
            for r in page.relations
            if r.predicate != AUTHOR
        )
    return Account(frozenset(page.page for page in annotations), items, tuple(posts), tuple(events), tuple(said))


def _global(page: Annotation, id_: str) -> str:
    return f"{page.stem}#{id_}"


def _joined(annotations: Sequence[Annotation], links: Links) -> dict[str, str]:
    """The key of each row's thing: the first row, in reading order, of those that are one thing."""
    union: UnionFind[str] = UnionFind()
    order: dict[str, int] = {}
    named: dict[tuple[str, str], list[str]] = {}
    for page in annotations:
        for row in page.entities:
            id_ = _global(page, row.id)
            order[id_] = len(order)
            union[id_]
            twins = named.setdefault((row.kind, compared(row.kind, row.name)), [])
            for twin in twins:
                same_page = twin.partition("#")[0] == page.stem
                if not same_page and not any({id_, twin} <= pair for pair in links.apart):
                    union.union(twin, id_)
                    break
            twins.append(id_)
    for group in links.groups:
        known = sorted(group & order.keys(), key=order.__getitem__)
        if known:
            union.union(*known)
    first: dict[str, str] = {}
    for id_ in order:
        first.setdefault(union[id_], id_)
    return {id_: first[union[id_]] for id_ in order}


def _item(page: Annotation, row: EntityRow, key: str) -> Item:
    places = [Place(page.page, m.start, m.end) for m in page.mentions if m.entity == row.id]
    places = places or [Place(page.page, article=article) for article in row.articles] or [Place(page.page)]
    names = frozenset(compared(row.kind, name) for name in row.names)
    return Item(key, row.name, frozenset((row.kind,)), names, tuple(places), frozenset(row.also), row.optional)


def _merged(a: Item | None, b: Item) -> Item:
    if a is None:
        return b
    return Item(
        a.key,
        a.label,
        a.kinds | b.kinds,
        a.names | b.names,
        (*a.places, *b.places),
        a.also | b.also,
        a.optional and b.optional,
    )


def _add_post(posts: list[Post], new: Post) -> None:
    """Adds a post, or joins it with the same post told before."""
    for i, old in enumerate(posts):
        if old.person == new.person and old.body == new.body and old.titles & new.titles:
            places, optional = (*old.places, *new.places), old.optional and new.optional
            posts[i] = Post(old.person, old.titles | new.titles, old.body, places, optional)
            return
    posts.append(new)


def _happening(page: Annotation, row: EventRow, ids: dict[str, str]) -> Happening:
    def keys(rows: Iterable[str]) -> frozenset[str]:
        return frozenset(ids[id_] for id_ in rows)

    return Happening(
        key=_global(page, row.id),
        label=" ".join(filter(None, (row.id, row.type, row.date))),
        page=page.page,
        types=frozenset((row.type, *row.types_ok)),
        dates=frozenset((row.date, *row.dates_ok)),
        roles={ids[who.entity]: frozenset((who.role, *who.roles_ok)) for who in row.participants},
        maybe=keys(who.entity for who in row.participants if who.optional),
        links={"place": keys(row.places), "visited": keys(row.visited), "produced": keys(row.agreements)},
        places=(Place(page.page, article=row.article),),
        optional=row.optional,
    )
