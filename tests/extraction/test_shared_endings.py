"""Lists that print the ending of their names once."""

from __future__ import annotations

import pytest

from kg.extraction.shared_endings import _lists


@pytest.mark.parametrize(
    ("text", "printed", "ending"),
    [
        ("对云河、光山两乡镇进行视察", "对云河、光山", "乡镇"),
        ("云河、石桥、柳林和沙坡等4个村", "云河、石桥、柳林和沙坡", "村"),
        ("云河、石桥等信用社", "云河、石桥", "信用社"),
    ],
)
def test_a_list_ends_with_what_counts_it(text: str, printed: str, ending: str) -> None:
    found = _lists().search(text)
    assert found is not None
    assert (found.group("list"), found.group("ending")) == (printed, ending)


@pytest.mark.parametrize("text", ["云河、石桥等地", "云河镇、石桥镇", "两个村"])
def test_what_is_no_such_list(text: str) -> None:
    assert _lists().search(text) is None
