"""Reads posts that stand after a name: in parentheses, after a verb of office, after 是 and 现任."""

from __future__ import annotations

import re
from functools import cache

from kg.extraction.chains import Chains
from kg.extraction.changes import left
from kg.extraction.characters import is_han
from kg.extraction.links import Link
from kg.extraction.name_frames import BIOGRAPHY
from kg.extraction.openings import past_note, past_respect
from kg.extraction.sheet import Found
from kg.extraction.titles import descriptive, title_before
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import ending, holds
from kg.model import Status

LEAVING = re.compile("(?:同志)?的(?P<post>[^，。；\n]{2,40}?)(?=职务)")
HELD = re.compile("(?:现任|现为)[^，。；\n]{2,40}(?=[，。；\n)])")
ANEW = re.compile("(?:职务)?，(?:(?:同时|并)?(?:决定)?(?:任命|选举|聘任|提名)其为|[改调转升]?任(?![命免期务职]))")
# What goes on with the posts of one who is named to another: ，其现任某镇副镇长; ，仍兼某科科长.
GOES_ON = re.compile("，(?:其?现任|[仍并还]?兼任?|同时兼任?)")
STOP = re.compile("[，,。；;\n！!)]")
# Before the post that people named before it all have: 甲、乙两位副县长, 甲等3名委员.
COUNTED = re.compile("等?(?:[两二三四五六七八九十]|[0-9]{1,2})[位名]")
# Before one who is to get a post: 拟任某某为某局局长，其现任….
NAMED_FOR = "拟任"
# What closes a list of appointed people.
AMONG_COMRADES = re.compile("等[0-9一二三四五六七八九十]*(?:名|位|人)?同志")
# What closes such a list by what all of them are: 等十五位海外乡亲.
AMONG_OTHERS = "等[0-9一二两三四五六七八九十]{1,3}[名位][一-龥]{0,6}?"
# 财政一职由某某出任.
POST = ("一职", "职务", "一职则", "一职将")
# How far after a name its posts may stand, in characters.
REACH = 60
# How far after 等 the post of a list of people may end.
AMONG = 9

Rows = list[tuple[list[Link], Status]]


