"""Reads posts whose words name the level of their division: 县长, 副区长, 市领导."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extraction.abroad import RULE, head_of_place
from kg.extraction.bare_levels import division_at_level
from kg.extraction.body_frames import past_country
from kg.extraction.body_names import AUTONOMOUS, division_of, fits, head_level, is_of_level, kinds_of
from kg.extraction.councils import unread
from kg.extraction.deixis import compose, government_of
from kg.extraction.links import Link
from kg.extraction.local_levels import LOCAL_LEVELS
from kg.extraction.named_before import last_named
from kg.extraction.openings import LEVELS, SEAT, WIDE_LEVELS
from kg.extraction.own import own_institution
from kg.extraction.places_abroad import CITY, foreign_holder, place_before, place_told
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found, Sheet
from kg.extraction.titles import Title
from kg.lexicon import listed, longest_first, table, words
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import ending
from kg.reading.stance import WITHOUT_COUNTIES

# Leading people, after the level of their division or a word for the group.
LEADERS = "领导"
# What opens the word for the leading people of a school, institute or bureau, and the bodies it can mean.
SCHOOLS = {"校": ("School", "大学", "学院", "学校"), "院": ("学院", "医院", "研究院"), "局": ("局",)}
UNIVERSITY = "大学"
CHIEF = "行政长官"
LISTING = ("、", "和", "及")
# The rank of leading people of a division: 副县级领导.
RANK = re.compile(f"副?(?P<level>[{LEVELS}])级")
# Several divisions counted after their list: 三县.
COUNTED = re.compile(f"[两二三四五六七八][{LEVELS}]$")
# The grade of a warden, by the level of the division.
GRADES = tuple(f"{level}级" for level in LEVELS)
# How far before an envoy's post it may begin where he is sent.
FARTHEST = 10
# How far before the head of a city abroad its state may be named.
FAR_CITY = 24


class Heads:
    """Gives the heads and the leading people of divisions their bodies; `ends` are the bodies by where they end."""

    def __init__(self, sheet: Sheet, bodies: Bodies, ends: dict[int, Found]) -> None:
        self.sheet = sheet
        self.bodies = bodies
        self.ends = ends
        self.lost: dict[int, str] | None = None

    def leaders(self, title: Title) -> tuple[Link, int]:
        """市领导, 某市党政领导, 某法院领导: the division or body that they lead."""
        level = title.core.removesuffix(LEADERS)
        if level in SCHOOLS:
            return self._institution(title, level)
        if (rank := RANK.fullmatch(level)) is not None:
            return self._ranked(title, rank["level"])
        group = level in listed("titles", "groups")
        printed = self.ends.get(title.start + (0 if group else len(level)))
        if printed is not None and printed.start < title.start and (printed.kind == "Division" or not group):
            return Link(title, LEADERS, printed, True), printed.start
        start = title.start
        if group:
            level = ending(self.sheet.text, (*WIDE_LEVELS, *LEVELS), start)
            start -= len(level)
        elif self.sheet.text.startswith(AUTONOMOUS + LEADERS, start - len(AUTONOMOUS) + len(level)):
            level, start = AUTONOMOUS, start - len(AUTONOMOUS) + len(level)
        name = division_at_level(self.sheet, start, level) if level and level != title.core else None
        body = self.bodies.implied(start, title.end, "Division", name) if name else None
        return Link(title, LEADERS if name else title.core, body), start

    def _institution(self, title: Title, word: str) -> tuple[Link, int]:
        """某大学校领导, 某法院领导 whose last character the title repeats, 我校领导."""
        own, covering = self.ends.get(title.start), self.ends.get(title.start + len(word))
        if own is None and covering is not None and not covering.name.endswith(UNIVERSITY + word):
            return Link(title, LEADERS, covering, True), covering.start
        if own is not None and own.kind == "Organization":
            return Link(title, title.core, own, True), own.start
        body = own_institution(self.sheet, self.bodies.rows, title.start, SCHOOLS[word])
        return Link(title, title.core, body, body is not None), title.start

    def _ranked(self, title: Title, level: str) -> tuple[Link, int]:
        """副县级领导: at the division before, or the one that the level means here."""
        own = self.ends.get(title.start)
        printed = own is not None and own.kind == "Division"
        name = own.name if own is not None and printed else division_at_level(self.sheet, title.start, level)
        body = self.bodies.implied(title.start, title.end, "Division", name) if name else None
        return Link(title, title.core, body, printed), own.start if own is not None and printed else title.start

    def warden(self, title: Title) -> tuple[Link, int] | None:
        """县级河长, 市总林长: at the division of the level."""
        if not title.core.endswith(listed("titles", "wardens")) or self.ends.get(title.start) is not None:
            return None
        start = title.start
        level = title.core[0]
        if not title.core.startswith(GRADES):
            level = ending(self.sheet.text, (*WIDE_LEVELS, *LEVELS), start)
            start -= len(level)
        name = division_at_level(self.sheet, start, level) if level else None
        body = self.bodies.implied(start, title.end, "Division", name) if name else None
        return Link(title, title.core, body), start

    def mission(self, title: Title) -> tuple[Link, int] | None:
        """某国驻某市总领事: the embassy or consulate, which goes by the same words."""
        missions = table("titles")["of_a_state"]
        body = next((missions[word] for word in longest_first(missions) if title.core.endswith(word)), "")
        seat = SEAT.search(self.sheet.text, max(0, title.start - FARTHEST), title.start) if body else None
        if seat is None:
            return None
        start = self.sheet.words.before.get(seat.start(), seat.start() - 1)
        if seat.start() - start < 2:
            return None
        told, house, _ = self.sheet.text[start : title.start].partition("馆")
        name = told + (house or body)
        found = self.bodies.implied(start, title.end, "Organization", name, "before-title")
        return Link(title, title.core, found, True), start

    def head(self, title: Title) -> tuple[Link, int]:
        """区长, 副市长: the government of the division before, or of the one that the level means here."""
        before = self.ends.get(title.start)
        start, printed = title.start, before is not None
        abroad = _city_abroad().search(self.sheet.text, max(0, start - FAR_CITY), start)
        if abroad is not None and (before is None or not before.candidate.adcode):
            name, start, printed = abroad["city"], abroad.start(), True
        elif (place := self._abroad(before, title)) is not None:
            (name, start), printed = place, True
        elif before is not None and before.kind == "Division":
            name, start = self._as_printed(before, title), before.start
        elif before is not None and before.name.endswith("政府") and not self._of_other_level(before, title):
            return Link(title, title.core, before, True), before.start
        else:
            level = head_level(title.core)
            told = ending(self.sheet.text, listed("titles", "governments"), start)
            start -= len(told)
            foreign = level == CITY and not told and foreign_holder(self.sheet.text, title.end)
            own = "" if told else self._division_before(title.start) or (level and self._named(title.start, level))
            own = own or ("" if told else unread(self.sheet.text, start, level))
            own = own[past_country(own, 0, len(own)) :]
            printed = bool(own)
            elsewhere = place_told(self.sheet, title.start, level) if foreign and not own else ""
            name = own or elsewhere or (level and division_at_level(self.sheet, title.start, level))
            name = name or self._special(title)
        government = government_of(self.sheet, name, title.start) if name else ""
        body = self.bodies.implied(title.start, title.end, "Organization", government) if name else None
        return Link(title, title.core.removeprefix("自治区"), body, printed), start

    def _abroad(self, before: Found | None, title: Title) -> tuple[str, int] | None:
        """A city or state abroad, which the gazetteer does not know."""
        known = before is not None and (before.candidate.adcode or before.kind != "Division")
        return None if known else place_before(self.sheet.text, title, head_level(title.core))

    def _as_printed(self, division: Found, title: Title) -> str:
        """A division's name, or the one it had when it was of the level of its head: 某县 of 某县县长, now 某市."""
        form, level = self.sheet.text[division.start : division.end], head_level(title.core)
        if division.candidate.rule == "deixis" and (meant := last_named(self.sheet, division.start, form)) is not None:
            form = self.sheet.text[meant.start : meant.end]
        named = len(form) > 2 or (len(form) == 2 and bool(gazetteer().named(form)))
        if division.candidate.rule == RULE:
            return head_of_place(division.candidate, form, level)
        former = level and not is_of_level(division.name, level) and is_of_level(form, level) and named
        bare = form[-1] not in LEVELS and not form.endswith(level)
        if form == division.name and level and not division.candidate.adcode and bare:
            return form + level
        return form if former else division.name

    def _special(self, title: Title) -> str:
        """The special administrative region at home in which a page tells of its chief executive."""
        region = self.sheet.page.region
        told = region is not None and region.adcode in WITHOUT_COUNTIES and title.core == CHIEF
        return region.name if region is not None and told else ""

    def several(self, title: Title) -> list[Found]:
        """The governments of the divisions listed before one title: 甲、乙、丙三县县长."""
        counted = COUNTED.search(self.sheet.text, max(0, title.start - 2), title.start)
        end, named = title.start if counted is None else counted.start(), list[Found]()
        while (found := self.ends.get(end)) is not None and found.kind == "Division":
            named.insert(0, found)
            end = found.start - 1
            if not self.sheet.text.startswith("、", end):
                break
        if counted is None or len(named) < 2:
            return []
        names = [government_of(self.sheet, found.name) for found in named]
        return [self.bodies.implied(title.start, title.end, "Organization", name) for name in names]

    def listed_bodies(self, link: Link) -> list[Found]:
        """The bodies of one kind listed before one title, the last of which is its own: 甲会馆、乙商会会长."""
        body = link.body
        if body is None or not link.printed or body.implied or body.end != link.title.start:
            return []
        kinds, named = kinds_of(link.title.core), [body]
        while self.sheet.text[named[0].start - 1 : named[0].start] in LISTING:
            before = self.ends.get(named[0].start - 1)
            if before is not None and before.kind == "Division" and before.name.endswith(LOCAL_LEVELS):
                before = self._of_town(before, body)
            if before is None or before.kind != body.kind or (kinds and not fits(before, kinds)):
                break
            named.insert(0, before)
        return named if len(named) > 1 else []

    def of_each(self, link: Link, count: int) -> list[Found]:
        """The bodies told of last that can have a post which each of several sides has: 双方主席甲、乙."""
        kinds, start = kinds_of(link.title.core), link.title.start
        word = ending(self.sheet.text, listed("titles", "of_each"), start)
        if not word or not kinds or count < 2:
            return []
        return self._sides([f for f in self.bodies.rows if fits(f, kinds)], start - len(word), count)

    def of_each_town(self, link: Link, count: int) -> list[Found]:
        """The governments or committees of the towns told of last: 两镇镇长甲、乙, 两乡党委书记甲、乙."""
        bare = link.body is not None and link.body.candidate.rule == "department-of-level"
        start = link.body.start + 1 if link.body is not None and bare else link.title.start
        counted = COUNTED.search(self.sheet.text, 0, start)
        if counted is None or count < 2 or not (bare or link.title.family == "heads"):
            return []
        level, committee = counted.group()[-1], self.sheet.text[start : link.title.start]
        divisions = [f for f in self.sheet.found if f.kind == "Division" and f.name.endswith(level)]
        names = [f.name for f in self._sides(divisions, counted.start(), count)]
        whole = [compose(name, committee) if committee else government_of(self.sheet, name) for name in names]
        return [self.bodies.implied(counted.start(), link.title.end, "Organization", name) for name in whole]

    def _sides(self, rows: Sequence[Found], end: int, count: int) -> list[Found]:
        """The last of `rows` before `end` in the order of their naming, from as few sentences as name so many."""
        text, first = self.sheet.text, self.sheet.part_at(end).start
        begin, told = end, dict[str, Found]()
        while begin > first and len(told) < count:
            begin = max(first, text.rfind("。", first, begin - 1) + 1, text.rfind("\n", first, begin - 1) + 1)
            named = [f for f in rows if begin <= f.start and f.end <= end]
            told = {f.name: f for f in reversed(named)}
        first_named = sorted(told.values(), key=lambda f: f.start)
        return first_named[-count:] if len(told) >= count else []

    def _of_town(self, town: Found, body: Found) -> Found | None:
        """The body of a town that stands before that of another: 甲乡 of 甲乡、乙镇党委书记 and its 党委."""
        division = division_of(body)
        if not division.endswith(LOCAL_LEVELS) or len(division) == len(body.name):
            return None
        name = town.name + body.name.removeprefix(division)
        return self.bodies.implied(town.start, body.end, "Organization", name)

    def _of_other_level(self, government: Found, title: Title) -> bool:
        """True for 人民政府 alone, read as another division's, before 镇长."""
        form = self.sheet.text[government.start : government.end]
        return form in listed("titles", "governments") and not is_of_level(
            division_of(government), head_level(title.core)
        )

    def _named(self, start: int, level: str) -> str:
        """The name that the level in a title ends: 某某市 of 某某市领导, 某某自治区 of 某某自治区副主席."""
        if not self.sheet.text.startswith(level, start):
            return ""
        before = self.ends.get(start + len(level))
        if before is not None and before.kind == "Division" and before.start < start:
            form = self.sheet.text[before.start : before.end]
            return head_of_place(before.candidate, form, level) if before.candidate.rule == RULE else before.name
        name = self._division_before(start + len(level))
        return name if len(name) > len(level) else ""

    def _division_before(self, end: int) -> str:
        """The name of a division that stands here though another reading of it was chosen: 某镇 of 某镇镇长."""
        if self.sheet.text[end - 1] not in LEVELS:
            return ""
        if self.lost is None:
            people = {at for f in self.sheet.found if f.kind == "Person" for at in range(f.start, f.end)}
            rows = [c for c, _ in self.sheet.lost if c.kind == "Division" and people.isdisjoint(range(c.start, c.end))]
            # 某某|任|镇长: no town of this name.
            verbs = listed("titles", "office", "before_post")
            rows = [c for c in rows if self.sheet.text[c.start] not in verbs or c.start - 1 not in people]
            self.lost = {
                c.end: c.name or self.sheet.text[c.start : c.end] for c in sorted(rows, key=lambda c: c.weight)
            }
        return self.lost.get(end, "")


@cache
def _city_abroad() -> re.Pattern[str]:
    """A city before its head, with the state and what lies between: 某国某道|某市."""
    data = table("deixis")["abroad"]
    states = "|".join(longest_first(words("countries")))
    return re.compile(f"(?:{states})(?:共和国)?{data['between']}(?P<city>{data['city']})$")
