"""Words for the terms that the explorer shows: the ontology's own labels, and the lexicon's for what has none there."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.vocabulary import vocabulary
from kg.lexicon import table

Words = dict[str, tuple[str, str]]

_SECTIONS = ("statuses", "ties")


def terms(names: Iterable[str]) -> Words:
    """Each local name with its Chinese and English words; one that nobody has words for stands for itself."""
    lexicon = {name: (pair[0], pair[1]) for section in _SECTIONS for name, pair in table("interface")[section].items()}
    known = {**vocabulary().labels, **lexicon}
    return {name: known.get(name, (name, name)) for name in names}