class Offices:
    """Reads the posts after names on one sheet."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.text = chains.sheet.text
        self.starts = sorted(p.start for p in chains.sheet.found if p.kind == "Person")

    def after(self, person: Found) -> Rows:
        """Chains in parentheses after the name, or after a verb of office, each with its status; bodies unsettled."""
        return self.noted(person) or self._told(person)

    def _elected(self, person: Found) -> Rows:
        """The post that one takes up behind whose name a note says what he is: 甲(某局局长)当选会长."""
        verb = _office().match(self.text, past_note(self.text, person.end))
        return self._taken_up(verb.end()) if verb is not None else []

    def _told(self, person: Found) -> Rows:
        text = self.text
        end = past_note(text, person.end)
        stop = STOP.search(text, end, end + REACH)
        if stop is None:
            return []
        leaving = LEAVING.match(text, end, stop.start())
        span = leaving.span("post") if leaving else left(text, person.start, end, stop.start())
        if span and (chain := self.chains.before(span[1], span[0])):
            return [(chain, "former"), *self._anew(span[1])]
        capacity = _capacity().match(text, end)
        if capacity is not None and (chain := self.chains.before(capacity.end("post"), capacity.start("post"))):
            return [(chain, "current")]
        verb = _office().match(text, end, stop.start()) or self._appointed(person, end, stop.start())
        if verb is None and text[end : end + 1] == "，" and (verb := _later().match(text, end + 1, end + REACH)):
            stop = STOP.search(text, verb.end(), verb.end() + REACH) or stop
        if verb and (chain := self._last_chain(verb.end(), stop.start())):
            past = text.startswith(listed("titles", "office", "past"), chain[-1].title.end)
            return [(chain, "former" if past else "current"), *self._going_on(stop.start())]
        return (
            self._among(end) or self._copula(end, stop.start()) or self._by(person, end) or self._biography(person, end)
        )

    def _anew(self, end: int) -> Rows:
        """The post that one gets who gives up another: 免去某某的某职务，任命其为某某局局长."""
        anew = ANEW.match(self.text, end)
        return self._taken_up(anew.end()) if anew is not None else []

    def _going_on(self, end: int) -> Rows:
        """What else one holds who takes up a post: ，其现任某镇副镇长; ，仍兼某科科长."""
        held = GOES_ON.match(self.text, end)
        return self._taken_up(held.end()) if held is not None else []

    def _taken_up(self, begin: int) -> Rows:
        """The posts from here to the next mark."""
        stop = STOP.search(self.text, begin, begin + REACH)
        chain = self._last_chain(begin, stop.start()) if stop is not None else []
        return [(chain, "current")] if chain else []

    def respectively(self, person: Found) -> bool:
        """True if 分别 follows the name: each of several people has one of several posts."""
        return self.text.startswith("分别", past_note(self.text, person.end))

    def noted(self, person: Found) -> Rows:
        """The posts of a note in parentheses after a name, and then what its bearer takes up; none without a note."""
        note = self._note(person)
        return [*note, *self._elected(person)] if note else []

    def _note(self, person: Found) -> Rows:
        """The posts in parentheses after a name: (县教育局局长), (现任某镇副镇长，拟任…)."""
        start = past_respect(self.text, person.end) + 1
        if self.text[start - 1 : start] != "(":
            return []
        close = re.compile("[)）]").search(self.text, start, start + REACH)
        if close is None:
            return []
        if chain := self.chains.before(close.start()):
            return [(chain, "current")]
        held = HELD.match(self.text, start, close.end())
        return [(chain, "current")] if held and (chain := self.chains.before(held.end())) else []

    def _appointed(self, person: Found, end: int, stop: int) -> re.Match[str] | None:
        """为 and 任 after a name, in a sentence that appoints: 任命某某为局长, 以某某为团长的考察团."""
        found = _appointed().match(self.text, end, stop)
        if found is None:
            return None
        before = self.text[max(self.text.rfind("。", 0, person.start), 0) : person.start]
        appointing = holds(before, listed("titles", "appointing"))
        return found if appointing or AMONG_COMRADES.match(self.text, end) else None

    def _last_chain(self, start: int, stop: int) -> list[Link]:
        """The chain that ends last in `[start, stop)`, before the next person's own."""
        after = min((p for p in self.starts if start < p <= stop), default=stop + 1)
        for end in range(min(stop, after - 1), start + 1, -1):
            title = title_before(self.text, end)
            closed = self.text.startswith(listed("titles", "office", "followed"), end)
            if closed and title is not None and title.start >= start:
                return self.chains.before(end, start)
        return []

    def _among(self, end: int) -> Rows:
        """甲、乙等县领导, 甲、乙两位副县长: the post that all of a list have."""
        counted = COUNTED.match(self.text, end)
        if counted is None and self.text[end : end + 1] != "等":
            return []
        begin = end + 1 if counted is None else counted.end()
        for stop in range(begin + AMONG, begin + 1, -1):
            title = title_before(self.text, stop)
            if not all(map(is_han, self.text[begin:stop])) or title is None or title.start < begin:
                continue
            held = title.family == "leaders" or title.core.endswith(listed("titles", "many_holders"))
            if held or (counted is not None and "副" in title.core):
                chain = self.chains.before(stop, begin)
                return [(chain, "current")] if chain else []
        return []

    def _copula(self, end: int, stop: int) -> Rows:
        """某某是某协会会长, 某某，现任某局局长: only offices whose body is printed."""
        if self.text[end : end + 1] in ("，", "："):
            following = STOP.search(self.text, end + 1, end + 1 + REACH)
            end, stop = end + 1, following.start() if following else end
        verb = _copulas().match(self.text, end, stop)
        if verb is None:
            return []
        chain = self.chains.before(stop, verb.end())
        if not chain or any(link.title.core.endswith(descriptive()) for link in chain) or chain[0].body is None:
            return []
        if any(link.body is None and not link.part for link in chain):
            return []
        return [(chain, "former" if verb.group("verb") in listed("titles", "office", "former_copulas") else "current")]

    def _by(self, person: Found, end: int) -> Rows:
        """首任院长由某某担任: the post before 由 and the name."""
        verb = _office().match(self.text, end, end + 8)
        if verb is None:
            return []
        by = self.text.rfind("由", max(0, person.start - 40), person.start)
        if by < 0 or STOP.search(self.text, by, person.start):
            return []
        chain = self.chains.before(by - len(ending(self.text, POST, by)))
        return [(chain, "current")] if chain else []

    def _biography(self, person: Found, end: int) -> Rows:
        """张三，男，汉族，现任某某局局长，拟任…, 拟任张三为某局局长，其现任…: the post held now."""
        if self.text.endswith(NAMED_FOR, 0, person.start):
            stop = STOP.search(self.text, end, end + REACH)
            return self._going_on(stop.start()) if stop is not None else []
        held = BIOGRAPHY.match(self.text, end) and HELD.search(self.text, end, end + 120)
        return [(chain, "current")] if held and (chain := self.chains.before(held.end())) else []


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, longest_first(words)))


@cache
def _office() -> re.Pattern[str]:
    """A verb of office after a name, with the words between."""
    verbs = _either(listed("titles", "office", "after"))
    others = "(?:等[0-9一二两三四五六七八九十]*[名位人](?:同志)?)?"
    return re.compile(f"{others}(?:{_either(listed('titles', 'office', 'adverbs'))})*(?:{verbs})(?:了)?")


@cache
def _capacity() -> re.Pattern[str]:
    return re.compile(table("titles")["office"]["in_capacity"])


@cache
def _later() -> re.Pattern[str]:
    """The same after a comma."""
    words = _either(listed("titles", "office", "later"))
    return re.compile(f"(?:{_either(listed('titles', 'office', 'adverbs'))})*(?:{words})")


@cache
def _appointed() -> re.Pattern[str]:
    adverbs = _either(listed("titles", "office", "adverbs"))
    return re.compile(f"(?:{AMONG_COMRADES.pattern}|{AMONG_OTHERS}|{adverbs})*(?:为|任|担任)")


@cache
def _copulas() -> re.Pattern[str]:
    adverbs = _either(listed("titles", "office", "adverbs"))
    return re.compile(f"(?:{adverbs}|活佛|老师|老人)*(?P<verb>{_either(listed('titles', 'office', 'copulas'))})")
