"""A synthetic region and what its papers tell of meetings: persons in posts, at events, with every word quoted.

Counties have bodies whose officials meet each other, guests from companies, and now and then officials of a neighbour.
Few attend much and many attend once; an event has two to a dozen guests. What is told besides is drawn from characters
as common as in life, so that the pages compress no better than real ones.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from itertools import accumulate, combinations
from random import Random

from kg.lexicon import words
from kg.model import Article, Block, Entity, Event, EventType, Fact, Holding, Knowledge, Page, PartialDate, Source, Span

PER_COUNTY, PER_PAGE, EVENTS_A_PERSON, FROM_ELSEWHERE = 60, 8, 0.35, 0.12
GUESTS, GUEST_WEIGHTS = (1, 2, 3, 4, 6, 9), (30, 30, 18, 12, 7, 3)
TYPES: tuple[EventType, ...] = ("Meeting", "Visit", "Signing", "Ceremony", "Training", "Activity")
TITLES = ("书记", "县长", "副县长", "局长", "副局长", "主任", "董事长", "总经理", "校长")
BODIES = ("县委", "县政府", "教育局", "发展和改革局", "市场监管局", "科技有限公司", "实业有限公司", "中学")
ROLES = (("chair", "主持会议"), ("leader", "带队"), ("speaker", "讲话"), ("attendee", "出席"), ("observer", "列席"))
FIRST, DAYS = datetime.date(2019, 1, 1), 5 * 365
STEEPNESS, AGREEMENTS = 0.7, 25


@dataclass(frozen=True, slots=True)
class _Person:
    key: str
    name: str
    county: int
    title: str
    body: str


@dataclass(slots=True)
class _Paper:
    """A page in the writing: its text so far, and where its articles begin."""

    name: str
    text: str = ""
    starts: list[int] = field(default_factory=list)

    def write(self, said: str) -> Source:
        """Adds words to the article that was opened last, and gives their place."""
        start, self.text = len(self.text), self.text + said
        return Source(f"{self.name}#a{len(self.starts)}", Span(self.name, start, len(self.text)))


@dataclass(slots=True)
class _Told:
    """What has been told so far."""

    random: Random
    facts: list[Fact] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    posts: dict[str, Holding] = field(default_factory=dict)
    things: dict[str, Entity] = field(default_factory=dict)
    named: dict[str, dict[str, None]] = field(default_factory=dict)

    def say(self, subject: str, predicate: str, target: str, *sources: Source) -> None:
        confidence = round(self.random.choice((0.97, 0.9, 0.9, 0.8, 0.55)), 2)
        self.facts.append(Fact(subject, predicate, target, confidence, ("benchmark",), tuple(sorted(sources))))

    def name(self, thing: str, source: Source) -> None:
        if source.article not in self.named.setdefault(thing, {}):
            self.named[thing][source.article] = None
            self.say(thing, "mentionedIn", source.article, source)


class _Letters:
    """Characters as common as the lexicon ranks them."""

    def __init__(self, random: Random, table: str) -> None:
        self._random, self._letters = random, words(table)
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self._letters))))

    def draw(self, count: int) -> str:
        return "".join(self._random.choices(self._letters, cum_weights=self._weights, k=count))


def meetings(people: int, seed: int = 1) -> Knowledge:
    """What the papers tell of a region of so many persons; the same for the same seed."""
    random = Random(seed)
    given, common = _Letters(random, "given_characters"), _Letters(random, "common_characters")
    counties = max(1, people // PER_COUNTY)
    places = [f"{given.draw(2)}{number}县" for number in range(counties)]
    persons = _people(people, places, _Letters(random, "surnames"), given, random)
    told = _Told(random)
    for person in persons:
        told.things[person.key] = Entity(person.key, "Person", (), person.name, (), ())
        told.things[f"body/{person.body}"] = Entity(f"body/{person.body}", "Organization", (), person.body, (), ())
    for place in places:
        told.things[f"division/{place}"] = Entity(f"division/{place}", "Division", (), place, (), (), "county")
    papers: list[_Paper] = []
    for number, guests in enumerate(_guest_lists(persons, counties, random)):
        if number % PER_PAGE == 0:
            papers.append(_Paper(f"{places[guests[0].county]}报-{len(papers):05d}.txt"))
        _report(told, papers[-1], number, guests, places[guests[0].county], common)
    return _knowledge(told, papers)


def _people(count: int, places: list[str], surnames: _Letters, given: _Letters, random: Random) -> list[_Person]:
    persons = []
    for number in range(count):
        county = number * len(places) // count
        name = surnames.draw(1) + given.draw(random.choice((1, 2, 2)))
        body = places[county] + random.choice(BODIES)
        persons.append(_Person(f"person/{name}-{number}", name, county, random.choice(TITLES), body))
    return persons


def _guest_lists(persons: list[_Person], counties: int, random: Random) -> list[list[_Person]]:
    """Who meets: a county's own, the first of them most often, now and then one from elsewhere; nobody is left out."""
    homes: list[list[_Person]] = [[] for _ in range(counties)]
    for person in persons:
        homes[person.county].append(person)
    weights = [list(accumulate((rank + 1) ** -STEEPNESS for rank in range(len(home)))) for home in homes]
    lists = []
    waiting = {person.key: person for person in persons}
    for number in range(round(len(persons) * EVENTS_A_PERSON)):
        home = number % counties
        wanted = random.choices(GUESTS, GUEST_WEIGHTS)[0]
        guests = {each.key: each for each in random.choices(homes[home], cum_weights=weights[home], k=wanted)}
        if random.random() < FROM_ELSEWHERE:
            away = (home + random.choice((1, 1, 1, 7))) % counties
            guests |= {each.key: each for each in random.choices(homes[away], cum_weights=weights[away], k=1)}
        late = [person for person in homes[home] if person.key in waiting and person.key not in guests]
        guests |= {each.key: each for each in late[: 2 if len(guests) > 1 else 3]}
        for key in guests:
            waiting.pop(key, None)
        lists.append(list(guests.values()))
    left = list(waiting.values())
    return [*lists, *(left[start : start + 2] for start in range(0, len(left) - 1, 2)), *([left[-2:]] if left else [])]


