"""Says what a sentence reports of others' words: whose they are, where they begin, and who is only named in them."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.clauses import Index, Sentence, clause
from kg.extraction.openings import past_note
from kg.extraction.sheet import Found
from kg.lexicon import listed, longest_first
from kg.lexicon.matcher import holds

# How far a speaker's name may stand from the word of saying.
NEXT = 8
# At the head of a sentence: somebody named before goes on speaking.
PRONOUN = re.compile("[他她]")


def is_source(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone who is only the source of what is told: 据某某介绍."""
    begin, stop = clause(text, person.start, sentence.start, sentence.end)
    marks = _marks().match(text, begin)
    begin = marks.end() if marks else begin
    return text.startswith(listed("events", "sources", "before"), begin) and holds(
        text[person.end : stop], listed("events", "sources", "after")
    )


def is_spoken_of(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone named in the words of another: 院长说，某某来了以后. A semicolon gives the floor to the next speaker."""
    begin = max(text.rfind("；", sentence.start, person.start) + 1, sentence.start)
    counted = _counted().match(text, begin, person.start)
    if counted is not None or _is_quoted(text, person, sentence):
        return True
    if text.startswith(listed("events", "sources", "before"), begin):
        told = _told().match(text, begin, person.start)
        return told is not None and bool(index.between(begin, told.end(), ("Person",)))
    if text.startswith(listed("events", "saying", "there"), past_note(text, person.end)):
        return False
    said = [m.start() for m in saying().finditer(text, begin, person.start)]
    return any(index.between(begin, at, ("Person",)) or PRONOUN.match(text, begin, at) for at in said)


def _is_quoted(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone named within what another is quoted as saying: 甲应声道：“乙每周来两趟。”"""
    opening = text.rfind("“", sentence.start, person.start)
    return opening > sentence.start and text[opening - 1] in "：，" and text.find("”", opening, person.start) < 0


@cache
def _counted() -> re.Pattern[str]:
    """What leads over to figures, whoever they are about: 另据某局统计，."""
    before = "|".join(listed("events", "sources", "before"))
    return re.compile(f"[另又]?(?:{before})[^，。；]{{0,30}}(?:{'|'.join(listed('events', 'sources', 'counting'))})，")


@cache
def _told() -> re.Pattern[str]:
    """What leads over to the words of a source: 据某某统计，."""
    return re.compile(f"[^，。；]{{0,40}}(?:{'|'.join(longest_first(listed('events', 'sources', 'after')))})，")


def is_asked(text: str, person: Found, paragraph: int) -> bool:
    """Someone who tells a reporter about figures, plans and the like, perhaps far from what is reported.

    The same for everybody in a paragraph, given by its start, on what the reporter saw elsewhere.
    """
    return _seen().match(text, paragraph) is not None or _asked().match(text, past_note(text, person.end)) is not None


@cache
def _seen() -> re.Pattern[str]:
    return re.compile("|".join(listed("events", "seen")))


@cache
def _asked() -> re.Pattern[str]:
    return re.compile("|".join(listed("events", "asked")))


@cache
def saying() -> re.Pattern[str]:
    """Words that lead over to what somebody said; 宣讲，and 提出要求，do not."""
    nouns = listed("events", "saying", "nouns")
    words = "|".join(longest_first(word for word in listed("events", "saying") if word not in nouns))
    done = listed("events", "saying", "done")[0]
    return re.compile(f"(?:{words}|(?<![{done}])(?:{'|'.join(longest_first(nouns))}))[，：]")


def heard_from(text: str, sentence: Sentence) -> int:
    """Where the news begins after 记者从…了解到."""
    reporter = text.find("记者", sentence.start, sentence.end)
    if reporter < 0:
        return sentence.start
    found = ((text.find(word, reporter, sentence.end), len(word)) for word in listed("events", "heard"))
    return min((at + size for at, size in found if at >= 0), default=sentence.start)


def spoken_from(text: str, index: Index, sentence: Sentence) -> int:
    """Where somebody's words begin, of which no time is that of the event: 院长说，去年3月."""
    if text.startswith(listed("events", "sources", "before"), sentence.start):
        return sentence.end
    for m in saying().finditer(text, sentence.start, sentence.end):
        if any(m.start() - f.end < NEXT for f in index.between(sentence.start, m.start(), ("Person",))):
            return m.end()
    return sentence.end


@cache
def _marks() -> re.Pattern[str]:
    """Marks of an item and words like 又讯 before its first word."""
    further = "|".join(listed("events", "items", "further"))
    return re.compile(f"(?:[{listed('events', 'items', 'marks')[0]})）]|{further})*")
