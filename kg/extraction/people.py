"""Proposes people by surname, and weighs each proposal by what stands around it and by the whole page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.extraction.abroad import names_place_abroad
from kg.extraction.characters import HAN, is_han
from kg.extraction.credits import propose_writers
from kg.extraction.lattice import Candidate
from kg.extraction.name_frames import (
    BIOGRAPHY,
    acts,
    closes,
    described,
    ends_after_joint,
    ends_here,
    given_characters,
    takes_title,
    weak_acts,
    weight_after,
    weight_before,
)  # fmt: skip
from kg.extraction.openings import LEVELS, past_brackets
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import compound_surnames, never_inside, surnames, transcribing
from kg.extraction.titles import Title, descriptive, is_title, title_at, title_before
from kg.extraction.unusual_names import propose_unusual_names
from kg.extraction.weights import weight
from kg.extraction.words import NAME_TAGS, known
from kg.lexicon import among, listed, table
from kg.lexicon.divisions import gazetteer

JOINS = "、和与及，"
CHINESE = re.compile(f"[{HAN}]+")
PAIR = re.compile(f"[{HAN}]{{2}}")
# From this weight on, a name lifts its neighbours in a list.
STRONG = 1.6
# As far back as a list of places may reach, in characters.
LONGEST_LIST = 60
# How many surnames of the table, from the top, are common.
COMMON_SURNAMES = 120
COUNTING = tuple("0123456789一二三四五六七八九十百千万")


def propose_people(sheet: Sheet) -> None:
    """Adds everyone whom the page may name."""
    scored = {(start, end): _weight(sheet, start, end) for start, end in _spots(sheet)}
    _doubt_places(sheet, scored)
    _spread_over_lists(sheet, scored)
    _compare_lengths(sheet, scored)
    for (start, end), score in sorted(scored.items()):
        sheet.propose(Candidate(start, end, "Person", score, _rule(sheet, start, end)))
    propose_writers(sheet)
    propose_unusual_names(sheet)


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(table("people")["doubtful_surnames"]["chars"])


def _spots(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Every stretch that has the shape of a name: surname and one or two characters more."""
    text = sheet.text
    for start in sheet.tagged.starts("Person") if sheet.tagged else range(len(text)):
        char = text[start]
        sizes: tuple[int, ...] = ()
        if text[start : start + 2] in compound_surnames():
            sizes = (3, 4)
        if char in surnames():
            sizes = (2, 3, *(size for size in sizes if size > 3))
            if text[start + 1 : start + 2] in surnames() and (
                BIOGRAPHY.match(text, start + 4) or _doubled(text, start)
            ):
                sizes = (2, 3, 4)
        for size in sizes:
            form = text[start : start + size]
            addressed = size == 2 and text[start + 1 : start + 3] in among("people", "honorifics")
            shaped = len(form) == size and CHINESE.fullmatch(form) and not addressed
            end = start + size
            if shaped and not _no_shape(form, _is_framed(text, start, end)) and not no_name(sheet, start, end):
                yield start, end


def _doubled(text: str, start: int) -> bool:
    """True if two surnames stand before a doubled character: 刘郭英英."""
    return len(text) > start + 3 and text[start + 2] == text[start + 3]


def no_name(sheet: Sheet, start: int, end: int) -> bool:
    """True if a common word stands here, or a verb goes over the beginning: 代表, 感|谢某; a quoted word, a hall."""
    form, cut, text = sheet.text[start:end], sheet.words, sheet.text
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return True
    if text[end : end + 1] == "·" or (text[start - 1 : start] == "·" and text[start - 2] in transcribing()):
        return True
    if form.endswith(listed("people", "goings")) or names_place_abroad(form):
        return True
    if text.startswith(listed("people", "named_after"), end) and title_before(text, start) is None:
        return True
    if end - start > 2 and form[-1] in table("people")["never_last"]["chars"]:
        return True
    if text.startswith(listed("titles", "of_a_society"), start):
        return True
    if end - start == 2 and text[end : end + 1] == "和" and ends_after_joint(text, end + 1):
        return True
    if form[0] in table("people")["coming"]["chars"] and form[1:] in _homes(sheet, start):
        return True
    if form[0] == "由" and frame("by_whom").match(text, start) is not None:
        return True
    if text[end : end + 1] == "等" and frame("among_places").match(text, end) is not None:
        return True
    if end - start > 3 and text.startswith(listed("people", "elders"), end - 1):
        return True
    if end - start == 2 and form[1] in table("people")["short_honorifics"]["chars"]:
        return True
    if (hall := _family_hall().match(text, start)) is not None and end < hall.end():
        return True
    if end - start == 3 and form[1] == "门" and text.startswith(listed("people", "widowed"), end):
        return True
    if _is_counted(text, start, end) or (
        text[start - 1 : start + 1] in listed("people", "crossing") and not ends_here(text, end)
    ):
        return True
    if form[0] == "向" and cut.tags.get(start + 1) == "n" and title_before(text, start) is None:
        return True
    inside_verb = cut.lengths.get(start - 1) == 2 and cut.tags[start - 1].startswith("v")
    return inside_verb or is_title(form) or form in _never() or form[:2] in _never()


