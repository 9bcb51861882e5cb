"""What people decided about the graph: read from a text file beside the pages, replayed by every build."""

from __future__ import annotations

from kg.decisions.clashes import refuse_clashes
from kg.decisions.files import FILE, decisions_in
from kg.decisions.reading import parse, read
from kg.decisions.records import Apart, Decision, KindOf, Named, Reference, Rejected, Same
from kg.decisions.writing import append, written

__all__ = [
    "FILE",
    "Apart",
    "Decision",
    "KindOf",
    "Named",
    "Reference",
    "Rejected",
    "Same",
    "append",
    "decisions_in",
    "parse",
    "read",
    "refuse_clashes",
    "written",
]
