"""Traditional script is read as simplified, one character for one, so that every word list needs one form only."""

from __future__ import annotations

from functools import cache

from kg.lexicon import words


def simplified(text: str) -> str:
    """The text with every traditional character as its simplified one; as long as before."""
    return text if text.isascii() else text.translate(_forms())


@cache
def _forms() -> dict[int, str]:
    return {ord(char): entry[0] for entry in (*words("traditional"), *words("variants")) for char in entry[1:]}
