"""The gazetteer of Hong Kong, Macao, Taiwan and other countries, as far as Chinese papers tell of their divisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.lexicon.divisions import gazetteer
from kg.lexicon.matcher import Matcher

# A name without its level has so many characters at least.
SHORTEST = 2
# The level of what is no division.
AREA = "地"
# Of these only their own papers tell by short names, many of which are common words.
TAIWAN, AT_HOME_ONLY = "台湾", ("香港", "台湾")


@dataclass(frozen=True, slots=True)
class PlaceAbroad:
    """One division abroad. `level` is the word that its head is named after, `above` the division that it lies in.

    `name` is its usual name, with the level (某某县) or without it (a city abroad).
    """

    name: str
    level: str
    above: str
    country: str
    others: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The name with the level."""
        return self.name if self.name.endswith(self.level) or self.level == AREA else self.name + self.level

    @property
    def forms(self) -> tuple[str, ...]:
        """All names that it goes by."""
        short = self.name.removesuffix(self.level)
        return tuple(dict.fromkeys((self.name, self.full, *self.others, *((short,) if len(short) >= SHORTEST else ()))))


class PlacesAbroad:
    """Look-ups over all of them."""

    __slots__ = ("_forms", "_levels", "_matcher", "_places")

    def __init__(self, places: Iterable[PlaceAbroad]) -> None:
        forms: dict[str, tuple[PlaceAbroad, ...]] = {}
        self._places = tuple(places)
        self._levels: dict[str, Matcher[PlaceAbroad]] = {}
        for place in self._places:
            for form in place.forms:
                forms[form] = (*forms.get(form, ()), place)
        self._forms = forms
        self._matcher = Matcher(forms)

    def named(self, name: str) -> tuple[PlaceAbroad, ...]:
        """Every place of this name, in the order of the table."""
        return self._forms.get(name, ())

    def scan(self, text: str) -> Iterator[tuple[int, int, tuple[PlaceAbroad, ...]]]:
        """Every place where one of the names stands, longest first at each start; names may overlap."""
        return self._matcher.find(text)

    def of_level(self, level: str) -> Matcher[PlaceAbroad]:
        """The places of one level by the names that tell of them on any page; the first of the table for each name."""
        if level not in self._levels:
            named: dict[str, PlaceAbroad] = {}
            for place in self._places:
                for form in _anywhere(place) if place.level == level else ():
                    named.setdefault(form, place)
            self._levels[level] = Matcher(named)
        return self._levels[level]


def _anywhere(place: PlaceAbroad) -> Iterator[str]:
    """The names of a place that papers of the mainland use, and that no division there has."""
    for name in place.forms:
        told = place.country not in AT_HOME_ONLY
        whole = place.country == TAIWAN and not place.above and name == place.full
        if (told or whole) and not gazetteer().named(name):
            yield name


@cache
def places_abroad() -> PlacesAbroad:
    """The gazetteer that ships with the package."""
    return PlacesAbroad(
        PlaceAbroad(name, level, "" if above == "-" else above, country, others)
        for country, above, level, names in rows("places_abroad")
        for name, *rest in (entry.split("/") for entry in names.split())
        for others in (tuple(rest),)
    )


@cache
def countries() -> Matcher[str]:
    """The states of the world by the names that newspapers use, with or without their form: 某某, 某某共和国."""
    return Matcher({name + form: name for name in words("countries") for form in ("", "共和国", "王国", "联邦")})
