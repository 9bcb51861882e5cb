"""What the tagger makes of one text: its best reading, and how likely any other span is a name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Nothing is believed further than this, as log odds.
SUREST = 5.0
# A probability whose log odds are below -SUREST.
UNLIKELY = 0.0066
# Where the tagger gives a name less than this, no other source looks for one.
SLIGHTEST = 0.0003


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger makes of one text.

    `spans` are (start, end, kind, probability) of its best reading; `first` and `inner`
    hold, for each kind, how likely a name of it begins at each character or goes on there.
    """

    spans: tuple[tuple[int, int, str, float], ...]
    first: dict[str, Sequence[float]]
    inner: dict[str, Sequence[float]]

    def starts(self, kind: str) -> list[int]:
        """Where a name of this kind may begin at all."""
        return list(np.flatnonzero(np.asarray(self.first.get(kind, ())) >= SLIGHTEST).tolist())

    def probability(self, start: int, end: int, kind: str) -> float:
        """About how likely `[start, end)` is one name of this kind: the least likely of its characters decides."""
        first, inner = self.first.get(kind), self.inner.get(kind)
        if first is None or inner is None:
            return 0.0
        least = min(first[start], min(inner[start + 1 : end])) if end - start > 1 else first[start]
        return min(least, 1.0 - inner[end]) if end < len(inner) else least

    def log_odds(self, start: int, end: int, kind: str) -> float:
        """The log odds of that probability, between -SUREST and SUREST."""
        first = self.first.get(kind)
        if first is None or first[start] < UNLIKELY:
            return -SUREST
        p = self.probability(start, end, kind)
        if p <= 0.0:
            return -SUREST
        return SUREST if p >= 1.0 else max(-SUREST, min(SUREST, math.log(p / (1.0 - p))))
