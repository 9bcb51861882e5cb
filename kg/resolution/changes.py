"""When posts were taken up and left: one date for each, chosen from all that pages tell of one person in one post.

The most precise date counts, and of equally precise ones the earliest: later pages repeat what has happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.model import Change, ChangeKind, Holding, PartialDate, Source, Status
from kg.resolution.facts import Facts
from kg.resolution.rejections import End, Rejections

_Told = tuple[str, Change]
"""An article's key and the change that it tells of."""


class Changes:
    """The changes of office of a build."""

    def __init__(self, rejections: Rejections) -> None:
        self._began: defaultdict[tuple[str, str, Status], list[_Told]] = defaultdict(list)
        self._ended: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
        self._rejections = rejections

    def add(self, person: str, post: End, status: Status, article: str, change: Change) -> None:
        """Adds one telling that nobody rejected: a post is taken up as current or acting, and left whatever it was."""
        day = End(str(change.date))
        # Both are asked, so that the decision is seen to be carried out.
        wrong = [self._rejections.rejects(each, change.kind, day, change.span.page) for each in (End(person), post)]
        if any(wrong):
            return
        if change.kind == "began":
            self._began[person, post.key, status].append((article, change))
        else:
            self._ended[person, post.key].append((article, change))

    def dated(self, holdings: Iterable[Holding], facts: Facts) -> tuple[Holding, ...]:
        """The holdings with their dates; what is said of these is added to the facts."""
        return tuple(self._with_dates(holding, facts) for holding in holdings)

    def _with_dates(self, holding: Holding, facts: Facts) -> Holding:
        began = self._began.get((holding.person, holding.post, holding.status), [])
        ended = self._ended.get((holding.person, holding.post), [])
        return replace(
            holding, began=_settle(holding, "began", began, facts), ended=_settle(holding, "ended", ended, facts)
        )


def _settle(holding: Holding, kind: ChangeKind, told: list[_Told], facts: Facts) -> PartialDate | None:
    if not told:
        return None
    date = min((change.date for _, change in told), key=lambda date: (-_precision(date), str(date)))
    for article, change in told:
        if change.date == date:
            source = Source(article, change.span)
            facts.add(holding.key, kind, str(date), change.confidence, [change.rule], [source])
    return date


def _precision(date: PartialDate) -> int:
    return sum(part is not None for part in (date.month, date.day))
