"""Reads events: a time and a word for something that happens open one; who is named from there on took part.

Each story of an article is told on its own. Another day, or 当晚 with a meeting of its own, opens the next event; 会上
and the like go on with the one before. Background, what was called off and what lies years back open none.
"""

from __future__ import annotations

from kg.extraction.clauses import BODIES, Index, Sentence
from kg.extraction.company import follow, visit_around
from kg.extraction.credits import writers
from kg.extraction.dates import UNDATED, Time, dateline, times
from kg.extraction.event_bodies import add_bodies, add_groups
from kg.extraction.event_openings import LEADS, begins, guess
from kg.extraction.event_words import (
    dateline_pattern,
    doing,
    is_held,
    is_outing,
    is_void,
    joining_pattern,
    opens_with,
    planned_pattern,
    type_of,
)
from kg.extraction.partings import Ways, day_after, gone_apart, received_apart, take_beside
from kg.extraction.presence import heard_from, is_asked, is_of_another_year, is_present, spoken_from
from kg.extraction.roles import add_links, add_people, going
from kg.extraction.sheet import Found, FoundEvent, Part, Sheet
from kg.extraction.stories import Story, stories
from kg.extraction.turning import (
    crosses,
    is_another,
    is_next_day,
    is_party,
    is_stop,
    joins_visit,
    quotes,
    received_there,
    resumed,
    sits,
    stays,
    turned,
    turns,
)
from kg.lexicon import listed
from kg.lexicon.matcher import holds
from kg.model import EventType, PartialDate

