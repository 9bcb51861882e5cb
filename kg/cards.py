"""How a graph looks in a notebook: a person's card, a marked-up page, the words behind a claim, as HTML.

Everything that a page or a graph says is escaped, and cannot turn the text around it; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.model import Extraction, Mention, Page
from kg.queries.records import Known
from kg.terminal import plain
from kg.views.explained import outermost, proposals, statements
from kg.views.frames import Row
from kg.views.resources import palette
from kg.views.words import terms

if TYPE_CHECKING:
    import pandas as pd

_EXPLAINED = ("where", "kind", "text", "rule", "weight", "reason")
_SAID = ("where", "statement", "words", "rule", "weight")


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """What the graph knows of a name; more than one thing where the name is ambiguous. A notebook shows it as cards."""

    known: tuple[Known, ...]

    def __repr__(self) -> str:
        return "\n".join(f"{each.thing.label} ({each.thing.kind})" for each in self.known)

    def _repr_html_(self) -> str:
        words = terms({name for each in self.known for name in _terms(each)})
        return _rendered("card.html", cards=self.known, words=words, colours=_colours())


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as the table `claims` has it, and its rows of the table `quotes`."""

    claim: Row
    quotes: list[Row]


@dataclass(frozen=True, slots=True, repr=False)
class Quoted:
    """Claims and the words that say them; `str()` gives the words. A notebook shows them as the pages print them."""

    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        """The words, each place on a line, each once."""
        return "\n".join(dict.fromkeys(str(quote["quote"]) for each in self.said for quote in each.quotes))

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        words = terms({str(each.claim["predicate"]) for each in self.said})
        return _rendered("quoted.html", said=self.said, words=words)


@dataclass(frozen=True, slots=True, repr=False)
class MarkedPage:
    """A page and what was read from it; a notebook shows it with every name marked."""

    page: Page
    extractions: tuple[Extraction, ...]

    def __repr__(self) -> str:
        return f"{self.page.file}: {sum(len(each.mentions) for each in self.extractions)} names found"

    def found(self) -> pd.DataFrame:
        """The names found: line and column, kind, text, the rule that proposed them, its weight."""
        rows = [row for each in self.extractions for row in proposals(self.page, each.mentions)]
        return _frame(_EXPLAINED[:-1], rows)

    def said(self) -> pd.DataFrame:
        """What the page says, before pages are joined: line and column, statement, words, rule, weight."""
        return _frame(_SAID, [row for each in self.extractions for row in statements(self.page, each)])

    def rejected(self) -> pd.DataFrame:
        """What was proposed and lost, and to what: as `found`, with the reason."""
        lost = [each for extraction in self.extractions for each in extraction.rejected]
        return _frame(
            _EXPLAINED, [(*row, each.reason) for row, each in zip(proposals(self.page, lost), lost, strict=True)]
        )

    def _repr_html_(self) -> str:
        mentions = [mention for each in self.extractions for mention in each.mentions]
        kinds = terms({mention.kind for mention in mentions})
        parts = list(_parts(self.page, outermost(mentions)))
        return _rendered("marked.html", page=self.page, parts=parts, kinds=kinds, colours=_colours())


def summary(rows: Sequence[tuple[str, str, int]]) -> str:
    """How many rows the tables of a graph have, as HTML: what a row is, the table, how many."""
    return _rendered("summary.html", rows=rows)


def _parts(page: Page, mentions: Iterable[Mention]) -> Iterable[tuple[str, Mention | None]]:
    at = 0
    for mention in mentions:
        yield page.text[at : mention.span.start], None
        yield page.text[mention.span.start : mention.span.end], mention
        at = mention.span.end
    yield page.text[at:], None


def _terms(known: Known) -> Iterable[str]:
    yield known.thing.kind
    yield from known.classes
    yield from (str(tenure.status) for tenure in (*known.posts, *known.holders))
    yield from (role for part in known.participations for role in part.roles)
    yield from (each.predicate for each in known.involvements)
    yield from (each.predicate for each in known.relations)


def _colours() -> dict[str, str]:
    return {kind: colour for kind, (_, colour) in palette().items()}


def _frame(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    from kg.api import frame

    types = {"weight": "float64"}
    return frame({name: (types.get(name, "string"), [row[at] for row in rows]) for at, name in enumerate(names)})


def _rendered(template: str, **told: Any) -> str:
    return _template(template).render(told)


@cache
def _template(name: str) -> Template:
    made = Environment(autoescape=True, undefined=StrictUndefined, finalize=_harmless, trim_blocks=True)
    return made.from_string((files("kg.views") / "templates" / name).read_text("utf-8"))


def _harmless(value: Any) -> Any:
    """Text without what steers the text around it."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
