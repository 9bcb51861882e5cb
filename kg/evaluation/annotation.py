"""Annotated pages: what a careful reader takes from a page, as docs/annotation.md describes, one JSON file a page.

Reading checks that every row names rows that exist; what does not fit raises AnnotationError with file, row and remedy.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

from kg.errors import AnnotationError
from kg.model import ROLES, EventType, Kind

KINDS: tuple[str, ...] = get_args(Kind)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
RELATIONS = (
    "partyTo",
    "partOf",
    "subOrganizationOf",
    "locatedIn",
    "implements",
    "cooperatesWith",
    "awarded",
    "investsIn",
    "authorOf",
)
AUTHOR = "authorOf"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: `date` is that of its main news, `region` what 我市 means in it; both may be None."""

    id: str
    headline: str
    date: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One named thing of the page; `also` are other kinds that a reader would accept."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    optional: bool = False
    articles: tuple[str, ...] = ()
    deictic: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class PostRow:
    """`person` holds `title` at `body`; `titles_ok` are other cuts of the same title."""

    person: str
    title: str
    body: str | None
    titles_ok: tuple[str, ...] = ()
    optional: bool = False
    article: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Someone or some body that took part in an event, and as what."""

    entity: str
    role: str
    roles_ok: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event; `*_ok` are other readings that a reader would accept."""

    id: str
    type: str
    article: str | None
    date: str | None
    date_end: str | None
    participants: tuple[ParticipantRow, ...]
    places: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    types_ok: tuple[str, ...] = ()
    dates_ok: tuple[str | None, ...] = ()
    planned: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class RelationRow:
    """`subject predicate object` between entities; the object of authorOf is an article."""

    subject: str
    predicate: str
    object: str
    article: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class MentionRow:
    """The characters `[start, end)` of the page name the entity."""

    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated page; `path` is the file it was read from."""

    path: Path
    page: str
    publication: str | None
    issue_date: str | None
    region: str | None
    invented: bool
    articles: tuple[ArticleRow, ...]
    entities: tuple[EntityRow, ...]
    posts: tuple[PostRow, ...]
    events: tuple[EventRow, ...]
    relations: tuple[RelationRow, ...]
    mentions: tuple[MentionRow, ...]

    @property
    def stem(self) -> str:
        """The page's file name without its ending."""
        return Path(self.page).stem


