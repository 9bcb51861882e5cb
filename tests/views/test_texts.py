"""Pieces of pages hold every quote where the page has it, in order and apart from each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.queries.records import Quote
from kg.views import texts
from kg.views.texts import PageText, pieces

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能"
TEXT = LETTERS * 4
FILE = "山前报.txt"


def quote(start: int, end: int, beside: int = 3) -> Quote:
    return Quote(FILE, start, end, TEXT[start:end], TEXT[max(0, start - beside) : start], TEXT[end : end + beside])


places = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda place: quote(place[0], min(place[0] + place[1], len(TEXT)))
)


@given(st.lists(places, min_size=1, max_size=20), st.booleans())
def test_every_quote_stands_in_one_piece(quotes: list[Quote], at_hand: bool) -> None:
    pages = {FILE: PageText(TEXT, "", {"article/a1": (0, 30)})} if at_hand else {}
    found = pieces(quotes, dict.fromkeys(quotes, "article/a1"), pages)[FILE]
    for start, text in found:
        assert TEXT[start : start + len(text)] == text
    assert all(start + len(text) < after for (start, text), (after, _) in pairwise(found))
    for each in quotes:
        assert any(start <= each.start and each.end <= start + len(text) for start, text in found)


def test_an_article_is_told_as_far_as_it_reaches() -> None:
    said = quote(10, 12)
    found = pieces([said], {said: "article/a1"}, {FILE: PageText(TEXT, "", {"article/a1": (5, 60)})})
    assert found == {FILE: [(5, TEXT[5:60])]}


def test_the_beginning_of_an_article_that_no_page_gives_is_what_the_graph_keeps() -> None:
    assert pieces([quote(10, 12), quote(14, 16), quote(40, 41)], {}, {}) == {FILE: [(7, TEXT[7:19]), (37, TEXT[37:44])]}


@pytest.mark.parametrize(("room", "wanted"), [(1000, 55), (30, 12)])
def test_less_is_carried_around_each_quote_where_there_is_much(
    room: int, wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "_ROOM", room)
    monkeypatch.setattr(texts, "_AROUND", (20, 5))
    said = quote(10, 12)
    ((_, text),) = pieces([said], {said: "article/a1"}, {FILE: PageText(TEXT, "", {"article/a1": (5, 60)})})[FILE]
    assert len(text) == wanted
