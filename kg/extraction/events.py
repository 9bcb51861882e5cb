"""Reads events: a time and a word for something that happens open one; who is named from there on took part.

A sentence with another day, or with 近日 at the head of its paragraph, opens the next event; 当天, 会上 and the like go
on with the one before.
"""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clauses import Index, Sentence, sentences
from kg.extraction.credits import writers
from kg.extraction.dates import Time, times
from kg.extraction.openings import past_note
from kg.extraction.roles import add_bodies, add_links, add_people
from kg.extraction.sheet import Found, FoundEvent, Part, Sheet
from kg.extraction.titles import bylines
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, matcher_of
from kg.model import EventType


def read_events(sheet: Sheet) -> None:
    """Fills `sheet.events`."""
    index = Index(sheet.found)
    written_by = writers(sheet)
    for part in sheet.parts:
        _Story(sheet, part, index, written_by).read()


@cache
def _triggers() -> Matcher[str]:
    data = table("events")["types"]
    return Matcher({word: kind for kind in reversed(data["order"]) for word in data[kind]})


# How far into its paragraph a time may stand to open it.
HEAD = 3


class _Story:
    """Reads the events of one article."""

    def __init__(self, sheet: Sheet, part: Part, index: Index, written_by: set[tuple[int, int]]) -> None:
        self.sheet, self.part, self.index, self.written_by = sheet, part, index, written_by
        self.events: list[FoundEvent] = []
        self.seen: dict[str, FoundEvent] = {}

    def read(self) -> None:
        current: FoundEvent | None = None
        waiting: list[tuple[Sentence, list[Found]]] = []
        for number, sentence in enumerate(sentences(self.sheet, self.part)):
            time = self._opening_time(sentence)
            opened = self._open(sentence, time, current, number)
            side = opened is not None and time is not None and time.kind == "month"
            if opened is not None:
                self.events.append(opened)
                if not side:
                    current = opened
                    for earlier, people in waiting:
                        add_people(self.sheet, current, earlier, people)
                    waiting.clear()
            event = opened if side else current
            people = self._people(sentence, event, opened is not None)
            if event is None:
                if number < 3:
                    waiting.append((sentence, people))
                continue
            self._take(event, sentence, people, opened is not None)
        if not self.events:
            self._read_headline()
        self.sheet.events.extend(e for e in self.events if e.roles)

    def _read_headline(self) -> None:
        """An article whose body tells of no event may do so in its headline: 市政协召开主席会议."""
        for sentence in sentences(self.sheet, self.part, ("headline",)):
            kind = self._type(sentence)
            if kind is not None and self._is_held(sentence):
                event = FoundEvent(kind, sentence.start, sentence.end, self.part, rule="event-headline")
                self.events.append(event)
                self._take(event, sentence, self._people(sentence, event, True), True)
                return

    def _take(self, event: FoundEvent, sentence: Sentence, people: list[Found], opening: bool) -> None:
        """Adds what one sentence says to an event."""
        add_people(self.sheet, event, sentence, people)
        for person in people:
            self.seen.setdefault(person.name, event)
        add_bodies(self.sheet, event, sentence, self.index)
        add_links(self.sheet, event, sentence, self.index, opening)

    def _people(self, sentence: Sentence, event: FoundEvent | None, opening: bool) -> list[Found]:
        """The people of a sentence who can take part: no writers, nobody who is only part of a phrase."""
        people = []
        for person in self.index.between(sentence.start, sentence.end, ("Person",)):
            text = self.sheet.text
            writer = (person.start, person.end) in self.written_by or text.endswith(bylines(), 0, person.start)
            if writer or _in_phrase(text, person) or _appointed(text, person):
                continue
            other = self.seen.get(person.name)
            if other is None or other is event or opening:
                people.append(person)
        return people

    def _opening_time(self, sentence: Sentence) -> Time | None:
        """The time that a sentence gives to what it tells, if any."""
        found = times(self.sheet, self.part, sentence.start, sentence.end)
        heard = self._heard(sentence)
        rows = [t for t in found if t.start >= heard]
        return next((t for t in rows if t.kind == "day"), None) or next(iter(rows), None)

    def _heard(self, sentence: Sentence) -> int:
        """Where the news begins after 记者从…了解到."""
        text = self.sheet.text
        reporter = text.find("记者", sentence.start, sentence.end)
        if reporter < 0:
            return sentence.start
        found = ((text.find(word, reporter, sentence.end), len(word)) for word in listed("events", "heard"))
        return min((at + size for at, size in found if at >= 0), default=sentence.start)

    def _open(
        self, sentence: Sentence, time: Time | None, current: FoundEvent | None, number: int
    ) -> FoundEvent | None:
        """A new event if the sentence opens one."""
        kind = self._type(sentence) or self._happening(sentence, time)
        if kind is None or not self.index.between(sentence.start, sentence.end):
            return None
        if current is None:
            if (time is None or time.kind == "same") and not (number < 2 and self._is_held(sentence)):
                return None
        elif not self._goes_elsewhere(sentence, time, current):
            return None
        date = time.date if time is not None and time.kind in ("day", "month") else None
        end_date = time.end_date if time is not None else None
        text = self.sheet.text[sentence.start : sentence.end]
        planned = any(word in text for word in listed("events", "planned"))
        rule = f"event-{time.kind}" if time is not None else "event-lead"
        return FoundEvent(kind, sentence.start, sentence.end, self.part, date, end_date, planned, rule)

    def _happening(self, sentence: Sentence, time: Time | None) -> EventType | None:
        """A paragraph that opens with a day, or with 近日 and people, tells something that happened."""
        if not sentence.first or time is None or time.kind == "same" or time.start - sentence.start > HEAD:
            return None
        if time.kind == "day" or self.index.between(sentence.start, sentence.end, ("Person",)):
            headline = next(iter(sentences(self.sheet, self.part, ("headline",))), None)
            return (self._type(headline) if headline is not None else None) or "Activity"
        return None

    def _goes_elsewhere(self, sentence: Sentence, time: Time | None, current: FoundEvent) -> bool:
        """True if the sentence's time is not that of the event being told."""
        if time is None or time.kind == "same":
            return False
        if time.kind == "vague":
            return sentence.first and time.start - sentence.start < 4
        return time.date is not None and time.date != current.date

    def _is_held(self, sentence: Sentence) -> bool:
        return (
            next(matcher_of("events", "holding").find(self.sheet.text[sentence.start : sentence.end]), None) is not None
        )

    def _type(self, sentence: Sentence) -> EventType | None:
        """The type that the sentence's words speak for; a delegation on its way makes the whole a visit."""
        text = self.sheet.text[sentence.start : sentence.end]
        kinds = {kind for _, _, kind in _triggers().find(text)}
        if not kinds:
            return None
        if _is_outing(text):
            return "Visit"
        return next(kind for kind in table("events")["types"]["order"] if kind in kinds)


@cache
def _outing_pattern() -> re.Pattern[str]:
    data = table("events")["outing"]
    return re.compile(f"(?:{'|'.join(data['words'])})[^。]{{0,60}}?(?:{'|'.join(data['acts'])})")


def _is_outing(text: str) -> bool:
    return _outing_pattern().search(text) is not None


def _in_phrase(text: str, person: Found) -> bool:
    """True for a leader named only inside a fixed phrase: …总书记关于…的重要论述."""
    return text.startswith(listed("events", "phrases", "after"), person.end)


def _appointed(text: str, person: Found) -> bool:
    """True for someone whom a meeting only appoints or dismisses, or for whom another came: 受县长某某委托."""
    after = past_note(text, person.end)
    if text.startswith(listed("events", "appointments", "sending"), after):
        return True
    return text.endswith(listed("events", "appointments", "before"), 0, person.start) and (
        text.startswith(listed("events", "appointments", "after"), after)
    )
