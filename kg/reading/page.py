"""One file to one `Page`: decoded, cleaned, split into articles, dated and placed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from kg.errors import ReadingError
from kg.lexicon import table
from kg.model import Page
from kg.reading.article_region import article_region
from kg.reading.articles import build, plain
from kg.reading.dates import issue_date, report_year, year_of
from kg.reading.decode import HAN
from kg.reading.formats import page_text
from kg.reading.heads import head, paper
from kg.reading.kinds import look
from kg.reading.labels import masthead
from kg.reading.layout import Draft, drafts
from kg.reading.owners import owner_of
from kg.reading.paragraphs import Paragraph, paragraphs
from kg.reading.region import page_region, papers_home
from kg.reading.repeated import once, warnings
from kg.reading.script import simplified
from kg.reading.torn import mend

MAX_CHARACTERS = 2_000_000
# A masthead counts as much as this many datelines.
MASTHEAD = 3
# Between the texts of two articles.
ARTICLES = "\f"


def read_page(data: bytes, name: str) -> Page:
    """Read the file `name` with content `data`; `name` becomes the page's id and its suffix tells the format.

    Raises ReadingError for what is empty, binary, undecodable, without Chinese text, or longer than MAX_CHARACTERS.
    """
    if len(data) > 4 * MAX_CHARACTERS and not name.lower().endswith((".pdf", ".html", ".htm")):
        raise ReadingError(_too_long(name, f"{len(data)} bytes"))
    decoded = page_text(data, name)
    text = decoded.text
    if len(text) > MAX_CHARACTERS:
        raise ReadingError(_too_long(name, f"{len(text)} characters"))
    if not HAN.search(text):
        raise ReadingError(f"{name}: no Chinese characters in {len(text)} characters; give a page in Chinese")
    readable = simplified(text)
    read, again = once(paragraphs(readable))
    publication = publication_of(read)
    issue = issue_date(read)
    whole = plain(read)
    year = year_of(whole, issue)
    split = drafts(read)
    mend(split, again)
    texts = _texts(read, split, publication)
    owner = owner_of(read)
    region, home = page_region(ARTICLES.join(texts), publication, owner), papers_home(publication, owner)
    told = [*decoded.warnings, *warnings(again), *issue.warnings]
    if region is None:
        told.append("no region found: 我市, 区委 and the like stay without a name")
    articles = tuple(
        build(draft, f"a{at}", name, article_region(own, region, publication, home), report_year(draft.day) or year)
        for at, (draft, own) in enumerate(zip(split, texts, strict=False), 1)
    )
    return Page(
        id=name,
        file=PurePosixPath(name).name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        publication=publication,
        issue_date=issue.date,
        issue_date_reason=issue.reason,
        region=region,
        articles=articles,
        warnings=tuple(told),
        traditional=readable != text,
    )


def _too_long(name: str, size: str) -> str:
    return f"{name}: {size}, more than the {MAX_CHARACTERS} characters of one page; split it into one file a page"


def publication_of(found: Sequence[Paragraph]) -> str | None:
    """The paper: named in most datelines and bylines, or by its masthead or imprint; agencies only if no other is."""
    names: Counter[str] = Counter()
    outlets = table("layout")["outlets"]
    above = head(found)
    for at, paragraph in enumerate(found):
        printed = paper(paragraph) if above.get(at) == "masthead" else masthead(paragraph.text)
        if printed:
            names[printed] += MASTHEAD
            continue
        for match in look().paper.finditer(paragraph.text):
            names[match["name"]] += 1
    for name in (*outlets["own"], *outlets["endings"]):
        names.pop(name, None)
    local = {name: count for name, count in names.items() if name not in outlets["national"]}
    ranked = local or names
    return min(ranked, key=lambda name: (-ranked[name], name)) if ranked else None


def _without_outlet(text: str, publication: str | None) -> str:
    return text.replace(publication, " ") if publication else text


def _texts(read: Sequence[Paragraph], split: Sequence[Draft], publication: str | None) -> list[str]:
    """The texts of the articles, and that of what belongs to none."""
    used = {paragraph.line for draft in split for _, paragraph in draft.pieces}
    rest = plain(paragraph for paragraph in read if paragraph.line not in used)
    return [*(_text(draft, publication) for draft in split), _without_outlet(rest, publication)]


def _text(draft: Draft, publication: str | None) -> str:
    return _without_outlet(plain(paragraph for _, paragraph in draft.pieces), publication)
