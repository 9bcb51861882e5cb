"""Who of the people that a story names can take part in what it tells: not the dead, but the newly appointed."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clauses import Index, Sentence, list_until
from kg.extraction.presence import is_mourned, is_of_another_year, is_present
from kg.extraction.sheet import Found, FoundEvent, Part, Sheet
from kg.extraction.stories import Story
from kg.lexicon import listed, longest_first


class Takers:
    """Gives the sentences of one story, in reading order, the people who can take part."""

    def __init__(self, sheet: Sheet, part: Part, index: Index, written_by: set[tuple[int, int]], story: Story) -> None:
        self._text, self._year, self._index = sheet.text, part.article.year, index
        self._written_by = written_by
        self._appointed: list[Found] = []
        self._pair: list[Found] = []
        rows = [f for s in story.sentences for f in index.between(s.start, s.end, ("Person",))]
        self._dead = {f.name for f in rows if is_mourned(sheet.text, f)}

    def of(self, sentence: Sentence) -> list[Found]:
        """The people of a sentence who can take part."""
        return [
            person
            for person in self._index.between(sentence.start, sentence.end, ("Person",))
            if (person.start, person.end) not in self._written_by
            and person.name not in self._dead
            and is_present(self._text, self._index, sentence, person)
            and not is_of_another_year(self._text, person, sentence, self._year)
        ]

    def add_unnamed(self, event: FoundEvent | None, sentence: Sentence) -> None:
        """Adds those whom a sentence means without their names: 两人…; 向新任命人员颁发任命书."""
        both = _both().match(self._text, sentence.start, sentence.end)
        if event is not None and both is not None and len(self._pair) == 2:
            role = "signatory" if event.type == "Signing" else "attendee"
            _add(event, self._pair, role, *both.span())
        welcomed = _appointing("welcomed").search(self._text, sentence.start, sentence.end)
        if event is not None and welcomed is not None:
            _add(event, self._appointed, "recipient", *welcomed.span())
        self._hear(sentence)

    def _hear(self, sentence: Sentence) -> None:
        people = self._index.between(sentence.start, sentence.end, ("Person",))
        for verb in _appointing("appointing").finditer(self._text, sentence.start, sentence.end):
            end = _appointing("dismissing").search(self._text, verb.end(), sentence.end)
            self._appointed += [f for f in people if verb.end() <= f.start < (end.start() if end else sentence.end)]
        if people:
            self._pair = list_until(self._text, people, ("Person",))


def _add(event: FoundEvent, people: list[Found], role: str, start: int, end: int) -> None:
    names = {f.name for f in event.roles}
    for person in people:
        if person.name not in names:
            event.roles[person] = (role, start, end, "named-at-event")


@cache
def _both() -> re.Pattern[str]:
    """Two people of whom the sentence before told, at the head of a sentence and perhaps after a day."""
    return re.compile(f"(?:[^，。；]{{0,8}}日[^，。；]{{0,2}}，)?(?:{'|'.join(listed('events', 'pairs'))})")


@cache
def _appointing(key: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", "appointments", key))))
