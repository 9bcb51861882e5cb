"""The gazetteer of Hong Kong, Macao, Taiwan and other countries, as far as Chinese papers tell of their divisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import rows, words
from kg.lexicon.matcher import Matcher

# A name without its level has so many characters at least.
SHORTEST = 2
# The level of what is no division.
AREA = "地"


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

    __slots__ = ("_forms", "_matcher")

    def __init__(self, places: Iterable[PlaceAbroad]) -> None:
        forms: dict[str, tuple[PlaceAbroad, ...]] = {}
        for place in places:
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
    """The states of the world by the names that newspapers use."""
    return Matcher({name: name for name in words("countries")})