def _homes(sheet: Sheet, start: int) -> frozenset[str]:
    """What the region of which an article tells, and those above it, go by: the short name and its first character."""
    region = sheet.part_at(start).article.region or sheet.page.region
    return _calls(region.adcode) if region is not None and region.adcode else frozenset()


@cache
def _calls(adcode: str) -> frozenset[str]:
    return frozenset(form for division in gazetteer().lineage(adcode) for form in (division.short, division.short[0]))


@cache
def _family_hall() -> re.Pattern[str]:
    """The hall of a family before an office of a society: 林某某堂|主席."""
    posts = "|".join(map(re.escape, listed("titles", "family_halls", "posts")))
    return re.compile(f"[{HAN}]{{2,7}}?{listed('titles', 'family_halls', 'ending')[0]}(?=副?(?:{posts}))")


def _is_counted(text: str, start: int, end: int) -> bool:
    """True for a body of people by its number, and for the rest of a number: 向|二连, 二百|余来宾."""
    form = text[start:end]
    if form[0] == "余" and text[start - 1 : start] in COUNTING:
        return True
    return form[0] in _doubtful() and form[1:2] in COUNTING and form[-1] in table("people")["counted"]["units"]


@cache
def frame(name: str) -> re.Pattern[str]:
    """What tells that no name stands here, as the table says under its heading."""
    return re.compile(table("people")[name]["pattern"])


@cache
def _never() -> frozenset[str]:
    return frozenset(listed("people", "never"))


def _is_framed(text: str, start: int, end: int) -> bool:
    """True for what stands between an office and the mark of a list, which is a name whatever its characters."""
    return text[end : end + 1] == "、" and (title := title_before(text, start)) is not None and _is_office(title)


def _is_office(title: Title) -> bool:
    return not title.core.endswith(descriptive())


def _no_shape(form: str, framed: bool) -> bool:
    """True if no Chinese name can be written like this: 王先生, 方向的."""
    strange = not never_inside().isdisjoint(form[1:]) and not framed
    return form[-2:] in among("people", "honorifics") or is_title(form) or strange


def _rule(sheet: Sheet, start: int, end: int) -> str:
    if title_before(sheet.text, start):
        return "title-before"
    if acts().at(sheet.text, end):
        return "act-after"
    return "name-shape"


def _weight(sheet: Sheet, start: int, end: int) -> float:
    text = sheet.text
    form = text[start:end]
    rank = surnames().get(form[0], COMMON_SURNAMES)
    score = weight("person", f"length_{end - start}")
    score += weight("person", "surname_common" if rank < COMMON_SURNAMES else "surname_rare")
    if form[:2] in compound_surnames():
        score += weight("person", "compound_surname")
    score += sum(weight("person", "given_common") for char in form[1:] if char in given_characters())
    if form[0] in "和与及" and text[start - 1 : start] != "、":
        score += weight("person", "joint_surname")
    title = title_before(text, start)
    office = title is not None and _is_office(title)
    if form[0] in _doubtful() and not office:
        score += weight("person", "doubtful_surname")
    joint = form[-1] in "和与及为任" and not (form[-1] == "和" and ends_after_joint(text, end))
    if joint and not ends_here(text, end):
        score += weight("person", "ends_in_joint")
    if end - start > 2 and text[end : end + 1] in ("了", "着", "过"):
        score += weight("person", "verb_inside")
    if end - start > 2 and form[-1] in LEVELS and form[-1] not in "州":
        score += weight("person", "ends_as_division")
    if end - start == 2 and _spaced(sheet, start):
        score += weight("person", "spaced_name")
    if form[-1] in table("people")["common_finals"]["chars"] and known(form[:-1]):
        score += weight("person", "common_final")
    score += weight_before(sheet, start) + weight_after(sheet, end)
    if known(form) and not _is_name_word(sheet, start, form):
        believable = title is not None and closes(text, end)
        score += weight("person", "dictionary_word_titled" if believable else "dictionary_word")
    if end - start > 2 and _takes_from_next(text, end):
        score += weight("person", "takes_from_next")
    if _takes_from_title(text, start, end):
        score += weight("person", "takes_from_title")
    return score + _splits(sheet, start, end)


def _takes_from_next(text: str, end: int) -> bool:
    """True if a verb, an adverb or a title begins with what would be the last character of the name: 张三连|麦."""
    hits = (acts().at(text, end - 1), weak_acts().at(text, end - 1))
    return any(hit is not None and hit[0] > end for hit in hits) or takes_title(text, end)


