"""Compares two accounts measure by measure: true and false positives, misses, and every error with its place.

What the annotation holds optional counts for nobody: finding it is right, missing it is no fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import networkx as nx

from kg.evaluation.account import Account, Happening, Place, pairs, same_title
from kg.evaluation.alignment import align
from kg.evaluation.annotation import KINDS, RELATIONS

CORE = ("Person", "Organization", "Division", "Agreement", "Programme")
FURTHER = ("Place", "Project", "Honour")
TUPLES = tuple(name for name in RELATIONS if name != "authorOf")
FACTS = ("posts", "participation", "partyTo", "awarded", "subOrganizationOf", "cooperatesWith")
LINKS = {"place": "event places", "visited": "event visited", "produced": "event agreements"}
# The predicates of verdicts that are no relations: being named, holding a post, taking part in whatever role.
NAMED, HOLDS, TOOK_PART = "mentionedIn", "holds", "participant"
MEASURES = (
    *(f"entity {kind}" for kind in (*CORE, *FURTHER)),
    "duplicates",
    "posts",
    "events",
    "participation",
    "met",
    *TUPLES,
    "role",
    "event type",
    "event date",
    *LINKS.values(),
)
SUMMARIES = {"ENTITIES": tuple(f"entity {kind}" for kind in CORE), "FACTS": FACTS, "MET": ("met",)}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measure; `p`, `r` and `f1` are shares between 0 and 1."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def p(self) -> float:
        """Precision: 1 where nothing was found and nothing was to be found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float(not self.fn)

    @property
    def r(self) -> float:
        """Recall: 1 where nothing was to be found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)


@dataclass(frozen=True, slots=True, order=True)
class Error:
    """Something missed or false, in words, and where."""

    measure: str
    kind: str
    what: str
    place: str


Statement = tuple[str, str, str]


@dataclass(slots=True)
class Tally:
    """The result of a comparison. `verdicts` are the statements of the graph that were found right or false."""

    scores: dict[str, Score] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)
    verdicts: dict[Statement, bool] = field(default_factory=dict)

    def right(self, measure: str, *said: Statement) -> None:
        """One more true positive, by these statements."""
        self.scores[measure] = self.scores.get(measure, Score()) + Score(tp=1)
        self.verdicts.update(dict.fromkeys(said, True))

    def missed(self, measure: str, what: str, places: Iterable[Place]) -> None:
        """One more miss."""
        self.scores[measure] = self.scores.get(measure, Score()) + Score(fn=1)
        self.errors.append(Error(measure, "missed", what, _where(places)))

    def false(self, measure: str, what: str, places: Iterable[Place], *said: Statement) -> None:
        """One more false positive, by these statements."""
        self.verdicts.update(dict.fromkeys(said, False))
        self.scores[measure] = self.scores.get(measure, Score()) + Score(fp=1)
        self.errors.append(Error(measure, "false", what, _where(places)))

    def table(self) -> dict[str, Score]:
        """Every measure that has a count, in a fixed order, and then the summaries."""
        rows = {name: self.scores[name] for name in MEASURES if name in self.scores}
        for name, parts in SUMMARIES.items():
            rows[name] = sum((self.scores.get(part, Score()) for part in parts), Score())
        return rows


def _where(places: Iterable[Place]) -> str:
    return next((str(place) for place in places), "")


def score(gold: Account, found: Account) -> Tally:
    """How near `found` comes to `gold`."""
    return _Comparison(gold, found).tally


class _Comparison:
    def __init__(self, gold: Account, found: Account) -> None:
        self.gold, self.found = gold, found
        self.tally = Tally()
        self.to_gold = align(gold, found)
        self.named: defaultdict[str, set[str]] = defaultdict(set)
        for item in gold.items.values():
            for name in item.names:
                self.named[name].add(item.key)
        self._items()
        self._posts()
        for page in sorted(gold.pages):
            self._events(page)
        self._met()
        self._relations()

    def known(self, key: str) -> str:
        """The annotated thing that this is, or the key itself."""
        return self.to_gold.get(key, key)

    def label(self, key: str | None) -> str:
        """The name of a thing of either account."""
        return self.gold.label(key) if key in self.gold.items else self.found.label(key)

    def _optional(self, key: str) -> bool:
        """True for a thing that the annotation leaves open, under any of its names."""
        item = self.found.items.get(key)
        hits = {gold for name in (item.names if item else ()) for gold in self.named.get(name, ())}
        return any(self.gold.items[hit].optional for hit in hits)

    def _items(self) -> None:
        matched = set(self.to_gold.values())
        found = {gold: key for key, gold in self.to_gold.items()}
        for item in self.gold.items.values():
            measure = f"entity {min(item.kinds, key=KINDS.index)}"
            if item.optional:
                continue
            if item.key in matched:
                self.tally.right(measure, (found[item.key], NAMED, ""))
            else:
                self.tally.missed(measure, item.label, item.places)
        for item in self.found.items.values():
            if item.key in self.to_gold or self._optional(item.key):
                continue
            twins = {gold for name in item.names for gold in self.named.get(name, ())}
            self.tally.false(
                f"entity {min(item.kinds, key=KINDS.index)}", item.label, item.places, (item.key, NAMED, "")
            )
            if twins & matched:
                self.tally.false("duplicates", item.label, item.places)

    def _posts(self) -> None:
        wanted, used = self.gold.posts, set()
        for post in sorted(self.found.posts, key=lambda row: (row.person, sorted(row.titles), row.body or "")):
            person = self.to_gold.get(post.person)
            body = self.to_gold.get(post.body or "")
            hit = next(
                (
                    i
                    for i, row in enumerate(wanted)
                    if row.person == person
                    and any(same_title(title, row.titles) for title in post.titles)
                    and row.body in (None, body)
                ),
                None,
            )
            if hit is not None:
                if hit not in used and not wanted[hit].optional:
                    self.tally.right("posts", (post.person, HOLDS, post.key or ""))
                used.add(hit)
                continue
            open_ = any(row.optional and row.person == person for row in wanted)
            if not (open_ if person is not None else self._optional(post.person)):
                what = f"{self.label(post.person)} · {'/'.join(sorted(post.titles))} · {self.label(post.body)}"
                self.tally.false("posts", what, post.places, (post.person, HOLDS, post.key or ""))
        for i, row in enumerate(wanted):
            if i not in used and not row.optional:
                what = f"{self.label(row.person)} · {'/'.join(sorted(row.titles))} · {self.label(row.body)}"
                self.tally.missed("posts", what, row.places)

    # ---- events ----------------------------------------------------------------------------------------------------

    def _events(self, page: str) -> None:
        wanted = [event for event in self.gold.events if event.page == page]
        found = [event for event in self.found.events if event.page == page]
        partner = self._pair(wanted, found)
        loose = {who for event in wanted if event.optional for who in event.roles}
        for i, event in enumerate(wanted):
            if not event.optional:
                self._event(event, found[partner[i]] if i in partner else None, loose)
        taken = set(partner.values())
        for j, event in enumerate(found):
            who = {self.known(each) for each in event.roles}
            if j not in taken and who and not who <= loose:
                what = f"{'/'.join(sorted(event.types))}: {'、'.join(map(self.label, event.roles))}"
                said = [(event.key, TOOK_PART, each) for each in event.roles if self.known(each) not in loose]
                self.tally.false("events", what, event.places, *said)

    def _pair(self, wanted: list[Happening], found: list[Happening]) -> dict[int, int]:
        """Events that share participants, the likest first."""
        rows = []
        for i, event in enumerate(wanted):
            for j, other in enumerate(found):
                here = {self.to_gold[who] for who in other.roles if who in self.to_gold}
                if shared := here & event.roles.keys():
                    overlap = len(shared) / len(here | event.roles.keys())
                    like = 0.1 * bool(event.types & other.types) + 0.1 * bool(event.dates & other.dates)
                    rows.append((-(overlap + like), i, j))
        partner: dict[int, int] = {}
        for _, i, j in sorted(rows):
            if i not in partner and j not in partner.values():
                partner[i] = j
        return partner

    def _event(self, event: Happening, other: Happening | None, loose: set[str]) -> None:
        if other is None:
            self.tally.missed("events", event.label, event.places)
        else:
            self.tally.right("events")
        got = {self.known(who): roles for who, roles in other.roles.items()} if other else {}
        said = {self.known(who): (other.key, TOOK_PART, who) for who in other.roles} if other else {}
        for who, roles in event.roles.items():
            if who in event.maybe or self.gold.items[who].optional:
                continue
            what = f"{event.label}: {self.label(who)}"
            if who not in got:
                self.tally.missed("participation", what, event.places)
                continue
            self.tally.right("participation", said[who])
            if got[who] & roles:
                self.tally.right("role")
            else:
                self.tally.missed("role", f"{what} is {'/'.join(sorted(roles))}, not {min(got[who])}", event.places)
        for who in got:
            if who not in event.roles and who not in loose:
                self.tally.false("participation", f"{event.label}: {self.label(who)}", event.places, said[who])
        if other is not None:
            self._details(event, other)

    def _details(self, event: Happening, other: Happening) -> None:
        self._detail("event type", event, bool(event.types & other.types), "/".join(sorted(other.types)))
        if event.dates - {None}:
            self._detail("event date", event, bool(event.dates & other.dates), str(next(iter(other.dates))))
        for name, measure in LINKS.items():
            have = {self.known(key) for key in other.links[name]}
            for key in sorted(event.links[name]):
                self._detail(measure, event, key in have, self.label(key))

    def _detail(self, measure: str, event: Happening, right: bool, what: str) -> None:
        if right:
            self.tally.right(measure)
        else:
            self.tally.missed(measure, f"{event.label}: {what}", event.places)

    # ---- meetings and relations ------------------------------------------------------------------------------------

    def _met(self) -> None:
        """Pairs of the annotation's events; those that need an optional person, part or event may be missed."""
        firm = [_firm(event) for event in self.gold.events if not event.optional]
        must = {
            pair: at
            for pair, at in pairs(firm, self.gold.items).items()
            if not any(self.gold.items[who].optional for who in pair)
        }
        may = self.gold.meetings().keys()
        got = set()
        for pair, at in self.found.meetings().items():
            mapped = frozenset(map(self.known, pair))
            if mapped in must and mapped not in got:
                self.tally.right("met", *_both(pair))
            elif mapped not in may and len(mapped) == 2:
                self.tally.false("met", " - ".join(sorted(map(self.label, mapped))), at, *_both(pair))
            got.add(mapped)
        for pair, at in must.items():
            if pair not in got:
                self.tally.missed("met", " - ".join(sorted(map(self.label, pair))), at)

    def _relations(self) -> None:
        built = _parents((row.subject, row.object) for row in self._said("partOf"))
        above = built.copy()
        above.add_edges_from((row.subject, row.object) for row in self.gold.said if row.predicate == "partOf")
        for predicate in TUPLES:
            both_ways = predicate == "cooperatesWith"
            wanted: dict[tuple[str, ...], tuple[bool, tuple[Place, ...]]] = {}
            for row in self.gold.said:
                if row.predicate == predicate:
                    ends = _ends(row.subject, row.object, both_ways)
                    open_ = row.optional or any(self.gold.items[end].optional for end in ends)
                    before = wanted.get(ends, (True, row.places))
                    wanted[ends] = (before[0] and open_, before[1])
            have = {_ends(row.subject, row.object, both_ways): row for row in self._said(predicate)}
            for ends, (open_, at) in wanted.items():
                hit = ends in have or (predicate == "partOf" and _below(built, *ends))
                if not open_ and hit:
                    self.tally.right(predicate, *((have[ends].said,) if ends in have else ()))
                elif not open_:
                    self.tally.missed(predicate, " → ".join(map(self.label, ends)), at)
            for ends, mapped in have.items():
                if ends not in wanted and not self._may_be(predicate, ends, wanted, above):
                    self.tally.false(predicate, " → ".join(map(self.label, ends)), mapped.places, mapped.said)

    def _said(self, predicate: str) -> Iterator[_Mapped]:
        for row in self.found.said:
            if row.predicate == predicate:
                said = (row.subject, predicate, row.object)
                yield _Mapped(self.known(row.subject), self.known(row.object), row.places, said)

    def _may_be(
        self, predicate: str, ends: tuple[str, ...], wanted: Mapping[tuple[str, ...], object], above: nx.DiGraph[str]
    ) -> bool:
        """True for what the annotation says of another rung of the same ladder, or of things that it does not have."""
        if predicate == "partOf":
            return True
        if predicate not in ("locatedIn", "subOrganizationOf"):
            return False
        subject, object_ = ends
        rungs = {row[1] for row in wanted if row[0] == subject}
        unknown = any(end not in self.gold.items for end in ends)
        return unknown or any(_below(above, object_, rung) or _below(above, rung, object_) for rung in rungs)


@dataclass(frozen=True, slots=True)
class _Mapped:
    subject: str
    object: str
    places: tuple[Place, ...]
    said: Statement


def _both(pair: frozenset[str]) -> tuple[Statement, ...]:
    a, b = sorted(pair)
    return (a, "met", b), (b, "met", a)


def _firm(event: Happening) -> Happening:
    """The event with only those who must be found."""
    roles = {who: each for who, each in event.roles.items() if who not in event.maybe}
    return Happening(
        event.key, event.label, event.page, event.types, event.dates, roles, frozenset(), event.links, event.places
    )


def _ends(subject: str, object_: str, both_ways: bool) -> tuple[str, ...]:
    return tuple(sorted((subject, object_))) if both_ways else (subject, object_)


def _parents(rows: Iterable[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(rows)
    return graph


def _below(graph: nx.DiGraph[str], lower: str, upper: str) -> bool:
    return lower in graph and upper in graph and nx.has_path(graph, lower, upper)
