"""Proposes names that no common surname opens: rare surnames, transcribed names, names of several parts with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN, is_han
from kg.extraction.lattice import Candidate
from kg.extraction.name_frames import acts, ends_here, weight_after, weight_before
from kg.extraction.openings import past_note
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import never_inside, surnames
from kg.extraction.titles import descriptive, title_at, title_before
from kg.extraction.weights import weight
from kg.extraction.words import NAME_TAGS, known
from kg.lexicon import listed, words

DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+")
# The longest name between an office and a mark, in characters.
LONGEST = 6


def propose_unusual_names(sheet: Sheet) -> None:
    """Adds the people whose names have no usual surname."""
    for candidate in [*_dotted(sheet), *_transcribed(sheet), *_unusual(sheet)]:
        sheet.propose(candidate)


@cache
def _foreign() -> frozenset[str]:
    return frozenset("".join(words("transliteration_characters")) + "".join(words("minority_name_parts")))


def _unusual(sheet: Sheet) -> Iterator[Candidate]:
    """Whatever stands between an office and a mark or an act, where no common surname opens it: rare and long names.

    A list after the office is read to its end.
    """
    text = sheet.text
    for start, office in _offices(sheet):
        first = True
        while True:
            end = _run(text, start)
            if not 2 <= end - start <= LONGEST or not ends_here(text, end):
                break
            score = _unusual_weight(sheet, start, end, office)
            if score:
                bonus = 0.2 * (end - start) if end - start > 3 else 0.0
                yield Candidate(start, end, "Person", score + bonus - (0.0 if first else 0.4), "unusual-name")
            note = past_note(text, end)
            if text[note : note + 1] != "、":
                break
            start, first = note + 1, False


def _run(text: str, start: int) -> int:
    """Where a run of Chinese characters ends that may be a name: at a mark, an act or a word that no name holds."""
    end = start
    while end < len(text) and end - start < 8 and re.match(f"[{HAN}]", text[end]):
        if ends_here(text, end) and not (text[end] == "和" and end == start + 1):
            break
        end += 1
    return end


def _unusual_weight(sheet: Sheet, start: int, end: int, office: bool) -> float:
    """The weight of a run as a name, or 0: no words of the dictionary, and no usual surname that tells its length."""
    cut, form = sheet.words, sheet.text[start:end]
    if known(form) or set(form) & never_inside() or title_at(sheet.text, start) is not None:
        return 0.0
    foreign = sum(char in _foreign() for char in form) >= 0.7 * len(form)
    usual = form[0] in surnames() and (len(form) < 4 or not foreign)
    plain = any(cut.lengths.get(at, 0) > 1 and not cut.tags[at].startswith(NAME_TAGS) for at in range(start, end))
    if usual or plain or not (foreign or (office and cut.tags.get(start, "") not in ("p", "d", "c"))):
        return 0.0
    return weight("person", "unusual_name")


def _offices(sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """Every place where a title's words end, and whether it is an office; also after a verb of appointing."""
    appointing = listed("people", "appointing")
    for end in range(2, len(sheet.text)):
        title = title_before(sheet.text, end)
        if title is None:
            if sheet.text.endswith(appointing, 0, end):
                yield end, True
        elif all(title_before(sheet.text, end + more) is None for more in (1, 2, 3)) and not title_at(sheet.text, end):
            yield end, not title.core.endswith(descriptive())


def _dotted(sheet: Sheet) -> Iterator[Candidate]:
    """Names of several parts joined by a dot: from the dots outwards as far as characters of transcription go."""
    text = sheet.text
    for m in DOTTED.finditer(text):
        start, end = text.index("·", m.start()), m.start() + m.group().rindex("·") + 1
        while (
            start > m.start()
            and (text[start - 1] in _foreign() or text[start - 1] in surnames())
            and title_before(text, start) is None
        ):
            start -= 1
        start += text[start] == "的"
        while end < m.end() and text[end] in _foreign() and text[end] != "的" and acts().at(text, end) is None:
            end += 1
        if is_han(text[start - 1 : start] or "、") and not _introduced(sheet, start):
            continue
        letters = text[start:end].replace("·", "").lstrip("".join(surnames()))
        if (
            text[start] == "·"
            or text[end - 1] == "·"
            or not letters
            or sum(c in _foreign() for c in letters) < 0.8 * len(letters)
        ):
            continue
        score = weight("person", "foreign_dot") + weight_before(sheet, start) + weight_after(sheet, end)
        yield Candidate(start, end, "Person", score + 0.2 * (end - start), "dotted-name")


def _transcribed(sheet: Sheet) -> Iterator[Candidate]:
    """Names of three to six characters of transcription after a title or in a list: Tibetan, Yi, Mongolian, others."""
    text = sheet.text
    for start in range(1, len(text)):
        if text[start] not in _foreign() or text[start] == "的":
            continue
        title = title_before(text, start)
        listed = text[start - 1] == "、" and _in_list_of_people(text, start)
        if not listed and (title is None or title.core.endswith(descriptive())):
            continue
        run = _run(text, start)
        if 3 <= run - start <= LONGEST and ends_here(text, run):
            share = sum(char in _foreign() for char in text[start:run]) / (run - start)
            if share > (0.9 if listed else 0.7):
                score = weight("person", "transcribed") * share
                score += weight("person", "list_before" if listed else "title_before")
                yield Candidate(start, run, "Person", score, "transcribed-name")


def _in_list_of_people(text: str, start: int) -> bool:
    """True if the clause before a list's item opens the list with a title: 县领导甲、乙."""
    begin = max(text.rfind(mark, 0, start) for mark in "，。；！\n") + 1
    return any(title_before(text, at) for at in range(max(begin + 2, start - 60), start - 1))


def _introduced(sheet: Sheet, start: int) -> bool:
    """True if a name may begin here inside a run of characters: after a title, a verb or a word boundary."""
    return title_before(sheet.text, start) is not None or sheet.words.boundary(start)
