"""Tells papers of Hong Kong, Macao and Chinese abroad: 市长 and 县委 are never their own, but those of the guests."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from kg.lexicon import table
from kg.lexicon.abroad import TAIWAN, PlaceAbroad, places_abroad
from kg.lexicon.divisions import Division, gazetteer
from kg.lexicon.matcher import Matcher
from kg.model import Region
from kg.reading.labels import H, alternatives
from kg.reading.stance import WITHOUT_COUNTIES

# How often a page must speak of itself so, and name at most what it is called after where it is no place of its own.
TOLD, ONCE = 2, 1
# From the beginning of a dateline to the word for it.
DATELINE = re.compile(r"[一-龥]{0,4}(?:\d{1,2}日)?[讯电]")
# What a dateline tells of where a paper is at home, beside a mere mention.
FROM_THERE = 2
# So many times as much is told of a country that leaves no doubt, and than of the mainland.
STRONGLY, BEYOND = 2, 1.5
# Of these the gazetteer of the mainland has the whole.
WITH_CODES = ("香港", "澳门")
Hit = tuple[int, int, tuple[PlaceAbroad, ...]]


def region_abroad(text: str, home: Division | None) -> Region | None:
    """Hong Kong, Macao, or the city or county abroad in which a paper is at home; None where nothing says which."""
    division = place_abroad(text, home)
    if division is not None:
        return Region(division.name, division.adcode, f"the paper is at home in {division.name}")
    place = _most_told(text)
    return None if place is None else Region(place.name, None, f"the paper is at home in {place.name}")


@lru_cache(maxsize=64)
def stands_abroad(text: str, home: Division | None) -> bool:
    """True if a paper is at home in Hong Kong, Macao or abroad, and speaks of no county or city as its own."""
    if len(_patterns()["mainland"].findall(text)) >= table("deixis")["abroad"]["of_mainland"]["enough"]:
        return False
    if ours := _patterns()["ours"].findall(text):
        return not any(word.startswith("我") for word in ours) and _strongly(text)
    if home is not None and home.adcode not in WITHOUT_COUNTIES:
        named = home.name in text or (text.count(home.short) > ONCE and not _strongly(text))
        return not named and country_of(text) != ""
    told = len(_patterns()["here"].findall(text))
    return told >= TOLD or (home is not None and told > 0) or country_of(text) != ""


def place_abroad(text: str, home: Division | None) -> Division | None:
    """Hong Kong or Macao, whichever such a text speaks of as its own; None for other countries."""
    if home is not None and home.adcode in WITHOUT_COUNTIES and home.short != TAIWAN:
        return home
    country, letters = country_of(text), table("deixis")["letters"]
    if country:
        return next(iter(gazetteer().named(country)), None) if country in WITH_CODES else None
    words = [
        found[-1] for found in _patterns()["here"].findall(text) if found[-1] in table("deixis")["abroad"]["letters"]
    ]
    best = max(sorted(set(words or "港澳")), key=lambda letter: (words.count(letter), text.count(letter)))
    return next(iter(gazetteer().named(letters[best])), None) if best in letters else None


def country_of(text: str) -> str:
    """The country of which a text has most words and names, if enough, and more than of a division of the mainland."""
    country, told, mainland = _told(text)
    return country if told >= table("deixis")["abroad"]["enough"] and told > mainland else ""


def _strongly(text: str) -> bool:
    """True if a text has so much of one country that words for divisions of its own can only be that country's."""
    _, told, mainland = _told(text)
    return told >= STRONGLY * table("deixis")["abroad"]["enough"] and told > BEYOND * mainland


@lru_cache(maxsize=64)
def _told(text: str) -> tuple[str, int, int]:
    """The country told of most, how often, and how often the division of the mainland that is told of most."""
    count = Counter(country for *_, country in _signs().find(text))
    general = count.pop("", 0)
    count.update(country for *_, places in _hits(text) for country in {place.country for place in places})
    best = max(sorted(count), key=lambda country: count[country], default="")
    scanned = gazetteer().scan(text)
    mainland = Counter(found[0].adcode for *_, found in scanned if found[0].adcode not in WITHOUT_COUNTIES)
    return best, count[best] + general if best else 0, max(mainland.values(), default=0)


def _most_told(text: str) -> PlaceAbroad | None:
    """The city or county of its country that a text names most, by datelines before all."""
    country, count = country_of(text), Counter[PlaceAbroad]()
    for _, end, places in _hits(text):
        place = next((one for one in places if one.country == country), None)
        if place is not None:
            above = next(iter(places_abroad().named(place.above)), place) if country == TAIWAN else place
            count[above] += 1 + FROM_THERE * (DATELINE.match(text, end) is not None)
    return max(sorted(count, key=lambda place: place.name), key=lambda place: count[place], default=None)


@lru_cache(maxsize=64)
def _hits(text: str) -> tuple[Hit, ...]:
    """The names of places abroad that no division of the mainland has, the longest at each place."""
    found, last = list[Hit](), 0
    for start, end, places in places_abroad().scan(text):
        form = text[start:end]
        short = places[0].country == TAIWAN and form not in _full_names(places) and places[0].above != ""
        if start < last or gazetteer().named(form) or short:
            continue
        found.append((start, end, places))
        last = end
    return tuple(found)


def _full_names(places: tuple[PlaceAbroad, ...]) -> tuple[str, ...]:
    return tuple(place.full for place in places)


@cache
def _signs() -> Matcher[str]:
    """Words of one country each, and of Chinese life abroad anywhere, for which `` stands."""
    data = table("deixis")["abroad"]
    anywhere = dict.fromkeys(data["anywhere"], "")
    return Matcher(anywhere | {word: country for country, told in data["signs"].items() for word in told})


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words, abroad = table("deixis")["words"], table("deixis")["abroad"]
    return {
        "ours": re.compile(f"[我本全][{words['order']}](?!{alternatives(words['not_before'])})"),
        "mainland": re.compile(f"(?:(?<![{H}])|(?<=[{words['before']}])){abroad['of_mainland']['bodies']}"),
        "here": re.compile(
            f"(?:{alternatives(abroad['before'])})[{abroad['letters']}]|{alternatives(abroad['offices'])}"
        ),
    }
