"""Careers of persons and the holders of posts, in the order in which pages show them, and where pages contradict.

Everything is found by the claims of posts: who is in one at two pages, on which days, with which words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.terms import ORG
from kg.queries.background import Background
from kg.queries.evidence import NOTHING, Evidences, evidences
from kg.queries.named import Row, select
from kg.queries.names import Names, fitting, names
from kg.queries.posts import tenures
from kg.queries.records import Evidence, Quote, Tenure, Thing
from kg.resolution.rivals import Shown, is_sole, rivals

# Sorts behind every date.
NEVER = "~"


@dataclass(frozen=True, slots=True)
class Attestation:
    """A page that shows a person in a post: on `day`, where the graph knows it, as `current`, `acting` or `former`."""

    day: str | None
    status: str | None
    headline: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Dated:
    """A date on which a post was taken up or left, with the words that say so."""

    date: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Spell:
    """The first and last day on which pages show somebody in a post, and when it began and ended if they say so."""

    status: str | None
    first: str | None
    last: str | None
    began: Dated | None
    ended: Dated | None


@dataclass(frozen=True, slots=True)
class Stage:
    """One person in one post: a spell for each status, and every page in order of its day."""

    person: Thing
    post: str
    label: str
    role: str | None
    body: Thing | None
    spells: tuple[Spell, ...]
    attestations: tuple[Attestation, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two persons in a post of one on one day, and `more` days after it, each with words of a page."""

    label: str
    day: str
    first: Thing
    first_quote: Quote
    second: Thing
    second_quote: Quote
    more: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The career of a person (`kind` is "Person"), or the holders of a post ("Post")."""

    iri: str
    label: str
    kind: str
    stages: tuple[Stage, ...]
    contradictions: tuple[Contradiction, ...]


def timelines(store: Store, name: str) -> tuple[Timeline, ...]:
    """The timelines of all persons and posts called `name`, or else of those whose name contains it; persons first.

    Raises QueryError where there is none.
    """
    return timelines_of(store, with_posts(store, name))


def with_posts(store: Store, name: str) -> tuple[Thing, ...]:
    """The persons in a post, and the posts (of kind "Post"), that are called so; QueryError where there is none."""
    known = names(store)
    posts = {row["post"]: Thing(row["post"], row["label"], "Post") for row in select(store, "post_labels")}
    people = {row["thing"]: known.thing(row["thing"]) for row in select(store, "post_holders")}
    things = people | posts
    called = [(iri, form) for iri in people for form in (people[iri].label, *known.alternatives.get(iri, ()))]
    called += [(iri, post.label) for iri, post in posts.items()]
    hits = {name} & things.keys() or fitting(called, name)
    if not hits:
        raise QueryError(f"no person in a post and no post is called {name!r}: try a shorter part of the name")
    return tuple(sorted((things[iri] for iri in hits), key=lambda t: (t.kind, len(t.label), t.label, t.iri)))


def timelines_of(store: Store, things: Iterable[Thing]) -> tuple[Timeline, ...]:
    """The timelines of persons and posts, as `with_posts` gives them."""
    known = names(store)
    return tuple(
        succession(store, known, thing.iri, thing.label) if thing.kind == "Post" else career(store, known, thing)
        for thing in things
    )


def career(store: Store, known: Names, person: Thing) -> Timeline:
    """A person's posts in order."""
    stages = _stages(store, known, person=person.iri)
    contradictions = []
    for stage in stages:
        if is_sole(stage.role) and stage.body is not None:
            holders = _stages(store, known, post=stage.post)
            found = _contradictions(holders, _apart(store))
            contradictions += [each for each in found if person in (each.first, each.second)]
    return Timeline(person.iri, person.label, person.kind, stages, tuple(contradictions))


def succession(store: Store, known: Names, post: str, label: str) -> Timeline:
    """A post's holders in order."""
    stages = _stages(store, known, post=post)
    sole = [stage for stage in stages if is_sole(stage.role) and stage.body is not None]
    return Timeline(post, label, "Post", stages, _contradictions(sole, _apart(store)))


def _stages(store: Store, known: Names, **bindings: str) -> tuple[Stage, ...]:
    held: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    claims = _claims(store, **bindings)
    for tenure in tenures(store, Background(known, claims, {}), **bindings):
        held[tenure.person.iri, tenure.post].append(tenure)
    rows: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in select(store, "attestations", **bindings):
        rows[row["person"], row["post"]].append(row)
    made = [_stage(store, found, rows[pair]) for pair, found in held.items()]
    return tuple(sorted(made, key=lambda each: (_begin(each), _end(each), each.label, each.person.label, each.post)))


