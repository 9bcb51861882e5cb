"""Which division 我市, 全区 or 区委 means in one article: the page's, unless the article speaks for another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import listed, table
from kg.lexicon.divisions import Division, gazetteer
from kg.model import Region
from kg.reading.evidence import Candidate, Evidence, evidence
from kg.reading.labels import alternatives
from kg.reading.naming import FULL, LABEL, SHORT, names_for
from kg.reading.pointing import POINTS, PROVINCIAL, SHARE, because, best_of, is_national, pointing_words
from kg.reading.stance import WITHOUT_COUNTIES, comes_to_us

# Another division takes an article over only if it has this weight there.
OFTEN = 3 * FULL
# The same where the pointing words of the article fit the page's region as well.
VERY_OFTEN = 2 * OFTEN
# The same for a neighbour of the page's region, where nothing says whose paper it is.
TWICE = 2 * FULL

# How far into an article its dateline may stand, in characters.
OPENING = 200


def article_region(text: str, page: Region | None, publication: str | None, home: Division | None) -> Region | None:
    """The division that the pointing words of one article mean: the page's unless the article speaks against it.

    None for an agency's report that points nowhere and speaks of other regions only.
    """
    if page is not None and page.adcode in WITHOUT_COUNTIES:
        return page
    found = evidence(text, home)
    chars = pointing_words(found)
    own = best_of(found, chars[0], None) if chars else None
    own = _of_the_same_province(found, chars, own, page)
    if page is None and own is not None and not is_national(publication):
        return because(found, chars[0], own, publication)
    if page is None or page.adcode is None:
        return page
    here = gazetteer().by_code(page.adcode)
    if not chars:
        return None if _of_an_agency(text) and not _touches(found.named.values(), here) else page
    own_page = any(here in candidate.divisions for candidate in found.named.values())
    if (
        own is not None
        and _inside(own, here)
        and (_opens_with(text, own) or (own.weight >= FULL and not names_for(here, chars[0])))
    ):
        return because(found, chars[0], own, publication)
    if own is not None and not own_page and _reached(text, own, chars[0]):
        return because(found, chars[0], own, publication)
    for char in chars:
        other = own if char == chars[0] else best_of(found, char, None)
        told = found.pointing[char] >= POINTS or (other is not None and other.weight >= SHORT)
        if other is not None and told and other.divisions[0].level == "county" and _only_fits(other, chars, here):
            return because(found, char, other, publication)
    ours = own is not None and (_speaks(text, found, own, chars[0]) or comes_to_us(text))
    enough = VERY_OFTEN if home is not None and names_for(here, chars[0]) and not ours else OFTEN
    enough = TWICE if home is None and own is not None and _of_province(own, page.adcode) else enough
    if own is None or own_page or own.weight < enough:
        return page
    above = any(gazetteer().within(here.adcode, division.adcode) for division in own.divisions)
    return page if above else because(found, chars[0], own, publication)


def _of_an_agency(text: str) -> bool:
    """True for a report of an agency or paper of the whole country, by its dateline: 新华社某地7月1日电."""
    outlets = table("layout")["outlets"]
    return re.search(f"(?:{alternatives(outlets['national'])})[^。\n]{{0,16}}[电讯]", text[:OPENING]) is not None


def _towards() -> str:
    """The pattern of the words for coming or going to what follows."""
    visits = table("deixis")["visits"]
    return f"(?:{visits['come']}|{alternatives(visits['reach'])})"


def _named(own: Candidate) -> str:
    """The pattern of all names of a division."""
    forms = {own.name, *(form for one in own.divisions for form in (one.name, one.short, *one.alternatives))}
    return f"(?:{alternatives(sorted(forms))})"


def _goal(own: Candidate, verbs: str) -> re.Pattern[str]:
    """Going to the division for one of these purposes: 到某县考察."""
    return re.compile(f"{_towards()}{_named(own)}(?:{alternatives(table('deixis')['visits'][verbs])})")


def _partner(own: Candidate, char: str) -> re.Pattern[str]:
    """We and the division side by side, which is not ours then: 我县与某省某县, 某县和我县."""
    joint = f"[{''.join(listed('boundaries', 'joints'))}]"
    return re.compile(f"[我本]{char}{joint}[一-龥]{{0,8}}?{_named(own)}|{_named(own)}{joint}[我本]{char}")


def _opens_with(text: str, own: Candidate) -> bool:
    """True if the headline opens with the division and a colon: 某县：春耕正忙."""
    return text.startswith(tuple(f"{form}{LABEL}" for one in own.divisions for form in (own.name, one.short)))


def _reached(text: str, own: Candidate, char: str) -> bool:
    """True if somebody comes to the division in the headline, and to 我县 in the text."""
    headline, _, rest = text.partition("\n")
    to_us = re.search(f"{_towards()}[我本]{char}", rest)
    return to_us is not None and _goal(own, "verbs").search(headline) is not None


def _speaks(text: str, found: Evidence, own: Candidate, char: str) -> bool:
    """True if an article says 我县 and names one county alone, to which nobody goes to learn."""
    alike = [one for one in found.named.values() if one.called(char)]
    told = len(alike) == 1 and f"我{char}" in text and _goal(own, "learn").search(text) is None
    return told and _partner(own, char).search(text) is None


def _of_the_same_province(
    found: Evidence, chars: list[str], own: Candidate | None, page: Region | None
) -> Candidate | None:
    """Of two that an article names nearly as often, the one in the province of the page: the other's people came."""
    if own is None or page is None or page.adcode is None or _of_province(own, page.adcode):
        return own
    fitting = [replace(one, name=name) for one in found.named.values() if (name := one.called(chars[0])) is not None]
    ours = [one for one in fitting if _of_province(one, page.adcode) and one.weight >= SHARE * own.weight]
    return max(ours, key=lambda one: one.weight, default=own)


def _of_province(candidate: Candidate, adcode: str) -> bool:
    return any(division.adcode[:2] == adcode[:2] for division in candidate.divisions)


def _only_fits(own: Candidate, chars: list[str], here: Division) -> bool:
    """True if all words that point can mean an article's own division and what it lies in, and not the page's."""
    return set(chars) <= _endings(own.divisions[0]) and not set(chars) <= _endings(here)


def _endings(division: Division) -> set[str]:
    """The last characters of today's names of a division and of what it lies in, without those of provinces."""
    around = gazetteer().lineage(division.adcode)
    return {one.name[-1] for one in around if not one.name.endswith(PROVINCIAL)}


def _inside(own: Candidate, here: Division) -> bool:
    """True if an article names a county of the page's province or city."""
    below = all(gazetteer().within(division.adcode, here.adcode) for division in own.divisions)
    return below and here not in own.divisions


def _touches(named: Iterable[Candidate], here: Division) -> bool:
    """True if one of the named divisions lies in the city of `here`, or above `here`."""
    city = next((one for one in gazetteer().ancestors(here.adcode) if one.level != "province"), here)
    return any(candidate.near(city) or candidate.near(here) for candidate in named)
