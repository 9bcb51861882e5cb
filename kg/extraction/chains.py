"""Reads the chain of posts that stands right before a place of the text: 某县委书记、县长."""

from __future__ import annotations

import re

from kg.extraction.body_names import attached, fits, kinds_of, part_key
from kg.extraction.characters import HAN, is_han
from kg.extraction.councils import council
from kg.extraction.deixis import full_name
from kg.extraction.departments import department_before
from kg.extraction.endings import common_nouns
from kg.extraction.heads import Heads
from kg.extraction.links import Link
from kg.extraction.named_before import last_named
from kg.extraction.offices_abroad import ministry, of_wider, parliament, secretariat, special_office
from kg.extraction.openings import LEVELS, before_note, boundary_words, opens_with_words, past_respect
from kg.extraction.own import SHORT_UNIVERSITY, UNIT, of_a_town, short_university
from kg.extraction.phrases import leading_noun, names_level, pointing_words
from kg.extraction.post_bodies import BOARD, Bodies
from kg.extraction.post_departments import LevelDepartments
from kg.extraction.post_words import (
    contracted_part,
    ends_as_body,
    goes_on,
    group_sent,
    inner_part,
    local_body,
    of_body_of_level,
    of_member,
    of_term,
    of_village_named,
    part_printed,
    past_member,
    periodical,
    pointed,
    possessor,
    society_group,
    team_sent,
    unknown_own,
    vouched,
)
from kg.extraction.sessions import PRESIDIUM, presidium
from kg.extraction.sheet import Found, Sheet
from kg.extraction.surnames import surnames
from kg.extraction.titles import Title, descriptive, society_office, title_before
from kg.lexicon import listed, table
from kg.lexicon.matcher import ending, opening
from kg.lexicon.parts import part_owners

COMMAS = ("，", ",")
LIST = "、"
ITEMS = (*COMMAS, LIST, "；", "\n", "")
# Between a name and a post that somebody takes up: 以某某为团长.
COPULA = ("为",)
INTRODUCING = ("有", "为", "是")
# How bodies are found that stand without their division.
BARE = ("bare-department", "department-of-level")
# A village with its committee, after its town.
VILLAGE_BODY = re.compile("[一-龥]{1,6}(?:村|社区|嘎查)(?:党支部|党总支|党委|委会|居委会|村委会)")
# How far a body may stand before its post, in characters.
NEAR = 9
# The least weight of a long name that a post behind it vouches for.
DOUBTFUL = -1.0
# How long the words of a part of a body may be.
PART = 10


