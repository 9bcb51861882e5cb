"""Bodies and towns under a misread name: joined where enough speaks for it, with the reason."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.resolution.told import Post, Told, body, division, entities, known, named, person, told


def led(id: str, name: str, head: str = "宋明哲") -> Told:
    """A page of its own on the manager of a firm."""
    return told(id, person(head), body(name), posts=[Post(head, "总经理", name)])


def towns(*names: str, mark: str = "；") -> Told:
    return told("a.txt", division("沛县"), *(division(name) for name in names), mark=mark)


CASES: list[tuple[str, Kind, list[Told], int]] = [
    ("two characters in wrong order", "Organization", [led("a.txt", "岚川种业"), led("b.txt", "川岚种业")], 1),
    ("a look-alike character", "Organization", [led("a.txt", "延塬果业"), led("b.txt", "延源果业")], 1),
    (
        "a look-alike character, and a manager misread as well",
        "Organization",
        [led("a.txt", "沛县延塬果业合作社"), led("b.txt", "沛县延源果业合作社", "宋明晢")],
        1,
    ),
    (
        "another firm of another manager",
        "Organization",
        [led("a.txt", "岚川种业"), led("b.txt", "岚青种业", "柳青禾")],
        2,
    ),
    ("a number is never misread", "Organization", [led("a.txt", "沛县一中"), led("b.txt", "沛县二中")], 2),
    ("towns in wrong order", "Division", [towns("松岚镇"), told("b.txt", division("沛县"), division("岚松镇"))], 2),
    ("towns in one sentence", "Division", [towns("松岚镇", "岚松镇")], 3),
    (
        "places far apart",
        "Place",
        [told("a.txt", named("Place", "松岚广场")), told("b.txt", named("Place", "岚松广场"), here="丰县")],
        2,
    ),
]


@pytest.mark.parametrize(("kind", "pages", "count"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_misprints_of_bodies(kind: Kind, pages: list[Told], count: int) -> None:
    assert len(entities(known(*pages), kind)) == count
    assert len(entities(known(*reversed(pages)), kind)) == count


def test_bodies_follow_their_towns() -> None:
    pages = [
        told(f"{town}.txt", division("沛县"), division(town), body(f"{town}政府"), body(f"{town}小学"))
        for town in ("松岚镇", "岚松镇")
    ]
    assert len(entities(known(*pages), "Division")) == 2
    assert len(entities(known(*pages), "Organization")) == 2


def test_a_misprint_gives_its_reason_and_both_places() -> None:
    knowledge = known(led("a.txt", "岚川种业"), led("b.txt", "川岚种业"))
    [found] = [each for each in knowledge.identities if each.entity.startswith("body/")]
    assert set(found.forms) == {"岚川种业", "川岚种业"}
    assert any("两字颠倒" in reason for reason in found.reasons)
    assert any("宋明哲同为总经理" in reason for reason in found.reasons)
    assert {source.span.page for source in found.sources} == {"a.txt", "b.txt"}
    assert found.confidence > 0.9


def test_what_a_thing_replaces_is_its_other_names_alone() -> None:
    [firm] = entities(known(led("a.txt", "岚川种业"), led("b.txt", "川岚种业")), "Organization")
    assert {firm.key, *firm.replaces} == {"body/岚川种业", "body/川岚种业"}
