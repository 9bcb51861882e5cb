"""Every match of a table in a text, against looking at each stretch."""

from __future__ import annotations

import re

import pytest

from kg.lexicon.matcher import Matcher, in_lines


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("县委", "县委书记", "书记", "记"), "县委书记和书记"),
        (("镇", "石桥镇", "桥镇"), "石桥镇"),
        (("人人",), "人人人"),
        (("局",), "没有"),
        ((), "县委"),
    ],
)
def test_all_matches_are_found_the_longest_first(words: tuple[str, ...], text: str) -> None:
    matcher = Matcher({word: word for word in words})
    wanted = [
        (start, end, text[start:end])
        for start in range(len(text))
        for end in range(len(text), start, -1)
        if text[start:end] in words
    ]
    assert list(matcher.find(text)) == wanted
    assert sorted(map(tuple, matcher.spans(text).tolist())) == sorted((start, end) for start, end, _ in wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("石桥、柳林两镇", ["石桥、柳林两镇"]),
        (
            "石桥、柳林两镇，东河、西河两镇\n两镇\n南山、北山两镇",
            ["石桥、柳林两镇", "东河、西河两镇", "南山、北山两镇"],
        ),
        ("石桥、柳林", []),
        ("石桥、\n柳林两镇", []),
        ("", []),
    ],
)
def test_a_slow_pattern_is_found_in_the_lines_that_hold_what_it_needs(text: str, wanted: list[str]) -> None:
    needed = re.compile("两镇")
    assert [m.group() for m in in_lines(re.compile("[一-龥]+、[一-龥]+两镇"), needed, text)] == wanted
