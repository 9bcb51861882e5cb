"""Proposes names that no common surname opens: rare surnames, Japanese ones, transcribed names, parts with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.extraction.characters import HAN, is_han
from kg.extraction.lattice import Candidate
from kg.extraction.name_frames import (
    acts,
    closes,
    described,
    ends_here,
    given_characters,
    weak_acts,
    weight_after,
    weight_before,
)
from kg.extraction.openings import past_note
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import compound_surnames, name_parts, never_inside, surnames, transcribing
from kg.extraction.titles import descriptive, title_at, title_before
from kg.extraction.weights import weight
from kg.extraction.words import NAME_TAGS, known
from kg.lexicon import listed, longest_first, words
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import Matcher, holds, opening

# After a known part of a name these join the next one.
JOINTS = "和与及"
# What begins a time and no part of a name.
DAYS = "今昨明日早晚上下午周本"
DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+")
# The longest name between an office and a mark, and a usual Chinese one, in characters.
LONGEST, CHINESE_LENGTH = 6, 3
# What share of a name's characters must be at home in transcription: after a title, in a list, around a dot.
TITLED, IN_LIST, AROUND_DOT = 0.7, 0.9, 0.8
# What frames a name and opens none.
FRAMING = "和与及同的为"
# So long is no usual name; a greater share makes it a foreign one.
LONG_FORM, ODD = 4, 0.5
# From this share on, the first character of a name may be a common surname all the same.
FOREIGN = 0.7


def propose_unusual_names(sheet: Sheet) -> None:
    """Adds the people whose names have no usual surname."""
    transcribed = list(_transcribed(sheet))
    for candidate in [*_dotted(sheet), *transcribed, *_japanese(sheet), *_unusual(sheet)]:
        sheet.propose(candidate)
    wholes = {c.start: c.end for c in transcribed if _shares(sheet.text[c.start : c.end])[0] == 1.0}
    sheet.candidates = [
        c for c in sheet.candidates if c.start not in wholes or not _cuts_part(sheet.text, c, wholes[c.start])
    ]


@lru_cache(maxsize=1 << 12)
def _shares(form: str) -> tuple[float, float]:
    """What share of a name known parts of names cover, and what share parts and characters of transcription cover."""
    at = parts = foreign = 0
    while at < len(form):
        hit = name_parts().at(form, at)
        size = hit[0] - at if hit else 1
        parts += size if hit else 0
        foreign += size if hit or form[at] in transcribing() else 0
        at += size
    return parts / len(form), foreign / len(form)


def is_odd(form: str) -> bool:
    """True for a long form without a dot that is made as no name: neither Han with two surnames nor transcribed."""
    if len(form) < LONG_FORM or not all(map(is_han, form)) or form[:2] in compound_surnames():
        return False
    if form[0] in surnames() and form[1] in surnames():
        return False
    parts, foreign = _shares(form)
    return not parts and foreign <= ODD and _japanese_surnames().at(form, 0) is None


def past_part(text: str, start: int, end: int) -> int:
    """Where a name ends that was cut inside a known part of names, if it is made of such parts: 卓玛央|宗."""
    for at in range(start + 1, end):
        hit = name_parts().at(text, at)
        if hit is not None and hit[0] > end and _shares(text[start : hit[0]])[0] == 1.0:
            return hit[0]
    return end


def _cuts_part(text: str, name: Candidate, whole: int) -> bool:
    """True for the beginning of a name made of known parts that ends inside a part."""
    if name.kind != "Person" or name.end >= whole:
        return False
    hits = (name_parts().at(text, at) for at in range(name.start + 1, name.end))
    return any(hit is not None and name.end < hit[0] <= whole for hit in hits)


# ---- whatever follows an office ------------------------------------------------------------------------------------


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
            score = _unusual_weight(sheet, start, end, office, text[end : end + 1] == "、")
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
    while end < len(text) and end - start < 8 and is_han(text[end]):
        if ends_here(text, end) and not (text[end] == "和" and end == start + 1):
            break
        end += 1
    return end


def _unusual_weight(sheet: Sheet, start: int, end: int, office: bool, in_list: bool) -> float:
    """The weight of a run as a name, or 0: no words of the dictionary, and no usual surname that tells its length.

    Behind an office the first item of a list may open with what is a particle elsewhere.
    """
    cut, form = sheet.words, sheet.text[start:end]
    if known(form) or set(form) & never_inside() or title_at(sheet.text, start) is not None:
        return 0.0
    foreign = _shares(form)[1] >= FOREIGN
    usual = form[0] in surnames() and (len(form) < 4 or not foreign)
    plain = any(cut.lengths.get(at, 0) > 1 and not cut.tags[at].startswith(NAME_TAGS) for at in range(start, end))
    shaped = in_list and end - start == CHINESE_LENGTH
    particle = cut.tags.get(start, "") in ("p", "d", "c") and not shaped
    if usual or plain or not (foreign or (office and not particle)):
        return 0.0
    given = sum(char in given_characters() for char in form[1:]) if shaped else 0
    return weight("person", "unusual_name") + given * weight("person", "given_common")


def _offices(sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """Every place where a title's words end, and whether it is an office; also after a verb of appointing."""
    appointing = listed("people", "appointing")
    for end in sheet.tagged.starts("Person") if sheet.tagged else range(len(sheet.text)):
        title = title_before(sheet.text, end)
        if title is None:
            if sheet.text.endswith(appointing, 0, end):
                yield end, True
        elif all(title_before(sheet.text, end + more) is None for more in (1, 2, 3)) and not title_at(sheet.text, end):
            yield end, not title.core.endswith(descriptive())


