"""Proposes administrative divisions: the gazetteer's by name, towns and villages by ending and surroundings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import table
from kg.lexicon import words as lexicon_words
from kg.lexicon.divisions import Division, gazetteer

HAN = "\u4e00-\u9fff"
RANK = {"province": 2, "prefecture": 1, "county": 0}


def propose_divisions(sheet: Sheet) -> None:
    """Adds the divisions of the gazetteer and the towns and villages that the page names."""
    known = list(_gazetteer_names(sheet))
    for candidate in known:
        sheet.propose(candidate)
    ends = {c.end: c for c in known}
    for candidate in [*_towns(sheet, ends), *_zones(sheet, ends)]:
        sheet.propose(candidate)


def _gazetteer_names(sheet: Sheet) -> Iterator[Candidate]:
    places = gazetteer()
    hits = [hit for hit in places.scan(sheet.text) if not (_cuts_word(sheet, hit[1]) or _begins_in_word(sheet, hit[0]))]
    printed = Counter(d.adcode for start, end, found in hits for d in found if sheet.text[start:end] == d.name)
    parents = {end: found for start, end, found in hits}
    for start, end, found in hits:
        form = sheet.text[start:end]
        region = sheet.part_at(start).article.region or sheet.page.region
        home = region.adcode if region else None
        before = {d.adcode for d in parents.get(start, ())}
        best = max(found, key=lambda d: (_kinship(d, home, before, printed), RANK[d.level], -int(d.adcode)))
        whole = form == best.name or (form in best.alternatives and form[-1] in LEVELS)
        if whole and (form != best.short or len(form) > 2):
            yield Candidate(
                start,
                end,
                "Division",
                weight("division", "full_name") + 0.2 * len(form),
                "gazetteer",
                name=best.name,
                adcode=best.adcode,
            )
        elif (score := _short_weight(sheet, start, end, best, home, before, printed)) > 0:
            yield Candidate(start, end, "Division", score, "gazetteer-short", name=best.name, adcode=best.adcode)


def _cuts_word(sheet: Sheet, end: int) -> bool:
    """True if the last character belongs to the next word: 永安市场 holds no 永安市."""
    assert sheet.words is not None
    if end >= len(sheet.text) or sheet.words.boundary(end) or sheet.text[end] in "委长府":
        return False
    return known(sheet.text[end - 1 : end + 1])


def _begins_in_word(sheet: Sheet, start: int) -> bool:
    """True if the first character belongs to the word before: 召开县委 holds no 开县."""
    assert sheet.words is not None
    return start > 0 and not sheet.words.boundary(start) and known(sheet.text[start - 1 : start + 1])


def _kinship(division: Division, home: str | None, before: set[str], printed: Counter[str]) -> int:
    """How near a division of this name is to what the page is about."""
    above = {d.adcode for d in gazetteer().ancestors(division.adcode)}
    near = 0
    if above & before:
        near += 16
    if printed[division.adcode]:
        near += 8
    if home:
        if division.adcode == home or home[:4] == division.adcode[:4]:
            near += 4
        elif home[:2] == division.adcode[:2]:
            near += 2
    if division.level in ("province", "prefecture"):
        near += 3
    return near


def _short_weight(
    sheet: Sheet, start: int, end: int, division: Division, home: str | None, before: set[str], printed: Counter[str]
) -> float:
    words = sheet.words
    assert words is not None
    if not (words.boundary(start) and words.boundary(end)):
        return 0.0
    tag = words.tags.get(start, "")
    lone = words.lengths.get(start) == end - start
    near = _kinship(division, home, before, printed)
    if division.level == "county" and near < 4:
        return 0.0
    if lone and tag and not tag.startswith(("n", "j")) and near < 8:
        return 0.0
    return weight("division", "short_name") + 0.1 * near


def _zones(sheet: Sheet, ends: dict[int, Candidate]) -> Iterator[Candidate]:
    """高新区 and the like, which have their own party and government bodies, with the division that they stand with."""
    for m in re.finditer("|".join(table("anaphora")["bare_zones"]["words"]), sheet.text):
        start = ends[m.start()].start if m.start() in ends else m.start()
        yield Candidate(start, m.end(), "Place", weight("thing", "bare_zone"), "zone")


@cache
def _town_pattern() -> re.Pattern[str]:
    endings = sorted((w for words in table("towns")["endings"].values() for w in words), key=len, reverse=True)
    nations = "|".join(sorted(lexicon_words("nationalities"), key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{nations})+[乡镇]|" + "|".join(endings))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(table("towns")["not_names"]["words"])


def _towns(sheet: Sheet, ends: dict[int, Candidate]) -> Iterator[Candidate]:
    """One candidate or more for each town or village ending."""
    never = frozenset(table("towns")["never_inside"]["chars"])
    text = sheet.text
    matches = list(_town_pattern().finditer(text))
    spots = [(m, size) for m in matches for size in range(1, 6) if _stem_ok(text, m.start(), size, never)]
    forms = Counter(text[m.start() - size : m.end()] for m, size in spots)
    contexts: dict[str, set[str]] = {}
    for m, size in spots:
        contexts.setdefault(text[m.start() - size : m.end()], set()).add(text[m.start() - size - 1 : m.start() - size])
    town_ends = {m.end() for m in matches}
    for m, size in spots:
        start = m.start() - size
        form = text[start : m.end()]
        score = _town_weight(sheet, start, m, size, ends, town_ends)
        if forms[form] > 1 and len(contexts[form]) > 1:
            score += weight("division", "repeated")
        if forms[form] == 1 and any(forms[form[cut:]] > 2 for cut in range(1, size)):
            score += weight("division", "shorter_is_usual")
        yield Candidate(start, m.end(), "Division", score, "town-ending", name=form)


@cache
def transcription() -> frozenset[str]:
    """Characters that transcribe foreign and minority names."""
    return frozenset("".join(lexicon_words("transliteration_characters")))


def _stem_ok(text: str, end: int, size: int, never: frozenset[str]) -> bool:
    stem = text[end - size : end]
    if len(stem) < size or not re.fullmatch(f"[{HAN}]+", stem) or any(c in never for c in stem):
        return False
    if (stem[-1] in "和与及" and size > 2 and known(stem[-3:-1])) or all(char in LEVELS for char in stem):
        return False
    if stem[0] in table("towns")["never_first"]["chars"] or text[end - size - 1 : end - size].isdigit():
        return False
    return stem not in _not_names() and not any(stem[i:] in _not_names() for i in range(1, size - 1))


def _town_weight(
    sheet: Sheet, start: int, m: re.Match[str], size: int, ends: dict[int, Candidate], town_ends: set[int]
) -> float:
    words = sheet.words
    assert words is not None
    score = weight("division", "town") + weight("division", f"town_stem_{size}")
    if start in ends and ends[start].kind == "Division":
        score += weight("division", "after_parent")
    elif start in town_ends:
        score += weight("division", "after_town")
    elif start == 0 or not re.match(f"[{HAN}]", sheet.text[start - 1]):
        score += weight("division", "after_mark")
    elif boundary_words().before(sheet.text, start):
        score += weight("division", "after_function_word")
    elif words.lengths.get(start - 1) == 1 and words.tags[start - 1] not in ("p", "c", "u", "ul", "uj"):
        score += weight("division", "after_single")
    elif words.boundary(start):
        before = max((s for s in words.starts if s < start and s >= start - 6), default=start)
        tag = words.tags.get(before, "")
        frame = "after_function_word" if tag[:1] in ("v", "c", "u", "d") else "after_word"
        score += weight("division", "after_preposition" if tag == "p" else frame)
    else:
        score += weight("division", "inside_word")
    named = start in ends or start in town_ends
    stem = sheet.text[start : m.start()]
    if not named and size > 1 and known(stem) and not words.tags.get(start, "").startswith("ns"):
        verb = words.tags.get(start, "") in ("v", "a", "d", "vn", "ad", "m")
        score += weight("division", "common_stem_verb" if verb else "common_stem")
    first = words.lengths.get(start, size)
    framing = ("v", "p", "c", "d", "u", "m", "r") if first > 1 else ("p", "c", "u")
    if first < size and words.tags.get(start, "")[:1] in framing:
        score += weight("division", "opens_with_verb")
    if size > 2 and all(char in transcription() for char in stem):
        score += weight("division", "transcribed_stem")
    if m.start() in ends and ends[m.start()].start == start:
        score += weight("division", "named_after_county") + ends[m.start()].weight
    if stem[-1] in table("towns")["common_final"].get(m.group(), "") and not (named and size == 2 and not known(stem)):
        score += weight("division", "common_final")
    if not words.boundary(m.end()):
        score += weight("division", "ends_inside_word")
    following = sheet.text[m.end() : m.end() + 1]
    if following in ("民", "庄", "落", "镇", "口", "级", "干", "域", "容", "史"):
        score += weight("division", "before_continuation")
    return score
