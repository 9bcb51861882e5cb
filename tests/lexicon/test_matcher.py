"""Every match of a table in a text, against looking at each stretch."""

from __future__ import annotations

import re

import pytest

from kg.lexicon.matcher import Matcher, ending, holds, in_lines, opening


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


@pytest.mark.parametrize(
    ("text", "words", "opens", "ends", "within"),
    [
        ("县委书记", ("县委", "县", "书记", "记"), "县委", "书记", True),
        ("县委书记", ("县", "县委", "记", "书记"), "县", "记", True),
        ("县委书记", ("委书",), "", "", True),
        ("县委书记", ("镇", "县委书记长"), "", "", False),
        ("", ("县",), "", "", False),
        ("县委书记", (), "", "", False),
    ],
)
def test_the_first_word_of_a_list_that_opens_or_ends_a_text(
    text: str, words: tuple[str, ...], opens: str, ends: str, within: bool
) -> None:
    assert (opening(text, words), ending(text, words), holds(text, words)) == (opens, ends, within)
    assert opening(f"原{text}", words, 1) == opens
    assert ending(f"{text}甲", words, len(text)) == ends


def test_a_word_ends_no_stretch_that_begins_within_it() -> None:
    assert ending("县委书记", ("书记", "记"), 4, 3) == "记"
