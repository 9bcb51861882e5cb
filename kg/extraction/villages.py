"""Tells which posts are a village's, and of which of its bodies."""

from __future__ import annotations

import re

from kg.extraction.sheet import Found
from kg.extraction.titles import Title
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import ending

# The village of a team that is stationed there: 某局驻某镇某村工作队.
STATIONED = re.compile("驻(?:.*[镇乡])?(?P<village>[一-龥0-9]{1,6}村)")


def village_tail(title: Title) -> str | None:
    """What a village's body is called whose posts stand without it: 村委会 for 村主任; '' for the village."""
    posts = table("titles")["village_posts"]
    word = ending(title.core, longest_first(posts))
    return str(posts[word]) if word else None


def of_village(title: Title, lead: Found) -> bool:
    """True for the first secretary of a village, whatever body the post before is at."""
    bodies = listed("titles", "village_bodies")
    if title.core.endswith("第一书记") and lead.name.endswith(bodies):
        return True
    return title.core in table("titles")["village_posts"] and not lead.name.endswith(("村", *bodies))
