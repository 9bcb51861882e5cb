"""Bytes to text: strict UTF-8 first, then byte order marks, then detection among the encodings of Chinese text.

`data.decode(encoding)` with the encoding that is reported gives the same characters, so every position holds.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kg.errors import ReadingError
from kg.lexicon import words

# What charset-normalizer may choose from, and the supersets tried when the plain codec meets a foreign character.
CANDIDATES = ("gb18030", "big5", "utf_16_le", "utf_16_be")
SUPERSETS = {"big5": ("big5", "cp950", "big5hkscs")}
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF file: give it a name that ends in .pdf"),
    (b"PK\x03\x04", "a zip archive or an Office document: save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save its text as .txt"),
    (b"\x89PNG", "a picture: run text recognition on it first"),
    (b"\xff\xd8\xff", "a picture: run text recognition on it first"),
    (b"GIF8", "a picture: run text recognition on it first"),
    (b"II*\x00", "a picture: run text recognition on it first"),
    (b"MM\x00*", "a picture: run text recognition on it first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
HAN = re.compile(r"[㐀-鿿豈-﫿]")
# Below this share of common characters among the Han ones, a decoding is taken for noise.
PLAUSIBLE = 0.35
# A few broken bytes are read around, with a warning; more than this share make the file unreadable.
TOLERATED = 0.01
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, how it was decoded, and what could not be."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode `data`, the content of file `name`; ReadingError for what is empty, binary or in no known encoding."""
    if not data.strip():
        raise ReadingError(f"{name}: the file is empty; give a file with the text of a page")
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise ReadingError(f"{name}: not text but {what}")
    decoded = _marked(data) or _strict(data, "utf-8") or _detected(data) or _mended(data, name)
    _refuse_controls(decoded.text, name)
    return decoded


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    return None


def _detected(data: bytes) -> Decoded | None:
    """The most plausible strict decoding; charset-normalizer's order decides between equals."""
    found = from_bytes(data[: SAMPLE & ~1], cp_isolation=list(CANDIDATES), enable_fallback=False)
    order = dict.fromkeys([match.encoding for match in found] + list(CANDIDATES))
    best: tuple[float, Decoded] | None = None
    for family in order:
        for encoding in SUPERSETS.get(family, (family.replace("_", "-"),)):
            decoded = _strict(data, encoding)
            if decoded is None:
                continue
            score = plausibility(decoded.text)
            if score >= PLAUSIBLE and (best is None or score > best[0]):
                best = (score, decoded)
            break
    return best[1] if best else None


def _mended(data: bytes, name: str) -> Decoded:
    """The most plausible decoding with few broken bytes, or the error that says where the first one is."""
    nul = data.find(b"\0")
    if nul >= 0:
        raise ReadingError(f"{name}: a NUL at byte {nul}: a binary file, or a damaged one; save its text again")
    options = [(data.decode(encoding, "replace"), encoding) for encoding in ("utf-8", "gb18030", "big5")]
    text, encoding = max(options, key=lambda option: plausibility(option[0]) - option[0].count("�") / len(option[0]))
    broken = text.count("�")
    if broken > max(1, TOLERATED * len(text)) or plausibility(text) < PLAUSIBLE:
        offset = _first_broken_byte(data)
        raise ReadingError(
            f"{name}: neither UTF-8 nor GB18030, Big5 or UTF-16 (byte {offset} fits none); save it as UTF-8"
        )
    at = text.index("�")
    line = text.count("\n", 0, at) + 1
    warning = f"{broken} broken character(s) read as �, the first at character {at}, line {line}"
    return Decoded(text, encoding, (warning,))


def _first_broken_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def plausibility(text: str) -> float:
    """The share of common characters among the Han characters, 0–1; noise decodes to rare ones."""
    sample = text[:SAMPLE]
    counts = Counter(HAN.findall(sample))
    total = counts.total()
    if not total:
        return 0.0
    foreign = sum(1 for ch in sample if ch > "\x7f") - total
    common = sum(counts[ch] for ch in words("common_characters"))
    return common / (total + max(0, foreign - total))


def _refuse_controls(text: str, name: str) -> None:
    nul = text.find("\0")
    if nul >= 0:
        raise ReadingError(
            f"{name}: a NUL at character {nul} (line {text.count(chr(10), 0, nul) + 1}): "
            "not a text file, or a damaged one; save its text again"
        )
    sample = text[:SAMPLE]
    controls = [
        i for i, ch in enumerate(sample) if ch < " " and ch not in "\t\n\v\f\r" and unicodedata.category(ch) == "Cc"
    ]
    if len(controls) > max(8, TOLERATED * len(sample)):
        raise ReadingError(
            f"{name}: {len(controls)} control characters, the first at character {controls[0]}: "
            "a binary file; give its text"
        )
