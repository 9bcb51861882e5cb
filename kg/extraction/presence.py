"""Says whether somebody whom a sentence names can have been there: not if only appointed, called, quoted or mourned."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clauses import Index, Sentence, clause
from kg.extraction.openings import past_note
from kg.extraction.sheet import Found
from kg.extraction.titles import bylines
from kg.lexicon import listed, longest_first


def is_present(text: str, index: Index, sentence: Sentence, person: Found) -> bool:
    """False for who makes the page, stands in a phrase, is only spoken of, or could not come."""
    if text.endswith(bylines(), 0, person.start) or _in_phrase(text, person):
        return False
    return not (
        _is_appointed(text, person)
        or _is_away(text, person, sentence)
        or _is_source(text, person, sentence)
        or _is_spoken_of(text, index, person, sentence)
    )


def _in_phrase(text: str, person: Found) -> bool:
    """A leader named inside a fixed phrase (总书记关于…的重要论述), or 王教授, who is named in full elsewhere."""
    if text.startswith(listed("events", "phrases", "after"), person.end):
        return True
    return person.name[1:].endswith(listed("events", "phrases", "honorifics"))


def _is_appointed(text: str, person: Found) -> bool:
    """Someone whom a meeting only appoints or dismisses, or for whom another came: 受县长某某委托."""
    after = past_note(text, person.end)
    if text.startswith(listed("events", "appointments", "sending"), after):
        return True
    if text.startswith(listed("events", "appointments", "taking"), after):
        return not text.startswith(listed("events", "appointments", "leading"), after)
    return text.endswith(listed("events", "appointments", "before"), 0, person.start) and (
        text.startswith(listed("events", "appointments", "after"), after)
    )


def _is_away(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone who could not come, is mourned, or was only called: 某某因事未能到会, 致电某某."""
    after = past_note(text, person.end)
    if text.startswith(listed("events", "absent", "mourned"), after):
        return True
    if text.endswith(listed("events", "absent", "contacts"), 0, person.start):
        return True
    rest = text[after : sentence.end]
    if rest.startswith(listed("events", "absent", "after")) and _holds(rest, listed("events", "absent")):
        return True
    begin, stop = clause(text, person.start, sentence.start, sentence.end)
    return _holds(text[begin:stop], listed("events", "absent", "remote"))


def _is_source(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone who is only the source of what is told: 据某某介绍."""
    begin, stop = clause(text, person.start, sentence.start, sentence.end)
    marks = _marks().match(text, begin)
    begin = marks.end() if marks else begin
    return text.startswith(listed("events", "sources", "before"), begin) and _holds(
        text[person.end : stop], listed("events", "sources", "after")
    )


def _is_spoken_of(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone named in the words of another: 院长说，某某来了以后. A semicolon gives the floor to the next speaker."""
    begin = max(text.rfind("；", sentence.start, person.start) + 1, sentence.start)
    return any(index.between(begin, m.start(), ("Person",)) for m in saying().finditer(text, begin, person.start))


@cache
def saying() -> re.Pattern[str]:
    """Words that lead over to what somebody said."""
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'saying')))})[，：]")


@cache
def _marks() -> re.Pattern[str]:
    """Marks of an item and words like 又讯 before its first word."""
    further = "|".join(listed("events", "items", "further"))
    return re.compile(f"(?:[{listed('events', 'items', 'marks')[0]})）]|{further})*")


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
