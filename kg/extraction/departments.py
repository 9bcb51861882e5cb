"""Proposes bodies of closed tables: those known everywhere, and departments after a division or a bare level word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.endings import ending_matcher, is_family_hall
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, left_is_open, level_before
from kg.extraction.sheet import Sheet
from kg.extraction.titles import title_at
from kg.extraction.weights import weight
from kg.lexicon import listed, rows, words
from kg.lexicon.matcher import Matcher, ending
from kg.lexicon.parts import part_owners

YOUTH_LEAGUE = re.compile("(?<![组社集])团[省市区县州旗镇]委(?![员会])")
# A term of office inside the name: 某区第十一届人大常委会.
# A bureau of the central government: 国家林业局.
NATIONAL = re.compile("国家(?!级)[一-龥]{2,8}?(?:总局|局)(?![长面势部限])")
# A unit of the armed forces, which goes by its number.
TROOPS = re.compile("(?:[0-9]{4,6}|[〇零一二三四五六七八九]{4,6})部队")
# The youth league before the division of its committee.
LEAGUE, LEAGUE_NAME = re.compile("共青团|(?<![组社集兵师代表考察访问慰劳])团"), "共青团"
# The committee of a division and its government without a joint: 某市委市政府.
BOTH = re.compile(f".{{0,20}}[{''.join(LEVELS)}](?:党委|委)(?P<government>[{''.join(LEVELS)}]?(?:人民)?政府)")
# The committee of a party or of a division.
PARTY = "委"
# A bureau that no table has, in a list of departments: 林业局、草管局、公安局.
LISTED = re.compile("、([一-龥]{2,3}局)(?=[、等和及负主有相])")
SESSION = re.compile("第?[一二三四五六七八九十]{1,3}届$")


@cache
def national_matcher() -> Matcher[tuple[str, str]]:
    """Bodies that the whole country knows: full name and finer class by each name."""
    return Matcher({short: (full, finer) for short, full, finer in rows("national_bodies")})


def national_bodies(sheet: Sheet) -> Iterator[Candidate]:
    """Bodies that the whole country knows by a name of their own, and bureaus that open with 国家."""
    for m in NATIONAL.finditer(sheet.text):
        score = weight("organization", "national") + weight("organization", "length") * (m.end() - m.start())
        yield Candidate(m.start(), m.end(), "Organization", score, "national-bureau", classes=("PublicBody",))
    for m in TROOPS.finditer(sheet.text):
        score = weight("organization", "national") + weight("organization", "length") * (m.end() - m.start())
        yield Candidate(m.start(), m.end(), "Organization", score, "national-body", classes=("PublicBody",))
    for start, end, (full, finer) in national_matcher().find(sheet.text):
        form = sheet.text[start:end]
        if form[-1] == "部" and sheet.text[end : end + 1] == "门":
            continue
        if len(form) == 2 and not (sheet.words.boundary(start) and sheet.words.boundary(end)):
            continue
        score = weight("organization", "national") + weight("organization", "length") * len(form) - (len(form) == 2)
        yield Candidate(start, end, "Organization", score, "national-body", full, (finer,), aliases=(form,))


@cache
def department_matcher() -> Matcher[str]:
    """What may follow a division as the name of its department."""
    return Matcher({word: word for word in words("departments")})


def department_before(text: str, end: int) -> int | None:
    """Where the longest department name starts that ends here, if it has two characters at least."""
    hit = department_matcher().before(text, end)
    return hit[0] if hit and end - hit[0] > 1 else None


@cache
def department_classes() -> dict[str, str]:
    """The finer class of each department of the table, by its ending."""
    return {word: finer_class(word) for word in words("departments")}


def finer_class(name: str) -> str:
    """The finer class that the ending of a name speaks for, or PublicBody."""
    hit = ending_matcher().before(name, len(name))
    if hit and hit[1].finer:
        return hit[1].finer
    if is_family_hall(name):
        return "Association"
    return "PartyBody" if name.endswith("委") else "PublicBody"


def classes_of(name: str) -> tuple[str, ...]:
    """The finer class of a body of any name, none where nothing speaks for one."""
    hit = department_matcher().before(name, len(name)) or ending_matcher().before(name, len(name))
    return (finer_class(name),) if hit or is_family_hall(name) else ()


def departments(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    """Departments; `anchors` are the names that end at each position."""
    for m in YOUTH_LEAGUE.finditer(sheet.text):
        yield Candidate(
            m.start(),
            m.end(),
            "Organization",
            weight("organization", "youth_league"),
            "youth-league",
            classes=("PartyBody",),
        )
    listed_until: set[int] = set()
    for start, end, tail in department_matcher().find(sheet.text):
        if _not_a_department(sheet.text, start, end, tail):
            continue
        base = weight("organization", "department") + weight("organization", "length") * len(tail)
        classes = (department_classes()[tail],)
        session = SESSION.search(sheet.text[max(0, start - 8) : start])
        if session:
            start -= len(session.group())
        anchor = anchors.get(start)
        if anchor is not None:
            bonus = weight("organization", "after_division") + 0.2 * anchor.weight
            first = with_party(sheet.text, anchor.start, end)
            league = anchor.start - (len(LEAGUE_NAME) if sheet.text.endswith(LEAGUE_NAME, 0, anchor.start) else 1)
            if tail == PARTY and LEAGUE.match(sheet.text, league):
                score = base + bonus + weight("organization", "after_party")
                name = f"共青团{sheet.text[anchor.start : end]}"
                yield Candidate(league, end, "Organization", score, "youth-league-of", name, classes)
            bonus += weight("organization", "after_party") if first < anchor.start else 0.0
            grid = ending(sheet.text, listed("organisations", "grids"), first)
            first -= len(grid) if tail in listed("organisations", "grids", "tails") else 0
            yield Candidate(first, end, "Organization", base + bonus, "department", classes=classes)
        level = level_before(sheet, start, anchors)
        if level is None and tail in listed("organisations", "parties", "committees"):
            level = _party_level(sheet.text, start)
        if level is not None:
            bonus = weight("organization", "after_level")
            first = with_party(sheet.text, level, end)
            bonus += weight("organization", "after_party") if first < level else 0.0
            rule = "department-of-level" if first == level else "party-of-level"
            yield Candidate(first, end, "Organization", base + bonus, rule, classes=classes)
        sibling = len(tail) >= 3 and start - 1 in listed_until and sheet.text[start - 1] == "、"
        if sibling:
            bonus = weight("organization", "department_sibling")
            yield Candidate(start, end, "Organization", base + bonus, "bare-department", classes=classes)
        if sibling or anchor is not None or level is not None:
            listed_until.add(end)
        elif len(tail) >= 3 and title_at(sheet.text, end) is not None and left_is_open(sheet, start):
            score = weight("organization", "bare_department")
            yield Candidate(start, end, "Organization", score, "bare-department", classes=classes)
    for m in LISTED.finditer(sheet.text):
        if m.start() in listed_until and m.end() not in listed_until:
            listed_until.add(m.end())
            score = weight("organization", "department") + weight("organization", "department_sibling")
            yield Candidate(m.start(1), m.end(), "Organization", score, "bare-department", classes=("PublicBody",))


def with_party(text: str, start: int, end: int) -> int:
    """Where a committee's name `[start, end)` begins with the democratic party before its division: 民盟|某省委."""
    if not text.endswith(listed("organisations", "parties", "committees"), start, end):
        return start
    return next((start - len(p) for p in listed("organisations", "parties") if text.endswith(p, 0, start)), start)


