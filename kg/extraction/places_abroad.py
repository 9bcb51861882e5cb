"""Cities and states of other countries, which no gazetteer knows, where posts and bodies are named after them."""

from __future__ import annotations

from collections import Counter

from kg.extraction.characters import is_han
from kg.extraction.openings import boundary_words
from kg.extraction.sheet import Sheet
from kg.extraction.titles import Title
from kg.lexicon import listed
from kg.lexicon.matcher import matcher_of

# Names of this length are words of Chinese places as well, and count only where a name may begin.
SHORT = 2
CITY, STATE = "市", "州"


def place_before(text: str, title: Title, level: str) -> tuple[str, int] | None:
    """A city or state abroad before the post of its head or councillor, with its level, and where it starts.

    The level may stand once or twice: 某某|市长, 某某市|市长, 某州州长.
    """
    shared = title.start + len(level) if text.startswith(level, title.start) else title.start
    for end in dict.fromkeys((shared, title.start)) if level else ():
        for kind in ("cities", "states"):
            hit = matcher_of("abroad", kind).before(text, end)
            if hit is None and text.endswith(level, 0, end):
                hit = matcher_of("abroad", kind).before(text, end - len(level))
            if level not in listed("abroad", kind, "levels") or hit is None or hit[0] >= title.start:
                continue
            if len(hit[1]) > SHORT or opens_here(text, hit[0]):
                return (hit[1] if hit[1].endswith(level) else hit[1] + level), hit[0]
    return None


def city_told(sheet: Sheet, position: int) -> str:
    """The city abroad that a bare 市 of 市议员 and 市议会 means: the article's last before, else the page's; or ''."""
    part = sheet.part_at(position)
    hits = [(start, name) for start, _, name in matcher_of("abroad", "cities").find(sheet.text)]
    before = [name for start, name in hits if part.start <= start < position]
    count = Counter(name for _, name in hits)
    name = before[-1] if before else max(sorted(count), key=lambda each: count[each], default="")
    return name if not name or name.endswith(CITY) else name + CITY


def state_told(sheet: Sheet) -> str:
    """The state abroad that a page tells of most, where its level is a 州: what 州政府 means there; or ''."""
    told = matcher_of("abroad", "states").find(sheet.text)
    count = Counter(name for start, _, name in told if name.endswith(STATE) and opens_here(sheet.text, start))
    return max(sorted(count), key=lambda each: count[each], default="")


def opens_here(text: str, start: int) -> bool:
    """True if a name may begin here: after a mark, or a word that no name holds."""
    return not is_han(text[start - 1 : start] or "\n") or boundary_words().before(text, start) is not None
