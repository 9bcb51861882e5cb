"""Offices of other countries: the heads of governments of states, and ministries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.extraction.links import Link
from kg.extraction.places_abroad import opens_here
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import matcher_of

GOVERNMENT, MINISTRY = "政府", "部"


def head_of_state(bodies: Bodies, ends: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """某州首席部长, 某州州务大臣: at the government of the state that stands before."""
    before = ends.get(title.start)
    if title.core not in listed("titles", "heads_of_states") or before is None or before.kind != "Division":
        return None
    name = before.name.removesuffix(GOVERNMENT) + GOVERNMENT
    return Link(title, title.core, bodies.implied(title.start, title.end, "Organization", name), True), before.start


def ministry(bodies: Bodies, title: Title) -> tuple[Link, int] | None:
    """移民部次长, 工务|部长, with the country where it stands before: at the ministry."""
    if title.core not in listed("abroad", "ministries", "posts"):
        return None
    text = bodies.sheet.text
    shared = title.start + 1 if text.startswith(MINISTRY, title.start) else title.start
    hit = matcher_of("abroad", "ministries").before(text, shared)
    if hit is None or hit[0] >= title.start:
        return None
    state = _state().search(text, max(0, hit[0] - 8), hit[0])
    start = state.start() if state is not None else hit[0]
    if not opens_here(text, start):
        return None
    body = bodies.implied(start, shared, "Organization", text[start:shared], "before-title")
    return Link(title, title.core, body, True), start


@cache
def _state() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(longest_first(table('deixis')['abroad']['states']))})$")
