"""A graph in the formats of other programs; each says what it cannot carry."""

from kg.views.exchange.contents import Contents, Source, source_of
from kg.views.exchange.formats import Exported, Format, contents_of, export, formats

__all__ = ["Contents", "Exported", "Format", "Source", "contents_of", "export", "formats", "source_of"]
