"""Proposes named things: agreements, documents, programmes, projects, honours and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from kg.extraction.characters import HAN
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.weights import weight
from kg.lexicon import listed, table
from kg.lexicon.matcher import Matcher, holds, matcher_of, occurrences, opening

NAME = rf"[{HAN}A-Za-z0-9·+\-—“”‘’()%]"
LISTED = NAME[:-1] + "、]"
TITLED = re.compile("《([^《》\n]{2,60})》")
QUOTED = re.compile("“([^“”\n]{2,24})”|‘([^‘’\n]{2,24})’")
FIRST = re.compile("首家|首个|唯一|又一家|又一个|第[一二三四五六七八九十0-9]+[家个]")
SIGNED = re.compile("(?:的)?(?:签署|签约|签字|签订|簽署|簽約|簽字)(?:仪式|儀式)?")
# 5份, 一项, 1.2亿元的, 为期三年的: how many or how much, before an agreement's name.
AMOUNT = re.compile(
    r"(?:[0-9.一二三四五六七八九十百千万亿多两几数]+(?:[份项个件纸笔批]|[元吨亩年台套][^的，。]{0,4}的))|[^，。《》“”]{1,14}的(?=[^的]{3,})"
)
STARS = re.compile("[一二三四五]星")
GRADED = re.compile(
    f"(?:首批)?(?P<name>(?:国家级|省级|市级|区级|县级|全国|全省|全市)?[{HAN}]{{0,2}}[一二三四五]星级?[{HAN}]{{2,10}}?)(?=[，。、；”]|称号|$)"
)
NOTE = re.compile(r"\([^()]*\)$")
DECIMAL = re.compile(r"[0-9]\.[0-9]")
SPEECH = re.compile("[,，。;；!?！？]")
LONGEST = 32


def propose_things(sheet: Sheet) -> None:
    """Adds everything that is neither a division nor a body nor a person."""
    for source in (
        _titled,
        _agreements,
        _quoted,
        _known_programmes,
        _bare_programmes,
        _creations,
        _honours,
        _graded,
        _merits,
        _regions,
    ):
        for candidate in source(sheet):
            sheet.propose(candidate)


@cache
def _data(section: str) -> dict[str, Any]:
    return dict(table("things")[section])


def _endings(section: str, key: str = "endings") -> Matcher[str]:
    return matcher_of("things", section, key)


def _verbs(section: str) -> Matcher[str]:
    return matcher_of("things", section, "verbs")


def _titled(sheet: Sheet) -> Iterator[Candidate]:
    """《…》."""
    for m in TITLED.finditer(sheet.text):
        name = NOTE.sub("", m.group(1))
        if _endings("agreement").before(name, len(name)):
            yield Candidate(m.start(1), m.end(1), "Agreement", weight("thing", "agreement_marked"), "titled-agreement")
        else:
            yield Candidate(m.start(1), m.end(1), "Document", weight("thing", "document_marked"), "titled-document")


def _clause_start(text: str, end: int, longest: int = LONGEST, name: str = NAME) -> int:
    """The start of the run of name characters that ends here, quotation marks kept in pairs."""
    start = end
    while start > 0 and end - start < longest:
        if not re.match(name, text[start - 1]) and DECIMAL.match(text, start - 2) is None:
            break
        start -= 1
    while start < end and text[start] in "”’)":
        start += 1
    return start


def _agreements(sheet: Sheet) -> Iterator[Candidate]:
    """签订…协议: what stands between the verb and the ending is the name."""
    text = sheet.text
    for _, end, ending in _longest(_endings("agreement"), text):
        begin = _clause_start(text, end, 40, LISTED)
        verbs = [e for s, e, _ in _verbs("agreement").find(text[begin:end])]
        verbs = [e for e in verbs if begin + e <= end - len(ending)]
        if verbs:
            start = begin + max(verbs)
        elif SIGNED.match(text, end):
            sides = [
                c.end
                for c in sheet.candidates
                if c.weight > 1 and begin <= c.start and c.end < end and c.kind in ("Organization", "Division")
            ]
            start = max(sides, default=end)
        else:
            continue
        start = _past_openers(text, start, end)
        name = text[start:end]
        if len(name) < 2 or name in _data("agreement")["generic"] or name.startswith("的") or not _quotes_match(name):
            continue
        yield Candidate(
            start, end, "Agreement", weight("thing", "agreement_bare") + 0.05 * len(name), "signed-agreement"
        )


def _past_openers(text: str, start: int, end: int) -> int:
    """Past what says how many or for how much, and what only describes: 一份为期三年的."""
    while True:
        opener = opening(text, tuple(_data("agreement")["openers"]), start)
        amount = AMOUNT.match(text, start, end)
        step = len(opener) or (amount.end() - start if amount and amount.end() < end - 2 else 0)
        if not step:
            return start
        start += step


def _quotes_match(name: str) -> bool:
    return name.count("“") == name.count("”")


def _longest(matcher: Matcher[str], text: str) -> list[tuple[int, int, str]]:
    """One match for each end: the longest, and none that goes on into a longer one."""
    by_end: dict[int, tuple[int, int, str]] = {}
    for start, end, value in matcher.find(text):
        if end not in by_end or start < by_end[end][0]:
            by_end[end] = (start, end, value)
    last = {start: end for start, end, _ in sorted(by_end.values())}
    return [by_end[end] for end in sorted(by_end) if last[by_end[end][0]] == end]


def _quoted(sheet: Sheet) -> Iterator[Candidate]:
    """“…”工程, 实施“…”: a programme by what follows, what stands before, or its own ending."""
    text = sheet.text
    for m in QUOTED.finditer(text):
        group = 1 if m.group(1) else 2
        name = m.group(group)
        if SPEECH.search(name) or "、" in name or not re.search(f"[{HAN}0-9]", name):
            continue
        if (
            _endings("honour").before(name, len(name))
            or _endings("honour", "giving").before(text, m.start())
            or _endings("honour", "after_quotes").at(text, m.end())
        ):
            yield Candidate(m.start(group), m.end(group), "Honour", weight("thing", "honour") + 1.0, "quoted-honour")
            continue
        score = 0.0
        tail = _tail(text, m.end())
        if tail:
            score += weight("thing", "quoted_tail")
        if _endings("programme").before(name, len(name)) and name not in _data("programme")["generic"]:
            score += weight("thing", "quoted_own_ending")
        if _verbs("programme").before(text, m.start()):
            score += weight("thing", "quoted_verb")
        if text.count(name) > 1:
            score += weight("thing", "repeated")
        if score < weight("thing", "programme_threshold"):
            continue
        aliases = (name + tail,) if tail else ()
        yield Candidate(
            m.start(group),
            m.end(group),
            "Programme",
            weight("thing", "programme_quoted") + score,
            "quoted-programme",
            aliases=aliases,
        )


def _tail(text: str, start: int) -> str:
    """What follows the quotation marks and says that they name a programme: 工程, 志愿服务活动."""
    run = re.compile(f"[{HAN}]{{2,14}}").match(text, start)
    if run is None:
        return ""
    for _, end, _ in _endings("programme", "after_quotes").find(run.group()):
        if not holds(run.group()[:end], "的了在是为与和"):
            return run.group()[:end]
    return ""


def _known_programmes(sheet: Sheet) -> Iterator[Candidate]:
    known = _endings("programme", "known")
    for start, end, _ in known.find(sheet.text):
        yield Candidate(start, end, "Programme", weight("thing", "programme_known"), "known-programme")
    pairing = _data("pairing")
    for m in re.finditer(f"[{pairing['provinces']}]{{2}}(?:{'|'.join(pairing['endings'])})", sheet.text):
        yield Candidate(m.start(), m.end(), "Programme", weight("thing", "programme_known"), "paired-provinces")
    for m in re.finditer(f"[{HAN}]{{1,2}}{_data('programme')['chief_system']}", sheet.text):
        for start in range(m.start(), m.end() - 2):
            if sheet.words.boundary(start):
                yield Candidate(start, m.end(), "Programme", weight("thing", "programme_known"), "chief-system")
                break


def _bare_programmes(sheet: Sheet) -> Iterator[Candidate]:
    """实施…行动: a name without marks between a verb of practice and a programme's ending."""
    text = sheet.text
    for start, end, ending in _longest(_endings("programme"), text):
        begin = _name_start(sheet, start, _verbs("programme"))
        if begin is None or not 2 <= start - begin <= 20 or (len(ending) < 2 and start - begin < 3):
            continue
        name = text[begin:end]
        if name in _data("programme")["generic"] or not _quotes_match(name):
            continue
        yield Candidate(begin, end, "Programme", weight("thing", "programme_bare"), "practised-programme")


