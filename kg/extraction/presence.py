"""Says whether somebody whom a sentence names can have been there: not if only appointed, called, quoted or mourned."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.characters import HAN
from kg.extraction.clauses import Index, Sentence, clause
from kg.extraction.openings import past_note
from kg.extraction.sheet import Found
from kg.extraction.speech import is_source, is_spoken_of
from kg.extraction.titles import bylines, title_before
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import holds

# How far the parentheses around those who made the page reach.
CREDITS = 40
# Between such a label and a name.
AFTER_LABEL = re.compile(r"[:：、\s\u3000]")
# How far the name of somebody's kin may stand from the word for it.
NEXT = 8
# How far after whose office it is somebody who has it may stand.
OWNED = 18
YEAR = re.compile("[在于自从]?(?P<year>(?:1[89]|20)[0-9]{2})年")
# A year that opens a sentence, as a time of its own.
YEAR_OPENS = re.compile("(?:早在)?(?P<year>(?:1[89]|20)[0-9]{2})年[^，。的]{0,9}，")
NOTES = re.compile(r"\([^)]*\)")
# 代表, with a title between it and the name.
STANDS_FOR = re.compile(f"代表[{HAN}、]{{2,30}}$")
# How far before a name its words of standing for somebody may begin, and what may stand before these.
STANDING = 34
BEFORE_STANDING = re.compile("(?:同志|先生|女士)?(?:首先|随后|接着|最后|还|又|也|专程|受托)?")


def is_present(text: str, index: Index, sentence: Sentence, person: Found) -> bool:
    """False for who makes the page, stands in a phrase, is only spoken of, or could not come."""
    if _is_credited(text, sentence, person) or _in_phrase(text, person) or _in_title(text, sentence, person):
        return False
    return not (
        _is_appointed(text, person, sentence)
        or _is_decided_on(text, person, sentence)
        or _is_elsewhere(text, index, person, sentence)
        or _is_away(text, index, person, sentence)
        or is_source(text, person, sentence)
        or is_spoken_of(text, index, person, sentence)
        or _is_represented(text, index, person, sentence)
        or _is_referred_to(text, person, sentence)
        or _is_broadcast(text, person, sentence)
        or _is_portrayed(text, person, sentence)
    )


def _is_credited(text: str, sentence: Sentence, person: Found) -> bool:
    """Someone who made the page: 记者某某, 撰稿：某某、某某."""
    if text.endswith(bylines(), 0, person.start) and not text.endswith(_of_works(), 0, person.start):
        said = text.startswith(listed("events", "saying"), person.end)
        return not said or _of_others().search(text, sentence.start, person.start) is None
    labelled = AFTER_LABEL.match(text[person.start - 1 : person.start])
    if labelled and _credit().search(text, sentence.start, person.start):
        return True
    opening = text.rfind("(", max(0, person.start - CREDITS), person.start)
    closing = text.find(")", person.end, person.end + CREDITS)
    if opening < 0 or closing < 0 or text.find(")", opening, person.start) >= 0:
        return False
    if opening + 1 == person.start and closing == person.end:
        return text.endswith(listed("events", "credits", "before"), 0, opening)
    return holds(text[opening:closing], bylines())


@cache
def _of_works() -> tuple[str, ...]:
    """What stands before the editor or reporter of another paper or book, who is a guest: 《某刊》主编."""
    return tuple(f"》{title}" for title in bylines())


@cache
def _of_others() -> re.Pattern[str]:
    """A reporter of another paper, who came as a guest: 某社某分社记者."""
    return re.compile(table("events")["credits"]["of_others"])


@cache
def _credit() -> re.Pattern[str]:
    """A label of those who made the page, and perhaps other names between it and what follows."""
    titles = "|".join(longest_first(bylines()))
    labels = "|".join(longest_first((*bylines(), *listed("events", "credits"))))
    return re.compile(f"(?:{titles}|(?:{labels})[:：])[\\s\u3000]*(?:[{HAN}·]{{2,4}}[、\\s\u3000]+){{0,3}}$")


def _in_title(text: str, sentence: Sentence, person: Found) -> bool:
    """Someone named in the title of a document: 《关于某某任职的决定》."""
    return text.rfind("《", sentence.start, person.start) > text.rfind("》", sentence.start, person.start)


def _in_phrase(text: str, person: Found) -> bool:
    """A leader named inside a fixed phrase (总书记关于…的重要论述), or 王教授, who is named in full elsewhere."""
    if text.startswith(listed("events", "phrases", "after"), person.end):
        return True
    return person.name[1:].endswith(listed("events", "phrases", "honorifics"))


def _is_appointed(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone whom a meeting only appoints or dismisses, or for whom another came: 受县长某某委托."""
    after = past_note(text, person.end)
    elsewhere = (*listed("events", "appointments", "sending"), *listed("events", "appointments", "later"))
    if text.startswith(elsewhere, after):
        return True
    if text.startswith(listed("events", "appointments", "taking"), after):
        if holds(text[sentence.start : sentence.end], listed("events", "appointments", "installed")):
            return False
        return not text.startswith(listed("events", "appointments", "leading"), after)
    return text.endswith(listed("events", "appointments", "before"), 0, person.start) and (
        text.startswith(listed("events", "appointments", "after"), after)
    )


