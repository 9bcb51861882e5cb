"""Lets the tagger speak: it adds names of its own, and strengthens or weakens what the other sources propose."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.departments import classes_of
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Sheet
from kg.extraction.tagged import Tagged
from kg.extraction.weights import weight


def hear_tagger(sheet: Sheet, tagged: Tagged) -> None:
    """Weighs every proposal by what the tagger thinks of it, and adds the tagger's names that nobody proposed."""
    sheet.proposed = list(sheet.candidates)
    proposed = {(c.start, c.end, c.kind) for c in sheet.candidates}
    sheet.candidates = [
        replace(c, weight=c.weight + weight("tagger", c.kind) * tagged.log_odds(c.start, c.end, c.kind))
        for c in sheet.candidates
    ]
    for start, end, kind, _ in tagged.spans:
        if (start, end, kind) not in proposed:
            score = weight("tagger", f"alone_{kind}") + weight("tagger", kind) * tagged.log_odds(start, end, kind)
            classes = classes_of(sheet.text[start:end]) if kind == "Organization" else ()
            sheet.propose(Candidate(start, end, kind, score, "tagger", classes=classes))
