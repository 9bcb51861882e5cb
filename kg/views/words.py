"""Words for the terms that the explorer shows: the ontology's own labels, and the lexicon's for what has none there."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.vocabulary import vocabulary
from kg.lexicon import table

Words = dict[str, tuple[str, str]]

_SECTIONS = ("rules", "statuses", "ties")


def terms(names: Iterable[str]) -> Words:
    """Each local name with its Chinese and English words; one that nobody has words for stands for itself."""
    lexicon = {name: (pair[0], pair[1]) for section in _SECTIONS for name, pair in table("interface")[section].items()}
    known = {**vocabulary().labels, **lexicon}
    return {name: known.get(name) or _of_family(name, known) for name in names}


def _of_family(name: str, known: Words) -> tuple[str, str]:
    """A name such as holds-召开 by the words for its first part and what follows that."""
    family, _, member = name.partition("-")
    if member and family in known:
        return f"{known[family][0]}“{member}”", f"{known[family][1]} “{member}”"
    return name, name
