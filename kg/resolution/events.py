"""Events: one for each telling, or for several articles that tell of the same day, sort and people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from kg.keys import article_slug
from kg.lexicon import table
from kg.model import ROLES, Claim, Event, EventMention, PartialDate, Source
from kg.resolution.entities import Entities
from kg.resolution.facts import OBJECTS, Facts
from kg.resolution.material import Material, Told
from kg.resolution.union import Union

PLACES = ("place", "visited")
# Types that one reporter may give to what another gives another of them.
GATHERINGS = frozenset(("Meeting", "Visit", "Signing", "Ceremony"))
LONGEST_PHRASE = 40
# Whoever holds one of these at an event is named by all who tell of it.
CHIEFS = frozenset(("chair", "leader", "host"))
# So many persons in common do not yet join two events of different types.
FEW = 2


@dataclass(slots=True)
class Telling:
    """One article's telling of one event; `links` are predicate, key and claim, `number` its place in the article."""

    told: Told
    number: int
    mention: EventMention
    links: list[tuple[str, str, Claim]] = field(default_factory=list)
    persons: frozenset[str] = frozenset()
    chiefs: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def article(self) -> str:
        """The key of the article."""
        return self.told.article.key


def tellings(material: Material, entities: Entities, facts: Facts) -> list[Telling]:
    """Every telling in which somebody takes part, in the order of the build."""
    found = []
    for told in material.told:
        local = {event.id: Telling(told, number, event) for number, event in enumerate(told.extraction.events, start=1)}
        for claim in told.extraction.claims:
            number = material.number(told, claim.object)
            if claim.subject in local and claim.predicate in OBJECTS and number is not None:
                _link(local[claim.subject], claim, entities.keys[number], entities, facts)
        for telling in local.values():
            if any(predicate in ROLES for predicate, _, _ in telling.links):
                found.append(telling)
            else:
                facts.warnings.append(f"{told.article.key}: event {telling.number} has no participant and was left out")
    for telling in found:
        telling.persons = _persons(telling, entities)
        telling.chiefs = telling.persons & {key for role, key, _ in telling.links if role in CHIEFS}
        telling.places = frozenset(key for predicate, key, _ in telling.links if predicate in PLACES)
    return found


def _link(telling: Telling, claim: Claim, key: str, entities: Entities, facts: Facts) -> None:
    entity = entities.by_key[key]
    if entity.kind in OBJECTS[claim.predicate]:
        telling.links.append((claim.predicate, key, claim))
    else:
        facts.warnings.append(
            f"{telling.article}: {entity.label} ({entity.kind}) cannot be an event's {claim.predicate} and was left out"
        )


def _persons(telling: Telling, entities: Entities) -> frozenset[str]:
    return frozenset(
        key for predicate, key, _ in telling.links if predicate in ROLES and entities.by_key[key].kind == "Person"
    )


# ---- one event told by several articles ----------------------------------------------------------------------------


def joined(found: list[Telling]) -> list[list[Telling]]:
    """The tellings of each event, in the order of the build; an article tells an event once."""
    sharing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, telling in enumerate(found):
        if telling.mention.date is not None and telling.mention.date.day is not None:
            for person in telling.persons:
                sharing[str(telling.mention.date), person].append(at)
    pairs = {pair for group in sharing.values() for pair in combinations(group, 2)}
    alike = [(a, b) for a, b in pairs if _same_event(found[a], found[b])]
    alike.sort(key=lambda pair: (-len(found[pair[0]].persons & found[pair[1]].persons), pair))
    union = Union(len(found))
    articles = [{telling.article} for telling in found]
    for a, b in alike:
        first, second = sorted((union.find(a), union.find(b)))
        if first != second and not articles[first] & articles[second]:
            union.join((first, second))
            articles[first] |= articles[second]
    events: defaultdict[int, list[Telling]] = defaultdict(list)
    for at, telling in enumerate(found):
        events[union.find(at)].append(telling)
    return list(events.values())


def _same_event(a: Telling, b: Telling) -> bool:
    """Several persons in common, most of the smaller company with its chiefs, and no other place; or all of it at one.

    Two of three make no event of another type the same: two who spoke at a ceremony receive somebody on that day.
    """
    if a.article == b.article or not _same_sort(a.mention.type, b.mention.type):
        return False
    shared, smaller = len(a.persons & b.persons), min(len(a.persons), len(b.persons))
    if shared == smaller and a.places & b.places:
        return True
    elsewhere = a.places and b.places and not a.places & b.places
    fewer, more = sorted((a, b), key=lambda telling: len(telling.persons))
    led_by_another = not fewer.chiefs <= more.persons
    enough = 1 if a.mention.type == b.mention.type or shared == smaller else FEW
    return shared > enough and 2 * shared > smaller and not elsewhere and not led_by_another


