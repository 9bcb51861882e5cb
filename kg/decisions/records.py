"""The records of decisions: what a person says of the graph, who said it, when and why.

A reference means all mentions of the build that are printed as `name` or stand for it, so that a decision holds
whatever the graph calls the thing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args

from kg.errors import DecisionError
from kg.model import ROLES, Kind

Action = Literal["same", "apart", "name", "kind", "reject-claim"]
ACTIONS: tuple[Action, ...] = get_args(Action)
KINDS: tuple[Kind, ...] = get_args(Kind)

MENTIONED, REPORTED, ANY_ROLE = "mentionedIn", "reportedIn", "participant"
WHEREVER = (MENTIONED, REPORTED)
"""Predicates whose object may be left out: in whichever article."""

PREDICATES = (
    *ROLES,
    ANY_ROLE,
    "place",
    "visited",
    "about",
    "produced",
    "date",
    "endDate",
    REPORTED,
    MENTIONED,
    "author",
    "holds",
    "began",
    "ended",
    "met",
    "partyTo",
    "partOf",
    "subOrganizationOf",
    "locatedIn",
    "implements",
    "cooperatesWith",
    "awarded",
    "investsIn",
)
"""What a rejected statement may say; `participant` is any role in an event."""


_AT = re.compile(r":\s*\d+\s*$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A name, where it stands (page id, article id such as `a1`) and what it is read as; None: any.

    `at` is a character of the page's file, as quotes are counted: the one naming that holds it is meant. In a statement
    to reject, the name may also be an event's label or headline, a post, a day or an article.
    """

    name: str
    page: str | None = None
    article: str | None = None
    kind: Kind | None = None
    at: int | None = None

    def __str__(self) -> str:
        where = f"@{self.page}" if self.page else ""
        part = f"#{self.article}" if self.article else ""
        place = "" if self.at is None else f":{self.at}"
        return f"{self.name}{where}{part}{place}" + (f" ({self.kind})" if self.kind else "")

    @classmethod
    def of(cls, text: str) -> Reference:
        """`NAME`, `NAME@PAGE`, `NAME@PAGE#ARTICLE` or, with a character of the page, `NAME@PAGE:1234`.

        Raises DecisionError where a page or an article is announced and missing.
        """
        name, announced, place = text.partition("@")
        place, _, at = place.rpartition(":") if _AT.search(place) else (place, "", "")
        page, numbered, article = place.partition("#")
        if (announced and not page.strip()) or (numbered and not article.strip()):
            what = "article after #" if page.strip() else "page after @"
            raise DecisionError(f"{text!r} has no {what}: write NAME, NAME@PAGE or NAME@PAGE#ARTICLE")
        return cls(name.strip(), page.strip() or None, article.strip() or None, at=int(at) if at else None)

    def alike(self) -> Reference:
        """The same reference whatever the width of its characters and the blanks between them."""
        return replace(self, name=folded(self.name))


@dataclass(frozen=True, slots=True)
class Same:
    """Both are one thing."""

    a: Reference
    b: Reference


@dataclass(frozen=True, slots=True)
class Apart:
    """Both are two things."""

    a: Reference
    b: Reference


@dataclass(frozen=True, slots=True)
class Named:
    """The thing is to be called `name`."""

    thing: Reference
    name: str


@dataclass(frozen=True, slots=True)
class KindOf:
    """What the words mean is of this kind."""

    thing: Reference
    kind: Kind


@dataclass(frozen=True, slots=True)
class Rejected:
    """The statement is wrong: on this page, or on every page. No object: whatever the object."""

    subject: Reference
    predicate: str
    object: Reference | None = None
    page: str | None = None


Content = Same | Apart | Named | KindOf | Rejected

_ACTION: dict[type[Content], Action] = {
    Same: "same",
    Apart: "apart",
    Named: "name",
    KindOf: "kind",
    Rejected: "reject-claim",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; `place` is where it is written, for messages, and no part of what it says."""

    content: Content
    author: str
    date: date
    reason: str
    place: str = field(default="", compare=False)

    @property
    def action(self) -> Action:
        """What is decided, as the file calls it."""
        return _ACTION[type(self.content)]

    def repeats(self, other: Decision) -> bool:
        """True for one that says the same, whoever says it, when and why."""
        return _said(self.content) == _said(other.content)

    def __str__(self) -> str:
        match self.content:
            case Same(a, b) | Apart(a, b):
                said = f"{a}, {b}"
            case Named(thing, name):
                said = f"{thing} = {name}"
            case KindOf(thing, kind):
                said = f"{thing} = {kind}"
            case Rejected(subject, predicate, object, page):
                said = f"{subject} {predicate}{f' {object}' if object else ''}{f', on {page}' if page else ''}"
        return f"{self.action}: {said}"

    @property
    def called(self) -> str:
        """What messages call it: where it is written, and what it says."""
        return f"{self.place} ({self})" if self.place else f"the decision ({self})"


def _said(content: Content) -> tuple[object, ...]:
    """What is decided, whatever the order of two sides and the width of characters."""
    match content:
        case Same(a, b) | Apart(a, b):
            return type(content), frozenset((a.alike(), b.alike()))
        case Named(thing, value) | KindOf(thing, value):
            return type(content), thing.alike(), value
        case Rejected(subject, predicate, object, page):
            return type(content), subject.alike(), predicate, object and object.alike(), page


def folded(name: str) -> str:
    """A name without blanks and differences of width and case."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
