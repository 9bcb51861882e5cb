"""Proposes towns and villages, which no gazetteer lists, by their endings and by what stands around and inside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN, is_han
from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import listed, longest_first, table, words
from kg.lexicon.townships import stems_of, town_endings

# The longest stem of a town's name, in characters.
LONGEST = 5
# The same where the name is transcribed: 巴彦某某某某嘎查.
LONGEST_TRANSCRIBED = 7
# A ward of a town in Taiwan, which is only one before its head: 某某里|里长.
WARD = "里(?=里长)"
STEM = re.compile(f"[{HAN}]+")


def towns(sheet: Sheet, ends: dict[int, Candidate]) -> Iterator[Candidate]:
    """Stems of one to five characters before each ending; `ends` are the names of the gazetteer by where they end."""
    never = frozenset(table("towns")["never_inside"]["chars"])
    text = sheet.text
    transcribed = listed("towns", "transcribed_endings")
    of_bodies = listed("towns", "of_bodies")
    found = _town_pattern(_former_endings(text)).finditer(text)
    matches = [m for m in found if not text.startswith(of_bodies, m.end())]
    spots = [
        (m, size)
        for m in matches
        for size in (
            _sizes(text, m.start(), frozenset(), LONGEST_TRANSCRIBED)
            if m.group() in transcribed
            else _sizes(text, m.start(), never)
        )
    ]
    spots += _behind_joints(text, matches, spots)
    stems = _known_stems(sheet, ends)
    spots = list(dict.fromkeys((*spots, *_of_known_stems(text, matches, stems))))
    forms = Counter(text[m.start() - size : m.end()] for m, size in spots)
    contexts: dict[str, set[str]] = defaultdict(set)
    for m, size in spots:
        contexts[text[m.start() - size : m.end()]].add(text[m.start() - size - 1 : m.start() - size])
    town_ends = {m.end() for m in matches}
    for m, size in spots:
        start = m.start() - size
        if m.group() in transcribed and sheet.words.tags.get(start) == "v" and sheet.words.lengths[start] == size:
            continue
        form = text[start : m.end()]
        score = weight("division", "town") + weight("division", f"town_stem_{min(size, LONGEST)}")
        score += _before(sheet, start, ends, town_ends)
        score += _inside(sheet, start, m, ends, named=start in ends or start in town_ends)
        score += _after(sheet, m.end())
        if form[:size] in stems and m.group().endswith(town_endings()):
            score += weight("division", "known_town")
        if forms[form] > 1 and len(contexts[form]) > 1:
            score += weight("division", "repeated")
        if forms[form] == 1 and any(forms[form[cut:]] > 2 for cut in range(1, size)):
            score += weight("division", "shorter_is_usual")
        yield Candidate(start, m.end(), "Division", score, "town-ending", name=form)


def _known_stems(sheet: Sheet, ends: dict[int, Candidate]) -> frozenset[str]:
    """The own parts of the names of the towns that lie where the page is at home and in the counties that it names."""
    regions = (sheet.page.region, *(article.region for article in sheet.page.articles))
    codes = {region.adcode for region in regions if region is not None and region.adcode}
    codes |= {c.adcode for c in ends.values() if c.adcode and not c.adcode.endswith("00")}
    return frozenset().union(*map(stems_of, sorted(codes)))


def _of_known_stems(
    text: str, matches: list[re.Match[str]], stems: frozenset[str]
) -> Iterator[tuple[re.Match[str], int]]:
    """The places of known names, whatever characters they hold: 与某街镇, 等某乡."""
    for m in matches:
        for size in range(1, min(LONGEST, m.start()) + 1) if m.group().endswith(town_endings()) else ():
            if text[m.start() - size : m.start()] in stems:
                yield m, size


def _behind_joints(
    text: str, matches: list[re.Match[str]], spots: list[tuple[re.Match[str], int]]
) -> list[tuple[re.Match[str], int]]:
    """The further places of names that open with a joint where it can be none."""
    joints = table("towns")["never_first"]["joints"]
    names = {text[m.start() - size : m.end()] for m, size in spots if text[m.start() - size] in joints}
    further = (
        (m, len(name) - len(m.group())) for m in matches for name in sorted(names) if text.endswith(name, 0, m.end())
    )
    known_spots = {(m.start(), size) for m, size in spots}
    return [(m, size) for m, size in further if (m.start(), size) not in known_spots]


def _former_endings(text: str) -> tuple[str, ...]:
    rows = table("towns")["former_endings"]
    return tuple(ending for word, endings in rows.items() if text.count(word) > 1 for ending in endings)


@cache
def _town_pattern(former: tuple[str, ...] = ()) -> re.Pattern[str]:
    endings = longest_first([*former, *(word for row in table("towns")["endings"].values() for word in row)])
    nations = "|".join(longest_first(words("nationalities")))
    return re.compile(f"(?:{nations})+[乡镇]|{WARD}|" + "|".join(endings))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(listed("towns", "not_names"))


@cache
def _transcription() -> frozenset[str]:
    return frozenset("".join(words("transliteration_characters")))


def is_local_name(form: str) -> bool:
    """True for what can be the name of a town or village, from its first character to its ending."""
    pattern = _town_pattern(_former_endings(form + form))
    ending = pattern.search(form, 1)
    while ending is not None and ending.end() < len(form):
        ending = pattern.search(form, ending.start() + 1)
    if ending is None or ending.start() > LONGEST:
        return False
    return _stem_ok(form, ending.start(), ending.start(), frozenset(table("towns")["never_inside"]["chars"]))


def _sizes(text: str, end: int, never: frozenset[str], longest: int = LONGEST) -> Iterator[int]:
    """The lengths that a stem may have that ends here."""
    for size in range(1, min(longest, end) + 1):
        if not is_han(text[end - size]) or text[end - size] in never:
            return
        if _stem_ok(text, end, size, never):
            yield size


def _stem_ok(text: str, end: int, size: int, never: frozenset[str]) -> bool:
    stem = text[end - size : end]
    if len(stem) < size or not STEM.fullmatch(stem) or not never.isdisjoint(stem):
        return False
    if (stem[-1] in "和与及" and size > 2 and (known(stem[-3:-1]) or known(stem[:-1]))) or _doubled(stem, text[end]):
        return False
    if _never_first(text, end - size) or text[end - size - 1 : end - size].isdigit():
        return False
    if (stem + text[end : end + 1]).endswith(listed("towns", "not_towns")):
        return False
    return stem not in _not_names() and not any(stem[i:] in _not_names() for i in range(1, size - 1))


def _doubled(stem: str, ending: str) -> bool:
    """True for a stem of levels alone, and for a whole town with the first character of a village's name: 某某镇|镇."""
    return all(char in LEVELS for char in stem) or (len(stem) > 2 and stem[-1] == ending in LEVELS)


