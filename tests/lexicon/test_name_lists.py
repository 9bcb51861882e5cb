"""The lists of names are clean enough to be looked up by character, and their order means what their heads say."""

from __future__ import annotations

import itertools
import unicodedata
from importlib.resources import files

import pytest

from kg.lexicon import words

CHARACTERS = ["surnames", "given_characters", "transliteration_characters"]
PARTS = ["compound_surnames", "minority_name_parts", "division_homographs"]

# list, entries that must be in it
HOLDS = [
    ("surnames", "王 肖 闫 区 单 佟 逄 揣 阿 买 拓 和 木"),
    ("compound_surnames", "欧阳 上官 司徒 诸葛 令狐 尉迟"),
    ("given_characters", "华 伟 丽 建 玥 轩 昊"),
    ("transliteration_characters", "尔 斯 克 拉 木 江 提 买"),
    ("minority_name_parts", "买买提 阿不都 吐尔逊 古丽 扎西 次仁 卓玛 巴特尔 其其格 格桑 丹增 多吉"),
]

# list, entries that would make it useless: words of the grammar, titles, endings
LACKS = [
    ("surnames", "的 是 了 在 不 我 市 县 镇 长 新 第 被 要"),
    ("given_characters", "的 了 是 在 们 吗 不"),
    ("compound_surnames", "书记 市长 主任 记者"),
]


@pytest.mark.parametrize("name", CHARACTERS)
def test_lists_of_characters_hold_single_chinese_characters(name: str) -> None:
    assert [entry for entry in words(name) if len(entry) != 1 or not _chinese(entry)] == []


@pytest.mark.parametrize("name", PARTS)
def test_lists_of_parts_hold_chinese_words(name: str) -> None:
    assert [entry for entry in words(name) if len(entry) < 2 or not _chinese(entry)] == []


@pytest.mark.parametrize("name", CHARACTERS + PARTS)
def test_no_entry_stands_twice(name: str) -> None:
    text = (files("kg.lexicon") / f"{name}.txt").read_text("utf-8")
    printed = [entry for line in text.splitlines() for entry in line.partition("#")[0].split()]
    assert printed == list(words(name))


@pytest.mark.parametrize(("name", "entries"), HOLDS)
def test_a_list_holds_what_pages_print(name: str, entries: str) -> None:
    assert set(entries.split()) <= set(words(name))


@pytest.mark.parametrize(("name", "entries"), LACKS)
def test_a_list_lacks_what_would_find_names_everywhere(name: str, entries: str) -> None:
    assert set(entries.split()).isdisjoint(words(name))


def test_surnames_come_by_frequency() -> None:
    ranked = [words("surnames").index(name) for name in "王李张刘陈" + "邓" + "常" + "汤" + "逄"]
    assert all(before < after for before, after in itertools.pairwise(ranked))
    assert words("surnames")[99] == "常"


def _chinese(entry: str) -> bool:
    return all(unicodedata.name(character, "").startswith("CJK UNIFIED IDEOGRAPH") for character in entry)
