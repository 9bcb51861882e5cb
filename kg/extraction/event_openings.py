"""Says whether a sentence opens the first event of its story, and what an event is whose sentence does not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.clauses import Sentence
from kg.extraction.dates import Time
from kg.extraction.event_words import is_held, is_outing, planned_pattern, type_of
from kg.extraction.sheet import Found, FoundEvent
from kg.extraction.stories import Story
from kg.extraction.turning import quotes
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds
from kg.model import EventType, PartialDate

# In how many sentences from its beginning a story that names no time may say what it is about.
LEADS = 2
# A day or month that is told of as to come.
MONTH = re.compile("[0-9一二三四五六七八九十]月|[0-9]日")


def begins(
    text: str,
    story: Story,
    pending: Sequence[Sentence],
    sentence: Sentence,
    time: Time | None,
    kind: EventType | None,
    people: Sequence[Found],
    number: int,
) -> bool:
    """True if a sentence, the `number`th from 0, opens the first event; `pending` waited for those who do something."""
    words = text[sentence.start : sentence.end]
    if kind is None and people and story.item and any(_type(text, row) is not None for row in pending):
        return True
    if time is not None and time.start == time.end and kind is None and not _is_act(words, story, kind):
        # A further report that has no time of its own.
        return False
    if time is not None and time.kind != "same":
        chosen = kind is None or (kind == "Activity" and holds(words, listed("events", "honours", "choosing")))
        if time.kind == "vague" and chosen and _honoured().search(words) is not None:
            return False
        return bool(people) or kind is not None or is_held(words)
    if number >= LEADS:
        return False
    if kind == "Signing" and number == 0 and _sides().match(words) is not None:
        return True
    return (kind is not None and is_held(words)) or (bool(people) and _is_act(words, story, kind))


@cache
def _honoured() -> re.Pattern[str]:
    return re.compile("|".join((*longest_first(listed("events", "honours")), *listed("events", "honours", "prizes"))))


@cache
def _sides() -> re.Pattern[str]:
    """Two sides at the head of a report who sign something: 甲公司与乙镇签订了合同."""
    signs = "|".join(longest_first(listed("events", "bodies", "signing")))
    marks = listed("events", "items", "marks")[0]
    return re.compile(f"[{marks}]?[^，。；]{{3,24}}[与和同][^，。；]{{3,24}}(?:{signs})")


def _is_act(words: str, story: Story, kind: EventType | None) -> bool:
    """True if somebody goes somewhere or gives something; short news need less to be an event."""
    if is_outing(words) or holds(words, listed("events", "bodies", "giving")):
        return True
    return story.item and (kind is not None or holds(words, listed("events", "roles", "leader")))


def guess(text: str, story: Story, pending: Sequence[Sentence], sentence: Sentence) -> EventType:
    """What an event is whose sentence does not say it: what the words before or the headline say, or a visit."""
    kinds = [_type(text, row) for row in (*pending, *story.headlines)]
    comes = holds(text[sentence.start : sentence.end], listed("events", "coming"))
    if comes and _guests().search(text, sentence.start, sentence.end) is not None:
        kinds = [kind for kind in kinds if kind in ("Meeting", "Signing")]
    headlines = "".join(text[row.start : row.end] for row in story.headlines)
    if comes and holds(headlines, table("events")["types"]["Visit"]):
        return "Visit"
    return next((kind for kind in kinds if kind is not None), "Visit" if comes else "Activity")


@cache
def _guests() -> re.Pattern[str]:
    """A party that comes here: 某某一行来到我县."""
    return re.compile(f"一行[^，。；]{{0,12}}(?:{'|'.join(longest_first(listed('events', 'setting_out')))})")


def _type(text: str, sentence: Sentence) -> EventType | None:
    return type_of(text[sentence.start : sentence.end])


def is_planned(words: str, time: Time | None, issue: PartialDate | None) -> bool:
    """True for what is announced; no day before the issue is to come."""
    planned = planned_pattern().search(words)
    announced = None if planned is None or time is None else _announced().search(words, 0, planned.start())
    if planned is None or (announced is not None and MONTH.search(words, announced.end()) is None):
        return False
    date = time.date if time is not None and time.kind == "day" else None
    return date is None or issue is None or not issue.day or date >= issue


@cache
def _announced() -> re.Pattern[str]:
    """A day and then a word of saying, after which is told what somebody announced that day: 今早宣布，某桥将于."""
    days = "|".join(longest_first(table("events")["relative"]["days"]))
    said = "|".join(longest_first(listed("events", "planned", "said")))
    return re.compile(f"(?:{days}|[0-9]日)[^，。；]{{0,12}}(?:{said})[，：]")


def is_the_same(text: str, story: Story, before: FoundEvent | None, time: Time | None, people: Sequence[Found]) -> bool:
    """True for a part that a picture, a credit or a subheading cut off: 会上，, or one of the people of `before`."""
    if before is None or story.item or story.further:
        return False
    known = {f.name for f in before.roles} & {f.name for f in people}
    framed = time is not None and time.kind == "same" and time.start == story.sentences[0].start
    quoted = quotes([text[row.start : row.end] for row in story.headlines], people)
    return framed or (bool(known) and (time is None or time.kind == "same")) or quoted
