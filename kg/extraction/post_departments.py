"""Finds the departments of a level that stand before a post and that nothing has proposed: 镇党委, 组织|部长."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extraction.abroad import country_of_page, level_abroad
from kg.extraction.deixis import compose, full_name
from kg.extraction.departments import PARTY, department_before
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, level_before
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title

# Bodies whose last character may begin the title of their head.
WHOLE = ("national-body", "inner-unit")
# A department of a state or city before the post of its head, whose first character closes its name.
ABROAD, KINDS, LONGEST = re.compile("(?P<level>[州省])[一-龥]{2,8}$"), "部局厅署", 9


class LevelDepartments:
    """The departments of one sheet by where they end; `ends` are the bodies and divisions that were read."""

    def __init__(self, bodies: Bodies, ends: Mapping[int, Found]) -> None:
        self.sheet = bodies.sheet
        self.bodies = bodies
        self.ends = ends

    def contracted(self, title: Title) -> Found | None:
        """组织部长 is 组织部 and 部长: the last character of the body is the first of the title."""
        owner = self.ends.get(title.start + 1)
        if owner is not None and owner.candidate.rule in WHOLE and owner.start < title.start:
            return owner
        if (body := self._abroad(title)) is not None:
            return body
        hit = department_before(self.sheet.text, title.start + 1)
        return None if hit is None or hit >= title.start else self._of_level(hit, title.start + 1, bare=True)

    def _abroad(self, title: Title) -> Found | None:
        """州工程部长 on a page abroad: the department of the state, whatever it is called."""
        text, start = self.sheet.text, title.start
        own = ABROAD.search(text, max(0, start - LONGEST), start) if country_of_page(self.sheet) else None
        if own is None or title.core[0] not in KINDS or level_before(self.sheet, own.end("level"), {}) is None:
            return None
        name = level_abroad(self.sheet, own.start(), own["level"])
        whole = name + text[own.end("level") : start + 1]
        return self.bodies.implied(own.start(), start + 1, "Organization", whole, "department") if name else None

    def named(self, end: int) -> Found | None:
        """镇党委, 县教育局: a department of a level that nothing has proposed or chosen."""
        hit = self._department_start(end)
        return None if hit is None else self._of_level(hit, end, bare=False)

    def _department_start(self, end: int) -> int | None:
        """Where a department's name begins that ends here, or the committee of a division: 委."""
        hit = department_before(self.sheet.text, end)
        return end - 1 if hit is None and self.sheet.text[end - 1 : end] == PARTY else hit

    def unnamed(self, end: int) -> str:
        """The words for a department of a level that nothing on the page fixes: 市委, 县公安局; or ''."""
        text, hit = self.sheet.text, self._department_start(end)
        if hit is None or text[hit - 1 : hit] not in LEVELS:
            return ""
        level = level_before(self.sheet, hit, {})
        if level is None and text[hit:end] != PARTY:
            return ""
        return text[hit - 1 if level is None else level : end]

    def _of_level(self, start: int, end: int, bare: bool) -> Found | None:
        """The department `[start, end)` of the level that stands before it, or of the region."""
        level = level_before(self.sheet, start, {})
        if level is None and not bare:
            return None
        owner = self.ends.get(start if level is None else level)
        if level is not None and owner is not None and owner.name.endswith(self.sheet.text[level:start]):
            whole = compose(owner.name, self.sheet.text[start:end])
            return self.bodies.implied(owner.start, end, "Organization", whole, "department")
        rule = "bare-department" if level is None else "department-of-level"
        candidate = Candidate(start if level is None else level, end, "Organization", 1.0, rule)
        name = full_name(self.sheet, candidate)
        return self.bodies.implied(candidate.start, end, "Organization", name, rule) if name else None
