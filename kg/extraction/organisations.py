"""Proposes bodies: departments after a division or a bare level word, names by ending, bodies known everywhere.

Every ending is read leftwards, word by word, until something that no name holds; each word boundary on the way is a
possible beginning, weighed by what stands before it and inside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.lattice import Candidate
from kg.extraction.sheet import QUOTES, Sheet
from kg.extraction.titles import title_at
from kg.extraction.weights import weight
from kg.lexicon import rows, table, words
from kg.lexicon.matcher import Matcher

LEVELS = "省市区县州旗盟镇乡村"
WIDE_LEVELS = ("街道", "社区")
LONGEST = 30
SURE = 3.0
# 十一届 in 区十一届人大常委会: a term of office inside the name.
YOUTH_LEAGUE = re.compile("(?<![组社集])团[省市区县州旗镇]委(?![员会])")
ASCII_RUN = re.compile("[A-Za-z0-9+.]+$")
SESSION = re.compile("第?[一二三四五六七八九十]{1,3}届$")
OPENING = {close: opening for opening, close in QUOTES.items()} | {")": "(", ")": "("}
FRAME_TAGS = ("v", "p", "c", "d", "r", "u", "ul", "uj", "m", "f", "q", "ad")
OPEN_TAGS = (*FRAME_TAGS, "i", "l", "z", "t")
PROPER = ("nr", "ns", "nt", "nz", "eng", "x", "zg", "g")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a name of a body may end, and what it then is."""

    family: str
    finer: str
    weight: float


def propose_organisations(sheet: Sheet) -> None:
    """Adds all bodies that the page may name; divisions must have been proposed before."""
    anchors = {c.end: c for c in sorted(sheet.candidates, key=lambda c: c.weight) if c.weight > 0}
    found = [*_national(sheet), *_departments(sheet, anchors)]
    for candidate in found:
        if candidate.rule == "bare-department":
            continue
        if candidate.end not in anchors or candidate.weight > anchors[candidate.end].weight:
            anchors[candidate.end] = candidate
    named = sorted(_by_ending(sheet, anchors), key=lambda c: (c.start, c.end))
    forms = Counter({sheet.text[c.start : c.end]: 0 for c in named})
    for form in forms:
        forms[form] = sheet.text.count(form)
    lists = _siblings(sheet, named)
    for candidate in [*found, *named]:
        form = sheet.text[candidate.start : candidate.end]
        bonus = weight("organization", "repeated") if forms.get(form, 0) > 1 else 0.0
        if (candidate.start, candidate.end) in lists:
            bonus += weight("organization", "list_sibling")
        sheet.propose(_lifted(candidate, bonus))


def _lifted(candidate: Candidate, bonus: float) -> Candidate:
    if not bonus:
        return candidate
    return Candidate(candidate.start, candidate.end, candidate.kind, candidate.weight + bonus, candidate.rule,
                     candidate.name, candidate.classes, candidate.adcode, candidate.aliases)


# ---- closed tables -------------------------------------------------------------------------------------------------


@cache
def _national_matcher() -> Matcher[tuple[str, str]]:
    return Matcher({short: (full, finer) for short, full, finer in rows("national_bodies")})


def _national(sheet: Sheet) -> Iterator[Candidate]:
    for start, end, (full, finer) in _national_matcher().find(sheet.text):
        form = sheet.text[start:end]
        if len(form) == 2 and sheet.words is not None and not (
            sheet.words.boundary(start) and sheet.words.boundary(end)
        ):
            continue
        score = weight("organization", "national") + weight("organization", "length") * len(form) - (len(form) == 2)
        yield Candidate(start, end, "Organization", score, "national-body", full, (finer,), aliases=(form,))


@cache
def _department_matcher() -> Matcher[str]:
    return Matcher({word: word for word in words("departments")})


@cache
def department_classes() -> dict[str, str]:
    """The finer class of each department of the table, by its ending."""
    return {word: finer_class(word) for word in words("departments")}


def finer_class(name: str) -> str:
    """The finer class that the ending of a name speaks for, or PublicBody."""
    hit = ending_matcher().before(name, len(name))
    if hit:
        return hit[1].finer
    return "PartyBody" if name.endswith("委") else "PublicBody"


