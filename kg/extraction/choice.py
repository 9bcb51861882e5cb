"""Chooses among proposals, then lets what the page has shown speak again: names seen in a strong context are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.lattice import Candidate, best_path
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.extraction.words import known
from kg.lexicon import table
from kg.lexicon.divisions import gazetteer

SURE = 2.6
HAN = "\u4e00-\u9fff"
ABBREVIATED = re.compile('[(（]以下(?:简称|统称)[“"]?([^”")）]{2,20})[”"]?[)）]')
ENUMERATED = re.compile(
    rf"(?P<list>[{HAN}A-Za-z0-9()]{{2,12}}(?:、[{HAN}A-Za-z0-9()]{{2,12}})+(?:和[{HAN}A-Za-z0-9()]{{2,12}})?)"
    rf"等(?:\d+|[一二三四五六七八九十多数几]+)?[家个]?[{HAN}]{{0,6}}(?:企业|公司|集团)"
)
INVESTING = re.compile(rf"投资(?:约|近|超)?[0-9.]+(?:万|亿|万亿)?元的([{HAN}]{{2,8}}?)(?=[、和，,。])")


def choose(sheet: Sheet) -> None:
    """Fills `chosen` and `lost` from `candidates`."""
    sheet.chosen, sheet.lost = best_path(sheet.candidates)


def feed_back(sheet: Sheet) -> None:
    """Proposes what the page itself has taught, and chooses again."""
    found = [
        *_people_again(sheet),
        *_first_names(sheet),
        *_short_companies(sheet),
        *_abbreviations(sheet),
        *_enumerated(sheet),
        *_investing(sheet),
    ]
    if found:
        sheet.candidates.extend(found)
        choose(sheet)


def _occurrences(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def _people_again(sheet: Sheet) -> Iterator[Candidate]:
    sure = {sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person" and c.weight >= SURE}
    for form in sorted(sure):
        for at in _occurrences(sheet.text, form):
            yield Candidate(
                at, at + len(form), "Person", weight("person", "page_evidence") + 0.3 * len(form), "seen-on-page"
            )


def _first_names(sheet: Sheet) -> Iterator[Candidate]:
    """Later mentions of someone with a dotted name by its first part."""
    for full in sorted({sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person"}):
        first = full.partition("·")[0]
        if first == full or len(first) < 2:
            continue
        for at in _occurrences(sheet.text, first):
            if sheet.text[at + len(first) : at + len(first) + 1] != "·":
                score = weight("person", "page_evidence") + 0.3 * len(first)
                yield Candidate(at, at + len(first), "Person", score, "first-name", full, aliases=(first,))


def core_name(company: str) -> str:
    """What is left of a company's name without place, legal form and trade: the part that people say."""
    name = re.sub(r"\([^)]*\)", "", company)
    for ending in table("companies")["legal_forms"]["words"]:
        if name.endswith(ending):
            name = name.removesuffix(ending)
            break
    name = _without_place(name)
    for trade in table("companies")["trades"]["words"]:
        at = name.find(trade, 2)
        if at >= 2:
            name = name[:at]
    return name


def _without_place(name: str) -> str:
    for size in range(min(10, len(name) - 2), 1, -1):
        if gazetteer().named(name[:size]):
            rest = name[size:]
            return rest[1:] if rest[:1] in ("省", "市", "县", "区") and len(rest) > 2 else rest
    return name


def _short_companies(sheet: Sheet) -> Iterator[Candidate]:
    """Later short forms of a company whose full name the page prints."""
    covered = [(c.start, c.end) for c in sheet.chosen if c.kind == "Organization"]
    for company in [c for c in sheet.chosen if c.kind == "Organization" and "Company" in c.classes]:
        full = sheet.text[company.start : company.end]
        core = core_name(full)
        legal = full.endswith(tuple(table("companies")["legal_forms"]["words"]))
        if not legal or len(full) - len(core) < 4 or len(core) < 2 or known(core):
            continue
        for form in _short_forms(full, core):
            for at in _occurrences(sheet.text, form):
                end = at + len(form)
                inside = any(s <= at and end <= e and (s, e) != (at, end) for s, e in covered)
                if inside or not _stands_alone(sheet, at, end):
                    continue
                yield Candidate(
                    at,
                    end,
                    "Organization",
                    weight("organization", "short_form") + 0.1 * len(form),
                    "short-company",
                    full,
                    company.classes,
                    aliases=(form,),
                )


