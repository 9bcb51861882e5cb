"""The bodies of one sheet by place and kind, and those at which its posts are held as far as it was read."""

from __future__ import annotations

import re
from collections import Counter

from kg.extraction.bare_levels import division_at_level
from kg.extraction.body_names import fits, joined, kind_word, kinds_of, part_key, shorter_names
from kg.extraction.deixis import compose, full_name
from kg.extraction.departments import finer_class
from kg.extraction.endings import common_nouns
from kg.extraction.lattice import Candidate
from kg.extraction.links import Link
from kg.extraction.own import (
    ASSOCIATION,
    in_full,
    last_chamber,
    last_lost,
    last_unit,
    lost_at,
    only_named,
    own_institution,
    tells_of_other,
    told_most,
)
from kg.extraction.places_abroad import place_told
from kg.extraction.sheet import Found, Sheet
from kg.extraction.titles import Title, bare_office, descriptive
from kg.extraction.villages import village_tail
from kg.lexicon import listed, table

# The head of a committee or an office, and of a few other bodies.
CHAIR, JURY, JOINT = "主任", "评委会", "和"
# One who presides over a meeting of a chamber, behind his post.
CHAMBER, PRESIDES = "人大常委会", re.compile("[一-龥]{2,4}(?:、[一-龥]{2,4})*主持(?:了|召开)?(?:会议|本次会议|大会)")
DISTRICT, COUNCIL = "区", "议会"
DISTRICT_FIRST = re.compile("[一-龥]{1,3}?区(?!域|块)")
# A body of a school that has a chairman of its own, and his posts.
BOARD, OF_BOARD = "董事会", ("董事长", "董事")
HELD_AT = ("Organization", "Division", "Place")


