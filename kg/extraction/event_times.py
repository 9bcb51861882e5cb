"""The day of what a sentence tells: of its times the one that is not heard of, said, or only on the way."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kg.extraction.clauses import Index, Sentence
from kg.extraction.dates import Time, times
from kg.extraction.event_words import dateline_pattern, type_of
from kg.extraction.sheet import Part, Sheet
from kg.extraction.speech import heard_from, spoken_from
from kg.lexicon import table
from kg.model import PartialDate

# How far after a day the word may stand for what happened on it.
NEAR = 30
# How far from the head of its paragraph a day stands that opens it.
NEAR_HEAD = 4


class Clock:
    """Gives the sentences of one story their times, in reading order; `today` is the day of writing, if known."""

    def __init__(self, sheet: Sheet, part: Part, index: Index, today: PartialDate | None) -> None:
        self.sheet, self.part, self.index = sheet, part, index
        self.today = self.anchor = today
        self._ahead: Time | None = None

    def time(self, sentence: Sentence) -> Time | None:
        """The time that a sentence gives to what it tells, if any."""
        text = self.sheet.text
        found = times(self.sheet, self.part, sentence.start, sentence.end, self.anchor, self.today)
        line = dateline_pattern().match(text, sentence.start, sentence.end)
        heard = max(heard_from(text, sentence), sentence.start if line is None else line.end())
        spoken = spoken_from(text, self.index, sentence)
        rows = [t for t in found if heard <= t.start < spoken and not t.past]
        time = self._day_of_acts([t for t in rows if t.kind == "day"]) or next(iter(rows), None)
        if time is not None and time.kind == "day" and time.date is not None:
            self.anchor = time.date
        ahead, self._ahead = self._ahead, None
        if sentence.first and time is not None and time.kind == "day" and self._says_only_when(sentence, time):
            self._ahead = time
        same = time is None or time.kind == "same"
        return ahead if same and ahead is not None and _there().match(text, sentence.start) is not None else time

    def _says_only_when(self, sentence: Sentence, day: Time) -> bool:
        """True for a day with nobody in its sentence: those who did something are named in the next: 仪式上，."""
        opens = day.start - sentence.start < NEAR_HEAD
        return opens and not self.index.between(sentence.start, sentence.end, ("Person",))

    def _day_of_acts(self, days: list[Time]) -> Time | None:
        """The first of several days after which something happens, or else the first: 前晚抵埠，昨日走访某会."""
        issue = self.sheet.page.issue_date
        for day, after in pairwise(days):
            if type_of(self.sheet.text[day.end : after.start]) is not None:
                return day
            if after.date is None or issue is None or after.date > issue:
                break
            if type_of(self.sheet.text[after.end : after.end + NEAR]) is not None:
                return after
        return next(iter(days), None)


@cache
def _there() -> re.Pattern[str]:
    """What stands before those who did something at what the sentence before gave the day of."""
    return re.compile(table("events")["turns"]["there"])
