"""Two persons in a post of which a body has one at a time, on one day: pages contradict each other, or two are one.

Where one is said to leave or the other to come on that day or a few days before it, the post is handed over, which is
no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.lexicon import listed
from kg.lexicon.script import simplified

WHOLE_DAY = len("2023-05-11")
# How many days after a change of office pages may still tell of it.
HANDING_OVER = 7

Turns = Mapping[tuple[str, str], Iterable[str | None]]
"""For person and post the dates on which it was taken up and left, as far as pages say."""


@dataclass(frozen=True, slots=True, order=True)
class Shown:
    """A page shows a person in a post on a day; `where` is the file, or anything that stands for the page."""

    post: str
    day: str
    person: str
    where: str


@dataclass(frozen=True, slots=True, order=True)
class Rivals:
    """Two persons in one post on one day and `more` days after it, each with the page that says so."""

    post: str
    day: str
    first: Shown
    second: Shown
    more: int


def is_sole(title: str | None) -> bool:
    """True for a post of which a body has one at a time."""
    if title is None:
        return False
    title = simplified(title)
    return title in listed("titles", "sole") or title.startswith(listed("titles", "sole", "beginnings"))


def rivals(shown: Iterable[Shown], turns: Turns) -> tuple[Rivals, ...]:
    """Each pair of persons once for a post, with the first day; only whole days can contradict each other."""
    days: defaultdict[tuple[str, str], dict[str, Shown]] = defaultdict(dict)
    for each in sorted(shown):
        if len(each.day) == WHOLE_DAY:
            days[each.post, each.day].setdefault(each.person, each)
    found: defaultdict[tuple[str, str, str], list[tuple[Shown, Shown]]] = defaultdict(list)
    for (post, day), holders in sorted(days.items()):
        for a, b in combinations(sorted(holders), 2):
            if not any(_just_now(turn, day) for person in (a, b) for turn in turns.get((person, post), ())):
                found[post, a, b].append((holders[a], holders[b]))
    made = (Rivals(post, pairs[0][0].day, *pairs[0], len(pairs) - 1) for (post, _, _), pairs in found.items())
    return tuple(sorted(made))


def _just_now(turn: str | None, day: str) -> bool:
    """True for a change of office on this day or shortly before it; in this month or year where no more is known."""
    if turn is None or len(turn) < WHOLE_DAY:
        return turn is not None and day.startswith(turn)
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(turn)).days <= HANDING_OVER
