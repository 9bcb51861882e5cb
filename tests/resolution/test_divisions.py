"""Divisions are one by code, or by name and the division that they lie in."""

from __future__ import annotations

from kg.resolution.homes import path_of
from tests.resolution.told import division, entities, facts, known, labels, named, told


def test_the_gazetteer_names_and_codes_a_division_in_whatever_form_it_is_printed() -> None:
    [county] = entities(known(told("a.txt", division("沛县"), division("沛县", "沛"))), "Division")
    assert (county.label, county.adcode, county.level) == ("沛县", "320322", "county")
    assert county.alternatives == ("徐州市沛县", "沛")


def test_a_division_that_a_title_implies_is_the_coded_one_and_the_title_no_name_of_it() -> None:
    implied = named("Division", "沛县", "县领导", implied=True)
    [county] = entities(known(told("a.txt", division("沛县"), implied)), "Division")
    assert "县领导" not in county.alternatives


def test_a_former_name_near_by_is_the_coded_one() -> None:
    implied = named("Division", "邳县", "县领导", implied=True)
    [city] = entities(known(told("a.txt", division("邳州市"), implied, here="徐州市")), "Division")
    assert (city.label, city.adcode) == ("邳州市", "320382")


def test_of_divisions_with_one_name_the_nearest_is_meant() -> None:
    bare = named("Division", "鼓楼区")
    [gulou] = entities(known(told("a.txt", bare, here="徐州市")), "Division")
    assert gulou.adcode == "320302"


def test_a_town_has_its_path_as_a_name_and_its_level_by_its_ending() -> None:
    page = told(
        "a.txt", division("沛县"), division("松涛镇"), division("云岭村"),
        claims=[("松涛镇", "partOf", "沛县"), ("云岭村", "partOf", "松涛镇")], here=None,
    )  # fmt: skip
    found = {entity.label: entity for entity in entities(known(page), "Division")}
    assert found["松涛镇"].alternatives == ("沛县松涛镇",)
    assert found["云岭村"].alternatives == ("松涛镇云岭村", "沛县松涛镇云岭村")
    assert (found["松涛镇"].level, found["云岭村"].level) == ("township", "village")


def test_towns_of_one_name_in_one_county_are_one_and_in_two_counties_two() -> None:
    stated = told("a.txt", division("沛县"), division("松涛镇"), claims=[("松涛镇", "partOf", "沛县")], here="徐州市")
    unstated = told("b.txt", division("松涛镇"), here="沛县")
    elsewhere = told("c.txt", division("松涛镇"), here="丰县")
    assert labels(known(stated, unstated), "Division") == ["松涛镇", "沛县"]
    keys = [entity.key for entity in entities(known(stated, unstated, elsewhere), "Division")]
    assert keys == ["division/松涛镇-丰县", "division/松涛镇-沛县", "division/沛县"]


def test_a_town_without_its_last_word_is_the_one_of_the_page() -> None:
    both = told("a.txt", division("沛县"), division("松涛街道"), division("松涛"))
    [town] = [entity for entity in entities(known(both), "Division") if entity.label != "沛县"]
    assert (town.label, "松涛" in town.alternatives, town.level) == ("松涛街道", True, "township")
    two = told("a.txt", division("沛县"), division("松涛街道"), division("松涛镇"), division("松涛"))
    assert len(entities(known(two), "Division")) == 4
    elsewhere = told("b.txt", division("沛县"), division("松涛"))
    assert len(entities(known(told("a.txt", division("松涛镇")), elsewhere), "Division")) == 3


def test_a_page_on_the_city_means_its_only_town_of_that_name_and_none_of_two() -> None:
    one, other = told("a.txt", division("松涛镇"), here="沛县"), told("b.txt", division("松涛镇"), here="丰县")
    city = told("c.txt", division("松涛镇"), here="徐州市")
    assert len(entities(known(one, city), "Division")) == 1
    assert len(entities(known(one, other, city), "Division")) == 3


def test_villages_of_one_name_in_two_towns_of_a_page_are_two() -> None:
    page = told("a.txt", division("松涛镇"), division("东风村"), claims=[("东风村", "partOf", "松涛镇")], here="沛县")
    other = told("b.txt", division("云岭镇"), division("东风村"), claims=[("东风村", "partOf", "云岭镇")], here="沛县")
    keys = [entity.key for entity in entities(known(page, other), "Division") if entity.label == "东风村"]
    assert keys == ["division/东风村-云岭镇", "division/东风村-松涛镇"]


def test_a_code_that_the_gazetteer_lacks_leaves_the_name_to_decide() -> None:
    assert path_of("999999") == ()
    unknown = named("Division", "云岭县", adcode="999999")
    [county] = entities(known(told("a.txt", unknown)), "Division")
    assert (county.label, county.adcode) == ("云岭县", None)


def test_the_gazetteer_says_where_its_own_divisions_lie() -> None:
    page = told(
        "a.txt", division("沛县"), division("丰县"), division("江苏省"),
        claims=[("丰县", "partOf", "沛县"), ("沛县", "partOf", "江苏省")],
    )  # fmt: skip
    assert facts(known(page), "partOf") == {("division/沛县", "division/江苏省")}
