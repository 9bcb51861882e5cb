"""The words that tell of events: what type they are, and how a sentence goes on with them or turns away."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import Matcher, holds, matcher_of
from kg.model import EventType

TITLE = re.compile("《[^《》。]*》")


@cache
def _triggers() -> Matcher[EventType]:
    data = table("events")["types"]
    return Matcher({word: kind for kind in reversed(data["order"]) for word in data[kind]})


@lru_cache(maxsize=1 << 10)
def type_of(text: str) -> EventType | None:
    """The type that a sentence's words speak for; a delegation on its way makes the whole a visit.

    The title of what was signed or shown tells nothing of it.
    """
    text = TITLE.sub("《》", text)
    hits: list[tuple[int, int, EventType]] = []
    for start, end, kind in _triggers().find(text):
        if (not hits or end > hits[-1][1]) and not _of_post().match(text, start):
            hits.append((start, end, kind))
    if hits and _outing_pattern().search(text) is not None:
        return "Meeting" if is_received(text) else "Visit"
    assembly = _assembly().search(text) is not None
    opens = listed("events", "assembly", "opens")
    if hits and is_meal(text) and all(kind in ("Visit", "Activity") for *_, kind in hits):
        return "Activity"
    kinds = {kind for start, end, kind in hits if not (assembly and text[start:end] in opens)}
    if "Meeting" in kinds and "Signing" not in kinds and "召开" in text:
        return "Meeting"
    if kinds == {"Visit"} and is_received(text):
        return "Meeting"
    return next((kind for kind in table("events")["types"]["order"] if kind in kinds), None)


@cache
def _opening_pattern(section: str) -> re.Pattern[str]:
    marks, openings = listed("events", "items", "marks")[0], listed("events", section)
    return re.compile(f"[{marks}]?(?:{'|'.join(longest_first(openings))})")


def opens_with(text: str, section: str) -> re.Match[str] | None:
    """The word of this list that a sentence begins with."""
    return _opening_pattern(section).match(text)


@cache
def _outing_pattern() -> re.Pattern[str]:
    data = table("events")["outing"]
    return re.compile(f"(?:{'|'.join(data['words'])})[^。]{{0,60}}?(?:{'|'.join(data['acts'])})(?![团组队])")


@cache
def _outing_or_party() -> re.Pattern[str]:
    return re.compile(_outing_pattern().pattern.removesuffix("(?![团组队])"))


@cache
def _of_post() -> re.Pattern[str]:
    """The body of somebody's post is no event: 市人大常委会主任, 县委考察组组长."""
    bodies, posts = listed("events", "types", "bodies"), listed("events", "types", "posts")
    return re.compile(f"(?:{'|'.join(longest_first(bodies))})(?:{'|'.join(longest_first(posts))})")


@cache
def _assembly() -> re.Pattern[str]:
    """A congress or session that opens or closes is a meeting and no ceremony."""
    bodies, opens = listed("events", "assembly"), listed("events", "assembly", "opens")
    return re.compile(f"(?:{'|'.join(longest_first(bodies))})[^。；]{{0,60}}?(?:{'|'.join(longest_first(opens))})")


def is_received(text: str) -> bool:
    """True if somebody receives those who came: 会见了某某率领的考察团, and the visit is not told before that."""
    received, outing = _pattern("receiving").search(text), _outing_pattern().search(text)
    return received is not None and (outing is None or received.start() < outing.start())


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(longest_first(listed("events", section))))


@cache
def planned_pattern() -> re.Pattern[str]:
    """Words of what is to come, unless they only describe something: 拟在省城举办的论坛."""
    held = "|".join(longest_first(listed("events", "holding")))
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'planned')))})(?![^，。；]{{0,20}}?(?:{held})的)")


@cache
def dateline_pattern() -> re.Pattern[str]:
    """The dateline that opens a report: 【本报某地二十二日电】."""
    return re.compile(table("events")["dateline"]["pattern"])


@cache
def next_day_pattern() -> re.Pattern[str]:
    """The day after at the head of a sentence, or after those who do something then: 甲一行翌日又到."""
    return re.compile(f"[^，。；]{{0,10}}?(?:{'|'.join(listed('events', 'parting', 'next'))})")


@cache
def joining_pattern() -> re.Pattern[str]:
    verbs, acts = listed("events", "joining"), listed("events", "joining", "acts")
    return re.compile(
        f"(?:{'|'.join(longest_first(verbs))})(?:了)?[^，。；]{{0,6}}(?:{'|'.join(longest_first(acts))})?(?:活动)?[。]?$"
    )


def is_outing(text: str) -> bool:
    """True if somebody goes somewhere to see it, or leads those who do."""
    return _outing_or_party().search(text) is not None


@cache
def _hours() -> re.Pattern[str]:
    hours = "|".join(longest_first(listed("events", "turns", "hours")))
    received = "|".join(longest_first(listed("events", "receiving")))
    dined = listed("events", "turns", "dined")[0]
    return re.compile(f"(?:[^，。]{{0,7}}日)?(?:{hours})[^。；]{{0,60}}?(?:{received})|{dined}")


def receives_later(text: str) -> bool:
    """True if a sentence begins with a part of the day and tells that somebody received somebody: 5日晚，甲会见了乙.

    The same for 甲当晚设宴招待了乙.
    """
    return _hours().match(text) is not None


@cache
def _besides() -> re.Pattern[str]:
    times, more = listed("events", "besides"), listed("events", "besides", "more")
    signs = "|".join(longest_first(listed("events", "bodies", "signing")))
    return re.compile(f"(?:{'|'.join(times)})[^。；]{{0,30}}?(?:{'|'.join(more)})[^。；]{{0,40}}?(?:{signs})")


def signs_besides(text: str) -> bool:
    """True if something is signed besides what is told: 当天，该公司还与乙签订了合同."""
    return _besides().match(text) is not None


def signs_too(text: str) -> bool:
    """True if others sign something of their own on that day: 乙也于同日与甲签订了合同."""
    return _too().match(text) is not None and type_of(text) == "Signing"


@cache
def _too() -> re.Pattern[str]:
    return re.compile(table("events")["besides"]["too"])


@cache
def doing() -> re.Pattern[str]:
    """What people do at an event that only a headline names."""
    return _pattern("doing")


def is_meal(text: str) -> bool:
    """True if guests are invited to a meal: 设宴, 茶会."""
    return holds(text, listed("events", "turns", "meals"))


def is_held(text: str) -> bool:
    """True if something is held: 召开, 举行."""
    return next(matcher_of("events", "holding").find(text), None) is not None


def is_void(text: str) -> bool:
    """True for notices, and for what was called off; not where a semicolon parts something else from it."""
    if holds(text, listed("events", "notices")):
        return True
    void, reasons = listed("events", "void"), listed("events", "void", "reasons")
    return all(holds(part, void) and holds(part, reasons) for part in text.strip("；").split("；"))
