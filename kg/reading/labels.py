"""Words that name a line for the reader: mastheads, sections of short news, notices, documents, imprints; and spacing.

Nothing here knows how a report, its byline or its pictures look; `kinds` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.lexicon import table
from kg.lexicon.divisions import gazetteer

H = "一-鿿㐀-䶿"
COUNTED = re.compile(rf"\d+|[{H}A-Za-z]")
# Single characters parted by blanks, three at least.
SPREAD = re.compile(rf"(?<!\S)(?:[{H}] ){{2,}}[{H}](?!\S)")
# A credit of the whole page has at most this length.
LONGEST_CREDIT = 90
# Several steps ask about the same line: what was found of so many lines is kept.
ASKED = 1 << 10


@dataclass(frozen=True, slots=True)
class Labels:
    """The patterns of these words in layout.toml, compiled."""

    imprint: re.Pattern[str]
    page_credit: re.Pattern[str]
    printed: re.Pattern[str]
    briefs: re.Pattern[str]
    notice: re.Pattern[str]
    picture_news: re.Pattern[str]
    document: re.Pattern[str]
    speaker: re.Pattern[str]


def alternatives(options: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(option) for option in sorted(options, key=len, reverse=True))


@cache
def labels() -> Labels:
    """The compiled patterns."""
    data: dict[str, Any] = table("layout")
    outlets, byline, captions, marks = data["outlets"], data["byline"], data["captions"], data["marks"]
    furniture, symbols = data["furniture"], rf"[{re.escape(marks['symbols'])}\s]*"
    notices, forecasts = alternatives(marks["notices"]), alternatives(marks["forecasts"])
    return Labels(
        imprint=re.compile(rf"\s(?:{alternatives([*furniture['contact'], *furniture['ways']])})[：\s]"),
        page_credit=re.compile(byline["patterns"]["page_credit"]),
        printed=re.compile(
            rf"《?(?P<name>[{H}]{{2,8}}?(?:{alternatives([*outlets['endings'], *outlets['mastheads']])}))》?"
            rf"(?=\s*$|\s+(?:19|20)\d\d\s?[年./-]|\s+[A-Z]?\d{{1,2}}(?:\s|版|$)|\s+第)"
        ),
        briefs=re.compile(rf"[{H}]{{0,6}}(?:{alternatives(marks['briefs'])})"),
        notice=re.compile(
            rf"{symbols}(?:[{H}]{{0,12}}?(?:{notices})(?=[\s】\]]|$)|(?:{notices})(?=：)"
            rf"|(?![据由])[{H}]{{0,12}}?(?:{forecasts})(?=[：\s】\]]|$))[】\]]?"
        ),
        picture_news=re.compile(
            rf"[\[【(](?:{alternatives(captions['labels'])})[\]】)]|(?:{alternatives(captions['labels'])})(?=：)"
        ),
        document=re.compile(marks["patterns"]["document"]),
        speaker=re.compile(rf"(?:{alternatives(data['text']['speakers'])})："),
    )


def names_end(text: str) -> int:
    """Where a list of names ends and the telephone numbers and addresses of the paper begin."""
    found = labels().imprint.search(text)
    return found.start() if found else len(text)


def is_page_credit(text: str) -> bool:
    """True for a line that says who made the pictures or texts of the whole page."""
    return len(text) <= LONGEST_CREDIT and labels().page_credit.fullmatch(text) is not None


def brief_label(text: str) -> bool:
    """True for the name of a section of short news (简讯, 短波)."""
    return labels().briefs.fullmatch(bare(text)) is not None


def is_spaced(text: str, size: int = 2) -> bool:
    """True for a line of at least `size` characters that blanks part one by one (老 区 情 深)."""
    tokens = text.split()
    counted = [len(COUNTED.findall(token)) for token in tokens]
    return sum(counted) >= size and len(tokens) > 1 and max(counted) == 1


@lru_cache(maxsize=ASKED)
def masthead(text: str) -> str | None:
    """The paper that a masthead line prints: a name that opens with a division's, or ends as only papers' names do."""
    found = labels().printed.match(SPREAD.sub(lambda spread: spread[0].replace(" ", ""), text))
    if not found:
        return None
    name = found["name"]
    if name.endswith(tuple(table("layout")["outlets"]["papers"])):
        return name
    endings = (*table("layout")["outlets"]["endings"], *table("layout")["outlets"]["mastheads"])
    rest = {name[end:] for start, end, _ in gazetteer().scan(name) if start == 0}
    return name if any(one in endings for one in rest) else None


def bare(text: str) -> str:
    """A line without symbols, blanks and colons."""
    return _symbols().sub("", text)


@cache
def _symbols() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(table('layout')['marks']['symbols'])} ：]+")
