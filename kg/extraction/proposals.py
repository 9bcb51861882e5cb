"""Lets the tagger speak: it adds names of its own, and strengthens or weakens what the other sources propose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from kg.extraction.abroad import RULE
from kg.extraction.body_spans import body_span, government_before
from kg.extraction.characters import HAN
from kg.extraction.departments import classes_of, government_of_both, with_party
from kg.extraction.endings import ending_matcher
from kg.extraction.lattice import Candidate
from kg.extraction.name_frames import acts, described, takes_title
from kg.extraction.nested import Openings
from kg.extraction.openings import LEVELS, SEAT, WIDE_LEVELS
from kg.extraction.people import frame, no_name
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import compound_surnames, surnames
from kg.extraction.tagged import Tagged
from kg.extraction.titles import title_at, title_before, two_offices
from kg.extraction.unusual_names import is_odd, past_part
from kg.extraction.weights import weight
from kg.lexicon import listed, longest_first
from kg.lexicon.matcher import ending, opening

# The longest usual name of a person, in characters.
LONGEST_USUAL = 4
# What no name of a body ends in. A 区 may be a zone.
DIVISIONS = LEVELS.replace("区", "")
# A part of a ministry or of a province's department, by its own word and its kind alone.
JOINTS = "和与同及"
# What with a level alone points at a division and names none: 全嘎查.
POINTING = "全各本该我每某"
PART = re.compile(f"[部厅](?!队)[{HAN}]{{2,6}}[司处局]")
NO_NAME = re.compile(f"[^{HAN}A-Za-z·. ]")


def hear_tagger(sheet: Sheet, tagged: Tagged) -> None:
    """Weighs every proposal by what the tagger thinks of it, and adds the tagger's names that nobody proposed."""
    sheet.proposed = list(sheet.candidates)
    proposed = {(c.start, c.end, c.kind) for c in sheet.candidates}
    openings = Openings(sheet.text, sheet.proposed)
    # Each name of a span that is several is as likely as the whole.
    odds: dict[tuple[int, int, str], float] = {}
    for start, end, kind, _ in tagged.spans:
        whole = tagged.log_odds(start, end, kind)
        kind = "Division" if _is_address(sheet.text, openings, start, end, kind) else kind
        for first, last in printed_apart(sheet, start, end) if kind == "Person" else ((start, end),):
            odds.update(((*one, kind), whole) for one in _names_in(sheet.text, openings, first, last, kind))
    abroad = {c.start for c in sheet.proposed if c.rule == RULE}
    sheet.candidates = []
    levels = {(c.start, c.end) for c in sheet.proposed if c.rule == "department-of-level"}
    heard = {place: odds[place] if place in odds else tagged.log_odds(*place) for place in proposed}
    two = {place for place in proposed if place[2] == "Organization" and _is_two(sheet.text, *place[:2])}
    weights = {kind: (weight("tagger", kind), weight("shift", kind)) for kind in {c.kind for c in sheet.proposed}}
    for c in sheet.proposed:
        place = (c.start, c.end, c.kind)
        if place not in two:
            of_tagger, shift = weights[c.kind]
            sheet.candidates.append(c.weighing(c.weight + of_tagger * heard[place] + shift))
    for (start, end, kind), whole in odds.items():
        if (start, end, kind) not in proposed:
            score = weight("tagger", f"alone_{kind}") + weight("tagger", kind) * whole + weight("shift", kind)
            if kind == "Division" and (
                sheet.text.endswith(listed("towns", "not_towns"), start, end)
                or (sheet.text[start] in POINTING and sheet.text[start + 1 : end] in (*LEVELS, *WIDE_LEVELS))
                or sheet.text.startswith(listed("people", "honorifics"), start)
            ):
                continue
            if kind == "Person":
                if no_name(sheet, start, end):
                    continue
                start, end = bare_name(sheet.text, start, end)
                end = past_part(sheet.text, start, end)
                if end - start < 2 or is_odd(sheet.text[start:end]) or no_name(sheet, start, end):
                    continue
                score += weight("person", "ends_as_division") if _as_place(sheet.text, start, end) else 0.0
            if kind == "Organization" and (_ends_in_word(sheet.text, end) or _goes_on(sheet.text, start, end, levels)):
                continue
            classes = classes_of(sheet.text[start:end]) if kind == "Organization" else ()
            if kind == "Organization" and _is_partial(sheet.text[start:end], classes):
                continue
            # A body called after the place abroad where it is: 某埠某某学校.
            if start in abroad and (hit := ending_matcher().before(sheet.text, end)) and hit[1].kind == kind:
                score += weight("organization", "of_place_abroad")
            if end - start > 1:
                sheet.propose(Candidate(start, end, kind, score, "tagger", classes=classes))


