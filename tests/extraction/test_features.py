"""The look-up of features by arrays, against searching each one."""

from __future__ import annotations

import numpy as np

from kg.extraction.columns import TEMPLATES, keys
from kg.extraction.features import features

COLUMNS = sorted({column for template in TEMPLATES for column, _ in template})


def test_every_feature_has_the_row_of_its_key() -> None:
    random = np.random.default_rng(7)
    page = {name: random.integers(0, 4, size=60) for name in COLUMNS}
    stood = np.unique(np.concatenate(list(keys(page))))
    known = np.sort(random.choice(stood, size=len(stood) // 2, replace=False))
    found = features(known)
    rows = dict(zip(found.tries, found.rows(page), strict=True))
    for number, key in enumerate(keys(page)):
        at = np.minimum(np.searchsorted(known, key), len(known) - 1)
        wanted = np.where(known[at] == key, at + 1, 0)
        np.testing.assert_array_equal(rows.get(number, np.zeros(60)), wanted)
