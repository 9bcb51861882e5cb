"""What the queries answer with: frozen records of plain text and numbers, free of RDF terms.

Every statement carries its `Evidence`; positions are characters of the named file, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DOUBTFUL_BELOW = 0.6

Language = Literal["select", "ask", "construct"]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a page: `text` is what characters `start` to `end` of `file` hold.

    `before` and `after` are the characters around it, as many as the graph keeps.
    """

    file: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement rests on. A graph that gives no claim for it has no confidence, rules or quotes.

    `reasons` are in words, where the graph argues rather than quotes.
    """

    confidence: float | None = None
    rules: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """True where the confidence is known and below `DOUBTFUL_BELOW`."""
        return self.confidence is not None and self.confidence < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim by its IRI: what it states (the predicate as a local name, the object an IRI or a date) and why."""

    iri: str
    subject: str
    predicate: str
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity by its IRI, its preferred name and its kind: a local name of the ontology, or "" where it has none."""

    iri: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article; dates are ISO text, and what the graph does not say is None."""

    article: str
    headline: str | None
    published: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """An article that names `thing`."""

    thing: Thing
    report: Report
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """What something is tied to: `predicate` is a local name such as `place` or `produced`."""

    predicate: str
    thing: Thing
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event. `evidence` is that of its days; each link has its own. Dates are ISO text: day, month or year."""

    iri: str
    type: str
    label: str
    date: str | None
    end_date: str | None
    planned: bool
    links: tuple[Link, ...]
    reports: tuple[Report, ...]
    evidence: Evidence

    @property
    def headline(self) -> str:
        """The first report's headline, or the event's own label."""
        return next((report.headline for report in self.reports if report.headline), self.label)


@dataclass(frozen=True, slots=True)
class Involvement:
    """An event seen from a thing that is no participant: it happened there (`place`), produced it, was about it …"""

    predicate: str
    occasion: Occasion
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Participation:
    """`who` took part in an event, in one role or more."""

    who: Thing
    occasion: Occasion
    roles: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event that two shared, and the part each had in it; its evidence is as sure as the weaker of these.

    `occasion` is None, and `parts` are empty, where the graph says that they met and names no event.
    """

    occasion: Occasion | None
    parts: tuple[Participation, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who met, and every meeting of theirs in order of date."""

    a: Thing
    b: Thing
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post. `first` and `last` are the days on which pages show it, not when it began or ended.

    `began` and `ended` are those dates where pages tell of them; the claims of these are about the `occupancy`.
    """

    person: Thing
    post: str
    label: str
    role: str | None
    body: Thing | None
    status: str | None
    first: str | None
    last: str | None
    began: str | None
    ended: str | None
    evidence: Evidence
    occupancy: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject predicate object` between two entities that is neither a post nor a part in an event."""

    subject: Thing
    predicate: str
    object: Thing
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with its parties, the events that produced it, and all who took part in those."""

    thing: Thing
    parties: tuple[Relation, ...]
    produced_by: tuple[Involvement, ...]
    participations: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """Why two namings of a thing were taken for one: the forms, how surely, the reasons in words, the pages' files."""

    forms: tuple[str, ...]
    confidence: float
    reasons: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided of a thing: in words, who, on which day (ISO), and why."""

    ruling: str
    who: str
    day: str
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that the graph knows of one thing.

    `posts` are those a person holds, `holders` those of a body; `relations` run both ways; `judgements` are people's.
    """

    thing: Thing
    alternatives: tuple[str, ...]
    classes: tuple[str, ...]
    level: str | None
    adcode: str | None
    posts: tuple[Tenure, ...]
    holders: tuple[Tenure, ...]
    participations: tuple[Participation, ...]
    involvements: tuple[Involvement, ...]
    met: tuple[Pair, ...]
    relations: tuple[Relation, ...]
    mentions: tuple[Mention, ...]
    joinings: tuple[Joining, ...]
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What tells a thing from another: its names, the posts of a person, and the articles that name it."""

    thing: Thing
    alternatives: tuple[str, ...]
    posts: tuple[Tenure, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two things that may be one; the evidence gives the reasons."""

    a: Thing
    b: Thing
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """What a free query gave: column names and rows of text, None where a variable is unbound.

    ASK gives one column `answer` with "true" or "false"; CONSTRUCT and DESCRIBE give subject, predicate, object.
    `types` are for SELECT, a column each: the XSD type that all its values have, such as `integer`, or None.
    """

    form: Language
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    types: tuple[str | None, ...] = ()