# ---- names of several parts with a dot -----------------------------------------------------------------------------


def _dotted(sheet: Sheet) -> Iterator[Candidate]:
    """Names of several parts joined by a dot: from the dots outwards as far as characters of transcription go."""
    text = sheet.text
    for begin, dots, limit in _dots(text):
        start, end = _dotted_start(sheet, begin, dots[0]), _dotted_end(text, dots[-1] + 1, limit)
        titled = _after_title(text, begin, dots[0])
        if titled is not None:
            start = titled
            end = end if end > dots[-1] + 2 else _to_mark(text, dots[-1] + 2, min(limit, dots[-1] + LONGEST))
        if (
            start == dots[0]
            or end == dots[-1] + 1
            or (is_han(text[start - 1 : start]) and not _introduced(sheet, start))
        ):
            continue
        if gazetteer().named(text[start : dots[0]]):
            continue
        start += len(opening(text[start : dots[0] - 1], longest_first(listed("titles", "honorifics"))))
        letters = text[start:end].replace("·", "").lstrip("".join(surnames()))
        least = 0.0 if text.endswith(listed("titles", "honorifics"), 0, start) else ODD if titled else AROUND_DOT
        if not letters or _shares(letters)[1] < least:
            continue
        score = weight("person", "foreign_dot") + weight_before(sheet, start) + weight_after(sheet, end)
        yield Candidate(start, end, "Person", score + 0.2 * (end - start), "dotted-name")


def _dots(text: str) -> Iterator[tuple[int, list[int], int]]:
    """The dots of each name with the stretch that it lies in; 及 and the like part the names of two: 甲·乙及丙·丁."""
    for m in DOTTED.finditer(text) if "·" in text else ():
        dots = [at for at in range(m.start(), m.end()) if text[at] == "·"]
        joints = [at for at in range(dots[0], dots[-1]) if text[at] in JOINTS]
        begin = m.start()
        for end in [*joints, m.end()]:
            own = [dot for dot in dots if begin <= dot < end]
            if own:
                yield begin, own, end
            begin = end + 1


def _dotted_start(sheet: Sheet, begin: int, dot: int) -> int:
    """Where the part before the first dot starts: at a mark or a title, or where transcription begins."""
    text, start = sheet.text, dot
    while start > begin and (
        text[start - 1] in transcribing() or text[start - 1] in surnames() or _in_part(text, start, dot)
    ):
        honoured = start < dot and text.endswith(listed("titles", "honorifics"), 0, start)
        if start < dot and (title_before(text, start) or described().before(text, start) or honoured):
            return start
        start -= 1
    start += 1 if text[start] == "的" and start < dot else 0
    if text[start] == "和" and start < dot - 2 and text.endswith(listed("people", "before_joint"), begin, start):
        start += 1
    # Odd characters between a post and a name: 农艺师|吐送|江·某某.
    for at in range(start - 1, max(begin, start - 3) - 1, -1):
        if not is_han(text[at]) or text[at] in FRAMING:
            break
        if title_before(text, at) is not None:
            return at if all(title_before(text, at + more) is None for more in (1, 2)) else start
    return start


def _after_title(text: str, begin: int, dot: int) -> int | None:
    """Where the part before the first dot starts if a title stands before it."""
    starts = range(dot - 1, max(begin, dot - LONGEST) - 1, -1)
    return next((at for at in starts if title_before(text, at) is not None), None)


def _to_mark(text: str, end: int, limit: int) -> int:
    """Where the part after the last dot ends at a mark, an act or a word of respect; `end` itself if it finds none."""
    respect = (*listed("people", "respect"), *listed("titles", "honorifics"))
    return next((at for at in range(end, limit + 1) if ends_here(text, at) or text.startswith(respect, at)), end)


def _in_part(text: str, start: int, dot: int) -> bool:
    """True if a known part of names lies across this place, as far as the dot."""
    return any(
        (hit := name_parts().at(text, at)) is not None and start <= hit[0] <= dot
        for at in range(max(0, start - 4), start)
    )


def _dotted_end(text: str, start: int, limit: int) -> int:
    """Where the part after the last dot ends: after the longest known part, and as far as transcription goes on."""
    hit = name_parts().at(text, start)
    end = hit[0] if hit else start
    while end < limit and text[end] in transcribing() and text[end] != "的" and not _acts(text, end, limit):
        if (hit or end > start + 1) and text[end] in JOINTS:
            break
        if end > start + 1 and text.startswith(listed("people", "respect"), end):
            break
        if end > start and ends_here(text, end) and (hit or text[end + 1 : end + 2] not in transcribing()):
            break
        end += 1
    return min(_past_odd(text, start, end, limit) if end < limit and not ends_here(text, end) else end, limit)


