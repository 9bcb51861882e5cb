"""The extraction over invented text, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extraction import Extractor
from kg.extraction.sheet import Sheet
from kg.reading import read_page

Reader = Callable[[str], Sheet]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def sheet_of(extractor: Extractor) -> Reader:
    """Reads invented text as one page."""

    def read(text: str) -> Sheet:
        return extractor.read(read_page(text.encode(), "invented.txt"))

    return read
