"""The tagger's arithmetic against enumeration, and its training on a handful of sentences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluation.annotation import load
from kg.extraction.tagger import marginals, read_labels, tag, unpack
from kg.reading import read_page
from kg.training.corpus import Example, gold_spans, sheet_of
from kg.training.tagger import labels_of, train
from tests.evaluation.pages import written

NAMES = ("王大山", "李明", "赵小川", "钱有余", "孙立", "周文斌", "吴海燕", "郑国强")


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_marginals_are_sums_over_all_readings(lengths: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    labels, size = 3, sum(lengths)
    scores, moves = random.normal(size=(size, labels)), random.normal(size=(labels, labels))
    ends = list(itertools.accumulate(lengths))
    cuts = sorted(zip([0, *ends], ends, strict=False), key=lambda cut: cut[0] - cut[1])
    wanted = np.zeros((size, labels))
    for start, end in cuts:
        for path in itertools.product(range(labels), repeat=end - start):
            mass = np.exp(
                sum(scores[start + i, y] for i, y in enumerate(path))
                + sum(moves[a, b] for a, b in itertools.pairwise(path))
            )
            for i, y in enumerate(path):
                wanted[start + i, y] += mass
    wanted /= wanted.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(marginals(scores, cuts, moves), wanted, atol=1e-9)


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ("O B I O", [(1, 3, "P")]),
        ("B B I", [(0, 1, "P"), (1, 3, "P")]),
        ("O I I", [(1, 3, "P")]),
        ("B I I", [(0, 3, "P")]),
        ("O O", []),
    ],
)
def test_labels_are_read_as_spans(labels: str, spans: list[tuple[int, int, str]]) -> None:
    assert list(read_labels([label if label == "O" else f"{label}-P" for label in labels.split()])) == spans


def test_a_trained_tagger_finds_what_it_was_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    lines = [
        f"5月{day}日，县委书记{name}到石桥镇调研。{name}强调，要抓好春耕生产。" for day, name in enumerate(NAMES, 1)
    ]
    text = "\n".join(["春耕生产调研", *lines]) + "\n"
    (folder / "page.txt").write_text(text, "utf-8")
    mentions = []
    for name in NAMES:
        at = text.find(name)
        while at >= 0:
            mentions.append([at, at + len(name), "e1"])
            at = text.find(name, at + 1)
    example = Example(load(written(folder, mentions=sorted(mentions))), read_page(text.encode(), "page.txt"))
    sheet = sheet_of(example)
    spans = gold_spans(example, sheet)
    assert len(spans) == 2 * len(NAMES)
    assert sum(label == "B-Person" for label in labels_of(sheet, spans)) == len(spans)
    tagged = tag(sheet, unpack(train([example])))
    assert {(s, e) for s, e, _, _ in tagged.spans} == {(span.start, span.end) for span in spans}
    assert all(tagged.probability(span.start, span.end, "Person") > 0.5 for span in spans)
    assert tagged.probability(spans[0].start, spans[0].end, "Organization") == 0.0
