"""Reads who holds which post: the chain of posts before a name, notes in parentheses after it, verbs of office."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.body_names import division_of, fits, kinds_of
from kg.extraction.chains import COMMAS, INTRODUCING, Chains
from kg.extraction.characters import HAN
from kg.extraction.deixis import compose
from kg.extraction.founded import of_event
from kg.extraction.links import Lead, Link
from kg.extraction.offices import Offices
from kg.extraction.openings import LEVELS, before_note, past_note
from kg.extraction.post_bylines import record_bylines
from kg.extraction.post_holders import GUEST, adds_nothing, held_by_many, office_key
from kg.extraction.post_lists import LISTING, NameLists
from kg.extraction.post_settling import Settling
from kg.extraction.post_sides import turns_home
from kg.extraction.sheet import Found, FoundPost, Sheet
from kg.extraction.titles import Title, bare_office, descriptive, past_epithet, society_office, title_at, title_before
from kg.lexicon import among, listed
from kg.lexicon.matcher import holds
from kg.model import Status

# How far from its name a body may stand and still be quoted with the post, in characters.
QUOTED = 60
# A copula between a post and who has it, and how far back it may begin.
COPULA = 5
NAMED_AS = re.compile("(?:(?:依次|分别|还|仍|仍然)?[为是]|有(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})[位名个人]：)$")
# A name that nobody read, in a roster without marks.
UNREAD = re.compile(f"[{HAN}]{{2,3}}(?:\\([^)]{{1,6}}\\))?")
# Before a level: our own division.
OURS = ("我", "本")
# Before a post that is ours, whatever the one before is at: 某市市委书记甲，我市市委书记乙.
OUR_OWN = re.compile(f"[，、；][我本][{LEVELS}]")
# What leads from the post of one who leads a group to that: 任团长的…, 任团长、某某任副团长的….
LEADS = re.compile("[任为]副?团长")
LED_OUT = re.compile("带队|率队|率团|领队|率领")
LED_BY = re.compile("(?:[、，][^，。；\n]{2,60}?[任为](?:(?:常务|第一)?副[一-龥]{1,3}|秘书长|顾问))*的")


def read_posts(sheet: Sheet) -> None:
    """Fills `sheet.holdings`."""
    people = sorted((f for f in sheet.found if f.kind == "Person"), key=lambda f: f.start)
    reader = _Reader(sheet, people)
    for person in people:
        reader.read(person)
    for person in people:
        reader.read_address(person)
    record_bylines(sheet, people, reader.chains.bodies)


class _Reader:
    """Reads the posts of one sheet's people in reading order."""

    def __init__(self, sheet: Sheet, people: list[Found]) -> None:
        self.sheet = sheet
        self.chains = Chains(sheet)
        self.offices = Offices(self.chains)
        self.settling = Settling(self.chains.bodies)
        self.chain_of: dict[Found, list[Link]] = {}
        self.lists = NameLists(sheet.text, people)
        self.rosters: set[Found] = set()
        self.dealt: dict[Found, list[Link]] = {}
        self.known: dict[tuple[str, str, bool], Found] = {}
        self.told: dict[tuple[int, tuple[str, str, bool]], Found] = {}
        self.last: Found | None = None
        self.chain_after: dict[Found, list[Link]] = {}
        self.elected: Found | None = None

    def read(self, person: Found) -> None:
        """Records the posts that stand before a person and after."""
        chain = (
            self.dealt.get(person)
            or self._roster(person)
            or self.chains.before(past_epithet(self.sheet.text, person.start))
            or self._possessive(person)
            or self._named_as(person)
        )
        if chain:
            self._recall(person, chain)
            lead = self._chosen(person, chain) or self._lead(person, chain)
            self.settling.settle(chain, lead if lead.body else self._delegated(person) or lead)
            self._introduced(person, chain)
            self._deal(person, chain)
        else:
            chain = self._shared(person)
        self.chain_of[person] = chain
        self._record(person, chain, "post-before-name")
        if chain:
            self.last = person
        for after, status in self._after(person):
            self._record(person, after, "post-after-name", status)
            self.elected = person if after[-1].body is not None else self.elected
            self.chain_after[person] = after

    def _deal(self, person: Found, chain: list[Link]) -> None:
        """甲、乙、丙三县县长A、B、C, 甲会、乙会会长A、B: each has the post at one of them, in the order of the list."""
        if person in self.dealt:
            return
        link, group, heads = chain[-1], self.lists.group(person), self.chains.heads
        governments = heads.several(link.title) if link.title.family == "heads" else heads.listed_bodies(link)
        governments = governments or heads.of_each(link, len(group)) or heads.of_each_town(link, len(group))
        if governments and len(group) == len(governments):
            link.body = governments[0]
            self.dealt |= {
                who: [replace(link, body=body, printed=True)]
                for who, body in zip(group[1:], governments[1:], strict=True)
            }

    def read_address(self, person: Found) -> None:
        """某某教授, 某某副市长: a post right after the name, unless the page tells it of the person anyway."""
        title = title_at(self.sheet.text, person.end)
        if title is None or title.core not in among("titles", "addressed") or title.end in self.lists.at:
            return
        if self.sheet.text[title.end : title.end + 1] == "：":
            return
        office = bare_office(title.core)
        name = person.name
        if any(p.person.name == name and bare_office(p.title) == office for p in self.sheet.holdings):
            return
        link, _ = self.chains.link(Title(person.end, title.end, title.core, title.family, "current"))
        own = next((x.body for x in reversed(self.chain_of[person]) if x.body), None)
        if own is None and link.body is None and self.sheet.text[person.start - 1 : person.start] == "的":
            link.body = self._possessor(person.start - 1, kinds_of(title.core))
        self.settling.settle([link], Lead(own))
        if link.body is not None:
            self._record(person, [link], "post-after-name")

    def _possessive(self, person: Found) -> list[Link]:
        """挂职某县委常委、副县长的某某: the posts before 的, where their body is told."""
        if self.sheet.text[person.start - 1 : person.start] != "的":
            return []
        chain = self.chains.before(person.start - 1)
        told = all(link.body is not None and not link.title.core.endswith(descriptive()) for link in chain)
        return chain if told else []

    def _possessor(self, end: int, kinds: tuple[str, ...]) -> Found | None:
        """The body before 的 that can have the post: 某大学某学院 of 某大学某学院的某某教授."""
        body = self.chains.ends.get(end)
        return body if body is not None and kinds and fits(body, kinds) else None

    def _named_as(self, person: Found) -> list[Link]:
        """会长为某某, 副会长依次为甲、乙, 委员有两位：甲、乙: the post before the copula."""
        named = self._copula(person)
        title = title_before(self.sheet.text, named.start()) if named is not None else None
        if named is None or title is None or title.core.endswith(descriptive()):
            return []
        return self.chains.before(named.start())

    def _copula(self, person: Found) -> re.Match[str] | None:
        return NAMED_AS.search(self.sheet.text, max(0, person.start - COPULA), person.start)

    def _chosen(self, person: Found, chain: list[Link]) -> Lead | None:
        """甲当选会长，…，副会长为乙: in the sentence of an election each post before its holders is at that society."""
        return self._with_elected(person, chain) if self._copula(person) is not None else None

    def _with_elected(self, person: Found, chain: list[Link]) -> Lead | None:
        elected = self._elected(person, chain[0]) if chain and chain[0].body is None else None
        return Lead(elected, True) if elected is not None else None

    def _introduced(self, person: Found, chain: list[Link]) -> None:
        """副团长有某局局长甲、某会会长乙: those of the list have the post before 有 as well."""
        first = chain[0]
        begin = first.body.start if first.body is not None and not first.body.implied else first.title.start
        begin = min(begin, first.title.start)
        named = self.chains.ends.get(begin)
        begin = named.start if named is not None and first.body is not None and first.body.implied else begin
        title = title_before(self.sheet.text, begin - 1) if self.sheet.text[begin - 1 : begin] in INTRODUCING else None
        if title is None or begin < 2 or title.core.endswith((*descriptive(), *listed("titles", "members"))):
            return
        post = self.chains.before(begin - 1)
        self.settling.settle(post, self._with_elected(person, post) or self._lead(person, post))
        if post and post[-1].body is not None:
            plural = held_by_many(post[-1])
            for one in self.lists.group(person, self.lists.titled) if plural else [person]:
                self._record(one, post, "post-before-name")

    def _recall(self, person: Found, chain: list[Link]) -> None:
        """Gives a bare post that nothing leads to the body at which the page has already told it of the person."""
        for link in chain:
            if link.body is not None or link.part:
                return
            key, part = office_key(person, link), self.sheet.part_at(person.start).start
            link.body = self.told.get((part, key))
            known = self.known.get(key) if person not in self.rosters else None
            if link.body is None and known and not self.chains.bodies.of_other_society(known, link.title):
                link.body = known

    def _lead(self, person: Found, chain: list[Link]) -> Lead:
        """What the post named last in the sentence or roster leads to; at the beginning of a roster, its society."""
        last, text = self.last, self.sheet.text
        until = past_note(text, last.end) if last is not None else 0
        between = text[until : chain[0].part_start if chain[0].part else chain[0].title.start]
        apart = last is None or holds(between, "。\n")
        if person in self.rosters and (last not in self.rosters or last is None) and apart:
            return Lead(self.chains.bodies.told_most(chain[0].title), True)
        if last is None:
            return Lead()
        link, opening = self.chain_of[last][-1], text.rfind("。", 0, last.start) + 1
        roster = last in self.rosters and person in self.rosters and between.strip("。；\n") == ""
        leaders = link.title.family == "leaders"
        listing = leaders and between.startswith((*COMMAS, "、"))
        if listing and (chain[0].unnamed or self._of_guests(link, until)):
            return Lead(link.body)
        if leaders or (holds(between, "。\n") and not roster):
            return Lead()
        if OUR_OWN.match(between) or turns_home(self.sheet, chain[0], link, text[opening : last.start], between):
            return Lead()
        twin = next((one for one in self.chain_of[last] if one.title.core == chain[0].title.core and one.body), link)
        link = twin if chain[0] is not chain[-1] else link
        inside = roster or between in LISTING or between in COMMAS
        return Lead(link.body, inside, until, link.unnamed if inside and link.body is None else "")

    def _of_guests(self, link: Link, until: int) -> bool:
        """True if our own people follow those of another division in the sentence: 某县领导甲，…，我县领导乙."""
        rest = self.sheet.text[until : self.sheet.text.find("。", until)]
        return link.body is not None and any(f"{ours}{link.body.name[-1]}" in rest for ours in OURS)

    def _roster(self, person: Found) -> list[Link]:
        """会长：甲；副会长：乙、丙: the post before a colon."""
        text = self.sheet.text
        block = self.sheet.block_at(person.start)
        if text[person.start - 1 : person.start] != "：" or (block is not None and block.kind in ("byline", "credit")):
            return []
        end = before_note(text, person.start - 1)
        title = title_before(text, end) or society_office(text, end)
        if title is None or title.core.endswith(descriptive()):
            return []
        if text.endswith(listed("titles", "of_honours"), 0, title.start):
            return []
        self.rosters.add(person)
        return self.chains.before(end)

    def _shared(self, person: Found) -> list[Link]:
        """The chain of the name before in a list, where its post can have several holders: 副市长甲、乙."""
        text = self.sheet.text
        listing = text[person.start - 1 : person.start] in (*LISTING, *COMMAS)
        broken = text[person.start - 1 : person.start] == "\n"
        previous = self.lists.until.get(person.start - 1 if listing or broken else person.start)
        if text[person.start - 1 : person.start] in LISTING and previous is None:
            previous = self.lists.past_item(person.start)
        if previous is None and self.last in self.rosters and self._past_unread(person.start):
            previous = self.last
        if (broken or text[person.start - 1 : person.start] in COMMAS) and previous not in self.rosters:
            return []
        chain = self.chain_of.get(previous, []) if previous else []
        if previous in self.rosters:
            self.rosters.add(person)
            return chain
        return chain if listing and chain and all(held_by_many(link) for link in chain) else []

    def _after(self, person: Found) -> list[tuple[list[Link], Status]]:
        """The chains after a name, or after the list of names that it stands in: 甲、乙当选副主席."""
        if noted := self.offices.noted(person):
            return self._settled(person, noted)
        group = self.lists.group(person, self.lists.titled)
        if len(group) == 1:
            return self._settled(person, self._telling(person, self.offices.after(person)))
        found = self._telling(person, self.offices.after(person) or self.offices.after(group[-1]))
        each = [link for chain, _ in found for link in chain]
        if self.offices.respectively(group[-1]) and len(each) >= len(group):
            found = [([each[len(each) - len(group)]], found[0][1])]
        elif self.offices.respectively(group[-1]) and len(each) == 1:
            bodies = self.chains.heads.listed_bodies(each[0])[-len(group) :]
            found = [([replace(each[0], body=bodies[0])], found[0][1])] if len(bodies) == len(group) else []
        elif not all(held_by_many(link) for link in each):
            found = []
        return self._settled(person, found)

    def _telling(self, person: Found, found: list[tuple[list[Link], Status]]) -> list[tuple[list[Link], Status]]:
        """What `found` tells of somebody: 副区长甲等区领导 is a deputy head, and nothing more."""
        among = bool(found) and self.sheet.text.startswith("等", found[0][0][0].title.start - 1)
        return [] if self.chain_of[person] and all(adds_nothing(x, among) for c, _ in found for x in c) else found

    def _past_unread(self, start: int) -> bool:
        """True if one name that nobody read parts the last person of a roster from this one, without a mark."""
        until = past_note(self.sheet.text, self.last.end) if self.last is not None else start
        return UNREAD.fullmatch(self.sheet.text, until, start) is not None

    def _settled(self, person: Found, found: list[tuple[list[Link], Status]]) -> list[tuple[list[Link], Status]]:
        """The chains with their bodies, a delegation's where the words go on with it: 以甲为团长的考察团."""
        chain = self.chain_of[person]
        own = chain[-1].body if chain else None
        for after, _ in found:
            last = after[-1]
            kinds = kinds_of(last.title.core)
            led = LED_BY.match(self.sheet.text, last.title.end)
            if last.body is None and not last.part and led is not None:
                last.body = self._led_body(led.end(), kinds)
                self._name_guests(last.body, own)
            if last.body is None and len(after) == 1:
                last.body = of_event(self.chains.bodies, person, last)
            self._recall(person, after)
            if any(link.body is None for link in after):
                lead = own if own is not None and kinds and fits(own, kinds) else None
                elected = self._elected(person, after[0])
                if elected is not None:
                    self.settling.settle(after, Lead(elected, True))
                self.settling.settle(after, Lead(lead))
        return found

    def _elected(self, person: Found, link: Link) -> Found | None:
        """The body to which another was elected in the sentence: 甲当选某会主席、某社社长，乙当选副主席."""
        if self.elected is None or "。" in self.sheet.text[self.elected.end : person.start]:
            return None
        held, office = self.chain_after[self.elected], bare_office(link.title.core)
        alike = next((one.body for one in held if bare_office(one.title.core) == office), None)
        kinds, body = kinds_of(link.title.core), held[-1].body
        able = not kinds or link.title.core in listed("titles", "founded", "elected")
        return alike or (body if able or (body is not None and fits(body, kinds)) else None)

    def _name_guests(self, group: Found | None, own: Found | None) -> None:
        """A delegation that is printed without its division is of that of its leader: 以某县县长为团长的代表团."""
        form = self.sheet.text[group.start : group.end] if group is not None else ""
        if group is not None and own is not None and group.name != form and own.name.endswith("政府"):
            group.name = compose(division_of(own), form)

    def _delegated(self, person: Found) -> Lead | None:
        """The society that the delegation is of in which one takes up a post: 以会长甲为团长的某会考察团."""
        text = self.sheet.text
        if (sender := self._led_out(person)) is not None:
            return Lead(sender, True)
        post = LEADS.match(text, past_note(text, person.end))
        led = LED_BY.match(text, post.end()) if post is not None else None
        group = self._led_body(led.end(), ("团",)) if led is not None else None
        inner = (f for f in self.chains.bodies.rows if group and f.start == group.start and f.end < group.end)
        owner = max((f for f in inner if f.kind == "Organization"), key=lambda f: f.end, default=None)
        return Lead(owner, True) if owner is not None else None

    def _led_out(self, person: Found) -> Found | None:
        """The society that a group is of which one leads to another: 某公会代表团拜访某商会，由会长某某带队."""
        text, title = self.sheet.text, title_before(self.sheet.text, person.start)
        led = LED_OUT.match(text, past_note(text, person.end))
        if led is None or title is None or not text.endswith("由", 0, title.start):
            return None
        begin, kinds = max(text.rfind(mark, 0, title.start) for mark in "。\n■◎●"), kinds_of(title.core)
        fitting = (f for f in self.chains.bodies.rows if begin < f.start < title.start and kinds and fits(f, kinds))
        return next(fitting, None)

    def _led_body(self, start: int, kinds: tuple[str, ...]) -> Found | None:
        """The first body after a title that fits it, before the clause ends."""
        for body in self.chains.bodies.rows:
            if body.start >= start:
                between = self.sheet.text[start : body.start]
                if holds(between, "，。；\n"):
                    break
                if kinds and fits(body, kinds):
                    return body
        return self.chains.bodies.doubtful_at(start, kinds)

    def _record(self, person: Found, chain: list[Link], rule: str, status: Status = "current") -> None:
        """Adds the chain's posts to the sheet."""
        for link in chain:
            if link.title.core.endswith(descriptive()) and (link.body is None or link.body.kind == "Division"):
                continue
            if link.title.core in listed("titles", "members") and link.body is None:
                continue
            self.chains.bodies.keep_to_article(link, person.start)
            guest = GUEST.match(self.sheet.text, past_note(self.sheet.text, person.end)) is not None
            self.chains.bodies.remember(link, guest)
            if link.body is not None:
                key = office_key(person, link)
                self.known.setdefault(key, link.body)
                self.told[self.sheet.part_at(person.start).start, key] = link.body
            start = min(link.title.start, person.start)
            if link.body is not None and not link.body.implied and 0 < start - link.body.start < QUOTED:
                start = link.body.start
            end = max(person.end, link.title.end)
            told = link.title.status if status == "current" else status
            self.sheet.holdings.append(FoundPost(person, link.name, link.body, told, start, end, rule))
