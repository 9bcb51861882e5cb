"""The engine on a small synthetic country, and what the benchmark measures it by."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.country import Country, country
from benchmarks.identity import agreement
from kg.resolution.identity import link


@pytest.fixture(scope="module")
def small() -> Country:
    return country(6000, seed=3)


def test_a_country_is_the_same_for_the_same_seed(small: Country) -> None:
    again = country(6000, seed=3)
    assert again.figures.names == small.figures.names
    assert again.persons.tolist() == small.persons.tolist()
    for name, rows in small.figures.sets.items():
        assert (again.figures.sets[name] != rows).nnz == 0
    assert country(6000, seed=4).figures.names != small.figures.names


def test_a_country_has_as_many_names_and_misreadings_as_it_says(small: Country) -> None:
    assert len(small.figures) == 6000
    assert 0.03 < small.misread.mean() < 0.05
    # Nobody is in an article twice.
    articles = small.figures.sets["articles"].indices
    assert len(np.unique(np.stack([articles, small.persons]), axis=1).T) == 6000


def test_the_engine_finds_the_persons(small: Country) -> None:
    found = agreement(link(small.figures).labels, small.persons)
    assert found["precision"] > 0.99
    assert found["recall"] > 0.92
    assert found["cubed_precision"] > 0.995
    assert found["cubed_recall"] > 0.95


@pytest.mark.parametrize(
    ("labels", "truth", "expected"),
    [
        ([0, 0, 1], [0, 0, 1], (1, 1, 1, 1)),
        ([0, 0, 0], [0, 0, 1], (1 / 3, 1, 5 / 9, 1)),
        ([0, 1, 2], [0, 0, 0], (0, 0, 1, 1 / 3)),
    ],
)
def test_agreement(labels: list[int], truth: list[int], expected: tuple[float, ...]) -> None:
    found = agreement(np.array(labels), np.array(truth))
    assert tuple(found.values()) == pytest.approx(expected)