def _name_start(sheet: Sheet, end: int, verbs: Matcher[str]) -> int | None:
    """Where a name begins whose head stands before `end`: right after the last of these verbs in its clause."""
    text = sheet.text
    begin = _clause_start(text, end)
    found = [begin + e for s, e, _ in verbs.find(text[begin:end])]
    found = [e for e in found if e < end and sheet.words.boundary(e)]
    if not found:
        return None
    start = max(found)
    while text[start : start + 1] in ("了", "好", "“", "的"):
        start += 1
    return start


def _creations(sheet: Sheet) -> Iterator[Candidate]:
    data = _data("creation")
    endings = "|".join(sorted(data["endings"], key=len, reverse=True))
    pattern = re.compile(f"{data['verb']}(?:{'|'.join(data['levels'])})[{HAN}]{{0,10}}?(?:{endings})")
    for m in pattern.finditer(sheet.text):
        yield Candidate(
            m.start(),
            m.end(),
            "Programme",
            weight("thing", "programme_known") + 1,
            "creation",
            aliases=(m.group()[len(data["verb"]) :],),
        )


def _honours(sheet: Sheet) -> Iterator[Candidate]:
    text = sheet.text
    for start, end, _ in _longest(_endings("honour"), text):
        begin = _name_start(sheet, start, _verbs("honour"))
        if begin is None or end - begin < 4:
            continue
        begin = _past_holder(sheet, begin, start)
        verb = _verbs("honour").before(text, begin)
        firm = verb is not None and (len(verb[1]) > 1 or verb[1] == "获")
        score = weight("thing", "honour") + (0.6 if firm else -1.2) + 0.02 * (end - begin)
        first = FIRST.search(text, begin, start)
        if first:
            begin = first.end()
        if "“" in text[begin:end] and "”" not in text[begin:end]:
            begin = text.rindex("“", begin, end) + 1
        if verb is not None and verb[1] in _data("honour")["handing"] and "“" in text[begin:end]:
            begin = text.index("“", begin, end)
        name = text[begin:end]
        quantity = re.match("[0-9一二三四五六七八九十百千万多余]+[家个名项]", name)
        if quantity:
            begin += quantity.end()
            name = text[begin:end]
        if name in _data("honour")["generic"] or "的" in name or not _quotes_match(name):
            continue
        yield Candidate(begin, end, "Honour", score, "given-honour")


