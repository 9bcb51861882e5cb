"""Names are found by pinyin, surnames in the reading that surnames have and in the usual one."""

from __future__ import annotations

import pytest

from kg.views.spelling import spelled


@pytest.mark.parametrize(
    ("names", "persons", "wanted"),
    [
        (["宋明哲"], True, "song ming zhe"),
        (["单立文"], True, "shan li wen|dan li wen"),
        (["曾立"], True, "zeng li|ceng li"),
        (["区用"], True, "ou yong|qu yong"),
        (["欧阳青"], True, "ou yang qing"),
        (["区政府"], False, "qu zheng fu"),
        (["吕良"], True, "lv liang"),
        (["《数字校园》OPPO合作2023"], False, "shu zi xiao yuan oppo he zuo 2023"),
        (["云岭县教育局", "县教育局"], False, "yun ling xian jiao yu ju|xian jiao yu ju"),
        (["宋明哲", "宋明喆"], True, "song ming zhe"),
        (["—"], False, ""),
    ],
)
def test_readings(names: list[str], persons: bool, wanted: str) -> None:
    assert spelled(names, persons=persons) == wanted
