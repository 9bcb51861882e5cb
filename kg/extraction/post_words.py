"""Reads posts whose words hold a part of their body's name: 某某村会计, 后勤处长; and teams that a body has sent."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extraction.body_names import attached, joined, kinds_of
from kg.extraction.endings import ending_matcher
from kg.extraction.links import Link
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title
from kg.extraction.villages import village_tail
from kg.lexicon import listed, longest_first

VILLAGE = "村"
# Between a body and the team that it has sent.
SENT = re.compile("(?P<how>派?驻)(?:[我本][省市县区州旗盟镇乡]?)?$")

Ends = Mapping[int, Found]
"""The bodies by where they end."""


def of_village_named(bodies: Bodies, ends: Ends, title: Title) -> tuple[Link, int] | None:
    """某某村会计, 某某村主任, whose 村 the post repeats: at the village's committee."""
    core = title.end - len(title.core)
    village = ends.get(core + 1)
    if village is None or village.kind != "Division" or not title.core.startswith(VILLAGE):
        return None
    tail = village_tail(title)
    if not tail or village.start >= core or not village.name.endswith(VILLAGE):
        return None
    if village.start < title.start < core:
        title = title._replace(start=core, status="current")
    body = bodies.implied(village.start, title.end, "Organization", joined(village.name, tail))
    return Link(title, title.core.removeprefix(VILLAGE), body, True), village.start


def contracted_part(bodies: Bodies, ends: Ends, title: Title) -> tuple[Link, int] | None:
    """后勤处长 is 后勤处 and 处长: a part of the body before or of the post before."""
    stems = longest_first(listed("titles", "contracted", "stems"))
    stem = next((word for word in stems if bodies.sheet.text.endswith(word, 0, title.start)), "")
    if not stem or title.core not in listed("titles", "contracted", "posts"):
        return None
    start, part = title.start - len(stem), stem + title.core[0]
    owner = ends.get(start)
    if owner is None:
        return Link(title, title.core, None, part=part, part_start=start), start
    body = bodies.implied(owner.start, title.end, "Organization", attached(owner.name, part), "part-of-body")
    return Link(title, title.core, body, True), owner.start


def team_sent(bodies: Bodies, ends: Ends, team: Found) -> Found:
    """A team with the body that has sent it: 整党联络组 of 市委派驻我县整党联络组."""
    sent = SENT.search(bodies.sheet.text, max(0, team.start - len("派驻我县")), team.start)
    sender = ends.get(sent.start()) if sent is not None else None
    if sent is None or sender is None or {sender.kind, team.kind} != {"Organization"}:
        return team
    return bodies.implied(sender.start, team.end, "Organization", sender.name + sent["how"] + team.name)


def ends_as_body(name: str, title: Title) -> bool:
    """True if the name ends as bodies do, or as those do that can have this post."""
    hit = ending_matcher().before(name, len(name))
    return (hit is not None and hit[1].kind == "Organization") or name.endswith(kinds_of(title.core) or ("\n",))
