"""Gives each post the body that it is held at: what its title implies, what the post before leads to, what is near."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.bare_levels import division_at_level
from kg.extraction.body_names import (
    AUTONOMOUS,
    attached,
    chamber_parts,
    division_of,
    fits,
    fits_owner,
    head_level,
    is_of_level,
    joined,
    kinds_of,
    opening_department,
    owned_tail,
    part_key,
)
from kg.extraction.deixis import compose, full_name, government_of, level_word
from kg.extraction.delegations import led_division
from kg.extraction.departments import department_classes, zone_of
from kg.extraction.endings import common_nouns
from kg.extraction.lattice import Candidate
from kg.extraction.links import Lead, Link
from kg.extraction.local_levels import LOCAL_LEVELS
from kg.extraction.named_before import of_the_last, page_society
from kg.extraction.own import (
    ASSOCIATION,
    UNIT,
    group_name,
    only_party,
    told_most,
)
from kg.extraction.post_bodies import BOARD, Bodies
from kg.extraction.post_leads import follow, share_division
from kg.extraction.post_words import inner_part
from kg.extraction.sheet import Found
from kg.extraction.titles import Title, bare_office, descriptive, title_before
from kg.extraction.villages import STATIONED, of_village, village_tail
from kg.extraction.wholes import is_body, whole_of
from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import ending
from kg.lexicon.parts import part_owners

# Boards of schools, and what has the posts that are the school's own.
BOARDS, SCHOOL = tuple(school + BOARD for school in ("学", "校", "独中", "学院", "华小")), "校"
PARTY_CHAIR, LIST = "主委", "、"
# A part of a university that is named after its subject, and how long its name may be.
UNIVERSITY, FACULTY, LONGEST_FACULTY = "大学", "学院", 7
# An office of a university, which its parts have not.
OFFICE = "处"
# A division of the corps of Xinjiang with its city, which share their party committee: 第八师某某市.
OF_DIVISION = re.compile("(?P<unit>.*[一二三四五六七八九十]师)[一-龥]{2,4}市$")
# The head of the government of an 自治区, whom its party committee has not.
CHAIRMAN = "主席"

# A level of the communes that is a word for units of the police as well.
BRIGADE = "大队"


class Settling:
    """Gives the posts of chains their bodies, by what stands before and what the sheet has told so far."""

    def __init__(self, bodies: Bodies) -> None:
        self.sheet = bodies.sheet
        self.bodies = bodies

    def settle(self, chain: list[Link], before: Lead) -> None:
        """Gives each post its body: its own, what the post before it leads to, or what is near."""
        lead, inside, unnamed = before.body, before.inside, before.unnamed
        if lead is not None and not inside:
            lead = self._nearer(chain[0], before) or lead
        if not inside:
            _look_ahead(chain)
        for link in chain:
            bare = link.body is None or link.body.candidate.rule == "bare-department"
            if unnamed and bare and (link.part or kinds_of(link.title.core) or _of_party(link.title)):
                link.unnamed, link.body = link.unnamed or unnamed, None
            if link.unnamed:
                lead = link.body = link.body or self._of_same_level(link, lead)
                unnamed = "" if lead is not None else link.unnamed
                continue
            unnamed = ""
            if link.part:
                link.body = self._whole(link, lead, inside and link is not chain[0])
            elif link.body is None:
                link.body = self._led(link, lead, inside)
            elif link.body.name == (form := self.bodies.form(link.body)) and opening_department(form):
                link.body.name = self._of_department(link.body.start, form, lead) or form
            elif self._is_part(form, link.body, lead):
                self._rename(link, form, lead)
            elif lead is not None and (whole := self._sibling(link.body, form, lead)):
                link.body.name = whole + form
            elif lead is not None and self._in_zone(link.body, lead):
                link.body.name = zone_of(lead.name) + form
            elif lead is not None and not link.printed:
                anew = link is chain[0] and self._of_another(link.body, lead)
                if not anew and not led_division(self.sheet, link.title.start, division_of(link.body)[-1:]):
                    follow(self.sheet, link, lead)
            elif lead is not None and self._goes_on(link, chain, before) and not link.body.implied:
                share_division(self.sheet, link.body, lead)
            if link.body is None and not link.part:
                link.body = self.bodies.of_a_kind(link.title)
            if link.title.core.endswith(PARTY_CHAIR) and link.body is not None:
                self._of_a_party(link, lead)
            link.body = self._administration(link)
            lead, inside = link.body or lead, True

    def _administration(self, link: Link) -> Found | None:
        """The administration that a post leads at a commune: 某公社管理委员会 of 某公社社长; else the body itself."""
        for kind, post in table("anaphora")["administrators"].items():
            if link.body is not None and link.body.name.endswith(kind) and link.title.core.endswith(post):
                name = government_of(self.sheet, link.body.name)
                return self.bodies.implied(link.body.start, link.title.end, "Organization", name)
        return link.body

    def _goes_on(self, link: Link, chain: list[Link], before: Lead) -> bool:
        """True for a later post of one person, and for the first of the next in a list."""
        start = link.body.start if link.body is not None else link.title.start
        return link is not chain[0] or (self.sheet.text[start - 1 : start] == LIST and before.until == start - 1)

    def _of_another(self, body: Found, lead: Found) -> bool:
        """True for the same department told of anew without its city: 市教育局 after one at 某某市教育局 is ours."""
        form, of_level = self.bodies.form(body), body.candidate.rule == "department-of-level"
        same = lead.name == self.bodies.form(lead) == division_of(lead) + form[len(level_word(form)) :]
        return of_level and same and form.endswith(listed("titles", "bureaus")) and body.name != lead.name

    def _nearer(self, link: Link, lead: Lead) -> Found | None:
        """A body named after the holder of the last post that can have this one: 某校校长甲到某校访问，校长乙接待."""
        kinds = kinds_of(link.title.core)
        if link.body is not None or link.part or link.unnamed or not kinds:
            return None
        rows = (f for f in reversed(self.bodies.rows) if lead.until <= f.start and f.end <= link.title.start)
        fitting = (f for f in rows if fits(f, kinds) and not (f.within is not None and fits(f.within, kinds)))
        return next(fitting, None)

    def _of_same_level(self, link: Link, lead: Found | None) -> Found | None:
        """The department of a level in the division of the post before: 某州委常委、州监委主任."""
        level = level_word(link.unnamed)
        division = "" if lead is None else division_of(lead)
        if lead is not None and not is_of_level(division, level):
            inner = (f for f in self.bodies.rows if f.kind == "Division" and lead.start <= f.start and f.end < lead.end)
            division = next((f.name for f in inner if is_of_level(f.name, level)), "")
        if not level or not is_of_level(division, level):
            return None
        start = link.title.start - len(link.unnamed)
        name = compose(division, link.unnamed.removeprefix(level))
        return self.bodies.implied(start, link.title.start, "Organization", name, "department-of-level")

    def _of_department(self, start: int, form: str, lead: Found | None) -> str | None:
        """The name of a part of a department that stands without its division: 公安局党委, 教育局办公室."""
        opening = opening_department(form)
        department = Candidate(start, start + len(opening), "Organization", 1.0, "bare-department")
        division = division_of(lead) if lead is not None and lead.name != division_of(lead) else None
        name = full_name(self.sheet, department, division) if opening else None
        return name and name + form.removeprefix(opening)

    def _is_part(self, form: str, body: Found, lead: Found | None) -> bool:
        """True for a name that only says which part of a body it is: 选工委 of a congress, 人事科 after its bureau."""
        if form in chamber_parts():
            return True
        if form.startswith(listed("titles", "parties_abroad")):
            return False
        if lead is not None and form in listed("abroad", "ministries") and ASSOCIATION not in lead.candidate.classes:
            return False
        if lead is not None and form == body.name and form in listed("anaphora", "society_committees"):
            of_group = lead.name.endswith(listed("anaphora", "society_committees"))
            return of_group or ASSOCIATION in lead.candidate.classes
        if lead is not None and lead.name.endswith(UNIVERSITY) and form.endswith(FACULTY) and form == body.name:
            return len(form) <= LONGEST_FACULTY and not gazetteer().named(form[:2]) and form not in common_nouns()
        kinds = part_owners().get(part_key(form), ())
        if not kinds or form != body.name or form in department_classes():
            return False
        if part_key(form) in listed("titles", "units_of_any") and whole_of(form) is None:
            led = lead is not None and fits(self._above(lead, kinds), kinds)
            return led or self.bodies.nearest(body.start, kinds) is not None
        if lead is None:
            return False
        listing = self.sheet.text[body.start - 1 : body.start] == LIST
        unit = listing and part_key(form) in listed("titles", "units") and whole_of(form) is None
        bare = unit or form in part_owners() or not (is_body(form) or whole_of(form))
        return bare and fits(self._above(lead, kinds), kinds)

    def _sibling(self, body: Found, form: str, lead: Found) -> str:
        """The whole of an institute in a list after another of it: 水稻研究所 after 某某农科院土肥研究所; or ''."""
        kind = ending(form, listed("titles", "siblings"))
        alone = body.name == form and kind and lead.name.endswith(kind) and len(form) <= LONGEST_FACULTY
        listing = self.sheet.text[body.start - 1 : body.start] in (LIST, "，")
        if not alone or not listing or gazetteer().named(form[:2]):
            return ""
        return whole_of(lead.name) or ""

    def _in_zone(self, body: Found, lead: Found) -> bool:
        """True for a bureau without a division after one of a zone: 经济发展局 after 某某高新区应急管理局."""
        form = self.bodies.form(body)
        if self.sheet.text[body.start - 1 : body.start] not in listed("titles", "chain_joints"):
            return False
        if body.name == form:
            bare = form.endswith(listed("titles", "bureaus"))
        else:
            bare = body.name.endswith(form) and part_key(form) == form
        return bare and zone_of(lead.name) != "" and not level_word(form)

    def _rename(self, link: Link, part: str, lead: Found | None) -> None:
        """Names a part of a body after its whole where it was read as a body by itself: 选工委 of a congress."""
        assert link.body is not None
        whole = self._whole(replace(link, part=part, part_start=link.body.start), lead)
        if whole is not None:
            link.body.name = whole.name

    def _led(self, link: Link, lead: Found | None, inside: bool) -> Found | None:
        """What the post before leads to, if the title fits it: the same body, its owner, its division's government."""
        title = link.title
        if lead is None or title.core.endswith(descriptive()):
            return None
        if (tail := village_tail(title)) and not lead.name.endswith(("村", "嘎查", "社区", tail)):
            return self.bodies.of_a_kind(title)
        if title.family == "heads":
            division, level = division_of(lead), head_level(title.core)
            if not level or not is_of_level(division, level) or not (inside or self._at_home(title.start)):
                return None
            return self.bodies.implied(title.start, title.end, "Organization", government_of(self.sheet, division))
        if lead.name.endswith(AUTONOMOUS + "党委") and title.core.endswith(CHAIRMAN):
            name = lead.name.removesuffix("党委") + "政府"
            return self.bodies.implied(title.start, title.end, "Organization", name)
        if title.core in table("titles")["of_chamber"] and not lead.name.endswith(listed("titles", "of_members")):
            return self.bodies.of_a_kind(title)
        if _of_party(title):
            return self._committee(lead, title)
        lead = self._society_of(lead, title)
        if lead.name.endswith(BOARDS) and SCHOOL not in kinds_of(title.core):
            return lead
        owner, kinds = self._owner_of(lead, title), kinds_of(title.core)
        same = self.bodies.office(title, bare_office(title.core)) is lead
        if same or (not kinds and inside) or fits(owner, kinds):
            return owner
        if fits(lead, kinds):
            return lead
        return self.bodies.of_a_kind(title) or (owner if inside and not kinds else None)

    def _society_of(self, lead: Found, title: Title) -> Found:
        """The society of a group, for a post that is not the group's: 青年团团长甲、理事长乙."""
        group = lead.name.endswith(listed("anaphora", "society_committees"))
        if not group or lead.name.endswith(kinds_of(title.core) or ("\n",)):
            return lead
        same = self.bodies.office(title, bare_office(title.core)) is lead
        return lead if same else self._above(lead, ())

    def _at_home(self, position: int) -> bool:
        """True if the article has a region: without one a bare 市长 may be our own, after a guest's post."""
        return (self.sheet.part_at(position).article.region or self.sheet.page.region) is not None

    def _of_a_party(self, link: Link, lead: Found | None) -> None:
        """主委 is at a democratic party's committee: of the party of the post before, where none is printed."""
        parties = listed("organisations", "parties")
        if link.body is None or link.body.name.startswith(parties):
            return
        party = next((p for p in parties if lead is not None and lead.name.startswith(p)), "")
        if link.body.name.endswith(listed("organisations", "parties", "committees")):
            party = party or only_party(self.sheet, link.title.start)
        if party and link.body.kind == "Division":
            name = party + compose(link.body.name, "委")
            link.body = self.bodies.implied(link.body.start, link.title.start, "Organization", name)
        elif party:
            link.body.name = party + link.body.name
        else:
            link.body = None

    def _committee(self, lead: Found, title: Title) -> Found | None:
        """The committee that a secretary after the head of a government is of: 市委书记甲、市长乙、副书记丙."""
        division = division_of(lead)
        if of_village(title, lead):
            posted = STATIONED.search(lead.name)
            if posted is not None:
                return self.bodies.implied(title.start, title.end, "Division", posted["village"])
            return self.bodies.village(title, "") or lead
        if not title.core.endswith(listed("titles", "secretaries")) or not lead.name.endswith("政府"):
            return lead
        for body in reversed(self.bodies.rows):
            if body.end <= title.start and body.name.endswith("委") and division_of(body) == division:
                return body
        tail = "党委" if division.endswith(LOCAL_LEVELS) else "委"
        return self.bodies.implied(title.start, title.end, "Organization", compose(division, tail))

    def _whole(self, link: Link, lead: Found | None, inside: bool = False) -> Found | None:
        """The body of which only a part stands before the title: 公司 of 采购部, 某村 of 党支部."""
        key = part_key(link.part)
        if key in table("anaphora")["prefecture_bodies"]:
            bare = Candidate(link.part_start, link.title.start, "Organization", 1.0, "bare-department")
            name = full_name(self.sheet, bare, division_of(lead) if lead is not None else None)
            return self._part_named(link, name)
        level = level_word(link.part)
        if level in LOCAL_LEVELS and len(level) > 1 and key and key != link.part:
            village = division_at_level(self.sheet, link.part_start, level)
            if village or level != BRIGADE:
                return self._part_named(link, village and joined(village, link.part.removeprefix(level)))
        work = table("anaphora")["of_the_last"].get(link.part, {"of": (), "called": ""})
        if name := of_the_last(self.sheet, link.part_start, work["of"], work["called"]):
            return self._part_named(link, name)
        if name := self._of_department(link.part_start, link.part, lead):
            return self._part_named(link, name)
        own = link.part.removesuffix(key)
        if key == "办公室" and (holder := title_before(own, len(own))) is not None and holder.start == 0:
            return self._part_named(link, link.part)
        kinds = part_owners().get(key, ())
        direct = lead is not None and inside and link.part in listed("titles", "owned_by_body")
        lead = owner = None if lead is None else self._above(lead, kinds, link.part.removesuffix(key), key)
        if lead is None or (kinds and not fits_owner(lead, kinds) and key != "办公室" and not direct):
            of_school = key in listed("titles", "school_societies")
            found = told_most(self.sheet, self.bodies.rows, link.title.start, kinds) if of_school else None
            by_nearness = kinds and key not in listed("titles", "only_after")
            owner = found or (self.bodies.nearest(link.title.start, kinds) if by_nearness else None)
            if owner is None and (same := self._same_words(link)) is not None:
                return same
        if owner is None and link.part in listed("anaphora", "society_committees"):
            owner = page_society(self.sheet, link.part_start, kinds)
        if owner is None:
            bare = Candidate(link.part_start, link.title.start, "Organization", 1.0, "bare-department")
            name = None if kinds or len(link.part) < 2 else full_name(self.sheet, bare)
        elif inner_part(owner, link.part, link.title.core):
            link.name = link.part + link.name
            return owner
        else:
            name = attached(owner.name, link.part)
        name = name or (group_name(self.sheet, link.part_start, link.part) if owner is None else None)
        return self._part_named(link, name)

    def _same_words(self, link: Link) -> Found | None:
        """The last body that these words end, by which it is called: 居委会 of 某某坊居委会, 项目部."""
        words = (link.part,)
        named = self.bodies.nearest(link.part_start, words)
        return (named or self.bodies.doubtful_before(link.part_start, words)) if len(link.part) > 2 else None

    def _part_named(self, link: Link, name: str | None) -> Found | None:
        if not name:
            return None
        return self.bodies.implied(link.part_start, link.title.end, "Organization", name, "part-of-body")

    def _above(self, lead: Found, kinds: tuple[str, ...], own: str = "", key: str = "") -> Found:
        """The whole of a part that cannot have such a part itself: after 某法院政治部, an 办公室 is the court's.

        `own` are the part's words before its kind `key`: 文学院 of 文学院党委 is no part of another 学院, and a
        科技处 is the university's.
        """
        sibling = (len(own) > 2 and lead.name.endswith(own[-2:])) or (key == OFFICE and lead.name.endswith(FACULTY))
        group = lead.name.endswith(listed("anaphora", "society_committees"))
        if not (sibling or group) and (
            part_key(lead.name) not in part_owners() or lead.name.endswith(kinds or ("\n",))
        ):
            return lead
        name = whole_of(lead.name)
        if name is None:
            return lead
        printed = next((f for f in self.bodies.rows if f.name == name and f.start <= lead.start), None)
        return printed or self.bodies.implied(lead.start, lead.end, "Organization", name)

    def _owner_of(self, body: Found, title: Title) -> Found:
        """The body itself, of which a party committee is a part: 公司党委书记、董事长."""
        tail = owned_tail(body.name)
        owner = body.name.removesuffix(tail)
        if not tail or (len(body.name) < len(tail) + 4 and not UNIT.fullmatch(owner)):
            return body
        if "师" in kinds_of(title.core) and (division := OF_DIVISION.match(owner)):
            owner = division["unit"]
        if gazetteer().named(owner) or owner.endswith(LOCAL_LEVELS):
            return body
        first = self.sheet.part_at(body.start).start
        found = next((f for f in self.sheet.found if f.name == owner and first <= f.start <= body.start), None)
        return found or self.bodies.implied(title.start, title.end, "Organization", owner)


def _look_ahead(chain: list[Link]) -> None:
    """审判员、某县法院副院长: a bare first post that only some bodies have is at that of the next post if it can be."""
    if len(chain) < 2 or chain[0].body is not None or chain[0].part or chain[0].unnamed:
        return
    link, body = chain[0], chain[1].body
    kinds = tuple(table("titles")["of_a_kind"].get(link.title.core, ()))
    if body is not None and kinds and fits(body, kinds):
        link.body, link.printed = body, chain[1].printed


def _of_party(title: Title) -> bool:
    return title.core.endswith(listed("titles", "party_posts"))
