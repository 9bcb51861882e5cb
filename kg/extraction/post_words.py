"""Reads posts whose words hold a part of their body's name: 某某村会计, 后勤处长; and teams that a body has sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.extraction.bare_levels import division_at_level
from kg.extraction.body_names import SOCIETY, attached, fits, joined, kind_word, kinds_of, part_key
from kg.extraction.characters import is_han
from kg.extraction.deixis import compose, level_word
from kg.extraction.departments import PARTY, finer_class
from kg.extraction.endings import ending_matcher, is_family_hall
from kg.extraction.links import Link
from kg.extraction.named_before import last_named
from kg.extraction.openings import level_before
from kg.extraction.own import UNIT
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found
from kg.extraction.titles import Title, title_at, title_before
from kg.extraction.villages import village_tail
from kg.extraction.wholes import whole_of
from kg.lexicon import listed, longest_first, table
from kg.lexicon.matcher import ending

VILLAGE = "村"
PRONOUNS = "我本"
SHORT, COMPANY = 3, "公司"
MEMBER, INNER_JOINT = "议员", "暨"
# How long a body's name must be at least that only its post vouches for.
VOUCHED = 4
# Endings of shorter ones: a committee, an office of a government, a temple, a chamber.
SHORT_NAMES = (PARTY, "署", "宫", "庙", "局", "议院")
# Who sends groups out, and how far before their posts the name may stand.
SENDERS, FARTHEST = ("委", "党委", "政府", "委会"), 26
# Between a body and the team that it has sent.
SENT = re.compile("(?P<how>派?驻)(?:[我本][省市县区州旗盟镇乡]?)?$")

# Between a body and a post, with how old or new its holder is; a word for the body told of before.
POSSESSIVE = re.compile("(?:的(?:[5-9]0后|年轻|新任|老)?|(?:抽调|聘请|请|调)来的)$")
ITS = re.compile("(?<![尤极与更何])其$")

# A society's council in one of its terms.
TERM = re.compile("第?[0-9一二三四五六七八九十百]{1,4}届(?:常务)?(?:理事会|董事会|会董会|执委会|执行委员会)$")

Ends = Mapping[int, Found]
"""The bodies by where they end."""


def of_village_named(bodies: Bodies, ends: Ends, title: Title) -> tuple[Link, int] | None:
    """某某村会计, 某某村村主任, whose 村 the post may repeat: at the village's committee."""
    core = title.end - len(title.core)
    village = ends.get(core + 1) or ends.get(core)
    if village is None or village.kind != "Division" or not title.core.startswith(VILLAGE):
        return None
    tail = village_tail(title)
    if not tail or village.start >= core or not village.name.endswith(VILLAGE):
        return None
    if village.start < title.start < core:
        title = title._replace(start=core, status="current")
    body = bodies.implied(village.start, title.end, "Organization", joined(village.name, tail))
    return Link(title, title.core.removeprefix(VILLAGE), body, True), village.start


def of_term(ends: Ends, title: Title, text: str) -> tuple[Link, int] | None:
    """某协会|第三届理事会会长: at the society itself, whatever its council's term."""
    term = TERM.search(text, max(0, title.start - FARTHEST), title.start)
    owner = ends.get(term.start()) if term is not None else None
    if owner is None or owner.kind != "Organization":
        return None
    return Link(title, title.core, owner, True), owner.start


def contracted_part(bodies: Bodies, ends: Ends, title: Title) -> tuple[Link, int] | None:
    """后勤处长 is 后勤处 and 处长: a part of the body before or of the post before."""
    stems = longest_first(listed("titles", "contracted", "stems"))
    stem = ending(bodies.sheet.text, stems, title.start)
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


def pointed(bodies: Bodies, ends: Ends, body: Found) -> Found:
    """A part after a word that points at its whole: 农机处 of 该局农机处; a team with its sender."""
    text = bodies.sheet.text
    word = ending(text, tuple(table("anaphora")["anaphora"]["bodies"]), body.start)
    owner = last_named(bodies.sheet, body.start - len(word), word) if word and body.kind == "Organization" else None
    if owner is None:
        return team_sent(bodies, ends, body)
    name = attached(owner.name, body.name)
    return bodies.implied(body.start - len(word), body.end, "Organization", name, "part-of-body")


