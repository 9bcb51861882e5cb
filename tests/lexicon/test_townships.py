"""The towns of China by county, and which county a text is about by the towns that it names."""

from __future__ import annotations

import pytest

from kg.lexicon import rows
from kg.lexicon.divisions import gazetteer
from kg.lexicon.townships import county_of, stems_of


def test_every_county_of_the_table_is_in_the_gazetteer() -> None:
    known = {division.adcode for division in gazetteer()}
    assert {code for code, _ in rows("townships")} <= known


@pytest.mark.parametrize(
    ("code", "stems"),
    [
        ("220723", {"乾安", "让字", "水字"}),
        # Without the nationality of a township as well as with it.
        ("532801", {"勐龙", "景哈", "景哈哈尼族"}),
        # A city without counties.
        ("441900", {"厚街", "长安"}),
    ],
)
def test_own_parts_of_the_names_of_a_countys_towns(code: str, stems: set[str]) -> None:
    assert stems <= stems_of(code)


def test_a_prefecture_has_the_towns_of_its_counties() -> None:
    assert stems_of("220723") < stems_of("220700")
    assert stems_of("220000") == frozenset() == stems_of("999999")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("让字镇和水字镇的书记到会，余字乡乡长发言。", "乾安县"),
        # The names of other years: a commune that is a town today.
        ("让字公社和水字公社的社员到会，余字公社也来了。", "乾安县"),
        # One town is too little, and so are those that half the country has.
        ("让字镇镇长到会。", None),
        ("城关镇、和平乡、向阳镇的书记到会。", None),
        # Two counties beside each other.
        ("让字镇、水字镇、深柳镇、官垱镇的书记到会。", None),
        ("没有地名的一段话。", None),
    ],
)
def test_the_county_of_the_towns_named(text: str, name: str | None) -> None:
    code = county_of(text)
    assert (gazetteer().by_code(code).name if code else None) == name