def _is_partial(form: str, classes: tuple[str, ...]) -> bool:
    """True for what names a body only with what the article told before: 部财务司, 评委会, 某国驻某市."""
    if form.count("“") != form.count("”"):
        return True
    stationed = not classes and SEAT.search(form) is not None
    return stationed or PART.fullmatch(form) is not None or form in listed("titles", "groups_alone")


def _ends_in_word(text: str, end: int) -> bool:
    """True where the ending of a body's name belongs to another word: 格局, 新春团|拜."""
    never = listed("organisations", "not_endings")
    if text[end - 1 : end + 1] in never:
        return True
    return text[end - 2 : end] in never and ending_matcher().before(text, end) is not None


def _goes_on(text: str, start: int, end: int, levels: Set[tuple[int, int]]) -> bool:
    """True for a place with the body of a level that only a joint ties to it: 井台上同|乡党委."""
    return any(text[at] in JOINTS and (at + 1, end) in levels for at in range(start + 1, end - 2))


def _is_two(text: str, start: int, end: int) -> bool:
    """True for what names two bodies: a committee with its government, or the bodies of two posts with the first."""
    return government_of_both(text, start, end) is not None or two_offices(text, start, end) is not None


def _names_in(text: str, openings: Openings, start: int, end: int, kind: str) -> Iterator[tuple[int, int]]:
    """The names that one span of the tagger stands for: a town with its village and 某市委市政府 are two."""
    if kind == "Organization":
        span = body_span(text, start, end)
        if span is None:
            return
        start, end = span
        if (government := government_before(text, start, end)) is not None:
            yield start, government
            start = government
        start = with_party(text, start, end)
        if (offices := two_offices(text, start, end)) is not None:
            yield start, offices[0]
            start = offices[1]
        middle = government_of_both(text, start, end)
        if middle is not None:
            yield start, middle
            start = middle
    for piece in openings.chain(start, end) if kind == "Division" else ():
        yield piece.start, piece.end
        start = piece.end
    yield start, end


def _is_address(text: str, openings: Openings, start: int, end: int, kind: str) -> bool:
    """True for a town after its county that the tagger takes for a body or a place: 某县某镇."""
    if kind not in ("Organization", "Place") or text[end - 1] not in DIVISIONS or classes_of(text[start:end]):
        return False
    return kind == "Organization" or next(openings.divisions(start, end), None) is not None


def printed_apart(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """The names of a list that is parted by blanks alone, where the tagger takes them for one: 张三 李四五."""
    part = sheet.part_at(start)
    cuts = [start, *(at for at in range(start + 2, end - 1) if at - part.start in part.article.gaps), end]
    pieces = list(pairwise(cuts))
    shaped = all(1 < last - first < LONGEST_USUAL and sheet.text[first] in surnames() for first, last in pieces)
    return pieces if shaped and end - start >= LONGEST_USUAL else [(start, end)]


def _as_place(text: str, start: int, end: int) -> bool:
    """True if a name of three and more characters ends as one of a division, or a long one as one of a body."""
    if end - start > LONGEST_USUAL and ending_matcher().before(text, end) is not None:
        return True
    return end - start > 2 and text[end - 1] in LEVELS


def bare_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The name of a person without what stands before and after it: 阿妈某某, 某某某先生; may be empty."""
    if NO_NAME.search(text, start, end) or _is_family(text[start:end]):
        return start, start
    if "·" in text[start:end] and text[start] in listed("people", "before_dotted", "chars"):
        start += 1
    if (word := described().at(text, start)) is not None and word[0] < end - 1:
        start = word[0]
    honour = opening(text, longest_first(listed("titles", "honorifics")), start)
    start += len(honour) if end - start - len(honour) > 1 else 0
    post = title_at(text, start)
    if post is not None and post.end - start > 1 and end - post.end > 1:
        start = post.end
    if end - start > 2 and takes_title(text, end):
        end -= 1
    end = _before(text, start, end, listed("people", "elders"))
    act = acts().before(text, end) if end - start > LONGEST_USUAL and "·" not in text[start:end] else None
    if act is not None and act[0] - start > 1 and end - act[0] > 1:
        end = act[0]
    title = title_before(text, end) if end - start > LONGEST_USUAL - 1 else None
    if title is not None and title.start - start > 1:
        end = title.start
    return start, _before(text, start, end, listed("people", "honorifics"))


def _is_family(form: str) -> bool:
    """True for what is called like a family or a hall: 某氏宗亲, 某某堂."""
    usual = len(form) < LONGEST_USUAL or form[:2] in compound_surnames()
    return not usual and frame("no_person").search(form) is not None


def _before(text: str, start: int, end: int, words: tuple[str, ...]) -> int:
    """Where `[start, end)` ends without the first of these words that ends it."""
    return max(start, end - len(ending(text, words, end, start)))
