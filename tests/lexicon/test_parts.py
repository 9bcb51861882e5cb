"""The owners of parts: written out, or shared under a name."""

from __future__ import annotations

from kg.lexicon import table
from kg.lexicon.parts import part_owners


def test_every_part_has_owners_and_every_shared_list_is_used() -> None:
    shared = table("titles")["part_owners"]
    assert all(part_owners().values())
    assert set(shared) == {of for of in table("titles")["parts"].values() if isinstance(of, str)}


def test_a_shared_list_stands_for_its_owners() -> None:
    assert part_owners()["法制委员会"] == tuple(table("titles")["part_owners"]["congresses"])
    assert part_owners()["村民小组"] == ("村",)
