"""Names in pictures: no character that the font does not have, with and without a Chinese font."""

from __future__ import annotations

import sys
import warnings
from io import BytesIO

import pytest

pytest.importorskip("matplotlib")
from matplotlib import pyplot

from kg import plotting
from kg.errors import KgError

NAMES = ("宋明哲", "云岭县教育局", "Kg 2023", "\U000e0fff")


def _drawn(names: list[str]) -> list[str]:
    """The complaints of matplotlib about a picture of these names."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        figure, axes = pyplot.subplots()
        axes.barh(range(len(names)), [1] * len(names), tick_label=names)
        figure.savefig(BytesIO())
        pyplot.close(figure)
    return [str(each.message) for each in told if "lyph" in str(each.message)]


def test_without_a_chinese_font_names_are_spelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotting, "_chinese_font", lambda: None)
    shown = plotting.chinese_labels()(NAMES)
    assert shown == ["Song Ming Zhe", "Yun Ling Xian Jiao Yu Ju", "Kg 2023", "?"]
    assert _drawn(shown) == []


def test_with_a_chinese_font_names_stay_as_they_are() -> None:
    if plotting._chinese_font() is None:
        pytest.skip("this machine has no Chinese font")
    shown = plotting.chinese_labels()(NAMES)
    assert shown == ["宋明哲", "云岭县教育局", "Kg 2023", "?"]
    assert _drawn(shown) == []


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(KgError, match=r"pip install 'kg\[notebooks\]'"):
        plotting.chinese_labels()
