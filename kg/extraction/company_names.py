"""Proposes companies without their legal form: short forms of full names, items of lists, investors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.characters import HAN, is_han
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import listed, longest_first
from kg.lexicon.companies import without_legal_form
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import in_lines, occurrences

# How many characters of its own name, and of its trade, a company is called after.
OWN = TRADE = 2
NOTE = re.compile(r"\([^)]*\)")
AND_OTHERS = re.compile(rf"等(?:\d+|[一二三四五六七八九十多数几]+)?[家个]?[{HAN}]{{0,6}}(?:企业|公司|集团)")
ENUMERATED = re.compile(
    rf"(?P<list>[{HAN}A-Za-z0-9()]{{2,12}}(?:、[{HAN}A-Za-z0-9()]{{2,12}})+(?:和[{HAN}A-Za-z0-9()]{{2,12}})?)"
    + AND_OTHERS.pattern
)
ITEM_JOINT = re.compile("(、|(?<=[^、]{2})和(?=[^、]{2}))")
INVESTING = re.compile(rf"投资(?:约|近|超)?[0-9.]+(?:万|亿|万亿)?元的([{HAN}]{{2,8}}?)(?=[、和，,。])")


def short_companies(sheet: Sheet) -> Iterator[Candidate]:
    """Later short forms of a company whose full name the page prints."""
    covered = [(c.start, c.end) for c in sheet.chosen if c.kind == "Organization"]
    # The town that a company is called after is not the company.
    towns = {(c.start, c.end - 1) for c in sheet.candidates if c.kind == "Division" and c.weight > 0}
    for company in [c for c in sheet.chosen if c.kind == "Organization" and "Company" in c.classes]:
        full = sheet.text[company.start : company.end]
        for form in _short_forms(full):
            score = weight("organization", "short_form") + 0.1 * len(form)
            for at in occurrences(sheet.text, form):
                end = at + len(form)
                inside = any(s <= at and end <= e and (s, e) != (at, end) for s, e in covered)
                if not inside and (at, end) not in towns and _stands_alone(sheet, at, end):
                    yield Candidate(
                        at, end, "Organization", score, "short-company", full, company.classes, aliases=(form,)
                    )


def _short_forms(full: str) -> tuple[str, ...]:
    """Forms of a company's name shorter than the full one, the longest first: own name, own name and trade."""
    core = _core(full)
    legal = full.endswith(listed("companies", "legal_forms"))
    if not legal or len(full) - len(core) < 4 or len(core) < 2 or known(core):
        return ()
    bare = NOTE.sub("", full)
    tail = without_legal_form(bare[bare.find(core) :])
    forms = {tail[:size] for size in range(len(core), len(tail) + 1)}
    if len(core) > 3:
        forms.add(core[:3])
    if len(tail) - len(core) > TRADE:
        # 青禾车桥 of 青禾重型车桥有限公司.
        forms.add(core + tail[-TRADE:])
    if len(core) > OWN + 1:
        # 青禾能源 of 青禾清洁能源有限公司.
        forms |= {tail[:OWN] + last for last in (tail[-TRADE:], "公司", "集团")}
    forms |= {core + "公司", core + "集团"}
    return longest_first(f for f in forms if len(f) > 2 or f == core)


def _core(company: str) -> str:
    """What is left of a company's name without place, legal form and trade: the part that people say."""
    name = _without_place(without_legal_form(NOTE.sub("", company)))
    for trade in listed("companies", "trades"):
        at = name.find(trade, 2)
        if at >= 2:
            name = name[:at]
    return name


def _without_place(name: str, within: str = "") -> str:
    """A name without the divisions that it opens with, each within the one before: 某省某市某某纸业.

    `within` is the beginning of the codes of those divisions.
    """
    for size in range(min(10, len(name) - 2), 1, -1):
        codes = [one.adcode for one in gazetteer().named(name[:size]) if one.adcode.startswith(within)]
        if codes:
            rest = name[size:]
            rest = rest[1:] if rest[:1] in ("省", "市", "县", "区") and len(rest) > 2 else rest
            return _without_place(rest, codes[0].rstrip("0"))
    return name


def _stands_alone(sheet: Sheet, start: int, end: int) -> bool:
    """True if the form is cut off on both sides by a mark or a word boundary."""
    text, cut = sheet.text, sheet.words
    left = start == 0 or not is_han(text[start - 1]) or cut.boundary(start)
    right = end >= len(text) or not is_han(text[end]) or cut.boundary(end)
    return left and right


def enumerated(sheet: Sheet) -> Iterator[Candidate]:
    """聚集了甲、乙、丙等企业: each item of the list is a company, where most are no words of the dictionary."""
    for m in in_lines(ENUMERATED, AND_OTHERS, sheet.text):
        items = list(_items(m))
        unknown = [item for item in items if not _plain_words(sheet, *item)]
        if 2 * len(unknown) > len(items):
            for start, end in items:
                yield _company(start, end, "enumerated")


def _items(m: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Start and end of the items of a list; the first begins after the words that open the list."""
    position, first = m.start("list"), True
    for item in ITEM_JOINT.split(m.group("list")):
        start, end = position, position + len(item)
        position = end
        if item in ("、", "和"):
            continue
        if first:
            start = max(
                (start + item.rfind(w) + len(w) for w in listed("companies", "list_openers") if w in item),
                default=start,
            )
        if end - start >= 2:
            first = False
            yield start, end


def investing(sheet: Sheet) -> Iterator[Candidate]:
    """投资…元的甲: the investor's name stands between the sum and the next mark."""
    for m in INVESTING.finditer(sheet.text):
        yield _company(m.start(1), m.end(1), "investing")


def _company(start: int, end: int, evidence: str) -> Candidate:
    score = weight("organization", evidence)
    return Candidate(start, end, "Organization", score, f"{evidence}-company", classes=("Company",))


def _plain_words(sheet: Sheet, start: int, end: int) -> bool:
    """True if the dictionary's words of two characters and more make up the whole stretch."""
    cut = sheet.words
    while start < end:
        length = cut.lengths.get(start, 0)
        if length < 2 or cut.tags[start].startswith(("nr", "ns", "nz", "nt")):
            return False
        start += length
    return True
