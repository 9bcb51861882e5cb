"""Reads who holds which post: the chain of posts before a name, notes in parentheses after it, verbs of office."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from kg.extraction.deixis import LOCAL_LEVELS, division_at_level, full_name, last_named, level_word
from kg.extraction.departments import department_before, finer_class
from kg.extraction.lattice import Candidate
from kg.extraction.openings import before_note, boundary_words, level_before, past_note
from kg.extraction.people import BIOGRAPHY, credits
from kg.extraction.sheet import Found, FoundPost, Sheet
from kg.extraction.titles import Title, descriptive, title_before
from kg.lexicon import table, words
from kg.lexicon.divisions import gazetteer
from kg.model import Status

HAN = "\u4e00-\u9fff"
JOINTS = ("、", "，", ",", "兼", "和", "及", "暨")
OFFICE = re.compile("(?:同志)?(?:担任|出任|兼任|就任|当选为?|被任命为|被选举?为|任)(?:了)?")
APPOINTING = ("任命", "决定任命", "选举", "补选", "聘任", "推选", "聘请")
APPOINTED = re.compile("(?:同志)?(?:为|任|担任)")
NOTE = re.compile(r"\([^()]*\)$")
LEAVING = re.compile("(?:同志)?(?:的|辞去|不再担任|不再兼任)(?P<post>[^，。；\n]{2,40}?)(?=职务)")
HELD = re.compile("(?:现任|现为)[^，。；\n]{2,40}(?=[，。；\n])")
PARTY_TAILS = ("党委", "党组", "党总支", "党支部", "机关党委")
COMMAS = ("，", ",")
NEAR = 9
VILLAGE_POSTS = ("驻村第一书记", "村主任", "村支书")
FORMER = ("原", "时任", "前任")


@dataclass(slots=True)
class Link:
    """One post of a chain; `body` is None until the post before tells."""

    title: Title
    name: str
    body: Found | None


def read_posts(sheet: Sheet) -> None:
    """Fills `sheet.holdings`."""
    reader = _Reader(sheet)
    before: dict[Found, list[Link]] = {}
    people = sorted((f for f in sheet.found if f.kind == "Person"), key=lambda f: f.start)
    last: Found | None = None
    for person in people:
        chain = reader.chain(person.start)
        if chain:
            reader.settle(chain, _last_body(sheet, last, before, person))
        else:
            chain = _shared(sheet, person, people, before)
        before[person] = chain
        reader.record(person, chain, "post-before-name")
        if chain:
            last = person
        for after, status in reader.after_list(person, people):
            reader.settle(after, chain[-1].body if chain else None)
            reader.record(person, after, "post-after-name", status)
    reader.record_bylines(people)


def _last_body(sheet: Sheet, last: Found | None, before: dict[Found, list[Link]], person: Found) -> Found | None:
    """The body of the post named last in the same sentence: 某局局长甲、副局长乙."""
    if last is None or "。" in sheet.text[last.end : person.start] or "\n" in sheet.text[last.end : person.start]:
        return None
    link = before[last][-1]
    return None if link.title.family == "leaders" else link.body


def _shared(sheet: Sheet, person: Found, people: list[Found], before: dict[Found, list[Link]]) -> list[Link]:
    """The chain of the name before in a list, where its post can have several holders: 副市长甲、乙."""
    if sheet.text[person.start - 1 : person.start] not in ("、", "和", "及"):
        return []
    previous = next((p for p in people if past_note(sheet.text, p.end) == person.start - 1), None)
    chain = before.get(previous, []) if previous else []
    return chain if chain and all(_plural(link) for link in chain) else []


def _plural(link: Link) -> bool:
    return link.title.family == "leaders" or "副" in link.name or link.name.endswith(tuple(_many_holders()))


@cache
def _many_holders() -> tuple[str, ...]:
    return tuple(table("titles")["many_holders"]["words"])


class _Reader:
    """Reads chains of posts on one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.ends: dict[int, Found] = {}
        for found in sorted(sheet.found, key=lambda f: f.end - f.start):
            if found.kind in ("Organization", "Division", "Place"):
                self.ends[found.end] = found

    def chain(self, end: int) -> list[Link]:
        """The posts that stand in a row right before `end`, in reading order."""
        links: list[Link] = []
        text = self.sheet.text
        joint = ""
        while (title := title_before(text, before_note(text, end))) is not None:
            link, start = self._link(title)
            if joint in COMMAS and (link.body is None or title.core.endswith(descriptive())):
                break
            links.append(link)
            former = next((word for word in FORMER if text.endswith(word, 0, start)), "")
            if former:
                link.title = replace(link.title, status="former")
                start -= len(former)
            joint = next((j for j in JOINTS if text.endswith(j, 0, start)), "")
            if not joint:
                break
            end = start - len(joint)
        links.reverse()
        return links

    def _link(self, title: Title) -> tuple[Link, int]:
        """The post with its own body where the words give one, and where the phrase starts."""
        if title.family == "leaders":
            return self._leaders(title)
        if title.family == "heads":
            return self._head(title)
        body = (
            self.ends.get(title.start)
            or self._contracted(title)
            or self._anaphor(title.start)
            or self._near(title.start)
        )
        start = title.start if body is None else min(body.start, title.start)
        return Link(title, title.core, body), start

    def _contracted(self, title: Title) -> Found | None:
        """组织部长 is 组织部 and 部长: the last character of the body is the first of the title."""
        hit = department_before(self.sheet.text, title.start + 1)
        if hit is None:
            return None
        start = level_before(self.sheet, hit, {})
        rule = "bare-department" if start is None else "department-of-level"
        candidate = Candidate(hit if start is None else start, title.start + 1, "Organization", 1.0, rule)
        name = full_name(self.sheet, candidate)
        return self.sheet.add(candidate, name, implied=True) if name else None

    def _leaders(self, title: Title) -> tuple[Link, int]:
        level = title.core.removesuffix("领导")
        name = division_at_level(self.sheet, title.start, level) if level != title.core else None
        body = self._implied(title, "Division", name) if name else None
        return Link(title, "领导" if name else title.core, body), title.start

    def _head(self, title: Title) -> tuple[Link, int]:
        """区长, 副市长: the government of the division before, or of the one that the level means here."""
        before = self.ends.get(title.start)
        start = title.start
        if before is not None and before.kind == "Division":
            name, start = before.name, before.start
        elif before is not None and before.name.endswith("政府"):
            return Link(title, title.core, before), before.start
        else:
            level = re.sub("^.*?(?=省|市|县|区|镇|乡|州|盟|旗)", "", title.core).removesuffix("长")
            name = division_at_level(self.sheet, title.start, level) or ""
        body = self._implied(title, "Organization", name + "政府") if name else None
        return Link(title, title.core, body), start

    def _implied(self, title: Title, kind: str, name: str) -> Found:
        """The body that a title implies, at the title's words."""
        for found in self.sheet.found:
            if found.implied and found.start == title.start and found.name == name:
                return found
        candidate = Candidate(
            title.start,
            title.end,
            kind,
            1.0,
            "implied-by-title",
            name,
            (finer_class(name),) if kind == "Organization" else (),
        )
        return self.sheet.add(candidate, name, implied=True)

    def _anaphor(self, end: int) -> Found | None:
        """该公司, 该镇: the last body or division of the article that the word fits."""
        data = table("anaphora")["anaphora"]
        for word in (*data["bodies"], *data["divisions"]):
            if self.sheet.text.endswith(word, 0, end):
                return last_named(self.sheet, end - len(word), word)
        return None

    def _near(self, end: int) -> Found | None:
        """A body a few describing characters away: 某某小学五年级学生."""
        part = self.sheet.part_at(end)
        for back in range(1, NEAR):
            start = end - back
            between = self.sheet.text[start:end]
            if start < part.start or not re.fullmatch(f"[{HAN}0-9()()“”]+", between):
                return None
            if any(family == "hard" for _, _, family in boundary_words().find(between)):
                return None
            found = self.ends.get(start) or self._anaphor(start)
            if found is not None:
                return found
        return None

    def settle(self, chain: list[Link], lead: Found | None) -> None:
        """Gives each post of the chain its body: its own, or what the post before it leads to."""
        for link in chain:
            if link.body is None and lead is not None and not link.title.core.endswith(descriptive()):
                link.body = self._led(link, lead)
            elif link.body is not None and lead is not None:
                self._follow(link, lead)
            lead = link.body or lead

    def _led(self, link: Link, lead: Found) -> Found:
        """What the post before leads to: the same body, its owner, or its division's government."""
        division = _division_of(lead)
        if link.title.family == "heads" and division != lead.name:
            return self._implied(link.title, "Organization", division + "政府")
        return lead if link.name.endswith("书记") else self._owner_of(lead, link.title)

    def _follow(self, link: Link, lead: Found) -> None:
        """Lets a bare body (州委, 组织部, the government of 州长) belong to the division of the post before."""
        assert link.body is not None
        division = _division_of(lead)
        rule = link.body.candidate.rule
        form = self.sheet.text[link.body.start : link.body.end]
        if rule == "bare-department":
            link.body.name = full_name(self.sheet, link.body.candidate, division) or link.body.name
        elif rule == "department-of-level" and division.endswith(level_word(form)):
            link.body.name = division + form[len(level_word(form)) :]
        elif rule == "implied-by-title" and link.title.family == "heads":
            level = link.title.core.removesuffix("长")[-1:]
            if division.endswith(level) and not link.body.name.startswith(division):
                link.body.name = division + "政府"

    def _owner_of(self, body: Found, title: Title) -> Found:
        """The body itself, of which a party committee is a part: 公司党委书记、董事长."""
        tail = next((t for t in PARTY_TAILS if body.name.endswith(t)), None)
        if tail is None or len(body.name) < len(tail) + 4:
            return body
        owner = body.name.removesuffix(tail)
        if gazetteer().named(owner) or owner.endswith(LOCAL_LEVELS):
            return body
        return next((f for f in self.sheet.found if f.name == owner and f.start <= body.start), None) or self._implied(
            title, "Organization", owner
        )

    def after_list(self, person: Found, people: list[Found]) -> list[tuple[list[Link], Status]]:
        """The chains after a name, or after the list of names that it stands in: 甲、乙当选副主席."""
        found = self.after(person)
        while not found:
            nxt = past_note(self.sheet.text, person.end) + 1
            following = next((p for p in people if p.start == nxt), None)
            if following is None or self.sheet.text[nxt - 1] not in "、和":
                return []
            person = following
            found = [row for row in self.after(person) if all(_plural(link) for link in row[0])]
        return found

    def after(self, person: Found) -> list[tuple[list[Link], Status]]:
        """Chains in parentheses after the name, or after a verb of office, each with its status."""
        text = self.sheet.text
        if text[person.end : person.end + 1] == "(":
            close = re.compile("[)）]").search(text, person.end, person.end + 40)
            if close and (c := self.chain(close.start())):
                return [(c, "current")]
        end = past_note(text, person.end)
        stop = re.compile("[，,。；;\n！!]").search(text, end, end + 60)
        if stop is None:
            return []
        last = NOTE.sub("", text[end : stop.start()])
        leaving = LEAVING.match(text, end, stop.start())
        if leaving and (c := self.chain(leaving.end("post"))):
            return [(c, "former")]
        appointed = APPOINTED.match(text, end) and any(
            word in text[max(text.rfind("。", 0, person.start), 0) : person.start] for word in APPOINTING
        )
        if (OFFICE.match(text, end) or appointed) and (c := self.chain(end + len(last))):
            return [(c, "current")]
        return self._biography(end)

    def _biography(self, end: int) -> list[tuple[list[Link], Status]]:
        """张三，男，汉族，现任某某局局长，拟任…: the post held now."""
        text = self.sheet.text
        held = BIOGRAPHY.match(text, end) and HELD.search(text, end, end + 120)
        return [(c, "current")] if held and (c := self.chain(held.end())) else []

    def _of_a_kind(self, title: Title) -> Found | None:
        """For a title that stands alone, the nearest body of its article that can have such a head: 院长, 行长."""
        if title.core.endswith(VILLAGE_POSTS):
            name = division_at_level(self.sheet, title.start, "村")
            return self._implied(title, "Division", name) if name else None
        kinds = table("titles")["of_a_kind"]
        endings = next(
            (tuple(kinds[word]) for word in sorted(kinds, key=len, reverse=True) if title.core.endswith(word)), None
        )
        if endings is None:
            return None
        part = self.sheet.part_at(title.start)
        rows = [
            f
            for f in self.sheet.found
            if f.kind == "Organization"
            and part.start <= f.start < part.end
            and f.name.endswith(endings)
            and not f.implied
        ]
        before = [f for f in rows if f.end <= title.start]
        return max(before, key=lambda f: f.start) if before else min(rows, key=lambda f: f.start, default=None)

    def record(self, person: Found, chain: list[Link], rule: str, status: Status = "current") -> None:
        """Adds the chain's posts to the sheet."""
        for link in chain:
            if link.body is None:
                link.body = self._of_a_kind(link.title)
            if link.title.core.endswith(descriptive()) and (link.body is None or link.body.kind == "Division"):
                continue
            start = min(link.title.start, person.start)
            if (
                link.body is not None
                and not link.body.implied
                and link.body.start < start
                and start - link.body.start < 60
            ):
                start = link.body.start
            end = max(person.end, link.title.end)
            self.sheet.holdings.append(
                FoundPost(
                    person, link.name, link.body, link.title.status if status == "current" else status, start, end, rule
                )
            )

    def record_bylines(self, people: list[Found]) -> None:
        """Reporters and correspondents hold their post at the paper."""
        paper = self.sheet.page.publication
        if not paper:
            return
        starts = [p.start for p in people]
        for title, start, end in credits(self.sheet):
            at = bisect_left(starts, start)
            if not title or at >= len(people) or people[at].start != start or people[at].end != end:
                continue
            frame = Title(start, end, title, "posts", "current")
            body = next((f for f in self.sheet.found if f.name == paper), None) or self._implied(
                frame, "Organization", paper
            )
            self.sheet.holdings.append(FoundPost(people[at], title, body, "current", start, end, "byline"))


def _division_of(body: Found) -> str:
    """What a department's name opens with: 某区 of 某区政协."""
    for tail in sorted(words("departments"), key=lambda word: (-len(word), word)):
        if body.name.endswith(tail) and len(body.name) > len(tail) + 1 and tail[0] not in "村社":
            return body.name.removesuffix(tail)
    return body.name