def government_of_both(text: str, start: int, end: int) -> int | None:
    """Where the government begins in what names a committee and a government in one: 某省委|省政府, 某镇党委|政府."""
    both = BOTH.fullmatch(text, start, end) if text.endswith("政府", start, end) else None
    return both.start("government") if both else None


def zone_of(name: str) -> str:
    """The zone that a body's name opens with: 某某高新区 of 某某高新区财政局, or ''."""
    ends = [name.find(zone) + len(zone) for zone in part_owners()["管委会"] if zone in name[:-1]]
    return name[: max(ends)] if ends else ""


def _party_level(text: str, end: int) -> int | None:
    """Where the level word begins that stands between such a party and its committee: 民盟|市|委."""
    level = end - 1
    return level if text[level:end] in LEVELS and with_party(text, level, end + 1) < level else None


def _not_a_department(text: str, start: int, end: int, tail: str) -> bool:
    following = text[end : end + 2]
    if tail.endswith("委") and following[:1] in ("员", "托", "任", "屈", "派", "会", "以") and following != "会议":
        return True
    if tail.endswith(("党组", "党支部")) and following[:1] == "织":
        return True
    if tail.endswith("人大") and following in ("代表", "工作", "制度"):
        return True
    return (tail == "委" and text[start - 1 : start] in ("镇", "乡", "村", "社")) or (
        tail in ("党校", "政府") and following[:1] == "令"
    )
