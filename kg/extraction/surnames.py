"""Surnames, parts of names without one, and the characters that no name of a person holds."""

from __future__ import annotations

from functools import cache

from kg.lexicon import table, words
from kg.lexicon.matcher import Matcher


@cache
def surnames() -> dict[str, int]:
    """Single-character surnames and their rank, the commonest first."""
    return {name: rank for rank, name in enumerate(words("surnames"))}


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters."""
    return frozenset(words("compound_surnames"))


@cache
def compound_surname_matcher() -> Matcher[str]:
    """Finds surnames of two characters in a text."""
    return Matcher({name: name for name in compound_surnames()})


def surname_of(name: str) -> str:
    """The surname that a Chinese name opens with."""
    return name[:2] if name[:2] in compound_surnames() and len(name) > 2 else name[0]


@cache
def never_inside() -> frozenset[str]:
    """Characters that no name of a person holds after its first."""
    return frozenset(table("people")["never_inside"]["chars"])


@cache
def name_parts() -> Matcher[str]:
    """What names of Uyghur, Tibetan, Mongol, Yi and other people are made of."""
    return Matcher({part: part for part in words("minority_name_parts")})


@cache
def transcribing() -> frozenset[str]:
    """Characters that transcribe names of other languages."""
    return frozenset("".join(words("transliteration_characters")))
