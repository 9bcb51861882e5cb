"""Word boundaries: one more source of evidence, never the only one.

Words come from the dictionary of jieba-rs; where the pipeline's own tokenizer cuts words (spacy-pkuseg, say), its
boundaries are added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import rjieba

# Tags of names: of people, places, others.
NAME_TAGS = ("nr", "ns", "nz")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: `tags[i]` is the part of speech of the word that starts at character i, else ''.

    `before[i]` is where the word begins that ends at i.
    """

    starts: frozenset[int]
    ends: frozenset[int]
    tags: dict[int, str]
    lengths: dict[int, int]
    before: dict[int, int] = field(default_factory=dict)

    def boundary(self, position: int) -> bool:
        """True if a word starts or ends here."""
        return position in self.starts or position in self.ends


NO_WORDS = Words(frozenset(), frozenset(), {}, {})


def cut(text: str, tokens: Iterable[tuple[int, int]] = ()) -> Words:
    """The words of `text`; `tokens` are boundaries of another segmenter, as start and end."""
    tagged = rjieba.tag(text, False)
    sizes = [len(word) for word, _ in tagged]
    edges = list(accumulate(sizes, initial=0))
    tags = {start: tag for start, (_, tag) in zip(edges, tagged, strict=False)}
    before = dict(zip(edges[1:], edges, strict=False))
    more = [token for token in tokens if token[1] - token[0] > 1]
    starts = frozenset(tags).union(start for start, _ in more)
    ends = frozenset(before).union(end for _, end in more)
    return Words(starts, ends, tags, dict(zip(edges, sizes, strict=False)), before)


@lru_cache(maxsize=100_000)
def known(word: str) -> bool:
    """True if the dictionary has this word."""
    return bool(rjieba.has_word(word))
