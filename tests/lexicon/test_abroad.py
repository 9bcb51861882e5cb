"""The gazetteer of places abroad tells what they lie in and finds them by every name."""

from __future__ import annotations

import pytest

from kg.lexicon.abroad import places_abroad

# a name, the usual one, with the level, what it lies in, country
KNOWN = [
    ("旧金山", "三藩市", "三藩市", "加利福尼亚州", "美国"),
    ("诗巫", "诗巫", "诗巫市", "砂拉越州", "马来西亚"),
    ("砂拉越", "砂拉越州", "砂拉越州", "", "马来西亚"),
    ("清迈", "清迈府", "清迈府", "", "泰国"),
    ("元朗", "元朗区", "元朗区", "", "香港"),
    ("瑞芳区", "瑞芳区", "瑞芳区", "新北市", "台湾"),
]


@pytest.mark.parametrize(("form", "name", "full", "above", "country"), KNOWN)
def test_known_places(form: str, name: str, full: str, above: str, country: str) -> None:
    place = places_abroad().named(form)[0]
    assert (place.name, place.full, place.above, place.country) == (name, full, above, country)


def test_every_place_above_is_in_the_table() -> None:
    places = [place for _, _, found in places_abroad().scan("旧金山诗巫瑞芳区") for place in found]
    assert places and all(not place.above or places_abroad().named(place.above) for place in places)
