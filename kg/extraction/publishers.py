"""Who runs the paper: the bodies that the head of a page names beside the date, which belong to no article's text.

They are mentions of the page's first article, as bylines are of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extraction.characters import HAN
from kg.extraction.departments import classes_of
from kg.lexicon import table
from kg.lexicon.divisions import gazetteer
from kg.model import Mention, Page, Span
from kg.reading.labels import alternatives
from kg.reading.script import simplified

# The longest head of a page, in characters.
HEAD = 400
SURE = 0.9
PARTY = "中共"


def publishers(page: Page, first_id: int) -> tuple[Mention, ...]:
    """The bodies in the head of a page, outside its articles, that run, make or print it; `first_id` numbers them."""
    told = {at for article in page.articles for at in article.starts[:HEAD]}
    places = [at for at, char in enumerate(page.text[:HEAD]) if char not in "\r\n" and at not in told]
    printed = "".join(page.text[at] for at in places)
    text = simplified(printed)
    return tuple(
        Mention(
            f"m{number}",
            Span(page.id, places[start], places[end - 1] + 1),
            "Organization",
            text[start:end],
            text[start:end],
            "masthead",
            SURE,
            classes=classes_of(text[start:end]),
            spelled=(printed[start:end],) if printed[start:end] != text[start:end] else (),
        )
        for number, (start, end) in enumerate(sorted(_bodies(text)), first_id)
    )


def _bodies(text: str) -> Iterator[tuple[int, int]]:
    """Where the bodies stand: before a word for what they do, after such a word with a colon, or before another one."""
    runs, label, name, row = _patterns()
    following = 0
    for start, stop in reversed(_divisions(text)):
        body = runs.match(text, stop) or row.fullmatch(text, stop, following)
        if body is None and label.search(text, 0, start):
            body = name.match(text, stop)
        if body is not None and classes_of(text[start : body.end("body")]):
            following = start
            yield (start - len(PARTY) if text.endswith(PARTY, 0, start) else start), body.end("body")


def _divisions(text: str) -> list[tuple[int, int]]:
    """The divisions of the gazetteer, the longest at each place; of a row of them, the last."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(
        ((start, stop) for start, stop, _ in gazetteer().scan(text)), key=lambda at: (at[0], -at[1])
    ):
        if not found or start >= found[-1][1]:
            found = [*(found[:-1] if found and found[-1][1] == start else found), (start, stop)]
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = table("deixis")["owners"]
    body = f"(?P<body>(?:(?!中共|委.?(?:人民)?政府)[{HAN}]){{1,14}}"
    runs = alternatives([*words["runs"], *words["makes"]])
    return (
        re.compile(f"{body}?) ?(?:{runs})"),
        re.compile(f"(?:{runs})(?:单位)?[:：] ?(?:中共)?$"),
        re.compile(f"{body})"),
        re.compile(f"{body}?)[ 、和]?(?:中共)?"),
    )
