"""Makes the table of what characters look like anew: `python -m kg.training.characters UNIFONT_HEX`.

The file is that of the Debian package unifont (`unifont.hex`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LEXICON = Path("kg/lexicon")
SIDE = 16
# How many numbers tell the shape of a character: cosines of these are within 0.05 of those of whole pictures.
KEPT = 40

Floats = NDArray[np.float64]


def is_simplified(char: str) -> bool:
    """True for the characters of GB 2312."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def shapes(lines: Iterator[str]) -> tuple[str, NDArray[np.int8]]:
    """The characters of GB 2312, and for each a row of small numbers: the nearer two rows, the more alike."""
    glyphs = {}
    for line in lines:
        code, bits = line.rstrip("\n").split(":")
        char = chr(int(code, 16))
        if len(bits) == SIDE * SIDE // 4 and "一" <= char <= "鿿" and is_simplified(char):
            glyphs[char] = np.array([int(bit) for bit in f"{int(bits, 16):0{SIDE * SIDE}b}"], dtype=np.float64)
    chars = "".join(sorted(glyphs))
    rows = _blurred(np.array([glyphs[char] for char in chars]).reshape(-1, SIDE, SIDE))
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    _, vectors = np.linalg.eigh(rows.T @ rows)
    short = rows @ vectors[:, -KEPT:]
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    return chars, np.rint(short * 127).astype(np.int8)


def _blurred(pictures: Floats) -> Floats:
    padded = np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    total = np.zeros_like(pictures)
    for down, row in enumerate((1, 2, 1)):
        for right, share in enumerate((1, 2, 1)):
            total += row * share * padded[:, down : down + SIDE, right : right + SIDE]
    return total.reshape(len(pictures), -1)


def main(font: str) -> None:
    """Writes the table."""
    with Path(font).open(encoding="ascii") as lines:
        chars, rows = shapes(lines)
    np.savez_compressed(LEXICON / "shapes.npz", chars=np.array(chars), rows=rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
