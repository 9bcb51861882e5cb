"""Weights are learned from the right numbers: traced sums, and the loss of paths against enumeration."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.lattice import Candidate
from kg.extraction.weights import Traced, parts_of, traced_weights, weight
from kg.training.weights import Lattice, page_loss, write

A, B = ("person", "title_before"), ("person", "act_after")


def test_traced_sums_remember_their_terms() -> None:
    with traced_weights():
        total = 2 * weight(*A) + 1.5 - weight(*B) + weight(*A)
    assert isinstance(total, Traced)
    assert parts_of(total) == {A: 3.0, B: -1.0}
    assert total == pytest.approx(3 * weight(*A) + 1.5 - weight(*B))


def test_weights_are_plain_numbers_at_all_other_times() -> None:
    with traced_weights():
        assert parts_of(weight(*A)) == {A: 1.0}
    assert type(weight(*A)) is float


@st.composite
def lattices(draw: st.DrawFn) -> Lattice:
    """Some proposals over twelve characters, of which a few that do not overlap are annotated."""
    spans = sorted(
        {
            (start, start + size)
            for start, size in draw(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 4)), max_size=7))
        },
        key=lambda span: (span[1], span[0]),
    )
    rows = [Candidate(start, end, "Person", 0.0, "test") for start, end in spans]
    wanted = np.zeros(len(rows))
    last = 0
    for i, row in enumerate(rows):
        if row.start >= last and draw(st.booleans()):
            wanted[i], last = draw(st.sampled_from([0.5, 1.0])), row.end
    before = np.searchsorted([row.end for row in rows], [row.start for row in rows], side="right")
    return Lattice(tuple(rows), np.eye(len(rows)), np.zeros(len(rows)), before, wanted)


@given(lattices(), st.lists(st.floats(-3, 3), min_size=7, max_size=7))
@settings(max_examples=60, deadline=None)
def test_the_loss_is_that_of_all_paths(page: Lattice, numbers: list[float]) -> None:
    scores = np.array(numbers[: len(page.rows)])
    value, slope = page_loss(page, scores)
    assert value == pytest.approx(_by_enumeration(page, scores), abs=1e-6)
    for i in range(len(scores)):
        step = np.zeros(len(scores))
        step[i] = 1e-5
        difference = (_by_enumeration(page, scores + step) - _by_enumeration(page, scores - step)) / 2e-5
        assert slope[i] == pytest.approx(difference, abs=1e-4)


def _by_enumeration(page: Lattice, scores: np.ndarray) -> float:
    """Minus the log share of the paths that hold every wanted and no unwanted proposal."""
    every, right = 0.0, 0.0
    for size in range(len(scores) + 1):
        for path in itertools.combinations(range(len(scores)), size):
            if any(page.rows[a].overlaps(page.rows[b]) for a, b in itertools.combinations(path, 2)):
                continue
            mass = math.exp(sum(scores[i] for i in path))
            every += mass
            forced = {i for i in range(len(scores)) if page.wanted[i] == 1.0}
            if forced <= set(path) and all(page.wanted[i] > 0 for i in path):
                right += mass
    return -math.log(right / every)


def test_learned_weights_are_written_where_they_stand(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("weights") / "weights.toml"
    file.write_text("# head\n[person]\nx = 1.0\ny = 2.0\n\n[place]\nx = 3.0\n", "utf-8")
    write({("person", "y"): -0.126, ("place", "x"): 4.0}, file)
    assert file.read_text("utf-8") == "# head\n[person]\nx = 1.0\ny = -0.13\n\n[place]\nx = 4.00\n"
