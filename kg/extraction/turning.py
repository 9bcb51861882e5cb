"""Says whether a sentence turns from the event being told to another of the same or the next day.

当晚, 会前 and the like open one with a meeting of its own or other people in it; a journey goes on with its party.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.clauses import Index, Sentence
from kg.extraction.company import along, is_during
from kg.extraction.dates import Time
from kg.extraction.event_words import (
    is_held,
    is_meal,
    is_outing,
    is_received,
    joining_pattern,
    next_day_pattern,
    opens_with,
    receives_later,
    signs_besides,
    signs_too,
    type_of,
)
from kg.extraction.roles import going
from kg.extraction.sheet import Found, FoundEvent, Part, Sheet
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds
from kg.model import EventType

# How far into its sentence a time may stand to open it.
HEAD = 3
# So many of those who met make a party of their own.
SOME = 2


def stays(text: str, main: FoundEvent, aside: FoundEvent) -> bool:
    """True for a paragraph that goes on with the meeting of a visit: 会上，."""
    meets = main.type == "Visit" and aside.type in ("Meeting", "Signing", "Ceremony")
    return meets and text.startswith(listed("events", "within"))


def turned(text: str) -> EventType | None:
    """The type of what a sentence turns to: 签约之前，甲会见了乙 is no signing."""
    if _words("turns", "further").match(text) is not None:
        return "Visit"
    opening = opens_with(text, "turns")
    return type_of(text[opening.end() :] if opening is not None else text)


def days_on(text: str, people: list[Found], main: FoundEvent) -> int | None:
    """How many days after what was told this was: -1 for 就在前一天，, 0 for 半小时后，; None where nothing says it.

    The day after is another event only where people do something, and not on a journey of several days.
    """
    does = type_of(text) is not None or is_outing(text) or holds(text, listed("events", "coming"))
    if does and people and main.end_date is None and next_day_pattern().match(text) is not None:
        return 1
    if does and _words("parting", "before").match(text) is not None:
        return -1
    return 0 if is_held(text) and _words("turns", "later").match(text) is not None else None


def turns(text: str, people: list[Found], main: FoundEvent) -> bool:
    """True if the sentence begins with 当晚, 会前 and tells of a meeting of its own, or of other people."""
    known = {f.name for f in main.roles}
    named = {f.name for f in people}
    opening = opens_with(text, "turns")
    if people and main.type in ("Signing", "Ceremony") and _words("turns", "further").match(text) is not None:
        return True
    if not people or opening is None or opening.group() in listed("events", "turns", "itself"):
        besides = signs_too(text) or (main.type not in ("Visit", "Meeting", "Signing") and signs_besides(text))
        return bool(named - known) and (besides or (receives_later(text) and not is_party(text, main)))
    rest = text[opening.end() :]
    acts = [word for word in listed("events", "turns", "acts") if word in rest]
    receives = holds(opening.group(), listed("events", "turns", "receiving"))
    if opening.group().endswith("后") and known & named and (receives or not named - known):
        acts = [word for word in acts if word not in listed("events", "turns", "closing")]
    if acts:
        return True
    enough = len(people) > 1 or main.type == "Meeting"
    if enough and not is_party(rest, main) and holds(rest, listed("events", "turns", "walks")):
        return True
    joins = joining_pattern().search(text) is not None
    return opens_with(text, "apart") is not None and not known & named and not joins


def is_party(text: str, main: FoundEvent) -> bool:
    """True if those who came on a visit go on with it."""
    return main.type == "Visit" and holds(text, listed("events", "turns", "party"))


def is_of_stay(text: str) -> bool:
    """True for what those of a visit did while it lasted: 考察期间，; 代表团在某市期间，."""
    return _words("turns", "stay").match(text) is not None


def is_over(text: str, people: Sequence[Found]) -> bool:
    """True at the head of a paragraph on what others did afterwards: 协议订好以后，民工上了堤。"""
    both = holds(text, listed("events", "turns", "sides"))
    return not people and not both and _words("turns", "over").match(text) is not None


def sits(text: str, kind: EventType | None, main: FoundEvent) -> bool:
    """True for a meeting within a visit, or within what a delegation does: 13日下午，两地召开座谈会."""
    meets = kind in ("Meeting", "Signing", "Ceremony") and (
        is_held(text) or _words("turns", "sessions").search(text) is not None
    )
    return main.type in ("Visit", "Activity") and (meets or (kind == "Meeting" and is_received(text)))


def sits_down(text: str, people: Sequence[Found], main: FoundEvent) -> bool:
    """True if those of a visit sit down with others afterwards: 随后召开的座谈会上，."""
    if main.type != "Visit":
        return False
    others = {f.name for f in people} - {f.name for f in main.roles}
    keys = [
        ("sitting", "words"),
        *([("sitting", "days")] if main.end_date is not None else []),
        *([("sitting", "talks")] if others else []),
    ]
    return any(_words(*each).match(text) is not None for each in keys)


def stops_later(text: str, people: list[Found], main: FoundEvent, sheet: Sheet) -> bool:
    """True if those of a visit come to others later that day: 下午，甲又到乙镇，镇长丙汇报了情况.

    A round of so many places that was told of as one stays one: 甲一天跑了四家企业.
    """
    if main.type not in ("Visit", "Activity") or main.end_date is not None:
        return False
    round_trip = _words("turns", "rounds").search(sheet.text, main.start, main.end) is not None
    if round_trip or _words("turns", "halves").match(text) is None:
        return False
    known, named = {f.name for f in main.roles}, {f.name for f in people}
    words = (*listed("events", "turns", "party"), *listed("events", "turns", "again"))
    return bool(named - known) and (bool(named & known) or holds(text, words))


def goes_away(text: str, people: list[Found], main: FoundEvent) -> bool:
    """True if some of those who met go elsewhere afterwards, with or without others: 下午，甲、乙到某地参观."""
    away = _words("turns", "away").match(text)
    if away is None or holds(text, (*listed("events", "turns", "party"), *listed("events", "turns", "again"))):
        return False
    known = {f.name for f in main.roles if f.kind == "Person"}
    there = known & {f.name for f in people}
    return len(there) >= SOME and len(there) < len(known)


def closes(text: str, main: FoundEvent) -> bool:
    """True for the end of a meeting of several days: 九日下午举行闭幕式."""
    return main.type == "Meeting" and holds(text, listed("events", "assembly", "opens"))


def _went_along(before: str, visit: FoundEvent) -> bool:
    """True for who went with those of a visit, before what they held besides: 甲陪同，并于4日召开座谈会."""
    return visit.type == "Visit" and _words("turns", "alongside").search(before) is not None


def is_station(text: str, main: FoundEvent) -> bool:
    """True for a paragraph on a call or a meal of a journey that is told by the hour: 正午，某会设宴."""
    if main.type != "Visit" or _words("turns", "stations").match(text) is None:
        return False
    return is_meal(text) or holds(text, listed("events", "turns", "treats"))


def goes_back(text: str, whole: str, event: FoundEvent | None, events: Sequence[FoundEvent]) -> FoundEvent | None:
    """The event before `event` that a sentence goes back to.

    The first visit for who came along with it, a meal for 席间，, what somebody took the chair of: 甲主持签约仪式,
    and how guests were received: 甲参加会见。
    """
    if _words("turns", "received").search(text) is not None:
        return next((e for e in reversed(events) if e.type == "Meeting" and is_received(whole[e.start : e.end])), None)
    if along().match(text) is not None:
        return next((e for e in events if e.type == "Visit"), None)
    if _words("turns", "dining").match(text) is not None:
        return next((e for e in reversed(events) if is_meal(whole[e.start : e.end])), None)
    return _chaired(text, event, events) if event is not None and event.type == "Visit" else None


def _chaired(text: str, visit: FoundEvent, events: Sequence[FoundEvent]) -> FoundEvent | None:
    """The signing or ceremony told before a visit on which a sentence says who took the chair."""
    kind = type_of(text) if holds(text, table("events")["roles"]["chair"]) else None
    earlier = [other for other in events if other.type == kind and other.start < visit.start]
    return earlier[-1] if kind in ("Signing", "Ceremony") and earlier else None


def back_on_the_way(
    text: str,
    sentence: Sentence,
    time: Time | None,
    main: FoundEvent,
    nested: Sequence[tuple[FoundEvent, FoundEvent]],
) -> FoundEvent:
    """The visit that a new paragraph goes on with after a meeting within it: 考察团其后到…; 13日，专家一行到…."""
    visit = next((visit for event, visit in nested if event is main), None)
    stays = is_of_stay(text)
    later = time is None or stays or (visit is not None and is_during(time.date, visit))
    if visit is None or not sentence.first or not later:
        return main
    goes = is_party(text, visit) and (type_of(text) == "Visit" or going().search(text) is not None)
    return visit if goes and (stays or not holds(text, listed("events", "same"))) else main


def crosses(index: Index, part: Part, sentence: Sentence) -> bool:
    """True if a sentence names another county or city than the article's own: its hosts are others."""
    home = part.article.region.name if part.article.region is not None else ""
    found, wide = index.between(sentence.start, sentence.end), listed("events", "going", "wide")
    named = [f for one in found for f in (one, *index.address(one))]
    return any(f.kind == "Division" and f.name.endswith(wide) and f.name != home for f in named)


