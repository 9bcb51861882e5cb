"""Files to pages: decoding, clean text with its way back to the file, articles, dates and regions."""

from kg.reading.page import MAX_CHARACTERS, read_page
from kg.reading.sources import InputFile, collect

__all__ = ["MAX_CHARACTERS", "InputFile", "collect", "read_page"]