def _is_decided_on(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone in a list of those appointed and dismissed: 任命：甲为某局局长；乙、丙为…；免去丁的…职务."""
    verb = next(_decisions().finditer(text, sentence.start, person.start), None)
    if verb is None:
        return False
    # What stands in parentheses parts no clauses.
    flat = NOTES.sub(lambda m: "、" * len(m[0]), text[sentence.start : sentence.end])
    at = person.start - sentence.start
    begin = max(verb.end(), sentence.start + max(flat.rfind(mark, 0, at) + 1 for mark in "，；：。"))
    after = past_note(text, person.end)
    _, stop = clause(flat, after - sentence.start, after - sentence.start, len(flat))
    stop += sentence.start
    m = _decided().match(text[after:stop])
    if m is None or _listing().fullmatch(text, begin, person.start) is None:
        return False
    return not m.group("end") or title_before(text, stop) is not None


@cache
def _decisions() -> re.Pattern[str]:
    return re.compile("|".join(listed("events", "appointments", "decisions")))


@cache
def _decided() -> re.Pattern[str]:
    """Other names and then what was decided."""
    decided = table("events")["appointments"]["decided"]
    return re.compile(f"(?:、[{HAN}·]{{2,10}}(?:\\([^)]*\\))?)*{decided}")


@cache
def _listing() -> re.Pattern[str]:
    """What may stand before a name in such a list: the verb and other names."""
    verbs = "|".join(listed("events", "appointments", "decisions"))
    return re.compile(f"(?:{verbs})?(?:[{HAN}·]{{2,10}}(?:\\([^)]*\\))?、)*")


def _is_elsewhere(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone dead, gone, met before, or named only because of kin: 烈士某某的母亲."""
    after = past_note(text, person.end)
    if _absence("gone", "apart").match(text, after) is not None:
        return True
    kin = _kin().match(text, after)
    if kin is not None and index.between(kin.end(), min(kin.end() + NEXT, sentence.end), ("Person",)):
        return True
    if kin is not None and text.startswith(("是", "系"), person.start - 1):
        return True
    if _is_owner(text, index, after) or _is_known_for(text, after, sentence):
        return True
    begin, _ = clause(text, person.start, sentence.start, sentence.end)
    if _meanwhile("meanwhile").match(text, begin) and _meanwhile("while").match(text, after):
        return True
    return _absence("dead", "before").search(text[begin : person.start]) is not None


def _is_known_for(text: str, after: int, sentence: Sentence) -> bool:
    """True for those who gave or built what is told of, or whom all know: 甲捐资修建的公路通车, 甲、乙等侨界楷模."""
    return _known_for().match(text, after, sentence.end) is not None


@cache
def _known_for() -> re.Pattern[str]:
    return re.compile("|".join(table("events")["absent"]["known_for"]))


def _is_owner(text: str, index: Index, after: int) -> bool:
    """True for whoever only says whose office somebody has: 委员某某的服务处主任某某."""
    other = next(iter(index.between(after, after + OWNED, ("Person",))), None)
    if other is None or not _meanwhile("office").fullmatch(text, after, other.start):
        return False
    return title_before(text, other.start) is not None


def is_of_another_year(text: str, person: Found, sentence: Sentence, year: int | None) -> bool:
    """Someone told of as in a year long before that of the article: 某某1934年离家; 1998年，某某…."""
    told = YEAR.match(text, past_note(text, person.end)) or YEAR_OPENS.match(text, sentence.start)
    return told is not None and year is not None and int(told["year"]) < year - 1


def is_mourned(text: str, person: Found) -> bool:
    """Someone who has died: 某某同志追悼会, 某某同志因病医治无效."""
    return _absence("mourned").match(text, past_note(text, person.end)) is not None


@cache
def _absence(*keys: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern for key in keys for pattern in listed("events", "absent", key)))


