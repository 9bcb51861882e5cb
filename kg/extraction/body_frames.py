"""Cuts a body's name where words of its sentence or of a post were read into it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.extraction.departments import classes_of
from kg.extraction.endings import common_nouns
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS
from kg.extraction.sheet import Sheet
from kg.extraction.wholes import is_body
from kg.lexicon import listed, table
from kg.lexicon.abroad import countries, places_abroad
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import matcher_of

# Parts of speech that open no name: words of time, pronouns, conjunctions and prepositions.
FRAMING = "trcp"
# The least weight of a name that begins behind a word of one character.
DOUBTFUL = -1.0
# The board of a body in one of its terms, which is the body: 某某会|第三届理事会.
TERM = re.compile("(?<=会)第[0-9一二三四五六七八九十廿卅百]{1,5}届(?:常务)?(?:理事会|董事会|会董会|执委会|执行委员会)$")
# How long the name of a society's group may be.
LONGEST_GROUP = 5
# The least weight of one behind a character that opens no town's name: 听|某镇党委.
UNLIKELY = -5.0


def without_frame(sheet: Sheet, candidate: Candidate) -> Candidate:
    """A body's or division's name without words of the sentence before it: 如今|公司, 其中|政府, 原|某县委."""
    if candidate.kind not in ("Organization", "Division") or candidate.name:
        return candidate
    start = candidate.start
    if (epithet := _epithets().match(sheet.text, start, candidate.end - 1)) is not None:
        start = epithet.end()
    if candidate.kind == "Division":
        start = past_country(sheet.text, start, candidate.end)
    while (length := sheet.words.lengths.get(start, 0)) and start + length < candidate.end - 1:
        word, tag = sheet.text[start : start + length], sheet.words.tags[start]
        place = gazetteer().named(word) or places_abroad().named(word)
        framing = length > 1 and (word in _frame_words() or (tag[:1] in FRAMING and not place))
        if not (framing or word in listed("titles", "former_before_body")):
            break
        start += length
    hit = matcher_of("boundaries", "hard").at(sheet.text, start)
    if hit is not None and len(hit[1]) > 1 and start + len(hit[1]) < candidate.end - 1:
        start = hit[0]
    least = UNLIKELY if sheet.text[start] in table("towns")["never_first"]["chars"] else DOUBTFUL
    if sheet.text[start] in listed("anaphora", "before_names") and any(
        c.start == start + 1 and c.end <= candidate.end and c.weight > least
        for c in (*sheet.candidates, *(lost for lost, _ in sheet.lost))
        if c.kind in ("Organization", "Division") and not sheet.text.startswith(listed("anaphora", "bare_zones"), start)
    ):
        start += 1
    return candidate._replace(start=start) if start > candidate.start else candidate


def past_country(text: str, start: int, end: int) -> int:
    """Where the name of a city begins behind that of its country: 某国|某某市."""
    hit = countries().at(text, start)
    return hit[0] if hit is not None and end - hit[0] > 2 and text[end - 1] in LEVELS else start


def without_department(text: str, candidate: Candidate) -> Candidate:
    """A company without the department of it that is no body by itself: 某公司|采购部."""
    if candidate.kind != "Organization" or candidate.name:
        return candidate
    form = text[candidate.start : candidate.end]
    term = TERM.search(form)
    if term is not None and classes_of(form[: term.start()]):
        return candidate._replace(end=candidate.start + term.start(), classes=classes_of(form[: term.start()]))
    inner = table("titles")["inner_parts"]
    if not form.endswith(tuple(inner)):
        return candidate
    part = next((p for p in inner if form.endswith(p) and form.removesuffix(p).endswith(tuple(inner[p]))), "")
    part = part or _group_of_society(form, inner)
    if not part or not (is_body(form.removesuffix(part)) or form.removesuffix(part) in common_nouns()):
        return candidate
    return candidate._replace(end=candidate.end - len(part), classes=classes_of(form.removesuffix(part)))


def _group_of_society(form: str, inner: Mapping[str, Sequence[str]]) -> str:
    """What goes by its task and one character for its kind: 青年组 of 某同乡会青年组."""
    owners = tuple(inner.get(form[-1], ()))
    cuts = range(len(form) - 2, max(len(form) - LONGEST_GROUP, 2), -1) if owners else ()
    return next((form[cut:] for cut in cuts if form.endswith(owners, 0, cut)), "")


@cache
def _frame_words() -> frozenset[str]:
    return frozenset(listed("boundaries", "hard"))


@cache
def _epithets() -> re.Pattern[str]:
    return re.compile(table("anaphora")["epithets"]["pattern"])