def _never_first(text: str, start: int) -> bool:
    """True for a character that opens no name; a joint does where nothing before it can be joined: 在|和溪镇."""
    data = table("towns")["never_first"]
    if text[start] in data["joints"] and text[start + 1] not in LEVELS:
        return not text.endswith(listed("towns", "never_first", "after"), 0, start)
    return text[start] in data["chars"]


def _before(sheet: Sheet, start: int, ends: dict[int, Candidate], town_ends: set[int]) -> float:
    """What stands before the name: its parent, a mark, a word that no name opens with, or the rest of a word."""
    cut = sheet.words
    if start in ends and ends[start].kind == "Division" and ends[start].start not in town_ends:
        return weight("division", "after_parent")
    if start in town_ends:
        return weight("division", "after_town")
    if start == 0 or not is_han(sheet.text[start - 1]):
        return weight("division", "after_mark")
    if boundary_words().before(sheet.text, start):
        return weight("division", "after_function_word")
    if cut.lengths.get(start - 1) == 1 and cut.tags[start - 1] not in ("p", "c", "u", "ul", "uj"):
        return weight("division", "after_single")
    if not cut.boundary(start):
        return weight("division", "inside_word")
    tag = cut.tags.get(max((s for s in range(start - 6, start) if s in cut.starts), default=start), "")
    if tag == "p":
        return weight("division", "after_preposition")
    return weight("division", "after_function_word" if tag[:1] in ("v", "c", "u", "d") else "after_word")


def _inside(sheet: Sheet, start: int, ending: re.Match[str], ends: dict[int, Candidate], named: bool) -> float:
    """What the stem itself says; `named` if another name ends where it begins."""
    cut, score = sheet.words, 0.0
    stem = sheet.text[start : ending.start()]
    size, tag = len(stem), cut.tags.get(start, "")
    if not named and size > 1 and known(stem) and not tag.startswith("ns"):
        verb = tag in ("v", "a", "d", "vn", "ad", "m")
        score += weight("division", "common_stem_verb" if verb else "common_stem")
    first = cut.lengths.get(start, size)
    framing = ("v", "p", "c", "d", "u", "m", "r") if first > 1 else ("p", "c", "u")
    if first < size and tag[:1] in framing and stem[0] not in table("towns")["never_first"]["joints"]:
        score += weight("division", "opens_with_verb")
    if size > 2 and all(char in _transcription() for char in stem):
        score += weight("division", "transcribed_stem")
    if ending.start() in ends and ends[ending.start()].start == start:
        score += weight("division", "named_after_county") + ends[ending.start()].weight
    common = stem[-1] in table("towns")["common_final"].get(ending.group(), "")
    if common and not (named and size == 2 and not known(stem)):
        score += weight("division", "common_final")
    return score


def _after(sheet: Sheet, end: int) -> float:
    """What it costs that the ending belongs to a longer word: 村民, 镇级."""
    score = 0.0 if sheet.words.boundary(end) else weight("division", "ends_inside_word")
    if sheet.text[end : end + 1] in listed("towns", "continuations"):
        score += weight("division", "before_continuation")
    return score
