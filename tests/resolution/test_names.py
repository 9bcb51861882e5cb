"""Labels, other names and keys: readable, unique, the same for the same pages in any order."""

from __future__ import annotations

import pytest

from kg.graph.vocabulary import vocabulary
from kg.model import Kind
from kg.resolution.labels import FINER
from kg.resolution.material import KINDS
from tests.resolution.told import Named, Post, body, division, entities, known, named, told

LABELS: list[tuple[list[Named], str]] = [
    # The fullest form, if it is printed a quarter as often as the commonest one.
    ([body("云岭大学"), *[body("沛县市场监管局")] * 4, body("沛县市场监督管理局")], "沛县市场监督管理局"),
    ([body("云岭大学"), *[body("沛县市场监管局")] * 5, body("沛县市场监督管理局")], "沛县市场监管局"),
    # What only a title implies counts only where nothing else is there.
    ([body("沛县人民政府", "县长", implied=True), body("沛县政府")], "沛县政府"),
    ([body("沛县政府", "县长", implied=True)], "沛县政府"),
]


@pytest.mark.parametrize(("names", "label"), LABELS)
def test_the_label_is_the_fullest_form_in_common_use(names: list[Named], label: str) -> None:
    assert label in [entity.label for entity in entities(known(told("a.txt", *names)), "Organization")]


@pytest.mark.parametrize("names", [("宋明晢", "宋明哲"), ("宋明哲", "宋明晢")])
def test_of_a_name_and_its_misprint_the_commoner_is_the_label(names: tuple[str, str]) -> None:
    head = [
        told(f"{n}.txt", named("Person", name), body("沛县教育局"), posts=[Post(name, "局长", "沛县教育局")])
        for n, name in enumerate(names)
    ]
    [one] = entities(known(*head), "Person")
    assert (one.label, one.alternatives) == ("宋明哲", ("宋明晢",))


def test_other_names_are_what_is_printed_and_what_stands_for_it_but_nothing_that_needs_its_article() -> None:
    page = told(
        "a.txt",
        *(body("沛县市场监管局", text) for text in ("县市场监管局", "该局", "沛县市监")),
        body("沛县市场监管局", "局长", implied=True),
        body("沛县市场监管局", aliases=("市监局", "局")),
    )
    [bureau] = entities(known(page), "Organization")
    assert bureau.alternatives == ("市监局", "沛县市场监督管理局", "沛县市监")


def test_a_part_is_called_after_the_shorter_names_of_its_whole_too() -> None:
    steel = "云岭松涛钢铁集团有限公司"
    whole, part = body(steel, aliases=("松涛钢铁",), classes=("Company",)), body(steel + "党委")
    assert "松涛钢铁党委" in entities(known(told("a", whole, part)), "Organization")[1].alternatives


def test_a_short_form_of_a_division_stands_only_where_it_is_printed() -> None:
    printed, silent = told("a.txt", division("徐州市", "徐州")), told("a.txt", division("徐州市"))
    assert entities(known(printed), "Division")[0].alternatives == ("徐州", "江苏省徐州市")
    assert entities(known(silent), "Division")[0].alternatives == ("江苏省徐州市",)


KEYS: list[tuple[Kind, str, str]] = [
    ("Person", "阿依古丽·买买提", "person/阿依古丽-买买提"),
    ("Organization", "岚川科技（云岭）有限公司", "body/岚川科技-云岭-有限公司"),
    ("Place", "松涛产业园", "place/松涛产业园"),
    ("Programme", "“千校数字行动”", "programme/千校数字行动"),
    ("Project", "松涛大桥项目", "project/松涛大桥项目"),
    ("Honour", "数字示范校", "honour/数字示范校"),
    ("Document", "数字校园白皮书", "document/数字校园白皮书"),
]


@pytest.mark.parametrize(("kind", "name", "key"), KEYS)
def test_keys_are_readable(kind: Kind, name: str, key: str) -> None:
    assert [entity.key for entity in known(told("a.txt", named(kind, name))).entities] == [key]


def test_two_things_whose_labels_make_one_slug_have_two_keys() -> None:
    pages = [told("a.txt", named("Document", "云岭（一）")), told("b.txt", named("Document", "云岭+一"))]
    assert [entity.key for entity in known(*pages).entities] == ["document/云岭-一-a-a1", "document/云岭-一-b-a1"]
    pages = [told("a.txt", body("松涛小学")), told("b.txt", body("松涛小学"), here="丰县")]
    assert [entity.key for entity in known(*pages).entities] == ["body/松涛小学-丰县", "body/松涛小学-沛县"]


def test_a_suffix_never_makes_the_key_of_something_else() -> None:
    pages = [
        told("a.txt", body("松涛小学"), body("松涛小学-沛县")),
        told("b.txt", body("松涛小学"), here="丰县"),
    ]
    keys = [entity.key for entity in known(*pages).entities]
    assert len(keys) == len(set(keys)) == 3
    assert "body/松涛小学-沛县" in keys


def test_kinds_and_classes_are_those_of_the_ontology() -> None:
    assert {*KINDS, *FINER} <= vocabulary().classes.keys()