class Bodies:
    """The bodies of one sheet by place and kind, and those at which its posts are held as far as it was read."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sorted(
            (f for f in sheet.found if f.kind in HELD_AT and f.name not in common_nouns() and not f.implied),
            key=lambda f: (f.start, -f.end),
        )
        self._divisions = tuple(c.name or sheet.text[c.start : c.end] for c in sheet.divisions)
        self._implied = {(f.start, f.name): f for f in sheet.found if f.implied}
        self._offices: dict[tuple[int, str], Found] = {}
        self._own: dict[int, Found] = {}
        self._of_guests: set[str] = set()

    def implied(self, start: int, end: int, kind: str, name: str, rule: str = "implied-by-title") -> Found:
        """The body that the words `[start, end)` imply."""
        found = self._implied.get((start, name))
        if found is None:
            classes = (finer_class(name),) if kind == "Organization" else ()
            aliases = shorter_names(self._divisions, name) if kind == "Organization" else ()
            candidate = Candidate(start, end, kind, 1.0, rule, name, classes, aliases=aliases)
            found = self.sheet.add(candidate, name, implied=True)
            self._implied[start, name] = found
        return found

    def remember(self, link: Link, guest: bool = False) -> None:
        """Keeps the body of a post for the same office of the same article: 实验室主任甲 … 副主任乙.

        That of a guest of honour is not what the report is about.
        """
        told = not link.title.core.endswith(descriptive()) or link.title.core in listed("titles", "again")
        if guest and link.body is not None:
            self._of_guests.add(link.body.name)
        elif link.body is not None and told:
            part = self.sheet.part_at(link.title.start).start
            for word in {bare_office(link.title.core), kind_word(link.title.core)} - {""}:
                self._offices[part, word] = link.body

    def keep_to_article(self, link: Link, position: int) -> None:
        """Lets the article itself imply a body that only another article of the page names."""
        part, body = self.sheet.part_at(position), link.body
        if body is not None and not part.start <= body.start < part.end:
            link.body = self.implied(link.title.start, link.title.end, body.kind, body.name)

    def form(self, body: Found) -> str:
        return self.sheet.text[body.start : body.end]

    def stands_bare(self, body: Found) -> bool:
        """True for a department or a part without its division, however it was read."""
        form = self.form(body)
        return part_key(body.name) == body.name or (form == part_key(form) and body.kind == "Organization")

    def office(self, title: Title, word: str) -> Found | None:
        """The body at which the article has told of this office, or of this word for one."""
        return self._offices.get((self.sheet.part_at(title.start).start, word))

    def of_a_kind(self, title: Title) -> Found | None:
        """For a title that stands alone: the body of its article that has this office, or can have it."""
        if (tail := village_tail(title)) is not None:
            return self.village(title, tail)
        kinds = kinds_of(title.core)
        known = self.office(title, bare_office(title.core)) or self.office(title, kind_word(title.core))
        if not kinds:
            if (chambers := table("titles")["of_chamber"].get(title.core)) is not None and known is None:
                return last_chamber(self.sheet, self.rows, title.start, tuple(chambers))
            if known is None and (told := self._told_before(title)) is not None:
                return told
            shared = "副" in title.core or title.core.endswith(listed("titles", "again"))
            if known is None and title.core.endswith(listed("titles", "of_any_body")):
                return only_named(self.sheet, self.rows, title.start)
            return known if shared else None
        if (chamber := self._presiding(title)) is not None:
            return chamber
        seldom = listed("titles", "seldom") if kind_word(title.core) == CHAIR else ()
        usual = tuple(kind for kind in kinds if kind not in seldom)
        near = self.nearest(title.start, usual, known) or self.nearest(title.start, kinds, known)
        near = near or self.unit(title, kinds)
        near = near or own_institution(self.sheet, self.rows, title.start, kinds)
        near = near or self.doubtful_before(title.start, kinds)
        return self._board(title, near) if near is not None else self._council(title) or self._mission(title)

    def _presiding(self, title: Title) -> Found | None:
        """The chamber whose meeting the article reports, for one of its heads who presides: 副主任某某主持会议."""
        if title.core not in (CHAIR, f"副{CHAIR}") or not PRESIDES.match(self.sheet.text, title.end):
            return None
        return last_chamber(self.sheet, self.rows, title.start, (CHAMBER,))

    def doubtful_before(self, position: int, kinds: tuple[str, ...]) -> Found | None:
        """The last body of the article so far that can have such a post and was too doubtful by itself."""
        return self._doubted(last_lost(self.sheet, position, kinds))

    def _board(self, title: Title, school: Found) -> Found:
        """The board of a school of which an article tells: 某校董事会 for 董事长."""
        part = self.sheet.part_at(title.start)
        told = "School" in school.candidate.classes and self.sheet.text.find(BOARD, part.start, part.end) >= 0
        if not told or not title.core.endswith(OF_BOARD):
            return school
        return self.implied(title.start, title.end, "Organization", school.name + BOARD)

    def _mission(self, title: Title) -> Found | None:
        """The one embassy or consulate that the page names, for a bare 领事."""
        missions = tuple({*table("titles")["of_a_state"].values()})
        if title.core not in table("titles")["of_a_state"]:
            return None
        named = {f.name: f for f in self.rows if f.kind == "Organization" and f.name.endswith(missions)}
        named |= {f.name: f for f in self._implied.values() if f.name.endswith(missions)}
        named = {name: f for name, f in named.items() if name not in missions}
        return next(iter(named.values())) if len(named) == 1 else None

    def _told_before(self, title: Title) -> Found | None:
        """The last society of the sentence for its clerk, the last committee for a secretary: 团县委…，书记甲."""
        opening = max(self.sheet.text.rfind(mark, 0, title.start) for mark in "。\n")
        rows = [f for f in self.rows if opening < f.start and f.end <= title.start and f.within is None]
        if title.core in listed("titles", "clerks"):
            return next((f for f in reversed(rows) if ASSOCIATION in f.candidate.classes), None)
        if title.core not in listed("titles", "of_committees", "posts"):
            return None
        return next((f for f in reversed(rows) if f.name.endswith(listed("titles", "of_committees", "bodies"))), None)

    def of_occasion(self, end: int, word: str) -> Found | None:
        """The committee of an honour or for an occasion that goes by this word alone: 评委会, 某某奖评委会."""
        if word not in listed("titles", "groups_alone"):
            return None
        first = self.sheet.part_at(end).start
        honours = [f for f in self.sheet.found if f.kind == "Honour" and first <= f.start < end and not f.implied]
        plain = [f for f in honours if JOINT not in f.name]
        name = max(plain, key=lambda f: f.start).name if plain and word == JURY else ""
        if not name and word not in listed("titles", "groups_named_alone"):
            return None
        return self.implied(end - len(word), end, "Organization", name + word)

    def last_district(self, position: int) -> str:
        """The district that the article has named last; ''."""
        first = self.sheet.part_at(position).start
        named = [(c.start, c.name or self.sheet.text[c.start : c.end]) for c in self.sheet.divisions]
        named += [(f.end, f.name[: -len(COUNCIL)]) for f in self.rows if f.name.endswith(DISTRICT + COUNCIL)]
        opening = ((f.start, DISTRICT_FIRST.match(f.name)) for f in self.rows if f.kind == "Organization")
        named += [(start, found.group()) for start, found in opening if found is not None]
        forms = [form.replace(DISTRICT * 2, DISTRICT) for start, form in sorted(named) if first <= start < position]
        return next((form for form in reversed(forms) if form.endswith(DISTRICT) and len(form) > 1), "")

    def _council(self, title: Title) -> Found | None:
        """The council of the city abroad or county of Taiwan that the article tells of, for a bare 市议员, 县议员."""
        council = str(table("titles")["councils"].get(title.core, ""))
        place = place_told(self.sheet, title.start, council[:1]) if council else ""
        place = place or (self.last_district(title.start) if council.startswith(DISTRICT) else "")
        return self.implied(title.start, title.end, "Organization", compose(place, council[1:])) if place else None

    def unit(self, title: Title, kinds: tuple[str, ...]) -> Found | None:
        """The last unit of the article that goes by its number and has such a post: 六十四团 for 团长."""
        unit = last_unit(self.sheet, title.start, kinds)
        return None if unit is None else self.implied(*unit.span(), "Organization", unit.group(), "before-title")

    def nearest(self, position: int, kinds: tuple[str, ...], known: Found | None = None) -> Found | None:
        """The last fitting body of the sentence so far, else `known`, else the last of the article so far."""
        part = self.sheet.part_at(position)
        opening = max(self.sheet.text.rfind(mark, part.start, position) for mark in ("。", "\n"))
        fitting = [f for f in self.rows if part.start <= f.start < part.end and fits(f, kinds)]
        before = [f for f in fitting if f.end <= position and not (f.within is not None and fits(f.within, kinds))]
        before = [f for f in before if f.name not in self._of_guests] or before
        own = self._own.get(part.start)
        known = known or (own if own is not None and not before and fits(own, kinds) else None)
        if before and before[-1].end == opening == position - 1:
            return in_full(before[-1], before)
        if not before or (known is not None and before[-1].start <= opening):
            return known
        if before[-1].start <= opening:
            whole = [in_full(f, before) for f in before]
            count = Counter(f.name for f in whole)
            return max(whole, key=lambda f: (count[f.name], f.start))
        return in_full(before[-1], before)

    def own(self, position: int, kinds: tuple[str, ...], noun: str) -> Found | None:
        """Our own school or group, which its article means from here on."""
        found = own_institution(self.sheet, self.rows, position, kinds, noun)
        if found is not None:
            self._own[self.sheet.part_at(position).start] = found
        return found

    def told_most(self, title: Title) -> Found | None:
        """The body that the article names most often, the first of several, of those that can have the post."""
        return told_most(self.sheet, self.rows, title.start, kinds_of(title.core))

    def doubtful_at(self, start: int, kinds: tuple[str, ...]) -> Found | None:
        """A body that begins here, can have the post and was just too doubtful by itself."""
        return self._doubted(lost_at(self.sheet, start, kinds))

    def _doubted(self, lost: Candidate | None) -> Found | None:
        """The body of a candidate that was not chosen, by its full name."""
        name = full_name(self.sheet, lost) if lost is not None else None
        return self.implied(lost.start, lost.end, "Organization", name, lost.rule) if lost and name else None

    def of_other_society(self, known: Found, title: Title) -> bool:
        """True if the article tells of another society that can have the post, not of the one known from elsewhere."""
        return tells_of_other(self.sheet, self.rows, known, title.start, kinds_of(title.core))

    def village(self, title: Title, tail: str) -> Found | None:
        gacha = ("嘎查",) if title.core.startswith("嘎查") else ()
        levels = gacha or (("村",) if tail else ("村", "社区", "嘎查"))
        names = {division_at_level(self.sheet, title.start, level) for level in levels} - {None}
        rows = [f for f in self.rows if f.kind == "Division" and f.name in names and f.end <= title.start]
        name = max(rows, key=lambda f: f.start).name if rows else next(iter(sorted(filter(None, names))), None)
        if name is None:
            return None
        if not tail:
            return self.implied(title.start, title.end, "Division", name)
        return self.implied(title.start, title.end, "Organization", joined(name, tail))