def _same_sort(a: str, b: str) -> bool:
    return a == b or "Activity" in (a, b) or (a in GATHERINGS and b in GATHERINGS)


# ---- events and their facts ----------------------------------------------------------------------------------------


def make_events(found: list[list[Telling]], facts: Facts) -> tuple[Event, ...]:
    """All events by key; what is said of them is added to the facts."""
    events = []
    for told in found:
        main = _main(told)
        key, label = called(told)
        event = Event(
            key=key,
            type=main.mention.type,
            label=label,
            date=_date(told),
            end_date=max((t.mention.end_date for t in told if t.mention.end_date), key=str, default=None),
            planned=all(telling.mention.planned for telling in told),
            articles=tuple(sorted(telling.article for telling in told)),
        )
        events.append(event)
        _add_report(event, told, facts)
        _add_links(event, told, facts)
    return tuple(sorted(events, key=lambda event: event.key))


def called(told: list[Telling]) -> tuple[str, str]:
    """Key and label of an event told so."""
    return _key(told[0], _date(told)), _label(_main(told), _date(told))


def _main(told: list[Telling]) -> Telling:
    return max(told, key=lambda telling: len(telling.links))


def _date(told: list[Telling]) -> PartialDate | None:
    """The day of an event: people may have rejected it on one page, not on another."""
    days = (telling.mention.date for telling in (_main(told), *told))
    return next((day for day in days if day is not None), None)


def _key(first: Telling, date: PartialDate | None) -> str:
    day = "" if date is None else f"{date}-"
    return f"event/{day}{article_slug(first.article)}-{first.number}"


def _label(telling: Telling, date: PartialDate | None) -> str:
    """Day, sort and headline: 2023-05-11 走访：某县领导走访企业."""
    word = table("interface")["events"][telling.mention.type]
    day = "" if date is None else f"{date} "
    phrase = " ".join(telling.told.article.headline.split())
    phrase = phrase if len(phrase) <= LONGEST_PHRASE else f"{phrase[: LONGEST_PHRASE - 1]}…"
    return f"{day}{word}：{phrase}" if phrase else f"{day}{word}"


def _add_report(event: Event, told: Iterable[Telling], facts: Facts) -> None:
    for telling in told:
        mention, source = telling.mention, [Source(telling.article, telling.mention.span)]
        said = [("reportedIn", telling.article)]
        if mention.date is not None and mention.date == event.date:
            said.append(("date", str(mention.date)))
        if mention.end_date is not None and mention.end_date == event.end_date:
            said.append(("endDate", str(mention.end_date)))
        for predicate, object in said:
            facts.add(event.key, predicate, object, mention.confidence, [mention.rule], source)


def _add_links(event: Event, told: list[Telling], facts: Facts) -> None:
    """The first role of ROLES for each who took part, all else as told; and who met whom, unless it is to come."""
    roles: dict[str, str] = {}
    for telling in told:
        for predicate, key, _ in telling.links:
            if predicate in ROLES:
                roles[key] = min(roles.get(key, predicate), predicate, key=ROLES.index)
    part: defaultdict[str, list[tuple[Telling, Claim]]] = defaultdict(list)
    for telling in told:
        for predicate, key, claim in telling.links:
            if roles.get(key, predicate) == predicate or predicate not in ROLES:
                facts.add(event.key, predicate, key, *_grounds([(telling, claim)]))
            if predicate in ROLES and key in telling.persons:
                part[key].append((telling, claim))
    if not event.planned:
        _add_meetings(part, facts)


def _add_meetings(part: dict[str, list[tuple[Telling, Claim]]], facts: Facts) -> None:
    """Both took part: the confidence is the product of both, the words are those that say it of each."""
    grounds = {person: _grounds(claims) for person, claims in part.items()}
    for a, b in combinations(sorted(grounds), 2):
        confidence = grounds[a][0] * grounds[b][0]
        rules, sources = [*grounds[a][1], *grounds[b][1]], [*grounds[a][2], *grounds[b][2]]
        facts.add(a, "met", b, confidence, rules, sources)


def _grounds(claims: list[tuple[Telling, Claim]]) -> tuple[float, list[str], list[Source]]:
    return (
        max(claim.confidence for _, claim in claims),
        [claim.rule for _, claim in claims],
        [Source(telling.article, claim.span) for telling, claim in claims],
    )


def days_of(found: Iterable[Telling]) -> dict[tuple[str, str], set[PartialDate]]:
    """For article and person the days of the events, past ones only, that show the person."""
    days: defaultdict[tuple[str, str], set[PartialDate]] = defaultdict(set)
    for telling in found:
        if telling.mention.date is not None and not telling.mention.planned:
            for person in telling.persons:
                days[telling.article, person].add(telling.mention.date)
    return days