def _claims(store: Store, person: str | None = None, post: str | None = None) -> Evidences:
    """The claims of the posts of a person, or of a post's holders."""
    bound = {name: iri for name, iri in (("subject", person), ("object", post)) if iri}
    return evidences(store, predicate=ORG + "holds", **bound)


def _stage(store: Store, held: list[Tenure], rows: Iterable[Row]) -> Stage:
    one = held[0]
    spells = tuple(sorted((_spell(store, tenure) for tenure in held), key=_order))
    return Stage(
        one.person,
        one.post,
        one.label,
        one.role,
        one.body,
        spells,
        _attestations(spells, rows),
        one.evidence.confidence,
    )


def _spell(store: Store, tenure: Tenure) -> Spell:
    claims: Evidences = {}
    if tenure.occupancy and (tenure.began or tenure.ended):
        claims = evidences(store, subject=tenure.occupancy)

    def dated(name: str, date: str | None) -> Dated | None:
        return Dated(date, claims.get((tenure.occupancy or "", name, date), NOTHING)) if date else None

    return Spell(tenure.status, tenure.first, tenure.last, dated("began", tenure.began), dated("ended", tenure.ended))


def _order(spell: Spell) -> tuple[str, str]:
    began = spell.began.date if spell.began else NEVER
    ended = spell.ended.date if spell.ended else NEVER
    return min(began, spell.first or NEVER, ended), spell.status or ""


def _begin(stage: Stage) -> str:
    """The first date that is known of a stage."""
    days = [attestation.day for attestation in stage.attestations if attestation.day]
    return min([NEVER, *(_order(spell)[0] for spell in stage.spells), *days])


def _end(stage: Stage) -> str:
    """When a stage ended: whoever leaves a post comes before whoever takes it up on the same day."""
    return min([NEVER, *(spell.ended.date for spell in stage.spells if spell.ended)])


def _attestations(spells: tuple[Spell, ...], rows: Iterable[Row]) -> tuple[Attestation, ...]:
    """One for each place of a page, with its earliest day."""
    found: dict[tuple[str, int, int], Attestation] = {}
    for row in rows:
        quote = Quote(
            row["file"], int(row["start"]), int(row["end"]), row["text"], row.get("before", ""), row.get("after", "")
        )
        day = row.get("published") or row.get("day")
        made = Attestation(day, _status(spells, day), row.get("headline"), quote)
        found.setdefault((quote.file, quote.start, quote.end), made)
    return tuple(sorted(found.values(), key=lambda each: (each.day or NEVER, each.quote)))


def _status(spells: tuple[Spell, ...], day: str | None) -> str | None:
    """The status whose days hold this one; where none does, that which has no days: former."""
    if len(spells) == 1 or day is None:
        return spells[0].status if len(spells) == 1 else None
    within = [s.status for s in spells if s.first and s.last and s.first <= day <= s.last]
    return within[0] if within else next((s.status for s in spells if s.first is None), None)


def _apart(store: Store) -> set[frozenset[str]]:
    """The pairs of things that people decided to be two: nothing contradicts itself there."""
    concerned: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, "decisions"):
        if row["action"] == "apart":
            concerned[row["decision"]].add(row["thing"])
    return {frozenset(things) for things in concerned.values() if len(things) == 2}


def _contradictions(holders: Iterable[Stage], apart: set[frozenset[str]]) -> tuple[Contradiction, ...]:
    people, labels, quotes = {}, {}, {}
    shown, turns = [], {}
    for stage in holders:
        people[stage.person.iri], labels[stage.post] = stage.person, stage.label
        dates = [dated.date for spell in stage.spells for dated in (spell.began, spell.ended) if dated]
        turns[stage.person.iri, stage.post] = dates
        for each in stage.attestations:
            if each.day and each.status == "current":
                where = f"{each.quote.file} {each.quote.start:09d}"
                shown.append(Shown(stage.post, each.day, stage.person.iri, where))
                quotes[stage.person.iri, where] = each.quote
    return tuple(
        Contradiction(
            labels[found.post],
            found.day,
            people[found.first.person],
            quotes[found.first.person, found.first.where],
            people[found.second.person],
            quotes[found.second.person, found.second.where],
            found.more,
        )
        for found in rivals(shown, turns)
        if frozenset((found.first.person, found.second.person)) not in apart
    )
