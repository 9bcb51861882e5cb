"""Reads the chain of posts that stands right before a place of the text: 某县委书记、县长."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.characters import HAN
from kg.extraction.deixis import division_at_level, full_name, last_named
from kg.extraction.departments import department_before
from kg.extraction.lattice import Candidate
from kg.extraction.openings import before_note, boundary_words, level_before
from kg.extraction.post_bodies import Link, implied_body
from kg.extraction.sheet import Found, Sheet
from kg.extraction.titles import Title, descriptive, title_before
from kg.lexicon import listed, table

COMMAS = ("，", ",")
# How far a body may stand before its post, in characters.
NEAR = 9


class Chains:
    """Reads chains of posts on one sheet, whose mentions must have been made before."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.ends: dict[int, Found] = {}
        for found in sorted(sheet.found, key=lambda f: f.end - f.start):
            if found.kind in ("Organization", "Division", "Place"):
                self.ends[found.end] = found

    def before(self, end: int) -> list[Link]:
        """The posts that stand in a row right before `end`, in reading order."""
        links: list[Link] = []
        text = self.sheet.text
        joint = ""
        while (title := title_before(text, before_note(text, end))) is not None:
            link, start = self._link(title)
            if joint in COMMAS and (link.body is None or title.core.endswith(descriptive())):
                break
            links.append(link)
            former = next(
                (word for word in listed("titles", "former_before_body") if text.endswith(word, 0, start)), ""
            )
            if former:
                link.title = replace(link.title, status="former")
                start -= len(former)
            joint = next((j for j in listed("titles", "chain_joints") if text.endswith(j, 0, start)), "")
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
        body = implied_body(self.sheet, title, "Division", name) if name else None
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
        body = implied_body(self.sheet, title, "Organization", name + "政府") if name else None
        return Link(title, title.core, body), start

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