def _short_forms(full: str, core: str) -> list[str]:
    """Forms of a company's name shorter than the full one, the longest first: own name, own name and trade."""
    bare = re.sub(r"\([^)]*\)", "", full)
    tail = bare[bare.find(core) :]
    for ending in table("companies")["legal_forms"]["words"]:
        if tail.endswith(ending):
            tail = tail.removesuffix(ending)
            break
    forms = {tail[:size] for size in range(len(core), len(tail) + 1)}
    if len(core) > 3:
        forms.add(core[:3])
    forms |= {core + "公司", core + "集团"}
    return sorted((f for f in forms if len(f) > 2 or f == core), key=lambda f: (-len(f), f))


def _stands_alone(sheet: Sheet, start: int, end: int) -> bool:
    """True if the form is cut off on both sides by a mark or a word boundary."""
    text, cut = sheet.text, sheet.words
    assert cut is not None
    left = start == 0 or not re.match(f"[{HAN}]", text[start - 1]) or cut.boundary(start)
    right = end >= len(text) or not re.match(f"[{HAN}]", text[end]) or cut.boundary(end)
    return left and right


def _abbreviations(sheet: Sheet) -> Iterator[Candidate]:
    """全称(以下简称“…”)."""
    ends = {c.end: c for c in sheet.chosen}
    for m in ABBREVIATED.finditer(sheet.text):
        full = ends.get(m.start()) or ends.get(m.start() - 1)
        if full is None:
            continue
        name = full.name or sheet.text[full.start : full.end]
        for at in _occurrences(sheet.text, m.group(1)):
            yield Candidate(
                at,
                at + len(m.group(1)),
                full.kind,
                full.weight + 1,
                "declared-short-form",
                name,
                full.classes,
                full.adcode,
                (m.group(1),),
            )


def _enumerated(sheet: Sheet) -> Iterator[Candidate]:
    """聚集了甲、乙、丙等企业: each item of the list is a company, where most are no words of the dictionary."""
    stops = tuple(table("companies")["list_openers"]["words"])
    for m in ENUMERATED.finditer(sheet.text):
        items: list[tuple[int, int]] = []
        position = m.start("list")
        for item in re.split("(、|(?<=[^、]{2})和(?=[^、]{2}))", m.group("list")):
            start, end = position, position + len(item)
            position = end
            if item in ("、", "和"):
                continue
            if not items:
                cuts = [start + item.rfind(stop) + len(stop) for stop in stops if stop in item]
                start = max(cuts, default=start)
            if end - start >= 2:
                items.append((start, end))
        unknown = [item for item in items if not _plain_words(sheet, *item)]
        if 2 * len(unknown) > len(items):
            for start, end in items:
                yield Candidate(
                    start,
                    end,
                    "Organization",
                    weight("organization", "enumerated"),
                    "enumerated-company",
                    classes=("Company",),
                )


def _investing(sheet: Sheet) -> Iterator[Candidate]:
    """投资…元的甲: the investor's name stands between the sum and the next mark."""
    for m in INVESTING.finditer(sheet.text):
        yield Candidate(
            m.start(1),
            m.end(1),
            "Organization",
            weight("organization", "investing"),
            "investing-company",
            classes=("Company",),
        )


def _plain_words(sheet: Sheet, start: int, end: int) -> bool:
    """True if the dictionary's words of two characters and more make up the whole stretch."""
    cut = sheet.words
    assert cut is not None
    while start < end:
        length = cut.lengths.get(start, 0)
        if length < 2 or cut.tags[start].startswith(("nr", "ns", "nz", "nt")):
            return False
        start += length
    return True
