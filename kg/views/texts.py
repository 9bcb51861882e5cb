"""The words around quotes, as pieces of pages: whole articles where the pages are at hand, else what the graph keeps.

A piece begins at a character of its page; pieces of a page stand in order and never touch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.graph.terms import article_key
from kg.model import Page
from kg.queries.named import select
from kg.queries.records import Quote

Extent = tuple[int, int]

# Above so many characters in all, less is carried around each quote.
_ROOM = 600_000
_AROUND = (200, 60)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as its file has it, and where its articles stand, by key: first character and last, end exclusive."""

    text: str
    sha256: str
    articles: Mapping[str, Extent]


def texts_of(pages: Iterable[Page]) -> dict[str, PageText]:
    """The texts of pages that were read, by file."""
    return {
        page.id: PageText(
            page.text,
            page.sha256,
            {article_key(each.key): (min(each.starts), max(each.ends)) for each in page.articles if each.starts},
        )
        for page in pages
    }


def texts_in(folder: Path) -> dict[str, PageText]:
    """The texts of all pages in a folder, by file; ReadingError where it holds none."""
    from kg.reading import collect, read_page

    return texts_of(read_page(source.read(), source.id) for source in collect([folder]))


def fitting(store: Store, texts: Mapping[str, PageText]) -> dict[str, PageText]:
    """The texts that are what the graph was built from, letter for letter."""
    sums = {row["file"]: row.get("sha256") for row in select(store, "pages")}
    return {file: text for file, text in texts.items() if sums.get(file) == text.sha256}


def pieces(quotes: Iterable[Quote], articles: Mapping[Quote, str], texts: Mapping[str, PageText]) -> dict[str, Pieces]:
    """For each file of a quote, its pieces of text. `articles` tells the key of the article of each quote."""
    by_file: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_file[quote.file].append(quote)
    kept = {file: _kept(marked) for file, marked in by_file.items()}
    widest = {file: _merged(_whole(marked, articles, texts[file])) for file, marked in by_file.items() if file in texts}
    for around in _AROUND:
        if sum(end - start for extents in widest.values() for start, end in extents) <= _ROOM:
            break
        widest = {
            file: _merged((max(0, q.start - around), min(q.end + around, len(texts[file].text))) for q in by_file[file])
            for file in widest
        }
    return {
        file: [(start, texts[file].text[start:end]) for start, end in widest[file]] if file in widest else kept[file]
        for file in sorted(kept)
    }


Pieces = list[tuple[int, str]]


def _whole(quotes: Iterable[Quote], articles: Mapping[Quote, str], page: PageText) -> Iterable[Extent]:
    for quote in quotes:
        yield (quote.start - len(quote.before), quote.end + len(quote.after))
        if (article := articles.get(quote, "")) in page.articles:
            yield page.articles[article]


def _merged(extents: Iterable[Extent]) -> list[Extent]:
    found: list[Extent] = []
    for start, end in sorted(extents):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _kept(quotes: Iterable[Quote]) -> Pieces:
    """What quotes and the words beside them say of their page, joined where they overlap or touch."""
    found: Pieces = []
    for start, text in sorted((q.start - len(q.before), q.before + q.text + q.after) for q in set(quotes)):
        if found and start <= (stop := found[-1][0] + len(found[-1][1])):
            found[-1] = (found[-1][0], found[-1][1] + text[stop - start :])
        else:
            found.append((start, text))
    return found
