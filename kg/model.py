"""The records that travel from page to graph; every step takes some of them and gives others, none changes any.

Positions are characters of the file as the user has it: `page.text[span.start:span.end]` is the quote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["Person", "Organization", "Division", "Place", "Agreement", "Programme", "Project", "Honour", "Document"]
EventType = Literal["Meeting", "Visit", "Signing", "Ceremony", "Training", "Activity"]
Status = Literal["current", "former", "acting"]
ChangeKind = Literal["began", "ended"]
BlockKind = Literal["headline", "byline", "body", "caption", "credit"]
ArticleKind = Literal["news", "continuation"]

ROLES = (
    "chair",
    "leader",
    "speaker",
    "attendee",
    "observer",
    "host",
    "organizer",
    "signatory",
    "interviewee",
    "recipient",
)

DOUBT = "possiblySame"
BOTH_WAYS = frozenset(("met", "cooperatesWith", DOUBT))
"""Predicates that hold both ways."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one page, in characters of its file, end exclusive."""

    page: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year; what the page does not give is None, never padded."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Region:
    """The division that a bare 我市, 全区 or 区委 means, with the evidence in words."""

    name: str
    adcode: str | None
    reason: str


# ---- reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like part of an article: `article.text[start:end]`."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as clean text, its blocks joined by newlines in reading order.

    `starts[i]:ends[i]` are the file's characters that clean character `i` stands for; `gaps` holds each clean index
    before which the file prints a blank or a line break that the clean text leaves out.
    """

    id: str
    page: str
    kind: ArticleKind
    headline: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: frozenset[int]
    blocks: tuple[Block, ...]
    region: Region | None
    year: int | None
    year_reason: str

    @property
    def key(self) -> str:
        """Page and article id: unique within a build."""
        return f"{self.page}#{self.id}"

    def span(self, start: int, end: int) -> Span:
        """The file's characters behind clean text `[start, end)`, which must not be empty."""
        return Span(self.page, self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Page:
    """One file: its text as decoded, and the articles found in it.

    `id` is the file's name, or its path below the common folder where two files of a build share a name. The articles
    of a page of `traditional` script are in simplified script, character for character.
    """

    id: str
    file: str
    text: str
    sha256: str
    encoding: str
    publication: str | None
    issue_date: PartialDate | None
    issue_date_reason: str
    region: Region | None
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
    traditional: bool = False


# ---- extraction ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a thing. `text` is as printed (clean), `name` in full (区委 → 某某区委).

    `implied` marks a body that the words only imply (区长 → the district government). `spelled` holds the name and the
    words in the script of a page that is not simplified.
    """

    id: str
    span: Span
    kind: Kind
    text: str
    name: str
    rule: str
    confidence: float
    implied: bool = False
    aliases: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    adcode: str | None = None
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A post was taken up (`began`) or left (`ended`) on that date, as far as the page gives it."""

    kind: ChangeKind
    date: PartialDate
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PostMention:
    """Mention `person` holds `title` at mention `body`; `change` where the page says that this began or ended."""

    person: str
    title: str
    body: str | None
    status: Status
    span: Span
    rule: str
    confidence: float
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Something that happened or is announced, as one article tells it."""

    id: str
    type: EventType
    date: PartialDate | None
    end_date: PartialDate | None
    planned: bool
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Claim:
    """`subject predicate object` between local ids of one article, with the words that say it.

    Predicates are the graph contract's local names; a participant's role is the predicate of an event's claim.
    """

    subject: str
    predicate: str
    object: str
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rejected:
    """A proposal that lost, and what it lost to: for people who ask why."""

    span: Span
    kind: str
    text: str
    rule: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says."""

    article: str
    mentions: tuple[Mention, ...]
    posts: tuple[PostMention, ...]
    events: tuple[EventMention, ...]
    claims: tuple[Claim, ...]
    authors: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


# ---- resolution ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a statement stands: an article's key and the characters of its page."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. `key` is its address below the base IRI, such as `person/张三`.

    `replaces` are keys that no thing has now, but that its namings would have by themselves: those of a graph of fewer
    pages, in which nothing yet showed that they are one, or that the name is not theirs alone.
    """

    key: str
    kind: Kind
    classes: tuple[str, ...]
    label: str
    alternatives: tuple[str, ...]
    articles: tuple[str, ...]
    level: str | None = None
    adcode: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one post. `attested` are the days on which pages show it, sorted; it may be empty.

    `post` is the key of the post itself, shared by all who hold it; `label` is the post's, such as 某某区委书记.
    `began` and `ended` are the dates of taking it up and leaving it, where a page says so.
    """

    key: str
    person: str
    post: str
    title: str
    body: str | None
    label: str
    status: Status
    attested: tuple[PartialDate, ...]
    began: PartialDate | None = None
    ended: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event, told by one or more articles."""

    key: str
    type: EventType
    label: str
    date: PartialDate | None
    end_date: PartialDate | None
    planned: bool
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """`subject predicate object`, with everything it rests on; sources are sorted and never empty.

    Subject and object are keys of entities, events, holdings, their posts or articles. Predicates and what they join:
    a role of ROLES, `place`, `visited`, `about`, `produced`: event → entity; `reportedIn`: event → article;
    `date`, `endDate`: event → ISO text; `holds`: person → post; `began`, `ended`: holding → ISO text; `met`: person →
    person, both ways; `mentionedIn`: entity → article; `author`: article → person; `partyTo`, `partOf`,
    `subOrganizationOf`, `locatedIn`, `implements`, `cooperatesWith` (both ways), `awarded`, `investsIn`: entity →
    entity; `possiblySame`: person and person, once for both ways, with the reasons as its rules.
    """

    subject: str
    predicate: str
    object: str
    confidence: float
    rules: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Why two namings are one `entity`: how they name it, how likely it is, the reasons in words, where both stand."""

    entity: str
    forms: tuple[str, str]
    confidence: float
    reasons: tuple[str, ...]
    sources: tuple[Source, Source]


@dataclass(frozen=True, slots=True)
class AppliedDecision:
    """A decision of a person that shaped the knowledge; `about` are keys of what it settled and is still there.

    `text` is what was decided, in words; `date` an ISO day.
    """

    key: str
    action: str
    text: str
    author: str
    date: str
    reason: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the pages of one build say together: the input of graph and views, sorted by key throughout."""

    pages: tuple[Page, ...]
    entities: tuple[Entity, ...]
    holdings: tuple[Holding, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    identities: tuple[Identity, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    decisions: tuple[AppliedDecision, ...] = ()