@cache
def _meanwhile(key: str) -> re.Pattern[str]:
    return re.compile(table("events")["absent"][key])


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(f"(?:烈士)?的?(?:{'|'.join(longest_first(listed('events', 'absent', 'kin')))})")


def _is_away(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone who could not come, is mourned, or was only called: 某某因事未能到会, 致电某某."""
    after = past_note(text, person.end)
    if re.search(table("events")["absent"]["contacts"], text[sentence.start : person.start]) is not None:
        return True
    rest = text[after : sentence.end]
    if rest.startswith(listed("events", "absent", "after")) and holds(rest, listed("events", "absent")):
        return True
    missing = _missing().match(text, after, sentence.end)
    if missing is not None and not index.between(after, missing.end(), ("Person",)):
        return True
    begin, stop = clause(text, person.start, sentence.start, sentence.end)
    remote = listed("events", "absent", "remote")
    reads = holds(text[person.end : stop], listed("events", "absent", "read"))
    return person.name in remote or (holds(text[begin:stop], remote) and not reads)


@cache
def _missing() -> re.Pattern[str]:
    """Words of staying away, with no more than why or where before them."""
    missing = "|".join(listed("events", "absent", "missing"))
    return re.compile(f"[^，。；：说]{{0,16}}(?:，[^，。；：说]{{0,3}})?(?:{missing})")


def _is_represented(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone for whom another acts: 乙代表县长甲作报告; not who speaks for others: 企业代表甲作报告."""
    if _sends(text, index, person, sentence):
        return True
    if not text.startswith(listed("events", "represented", "acts"), past_note(text, person.end)):
        return False
    m = STANDS_FOR.search(text, max(sentence.start, person.start - STANDING), person.start)
    if m is None:
        return False
    opens = text[m.start() - 1 : m.start()] in "，。；：,;:"
    acting = index.between(sentence.start, m.start(), ("Person",))
    return opens or any(BEFORE_STANDING.fullmatch(text, past_note(text, f.end), m.start()) for f in acting)


def _sends(text: str, index: Index, person: Found, sentence: Sentence) -> bool:
    """Someone who sends another, who is named behind it: 甲派某某领事乙到场."""
    after = past_note(text, person.end)
    _, stop = clause(text, after, sentence.start, sentence.end)
    sent = next(iter(index.between(after, stop, ("Person",))), None)
    return sent is not None and _envoys().match(text, after, sent.start) is not None


@cache
def _envoys() -> re.Pattern[str]:
    return re.compile(table("events")["appointments"]["envoys"])


def _is_referred_to(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone whose words are followed or passed on: 响应某某发出的号召, 传达某某讲话精神."""
    begin = max(text.rfind(mark, sentence.start, person.start) for mark in "。；")
    begin = max(begin + 1, sentence.start)
    m = _following().search(text, begin, person.start)
    if m is None:
        return False
    end = text.find("，", person.end, sentence.end)
    rest = text[person.end : end if end >= 0 else sentence.end]
    return holds(rest, listed("events", "referred", "words"))


def _is_broadcast(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone whom others only hear and see from afar: 收看开幕式，聆听某某所作的报告."""
    before = text[sentence.start : person.start]
    return holds(before, listed("events", "broadcast")) and _hearing().search(before) is not None


def _is_portrayed(text: str, person: Found, sentence: Sentence) -> bool:
    """Someone whom a play or a talk is about: 讲述了某某的故事."""
    begin, stop = clause(text, person.start, sentence.start, sentence.end)
    tells = holds(text[begin : person.start], listed("events", "portrayed"))
    return tells and holds(text[person.end : stop], listed("events", "portrayed", "after"))


@cache
def _hearing() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(listed('events', 'broadcast', 'heard')))})(?:了)?[^，。；]{{0,12}}$")


@cache
def _following() -> re.Pattern[str]:
    """Words of following somebody's words, with nothing but titles and names of a list after them."""
    verbs = "|".join(longest_first(listed("events", "referred", "verbs")))
    return re.compile(f"(?:{verbs})(?:了)?[^，。；]{{0,30}}$")