def _report(told: _Told, paper: _Paper, number: int, guests: list[_Person], place: str, common: _Letters) -> None:
    """One event in one article: the headline, day and place, who took part as what, and words that tell nothing."""
    paper.starts.append(len(paper.text))
    title = f"{place}{common.draw(10)}"
    headline = paper.write(title)
    day = FIRST + datetime.timedelta(days=told.random.randrange(DAYS))
    event, date = f"event/{day}-{number}", PartialDate(day.year, day.month, day.day)
    told.events.append(Event(event, told.random.choice(TYPES), title, date, None, False, (headline.article,)))
    told.say(event, "reportedIn", headline.article, headline)
    paper.write("\n本报讯 ")
    told.say(event, "date", str(day), paper.write(f"{day.month}月{day.day}日"))
    paper.write("，")
    where = paper.write(place)
    told.say(event, "place", f"division/{place}", where)
    told.name(f"division/{place}", where)
    for seat, guest in enumerate(guests):
        role, verb = ROLES[told.random.randrange(len(ROLES))] if seat == 0 else ("attendee", "、")
        post, name, act = paper.write(guest.body + guest.title), paper.write(guest.name), paper.write(verb)
        told.say(event, role, guest.key, _joined(name, act) if seat == 0 else name)
        told.name(guest.key, name)
        told.name(f"body/{guest.body}", post)
        _hold(told, guest, date, _joined(post, name))
    for one, other in combinations(guests, 2):
        told.say(one.key, "met", other.key, headline)
    if number % AGREEMENTS == 0:
        _sign(told, paper, event, guests[0], f"{common.draw(4)}合作协议", number)
    paper.write(f"出席。{common.draw(told.random.randrange(60, 300))}。\n")


def _sign(told: _Told, paper: _Paper, event: str, guest: _Person, title: str, number: int) -> None:
    quote = paper.write(f"签署《{title}》")
    deal = f"agreement/{title}-{number}"
    told.things[deal] = Entity(deal, "Agreement", (), title, (), ())
    told.say(event, "produced", deal, quote)
    told.say(f"body/{guest.body}", "partyTo", deal, quote)
    told.name(deal, quote)


def _joined(first: Source, last: Source) -> Source:
    return Source(first.article, Span(first.span.page, first.span.start, last.span.end))


def _hold(told: _Told, person: _Person, date: PartialDate, source: Source) -> None:
    if person.key in told.posts:
        return
    post, label = f"post/{person.body}-{person.title}", person.body + person.title
    key, body = f"occupancy/{person.key[7:]}", f"body/{person.body}"
    told.posts[person.key] = Holding(key, person.key, post, person.title, body, label, "current", (date,))
    told.say(person.key, "holds", post, source)


def _knowledge(told: _Told, papers: list[_Paper]) -> Knowledge:
    entities = [
        Entity(each.key, each.kind, (each.kind,), each.label, (), tuple(told.named.get(key, ())), each.level)
        for key, each in told.things.items()
    ]
    return Knowledge(
        pages=tuple(sorted(map(_page, papers), key=lambda page: page.id)),
        entities=tuple(sorted(entities, key=lambda each: each.key)),
        holdings=tuple(sorted(told.posts.values(), key=lambda each: each.key)),
        events=tuple(sorted(told.events, key=lambda each: each.key)),
        facts=tuple(sorted(told.facts, key=lambda each: (each.subject, each.predicate, each.object))),
    )


def _page(paper: _Paper) -> Page:
    ends = [*paper.starts[1:], len(paper.text)]
    articles = tuple(
        _article(paper, number, start, end)
        for number, (start, end) in enumerate(zip(paper.starts, ends, strict=True), start=1)
    )
    sha256 = hashlib.sha256(paper.text.encode()).hexdigest()
    return Page(paper.name, paper.name, paper.text, sha256, "utf-8", None, None, "benchmark", None, articles)


def _article(paper: _Paper, number: int, start: int, end: int) -> Article:
    text = paper.text[start:end]
    places = range(start, end)
    return Article(
        id=f"a{number}",
        page=paper.name,
        kind="news",
        headline=text.partition("\n")[0],
        text=text,
        starts=tuple(places),
        ends=tuple(place + 1 for place in places),
        gaps=frozenset(),
        blocks=(Block("body", 0, len(text)),),
        region=None,
        year=None,
        year_reason="benchmark",
    )
