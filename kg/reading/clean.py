"""Clean text: one form for each mark, blanks as the reader needs them, and the way back to the file's characters.

Character `i` of a clean text stands for the file's characters `starts[i]:ends[i]`; positions never go back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from kg.lexicon import table

HAN = "㐀-鿿豈-﫿𠀀-𳎯〇"
# What ends the need for a blank: Chinese characters and marks, and other signs outside the Latin ranges.
WIDE = re.compile(rf"[{HAN}　-〿‐-⁞℀-⟿＀-￯·°]")
URL = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.-]+@[\w.-]+", re.ASCII)
# These patterns open with what is rare, and only then look back: so they are found far faster.
NUMBER = re.compile(r"[,，](?<=\d.)(?=\d{3}(?!\d))|[:：](?<=\d.)(?=\d)", re.ASCII)
MARK = re.compile(r"[,;:?!]")
# Numbers in which a scan gives letters for digits, and a sun that is read as another.
SCANNED = re.compile(
    r"(?<![A-Za-z\d.])(?=[\d.]*[OoIlZб])[Il\d][\dOoIlZб]*(?:\.[\dOoIl]+)?(?= ?[%℃一-鿿])"
    r"|(?<=\d)曰(?![：“])|曰(?<=月[一二三四五六七八九十].)|曰(?<=月[一二三四五六七八九十]{2}.)|曰(?<=月[一二三]十[一-九].)"
)
# A one that a scan reads as a dash, between another numeral and what is counted.
ONE = re.compile("[—-](?<=[二三四五六七八九十百].)(?=[师团旅连营届期号月日校])")
DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "Z": "2", "б": "6", "曰": "日"})
# Characters that stand for themselves in clean text, as many as there are, or one other.
RUN = re.compile(r"(?P<plain>[!-~一-鿿，。、；：？！“”‘’《》—…·]+)|.", re.DOTALL)
INNER_BLANK = re.compile(r" (?<=. )(?=.)", re.DOTALL)
STRAIGHT = re.compile("[\"'“”‘’]")


@dataclass(frozen=True, slots=True)
class Clean:
    """A stretch of clean text with its map; `gaps` are the indices before which a printed blank was left out."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: frozenset[int] = frozenset()

    def part(self, start: int, end: int) -> Clean:
        """The clean text `[start, end)` with its map."""
        gaps = frozenset(gap - start for gap in self.gaps if start <= gap < end)
        return Clean(self.text[start:end], self.starts[start:end], self.ends[start:end], gaps)

    def without(self, blanks: Iterable[int]) -> Clean:
        """The same without the characters at these indices, each noted as a gap."""
        left_out = sorted(set(blanks))
        if not left_out:
            return self
        kept = [*zip([0, *(at + 1 for at in left_out)], [*left_out, len(self.text)], strict=True)]
        gaps = {gap - bisect_left(left_out, gap) for gap in self.gaps.difference(left_out)}
        gaps.update(start - number for number, (start, end) in enumerate(kept) if number and start < end)
        return Clean(
            "".join(self.text[start:end] for start, end in kept),
            tuple(chain.from_iterable(self.starts[start:end] for start, end in kept)),
            tuple(chain.from_iterable(self.ends[start:end] for start, end in kept)),
            frozenset(gaps),
        )


