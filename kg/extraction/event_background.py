"""What a story tells of what lies behind it: figures, and what was done months before, by people of their own."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.clauses import Sentence
from kg.extraction.dates import Time
from kg.extraction.event_words import opens_with
from kg.extraction.sheet import Found, FoundEvent
from kg.lexicon import listed
from kg.model import PartialDate

# How far into its sentence a time may stand to open it.
HEAD = 3


class Background:
    """What one story has told so far of its background, in reading order."""

    def __init__(self) -> None:
        self._on = False
        self._names: set[str] = set()

    def goes_on(self, text: str, number: int) -> bool:
        """True for a sentence of background, the `number`th of the story from 0, or one going on with it: 其中，."""
        further = self._on and text.startswith(listed("events", "background", "further"))
        self._on = number > 0 and (further or opens_with(text, "background") is not None)
        return self._on

    def hear(self, people: Sequence[Found], events: Sequence[FoundEvent]) -> None:
        """Takes note of those whom only the background names."""
        known = {f.name for event in events for f in event.roles}
        self._names |= {f.name for f in people} - known

    def others(self, people: Sequence[Found]) -> list[Found]:
        """Those of these people who may be at what is told."""
        return [f for f in people if f.name not in self._names]


def looks_back(sentence: Sentence, time: Time | None, day: PartialDate | None) -> bool:
    """True for what opens with a month before the day of what is being told: 今年二月，甲带队到乙镇."""
    if time is None or time.kind != "month" or time.start - sentence.start > HEAD:
        return False
    if time.date is None or time.end_date is not None or day is None or not day.month:
        return False
    return (time.date.year, time.date.month or 0) < (day.year, day.month)