def part_printed(bodies: Bodies, title: Title, body: Found) -> tuple[Link, int] | None:
    """A post at no body of its own: at its owner (某某超市采购部经理), or at one still to be found (民二庭庭长)."""
    key = part_key(body.name)
    owners = table("titles")["inner_parts"].get(key)
    if body.kind != "Organization":
        return None
    if key in listed("titles", "always_parts") and body.name == bodies.form(body) and whole_of(body.name) is None:
        return Link(title, title.core, None, part=body.name, part_start=body.start), body.start
    if not owners:
        return None
    for name in (body.name.removesuffix(key), whole_of(body.name)):
        short = name and len(name) > len(key) and len(body.name) - len(name) <= len(key) + 2
        if name and short and (name.endswith(tuple(owners)) or finer_class(name) in owners):
            owner = bodies.implied(body.start, body.end, "Organization", name, "whole-of-part")
            return Link(title, body.name.removeprefix(name) + title.core, owner, True), body.start
    return None


def possessor(bodies: Bodies, ends: Ends, title: Title, floor: int) -> Found | None:
    """A body before 的, or that 其 means: 某大学食品系的副教授, 某村党支部的90后书记; 某某公司…，其董事长."""
    text = bodies.sheet.text
    if ITS.search(text, floor, title.start) and (kinds := kinds_of(title.core)):
        return bodies.nearest(title.start, kinds)
    of = POSSESSIVE.search(text, floor, title.start)
    return ends.get(of.start()) if of is not None else None


def periodical(bodies: Bodies, title: Title) -> Found | None:
    """The journal in marks before the post of one who makes it: 《某某文学》|主编."""
    text = bodies.sheet.text
    if not title.core.endswith(listed("titles", "of_periodicals")) or text[title.start - 1 : title.start] != "》":
        return None
    start = text.rfind("《", max(0, title.start - FARTHEST), title.start)
    if start < 0 or title.start - start < 4:
        return None
    return bodies.implied(start, title.start, "Organization", text[start + 1 : title.start - 1], "before-title")


def of_body_of_level(bodies: Bodies, title: Title, start: int, own: str, key: str) -> tuple[Link, int] | None:
    """A part of a body of a level that nothing has proposed: 省水利厅|党组, or such a body itself: 市|创城办."""
    level = level_word(own)
    if not level or level_before(bodies.sheet, start + len(level), {}) != start:
        return None
    division = division_at_level(bodies.sheet, start, level)
    if len(own) < len(level) + 2 or not ends_as_body(own, title):
        own, key = own + key, ""
    if not division or len(own) < len(level) + 2:
        return None
    name = compose(division, own[len(level) :])
    name = attached(name, key) if key else name
    body = bodies.implied(start, title.start, "Organization", name, "part-of-body" if key else "before-title")
    return Link(title, title.core, body, True), start


def local_body(bodies: Bodies, title: Title, division: Found, rest: str) -> tuple[Link, int] | None:
    """A body that nothing has proposed, after the name of its division: 某市渔会, 某县绣坊."""
    if len(rest) < 2 or not ends_as_body(rest, title):
        return None
    pointing = division.candidate.rule == "deixis"
    name = attached(division.name, rest) if pointing else bodies.sheet.text[division.start : title.start]
    body = bodies.implied(division.start, title.start, "Organization", name, "before-title")
    return Link(title, title.core, body, True), division.start


def group_sent(bodies: Bodies, ends: Ends, title: Title, floor: int) -> Found | None:
    """A group with its task and the body that sends it: 省委|某某教育第三督导组."""
    text = bodies.sheet.text
    kind = ending(text, listed("titles", "groups_sent"), title.start)
    for start in range(title.start - len(kind), max(floor, title.start - FARTHEST), -1) if kind else ():
        if not is_han(text[start]) or SENT.search(text, max(0, start - len("派驻我县")), start):
            return None
        sender = ends.get(start)
        if sender is not None and sender.kind == "Organization" and sender.name.endswith(SENDERS):
            name = sender.name + text[start : title.start]
            return bodies.implied(sender.start, title.start, "Organization", name, "before-title")
    return None


def short_society(bodies: Bodies, title: Title, start: int) -> bool:
    """True for a society of three characters between a mark and its post: ，某某党|主席."""
    name, text = bodies.sheet.text[start : title.start], bodies.sheet.text
    endings = tuple(table("titles")["short_societies"].get(kind_word(title.core), ("\n",)))
    alone = not is_han(text[start - 1 : start]) and not level_word(name) and part_key(name) != name
    return len(name) == SHORT and alone and name.endswith(endings)


def company_by_trade(bodies: Bodies, title: Title, start: int) -> bool:
    """True for a company without its legal form between a mark and its post: ，某某科技|总经理."""
    name, text = bodies.sheet.text[start : title.start], bodies.sheet.text
    trade = ending(name, longest_first(listed("companies", "trades")))
    own = name.removesuffix(trade)
    fitting = COMPANY in kinds_of(title.core) and not own.startswith(listed("titles", "in_charge"))
    return bool(trade) and fitting and len(own) > 1 and not is_han(text[start - 1 : start])


