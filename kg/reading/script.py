"""Pages of traditional script, read as simplified: one character for one, so that every position stays true."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from operator import ne

from opencc import OpenCC

from kg.lexicon import script

# A page is traditional if it has this share of characters that simplified script writes otherwise: running text has a
# third of them; a simplified page has a few in old names and quotations, which stay as they are.
TRADITIONAL = 0.1
HAN = re.compile("[一-鿿]+")


def simplified(text: str) -> str:
    """`text` in simplified script if it is traditional, of the same length; else `text` itself."""
    converted = script.simplified(text)
    if converted == text:
        return text
    changed = sum(map(ne, text, converted))
    han = len(text) - len(HAN.sub("", text))
    return converted if changed > TRADITIONAL * han else text


def printed(words: str, characters: Iterable[str]) -> str:
    """`words` with the printed characters in place of those that were converted."""
    return "".join(own if script.simplified(own) == ch else ch for ch, own in zip(words, characters, strict=True))


def spelling(pairs: Iterable[tuple[str, str]]) -> Mapping[int, str]:
    """From characters as read to characters as printed, given both at each place; for `str.translate`.

    Empty where nothing was converted. A character that was printed in two ways is written in the commoner one.
    """
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for read, character in pairs:
        if "一" <= read <= "鿿" and (read == character or script.simplified(character) == read):
            printed[read][character] += 1
    if all(set(counts) == {read} for read, counts in printed.items()):
        return {}
    return {ord(read): max(sorted(counts), key=counts.__getitem__) for read, counts in printed.items()}


def spelled(name: str, table: Mapping[int, str]) -> str:
    """`name` as a page with this spelling prints it, or would print it."""
    if not table:
        return name
    return "".join(table.get(ord(ch)) or _traditional(ch) for ch in name)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


@cache
def _traditional(ch: str) -> str:
    converted = str(_converter().convert(ch))
    return converted if len(converted) == 1 else ch
