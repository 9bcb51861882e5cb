"""Two in a post of one on one day: told once, with both pages, unless the post is handed over."""

from __future__ import annotations

import pytest

from kg.resolution.rivals import Shown, rivals
from tests.resolution.told import Post, body, known, person, told

DAY = "2023-05-11"

SHOWN = {
    "one day": ([("甲", DAY), ("乙", DAY)], {}, [("甲", "乙", DAY, 0)]),
    "another day": ([("甲", DAY), ("乙", "2023-05-12")], {}, []),
    "one person": ([("甲", DAY), ("甲", DAY)], {}, []),
    "a month proves nothing": ([("甲", "2023-05"), ("乙", "2023-05")], {}, []),
    "a pair once": ([(who, f"2023-05-1{n}") for n in range(3) for who in "甲乙"], {}, [("乙", "甲", "2023-05-10", 2)]),
    "three are three pairs": ([(who, DAY) for who in "ABC"], {}, [(a, b, DAY, 0) for a, b in ("AB", "AC", "BC")]),
    "who leaves that day": ([("甲", DAY), ("乙", DAY)], {"甲": DAY}, []),
    "who came shortly before": ([("甲", DAY), ("乙", DAY)], {"乙": "2023-05-09"}, []),
    "who came in that month": ([("甲", DAY), ("乙", DAY)], {"乙": "2023-05"}, []),
    "who came long before": ([("A", DAY), ("B", DAY)], {"B": "2022-05-09"}, [("A", "B", DAY, 0)]),
    "who leaves later": ([("A", DAY), ("B", DAY)], {"B": "2023-05-12"}, [("A", "B", DAY, 0)]),
}


@pytest.mark.parametrize("case", SHOWN)
def test_two_in_a_post_of_one(case: str) -> None:
    shown, turns, pairs = SHOWN[case]
    found = rivals(
        [Shown("post", day, who, f"{number}.txt") for number, (who, day) in enumerate(shown)],
        {(who, "post"): [date] for who, date in turns.items()},
    )
    told_ = {(frozenset((r.first.person, r.second.person)), r.day, r.more) for r in found}
    assert told_ == {(frozenset((a, b)), day, more) for a, b, day, more in pairs}
    assert len(found) == len(pairs)


PEOPLE = (person("宋明哲"), person("柳青禾"), body("沛县教育局"))
WARNINGS = {
    "heads": ("局长", "current", True),
    "deputies": ("副局长", "current", False),
    "a former head": ("局长", "former", False),
}


@pytest.mark.parametrize("case", WARNINGS)
def test_a_build_warns_of_two_heads_of_one_body(case: str) -> None:
    title, status, warned = WARNINGS[case]
    pages = [
        told("a.txt", *PEOPLE, posts=[Post("宋明哲", title, "沛县教育局")], issued=DAY),
        told("b.txt", *PEOPLE, posts=[Post("柳青禾", title, "沛县教育局", status)], issued=DAY),  # type: ignore[arg-type]
    ]
    warnings = [each for each in known(*pages).warnings if "one person holds it at a time" in each]
    assert len(warnings) == warned
    for words in ("沛县教育局局长", "宋明哲 (a.txt)", "柳青禾 (b.txt)", DAY, "decisions.toml", "same", "apart"):
        assert all(words in each for each in warnings), words