def load(path: Path) -> Annotation:
    """Read one annotation; raises AnnotationError where it cannot be read or contradicts itself."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise AnnotationError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise AnnotationError(f"{path}: is no JSON in UTF-8 ({error}): mend the file at this place") from error
    if not isinstance(data, dict) or not isinstance(data.get("page"), str):
        raise AnnotationError(f'{path}: has no "page": an annotation is an object that names its page\'s file')
    found = Annotation(
        path=path,
        page=data["page"],
        publication=data.get("publication"),
        issue_date=data.get("issue_date"),
        region=data.get("region"),
        invented=bool(data.get("invented")),
        articles=_rows(path, data, "articles", _article),
        entities=_rows(path, data, "entities", _entity),
        posts=_rows(path, data, "posts", _post),
        events=_rows(path, data, "events", _event),
        relations=_rows(path, data, "relations", _relation),
        mentions=_rows(path, data, "mentions", lambda row: MentionRow(int(row[0]), int(row[1]), row[2])),
    )
    _check(found)
    return found


def text_of(annotation: Annotation, folders: Sequence[Path] = ()) -> bytes:
    """The bytes of the annotated page, which lies beside the annotation or in one of `folders`."""
    return page_path(annotation, folders).read_bytes()


def page_path(annotation: Annotation, folders: Sequence[Path] = ()) -> Path:
    """Where the annotated page lies; raises AnnotationError where it is in none of the folders."""
    places = (annotation.path.parent, *folders)
    for folder in places:
        if (folder / annotation.page).is_file():
            return folder / annotation.page
    raise AnnotationError(
        f"{annotation.path}: its page {annotation.page} is not in {', '.join(map(str, places))}: put it there, or name "
        "the folder with --pages"
    )


def _rows(path: Path, data: dict[str, Any], section: str, make: Callable[[Any], T]) -> tuple[T, ...]:
    rows = []
    for number, row in enumerate(data.get(section, ()), 1):
        try:
            rows.append(make(row))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise AnnotationError(
                f'{path}: "{section}" row {number} cannot be read ({error!r}): see docs/annotation.md for its form'
            ) from error
    return tuple(rows)


def _article(row: dict[str, Any]) -> ArticleRow:
    return ArticleRow(row["id"], row.get("headline", ""), row.get("date"), row.get("region"))


def _entity(row: dict[str, Any]) -> EntityRow:
    return EntityRow(
        row["id"],
        _one_of(KINDS, row["type"]),
        row["name"],
        tuple(row.get("aliases") or ()),
        tuple(_one_of(KINDS, kind) for kind in row.get("also") or ()),
        bool(row.get("optional")),
        tuple(row.get("articles") or ()),
        tuple(row.get("deictic") or ()),
    )


def _post(row: dict[str, Any]) -> PostRow:
    return PostRow(
        row["person"],
        row["title"],
        row.get("org"),
        tuple(row.get("titles_ok") or ()),
        bool(row.get("optional")),
        row.get("article"),
    )


def _event(row: dict[str, Any]) -> EventRow:
    return EventRow(
        id=row["id"],
        type=_one_of(EVENT_TYPES, row["type"]),
        article=row.get("article"),
        date=row.get("date"),
        date_end=row.get("date_end"),
        participants=tuple(_participant(who) for who in row["participants"]),
        places=tuple(row.get("places") or ()),
        visited=tuple(row.get("visited") or ()),
        about=tuple(row.get("about") or ()),
        agreements=tuple(row.get("agreements") or ()),
        types_ok=tuple(_one_of(EVENT_TYPES, kind) for kind in row.get("types_ok") or ()),
        dates_ok=tuple(row.get("dates_ok") or ()),
        planned=row.get("status") == "planned",
        optional=bool(row.get("optional")),
    )


def _participant(row: dict[str, Any]) -> ParticipantRow:
    return ParticipantRow(
        row["entity"],
        _one_of(ROLES, row.get("role", "attendee")),
        tuple(_one_of(ROLES, role) for role in row.get("roles_ok") or ()),
        bool(row.get("optional")),
    )


def _relation(row: dict[str, Any]) -> RelationRow:
    return RelationRow(row["s"], _one_of(RELATIONS, row["p"]), row["o"], row.get("article"), bool(row.get("optional")))


def _one_of(allowed: Iterable[str], value: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _check(found: Annotation) -> None:
    """Every row must name rows that exist, and every id only one."""
    entities = [row.id for row in found.entities]
    articles = [row.id for row in found.articles]
    if twice := {id_ for ids in (entities, articles) for id_ in ids if ids.count(id_) > 1}:
        raise AnnotationError(f"{found.path}: {', '.join(sorted(twice))} stands for two rows: give each its own id")
    known = set(entities)
    for place, named in _references(found):
        if missing := set(named) - known:
            raise AnnotationError(
                f"{found.path}: {place} names {', '.join(sorted(missing))}, which is no entity of the page: add it, or "
                "mend the id"
            )
    for event in found.events:
        if event.article is not None and event.article not in articles:
            raise AnnotationError(f"{found.path}: event {event.id} is in {event.article}, which is no article")


def _references(found: Annotation) -> Iterable[tuple[str, list[str]]]:
    for number, post in enumerate(found.posts, 1):
        yield f"posts row {number}", [post.person, *([post.body] if post.body else [])]
    for event in found.events:
        who = [row.entity for row in event.participants]
        yield f"event {event.id}", [*who, *event.places, *event.visited, *event.about, *event.agreements]
    for number, row in enumerate(found.relations, 1):
        yield f"relations row {number}", [row.subject, *([] if row.predicate == AUTHOR else [row.object])]
    yield "mentions", [row.entity for row in found.mentions]
