"""Makes the tables of characters anew: `python -m kg.training.characters UNIHAN_VARIANTS UNIFONT_HEX`.

The files are those of the Debian packages unicode-data (`Unihan_Variants.txt`, unpacked) and unifont (`unifont.hex`).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LEXICON = Path("kg/lexicon")
HEADER = """\
# Characters of traditional script, after the simplified one that they are read as. From kSimplifiedVariant and
# kZVariant of the Unihan database (Unicode licence), without what GB 2312 holds too; made by
# `python -m kg.training.characters`.

"""
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


def simplified_forms(lines: Iterator[str]) -> dict[str, str]:
    """The simplified form of each character that GB 2312 lacks and Unihan knows one for."""
    variants: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in lines:
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            char = chr(int(code[2:], 16))
            variants[field][char] = next((v for v in map(_char, value.split()) if is_simplified(v)), "")
    found = {}
    for char in sorted({*variants["kSimplifiedVariant"], *variants["kZVariant"]}):
        simple = variants["kSimplifiedVariant"].get(char) or variants["kZVariant"].get(char)
        if simple and not is_simplified(char) and "一" <= char <= "鿿":
            found[char] = simple
    return found


def _char(code: str) -> str:
    return chr(int(code.partition("<")[0][2:], 16))


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


def write_traditional(forms: Mapping[str, str], file: Path) -> None:
    """One line for each simplified character: itself and its traditional ones."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for char, simple in forms.items():
        grouped[simple].append(char)
    lines = [simple + "".join(sorted(chars)) for simple, chars in sorted(grouped.items())]
    rows = [" ".join(lines[at : at + 30]) for at in range(0, len(lines), 30)]
    file.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")


def main(variants: str, font: str) -> None:
    """Writes both tables."""
    with Path(variants).open(encoding="utf-8") as lines:
        write_traditional(simplified_forms(lines), LEXICON / "traditional.txt")
    with Path(font).open(encoding="ascii") as lines:
        chars, rows = shapes(lines)
    np.savez_compressed(LEXICON / "shapes.npz", chars=np.array(chars), rows=rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