def _past_odd(text: str, start: int, end: int, limit: int) -> int:
    """Past rare characters of transcription, or what a scan spoilt, before what closes the part."""
    closed = _to_mark(text, end, min(limit, start + LONGEST))
    odd = text[end:closed]
    if not odd or holds(odd, DAYS + JOINTS) or known(text[end : end + 2]):
        return end
    if end == start:
        return closed if 2 * sum(char in transcribing() for char in odd) >= len(odd) else end
    return closed if len(odd) == 1 or (len(odd) == 2 and (end - start == 1 or odd[-1] in transcribing())) else end


def _acts(text: str, at: int, limit: int) -> bool:
    """True if an act begins here: one of a single character only where transcription does not go on to another."""
    act = acts().at(text, at)
    if act is None or act[0] - at > 1:
        return act is not None
    end = at
    while end < limit and text[end] in transcribing():
        end += 1
    return end - at < 3 or not closes(text, end)


# ---- transcribed names without a dot -------------------------------------------------------------------------------


def _transcribed(sheet: Sheet) -> Iterator[Candidate]:
    """Names of two to six characters of transcription: Tibetan, Yi, Mongolian, others."""
    text = sheet.text
    for start in sheet.tagged.starts("Person") if sheet.tagged else range(len(text)):
        if start == 0:
            continue
        part = name_parts().at(text, start)
        if (part is None and text[start] not in transcribing()) or text[start] == "的" or not _opens(sheet, start):
            continue
        if (opening := title_at(text, start)) is not None and opening.end - start > 2:
            continue
        item = text[start - 1] == "、"
        titled = title_before(text, start) is not None or described().before(text, start) is not None
        for end in range(start + 2, min(start + LONGEST, len(text)) + 1):
            if not is_han(text[end - 1]) or text[end - 1] in listed("people", "never_inside_transcribed", "chars"):
                break
            if text[end : end + 1] == "·":
                continue
            parts, foreign = _shares(text[start:end])
            whole = parts == 1.0 and text[end : end + 1] not in transcribing() and name_parts().at(text, end) is None
            if not (ends_here(text, end) or whole) or foreign < (IN_LIST if item else TITLED):
                continue
            named = sheet.words.lengths.get(start) == end - start and sheet.words.tags[start].startswith(NAME_TAGS)
            follow = weak_acts().at(text, end) or acts().at(text, end)
            closed = follow is not None and follow[0] - end > 1 and name_parts().at(text, end) is None
            if (
                (not titled and not item and parts < 1.0)
                or (not parts and text[start] in surnames())
                or (end - start == 2 and parts < 1.0)
                or (known(text[start:end]) and not (titled and (parts == 1.0 or (named and closed))))
            ):
                continue
            score = weight("person", "transcribed") * foreign + weight_before(sheet, start) + weight_after(sheet, end)
            score += weight("person", "name_parts") * parts + (weight("person", "list_before") if item else 0.0)
            yield Candidate(start, end, "Person", score, "transcribed-name")
            if closed:
                break


def _is_name_word(sheet: Sheet, start: int, end: int) -> bool:
    """True for a word that the dictionary has as the name of people."""
    cut = sheet.words
    return cut.lengths.get(start) == end - start and cut.tags[start].startswith(NAME_TAGS[0])


def _opens(sheet: Sheet, start: int) -> bool:
    """True if a transcribed name may begin here: after a mark, a title, or as an item of a list of people."""
    text = sheet.text
    if text[start - 1] == "、":
        return _in_list_of_people(text, start)
    return not is_han(text[start - 1]) or title_before(text, start) is not None or bool(described().before(text, start))


def _in_list_of_people(text: str, start: int) -> bool:
    """True if the clause before a list's item opens the list with a title: 县领导甲、乙."""
    begin = max(text.rfind(mark, 0, start) for mark in "，。；！\n") + 1
    return any(title_before(text, at) for at in range(max(begin + 2, start - 60), start - 1))


def _introduced(sheet: Sheet, start: int) -> bool:
    """True if a name may begin here inside a run of characters: after a title, a verb or a word boundary."""
    return title_before(sheet.text, start) is not None or sheet.words.boundary(start)


# ---- Japanese names ------------------------------------------------------------------------------------------------


@cache
def _japanese_surnames() -> Matcher[str]:
    return Matcher({name: name for name in words("japanese_surnames")})


def _japanese(sheet: Sheet) -> Iterator[Candidate]:
    """A Japanese surname and one to three characters, after a title and before a mark or an act."""
    text = sheet.text
    for start, surname_end, _ in _japanese_surnames().find(text):
        before = weight_before(sheet, start)
        if before <= weight("person", "mark_before"):
            continue
        for end in range(surname_end + 1, surname_end + 4):
            if ends_here(text, end) and all(map(is_han, text[start:end])) and not set(text[start:end]) & never_inside():
                score = before + weight_after(sheet, end) + weight("person", "japanese_surname")
                yield Candidate(start, end, "Person", score, "japanese-name")
                break