# How far into its sentence a time may stand to open it.
HEAD = 3
# What a headline may call what its text only tells in parts.
KINDS = ("Visit", "Meeting", "Signing", "Ceremony")
# How many sentences before its first event a story may name those who took part.
BEFORE = 3


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
        self.sheet, self.part, self.index, self.written_by = sheet, part, index, written_by
        self.story, self.today, self.anchor = story, day, day
        self.events: list[FoundEvent] = []
        self.earlier: Time | None = None
        self.pending: list[Sentence] = []
        self.before: FoundEvent | None = None
        self.nested: list[tuple[FoundEvent, FoundEvent]] = []
        self.ways = Ways(sheet.text, index)

    def after(self, event: FoundEvent | None) -> None:
        """What was told before: a further report (又讯) is of its day, and 此次 goes on with it."""
        self.before = event
        if event is not None and self.story.further and event.date is not None:
            start = self.story.sentences[0].start
            self.earlier = Time(start, start, "day", event.date)

    def read(self) -> list[FoundEvent]:
        """The events that the story's sentences tell of."""
        main: FoundEvent | None = None
        aside: FoundEvent | None = None
        waiting: list[tuple[Sentence, list[Found]]] = []
        for number, sentence in enumerate(self.ways.split(self.story.sentences)):
            on = main is not None and aside is not None and stays(self._text(sentence), main, aside)
            if sentence.first and not on:
                aside = None
            background = number > 0 and opens_with(self._text(sentence), "background") is not None
            if background or is_void(self._text(sentence)):
                continue
            time = self._time(sentence)
            people = self._people(sentence)
            self.ways.hear(sentence, people)
            if main is None and not people and time is not None and time.kind in ("day", "vague"):
                self.earlier, self.pending = time, [sentence]
            elif main is None and number == 0 and self.story.item and not people and self._type(sentence) is not None:
                self.pending = [sentence]
            resumes = number < LEADS and resumed(self._text(sentence)) and not (self.story.item or self.story.further)
            if main is None and (resumes or self._is_the_same(time, people)):
                main = self.before
            opened, beside = self._open(sentence, time, people, main, number)
            if opened is not None:
                if main is not None and not beside:
                    self._take_along(main, sentence, people)
                self.events.append(opened)
                if beside or (main is None and number > 0 and time is not None and time.kind == "month"):
                    aside = opened
                else:
                    main, aside = opened, None
                    for earlier, others in waiting:
                        add_people(self.sheet, main, earlier, others)
                    waiting.clear()
                    for earlier in self.pending:
                        self._take(main, earlier, [], True)
                    self.pending.clear()
            if main is not None and opened is None:
                if received_there(self._text(sentence), sentence, main, self.sheet):
                    main.type = "Meeting"
                main = self._back_on_the_way(sentence, time, main)
            if main is None and (self._points_back(sentence) or (people and self._goes_on(sentence))):
                main = self.before
            if take_beside(self.sheet, self.index, sentence, self.events):
                continue
            event = self._journey(sentence) or aside or main
            if event is not None and event.type == "Meeting" and joins_visit(self._text(sentence)):
                visit = next((e for e in self.events if e.type == "Visit"), None)
                if visit is not None:
                    add_people(self.sheet, visit, sentence, people)
            if event is not None and holds(self._text(sentence), listed("events", "whole")):
                for other in self.events:
                    add_people(self.sheet, other, sentence, people)
            elif event is not None:
                self._take(event, sentence, people, opened is not None)
            elif number < BEFORE:
                waiting.append((sentence, people))
        self._hear_headlines()
        follow(self.sheet, self.index, self.events, self.nested)
        for parts in (received_apart, gone_apart):
            apart = [parts(self.sheet.text, self.index, event) for event in self.events]
            self.events.extend(event for others in apart for event in others)
        return self.events

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
                    self._take(event, sentence, self._people(sentence), True)
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
        rows = [row for row in story.sentences if doing().search(self._text(row)) is not None]
        for row in rows:
            self._take(event, row, self._people(row), False)
        return event if sum(f.kind == "Person" for f in event.roles) > 1 else None

    def picture(self, told: list[FoundEvent]) -> list[FoundEvent]:
        """The event that a caption tells of, unless the article told of it before."""
        rows = [(sentence, self._people(sentence)) for sentence in self.story.sentences]
        names = {person.name for _, people in rows for person in people}
        time = next((t for sentence, _ in rows if (t := self._time(sentence)) is not None and t.kind == "day"), None)
        if time is None or (told and not names):
            return []
        for event in told:
            if event.date in (time.date, None) and names & {f.name for f in event.roles if f.kind == "Person"}:
                for sentence, people in rows:
                    add_people(self.sheet, event, sentence, people)
                return []
        event = self._event(self._type(rows[0][0]) or "Activity", rows[0][0], time)
        for sentence, people in rows:
            self._take(event, sentence, people, sentence is rows[0][0])
        return [event]

    # ---- one sentence ----------------------------------------------------------------------------------------------

    def _text(self, sentence: Sentence) -> str:
        return self.sheet.text[sentence.start : sentence.end]

    def _take(self, event: FoundEvent, sentence: Sentence, people: list[Found], opening: bool) -> None:
        """Adds what one sentence says to an event."""
        if not opening and event.type not in ("Visit", "Meeting"):
            people = [f for f in people if not is_asked(self.sheet.text, f)]
        add_people(self.sheet, event, sentence, people)
        add_bodies(self.sheet, event, sentence, self.index)
        add_links(self.sheet, event, sentence, self.index, opening)

    def _back_on_the_way(self, sentence: Sentence, time: Time | None, main: FoundEvent) -> FoundEvent:
        """The visit that a new paragraph goes on with after a meeting within it: 考察团其后到…参观."""
        visit = next((visit for event, visit in self.nested if event is main), None)
        if visit is None or not sentence.first or time is not None:
            return main
        text = self._text(sentence)
        goes = is_party(text, visit) and (type_of(text) == "Visit" or going().search(text) is not None)
        return visit if goes and not holds(text, listed("events", "same")) else main

    def _journey(self, sentence: Sentence) -> FoundEvent | None:
        """The first visit of a story, for a sentence on who came along: 随团到访的甲."""
        along = self._text(sentence).startswith(listed("events", "company", "along"))
        return next((e for e in self.events if e.type == "Visit"), None) if along else None

    def _take_along(self, main: FoundEvent, sentence: Sentence, people: list[Found]) -> None:
        """Whoever came along, as the words say that tell of what is next, was there before: 甲随团在港，今日走访…."""
        for word in listed("events", "company", "with"):
            at = self.sheet.text.find(word, sentence.start, sentence.end)
            if at >= 0:
                add_people(self.sheet, main, sentence, [f for f in people if f.end <= at])

    def _people(self, sentence: Sentence) -> list[Found]:
        """The people of a sentence who can take part."""
        return [
            person
            for person in self.index.between(sentence.start, sentence.end, ("Person",))
            if (person.start, person.end) not in self.written_by
            and is_present(self.sheet.text, self.index, sentence, person)
            and not is_of_another_year(self.sheet.text, person, sentence, self.part.article.year)
        ]

    def _time(self, sentence: Sentence) -> Time | None:
        """The time that a sentence gives to what it tells, if any."""
        found = times(self.sheet, self.part, sentence.start, sentence.end, self.anchor, self.today)
        line = dateline_pattern().match(self.sheet.text, sentence.start, sentence.end)
        heard = max(heard_from(self.sheet.text, sentence), sentence.start if line is None else line.end())
        spoken = spoken_from(self.sheet.text, self.index, sentence)
        rows = [t for t in found if heard <= t.start < spoken and not t.past]
        time = next((t for t in rows if t.kind == "day"), None) or next(iter(rows), None)
        if time is not None and time.kind == "day" and time.date is not None:
            self.anchor = time.date
        return time

    def _type(self, sentence: Sentence) -> EventType | None:
        return type_of(self._text(sentence))

    def _points_back(self, sentence: Sentence) -> bool:
        """True for a part under a headline of its own that goes on with the event before: 此次大赛."""
        text = self._text(sentence)
        return self.before is not None and holds(text, listed("events", "back"))

    def _goes_on(self, sentence: Sentence) -> bool:
        """True for a part of its own that only says who else took part: 甲、乙参加调研。"""
        return self.before is not None and joining_pattern().search(self._text(sentence)) is not None

    def _is_the_same(self, time: Time | None, people: list[Found]) -> bool:
        """True for a part that a picture, a credit or a subheading cut off: 会上，, or one of its people."""
        if self.before is None or self.story.item or self.story.further:
            return False
        known = {f.name for f in self.before.roles} & {f.name for f in people}
        framed = time is not None and time.kind == "same" and time.start == self.story.sentences[0].start
        quoted = quotes([self._text(row) for row in self.story.headlines], people)
        return framed or (bool(known) and (time is None or time.kind == "same")) or quoted

    def _is_planned(self, sentence: Sentence, time: Time | None) -> bool:
        """True for what is announced; no day before the issue is to come."""
        text = self._text(sentence)
        if planned_pattern().search(text) is None:
            return False
        issue = self.today or self.sheet.page.issue_date
        date = time.date if time is not None and time.kind == "day" else None
        return date is None or issue is None or not issue.day or date >= issue

    # ---- opening ---------------------------------------------------------------------------------------------------

    def _open(
        self, sentence: Sentence, time: Time | None, people: list[Found], main: FoundEvent | None, number: int
    ) -> tuple[FoundEvent | None, bool]:
        """A new event if the sentence opens one, and whether the story goes on with the one before it afterwards."""
        kind = self._type(sentence)
        planned = self._is_planned(sentence, time)
        named = bool(self.index.between(sentence.start, sentence.end, BODIES))
        another = main is not None and is_another(self.index, sentence, self._text(sentence), main)
        bodies = named and (kind is not None or is_held(self._text(sentence)) or another)
        if not people and not bodies:
            moves = kind is not None and not planned and main is not None
            if main is None or not moves or not self._goes_elsewhere(sentence, time, kind, main):
                return None, False
        if main is None:
            time = time if time is not None and time.kind != "same" else self.earlier or time
            if not begins(self.sheet.text, self.story, self.pending, sentence, time, kind, people, number):
                return None, False
            return self._event(kind or self._guess(sentence), sentence, time, planned), False
        if planned and not main.planned:
            dated = time is not None and time.kind in ("day", "month")
            return (self._event(kind, sentence, time, True), True) if dated and kind else (None, False)
        if self._goes_elsewhere(sentence, time, kind, main):
            event = self._event(kind or self._guess(sentence), sentence, time, planned)
            visit = visit_around(self.events, event)
            if visit is not None:
                self.nested.append((event, visit))
            return event, False
        if sentence.first and is_stop(self._text(sentence), kind, main):
            event = self._event("Meeting" if kind == "Visit" else kind or "Meeting", sentence, time, planned)
            event.date = event.date or (main.date if main.end_date is None else None)
            self.nested.append((event, main))
            return event, True
        if self.ways.part(sentence, people, main):
            event = self._event("Visit", sentence, time, planned)
            event.date, event.end_date = self.ways.day(main)
            return event, False
        if is_next_day(self._text(sentence), people, main):
            event = self._event(kind or self._guess(sentence), sentence, time, planned)
            event.date = day_after(main.date) if main.date is not None else None
            return event, False
        if another or turns(self._text(sentence), people, main):
            default: EventType = "Visit" if is_outing(self._text(sentence)) else "Activity" if another else "Meeting"
            event = self._event(turned(self._text(sentence)) or default, sentence, time, planned)
            event.date = main.date
            return event, True
        return None, False

    def _guess(self, sentence: Sentence) -> EventType:
        return guess(self.sheet.text, self.story, self.pending, sentence)

    def _event(self, kind: EventType, sentence: Sentence, time: Time | None, planned: bool = False) -> FoundEvent:
        date = time.date if time is not None and time.kind in ("day", "month") else None
        end_date = time.end_date if time is not None else None
        rule = f"event-{time.kind}" if time is not None else "event-lead"
        return FoundEvent(kind, sentence.start, sentence.end, self.part, date, end_date, planned, rule)

    def _goes_elsewhere(self, sentence: Sentence, time: Time | None, kind: EventType | None, main: FoundEvent) -> bool:
        """True if the sentence's time is not that of the event being told."""
        if time is None or time.kind in ("same", "month"):
            return False
        if time.kind == "vague":
            goes_on = self.sheet.text[time.start : time.end] in listed("events", "vague", "ongoing")
            if goes_on and is_party(self._text(sentence), main):
                return False
            return sentence.first and time.start - sentence.start <= HEAD
        if time.date is None:
            return False
        if time.date == main.date:
            later = sentence.first and sentence.start != main.start and time.end_date is None
            return later and main.end_date is not None and sits(self._text(sentence), kind, main)
        if main.date is not None and main.end_date is not None and main.date <= time.date <= main.end_date:
            if (
                kind == main.type == "Visit"
                and is_party(self._text(sentence), main)
                and not crosses(self.index, self.part, sentence)
            ):
                return False
            return kind is not None and (
                kind != main.type or (time.start - sentence.start <= HEAD and time.end_date is None)
            )
        return kind is not None or time.start - sentence.start <= HEAD
