"""Says which bodies took part in an event: who held it, signed, came, sent people, gave and was given something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extraction.abroad import RULE
from kg.extraction.characters import HAN
from kg.extraction.clauses import BODIES, PREPOSITIONS, Index, Sentence, clause, list_from, list_until
from kg.extraction.event_words import type_of
from kg.extraction.roles import GAP, going, starts
from kg.extraction.sheet import Found, FoundEvent, Sheet
from kg.extraction.speech import saying
from kg.extraction.titles import title_at
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds, matcher_of

# How far a list of invited, sent or honoured bodies may reach from its verb.
REACH = 60
# After a list of bodies: how many they are.
COUNTED = re.compile(
    "等?[一二三四五六七八九十0-9]{0,3}(?:家|个|所)?(?:单位|部门|企业|公司|乡镇|学校|村|社区)?(?:代表|负责人)?"
)
# After a body that invited those who came.
INVITED = re.compile("的?(?:盛情|热情)?邀请[，,]")
# The name of what they hold: 甲“迎新春”晚宴在某地举行.
QUOTED = re.compile("“[^“”。]*”")
# The name of an event after that of its holder.
EVENT_NAME = re.compile(f"[{HAN}“”0-9]{{2,18}}")
# What opens the clause on when it is held, after a comma behind the holders.
LATER = re.compile("(?:[将拟]?定?订?[于在]|将)")
# How near the head of its sentence a body stands that opens its house.
OPENS = 8
# The rest of a list of bodies of which not all are known: 、某局、某办主要.
LISTED = re.compile(f"(?:(?:[、和及与]|以及)[{HAN}]{{2,14}})+")


def add_bodies(sheet: Sheet, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """Adds the bodies of one sentence that took part in the event themselves."""
    text = sheet.text
    found = index.between(sentence.start, sentence.end, BODIES)
    if not found:
        return
    _add_holders(text, event, sentence, index)
    _add_invited(text, event, sentence, index)
    if event.type in ("Visit", "Meeting"):
        _add_hosts(text, event, sentence, index)
    _add_signatories(text, event, sentence, index)
    _add_represented(text, event, sentence, index)
    _add_coming(text, event, sentence, index)
    _add_speakers(text, event, sentence, index)
    add_groups(sheet, event, sentence, index)
    if event.type == "Visit":
        _add_visitors(text, event, sentence, index)
    _add_recipients(text, event, sentence, index)


def _add(event: FoundEvent, bodies: Iterable[Found], role: str, start: int, end: int, rule: str) -> None:
    for body in bodies:
        if all(known.name != body.name for known in event.roles):
            event.roles[body] = (role, min(start, body.start), max(end, body.end), rule)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, longest_first(listed("events", "bodies", key)))))


# ---- who held it ---------------------------------------------------------------------------------------------------


def _add_holders(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    for start, end, verb in matcher_of("events", "holding").find(text[sentence.start : sentence.end]):
        at = sentence.start + start
        # A ceremony that visitors attend is not held by those who hold the visit.
        if saying().search(text, sentence.start, at) or (event.type == "Visit" and type_of(verb) == "Ceremony"):
            continue
        begin, _ = clause(text, at, sentence.start, sentence.end)
        holders = [f for f in _subjects(text, index, begin, at) if _holds(text, f)]
        if not holders and going().match(text, begin):
            holders = [f for f in index.between(sentence.start, begin, BODIES) if f.end == begin - 1]
        holders = holders or [f for f in index.between(sentence.start, begin, BODIES) if _names_it(text, f, begin)]
        if not holders and begin - 1 > sentence.start and LATER.match(text, begin):
            before, _ = clause(text, begin - 2, sentence.start, sentence.end)
            subjects = _subjects(text, index, before, begin - 1)
            holders = [f for f in subjects if _holds(text, f) and subjects[-1].end == begin - 1]
        _add(event, holders, "organizer", at, sentence.start + end, f"holds-{verb}")
    for body in index.between(sentence.start, sentence.end, ("Organization",)):
        served = text.startswith("为", body.start - 1) and _own("served").match(text, body.end, sentence.end)
        opened = _holds(text, body) and body.start - sentence.start < OPENS and _own("opened").match(text, body.end)
        if (done := served or opened) and title_at(text, body.end) is None:
            _add(event, [body], "organizer", body.start, done.end(), "opens-house")


def _names_it(text: str, body: Found, begin: int) -> bool:
    """True for a body with the name of what it holds before a comma: 甲会中秋晚会，昨晚在某地举行."""
    name = text[body.end : begin - 1]
    whole = EVENT_NAME.fullmatch(name) is not None and type_of(name) is not None
    opens = body.start == 0 or text[body.start - 1] in "。\n，；)】"
    return whole and opens and text[begin - 1] in ",，" and title_at(text, body.end) is None


def _subjects(text: str, index: Index, begin: int, at: int) -> list[Found]:
    """The bodies before a verb in its clause, with those that they work with."""
    rows = [f for f in index.between(begin, at) if f.kind in BODIES and title_at(text, f.end) is None]
    stop = going().search(text, begin, at) or _pattern("setting").search(text, begin, at)
    if stop is not None:
        rows = [f for f in rows if f.end <= stop.start()]
        at = stop.start()
    if not rows or len(QUOTED.sub("", text[rows[-1].end : at])) > GAP:
        return []
    first = list_from(text, rows, BODIES)
    joining = listed("events", "holding", "joining")
    rest = [f for f in rows if f not in first]
    partners = [f for f in rest if text[: f.start].endswith((*joining, "、", "和"))]
    return [*first, *partners]


def _holds(text: str, body: Found) -> bool:
    """False for a body that only says where, for whom or whose, for 我县, which is everybody, and for a city abroad."""
    if text[body.start] in listed("events", "bodies", "ours")[0] or body.candidate.rule == RULE:
        return False
    return not (text[body.start - 1 : body.start] in (*PREPOSITIONS, "(") or text[body.end : body.end + 1] == "的")


# ---- who signed, came and was sent ---------------------------------------------------------------------------------


def _add_invited(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲邀请乙授课: the body that invites, and another whose people speak."""
    for m in re.finditer("邀请", text[sentence.start : sentence.end]):
        at = sentence.start + m.end()
        begin, stop = clause(text, at, sentence.start, sentence.end)
        if re.search("讲|授课", text[at:stop]):
            hosts = [f for f in _subjects(text, index, begin, at - 2) if _holds(text, f)]
            _add(event, hosts, "organizer", begin, at, "invites-speaker")
        rows = index.between(at, min(at + 40, sentence.end))
        invited = [f for f in list_from(text, rows, BODIES) if not _is_post(text, f)]
        if invited and invited[0].start - at < 2 and re.search("讲|授课|宣讲", text[invited[-1].end : sentence.end]):
            _add(event, invited, "speaker", at - 2, invited[-1].end, "invited-speaker")


