"""Reads events: a time and a word for something that happens open one; who is named from there on took part.

Each story of an article is told on its own. Another day, or 当晚 with a meeting of its own, opens the next event; 会上
and the like go on with the one before. Background, what was called off and what lies years back open none.
"""

from __future__ import annotations

from kg.extraction.clauses import BODIES, Index, Sentence
from kg.extraction.company import came_to, follow, take_along, take_subject, told_with, visit_around
from kg.extraction.credits import writers
from kg.extraction.dates import UNDATED, Time, dateline
from kg.extraction.event_background import Background, looks_back
from kg.extraction.event_bodies import add_bodies, add_groups
from kg.extraction.event_openings import LEADS, begins, guess, is_planned, is_the_same
from kg.extraction.event_times import Clock
from kg.extraction.event_words import (
    doing,
    is_held,
    is_outing,
    is_received,
    is_void,
    joining_pattern,
    type_of,
)
from kg.extraction.partings import Ways, days_after, gone_apart, received_apart, take_beside
from kg.extraction.roles import add_links, add_people
from kg.extraction.sheet import Found, FoundEvent, Part, Sheet
from kg.extraction.speech import is_asked
from kg.extraction.stories import Story, stories
from kg.extraction.takers import Takers
from kg.extraction.turning import (
    back_on_the_way,
    days_on,
    goes_away,
    goes_back,
    goes_elsewhere,
    is_another,
    is_over,
    is_station,
    is_stop,
    joins_visit,
    received_there,
    resumed,
    sits_down,
    stays,
    stops_later,
    turned,
    turns,
)
from kg.lexicon import listed
from kg.lexicon.matcher import holds
from kg.model import EventType, PartialDate

# What a headline may call what its text only tells in parts.
KINDS = ("Visit", "Meeting", "Signing", "Ceremony")
# How many sentences before its first event a story may name those who took part.
BEFORE = 3
# How near the head of its sentence the name stands of whoever it is about.
NEAR = 24


def read_events(sheet: Sheet) -> None:
    """Fills `sheet.events`."""
    index = Index(sheet.found)
    written_by = writers(sheet)
    for part in sheet.parts:
        day = dateline(sheet, part)
        told: list[FoundEvent] = []
        for story in stories(sheet, part):
            teller = _Teller(sheet, part, index, written_by, story, day)
            if story.caption:
                told.extend(teller.picture(told))
                continue
            teller.after(told[-1] if told else None)
            told.extend(teller.read())
        if not told:
            told.extend(_Teller(sheet, part, index, written_by, Story(), day).headline())
        for event in told:
            if event.date is not None and event.date.year == UNDATED:
                event.date = event.end_date = None
        sheet.events.extend(event for event in told if event.roles)