def _merits(sheet: Sheet) -> Iterator[Candidate]:
    """荣立三等功."""
    for start, end, _ in _endings("honour", "merits").find(sheet.text):
        yield Candidate(start, end, "Honour", weight("thing", "honour") + 1.5, "merit")


def _graded(sheet: Sheet) -> Iterator[Candidate]:
    """被评为市级三星…所: a grade right after a verb that gives an honour."""
    for m in GRADED.finditer(sheet.text) if STARS.search(sheet.text) else ():
        if _endings("honour", "giving").before(sheet.text, m.start()):
            score = weight("thing", "honour") + 1.5
            yield Candidate(m.start(), m.end(), "Honour", score, "graded-honour", aliases=(m.group("name"),))


def _past_holder(sheet: Sheet, begin: int, end: int) -> int:
    """Past a division that holds the honour: 某村全国文明村 → 全国文明村."""
    for c in sheet.candidates:
        if c.kind == "Division" and c.start == begin and c.weight > 1 and c.rule == "town-ending" and c.end < end:
            return c.end
    return begin


def _regions(sheet: Sheet) -> Iterator[Candidate]:
    """大湾区 and other regions that are no divisions."""
    for region in listed("places", "regions"):
        score = weight("thing", "zone") + 0.1 * len(region)
        for at in occurrences(sheet.text, region):
            yield Candidate(at, at + len(region), "Place", score, "named-region")
