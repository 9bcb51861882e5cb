"""Which statements people rejected: asked of each statement before it is added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.decisions.records import ANY_ROLE, MENTIONED, Decision, Reference, Rejected, folded
from kg.keys import article_slug
from kg.model import BOTH_WAYS, DOUBT, ROLES, Article
from kg.resolution.constraints import Constraints
from kg.resolution.entities import Entities
from kg.resolution.material import Material
from kg.resolution.meaning import Index


@dataclass(frozen=True, slots=True)
class End:
    """One end of a statement: the key of the thing, other names for it, the articles that tell of it (empty: any)."""

    key: str
    names: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()


def names_of_article(article: Article) -> tuple[str, ...]:
    """What a decision may call an article besides its key: its page, its address, its headline."""
    return article.page, article_slug(article.key), article.headline


def end_of(article: Article) -> End:
    """An article as an end of a statement."""
    return End(article.key, names_of_article(article), frozenset((article.key,)))


@dataclass(frozen=True, slots=True)
class _Meant:
    """What one end of a rejected statement means: keys of entities, or a name of something else in these articles.

    Without a name, it means entities alone; `articles` None is any article.
    """

    keys: frozenset[str]
    name: str | None
    articles: frozenset[str] | None

    def fits(self, end: End) -> bool:
        if end.key in self.keys:
            return True
        if self.articles is not None and end.articles and not end.articles & self.articles:
            return False
        return self.name is not None and self.name in map(folded, (end.key, *end.names))


@dataclass(frozen=True, slots=True)
class _Wrong:
    decision: Decision
    subject: _Meant
    object: _Meant | None
    pages: frozenset[str] | None

    def fits(self, subject: End, object: End, page: str) -> bool:
        return (
            (self.pages is None or page in self.pages)
            and self.subject.fits(subject)
            and (self.object is None or self.object.fits(object))
        )


class Rejections:
    """Rejected statements, and what is no doubt any more as people keep it apart; `hits` are those that were made."""

    def __init__(self) -> None:
        self.hits: defaultdict[Decision, set[str]] = defaultdict(set)
        self._wrong: defaultdict[str, list[_Wrong]] = defaultdict(list)
        self._apart: frozenset[frozenset[str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self._wrong or self._apart)

    def rejects(self, subject: End, predicate: str, object: End, page: str) -> bool:
        """True if people rejected this statement as this page makes it."""
        if predicate == DOUBT:
            return frozenset((subject.key, object.key)) in self._apart
        found = False
        for wrong in self._wrong.get(predicate, ()):
            mirrored = predicate in BOTH_WAYS and wrong.fits(object, subject, page)
            if mirrored or wrong.fits(subject, object, page):
                self.hits[wrong.decision].update((subject.key, object.key))
                found = True
        return found

    def renamed(self, former: str, key: str) -> None:
        """What was hit is now at another key: an event without its day."""
        for keys in self.hits.values():
            if former in keys:
                keys.add(key)

    @classmethod
    def of(
        cls,
        decisions: Iterable[Decision],
        index: Index,
        material: Material,
        entities: Entities,
        constraints: Constraints,
    ) -> Rejections:
        """What these decisions reject; the mentions that they reject are out already."""
        made = cls()
        made._apart = frozenset(frozenset((entities.keys[a], entities.keys[b])) for a, b in constraints.apart)
        meaning = _Meaning(index, material, entities)
        for each in decisions:
            match each.content:
                case Rejected(subject, predicate, object, page) if predicate != MENTIONED:
                    wrong = _Wrong(
                        each,
                        meaning.of(subject),
                        None if object is None else meaning.of(object),
                        None if page is None else index.pages(page),
                    )
                    for name in ROLES if predicate == ANY_ROLE else (predicate,):
                        made._wrong[name].append(wrong)
        return made


class _Meaning:
    """References to keys: by the mentions that they mean, and by the names that the graph gives."""

    def __init__(self, index: Index, material: Material, entities: Entities) -> None:
        self._index = index
        self._entities = entities
        self._told = material.told
        self._called: defaultdict[str, list[str]] = defaultdict(list)
        for key, entity in entities.by_key.items():
            for name in (entity.label, *entity.alternatives):
                self._called[folded(name)].append(key)

    def of(self, reference: Reference) -> _Meant:
        keys = {self._entities.keys[number] for number in self._index.numbers(reference)}
        if reference.at is not None:
            return _Meant(frozenset(keys), None, None)
        articles = self._articles(reference)
        for key in self._called.get(folded(reference.name), ()):
            entity = self._entities.by_key[key]
            if reference.kind in (None, entity.kind) and (articles is None or articles & {*entity.articles}):
                keys.add(key)
        return _Meant(frozenset(keys), None if reference.kind else folded(reference.name), articles)

    def _articles(self, reference: Reference) -> frozenset[str] | None:
        """The articles that it speaks of, None for all."""
        if reference.page is None:
            return None
        pages = self._index.pages(reference.page)
        return frozenset(
            told.article.key
            for told in self._told
            if told.page.id in pages and reference.article in (None, told.article.id)
        )
