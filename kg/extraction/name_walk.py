"""The way leftwards from an ending through a possible name: each word boundary may be its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.abroad import RULE
from kg.extraction.characters import is_han
from kg.extraction.endings import ending_matcher, generic_stems
from kg.extraction.lattice import Candidate
from kg.extraction.openings import FRAME_TAGS, LEVELS, boundary_words, level_before, opens_name
from kg.extraction.sheet import QUOTES, Sheet
from kg.extraction.weights import weight
from kg.lexicon import among, listed

COUNTED = re.compile("[0-9]+[多余]?[名个家所位班]")
# Verbs that no name holds after one that is complete.
JOINING = ("联合", "访")
# A university, and how long the word for a subject may be.
UNIVERSITIES, SUBJECT = ("大学", "学院"), range(2, 6)
# Before 日 these make a day.
DAYS = "一二三四五六七八九十廿卅昨今明前后当同次翌某即近月节假生周末每天本"
# After which it goes on with the name all the same.
UNITED = ("联合总会", "联合会")
NUMERALS = "一二三四五六七八九十百千万余多数几两"
# A city in brackets within a name: 某某(某市)有限公司.
CITY = re.compile(r"(?<=[一-龥]{2})\([一-龥]{2,4}\)(?=[一-龥]{2})")
MARK = re.compile("[、，。；“”《》]")
ASCII_RUN = re.compile("[A-Za-z0-9+.]+$")
OPENING = {close: opening for opening, close in QUOTES.items()} | {")": "("}
PROPER = ("nr", "ns", "nt", "nz", "eng", "x", "zg", "g")
# How long quoted words and words of Latin letters inside a name may be.
QUOTED = 16
# How far the name of the place may reach where the people of a society abroad came from.
ORIGIN = 6


class Walk:
    """Steps leftwards through a possible name; with `any_verb` no verb ends it."""

    def __init__(self, sheet: Sheet, anchors: dict[int, Candidate], any_verb: bool) -> None:
        self.any_verb = any_verb
        self.sheet, self.anchors, self.words = sheet, anchors, sheet.words

    def back(self, position: int) -> tuple[int, float, bool] | None:
        """The next beginning to the left, what passing to it costs, and whether it passed something proper."""
        anchor = self.anchors.get(position)
        if anchor is not None:
            return anchor.start, 0.0, True
        return self._past_word(position) if is_han(self.sheet.text[position - 1]) else self._past_sign(position)

    def _past_sign(self, position: int) -> tuple[int, float, bool] | None:
        """Past quoted words, Latin letters and digits, dashes and dots; None where the name ends."""
        text = self.sheet.text
        char = text[position - 1]
        if char in OPENING:
            opening = text.rfind(OPENING[char], max(0, position - QUOTED), position)
            return (opening, weight("organization", "quote_inside"), True) if opening >= 0 else None
        if char.isascii() and char.isalnum():
            run = ASCII_RUN.search(text[max(0, position - QUOTED) : position])
            return (position - len(run.group()), 0.0, True) if run else None
        spaced = char == " " and position >= 2 and text[position - 2].isascii() and text[position - 2].isalnum()
        return (position - 1, 0.0, True) if char in "·—-&" or spaced else None

    def _past_word(self, position: int) -> tuple[int, float, bool] | None:
        """Past one word of Chinese characters; None where it ends the name."""
        text = self.sheet.text
        if self._dated(position):
            return None
        if opens_name(text, position - 1):
            return position - 1, 0.0, True
        boundary = boundary_words().before(text, position)
        start = self.words.before.get(position, position - 1)
        if boundary and text[boundary[0] : position] in among("boundaries", "beginnings"):
            return boundary[0], 0.0, True
        if boundary and boundary[0] <= start:
            if boundary[1] == "hard" or self._complete(boundary[0]):
                return None
            if self._subject(boundary[0]):
                return boundary[0], 0.0, True
            return boundary[0], weight("organization", "joint_inside"), False
        if text[position : position + 1].isascii():
            return start, weight("organization", "script_change"), False
        word, tag = text[start:position], self.words.tags.get(start, "x")
        counted = text[start - 1].isdigit() or text[start - 1] in NUMERALS
        joining = word in JOINING and self._complete(start) and not text.startswith(UNITED, start)
        if joining or (counted and word in listed("organisations", "measures")):
            return None
        if tag == "v" and len(word) > 1 and word not in among("boundaries", "nominal_verbs"):
            return (start, weight("organization", "verb_in_company"), False) if self.any_verb else None
        if self._frames(start):
            return start, weight("organization", "verb_inside"), False
        return start, 0.0, tag in PROPER or len(word) == 1

    def _dated(self, position: int) -> bool:
        """True if a date ends here: 三月, 昨日; not 青年, nor a name that 日 opens."""
        text, char = self.sheet.text, self.sheet.text[position - 1]
        if char not in "年月日" or text.endswith(listed("boundaries", "no_dates"), 0, position):
            return False
        return char != "日" or text[position - 2].isdigit() or text[position - 2] in DAYS

    def _frames(self, position: int) -> bool:
        """True if the word here belongs to the sentence and not to a name; single verbs are often part of a name."""
        tag = self.words.tags.get(position, "")
        if self.words.lengths.get(position, 1) > 1:
            return tag in FRAME_TAGS
        return tag in ("p", "c", "u", "ul", "uj") or self.sheet.text[position] in "一两有"

    def _subject(self, position: int) -> bool:
        """True behind a university and one subject, whose name goes on with another: 某学院音乐|与舞蹈学院."""
        return any(
            (anchor := self.anchors.get(position - size)) is not None
            and self.sheet.text.endswith(UNIVERSITIES, anchor.start, anchor.end)
            for size in SUBJECT
        )

    def _complete(self, position: int) -> bool:
        """True if a body's name can end here, so that a joint after it joins two names."""
        if position in self.anchors:
            return True
        hit = ending_matcher().before(self.sheet.text, position)
        return hit is not None and position - hit[0] > 1

    def opening(self, position: int, stem_end: int, end: int) -> float:
        """How well the name `[position, end)`, whose ending begins at `stem_end`, may begin here."""
        score = self._first_words(position, stem_end, end) + self._frame(position, end)
        if position == 0 or not is_han(self.sheet.text[position - 1]) or self.sheet.text[position].isascii():
            return score + weight("organization", "after_mark")
        if boundary_words().before(self.sheet.text, position):
            return score + weight("organization", "after_function_word")
        if position in self.anchors:
            return score + weight("organization", "after_anchor")
        return score + weight("organization", "after_word" if self.words.boundary(position) else "inside_word")

    def _first_words(self, position: int, stem_end: int, end: int) -> float:
        """What the words that open the name speak for: a division, a level, a known beginning, a verb."""
        text = self.sheet.text
        score = 0.0
        opening = [c for c in self._anchors_within(position, end) if c.start == position]
        if text[position : position + self.words.lengths.get(position, 1)] in generic_stems():
            score += weight("organization", "generic_stem")
        if any(text[c.end : stem_end] in generic_stems() for c in opening):
            score += weight("organization", "generic_stem")
        if opening:
            division = any(c.kind == "Division" for c in opening)
            score += weight("organization", "after_division" if division else "after_body")
            score += weight("organization", "of_two_homes") if self._of_two_homes(opening) else 0.0
        elif text[position] in LEVELS and level_before(self.sheet, position + 1, self.anchors) == position:
            score += weight("organization", "after_level")
        elif text.startswith(listed("boundaries", "beginnings"), position):
            score += weight("organization", "known_beginning")
        elif text[position].isascii() and text[position].isalpha():
            score += weight("organization", "latin_beginning")
        elif self._frames(position):
            score += weight("organization", "opens_with_verb")
        return score

    def _of_two_homes(self, opening: Iterable[Candidate]) -> bool:
        """True for a society abroad with the place where its people came from: 某埠|某县会馆."""
        ends = [c.end for c in opening if c.rule == RULE]
        within = (c for end in ends for c in self._anchors_within(end, end + ORIGIN))
        return any(c.start in ends and c.kind == "Division" for c in within)

    def _frame(self, position: int, end: int) -> float:
        """What the characters around the name speak for."""
        text = self.sheet.text
        before = text[position - 1 : position]
        score = 0.0
        described = text.endswith(listed("organisations", "ordinals"), max(0, position - 2), position)
        if described or before in listed("organisations", "pronouns") or text[position] == "(":
            score += weight("organization", "after_pronoun")
        if COUNTED.match(text, position):
            score += weight("organization", "opens_with_number")
        if before.isdigit() and is_han(text[position]):
            score += weight("organization", "after_digit")
        if MARK.match(before or "、") and MARK.match(text[end : end + 1] or "、"):
            score += weight("organization", "closed_item")
            opening = [c for c in self._anchors_within(position, end) if c.start == position]
            if text[end - 1] != ")" and (CITY.search(text, position, end) or any(c.adcode for c in opening)):
                score += weight("organization", "closed_of_division")
        return score

    def _anchors_within(self, start: int, end: int) -> Iterator[Candidate]:
        return (self.anchors[e] for e in range(start + 2, min(end, start + 14)) if e in self.anchors)
