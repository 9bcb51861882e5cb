"""An annotation of one page as the program would give it, for people to correct."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.errors import OutputError
from kg.evaluation.annotation import (
    AUTHOR,
    RELATIONS,
    Annotation,
    ArticleRow,
    EntityRow,
    EventRow,
    MentionRow,
    ParticipantRow,
    PostRow,
    RelationRow,
)
from kg.evaluation.writing import text_of_annotation
from kg.model import ROLES, Fact, Holding, Knowledge, Page


def prefill(page: Page, knowledge: Knowledge, path: Path) -> Annotation:
    """What `knowledge`, built from this page alone, says in the form of an annotation that belongs at `path`."""
    return _Prefill(page, knowledge).annotation(path)


def write_prefilled(page: str, output: Path | None = None, config: Path | None = None) -> list[Path]:
    """Write the annotation of each page that a path or pattern names; OutputError where a file stands in the way."""
    from kg.build import build
    from kg.reading import collect

    files = collect([page])
    if output is not None and len(files) > 1:
        raise OutputError(f"{page} are {len(files)} pages: leave out --output, or name one page")
    written = []
    for source in files:
        if source.path is None and output is None:
            raise OutputError("a page from standard input needs --output FILE")
        target = output or Path(str(source.path)).with_suffix(".json")
        if target.exists():
            raise OutputError(f"{target} exists: move it away, or name another file with --output")
        knowledge = build(source.path or page, config=config).knowledge
        annotation = prefill(knowledge.pages[0], knowledge, target)
        try:
            target.write_text(text_of_annotation(annotation), "utf-8")
        except OSError as error:
            raise OutputError(f"cannot write {target} ({error.strerror}): choose another file with --output") from error
        written.append(target)
    return written


class _Prefill:
    def __init__(self, page: Page, knowledge: Knowledge) -> None:
        self.page, self.knowledge = page, knowledge
        self.facts: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in knowledge.facts:
            self.facts[fact.subject, fact.predicate].append(fact)
        self.ids = {entity.key: f"e{number}" for number, entity in enumerate(knowledge.entities, 1)}
        self.articles = {article.key: article.id for article in page.articles}

    def annotation(self, path: Path) -> Annotation:
        issued = self.page.issue_date
        return Annotation(
            path=path,
            page=self.page.file,
            publication=self.page.publication,
            issue_date=str(issued) if issued else None,
            region=self.page.region.name if self.page.region else None,
            invented=False,
            articles=self._articles(),
            entities=self._entities(),
            posts=tuple(
                PostRow(
                    self.ids[held.person],
                    held.title,
                    self.ids[held.body] if held.body else None,
                    optional=held.status == "former",
                    article=self._post_article(held),
                )
                for held in self.knowledge.holdings
            ),
            events=self._events(),
            relations=tuple(self._relations()),
            mentions=self._mentions(),
        )

    def _articles(self) -> tuple[ArticleRow, ...]:
        days = defaultdict(list)
        for event in self.knowledge.events:
            for key in event.articles:
                if event.date:
                    days[key].append(str(event.date))
        return tuple(
            ArticleRow(a.id, a.headline, min(days[a.key], default=None), a.region.name if a.region else None)
            for a in self.page.articles
        )

    def _entities(self) -> tuple[EntityRow, ...]:
        return tuple(
            EntityRow(
                self.ids[entity.key],
                entity.kind,
                entity.label,
                entity.alternatives,
                optional=entity.kind == "Document",
                articles=tuple(self.articles[key] for key in entity.articles),
            )
            for entity in self.knowledge.entities
        )

    def _post_article(self, held: Holding) -> str | None:
        sources = [s for fact in self.facts[held.person, "holds"] if fact.object == held.post for s in fact.sources]
        return self.articles[sources[0].article] if sources else None

    def _events(self) -> tuple[EventRow, ...]:
        return tuple(
            EventRow(
                id=f"v{number}",
                type=event.type,
                article=self.articles[event.articles[0]],
                date=str(event.date) if event.date else None,
                date_end=str(event.end_date) if event.end_date else None,
                participants=tuple(
                    ParticipantRow(self.ids[fact.object], role)
                    for role in ROLES
                    for fact in self.facts[event.key, role]
                ),
                places=self._linked(event.key, "place"),
                visited=self._linked(event.key, "visited"),
                about=self._linked(event.key, "about"),
                agreements=self._linked(event.key, "produced"),
                planned=event.planned,
            )
            for number, event in enumerate(self.knowledge.events, 1)
        )

    def _linked(self, event: str, predicate: str) -> tuple[str, ...]:
        return tuple(self.ids[fact.object] for fact in self.facts[event, predicate])

    def _relations(self) -> list[RelationRow]:
        rows, seen = [], set()
        for fact in self.knowledge.facts:
            article = self.articles[fact.sources[0].article]
            if fact.predicate == "author":
                rows.append(RelationRow(self.ids[fact.object], AUTHOR, self.articles[fact.subject], article))
            elif fact.predicate in RELATIONS and (fact.predicate, fact.object, fact.subject) not in seen:
                # A relation that holds both ways is one row.
                if fact.predicate == "cooperatesWith":
                    seen.add((fact.predicate, fact.subject, fact.object))
                rows.append(RelationRow(self.ids[fact.subject], fact.predicate, self.ids[fact.object], article))
        return rows

    def _mentions(self) -> tuple[MentionRow, ...]:
        """The names that no longer name holds, in reading order."""
        rows = sorted(
            {
                (source.span.start, -source.span.end, self.ids[fact.subject])
                for fact in self.knowledge.facts
                if fact.predicate == "mentionedIn"
                for source in fact.sources
            }
        )
        kept: list[MentionRow] = []
        for start, end, entity in rows:
            if not kept or start >= kept[-1].end:
                kept.append(MentionRow(start, -end, entity))
        return tuple(kept)
