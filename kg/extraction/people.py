"""Proposes people by surname, and weighs each proposal by what stands around it and by the whole page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.extraction.lattice import Candidate
from kg.extraction.openings import LEVELS, is_han, past_note
from kg.extraction.sheet import Sheet
from kg.extraction.titles import bylines, descriptive, is_title, title_at, title_before
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import table, words
from kg.lexicon.matcher import Matcher

HAN = "\u4e00-\u9fff"
JOINS = "、和与及，"
MARKS = re.compile(f"[^{HAN}A-Za-z0-9]")
DOTTED = re.compile(f"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+")
AGED = re.compile("[0-9一二三四五六七八九十]岁的?$")
NAME_TAGS = ("nr", "ns", "nz")
# 张三，男，汉族: how a notice of appointment begins.
BIOGRAPHY = re.compile("[，,(](?:男|女)[，,)]")
STRONG = 1.6
COMMON_SURNAMES = 120


def propose_people(sheet: Sheet) -> None:
    """Adds everyone whom the page may name."""
    scored = {(start, end): _weight(sheet, start, end) for start, end in _spots(sheet)}
    _spread_over_lists(sheet, scored)
    _compare_lengths(sheet, scored)
    for (start, end), score in sorted(scored.items()):
        sheet.propose(Candidate(start, end, "Person", score, _rule(sheet, start, end)))
    for candidate in _credited(sheet):
        sheet.propose(candidate)
    for candidate in [*_dotted(sheet), *_transcribed(sheet), *_unusual(sheet)]:
        sheet.propose(candidate)


@cache
def surnames() -> dict[str, int]:
    """Single-character surnames and their rank, the commonest first."""
    return {name: rank for rank, name in enumerate(words("surnames"))}


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(words("compound_surnames"))


@cache
def _given() -> frozenset[str]:
    return frozenset(words("given_characters"))


@cache
def _acts() -> Matcher[str]:
    return Matcher({word: word for word in table("people")["acts"]["words"]})


@cache
def _weak_acts() -> Matcher[str]:
    return Matcher({word: word for word in table("people")["weak_acts"]["words"]})


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(table("people")["doubtful_surnames"]["chars"])


@cache
def _before() -> Matcher[str]:
    return Matcher({word: word for word in table("people")["before"]["words"]})


@cache
def _never_inside() -> frozenset[str]:
    return frozenset("某站坐躺蹲跪跑喊给把说称率到赴的了是在与及或等这那该将被把让我你他她它们吗呢吧啊哦么不没第")


def _spots(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Every stretch that has the shape of a name: surname and one or two characters more."""
    text = sheet.text
    for start, char in enumerate(text):
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
            if len(form) == size and re.fullmatch(f"[{HAN}]+", form) and not _no_name(form):
                yield start, start + size


def _doubled(text: str, start: int) -> bool:
    """True if two surnames stand before a doubled character: 刘郭英英."""
    return len(text) > start + 3 and text[start + 2] == text[start + 3]


def _no_name(form: str) -> bool:
    """True if no name can be written like this: 王先生, 代表, 方向的."""
    honorific = form[-2:] in table("people")["honorifics"]["words"]
    common = form in table("people")["never"]["words"] or form[:2] in table("people")["never"]["words"]
    return honorific or common or is_title(form) or bool(set(form[1:]) & _never_inside())


def _rule(sheet: Sheet, start: int, end: int) -> str:
    if title_before(sheet.text, start):
        return "title-before"
    if _acts().at(sheet.text, end):
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
    score += sum(weight("person", "given_common") for char in form[1:] if char in _given())
    if form[0] in "和与及" and text[start - 1 : start] != "、":
        score += weight("person", "joint_surname")
    title = title_before(text, start)
    office = title is not None and not title.core.endswith(descriptive())
    if form[0] in _doubtful() and not office:
        score += weight("person", "doubtful_surname")
    if form[-1] in "和与及为任" and not _ends_here(text, end):
        score += weight("person", "ends_in_joint")
    if end - start > 2 and text[end : end + 1] in ("了", "着", "过"):
        score += weight("person", "verb_inside")
    if end - start > 2 and form[-1] in LEVELS and form[-1] not in "州":
        score += weight("person", "ends_as_division")
    if end - start == 2 and _spaced(sheet, start):
        score += weight("person", "spaced_name")
    if form[-1] in table("people")["common_finals"]["chars"] and known(form[:-1]):
        score += weight("person", "common_final")
    score += _left(sheet, start) + _right(sheet, end)
    if known(form) and not _is_name_word(sheet, start, form):
        believable = title is not None and _closes(text, end)
        score += weight("person", "dictionary_word_titled" if believable else "dictionary_word")
    opening = title_at(text, start)
    if title is not None and (title_before(text, start + 1) is not None or (opening and opening.end < end)):
        score += weight("person", "takes_from_title")
    return score + _splits(sheet, start, end)


