"""FollowTheMoney entities: what they say of the sample, and that the package itself takes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import OutputError
from kg.views.exchange import export, ftm
from kg.views.exchange.ftm_check import check
from tests.sample import FIRST

Entity = dict[str, Any]

# Schema, a property and its value by which the entity is found, and what else it says.
ENTITIES = (
    ("Person", ("name", "宋明哲"), {"position": ["云岭县委书记"]}),
    ("Company", ("name", "岚川科技有限公司"), {"alias": ["岚川科技"]}),
    ("PublicBody", ("name", "云岭县教育局"), {"alias": ["县教育局"]}),
    ("Organization", ("name", "云岭县实验学校"), {}),
    ("Position", ("name", "云岭县委书记"), {"subnationalArea": ["云岭县"]}),
    ("Event", ("name", FIRST), {"startDate": ["2023-05-11"], "location": ["松涛产业园"], "keywords": ["Visit"]}),
    ("Event", ("startDate", "2023-06"), {"keywords": ["Ceremony", "planned"]}),
    ("UnknownLink", ("role", "cooperatesWith"), {"description": ["共推“千校数字行动”"]}),
    ("UnknownLink", ("role", "cooperatesWith"), {"description": ["共推“千校数字行动”"]}),
    ("Article", ("title", FIRST), {"publishedAt": ["2023-05-12"], "author": ["温如玉"]}),
)


def entities(graph: Path, folder: Path) -> list[Entity]:
    [file] = export(graph, "ftm", folder / "out.ftm.json").files
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def found(told: list[Entity], schema: str, name: str, value: str) -> Entity:
    [entity] = [each for each in told if each["schema"] == schema and value in each["properties"].get(name, ())]
    return entity


@pytest.mark.parametrize(("schema", "key", "says"), ENTITIES)
def test_an_entity_says_what_the_graph_says(
    graph: Path, tmp_path: Path, schema: str, key: tuple[str, str], says: dict[str, list[str]]
) -> None:
    entity = found(entities(graph, tmp_path), schema, *key)
    assert {name: entity["properties"].get(name) for name in says} == says


def test_entities_lead_to_each_other(graph: Path, tmp_path: Path) -> None:
    told = entities(graph, tmp_path)
    names = {each["id"]: each["properties"].get("name", [""])[0] for each in told}
    event = found(told, "Event", "name", FIRST)["properties"]
    assert {"宋明哲", "柳青禾", "云岭县教育局"} <= {names[each] for each in event["involved"]}
    held = {
        (names[each["properties"]["holder"][0]], names[each["properties"]["post"][0]]): each["properties"]
        for each in told
        if each["schema"] == "Occupancy"
    }
    assert held["宋明哲", "云岭县委书记"]["date"] == ["2023-05-11"]
    assert "status" not in held["宋明哲", "云岭县委书记"]
    assert held["顾念晴", "云岭县政府副县长"]["status"] == ["ended"]
    position = found(told, "Position", "name", "云岭县委书记")["properties"]
    assert [names[each] for each in position["organization"]] == ["云岭县委"]
    school = found(told, "Organization", "name", "云岭县实验学校")["properties"]
    assert [names[each] for each in school["parent"]] == ["云岭县教育局"]


@pytest.mark.parametrize("name", ["graph", "hostile"])
def test_the_package_takes_all_entities(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    model = pytest.importorskip("followthemoney").model
    told = entities(request.getfixturevalue(name), tmp_path)
    check(told)
    for each in told:
        proxy = model.get_proxy(each, cleaned=False)
        assert proxy.id == each["id"]
        assert {name: sorted(proxy.get(name)) for name in each["properties"]} == each["properties"] or name == "hostile"


FAULTY = (
    ({"id": "kg-1", "schema": "Persona", "properties": {}}, "no such schema"),
    ({"id": "kg-1", "schema": "Person", "properties": {}}, "lacks name"),
    ({"id": "kg-1", "schema": "Person", "properties": {"name": ["甲"], "hat": ["x"]}}, "no property hat"),
    ({"id": "kg-1", "schema": "Event", "properties": {"name": ["会"], "date": ["2024-13"]}}, "date cannot be"),
    ({"id": "kg-1", "schema": "Event", "properties": {"name": ["会"], "involved": ["kg-2"]}}, "leads to kg-2"),
    ({"id": "kg-1", "schema": "Event", "properties": {"name": ["会"], "involved": ["kg-1"]}}, "is no LegalEntity"),
)


@pytest.mark.parametrize(("entity", "words"), FAULTY)
def test_what_the_model_forbids_is_named(entity: Entity, words: str) -> None:
    pytest.importorskip("followthemoney")
    with pytest.raises(OutputError, match=words):
        check([entity])


def test_without_the_package_entities_are_written_and_the_check_is_missed(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ftm, "installed", lambda: False)
    done = export(graph, "ftm", tmp_path / "out.ftm.json")
    assert "kg[followthemoney]" in done.notes[0]
    assert done.files[0].read_bytes()
