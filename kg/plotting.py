"""Chinese names in pictures of matplotlib, on any machine: a font that has them, or else pinyin; never empty boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.views.spelling import spelled

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_USUAL = "余的镇签议"
# A font that claims this one, which is no character, draws boxes for everything.
_NEVER = "\U000e0fff"
_REGULAR = 400

Labels = Callable[[Iterable[str]], list[str]]


def chinese_labels() -> Labels:
    """Makes matplotlib use a font of this machine that has Chinese, and gives the function that makes names fit for it.

    A name of which the font lacks a character, and every Chinese name where there is no such font, is given in pinyin.
    Raises KgError where matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.ft2font import FT2Font
    except ImportError:
        raise KgError("pictures need matplotlib: install it with pip install 'kg[notebooks]'") from None
    found = _chinese_font() or (_plain_font(), "DejaVu Sans")
    path, family = found
    matplotlib.rcParams["font.family"] = list(dict.fromkeys((family, "DejaVu Sans")))
    matplotlib.rcParams["axes.unicode_minus"] = False
    font = FT2Font(path)
    return lambda names: [name if _has(font, name) else _pinyin(name) for name in names]


@cache
def _chinese_font() -> tuple[str, str] | None:
    """File and family of a font that has the usual characters: the first by weight and name."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    for entry in sorted(fontManager.ttflist, key=lambda each: (_off(each.weight), each.style, each.name, each.fname)):
        try:
            font = FT2Font(entry.fname)
        except (OSError, RuntimeError):
            continue  # A font that cannot be opened has nothing to show.
        if _has(font, _USUAL) and not _has(font, _NEVER):
            return str(entry.fname), str(entry.name)
    return None


def _plain_font() -> str:
    from matplotlib.font_manager import findfont

    return str(findfont("DejaVu Sans"))


def _off(weight: object) -> int:
    return abs(weight - _REGULAR) if isinstance(weight, int) else 0 if weight in ("normal", "regular") else _REGULAR


def _has(font: FT2Font, text: str) -> bool:
    return all(font.get_char_index(ord(letter)) for letter in text)


def _pinyin(name: str) -> str:
    first = spelled([name], persons=len(name) < 4).partition("|")[0]
    return first.title() or "?"
