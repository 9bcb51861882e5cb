"""Names in pinyin without tones, so that they can be found by what one types; surnames in all their readings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pypinyin import lazy_pinyin

from kg.lexicon import table

_NO_SYLLABLE = re.compile(r"[^0-9a-z]+")


def spelled(names: Iterable[str], *, persons: bool) -> str:
    """Each name in pinyin, syllables apart by blanks, names apart by `|`; a reading is given once."""
    readings = (reading for name in names for reading in _readings(name, persons))
    return "|".join(dict.fromkeys(reading for reading in readings if reading))


def _readings(name: str, person: bool) -> list[str]:
    syllables = _syllables(name)
    surname = table("readings")["surnames"].get(name[:1]) if person else None
    if surname is None or not syllables or surname == syllables[0]:
        return [" ".join(syllables)]
    return [" ".join([surname, *syllables[1:]]), " ".join(syllables)]


@cache
def _syllables(name: str) -> tuple[str, ...]:
    spoken = (_NO_SYLLABLE.sub("", syllable.casefold()) for syllable in lazy_pinyin(name))
    return tuple(syllable for syllable in spoken if syllable)
