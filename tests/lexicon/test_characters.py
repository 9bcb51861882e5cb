"""Traditional script read as simplified, and how alike characters look; and the tables as the command makes them."""

from __future__ import annotations

import pytest

from kg.lexicon.script import simplified
from kg.lexicon.shapes import likeness
from kg.training.characters import shapes

SCRIPTS = [
    ("縣委書記劉國樑於後來到會", "县委书记刘国梁于后来到会"),
    ("县委书记刘国梁说，著名的乾县。Plain 1", "县委书记刘国梁说，著名的乾县。Plain 1"),
    ("", ""),
]


@pytest.mark.parametrize(("printed", "read"), SCRIPTS)
def test_traditional_script_is_read_as_simplified(printed: str, read: str) -> None:
    assert simplified(printed) == read


def test_characters_that_look_alike() -> None:
    assert likeness("清", "清") == 1.0
    assert likeness("清", "请") == likeness("请", "清")
    assert min(likeness("清", "请"), likeness("平", "乎"), likeness("谭", "潭")) > 0.7
    assert max(likeness("花", "军"), likeness("玉", "磊")) < 0.5


def test_shapes_come_from_the_pictures_of_gb_2312() -> None:
    bar, frame = "FFFF" + "0000" * 15, "FFFF" + "8001" * 14 + "FFFF"
    chars, rows = shapes(iter([f"4E00:{bar}\n", f"56D7:{frame}\n", "0041:00\n", f"570B:{frame}\n"]))
    assert chars == "一囗"
    assert len(rows) == 2