def is_stop(text: str, kind: EventType | None, main: FoundEvent) -> bool:
    """True for a meeting that a journey of several days comes to: 在乙市，代表团与丙商会举行座谈会."""
    if main.type != "Visit" or not is_party(text, main):
        return False
    return (main.end_date is not None and sits(text, kind, main)) or _words("turns", "stops").search(text) is not None


@cache
def _words(*keys: str) -> re.Pattern[str]:
    return re.compile("|".join(listed("events", *keys)))


def resumed(text: str) -> bool:
    """True for a sentence that leads on from what was told before a picture: 揭牌结束后，; 同一天，."""
    return _words("apart", "days").match(text) is not None or opens_with(text, "turns") is not None


def received_there(text: str, sentence: Sentence, main: FoundEvent, sheet: Sheet) -> bool:
    """True if what the same paragraph tells of guests who came is that they were received: 甲会见了客人."""
    block = sheet.block_at(main.start)
    called = _words("turns", "calls").search(sheet.text, main.start, main.end) is not None
    return called and main.end_date is None and block == sentence.block and is_party(text, main) and is_received(text)


def is_another(index: Index, sentence: Sentence, text: str, main: FoundEvent) -> bool:
    """True for a paragraph on what another body did on the same day: 同一天，县医院也…."""
    if not sentence.first or _words("apart", "days").match(text) is None:
        return False
    bodies = index.between(sentence.start, sentence.end, ("Organization",))
    return bool(bodies) and not {f.name for f in bodies} & {f.name for f in main.roles}


