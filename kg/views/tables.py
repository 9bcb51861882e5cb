"""What columns are made of: things that are named by their place in a list, and evidence that is told once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from kg.queries.background import Background
from kg.queries.events import by_date
from kg.queries.evidence import NOTHING
from kg.queries.records import Evidence, Mention, Quote, Report, Thing
from kg.views.networks import Record, Records

Columns = dict[str, list[Any]]
Item = TypeVar("Item", bound=Hashable)

NONE = -1
_PER_MILLE = 1000


class Places(Generic[Item]):
    """Each item once, in the order in which they came up."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._places: dict[Item, int] = {}
        for item in items:
            self.of(item)

    def of(self, item: Item) -> int:
        """The place of an item, which is added if it is new."""
        return self._places.setdefault(item, len(self._places))

    def get(self, item: Item | None) -> int:
        """The place of an item; `NONE` for None and for what is not there."""
        return NONE if item is None else self._places.get(item, NONE)

    def items(self) -> list[Item]:
        """All items in order."""
        return list(self._places)


class EvidenceTable:
    """The evidence of all statements; equal evidence shares a row, and no evidence is `NONE`."""

    def __init__(self) -> None:
        self._rows: Places[Evidence] = Places()

    def of(self, evidence: Evidence) -> int:
        """The row of this evidence."""
        return NONE if evidence == NOTHING else self._rows.of(evidence)

    def order(self) -> list[int]:
        """The rows in order of their first quotes, so that what is told in one place stands together."""
        firsts = [[_place(quote) for quote in row.quotes[:1]] for row in self._rows.items()]
        return sorted(range(len(firsts)), key=firsts.__getitem__)

    def quotes(self) -> list[Quote]:
        """Every quote once, in order of files and characters."""
        return sorted({quote for evidence in self._rows.items() for quote in evidence.quotes}, key=_place)

    def columns(self, rules: Places[str], quotes: Mapping[Quote, int]) -> Columns:
        """The columns, in that order; rules and quotes are told by their places."""
        found = self._rows.items()
        rows = [found[row] for row in self.order()]
        return {
            "sure": [NONE if row.confidence is None else round(_PER_MILLE * row.confidence) for row in rows],
            "rules": [[rules.of(rule) for rule in row.rules] for row in rows],
            "reasons": [list(row.reasons) for row in rows],
            "quotes": [[quotes[quote] for quote in row.quotes] for row in rows],
        }


def _place(quote: Quote) -> tuple[str, int, int, str, str, str]:
    """Sorts quotes as they sort themselves, without asking them twice for each comparison."""
    return quote.file, quote.start, quote.end, quote.text, quote.before, quote.after


class Rows:
    """Which row each thing, event, article and record stands in, and the dictionaries of local names."""

    def __init__(self, told: Records, mentions: tuple[Mention, ...]) -> None:
        self.told, self.mentions = told, mentions
        things = sorted(_things(told, mentions), key=lambda thing: (thing.label, thing.iri))
        self.names = things
        self.things: Places[str] = Places(thing.iri for thing in things)
        self.occasions = sorted(told.background.occasions.values(), key=by_date)
        self.events: Places[str] = Places(event.iri for event in self.occasions)
        self.reports = {report.article: report for report in sorted(_reports(told.background, mentions), key=_by_file)}
        self.articles: Places[str] = Places(self.reports)
        self.evidence = EvidenceTable()
        self.kinds: Places[str] = Places()
        self.types: Places[str] = Places()
        self.roles: Places[str] = Places()
        self.predicates: Places[str] = Places()
        self.statuses: Places[str] = Places()
        self.rules: Places[str] = Places()
        self._records: dict[int, int] = {id(event): row for row, event in enumerate(self.occasions)}

    def note(self, records: Iterable[Record]) -> None:
        """The records of a table, in the order of its rows."""
        self._records |= {id(record): row for row, record in enumerate(records)}

    def record(self, record: Record) -> int:
        """The row of a record in its table."""
        return self._records[id(record)]


def _things(told: Records, mentions: Iterable[Mention]) -> set[Thing]:
    """All that has a name, and all else that a statement is about."""
    found = set(told.background.names.things.values())
    for pair in told.pairs:
        found |= {pair.a, pair.b}
    for tenure in told.tenures:
        found |= {tenure.person} if tenure.body is None else {tenure.person, tenure.body}
    for relation in told.relations:
        found |= {relation.subject, relation.object}
    for event in told.background.occasions.values():
        found |= {link.thing for link in event.links}
    return found | {part.who for part in told.parts} | {mention.thing for mention in mentions}


def _reports(background: Background, mentions: Iterable[Mention]) -> set[Report]:
    of_events = {report for event in background.occasions.values() for report in event.reports}
    return of_events | {mention.report for mention in mentions}


def _by_file(report: Report) -> tuple[str, str]:
    return report.file or "", report.article
