"""Proposes names by their endings: 局, 有限公司, 小学, 产业园, 项目.

Every ending is read leftwards, word by word, until something that no name holds; each word boundary on the way is a
possible beginning, weighed by what stands before it and inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.lattice import Candidate
from kg.extraction.openings import FRAME_TAGS, LEVELS, boundary_words, is_han, level_before
from kg.extraction.sheet import QUOTES, Sheet
from kg.extraction.titles import title_at
from kg.extraction.weights import weight
from kg.lexicon import table
from kg.lexicon.matcher import Matcher

LONGEST = 30
SURE = 3.0
MEASURES = ("个", "名", "位", "家", "所", "间", "项", "支")
COUNTED = re.compile("[0-9]+[多余]?[名个家所位]")
MARK = re.compile("[、，。；“”《》]")
# After these a description follows, not a name: 全省首个数据工作站.
ORDINALS = ("首个", "首家", "唯一", "首批", "又一")
PRONOUNS = ("各", "该", "本", "每", "某")
ASCII_RUN = re.compile("[A-Za-z0-9+.]+$")
OPENING = {close: opening for opening, close in QUOTES.items()} | {")": "("}
# Families whose names may hold any verb: 某某船舶修造有限公司.
VERBAL = ("company", "bank")
PROPER = ("nr", "ns", "nt", "nz", "eng", "x", "zg", "g")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a name of a body, place or project may end, and what it then is."""

    family: str
    kind: str
    finer: str
    weight: float


@cache
def ending_matcher() -> Matcher[Ending]:
    """All endings of names of bodies."""
    found: dict[str, Ending] = {}
    for family, data in [*table("organisations").items(), *table("places").items()]:
        if "weight" in data:
            ending = Ending(family, data.get("kind", "Organization"), data.get("class", ""), float(data["weight"]))
            for word in data["words"]:
                found.setdefault(word, ending)
    return Matcher(found)


def names_by_ending(sheet: Sheet, anchors: dict[int, Candidate]) -> Iterator[Candidate]:
    """Every possible name; `anchors` are the names that end at each position, and grow by the sure ones."""
    longest: dict[int, tuple[int, Ending]] = {}
    for start, end, ending in ending_matcher().find(sheet.text):
        if end not in longest or start < longest[end][0]:
            longest[end] = (start, ending)
    never = frozenset(table("organisations")["not_endings"]["words"])
    for end, (start, ending) in sorted(longest.items()):
        if end - start == 1 and _inside_common_word(sheet, start):
            continue
        if end - start == 1 and ending.family == "unit" and title_at(sheet.text, end) is None:
            continue
        if sheet.text[end - 2 : end] not in never and sheet.text[end - 1 : end + 1] not in never:
            found = list(_beginnings(sheet, start, end, ending, anchors))
            yield from found
            best = max(found, key=lambda c: c.weight, default=None)
            if best is not None and best.weight > SURE and end not in anchors:
                anchors[end] = best


def _inside_common_word(sheet: Sheet, position: int) -> bool:
    """True if this character is part of a longer word that is no name: 思路, 道路."""
    assert sheet.words is not None
    for back in range(1, 5):
        length = sheet.words.lengths.get(position - back, 0)
        if length > back:
            return not sheet.words.tags[position - back].startswith(("ns", "nz", "nt", "nr"))
    return False


def _beginnings(
    sheet: Sheet, stem_end: int, end: int, ending: Ending, anchors: dict[int, Candidate]
) -> Iterator[Candidate]:
    cost, proper, position = 0.0, False, stem_end
    if sheet.words is not None and not sheet.words.boundary(end) and title_at(sheet.text, end) is None:
        cost += weight("organization", "ends_inside_word")
    walker = Walk(sheet, anchors, any_verb=ending.family in VERBAL)
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
        classes = (ending.finer,) if ending.finer else ()
        yield Candidate(position, end, ending.kind, score, f"ending-{ending.family}", classes=classes)
        step = walker.back(position)
        if step is None:
            return
        position, extra, is_proper = step
        cost += extra
        proper = proper or is_proper


@cache
def _common() -> frozenset[str]:
    return frozenset(table("organisations")["common"]["words"]) | frozenset(table("places")["generic"]["words"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(table("organisations")["generic"]["words"])


@cache
def _nominal_verbs() -> frozenset[str]:
    return frozenset(table("boundaries")["nominal_verbs"]["words"])


class Walk:
    """Steps leftwards through a possible name; with `any_verb` no verb ends it."""

    def __init__(self, sheet: Sheet, anchors: dict[int, Candidate], any_verb: bool) -> None:
        assert sheet.words is not None
        self.any_verb = any_verb
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
        if not is_han(char):
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
        if text[start:position] in MEASURES and (
            text[start - 1].isdigit() or text[start - 1] in "一二三四五六七八九十百千万余多数几两"
        ):
            return None
        if text[start:position] == "联合" and self._complete(start):
            return None
        if tag == "v" and position - start > 1 and text[start:position] not in _nominal_verbs():
            return (start, weight("organization", "verb_in_company"), False) if self.any_verb else None
        if self._frames(start):
            return start, weight("organization", "verb_inside"), False
        return start, 0.0, tag in PROPER or position - start == 1

    def _frames(self, position: int) -> bool:
        """True if the word here belongs to the sentence and not to a name; single verbs are often part of a name."""
        tag = self.words.tags.get(position, "")
        if self.words.lengths.get(position, 1) > 1:
            return tag in FRAME_TAGS
        return tag in ("p", "c", "u", "ul", "uj") or self.sheet.text[position] in "一两"

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
        described = text.endswith(ORDINALS, max(0, position - 2), position)
        if described or text[position - 1 : position] in PRONOUNS or text[position] == "(":
            score += weight("organization", "after_pronoun")
        if COUNTED.match(text, position):
            score += weight("organization", "opens_with_number")
        if text[position - 1 : position].isdigit() and is_han(text[position]):
            score += weight("organization", "after_digit")
        if MARK.match(text[position - 1 : position] or "、") and MARK.match(text[end : end + 1] or "、"):
            score += weight("organization", "closed_item")
        if position == 0 or not is_han(text[position - 1]) or text[position].isascii():
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


def siblings(sheet: Sheet, named: list[Candidate]) -> set[tuple[int, int]]:
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
