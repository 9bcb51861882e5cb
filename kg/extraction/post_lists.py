"""The lists of names that posts are shared in: 副市长甲、乙, 聘请甲、某公司经理乙为顾问."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extraction.characters import HAN
from kg.extraction.openings import past_note
from kg.extraction.sheet import Found
from kg.extraction.surnames import surnames
from kg.extraction.titles import title_before

LISTING = ("、", "和", "及")
# One item of a list that may be a person nobody read: at its beginning, and before the last 、.
ITEM = re.compile(f"[{HAN}]{{2,4}}(?=、)")
LAST_ITEM = re.compile(f"、(?P<name>[{HAN}]{{2,4}})、$")
FARTHEST_ITEM = 6
# What ends an item of a list, and how far on the name of one with a post may begin.
MARK, TITLED = re.compile("[、，。；：\n]"), 28


class NameLists:
    """The people of one sheet by where they begin, and by where they end with the note behind them."""

    def __init__(self, text: str, people: list[Found]) -> None:
        self.text = text
        self.at = {p.start: p for p in people}
        self.until = {past_note(text, p.end): p for p in people} | {p.end: p for p in people}

    def group(self, person: Found, further: Callable[[int], Found | None] | None = None) -> list[Found]:
        """The person and who follows in the list of names that begins with him; `further` may pass what is no name."""
        group = [person]
        while True:
            end = past_note(self.text, group[-1].end)
            following = self._next(end) or (further(end) if further is not None else None)
            if following is None:
                return group
            group.append(following)

    def titled(self, end: int) -> Found | None:
        """The next person of a list that stands behind a post: 聘请甲、某公司经理乙为顾问."""
        if self.text[end : end + 1] not in LISTING:
            return None
        stop = MARK.search(self.text, end + 1, end + TITLED)
        stretch = range(end + 1, stop.start() if stop else end + TITLED)
        following = next((self.at[at] for at in stretch if at in self.at), None)
        return following if following and title_before(self.text, following.start) else None

    def past_item(self, start: int) -> Found | None:
        """The person before the one item of a list that no person was read in: 甲、某某、丙."""
        begin = max(0, start - FARTHEST_ITEM)
        item = LAST_ITEM.search(self.text, begin, start)
        return self.until.get(item.start()) if item is not None and item["name"][0] in surnames() else None

    def _next(self, end: int) -> Found | None:
        """The next person of a list, at most one item that no person was read in between: 甲、某某、丙."""
        text = self.text
        if text[end : end + 1] not in LISTING:
            return None
        item = ITEM.match(text, end + 1) if end + 1 not in self.at else None
        passed = item is not None and text[end + 1] in surnames()
        return self.at.get(item.end() + 1 if item is not None and passed else end + 1)
