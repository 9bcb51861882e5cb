from __future__ import annotations
from kg.extraction.sheet import Sheet
def read_events(sheet: Sheet) -> None:
    pass
