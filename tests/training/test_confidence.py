"""A scale learned from verdicts gives probabilities; raw scores stay as they are while it is learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kg.resolution import confidence as scale_in_use
from kg.training.confidence import Judged, learn, reliability, write


def test_learned_confidence_is_the_share_that_is_right() -> None:
    random = np.random.default_rng(7)
    rows = []
    for _ in range(6000):
        score = float(random.uniform(0.1, 0.95))
        rule = str(random.choice(["good", "bad"]))
        right = bool(random.random() < (0.95 if rule == "good" else 0.4) * score + 0.03)
        rows.append(Judged("attendee", score, (rule,), right, "page"))
    scale = learn(rows[:3000])
    table = reliability((scale.probability(row), row.right) for row in rows[3000:])
    assert all(abs(share - (low + high) / 2) < 0.12 for low, high, count, share in table if count > 100)
    assert scale.probability(rows[0]) == scale.probability(rows[0])


def test_what_was_learned_is_written_as_data(tmp_path: Path) -> None:
    file = tmp_path / "calibration.toml"
    file.write_text("# head\n\n[scale]\nslope = 1.0\n", "utf-8")
    write(learn([Judged("holds", 0.9, ("rule",), True, "page")] * 20), file)
    text = file.read_text("utf-8")
    assert text.startswith("# head\n\n[scale]\nslope = ")
    assert '"holds" = ' in text and '"rule" = ' in text


def test_raw_scores_are_kept_on_request() -> None:
    with scale_in_use.raw_scores():
        assert scale_in_use.probability("person/x", "met", 0.37, ("any",)) == 0.37
    assert scale_in_use.probability("person/x", "no-such-predicate", 0.37, ()) == 0.37
