"""Events, their participants, and the persons who met at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Store

from kg.queries.background import Background, whole
from kg.queries.evidence import NOTHING, strongest, weakest
from kg.queries.named import local, select
from kg.queries.records import Involvement, Meeting, Occasion, Pair, Participation

_PARTICIPANT = "participant"


def people_who_met(store: Store) -> tuple[Pair, ...]:
    """Each pair of persons who met, once, with all their meetings in order of date; pairs in order of names."""
    return pairs(store, whole(store))


def pairs(
    store: Store, background: Background, shared: Iterable[Participation] | None = None, **bindings: str
) -> tuple[Pair, ...]:
    """The pairs of persons who met, within a background. Bind `a` to ask about one person: each pair's `a`.

    `shared` is who took part in the background's events, where that is known already.
    """
    together: dict[tuple[str, str], list[str | None]] = {}
    for row in select(store, "who_met", **bindings):
        a, b = row["a"], row["b"]
        if a != b and (bindings or (b, a) not in together):
            together.setdefault((a, b), []).append(row.get("event"))
    taken = participations(store, background) if shared is None else shared
    parts = {(part.occasion.iri, part.who.iri): part for part in taken}
    found = []
    for (a, b), events in together.items():
        meetings = [_meeting(a, b, event, parts, background) for event in dict.fromkeys(events)]
        ordered = tuple(sorted(meetings, key=lambda meeting: by_date(meeting.occasion)))
        found.append(Pair(background.names.thing(a), background.names.thing(b), ordered))
    return tuple(sorted(found, key=lambda pair: (pair.a.label, pair.b.label, pair.a.iri, pair.b.iri)))


def _meeting(
    a: str, b: str, event: str | None, parts: dict[tuple[str, str], Participation], background: Background
) -> Meeting:
    statement = background.claims.get((a, "met", b)) or background.claims.get((b, "met", a), NOTHING)
    if event is None or (event, a) not in parts or (event, b) not in parts:
        return Meeting(None, (), statement)
    first, second = parts[event, a], parts[event, b]
    meeting = joined_meeting(first, second)
    return meeting if meeting.evidence != NOTHING else replace(meeting, evidence=statement)


def joined_meeting(a: Participation, b: Participation) -> Meeting:
    """Two parts in one event, as one meeting."""
    return Meeting(a.occasion, (a, b), weakest((a.evidence, b.evidence)))


def participations(store: Store, background: Background, **bindings: str) -> tuple[Participation, ...]:
    """Who took part in the background's events, by date, with every role. Bind `event` or `who` to narrow it."""
    roles: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in select(store, "participations", **bindings):
        if row["event"] in background.occasions:
            roles[row["event"], row["who"]].append(local(row["role"]))
    found = []
    for (event, who), predicates in roles.items():
        evidence = strongest(background.claims.get((event, predicate, who), NOTHING) for predicate in predicates)
        named = tuple(role for role in predicates if role != _PARTICIPANT) or (_PARTICIPANT,)
        found.append(Participation(background.names.thing(who), background.occasions[event], named, evidence))
    return tuple(sorted(found, key=lambda part: (by_date(part.occasion), part.who.label, part.who.iri)))


def involvements(background: Background, thing: str) -> tuple[Involvement, ...]:
    """The events that happened at, visited, were about or produced `thing`, by date."""
    found = [
        Involvement(link.predicate, occasion, link.evidence)
        for occasion in background.occasions.values()
        for link in occasion.links
        if link.thing.iri == thing
    ]
    return tuple(sorted(found, key=lambda each: (by_date(each.occasion), each.predicate)))


def by_date(occasion: Occasion | None) -> tuple[bool, str, str]:
    """Sorts events by date, those without a date last; ISO text sorts a month before its days."""
    if occasion is None:
        return (True, "", "")
    return (occasion.date is None, occasion.date or "", occasion.iri)
