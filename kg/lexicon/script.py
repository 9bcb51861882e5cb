"""Traditional script is read as simplified, one character for one, so that every word list needs one form only."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from kg.lexicon import words


def simplified(text: str) -> str:
    """The text with every traditional character as its simplified one; as long as before."""
    return text if text.isascii() else text.translate(_FORMS)


class _Forms(dict[int, str]):
    """From code points to simplified characters; each is looked up once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        form = _variants().get(char) or str(_converter().convert(char))
        self[code] = form if len(form) == 1 else char
        return self[code]


_FORMS = _Forms()


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _variants() -> dict[str, str]:
    return {char: entry[0] for entry in words("variants") for char in entry[1:]}