class Chains:
    """Reads chains of posts on one sheet, whose mentions must have been made before."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.bodies = Bodies(sheet)
        self.ends: dict[int, Found] = {}
        self.named = {found.end: found for found in sheet.found if found.kind == "Person"}
        self.members = {past_member(sheet.text, end): found for end, found in self.named.items()}
        self.people = {*self.named, *(past_respect(sheet.text, end) for end in self.named)}
        self.floor = 0
        unbeaten = (c for c, winner in sheet.lost if winner is None and c.kind == "Organization")
        self.doubtful = [c for c in unbeaten if c.weight >= DOUBTFUL and not opens_with_words(sheet.text, c)]
        self.heads = Heads(sheet, self.bodies, self.ends)
        self.departments = LevelDepartments(self.bodies, self.ends)
        for found in sorted(sheet.found, key=lambda f: f.end - f.start):
            if found.kind in ("Organization", "Division", "Place"):
                self.ends[found.end] = found

    def before(self, end: int, floor: int = 0) -> list[Link]:
        """The posts that stand in a row right before `end`, in reading order; no words before `floor` count."""
        self.floor = floor
        links: list[Link] = []
        text = self.sheet.text
        joint = ""
        while (title := self._title(before_note(text, end)) or self._nominated(end)) and title.start >= floor:
            link, start = self.link(title)
            bare = link.body is None and not link.part
            if joint in COMMAS and (
                (bare and not self._after_title(start)) or title.core.endswith(descriptive()) or self._appoints(start)
            ):
                break
            if joint and start > floor and self._appoints(start, people=True):
                break
            if joint and start == title.start and self._addresses(start):
                break
            links.append(link)
            former = ending(text, listed("titles", "former_before_body"), start)
            if former:
                link.title = link.title._replace(status="former")
                start -= len(former)
            start -= len(ending(text, listed("titles", "before_body"), start))
            if bare:
                start = self._past_description(start)
            joint = ending(text, listed("titles", "chain_joints"), start)
            if not joint and (described := self._since_title(start)):
                start, joint = described, LIST
            if not joint:
                break
            end = start - len(joint)
        links.reverse()
        return links

    def _title(self, end: int) -> Title | None:
        """The post that ends here; a common word is one after a mark or a body alone: ，财政某某."""
        title = title_before(self.sheet.text, end)
        if title is not None:
            return title
        office = society_office(self.sheet.text, end)
        text = self.sheet.text
        opens = office is not None and (
            office.start in self.ends
            or text[office.start - 1 : office.start] in ITEMS
            or text.endswith((*listed("anaphora", "page_societies"), BOARD), 0, office.start)
        )
        return office if opens else None

    def _nominated(self, end: int) -> Title | None:
        """The post for which somebody is named, and that he has not got yet: 副县长提名人选."""
        word = ending(self.sheet.text, listed("titles", "nominees"), end)
        title = self._title(end - len(word)) if word else None
        return title and title._replace(status="acting")

    def link(self, title: Title) -> tuple[Link, int]:
        """The post with its own body where the words give one, and where the phrase starts."""
        if title.family == "leaders":
            return self.heads.leaders(title)
        if title.family == "heads":
            return self.heads.head(title)
        if (member := self.heads.warden(title) or council(self.bodies, self.ends, title)) is not None:
            return member
        title = of_wider(self.sheet.text, title)
        if (office := secretariat(self.bodies, title)) is not None:
            return office
        if (told := table("titles")["held_at"].get(title.core)) is not None:
            implied = self.bodies.implied(title.start, title.end, "Organization", str(told))
            return Link(title, title.core, implied, True), title.start
        if (villager := of_village_named(self.bodies, self.ends, title)) is not None:
            return villager
        if (society := of_term(self.ends, title, self.sheet.text)) is not None:
            return society
        if (special := special_office(self.bodies, self.ends, title)) is not None:
            return special
        if (office := of_member(self.bodies, self.members, title)) is not None:
            return office
        if (group := society_group(self.bodies, self.ends, title)) is not None:
            return group
        printed = self._printed(title.start) or self._printed(before_note(self.sheet.text, title.start))
        if (printed is None or printed.kind == "Division") and (mission := self.heads.mission(title)) is not None:
            return mission
        if printed is not None and (part := part_printed(self.bodies, title, printed)) is not None:
            return part
        if printed is None and (member := ministry(self.bodies, title) or parliament(self.bodies, title)) is not None:
            return member
        if printed is not None:
            printed = pointed(self.bodies, self.ends, printed)
            full = printed.candidate.rule not in BARE and not self.bodies.stands_bare(printed)
            return Link(title, title.core, printed, full), self._doubled(min(printed.start, title.start))
        body = self.departments.contracted(title) or self.departments.named(title.start)
        if body is not None:
            return Link(title, title.core, body), min(body.start, title.start)
        if (body := periodical(self.bodies, title)) is not None:
            return Link(title, title.core, body, True), body.start
        if (body := short_university(self.sheet, self.bodies.rows, title.start)) is not None:
            return Link(title, title.core, body, True), title.start - len(SHORT_UNIVERSITY)
        if (body := group_sent(self.bodies, self.ends, title, self.floor)) is not None:
            return Link(title, title.core, body, True), body.start
        if unnamed := self.departments.unnamed(title.start):
            return Link(title, title.core, None, unnamed=unnamed), title.start - len(unnamed)
        if (body := self._doubtful(title.start)) is not None:
            return Link(title, title.core, body, True), body.start
        if (part := contracted_part(self.bodies, self.ends, title) or self._part(title)) is not None:
            return part
        near = None if self._after_title(title.start) else self._near(title)
        body = self._anaphor(title.start) or near or possessor(self.bodies, self.ends, title, self.floor)
        if body is None and (ours := unknown_own(self.bodies, title)):
            body = self.bodies.of_occasion(title.start, ours)
            return Link(title, title.core, body, unnamed="" if body else ours), title.start - len(ours)
        return Link(title, title.core, body, body is not None), title.start if body is None else body.start

    def _printed(self, end: int) -> Found | None:
        """The body named right before; a common noun (公司, 指挥部) is the last body that it can mean."""
        found = self.ends.get(end)
        if found is not None and self._swallows_title(found):
            return None
        if found is not None and found.kind == "Organization" and found.name in common_nouns():
            return self._meant(found.start, found.name) or (None if found.name in part_owners() else found)
        return found

    def _doubled(self, start: int) -> int:
        """Where a phrase starts whose level is printed twice: before 某区 of 某区|区委."""
        owner = self.ends.get(start)
        if owner is None or owner.kind != "Division" or not self.sheet.text.startswith(tuple(LEVELS), start):
            return start
        return owner.start if owner.name.endswith(self.sheet.text[start]) else start

    def _swallows_title(self, found: Found) -> bool:
        """True for a name that holds a post and what joins it to the next: 某厂厂长兼党委."""
        return any(self._after_title(at) for at in range(found.start + 2, found.end - 1) if at > self.floor)

    def _meant(self, start: int, noun: str) -> Found | None:
        """What a common noun means here."""
        if noun == PRESIDIUM and (name := presidium(self.sheet, start)) is not None:
            return self.bodies.implied(start, start + len(noun), "Organization", name)
        kinds = (noun, *table("anaphora")["stands_for"].get(noun, ()))
        near = self.bodies.nearest(start, kinds) or self.bodies.doubtful_before(start, kinds)
        if near is not None and noun in listed("anaphora", "of_towns"):
            near = of_a_town(self.sheet, self.bodies.rows, start, kinds) or near
        return near or self.bodies.own(start, kinds, noun)

    def _doubtful(self, end: int) -> Found | None:
        """A body's name that was just too doubtful by itself, for which the post after it speaks."""
        best = max((c for c in self.doubtful if c.end == end), key=lambda c: (c.weight, c.end - c.start), default=None)
        if best is None or best.start < self.floor or best.end - best.start <= PART:
            return None
        name = full_name(self.sheet, best)
        return None if name is None else self.bodies.implied(best.start, end, "Organization", name, best.rule)

    def _part(self, title: Title) -> tuple[Link, int] | None:
        """A part of a body before its post: 公司采购部经理, 党支部书记, 办公室主任."""
        start = self._part_of_named(title.start) or self._phrase_start(title.start)
        if start is None:
            return None
        if (village := self.ends.get(start + 1)) is not None and village.kind == "Division" and start not in self.ends:
            start += 1
        words = self.sheet.text[start : title.start]
        owner = self.ends.get(start)
        noun = "" if owner is not None or part_key(words) == words else leading_noun(words)
        pointing = opening(words, pointing_words())
        if pointing:
            owner = last_named(self.sheet, start, pointing)
            if owner is None and words == pointing:
                owner = self.bodies.unit(title, kinds_of(title.core))
            if owner is None:
                return Link(title, title.core, None, unnamed=words), start
            words, start = words.removeprefix(pointing), start + len(pointing)
            if owner.kind == "Division" and len(words) > 1 and ends_as_body(words, title):
                name = attached(owner.name, words)
                body = self.bodies.implied(start, title.start, "Organization", name, "part-of-body")
                return Link(title, title.core, body, True), start - len(pointing)
        if noun:
            owner = self._meant(start, noun)
            alone = part_key(words[len(noun) :]) == words[len(noun) :] and not self.sheet.text.startswith(
                "该", start - 1
            )
            if owner is None and alone:
                return Link(title, title.core, None, unnamed=words), start
            noun = "" if owner is None else noun
        rest = words[len(noun) :]
        if owner is not None and owner.kind == "Division" and VILLAGE_BODY.fullmatch(rest):
            body = self.bodies.implied(start, title.start, "Organization", rest, "before-title")
            return Link(title, title.core, body, True), start
        if owner is not None and not rest:
            return Link(title, title.core, owner, True), start
        if rest == words and rest in listed("titles", "units_alone") and (unit := self.bodies.nearest(start, (rest,))):
            return Link(title, title.core, unit, True), start
        key = part_key(rest)
        if not noun and owner is None and (not key or UNIT.fullmatch(rest)):
            return vouched(self.bodies, title, start)
        own = rest.removesuffix(key)
        if not key and owner is not None and owner.kind == "Division":
            return local_body(self.bodies, title, owner, rest)
        if not key or (own and (key not in part_owners() or names_level(own))):
            return of_body_of_level(self.bodies, title, start, own, key) if own and owner is None else None
        if owner is None:
            return Link(title, title.core, None, part=rest, part_start=start), start
        begin = min(owner.start, start) if not noun else start
        if inner_part(owner, rest, title.core):
            return Link(title, rest + title.core, owner, True), begin
        name = attached(owner.name, rest)
        body = self.bodies.implied(start, title.end, "Organization", name, "part-of-body")
        return Link(title, title.core, team_sent(self.bodies, self.ends, body), True), begin

    def _part_of_named(self, end: int) -> int | None:
        """Where a part begins right after the body that can have it, whatever its words are: 某委|协调推进司."""
        key = part_key(self.sheet.text[max(0, end - PART) : end])
        kinds = part_owners().get(key, ())
        for start in range(end - len(key) - 1, max(self.floor, end - PART) - 1, -1) if kinds else ():
            if not is_han(self.sheet.text[start]) or start in self.people or self._after_title(start + 1):
                return None
            owner = self.ends.get(start)
            if owner is not None:
                return start if owner.kind == "Organization" and fits(owner, kinds) else None
        return None

    def _phrase_start(self, end: int) -> int | None:
        """Where the words before a title begin: after a mark, a name or a word that no body's name holds."""
        text = self.sheet.text
        start = department_before(text, end)
        start = end if start is None else start
        while start > self.floor and is_han(text[start - 1]) and start not in self.ends and start not in self.people:
            hit = boundary_words().before(text, start)
            bounded = hit is not None and (start - hit[0] > 1 or self.sheet.words.boundary(start))
            if hit is not None and bounded and not (start < end and goes_on(text, hit[0], start)):
                break
            if self._after_title(start) or self._introduced(start):
                break
            start -= 1
            if end - start > PART:
                return None
        return start if start < end else None

    def _after_title(self, start: int) -> bool:
        """True if a post and a joint end here: 厂长兼."""
        text, joints = self.sheet.text, listed("titles", "chain_joints")
        if not text.endswith(joints, 0, start):
            return False
        joint = next(joint for joint in joints if text.endswith(joint, 0, start))
        return title_before(text, start - len(joint)) is not None

    def _introduced(self, start: int) -> bool:
        """True after a post that those who follow have in a group: 副团长有某署署长甲, 顾问为某会会长乙."""
        return self.sheet.text[start - 1] in INTRODUCING and title_before(self.sheet.text, start - 1) is not None

    def _appoints(self, start: int, people: bool = False) -> bool:
        """True if a verb of office stands before a post, or with `people` a name and such a verb: 某某任书记.

        What follows are the next man's posts.
        """
        text = self.sheet.text
        words = listed("titles", "office", "after")
        if not people:
            return text.endswith(words, 0, start)
        return any(text.endswith(word, 0, start) and start - len(word) in self.people for word in (*words, *COPULA))

    def _addresses(self, start: int) -> bool:
        """True if a post stands right behind a name or surname, whose it is: 某某副县长、, 张会长、."""
        text = self.sheet.text
        alone = text[start - 1 : start] in surnames() and not is_han(text[start - 2 : start - 1])
        framed = boundary_words().before(text, start) is not None or self._appoints(start)
        return start in self.people or (alone and not framed)

    def _past_description(self, start: int) -> int:
        """Where a description before a post begins, if another post stands before it: 会长、退休教师."""
        text = self.sheet.text
        begin = self._phrase_start(start)
        return start if begin is None or text[begin - 1] in COMMAS or not self._after_title(begin) else begin

    def _since_title(self, start: int) -> int | None:
        """Where a few words before a body begin right after another post: 副局长、|此次进京|汇报团团长."""
        text = self.sheet.text
        for at in range(start - 1, max(self.floor, start - NEAR), -1):
            if text[at] == LIST:
                return at + 1 if title_before(text, at) is not None else None
            if not is_han(text[at]) or at in self.people:
                return None
        return None

    def _anaphor(self, end: int) -> Found | None:
        """该公司, 该镇: the last body or division of the article that the word fits."""
        word = ending(self.sheet.text, pointing_words(), end)
        return last_named(self.sheet, end - len(word), word) if word else None

    def _near(self, title: Title) -> Found | None:
        """A body a few describing characters away: 某某小学五年级学生."""
        end, kinds = title.start, kinds_of(title.core)
        part = self.sheet.part_at(end)
        for back in range(1, NEAR):
            start = end - back
            between = self.sheet.text[start:end]
            if (
                start < max(part.start, self.floor)
                or start in self.people
                or not re.fullmatch(f"[{HAN}0-9()“”]+", between)
            ):
                return None
            if any(family == "hard" for _, _, family in boundary_words().find(between)):
                return None
            found = self.ends.get(start) or self._anaphor(start)
            if found is not None and end in self.named and found.end < self.named[end].start:
                return None
            if found is not None:
                whole = self.ends.get(found.start) if found.kind == "Division" else None
                if whole is not None and whole.kind == "Organization":
                    return whole
                return None if found.kind == "Division" and kinds and not fits(found, kinds) else found
        return None
