"""Word boundaries: one more source of evidence, never the only one.

Words come from the dictionary of jieba-rs; where the pipeline's own tokenizer cuts words (spacy-pkuseg, say), its
boundaries are added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

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
    tags: dict[int, str] = {}
    lengths: dict[int, int] = {}
    position = 0
    for word, tag in rjieba.tag(text, False):
        tags[position] = tag
        lengths[position] = len(word)
        position += len(word)
    starts = set(tags)
    before = {start + length: start for start, length in lengths.items()}
    ends = set(before)
    for start, end in tokens:
        if end - start > 1:
            starts.add(start)
            ends.add(end)
    return Words(frozenset(starts), frozenset(ends), tags, lengths, before)


@lru_cache(maxsize=100_000)
def known(word: str) -> bool:
    """True if the dictionary has this word."""
    return bool(rjieba.has_word(word))