def _departments(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    for m in YOUTH_LEAGUE.finditer(sheet.text):
        yield Candidate(m.start(), m.end(), "Organization", weight("organization", "youth_league"), "youth-league",
                        classes=("PartyBody",))
    for start, end, tail in _department_matcher().find(sheet.text):
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
            yield Candidate(anchor.start, end, "Organization", base + bonus, "department", classes=classes)
        level = level_before(sheet, start, anchors)
        if level is not None:
            bonus = weight("organization", "after_level")
            yield Candidate(level, end, "Organization", base + bonus, "department-of-level", classes=classes)
        if len(tail) >= 3 and anchor is None and level is None and title_at(sheet.text, end) is not None:
            score = weight("organization", "bare_department")
            if _left_is_open(sheet, start):
                yield Candidate(start, end, "Organization", score, "bare-department", classes=classes)


def _not_a_department(text: str, start: int, end: int, tail: str) -> bool:
    following = text[end : end + 2]
    if tail.endswith("委") and following[:1] in ("员", "托", "任", "屈", "派", "会", "以") and following != "会议":
        return True
    if tail.endswith("人大") and following in ("代表", "工作", "制度"):
        return True
    return tail == "委" and text[start - 1 : start] in ("镇", "乡", "村", "社") or (
        tail in ("党校", "政府") and following[:1] == "令"
    )


def level_before(sheet: Sheet, position: int, anchors: dict[int, Candidate]) -> int | None:
    """Where a bare level word (区, 市, 镇 …) starts that ends here and stands for a division of the article."""
    text = sheet.text
    size = 2 if text[position - 2 : position] in WIDE_LEVELS else 1
    start = position - size
    if start < 0 or (size == 1 and text[start] not in LEVELS):
        return None
    if position in anchors and anchors[position].kind == "Division":
        return None
    return start if _left_is_open(sheet, start) or text[start - 1 : start] in ("我", "原", "时", "任") else None


def _left_is_open(sheet: Sheet, start: int) -> bool:
    """True if a name may begin here: after a mark, a boundary word or another name."""
    if start == 0 or not _han(sheet.text[start - 1]):
        return True
    if boundary_words().before(sheet.text, start):
        return True
    words_ = sheet.words
    assert words_ is not None
    if words_.boundary(start) and any(
        words_.lengths.get(start - size) == size and words_.tags[start - size] in OPEN_TAGS for size in (1, 2, 3, 4)
    ):
        return True
    return words_.boundary(start) and any(c.end == start for c in sheet.candidates if c.weight > 1)


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


@cache
def boundary_words() -> Matcher[str]:
    """Words that no name of a body holds, with their family: `hard` or `joints`."""
    data = table("boundaries")
    return Matcher({w: family for family in ("hard", "joints") for w in data[family]["words"]})


# ---- names by ending -----------------------------------------------------------------------------------------------


@cache
def ending_matcher() -> Matcher[Ending]:
    """All endings of names of bodies."""
    found: dict[str, Ending] = {}
    for family, data in table("organisations").items():
        if "class" in data:
            for word in data["words"]:
                found.setdefault(word, Ending(family, data["class"], float(data["weight"])))
    return Matcher(found)


def _by_ending(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    longest: dict[int, tuple[int, Ending]] = {}
    for start, end, ending in ending_matcher().find(sheet.text):
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, ending)
    never = frozenset(table("organisations")["not_endings"]["words"])
    for end, (start, ending) in sorted(longest.items()):
        if sheet.text[end - 2 : end] not in never and sheet.text[end - 1 : end + 1] not in never:
            found = list(_beginnings(sheet, start, end, ending, anchors))
            yield from found
            best = max(found, key=lambda c: c.weight, default=None)
            if best is not None and best.weight > SURE and end not in anchors:
                anchors[end] = best


def _beginnings(
    sheet: Sheet, stem_end: int, end: int, ending: Ending, anchors: dict[int, Candidate]
) -> Iterator[Candidate]:
    cost, proper, position = 0.0, False, stem_end
    if sheet.words is not None and not sheet.words.boundary(end):
        cost += weight("organization", "ends_inside_word")
    walker = _Walk(sheet, anchors)
    closed = anchors.get(end)
    if closed is not None and closed.kind == "Organization":
        if closed.start not in anchors:
            return
        position = closed.start
        proper = True
    while position > 0 and end - position <= LONGEST:
        score = ending.weight + cost + weight("organization", "length") * (end - position)
        score += walker.opening(position, stem_end, end)
        if not proper:
            score += weight("organization", "nothing_proper")
        if position == stem_end or sheet.text[position:end] in _common():
            score += weight("organization", "common_alone")
        yield Candidate(position, end, "Organization", score, f"ending-{ending.family}", classes=(ending.finer,))
        step = walker.back(position)
        if step is None:
            return
        position, extra, is_proper = step
        cost += extra
        proper = proper or is_proper


@cache
def _common() -> frozenset[str]:
    return frozenset(table("organisations")["common"]["words"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(table("organisations")["generic"]["words"])


@cache
def _nominal_verbs() -> frozenset[str]:
    return frozenset(table("boundaries")["nominal_verbs"]["words"])


class _Walk:
    """Steps leftwards through a possible name."""

    def __init__(self, sheet: Sheet, anchors: dict[int, Candidate]) -> None:
        assert sheet.words is not None
        self.sheet, self.anchors, self.words = sheet, anchors, sheet.words
        self.before = {start + length: start for start, length in self.words.lengths.items()}

    def back(self, position: int) -> tuple[int, float, bool] | None:
        """The next beginning to the left, what passing to it costs, and whether it passed something proper."""
        text = self.sheet.text
        anchor = self.anchors.get(position)
        if anchor is not None:
            return anchor.start, 0.0, True
        char = text[position - 1]
        if char in OPENING:
            opening = text.rfind(OPENING[char], max(0, position - 16), position)
            return (opening, weight("organization", "quote_inside"), True) if opening >= 0 else None
        if char in "年月日":
            return None
        if char.isascii() and char.isalnum():
            run = ASCII_RUN.search(text[max(0, position - 16) : position])
            return (position - len(run.group()), 0.0, True) if run else None
        if char in "·—-&":
            return position - 1, 0.0, True
        if char == " " and position >= 2 and text[position - 2].isascii() and text[position - 2].isalnum():
            return position - 1, 0.0, True
        if not _han(char):
            return None
        boundary = boundary_words().before(text, position)
        start = self.before.get(position, position - 1)
        if boundary and boundary[0] <= start:
            if boundary[1] == "hard" or self._complete(boundary[0]):
                return None
            return boundary[0], weight("organization", "joint_inside"), False
        tag = self.words.tags.get(start, "x")
        if text[position : position + 1].isascii():
            return start, weight("organization", "script_change"), False
        if tag == "v" and position - start > 1 and text[start:position] not in _nominal_verbs():
            return None
        if self._frames(start):
            return start, weight("organization", "verb_inside"), False
        return start, 0.0, tag in PROPER or position - start == 1

    def _frames(self, position: int) -> bool:
        """True if the word here belongs to the sentence and not to a name; single verbs are often part of a name."""
        tag = self.words.tags.get(position, "")
        return tag in FRAME_TAGS if self.words.lengths.get(position, 1) > 1 else tag in ("p", "c", "u", "ul", "uj")

    def _complete(self, position: int) -> bool:
        """True if a body's name can end here, so that a joint after it joins two names."""
        anchor = self.anchors.get(position)
        if anchor is not None:
            return True
        hit = ending_matcher().before(self.sheet.text, position)
        return hit is not None and position - hit[0] > 1

    def opening(self, position: int, stem_end: int, end: int) -> float:
        """How well a name may begin here."""
        text = self.sheet.text
        score = 0.0
        length = self.words.lengths.get(position, 1)
        if text[position : position + length] in _generic():
            score += weight("organization", "generic_stem")
        inner = {c.kind for c in self._anchors_within(position, end) if c.start == position and c.end < end}
        rest = {text[c.end : stem_end] for c in self._anchors_within(position, end) if c.start == position}
        if rest & _generic():
            score += weight("organization", "generic_stem")
        if inner:
            score += weight("organization", "after_division" if "Division" in inner else "after_body")
        elif text[position] in LEVELS and self._level_start(position):
            score += weight("organization", "after_level")
        elif any(text.startswith(word, position) for word in table("boundaries")["beginnings"]["words"]):
            score += weight("organization", "known_beginning")
        elif text[position].isascii() and text[position].isalpha():
            score += weight("organization", "latin_beginning")
        elif self._frames(position):
            score += weight("organization", "opens_with_verb")
        if position == 0 or not _han(text[position - 1]) or text[position].isascii():
            score += weight("organization", "after_mark")
        elif boundary_words().before(text, position):
            score += weight("organization", "after_function_word")
        elif position in self.anchors:
            score += weight("organization", "after_anchor")
        elif self.words.boundary(position):
            score += weight("organization", "after_word")
        else:
            score += weight("organization", "inside_word")
        return score

    def _anchors_within(self, start: int, end: int) -> Iterator[Candidate]:
        return (self.anchors[e] for e in range(start + 2, min(end, start + 14)) if e in self.anchors)

    def _level_start(self, position: int) -> bool:
        return level_before(self.sheet, position + 1, self.anchors) == position


def _siblings(sheet: Sheet, named: list[Candidate]) -> set[tuple[int, int]]:
    """Candidates that stand in a list beside a good one of the same family."""
    good = {c.end: c for c in named if c.weight > 2.5}
    starts = {c.start: c for c in named if c.weight > 2.5}
    listed = set()
    for c in named:
        left = sheet.text[c.start - 1 : c.start] in ("、", "和") and good.get(c.start - 1)
        right = sheet.text[c.end : c.end + 1] in ("、", "和") and starts.get(c.end + 1)
        if (left and left.rule == c.rule) or (right and right.rule == c.rule):
            listed.add((c.start, c.end))
            if c.weight > 0:
                good.setdefault(c.end, c)
    return listed
