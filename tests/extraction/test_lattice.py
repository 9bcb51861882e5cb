"""The best path against brute force, and names inside names."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.lattice import Candidate, best_path, merge

rows = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 4), st.integers(-20, 60)).map(
        lambda t: Candidate(t[0], t[0] + t[1], "Person", t[2] / 10, "test")
    ),
    max_size=9,
)


def greatest(candidates: list[Candidate]) -> float:
    best = 0.0
    for size in range(1, len(candidates) + 1):
        for chosen in combinations(candidates, size):
            if not any(a.overlaps(b) for a, b in combinations(chosen, 2)):
                best = max(best, sum(c.weight for c in chosen))
    return best


@given(rows)
def test_no_other_choice_weighs_more(candidates: list[Candidate]) -> None:
    chosen, _ = best_path(candidates)
    assert not any(a.overlaps(b) for a, b in combinations(chosen, 2))
    assert abs(sum(c.weight for c in chosen) - greatest(merge(candidates))) < 1e-9


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_proposals_does_not_matter(candidates: list[Candidate], random: object) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert best_path(candidates)[0] == best_path(shuffled)[0]


@given(rows)
def test_every_proposal_is_chosen_or_lost_with_its_winner(candidates: list[Candidate]) -> None:
    chosen, lost = best_path(candidates)
    for candidate in merge(candidates):
        if candidate not in chosen:
            winner = next(w for c, w in lost if c == candidate)
            assert winner is None or (winner in chosen and winner.overlaps(candidate))


def test_a_long_name_is_not_outweighed_by_the_names_inside_it() -> None:
    county = Candidate(0, 3, "Division", 2.6, "gazetteer")
    bureau = Candidate(0, 8, "Organization", 1.0, "ending-public")
    chosen, lost = best_path([county, bureau])
    assert chosen == [bureau]
    assert lost == [(county, bureau)]


def test_a_person_never_carries_the_names_inside_it() -> None:
    short = Candidate(0, 2, "Person", 3.0, "act-after")
    long = Candidate(0, 3, "Person", 1.0, "name-shape")
    assert best_path([short, long])[0] == [short]