def vouched(bodies: Bodies, title: Title, start: int) -> tuple[Link, int] | None:
    """A body that nothing has proposed, but that ends as bodies do and stands right before a post."""
    name = bodies.sheet.text[start : title.start]
    by_post = short_society(bodies, title, start) or company_by_trade(bodies, title, start)
    if by_post or _family_hall(name, title) or _society(name, title, bodies.sheet.words.boundary(start)):
        body = bodies.implied(start, title.start, "Organization", name, "before-title")
        return Link(title, title.core, body, True), start
    hit = ending_matcher().before(name, len(name))
    if (
        not ends_as_body(name, title)
        or len(name) < (VOUCHED - 1 if UNIT.fullmatch(name) or name.endswith(SHORT_NAMES) else VOUCHED)
        or (hit is not None and hit[0] == 0)
        or not bodies.sheet.words.boundary(start)
    ):
        return None
    level = level_word(name)
    if level and level_before(bodies.sheet, start + len(level), {}) == start:
        division = division_at_level(bodies.sheet, start, level)
        name = compose(division, name[len(level) :]) if division else name
    body = bodies.implied(start, title.start, "Organization", name, "before-title")
    return Link(title, title.core, body, True), start


def _society(name: str, title: Title, opens: bool) -> bool:
    """True for what only ends in 会, before a post that societies have: 某国华人会|主席."""
    named = len(name) > VOUCHED and name.endswith("会") and not name.endswith(listed("titles", "no_societies"))
    return named and opens and SOCIETY in kinds_of(title.core)


def _family_hall(name: str, title: Title) -> bool:
    """True for the hall of a family, which is its society: 某某堂|主席."""
    held = title.core.endswith(listed("titles", "family_halls", "posts"))
    return held and len(name) >= SHORT and is_family_hall(name)


def past_member(text: str, end: int) -> int:
    """Where the post of a councillor behind his name ends, or the name: 某某议员."""
    title = title_at(text, end)
    return title.end if title is not None and title.core.endswith(MEMBER) else end


def of_member(bodies: Bodies, people: Mapping[int, Found], title: Title) -> tuple[Link, int] | None:
    """议员某某|服务处主任, 某某议员|办事处主任: the office of a deputy, which goes by his name."""
    office = ending(bodies.sheet.text, listed("titles", "of_a_member"), title.start)
    at = title.start - len(office)
    person = people.get(at - 1 if bodies.sheet.text.startswith("的", at - 1) else at) if office else None
    if person is None or person.start == at:
        return None
    body = bodies.implied(person.start, title.start, "Organization", person.name + office, "before-title")
    return Link(title, title.core, body, True), at


def goes_on(text: str, joint: int, end: int) -> bool:
    """True for a 暨 inside one name, as nothing is complete before it: 教育|暨|青年局."""
    open_left = is_han(text[joint - 1 : joint] or "\n") and ending_matcher().before(text, joint) is None
    return text[joint:end] == INNER_JOINT and open_left and title_before(text, joint) is None


def inner_part(owner: Found, part: str, core: str) -> bool:
    """True for a part that is no body of its own, so that its head has his post at the owner: 某医院内科|主任.

    A society's groups have a chairman or a leader of their own.
    """
    if part in listed("anaphora", "society_groups") and core.endswith(listed("anaphora", "society_groups", "heads")):
        return False
    return fits(owner, tuple(table("titles")["inner_parts"].get(part_key(part), ("\n",))))


def society_group(bodies: Bodies, ends: Ends, title: Title) -> tuple[Link, int] | None:
    """A group or committee of a society whose last word alone was read as a body: 青年|委员会主任."""
    word = ending(bodies.sheet.text, longest_first(listed("anaphora", "society_committees")), title.start)
    body, start = ends.get(title.start), title.start - len(word)
    if not word or body is None or body.start <= start or start in ends:
        return None
    return Link(title, title.core, None, part=word, part_start=start), start


def unknown_own(bodies: Bodies, title: Title) -> str:
    """我校 right before a post on a page that does not name the school, 评委会 on any; else ''."""
    text = bodies.sheet.text
    alone = ending(text, listed("titles", "groups_alone"), title.start)
    if alone:
        return alone
    ours = ending(text, _ours(), title.start)
    return ours if ours and bodies.of_a_kind(title) is None else ""


@cache
def _ours() -> tuple[str, ...]:
    return tuple(pronoun + noun for pronoun in PRONOUNS for noun in listed("anaphora", "ours"))


def ends_as_body(name: str, title: Title) -> bool:
    """True if the name ends as bodies do, or as those do that can have this post."""
    hit = ending_matcher().before(name, len(name))
    return (hit is not None and hit[1].kind == "Organization") or name.endswith(kinds_of(title.core) or ("\n",))
