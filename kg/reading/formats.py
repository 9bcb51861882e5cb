"""Files to text by their suffix: plain text and Markdown as they are, HTML and PDF by their text layer.

For HTML and PDF the extracted text is the page's text, and all positions are characters of that text.
"""

from __future__ import annotations

import io
import logging
import re

from kg.errors import ReadingError
from kg.reading.decode import Decoded, decode

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf")
# Elements that a reader never sees as text of the page, and those that open a paragraph.
UNSEEN = ("script", "style", "noscript", "template", "head", "nav", "form", "button", "svg")
PARAGRAPHS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "article", "section", "header", "footer",
              "blockquote", "figure", "figcaption", "table", "ul", "ol", "dl", "dt", "dd", "aside", "main")  # fmt: skip


def page_text(data: bytes, name: str) -> Decoded:
    """The text of file `name` with content `data`; ReadingError where there is none."""
    suffix = name.lower().rpartition(".")[2]
    if suffix == "pdf":
        return _pdf(data, name)
    if suffix in ("html", "htm"):
        return _html(decode(data, name), name)
    return decode(data, name)


def _html(decoded: Decoded, name: str) -> Decoded:
    from bs4 import BeautifulSoup  # here, since pages of text never need it

    soup = BeautifulSoup(decoded.text, "html.parser")
    for unseen in soup(UNSEEN):
        unseen.decompose()
    for line in soup("br"):
        line.replace_with("\n\n")
    for paragraph in soup(PARAGRAPHS):
        paragraph.insert_before("\n\n")
        paragraph.insert_after("\n\n")
    lines = (re.sub(r"[ \t\r\f\v]+", " ", line).strip(" ") for line in soup.get_text().split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if not text:
        raise ReadingError(f"{name}: the HTML file shows no text; save the page with its text")
    return Decoded(text, decoded.encoding, decoded.warnings)


def _pdf(data: bytes, name: str) -> Decoded:
    from pypdf import PdfReader  # here, since pages of text never need it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says names no file; ours below does
    if not data.startswith(b"%PDF-"):
        raise ReadingError(f"{name}: named .pdf but not a PDF file (byte 0); give it the suffix of what it is")
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(f"{name}: the PDF asks for a password; save it without one")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReadingError(f"{name}: a damaged PDF file ({error}); save it again, or give its text") from error
    text = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    if not text:
        raise ReadingError(f"{name}: the PDF has no text layer; run text recognition on it first")
    return Decoded(text, "pdf")