def joins_visit(text: str) -> bool:
    """True for a sentence on who took part in a visit: 甲随同调研。"""
    return _joining().search(text) is not None


@cache
def _joining() -> re.Pattern[str]:
    joins, looks = listed("events", "roles", "present"), listed("events", "looking")
    return re.compile(f"(?:{'|'.join(longest_first(joins))})了?(?:{'|'.join(longest_first(looks))})(?:活动)?。?$")


def quotes(headlines: Sequence[str], people: Sequence[Found]) -> bool:
    """True for a part under a headline of what one of these said: 王某：要加快…."""
    return any(headlines[0].startswith(f"{person.name}：") for person in people if headlines)


def goes_elsewhere(
    sheet: Sheet,
    part: Part,
    index: Index,
    sentence: Sentence,
    time: Time | None,
    kind: EventType | None,
    main: FoundEvent,
) -> bool:
    """True if the sentence's time is not that of the event being told."""
    text = sheet.text[sentence.start : sentence.end]
    if time is None or time.kind in ("same", "month"):
        return False
    if time.kind == "vague":
        goes_on = sheet.text[time.start : time.end] in listed("events", "vague", "ongoing")
        if goes_on and is_party(text, main):
            return False
        return sentence.first and time.start - sentence.start <= HEAD
    if time.date is None:
        return False
    if time.date == main.date:
        heads = sentence.first or time.start == sentence.start
        later = heads and sentence.start != main.start and time.end_date is None
        if later and kind == "Visit" and main.type != "Visit" and is_meal(sheet.text[main.start : main.end]):
            return True
        return later and main.end_date is not None and sits(text, kind, main)
    if main.date is not None and main.end_date is not None and main.date <= time.date <= main.end_date:
        if closes(text, main) or (main.type == "Meeting" and _words("turns", "members").search(text) is not None):
            return False
        if _went_along(text[: time.start - sentence.start], main):
            return False
        calls = sentence.first and holds(text, listed("events", "turns", "treats"))
        along = kind == main.type == "Visit" and is_party(text, main)
        if along and not calls and not crosses(index, part, sentence):
            return False
        return kind is not None and (
            kind != main.type or (time.start - sentence.start <= HEAD and time.end_date is None)
        )
    return kind is not None or time.start - sentence.start <= HEAD
