"""Chooses among proposals, then lets what the page has shown speak again: names seen in a strong context are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import is_han
from kg.extraction.company_names import enumerated, investing, short_companies
from kg.extraction.lattice import Candidate, best_path
from kg.extraction.name_frames import ends_here
from kg.extraction.people_lists import people_in_lists
from kg.extraction.sheet import Sheet
from kg.extraction.surnames import never_inside, surname_of
from kg.extraction.titles import title_at, title_before
from kg.extraction.towns_of_offices import towns_of_offices
from kg.extraction.weights import weight
from kg.extraction.words import NAME_TAGS, known
from kg.lexicon import listed, table
from kg.lexicon.matcher import occurrences, opening

# From this weight on, a name of a person is known wherever the page prints it again.
SURE = 2.6
# What a reading that says whom a short form means has before one that does not.
LINKED = 2.0
# The length of a part of a transcribed name that needs what stands around it to be read as one.
SHORTEST_PART = 2


def choose(sheet: Sheet) -> None:
    """Fills `chosen` and `lost` from `candidates`."""
    sheet.chosen, sheet.lost = best_path(sheet.candidates)


def feed_back(sheet: Sheet) -> None:
    """Proposes what the page itself has taught, and chooses again."""
    found = [
        *_people_again(sheet),
        *people_in_lists(sheet),
        *_first_names(sheet),
        *_addressed(sheet),
        *_signed(sheet),
        *short_companies(sheet),
        *_abbreviations(sheet),
        *enumerated(sheet),
        *investing(sheet),
        *towns_of_offices(sheet),
    ]
    if found:
        sheet.candidates.extend(found)
        choose(sheet)


def _people_again(sheet: Sheet) -> Iterator[Candidate]:
    sure = {sheet.text[c.start : c.end] for c in sheet.chosen if c.kind == "Person" and c.weight >= SURE}
    towns = {(c.start, c.end): c.weight for c in sheet.chosen if c.rule == "town-ending"}
    titled = {c.start for c in sheet.chosen if c.kind == "Person" and title_before(sheet.text, c.start) is not None}
    yield from _longer(sheet, sure)
    for form in sorted(sure):
        # Where the page never prints a shorter form alone, the name is whole: 某某荣|任 is no 某某|荣任.
        whole = len(form) > 2 and len(places := list(occurrences(sheet.text, form))) > 1
        whole = whole and len(places) == sheet.text.count(form[:-1])
        score = _seen_weight(form) + (LINKED if whole else 0.0)
        places = list(occurrences(sheet.text, form))
        office = any(at in titled for at in places)
        for at in places:
            doubt = weight("tagger", "seen") * _log_odds(sheet, at, at + len(form))
            # 市委书记甲某镇 is the same 甲某镇 elsewhere, though he is called like a town.
            if office and (at, at + len(form)) in towns:
                doubt = max(doubt, towns[at, at + len(form)] + LINKED - score)
            yield Candidate(at, at + len(form), "Person", score + doubt, "seen-on-page")


def _longer(sheet: Sheet, sure: set[str]) -> Iterator[Candidate]:
    """Names of two characters behind which the page always prints the same third, and what follows that one varies."""
    text = sheet.text
    for form in sorted(name for name in sure if len(name) == 2):
        places = list(occurrences(text, form))
        thirds = {text[at + 2 : at + 3] for at in places}
        third = min(thirds)
        after = {text[at + 3 : at + 4] for at in places}
        if len(thirds) > 1 or len(after) < 2 or not is_han(third) or third in never_inside() or known(form[1] + third):
            continue
        if not any(ends_here(text, at + 2) or title_at(text, at + 2) for at in places):
            for at in places:
                yield Candidate(at, at + 3, "Person", _seen_weight(form + third) + LINKED, "seen-on-page")


def _log_odds(sheet: Sheet, start: int, end: int) -> float:
    """What the tagger thinks of a name that the page has shown elsewhere."""
    return sheet.tagged.log_odds(start, end, "Person") if sheet.tagged else 0.0


def _signed(sheet: Sheet) -> Iterator[Candidate]:
    """A writer named in full somewhere on the page who signs with the given name: (明哲)."""
    bearers: dict[str, set[str]] = {}
    for c in sheet.chosen:
        if c.kind == "Person" and not c.name:
            name = sheet.text[c.start : c.end]
            bearers.setdefault(name.removeprefix(surname_of(name)), set()).add(name)
    for c in sheet.chosen:
        form = sheet.text[c.start : c.end]
        if c.rule == "byline" and len(form) > 1 and len(full := bearers.get(form, set())) == 1:
            yield c._replace(weight=c.weight + LINKED, rule="given-name", name=min(full), aliases=(form,))


def _addressed(sheet: Sheet) -> Iterator[Candidate]:
    """Someone named in full, called 某先生, 老某 or by office in the same article; not where two share the surname."""
    bearers: dict[str, dict[int, set[str]]] = {}
    offices: dict[str, set[str]] = {}
    for c in sheet.chosen:
        form = sheet.text[c.start : c.end]
        if c.kind == "Person" and c.end - c.start > 1 and not c.name and "·" not in form:
            rows = bearers.setdefault(surname_of(form), {})
            rows.setdefault(sheet.part_at(c.start).start, set()).add(form)
            if (title := title_before(sheet.text, c.start)) is not None:
                offices.setdefault(surname_of(form), set()).add(title.core)
    printed = [honorific for honorific in listed("people", "addresses") if honorific in sheet.text]
    for surname, parts in sorted(bearers.items()):
        words = [surname + honorific for honorific in sorted({*printed, *offices.get(surname, ())})]
        familiar = [plain + surname for plain in listed("people", "familiar")]
        for word in (*words, *familiar):
            for at in occurrences(sheet.text, word):
                names = parts.get(sheet.part_at(at).start, set())
                if len(names) == 1 and (word in words or _is_familiar(sheet, at, at + len(word))):
                    yield Candidate(at, at + len(word), "Person", _seen_weight(word), "addressed", min(names))


def _is_familiar(sheet: Sheet, start: int, end: int) -> bool:
    """True for 老某 that is no other word: 老路, 老|石桥."""
    cut, text = sheet.words, sheet.text
    form = text[start:end]
    named = not known(form) or (
        cut.tags.get(start) == NAME_TAGS[0] and form not in listed("people", "familiar", "never")
    )
    return named and cut.boundary(start) and not known(text[end - 1 : end + 1])


def _first_names(sheet: Sheet) -> Iterator[Candidate]:
    """Later mentions of someone with a dotted name by its first part, or by its last if that is nobody else's."""
    chosen = {(c.start, c.end): c.weight for c in sheet.chosen if c.kind == "Person"}
    dotted = sorted({full for start, end in chosen if "·" in (full := sheet.text[start:end])})
    lasts = Counter(full.rpartition("·")[2] for full in dotted)
    for full in dotted:
        first, last = full.partition("·")[0], full.rpartition("·")[2]
        plain = first.removeprefix(opening(first, listed("people", "prefixes")))
        for part in dict.fromkeys((first, plain, last)):
            if len(part) < SHORTEST_PART or (part == last and lasts[last] > 1):
                continue
            for at in occurrences(sheet.text, part):
                end = at + len(part)
                if part == last and len(part) == SHORTEST_PART and not _closed(sheet.text, at, end):
                    continue
                if sheet.text[end : end + 1] != "·" and sheet.text[at - 1 : at] != "·":
                    score = max(_seen_weight(part), chosen.get((at, end), 0.0)) + LINKED
                    yield Candidate(at, end, "Person", score, "first-name", full, aliases=(part,))