def _takes_from_title(text: str, start: int, end: int) -> bool:
    """True if the words before go on in what would be the name: 老师|傅某, |阿妈某."""
    word = described().at(text, start)
    if word is not None and word[0] <= end:
        return True
    if described().before(text, start + 1) or title_before(text, start) is None:
        return described().before(text, start + 1) is not None
    opening = title_at(text, start)
    return title_before(text, start + 1) is not None or (opening is not None and opening.end < end)


def _spaced(sheet: Sheet, start: int) -> bool:
    """True if the page prints a blank inside these two characters and none around: 李 明."""
    part = sheet.part_at(start)
    local = start - part.start
    article = part.article
    if local + 2 > len(article.text) or local + 1 not in article.gaps:
        return False
    between = sheet.page.text[article.ends[local] : article.starts[local + 1]]
    lone = local not in article.gaps and local + 2 not in article.gaps
    following = ends_here(sheet.text, start + 2) or known(sheet.text[start + 2 : start + 4])
    return lone and "\n" not in between and following


def _is_name_word(sheet: Sheet, start: int, form: str) -> bool:
    """True if the dictionary's word of this form is a person's name."""
    cut = sheet.words
    return cut.lengths.get(start) == len(form) and cut.tags[start] == "nr"


def _splits(sheet: Sheet, start: int, end: int) -> float:
    """What it costs to cut through words of the dictionary."""
    cut = sheet.words
    text, cost = sheet.text, 0.0
    appointed = text[end : end + 1] == "为" and not is_han(text[start - 1 : start])
    if _cut_word(text, end) and not appointed:
        cost += weight("person", "splits_word_after")
    if _cut_word(text, start):
        cost += weight("person", "splits_word_before")
    inner = [at for at in range(start, end) if cut.lengths.get(at, 0) > 1 and not cut.tags[at].startswith(NAME_TAGS)]
    if any(cut.tags[at] in ("p", "c") for at in inner):
        cost += weight("person", "function_inside")
    if any(at + cut.lengths[at] <= end and cut.lengths[at] < end - start for at in inner):
        titled = title_before(text, start) is not None
        cost += weight("person", "contains_word_titled" if titled else "contains_word")
    elif any(at > start for at in inner):
        cost += weight("person", "breaks_word")
    return cost


@lru_cache(maxsize=1 << 13)
def _cut_word(text: str, position: int) -> bool:
    """True if the word of two characters across this position is in the dictionary, and the rest begins no act."""
    if not 0 < position < len(text):
        return False
    pair = text[position - 1 : position + 1]
    if not known(pair) or not PAIR.fullmatch(pair):
        return False
    act = acts().at(text, position)
    return act is None or act[0] - position <= 1


def _doubt_places(sheet: Sheet, scored: dict[tuple[int, int], float]) -> None:
    """甲、乙、丙等乡镇 is a list of places, whatever its items look like."""
    text = sheet.text
    for m in _place_lists().finditer(text):
        begin = max(text.rfind(mark, 0, m.start()) for mark in "，。；！：\n") + 1
        for start in range(max(begin, m.start() - LONGEST_LIST), m.start()):
            for end in range(start + 2, min(start + 5, m.start() + 1)):
                if (start, end) in scored:
                    scored[start, end] += weight("person", "place_list")


@cache
def _place_lists() -> re.Pattern[str]:
    return re.compile(table("people")["place_lists"]["pattern"])


def _spread_over_lists(sheet: Sheet, scored: dict[tuple[int, int], float]) -> None:
    """A name beside a good name in a list gains from it, forwards and then backwards."""
    text = sheet.text
    good_ends: dict[int, float] = {}
    for (start, end), score in sorted(scored.items()):
        if text[start - 1 : start] in JOINS and start - 1 in good_ends and not title_before(text, start):
            score += weight("person", "list_before")
            if text[start] in _doubtful():
                score -= weight("person", "doubtful_surname")
            scored[start, end] = score
        if score > STRONG:
            good_ends[end] = good_ends[past_brackets(text, end)] = score
    good_starts: set[int] = set()
    for (start, end), score in sorted(scored.items(), reverse=True):
        note = past_brackets(text, end)
        if text[note : note + 1] in JOINS and note + 1 in good_starts:
            score += weight("person", "list_after")
            scored[start, end] = score
        if score > STRONG:
            good_starts.add(start)


def _compare_lengths(sheet: Sheet, scored: dict[tuple[int, int], float]) -> None:
    """What follows the shorter form over the whole page tells whether the next character belongs to the name."""
    text = sheet.text
    closed: dict[str, int] = defaultdict(int)
    for start, end in scored:
        if end - start == 2 and closes(text, end):
            closed[text[start:end]] += 1
    for start, end in scored:
        stem = text[start : start + 2]
        if end - start == 2 and closed[stem] > 1 and scored[start, end] > 0:
            scored[start, end] += weight("person", "stem_varies")
        elif end - start == 3 and closed[stem] and not closes(text, end):
            scored[start, end] += weight("person", "longer_rare")