def _add_hosts(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """应甲邀请，乙一行来访: the body that invited them."""
    for body in index.between(sentence.start, sentence.end, ("Organization",)):
        opens = min((outer.start for outer in index.address(body)), default=body.start)
        if text.endswith("应", sentence.start, opens) and INVITED.match(text, body.end) is not None:
            _add(event, [body], "host", opens - 1, body.end, "invites")


def _add_signatories(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲与乙签订: the bodies of the verb's clause, if there are two."""
    for m in _pattern("signing").finditer(text, sentence.start, sentence.end):
        begin, _ = clause(text, m.start(), sentence.start, sentence.end)
        if _contract().search(text, sentence.start, begin) is not None:
            begin, _ = clause(text, begin - 1, sentence.start, sentence.end)
        rows = [f for f in index.between(begin, m.start(), BODIES) if _holds(text, f) and not _is_post(text, f)]
        if rows and _pattern("watching").search(text, rows[-1].end, m.start()):
            continue
        # Of two the name of one may be unknown.
        with_others = len(rows) == 1 and text[rows[0].end : rows[0].end + 1] in ("与", "和", "同")
        if len(rows) > 1 or with_others:
            _add(event, rows, "signatory", m.start(), m.end(), "signs")
    signers = {f.start for f, row in event.roles.items() if f.kind == "Person" and row[0] == "signatory"}
    for body in index.between(sentence.start, sentence.end, BODIES):
        if body.kind == "Division" and not body.name.endswith(listed("events", "bodies", "signing_divisions")):
            continue
        title = title_at(text, body.end)
        if title is not None and title.end in signers and not body.name.endswith(listed("events", "bodies", "above")):
            _add(event, [body], "signatory", body.start, title.end, "its-head-signs")


@cache
def _contract() -> re.Pattern[str]:
    """An agreement that ends a clause, before where and when it was signed: 甲与乙合办农场的合同，10日在县城签订."""
    return re.compile(f"的(?:{'|'.join(listed('events', 'bodies', 'contracts'))})，$")


def _is_post(text: str, body: Found) -> bool:
    return title_at(text, body.end) is not None


def _add_represented(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲、乙负责人参加; 率甲、乙负责人: bodies that sent their people."""
    for m in _pattern("sent").finditer(text, sentence.start, sentence.end):
        rows = index.between(max(sentence.start, m.start() - 2 * REACH), m.start(), (*BODIES, "Person"))
        run = list_until(text, rows, BODIES)
        if not run or _pattern("between").sub("", text[run[-1].end : m.start()]):
            run = []
        elif run[-1].name.endswith(listed("events", "bodies", "above")) and _parts().match(text, run[-1].end):
            run = run[:-1]
        listed_ = [f for f in rows if f.kind == "Organization" and LISTED.fullmatch(text, f.end, m.start())]
        run = sorted({*run, *listed_}, key=lambda f: f.start)
        if not run:
            continue
        begin, stop = clause(text, run[0].start, sentence.start, sentence.end)
        _, stop = clause(text, m.end(), sentence.start, sentence.end)
        if _pattern("taking").search(text, begin, run[0].start) or _pattern("coming").search(text, m.end(), stop):
            _add(event, run, _coming_as(text, m.end(), stop), run[0].start, m.end(), "sent-people")


@cache
def _parts() -> re.Pattern[str]:
    """After a government or committee: its departments sent people, and not it."""
    return re.compile(f"(?:{'|'.join(listed('events', 'bodies', 'parts'))})")


def _add_coming(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲、乙列席会议: bodies that come as such."""
    for m in _pattern("attending").finditer(text, sentence.start, sentence.end):
        rows = index.between(max(sentence.start, m.start() - 2 * REACH), m.start(), (*BODIES, "Person"))
        run = list_until(text, rows, BODIES)
        if run and not _pattern("between_coming").sub("", text[run[-1].end : m.start()]):
            run = [f for f in run if _holds(text, f)]
            _add(event, run, _coming_as(text, m.start(), m.end()), m.start(), m.end(), "comes")
    for body in index.between(sentence.start, sentence.end, ("Organization",)):
        played = _own("performing").match(text, body.end, sentence.end)
        if played is not None and _holds(text, body):
            _add(event, [body], "attendee", body.start, played.end(), "performs")


@cache
def _own(key: str) -> re.Pattern[str]:
    return re.compile(table("events")["bodies"][key])


def _add_speakers(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲、乙分别作了交流发言, 甲介绍了情况: bodies that have their say at a meeting."""
    for body in index.between(sentence.start, sentence.end, ("Organization",)):
        told = _telling().match(text, body.end, sentence.end)
        if told is not None and _holds(text, body) and _opens(text, index, body):
            _add(event, [body], "speaker", body.start, told.end(), "tells")
    for m in _speaking().finditer(text, sentence.start, sentence.end):
        rows = index.between(max(sentence.start, m.start() - 2 * REACH), m.start(), (*BODIES, "Person"))
        run = [f for f in list_until(text, rows, ("Organization",)) if _holds(text, f)]
        if run and not COUNTED.sub("", text[run[-1].end : m.start()]):
            _add(event, run, "speaker", m.start(), m.end(), "speaks")


def _opens(text: str, index: Index, body: Found) -> bool:
    """True for a body at the head of its clause, or of a list of bodies, and for what it is, as in 施工单位某公司."""
    start = min((outer.start for outer in index.address(body)), default=body.start)
    return text[start - 1 : start] in "，。；、\n" or _standing().search(text, 0, start) is not None


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(listed('events', 'bodies', 'standing'))})$")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(table("events")["bodies"]["telling"])


@cache
def _speaking() -> re.Pattern[str]:
    words = longest_first(listed("events", "bodies", "speaking"))
    return re.compile(f"(?:分别|先后|依次|逐一|围绕|就)[^。；]{{0,40}}?(?:{'|'.join(words)})")


def _coming_as(text: str, start: int, end: int) -> str:
    observes = holds(text[start:end], listed("events", "roles", "observer"))
    return "observer" if observes else "attendee"


def add_groups(
    sheet: Sheet, event: FoundEvent, sentence: Sentence, index: Index, endings: tuple[str, ...] = ()
) -> None:
    """A delegation or team is there where it is named."""
    endings = endings or listed("events", "bodies", "groups")
    for body in index.between(sentence.start, sentence.end, BODIES):
        if not body.name.endswith(endings) or body.name in endings or _is_post(sheet.text, body):
            continue
        _add(event, [body], "attendee", body.start, body.end, "delegation")


def _add_visitors(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """甲率队到乙, 甲赴乙学习交流: the body that goes."""
    if sentence.start != event.start:
        return
    m = _setting_out().search(text[sentence.start : sentence.end])
    if m is None:
        return
    at = sentence.start + m.start()
    begin, _ = clause(text, at, sentence.start, sentence.end)
    rows = list_until(text, index.between(begin, at, ("Organization", "Person")), ("Organization",))
    _add(event, [f for f in rows if at - f.end < 6], "leader", at, sentence.start + m.end(), "goes-there")


@cache
def _unveiling() -> re.Pattern[str]:
    return re.compile(f"{_pattern('unveiling').pattern}|{table('events')['bodies']['founded']}")


@cache
def _setting_out() -> re.Pattern[str]:
    """What a body does that goes somewhere: 赴, or 到 with what it does there."""
    acts = "|".join(longest_first(listed("events", "outing", "acts")))
    return re.compile(f"率队|带队|组团|一行|赴|前往|联合走访|(?:到|来|深入)(?=[^，。；]{{2,20}}(?:{acts}))")


# ---- who was given something ---------------------------------------------------------------------------------------


def _add_recipients(text: str, event: FoundEvent, sentence: Sentence, index: Index) -> None:
    """为甲、乙揭牌, 甲揭牌成立, 向甲捐赠."""
    for m in _unveiling().finditer(text, sentence.start, sentence.end):
        rows = index.between(max(sentence.start, m.start() - REACH), m.start(), BODIES)
        row = next((f for f in rows if text[f.start - 1 : f.start] in ("为", "向")), None)
        run = list_from(text, rows[rows.index(row) :], BODIES) if row is not None else []
        if not run and rows and m.start() - rows[-1].end <= 2 and rows[-1].kind == "Organization":
            run = rows[-1:]
        _add(event, run, "recipient", m.start(), m.end(), "unveiled")
    if event.type == "Ceremony":
        for m in _pattern("honoured").finditer(text, sentence.start, sentence.end):
            begin, _ = clause(text, m.start(), sentence.start, sentence.end)
            run = list_until(text, index.between(begin, m.start(), (*BODIES, "Person")), ("Organization",))
            if run and run[-1].end == m.start():
                _add(event, run, "recipient", m.start(), m.end(), "honoured")
    for m in _pattern("giving").finditer(text, sentence.start, sentence.end):
        begin, stop = clause(text, m.start(), sentence.start, sentence.end)
        rows = index.between(begin, m.start(), ("Organization",))
        towns = index.between(begin, m.start(), ("Division",))
        given = [f for f in rows if text[f.start - 1 : f.start] in ("向", "给", "为")]
        helped = [f for f in towns if text[starts(index, f) - 1] in "向给为"]
        after = index.between(m.end(), min(m.end() + 3 * GAP, stop), ("Organization",))
        given += [f for f in after if text[f.start - 1 : f.start] in ("给", "到")]
        givers = [f for f in rows if f not in given and _holds(text, f) and not _is_post(text, f)]
        _add(event, given, "recipient", m.start(), m.end(), "given")
        if given or helped:
            _add(event, givers, "attendee", m.start(), m.end(), "gives")
