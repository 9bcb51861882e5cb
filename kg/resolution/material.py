"""What the pages of a build say, in one order whatever the order of the files, with every mention in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Article, Extraction, Kind, Mention, Page
from kg.resolution.forms import normal
from kg.resolution.homes import Path, code_of, region_path

KINDS: tuple[Kind, ...] = (
    "Person",
    "Division",
    "Organization",
    "Place",
    "Agreement",
    "Programme",
    "Project",
    "Honour",
    "Document",
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention with its article; `number` is its place among all mentions of the build.

    `kind` is what the build takes it for, `near` the region of which the article tells, `code` a division's own.
    `bearer` is None, or which of several who bear the name in this article: the number of a mention of that one.
    """

    number: int
    mention: Mention
    article: Article
    page: Page
    kind: Kind
    normal: str
    near: Path
    code: str | None
    bearer: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One article with what it says."""

    page: Page
    article: Article
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that is to be resolved; `numbers` leads from article key and local id to a mention."""

    told: tuple[Told, ...]
    spoken: tuple[Spoken, ...]
    numbers: dict[tuple[str, str], int]
    warnings: tuple[str, ...]

    def of_kind(self, *kinds: Kind) -> Iterator[Spoken]:
        """The mentions of these kinds."""
        return (each for each in self.spoken if each.kind in kinds)

    def number(self, told: Told, id: str | None) -> int | None:
        """The mention with this local id; None where there is none."""
        return None if id is None else self.numbers.get((told.article.key, id))


def gather(pages: Sequence[Page], extractions: Sequence[Extraction]) -> Material:
    """All articles and mentions, by page and the article's place on it."""
    by_article = {extraction.article: extraction for extraction in extractions}
    told = tuple(
        Told(page, article, by_article.pop(article.key))
        for page in sorted(pages, key=lambda page: page.id)
        for article in page.articles
        if article.key in by_article
    )
    kinds = _kinds(mention for each in told for mention in each.extraction.mentions)
    spoken: list[Spoken] = []
    for each in told:
        near = region_path(each.article.region, each.page.region)
        for mention in each.extraction.mentions:
            name = normal(mention.kind, mention.name)
            kind = mention.kind if mention.kind == "Person" else kinds[name]
            code = code_of(mention.adcode, mention.name, near) if kind == "Division" else None
            spoken.append(Spoken(len(spoken), mention, each.article, each.page, kind, name, near, code))
    return Material(
        told,
        tuple(spoken),
        {(each.article.key, each.mention.id): each.number for each in spoken},
        tuple(f"{key}: is no article of these pages and was left out" for key in sorted(by_article)),
    )


def _kinds(mentions: Iterable[Mention]) -> dict[str, Kind]:
    """One kind for each name but persons': the one that most evidence speaks for, a coded division before all."""
    weights: defaultdict[str, defaultdict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if mention.kind != "Person":
            name = normal(mention.kind, mention.name)
            coded = mention.kind == "Division" and code_of(mention.adcode, mention.name, ())
            weights[name][mention.kind] += float("inf") if coded else mention.confidence
    return {name: heaviest(found) for name, found in weights.items()}


def heaviest(weights: dict[Kind, float]) -> Kind:
    """The kind with most weight; of equal ones the first of KINDS. Weights are sums, so they are compared rounded."""
    return min(weights, key=lambda kind: (-round(weights[kind], 6), KINDS.index(kind)))
