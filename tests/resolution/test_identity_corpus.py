"""The pages of `tests/identity/`: names of one person are joined, those of two never."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.resolution.identity_corpus import FOLDER, Account, account, places, table, truth

TRUTH = truth()
JOINED = 0.9
"""The least share of misprints, and of names that return, that must be joined."""


@pytest.fixture(scope="module")
def found() -> Account:
    return account()


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(list(FOLDER.glob("invented-*.txt"))) == 30
    assert len(TRUTH.variants) >= 30
    assert sum(variant.doubtful for variant in TRUTH.variants) == 4
    assert len(TRUTH.apart) >= 30


def test_every_name_stands_on_its_page_and_is_one_person_s() -> None:
    where = {figure: places(figure, TRUTH) for figure in TRUTH.figures}
    assert [figure for figure, found in where.items() if not found] == []
    claims = Counter((figure.page, place) for figure, found in where.items() for place in found)
    assert [claim for claim, times in claims.items() if times > 1] == []


def test_rows_speak_of_persons_that_are_there() -> None:
    forms = {(figure.who, figure.form) for figure in TRUTH.figures}
    assert [row for row in TRUTH.variants if (row.of, row.wrong) not in forms] == []
    assert {who for row in TRUTH.apart for who in row.pair} <= set(TRUTH.who())


def test_every_name_is_read(found: Account) -> None:
    assert found.unread() == []


def test_no_two_are_one(found: Account) -> None:
    assert found.precision() == 1.0, table(found)


def test_misprints_are_joined_to_what_they_stand_for(found: Account) -> None:
    assert len(TRUTH.variants) - len(found.missed()) >= JOINED * len(TRUTH.variants), table(found)


def test_one_name_of_one_person_is_joined(found: Account) -> None:
    assert len(found.repeated()) - len(found.torn()) >= JOINED * len(found.repeated()), table(found)