def _closed(text: str, start: int, end: int) -> bool:
    """True for a short part of a name between what stands around names: 市长|某某|携, 。某某|答称."""
    before = not is_han(text[start - 1 : start] or "\n") or title_before(text, start) is not None
    return before and ends_here(text, end)


def _seen_weight(form: str) -> float:
    return weight("person", "page_evidence") + 0.3 * len(form)


@cache
def _declared() -> re.Pattern[str]:
    return re.compile(table("abbreviations")["declared"]["pattern"])


def _abbreviates(short: str, full: str) -> bool:
    """True for characters of a longer name in their order, down to its last."""
    left = iter(full)
    return len(short) > 2 and len(full) > len(short) + 1 and short[-1] == full[-1] and all(c in left for c in short)


def _abbreviations(sheet: Sheet) -> Iterator[Candidate]:
    """全称(以下简称“…”), 全称(简称…), and the short form alone in brackets."""
    ends = {c.end: c for c in sheet.chosen}
    for m in _declared().finditer(sheet.text):
        full = ends.get(m.start()) or ends.get(m.start() - 1)
        short = m["short"]
        if full is None or (m["says"] is None and not _abbreviates(short, sheet.text[full.start : full.end])):
            continue
        name = full.name or sheet.text[full.start : full.end]
        for at in occurrences(sheet.text, short):
            yield Candidate(
                at,
                at + len(short),
                full.kind,
                full.weight + 1,
                "declared-short-form",
                name,
                full.classes,
                full.adcode,
                (short,),
            )
