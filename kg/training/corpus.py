"""Annotated pages as the extraction sees them: sheets, and where the annotated names stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.annotation import Annotation, load, text_of
from kg.extraction import words
from kg.extraction.sheet import Sheet, lay_out
from kg.lexicon import listed
from kg.lexicon.script import simplified
from kg.model import Page
from kg.reading import read_page

# The folder of the annotated pages, and where the pages of the samples lie.
GOLD = Path("tests/gold")
# Annotated pages that came later than those that everything is trained on.
FRESH = GOLD / "fresh"
PAGES = (Path("seeds"),)


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """An annotated name on a sheet; `kinds` are all kinds that a reader would accept, the first the best."""

    start: int
    end: int
    kinds: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated page."""

    annotation: Annotation
    page: Page


def examples(paths: Iterable[Path], folders: Sequence[Path] = PAGES) -> list[Example]:
    """Read annotated pages, sorted by the page's name."""
    found = []
    for annotation in sorted(map(load, paths), key=lambda row: row.page):
        found.append(Example(annotation, read_page(text_of(annotation, folders), annotation.page)))
    return found


def annotation_files(folder: Path = GOLD) -> list[Path]:
    """The annotation files of a folder."""
    return sorted(path for path in folder.glob("*.json") if path.name != "links.json")


def held_out(file: Path) -> bool:
    """True for the ten pages that nobody looks at: those from the 15th to the 60th whose number five divides."""
    number = re.match(r"invented-(\d+)-", file.name)
    return number is not None and int(number.group(1)) in range(15, 61, 5)


def gold_spans(example: Example, sheet: Sheet) -> list[GoldSpan]:
    """The annotated names that stand on the sheet in one piece, in reading order; words such as 该县 are left out."""
    place: dict[int, int] = {}
    for part in sheet.parts:
        for local, (start, end) in enumerate(zip(part.article.starts, part.article.ends, strict=True)):
            place.update(dict.fromkeys(range(start, end), part.start + local))
    entities = {row.id: row for row in example.annotation.entities}
    pointing = listed("anaphora", "pointing")
    found = []
    for mention in example.annotation.mentions:
        first, last = place.get(mention.start), place.get(mention.end - 1)
        if first is None or last is None or not 0 <= last - first < 2 * (mention.end - mention.start):
            continue
        entity = entities[mention.entity]
        if not sheet.text.startswith(pointing, first):
            found.append(GoldSpan(first, last + 1, (entity.kind, *entity.also), entity.optional))
    return sorted(found, key=lambda span: span.start)


def names_within(example: Example, sheet: Sheet, spans: Sequence[GoldSpan]) -> set[tuple[int, int]]:
    """Where annotated names stand inside longer annotated names: right as names, but on no path of whole names."""
    rows = example.annotation.entities
    forms = {simplified(form) for row in rows for form in (*row.names, *row.deictic) if len(form) > 1}
    found = set()
    for span in spans:
        for start in range(span.start, span.end):
            for end in range(start + 2, span.end + 1):
                if end - start < span.end - span.start and sheet.text[start:end] in forms:
                    found.add((start, end))
    return found


def sheet_of(example: Example) -> Sheet:
    """The sheet of a page with its words cut, which is all that the tagger needs."""
    sheet = lay_out(example.page)
    sheet.words = words.cut(sheet.text)
    return sheet


def folds(found: Sequence[Example], count: int) -> Iterator[tuple[list[Example], list[Example]]]:
    """For each of `count` folds the other examples and its own."""
    for number in range(count):
        rest = [example for at, example in enumerate(found) if at % count != number]
        yield rest, list(found[number::count])