class _Teller:
    """Reads the events of one story."""

    def __init__(
        self,
        sheet: Sheet,
        part: Part,
        index: Index,
        written_by: set[tuple[int, int]],
        story: Story,
        day: PartialDate | None,
    ) -> None:
        self.sheet, self.part, self.index = sheet, part, index
        self.story, self.clock = story, Clock(sheet, part, index, day)
        self.events: list[FoundEvent] = []
        self.earlier: Time | None = None
        self.main: FoundEvent | None = None
        self.aside: FoundEvent | None = None
        self.pending: list[Sentence] = []
        self.waiting: list[tuple[Sentence, list[Found]]] = []
        self.before: FoundEvent | None = None
        self.nested: list[tuple[FoundEvent, FoundEvent]] = []
        self.halves: list[FoundEvent] = []
        self.over = False
        self.background = Background()
        self.subject: Found | None = None
        self.takers = Takers(sheet, part, index, written_by, story)
        self.ways = Ways(sheet.text, index)

    def after(self, event: FoundEvent | None) -> None:
        """What was told before: a further report (又讯) is of its day, and 此次 goes on with it."""
        self.before = event
        if event is not None and self.story.further and event.date is not None:
            start = self.story.sentences[0].start
            self.earlier = Time(start, start, "day", event.date)

    def read(self) -> list[FoundEvent]:
        """The events that the story's sentences tell of."""
        for number, sentence in enumerate(self.ways.split(self.story.sentences)):
            self._tell(sentence, number)
        self._hear_headlines()
        follow(self.sheet, self.index, self.events, self.nested)
        for parts in (received_apart, gone_apart):
            apart = [parts(self.sheet.text, self.index, event) for event in self.events]
            self.events.extend(event for others in apart for event in others)
        return self.events

    def _tell(self, sentence: Sentence, number: int) -> None:
        """Reads one sentence, the `number`th of the story from 0."""
        text = self._text(sentence)
        on = self.main is not None and self.aside is not None and stays(text, self.main, self.aside)
        if sentence.first and not on:
            self.aside = None
        behind = self.background.goes_on(text, number)
        if is_void(text):
            return
        time = None if behind else self.clock.time(sentence)
        people = [] if self.ways.sums_up(sentence) else self.background.others(self.takers.of(sentence))
        day = self.main.date or self.sheet.page.issue_date if self.main is not None else None
        if behind or looks_back(sentence, time, day):
            self._look_back(sentence, time, people)
            return
        self.ways.hear(sentence, people, time)
        if sentence.first:
            self.over = is_over(text, people)
        self._wait(sentence, time, people, number)
        opened, beside = self._open(sentence, time, people, self.main, number)
        if opened is not None:
            self._begin(opened, beside, sentence, time, people, number)
            take_subject(opened, self.subject, sentence, text)
        elif self.main is not None:
            if received_there(text, sentence, self.main, self.sheet):
                self.main.type = "Meeting"
            self.main = back_on_the_way(text, sentence, time, self.main, self.nested)
        if self.main is None and self._goes_on(sentence, people):
            self.main = self.before
        if not take_beside(self.sheet, self.index, sentence, self.events):
            self._give(sentence, people, opened is not None, number)
        self.takers.add_unnamed(self.aside or self.main, sentence)
        self.subject = next((f for f in people if f.start - sentence.start < NEAR), None) or self.subject

    def _look_back(self, sentence: Sentence, time: Time | None, people: list[Found]) -> None:
        """What several did before, or besides what is told, is an event of its own; the rest is background."""
        self.background.hear(people, self.events)
        kind = self._type(sentence)
        signed = kind == "Signing" and len(self.index.between(sentence.start, sentence.end, BODIES)) > 1
        if kind is not None and (len(people) > 1 or signed):
            event = self._event(kind, sentence, time)
            self.events.append(event)
            self._take(event, sentence, people, True)

    def _wait(self, sentence: Sentence, time: Time | None, people: list[Found], number: int) -> None:
        """Takes note of a time or a word for what happens that stands before those who do something."""
        if self.main is not None:
            return
        if not people and time is not None and time.kind in ("day", "vague"):
            self.earlier, self.pending = time, [sentence]
        elif number == 0 and self.story.item and not people and self._type(sentence) is not None:
            self.pending = [sentence]
        resumes = number < LEADS and resumed(self._text(sentence)) and not (self.story.item or self.story.further)
        if resumes or is_the_same(self.sheet.text, self.story, self.before, time, people):
            self.main = self.before

    def _begin(
        self,
        event: FoundEvent,
        beside: bool,
        sentence: Sentence,
        time: Time | None,
        people: list[Found],
        number: int,
    ) -> None:
        """Takes a new event for the one being told, or for one beside it."""
        if self.main is not None and not beside:
            take_along(self.sheet, self.main, sentence, people)
        self.events.append(event)
        if beside or (self.main is None and number > 0 and time is not None and time.kind == "month"):
            self.aside = event
            return
        self.main, self.aside = event, None
        for earlier, others in self.waiting:
            add_people(self.sheet, event, earlier, others)
        self.waiting.clear()
        for earlier in self.pending:
            self._take(event, earlier, [], True)
        self.pending.clear()

    def _give(self, sentence: Sentence, people: list[Found], opening: bool, number: int) -> None:
        """Adds what one sentence says to the event that it tells of."""
        text = self._text(sentence)
        event = self.aside or self.main
        if not opening:
            event = goes_back(text, self.sheet.text, event, self.events) or event
        if event is None:
            if number < BEFORE:
                self.waiting.append((sentence, people))
            return
        if event.type == "Meeting" and joins_visit(text):
            visit = next((e for e in self.events if e.type == "Visit"), None)
            if visit is not None:
                add_people(self.sheet, visit, sentence, people)
        elif not opening and event in self.halves and joins_visit(text):
            for half in self.halves:
                add_people(self.sheet, half, sentence, people)
        if not opening and holds(text, listed("events", "whole")):
            for other in self.events:
                add_people(self.sheet, other, sentence, people)
        else:
            known = {f.name for f in event.roles}
            people = [f for f in people if not self.over or f.name in known]
            self._take(event, sentence, people, opening)

    def _hear_headlines(self) -> None:
        """A delegation that only the headline names took part in the one event that the story tells of."""
        if len(self.events) == 1:
            for sentence in self.story.headlines:
                add_groups(self.sheet, self.events[0], sentence, self.index, listed("events", "bodies", "delegations"))

    def headline(self) -> list[FoundEvent]:
        """An article whose body tells of no event may do so in its headline: 市政协召开主席会议."""
        for story in stories(self.sheet, self.part):
            for sentence in story.headlines:
                kind = self._type(sentence)
                if kind is not None and is_held(self._text(sentence)):
                    event = FoundEvent(kind, sentence.start, sentence.end, self.part, rule="event-headline")
                    self._take(event, sentence, self.takers.of(sentence), True)
                    return [event]
            told = self._told_below(story)
            if told is not None:
                return [told]
        return []

    def _told_below(self, story: Story) -> FoundEvent | None:
        """What a headline calls a visit, a meeting or the like, if people below it do what is done there."""
        kinds = [kind for sentence in story.headlines if (kind := self._type(sentence)) in KINDS]
        if not kinds:
            return None
        first = story.headlines[0]
        event = FoundEvent(kinds[0], first.start, story.headlines[-1].end, self.part, rule="event-headline")
        for row in story.sentences:
            if doing().search(self._text(row)) is not None:
                self._take(event, row, self.takers.of(row), False)
            self.takers.add_unnamed(event, row)
        return event if sum(f.kind == "Person" for f in event.roles) > 1 else None

    def picture(self, told: list[FoundEvent]) -> list[FoundEvent]:
        """The event that a caption tells of, unless the article told of it or of its bodies before."""
        rows = [(sentence, self.takers.of(sentence)) for sentence in self.story.sentences]
        names = {person.name for _, people in rows for person in people}
        times = (self.clock.time(sentence) for sentence, _ in rows)
        time = next((t for t in times if t is not None and t.kind == "day"), None)
        if time is None and not (len(names) > 1 and is_received(self._text(rows[0][0])) and not told_with(names, told)):
            return []
        for event in told_with(names, told):
            if time is not None and event.date in (time.date, None):
                for sentence, people in rows:
                    add_people(self.sheet, event, sentence, people)
                return []
        event = self._event(self._type(rows[0][0]) or "Activity", rows[0][0], time)
        for sentence, people in rows:
            self._take(event, sentence, people, sentence is rows[0][0])
        known = {f.name for earlier in told for f in earlier.roles}
        return [event] if names or not known & {f.name for f in event.roles} else []

    def _text(self, sentence: Sentence) -> str:
        return self.sheet.text[sentence.start : sentence.end]

    def _take(self, event: FoundEvent, sentence: Sentence, people: list[Found], opening: bool) -> None:
        """Adds what one sentence says to an event."""
        if not opening and event.type not in ("Visit", "Meeting"):
            people = [f for f in people if not is_asked(self.sheet.text, f, self.part.start + sentence.block.start)]
        add_people(self.sheet, event, sentence, people)
        add_bodies(self.sheet, event, sentence, self.index)
        add_links(self.sheet, event, sentence, self.index, opening)

    def _type(self, sentence: Sentence) -> EventType | None:
        return type_of(self._text(sentence))

    def _goes_on(self, sentence: Sentence, people: list[Found]) -> bool:
        """True for a part that goes on with the event before: 此次大赛, or only says who took part: 甲、乙参加调研。"""
        text = self._text(sentence)
        joins = bool(people) and joining_pattern().search(text) is not None
        return self.before is not None and (joins or holds(text, listed("events", "back")))

    # ---- opening ---------------------------------------------------------------------------------------------------

    def _open(
        self, sentence: Sentence, time: Time | None, people: list[Found], main: FoundEvent | None, number: int
    ) -> tuple[FoundEvent | None, bool]:
        """A new event if the sentence opens one, and whether the story goes on with the one before it afterwards."""
        kind = self._type(sentence)
        planned = is_planned(self._text(sentence), time, self.clock.today or self.sheet.page.issue_date)
        named = bool(self.index.between(sentence.start, sentence.end, BODIES))
        another = main is not None and is_another(self.index, sentence, self._text(sentence), main)
        bodies = named and (kind is not None or is_held(self._text(sentence)) or another)
        if not people and not bodies:
            moves = kind is not None and not planned and main is not None
            if main is None or not moves or not self._elsewhere(sentence, time, kind, main):
                return None, False
        if main is None:
            time = time if time is not None and time.kind != "same" else self.earlier or time
            if not begins(self.sheet.text, self.story, self.pending, sentence, time, kind, people, number):
                return None, False
            return self._event(kind or self._guess(sentence), sentence, time, planned), False
        if planned and not main.planned:
            dated = time is not None and time.kind in ("day", "month")
            if kind is None and holds(self._text(sentence), listed("events", "planned", "going")):
                kind = "Visit"
            return (self._event(kind, sentence, time, True), True) if dated and kind else (None, False)
        if self._elsewhere(sentence, time, kind, main):
            event = self._event(kind or self._guess(sentence), sentence, time, planned)
            visit = visit_around(self.sheet.text, self.events, event)
            if visit is not None:
                self.nested.append((event, visit))
            return event, False
        if sentence.first and is_stop(self._text(sentence), kind, main):
            event = self._event("Meeting" if kind == "Visit" else kind or "Meeting", sentence, time, planned)
            event.date = event.date or (main.date if main.end_date is None else None)
            self.nested.append((event, main))
            return event, True
        return self._turn(sentence, time, people, main, planned)

    def _turn(
        self, sentence: Sentence, time: Time | None, people: list[Found], main: FoundEvent, planned: bool
    ) -> tuple[FoundEvent | None, bool]:
        """What a sentence turns to on the same day or the next: others who go elsewhere, a stop, a meeting."""
        text = self._text(sentence)
        if sentence.first and is_station(text, main):
            event = self._event(type_of(text) or "Activity", sentence, time, planned)
            event.date = event.date or (main.date if main.end_date is None else None)
            return event, True
        if self.ways.part(sentence, people, main):
            event = self._event("Visit", sentence, time, planned)
            if time is None or time.kind != "day":
                event.date, event.end_date = self.ways.day(main)
            return event, False
        if (days := days_on(text, people, main)) is not None:
            event = self._event(type_of(text) or self._guess(sentence), sentence, time, planned)
            event.date = days_after(main.date, days) if main.date is not None else None
            return event, False
        if (away := goes_away(text, people, main)) or stops_later(text, people, main, self.sheet):
            event = self._event("Visit", sentence, time, planned)
            event.date, event.roles = main.date, {} if away else came_to(self.sheet.text, main)
            self.halves = self.halves if away else [*(self.halves or [main]), event]
            return event, False
        if sits_down(text, people, main):
            event = self._event("Meeting", sentence, time, planned)
            event.date = event.date or main.date
            self.nested.append((event, main))
            return event, True
        another = is_another(self.index, sentence, text, main)
        if another or turns(text, people, main):
            default: EventType = "Visit" if is_outing(text) else "Activity" if another else "Meeting"
            event = self._event(turned(text) or default, sentence, time, planned)
            event.date = main.date
            if (
                main.type == "Visit"
                and event.type == "Meeting"
                and text.startswith(listed("events", "turns", "onward"))
            ):
                self.nested.append((event, main))
            return event, True
        return None, False

    def _guess(self, sentence: Sentence) -> EventType:
        return guess(self.sheet.text, self.story, self.pending, sentence)

    def _event(self, kind: EventType, sentence: Sentence, time: Time | None, planned: bool = False) -> FoundEvent:
        date = time.date if time is not None and time.kind in ("day", "month") else None
        end_date = time.end_date if time is not None else None
        rule = f"event-{time.kind}" if time is not None else "event-lead"
        return FoundEvent(kind, sentence.start, sentence.end, self.part, date, end_date, planned, rule)

    def _elsewhere(self, sentence: Sentence, time: Time | None, kind: EventType | None, main: FoundEvent) -> bool:
        return goes_elsewhere(self.sheet, self.part, self.index, sentence, time, kind, main)