def _ends_here(text: str, end: int) -> bool:
    """True if a mark or a word follows that no name begins with."""
    return (
        bool(MARKS.match(text[end : end + 1] or "、")) or _weak_acts().at(text, end) is not None or _closes(text, end)
    )


def _spaced(sheet: Sheet, start: int) -> bool:
    """True if the page prints a blank inside these two characters and none around: 李 明."""
    part = sheet.part_at(start)
    local = start - part.start
    article = part.article
    if local + 2 > len(article.text) or local + 1 not in article.gaps:
        return False
    between = sheet.page.text[article.ends[local] : article.starts[local + 1]]
    lone = local not in article.gaps and local + 2 not in article.gaps
    following = _ends_here(sheet.text, start + 2) or known(sheet.text[start + 2 : start + 4])
    return lone and "\n" not in between and following


def _is_name_word(sheet: Sheet, start: int, form: str) -> bool:
    """True if the dictionary's word of this form is a person's name."""
    words_ = sheet.words
    return words_ is not None and words_.lengths.get(start) == len(form) and words_.tags[start] == "nr"


def _left(sheet: Sheet, start: int) -> float:
    text = sheet.text
    title = title_before(text, start) or (title_before(text, start - 1) if text[start - 1 : start] == "的" else None)
    if title is not None:
        return weight("person", "description_before" if title.core.endswith(descriptive()) else "title_before")
    if start == 0 or MARKS.match(text[start - 1]):
        return weight("person", "mark_before")
    if AGED.search(text[max(0, start - 6) : start]):
        return weight("person", "aged_before")
    if text.endswith(tuple(table("people")["appointing"]["words"]), 0, start):
        return weight("person", "appointing_before")
    if _before().before(text, start):
        return weight("person", "word_before")
    return 0.0


def _right(sheet: Sheet, end: int) -> float:
    text = sheet.text
    if BIOGRAPHY.match(text, end):
        return weight("person", "biography_after")
    if end >= len(text) or MARKS.match(text[end]):
        score = weight("person", "mark_after")
        if text[end : end + 1] == "(":
            score += weight("person", "parenthesis_after")
        return score
    act = _acts().at(text, end)
    if act:
        return weight("person", "act_after" if act[0] - end > 1 else "act_after_single")
    if title_at(text, end):
        return weight("person", "title_after")
    return weight("person", "weak_act_after") if _weak_acts().at(text, end) else 0.0


def _splits(sheet: Sheet, start: int, end: int) -> float:
    """What it costs to cut through words of the dictionary."""
    words_ = sheet.words
    assert words_ is not None
    text, cost = sheet.text, 0.0
    if _cut_word(text, end):
        cost += weight("person", "splits_word_after")
    if _cut_word(text, start):
        cost += weight("person", "splits_word_before")
    inner = [
        at for at in range(start, end) if words_.lengths.get(at, 0) > 1 and not words_.tags[at].startswith(NAME_TAGS)
    ]
    if any(words_.tags[at] in ("p", "c") for at in inner):
        cost += weight("person", "function_inside")
    if any(at + words_.lengths[at] <= end and words_.lengths[at] < end - start for at in inner):
        titled = title_before(text, start) is not None
        cost += weight("person", "contains_word_titled" if titled else "contains_word")
    elif any(at > start for at in inner):
        cost += weight("person", "breaks_word")
    return cost


def _cut_word(text: str, position: int) -> bool:
    """True if the word of two characters across this position is in the dictionary, and the rest begins no act."""
    if not 0 < position < len(text):
        return False
    if _acts().at(text, position) and _acts().at(text, position)[0] - position > 1:  # type: ignore[index]
        return False
    pair = text[position - 1 : position + 1]
    return bool(re.fullmatch(f"[{HAN}]{{2}}", pair)) and known(pair)


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
            good_ends[end] = good_ends[past_note(text, end)] = score
    good_starts: set[int] = set()
    for (start, end), score in sorted(scored.items(), reverse=True):
        note = past_note(text, end)
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
        if end - start == 2 and _closes(text, end):
            closed[text[start:end]] += 1
    for start, end in scored:
        stem = text[start : start + 2]
        if end - start == 2 and closed[stem] > 1 and scored[start, end] > 0:
            scored[start, end] += weight("person", "stem_varies")
        elif end - start == 3 and closed[stem] and not _closes(text, end):
            scored[start, end] += weight("person", "longer_rare")