def fold(raw: str, offset: int = 0, inside: bool = False) -> Clean:
    """`raw`, which stands at `offset` of its page, with every mark in one form and every run of blanks as one blank.

    `inside` says that a quotation was left open before it.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in RUN.finditer(raw):
        at, end = run.start() + offset, run.end() + offset
        plain = run.lastgroup == "plain"
        folded = run[0].translate(_twins()) if plain else _folded(run[0])
        if folded == " " and (not pieces or pieces[-1] == " "):
            if pieces:
                ends[-1] = end
        elif folded:
            pieces.append(folded)
            starts += range(at, end)
            ends += range(at + 1, end + 1)
    if pieces and pieces[-1] == " ":
        pieces.pop(), starts.pop(), ends.pop()
    return Clean(_quoted(_punctuated("".join(pieces).translate(_misread())), inside), tuple(starts), tuple(ends))


@cache
def _misread() -> dict[int, str]:
    return {ord(ch): str(meant) for ch, meant in table("folding")["misread"].items()}


def close(clean: Clean) -> Clean:
    """Running text: without the blanks beside Chinese characters and marks, and in `22- 29`."""
    return clean.without(at.start() for at in INNER_BLANK.finditer(clean.text) if _idle(at))


def closed(text: str) -> str:
    """The text of running text alone, without the map."""
    return INNER_BLANK.sub(lambda blank: "" if _idle(blank) else " ", text)


def _idle(blank: re.Match[str]) -> bool:
    return _joins(blank.string[blank.start() - 1], blank.string[blank.end()])


@cache
def _joins(before: str, after: str) -> bool:
    if WIDE.match(before) or WIDE.match(after):
        return True
    return (before in "(-+/~" and after.isalnum()) or (before.isalnum() and after in ")-+/~%")


@cache
def _twins() -> dict[int, str]:
    """Characters that look like a common one and are never meant: 巿 for 市."""
    return {ord(ch): to for ch, to in table("folding")["characters"].items() if "一" <= ch <= "鿿"}


@cache
def _folded(ch: str) -> str:
    """One character's form in clean text: itself, another one, a blank, or nothing."""
    data = table("folding")
    if ch in data["sets"]["kept"]:
        return ch
    if ch.isspace():
        return " "
    if unicodedata.category(ch) in ("Cc", "Cf", "Cn", "Cs") or "︀" <= ch <= "️":
        return ""
    if ch in data["characters"]:
        return str(data["characters"][ch])
    block = ord(ch)
    if 0xFE10 <= block <= 0xFE6F or 0xFF01 <= block <= 0xFFEE or 0x2E80 <= block <= 0x2FDF or 0xF900 <= block <= 0xFAFF:
        compatible = unicodedata.normalize("NFKC", ch)
        if len(compatible) == 1:
            return str(data["characters"].get(compatible, compatible))
    return ch


def _punctuated(text: str) -> str:
    """Marks beside Chinese text full-width, marks inside numbers, times and addresses half-width."""
    full: dict[str, str] = table("folding")["punctuation"]
    half = {wide: mark for mark, wide in full.items()}
    text = NUMBER.sub(lambda found: half.get(found[0], found[0]), text)
    text = ONE.sub("一", SCANNED.sub(_number, text))
    if not MARK.search(text):
        return text
    kept = {i for pattern in (URL, NUMBER) for found in pattern.finditer(text) for i in range(*found.span())}
    chars = list(text)
    for found in MARK.finditer(text):
        at = found.start()
        if at not in kept and _beside_chinese(text, at):
            chars[at] = full[found[0]]
    return "".join(chars)


def _number(found: re.Match[str]) -> str:
    """The digits that letters stand for; what has no digit is a number between 月 and 日 alone."""
    text, end = found.string, found.end()
    told = any(map(str.isdigit, found[0])) or found[0] == "曰"
    day = text[found.start() - 1 : found.start()] == "月" and text[end : end + 2].strip()[:1] in ("日", "曰", "号")
    return found[0].translate(DIGITS) if told or day else found[0]


def _beside_chinese(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \"'()")[-1:]
    after = text[at + 1 : at + 5].lstrip(" \"'(")[:1]
    if (before and WIDE.match(before)) or (after and WIDE.match(after)):
        return True
    return before.isdigit() and after.isdigit() and text[at] in ",;"


def _quoted(text: str, inside: bool) -> str:
    """Straight quotation marks curled: alternating, corrected by what stands beside them."""
    if '"' not in text and "'" not in text:
        return text
    chars = list(text)
    double, single = inside, False
    for found in STRAIGHT.finditer(text):
        at, mark = found.start(), found[0]
        if mark == '"':
            mark = "“" if _opens(text, at, double) else "”"
        elif mark == "'" and _curls(text, at):
            mark = "‘" if _opens(text, at, single) else "’"
        # A single mark that closes nothing single closes the double one: 'so".
        if mark in "“”":
            double, single = mark == "“", False
        elif mark in "‘’":
            double, single = double and (mark == "‘" or single), mark == "‘"
        chars[at] = mark
    return "".join(chars)


def unclosed(text: str) -> bool:
    """True if a double quotation is still open at the end."""
    return text.rfind("“") > text.rfind("”")


def _opens(text: str, at: int, inside: bool) -> bool:
    sets = table("folding")["sets"]
    before, after = text[max(0, at - 2) : at].rstrip(" ")[-1:], text[at + 1 : at + 3].lstrip(" ")[:1]
    if not after or after in sets["closes_before"] or (text[at] == "'" and after == '"'):
        return False
    if not before or before in sets["opens_after"]:
        return not (inside and not before)
    return not inside


def _curls(text: str, at: int) -> bool:
    """False for the apostrophe of Latin words and for minutes and feet."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())
