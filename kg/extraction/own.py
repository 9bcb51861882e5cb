"""Finds the institution that a page speaks of as 我校 or 我局 where a post stands with no body before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.extraction.body_names import fits
from kg.extraction.endings import common_nouns
from kg.extraction.sheet import Found, Sheet
from kg.lexicon import listed
from kg.lexicon.divisions import gazetteer

# A part of a university, which goes by its subject: 食品学院, but 某某市职业学院 is a school of its own.
FACULTY = "学院"
PRONOUNS = "我本"
GROUP, GROUP_NAME = "集团", re.compile("集团(?:(?:股份|控股)?(?:有限)?(?:责任)?公司)?$")


def own_institution(
    sheet: Sheet, rows: Sequence[Found], position: int, kinds: tuple[str, ...], noun: str = ""
) -> Found | None:
    """The body of these kinds that the article names most, else that the page does; None unless the page says 我校.

    A group of companies is called 集团 without 我; `noun` is the word that stands for the body.
    """
    words = "|".join(map(re.escape, listed("anaphora", "ours")))
    if noun.startswith(GROUP):
        rows = [f for f in rows if GROUP_NAME.search(f.name)]
    elif not re.search(f"[{PRONOUNS}](?:{words})", sheet.text):
        return None
    part = sheet.part_at(position)
    fitting = [f for f in rows if f.kind == "Organization" and fits(f, kinds) and not _is_faculty(f.name)]
    near = [f for f in fitting if part.start <= f.start < part.end]
    return _most_named(near) or _most_named(fitting)


def _most_named(rows: Sequence[Found]) -> Found | None:
    """The body named most often, if no other is named as often."""
    ranked = Counter(f.name for f in rows).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(f for f in rows if f.name == ranked[0][0])


def _is_faculty(name: str) -> bool:
    if name in common_nouns():
        return True
    return name.endswith(FACULTY) and not any(gazetteer().named(name[:size]) for size in (2, 3, 4))