def _closes(text: str, end: int) -> bool:
    """True if a name that ends here is followed by a mark or an act."""
    return end >= len(text) or bool(MARKS.match(text[end])) or _acts().at(text, end) is not None


def credits(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    """Everyone in bylines and credits, as title, start and end; the title is empty where none is printed."""
    for part in sheet.parts:
        for block in part.article.blocks:
            if block.kind not in ("byline", "credit", "caption"):
                continue
            begin, text = part.start + block.start, sheet.text[part.start + block.start : part.start + block.end]
            if block.kind == "caption":
                yield from ((t, begin + s, begin + e) for t, s, e in _photographers(text))
            else:
                yield from ((t, begin + s, begin + e) for t, s, e in _names_in_credit(text))


def _photographers(text: str) -> Iterator[tuple[str, int, int]]:
    for m in re.finditer(rf"([{HAN}]{{2,4}})\s*(?:摄|供图|/摄)", text):
        size = 3 if len(m.group(1)) > 3 and m.group(1)[0] not in surnames() else len(m.group(1))
        yield "摄影", m.end(1) - size, m.end(1)


def _names_in_credit(text: str) -> Iterator[tuple[str, int, int]]:
    title = ""
    pattern = re.compile("|".join(map(re.escape, ["文/图", *bylines()])) + rf"|[{HAN}·]+")
    for m in pattern.finditer(text):
        if m.group() in bylines():
            title = m.group()
            continue
        word, start = m.group(), m.start()
        for suffix in ("摄影报道", "摄", "报道", "供图", "文"):
            if word.endswith(suffix) and len(word) > len(suffix) + 1:
                word = word[: -len(suffix)]
        ending = next((t for t in bylines() if word.endswith(t) and len(word) > len(t)), "")
        if ending:
            title = ending
            continue
        if word == "文/图" or (word[0] in LEVELS and not title):
            continue
        named = word[0] in surnames() or word[:2] in compound_surnames() or "·" in word
        if (2 <= len(word) <= 3 and title) or (named and (2 <= len(word) <= 4 or "·" in word)):
            yield title, start, start + len(word)


def _credited(sheet: Sheet) -> Iterator[Candidate]:
    for _, start, end in credits(sheet):
        yield Candidate(start, end, "Person", weight("person", "byline"), "byline")


def _in_list_of_people(text: str, start: int) -> bool:
    """True if the clause before a list's item opens the list with a title: 县领导甲、乙."""
    begin = max(text.rfind(mark, 0, start) for mark in "，。；！\n") + 1
    return any(title_before(text, at) for at in range(max(begin + 2, start - 60), start - 1))


def _introduced(sheet: Sheet, start: int) -> bool:
    """True if a name may begin here inside a run of characters: after a title, a verb or a word boundary."""
    assert sheet.words is not None
    return title_before(sheet.text, start) is not None or sheet.words.boundary(start)


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
            if not 2 <= end - start <= 6 or not _ends_here(text, end):
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
        if _ends_here(text, end) and not (text[end] == "和" and end == start + 1):
            break
        end += 1
    return end


def _unusual_weight(sheet: Sheet, start: int, end: int, office: bool) -> float:
    """The weight of a run as a name, or 0: no words of the dictionary, and no usual surname that tells its length."""
    cut, form = sheet.words, sheet.text[start:end]
    assert cut is not None
    if known(form) or set(form) & _never_inside() or title_at(sheet.text, start) is not None:
        return 0.0
    foreign = sum(char in _foreign() for char in form) >= 0.7 * len(form)
    usual = form[0] in surnames() and (len(form) < 4 or not foreign)
    plain = any(cut.lengths.get(at, 0) > 1 and not cut.tags[at].startswith(NAME_TAGS) for at in range(start, end))
    if usual or plain or not (foreign or (office and cut.tags.get(start, "") not in ("p", "d", "c"))):
        return 0.0
    return weight("person", "unusual_name")


def _offices(sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """Every place where a title's words end, and whether it is an office; also after a verb of appointing."""
    appointing = tuple(table("people")["appointing"]["words"])
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
        while end < m.end() and text[end] in _foreign() and text[end] != "的" and _acts().at(text, end) is None:
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
        score = weight("person", "foreign_dot") + _left(sheet, start) + _right(sheet, end)
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
        if 3 <= run - start <= 6 and _ends_here(text, run):
            share = sum(char in _foreign() for char in text[start:run]) / (run - start)
            if share > (0.9 if listed else 0.7):
                score = weight("person", "transcribed") * share
                score += weight("person", "list_before" if listed else "title_before")
                yield Candidate(start, run, "Person", score, "transcribed-name")
