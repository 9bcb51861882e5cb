"""The gazetteer of places abroad tells what they lie in and finds them by every name."""

from __future__ import annotations

import pytest

from kg.lexicon import rows
from kg.lexicon.abroad import places_abroad

# a name, the usual one, with the level, what it lies in, country
KNOWN = [
    ("旧金山", "三藩市", "三藩市", "加利福尼亚州", "美国"),
    ("诗巫", "诗巫", "诗巫市", "砂拉越州", "马来西亚"),
    ("砂拉越", "砂拉越州", "砂拉越州", "", "马来西亚"),
    ("清迈", "清迈府", "清迈府", "", "泰国"),
    ("元朗", "元朗区", "元朗区", "", "香港"),
    ("瑞芳区", "瑞芳区", "瑞芳区", "新北市", "台湾"),
    ("沙斯卡通", "沙斯卡通", "沙斯卡通市", "萨斯喀彻温省", "加拿大"),
    ("得州", "得克萨斯州", "得克萨斯州", "", "美国"),
    ("北领地", "北领地", "北领地", "", "澳大利亚"),
]
# a level, what stands before a post of it, the name that is read there
ENDING = [
    ("市", "到了圣荷塞", "圣荷塞"),
    ("市", "到了乔治市", "乔治市"),
    ("州", "到了新南威尔士州", "新南威尔士州"),
    ("县", "到了花莲县", "花莲县"),
    # Another level; Taiwan's without their level and below its counties; what a division of the mainland is called.
    ("县", "到了圣荷塞", ""),
    ("县", "到了花莲", ""),
    ("区", "到了中正区", ""),
    ("县", "到了连江县", ""),
    ("市", "到了泗水", ""),
    ("市", "到了泗水市", "泗水市"),
]


@pytest.mark.parametrize(("form", "name", "full", "above", "country"), KNOWN)
def test_known_places(form: str, name: str, full: str, above: str, country: str) -> None:
    place = places_abroad().named(form)[0]
    assert (place.name, place.full, place.above, place.country) == (name, full, above, country)


@pytest.mark.parametrize(("level", "text", "name"), ENDING)
def test_names_of_a_level_that_any_page_may_tell_of(level: str, text: str, name: str) -> None:
    hit = places_abroad().of_level(level).before(text, len(text))
    assert (text[hit[0] :] if hit else "") == name


def test_every_place_above_is_in_the_table() -> None:
    aboves = {(country, above) for country, above, *_ in rows("places_abroad") if above != "-"}
    assert aboves and all(
        any(place.country == country for place in places_abroad().named(above)) for country, above in aboves
    )


def test_no_place_stands_twice_in_the_table() -> None:
    places = [
        (country, above, level, entry.split("/")[0])
        for country, above, level, names in rows("places_abroad")
        for entry in names.split()
    ]
    assert len(places) == len(set(places))
