"""Lets the tagger speak: it adds names of its own, and strengthens or weakens what the other sources propose."""

from __future__ import annotations

from dataclasses import replace

from kg.extraction.departments import classes_of
from kg.extraction.lattice import Candidate
from kg.extraction.nested import Openings
from kg.extraction.sheet import Sheet
from kg.extraction.tagged import Tagged
from kg.extraction.weights import weight


def hear_tagger(sheet: Sheet, tagged: Tagged) -> None:
    """Weighs every proposal by what the tagger thinks of it, and adds the tagger's names that nobody proposed."""
    sheet.proposed = list(sheet.candidates)
    proposed = {(c.start, c.end, c.kind) for c in sheet.candidates}
    openings = Openings(sheet.text, sheet.proposed)
    spans: list[tuple[int, int, str]] = []
    # A town with its village is two names, each as likely as the whole.
    odds: dict[tuple[int, int, str], float] = {}
    for start, end, kind, _ in tagged.spans:
        whole = tagged.log_odds(start, end, kind)
        for piece in openings.chain(start, end) if kind == "Division" else ():
            odds[piece.start, piece.end, kind] = whole
            start = piece.end
        odds[start, end, kind] = whole
        spans.append((start, end, kind))
    sheet.candidates = []
    for c in sheet.proposed:
        place = (c.start, c.end, c.kind)
        heard = odds[place] if place in odds else tagged.log_odds(*place)
        sheet.propose(replace(c, weight=c.weight + weight("tagger", c.kind) * heard))
    for start, end, kind in spans:
        if (start, end, kind) not in proposed:
            score = weight("tagger", f"alone_{kind}") + weight("tagger", kind) * odds[start, end, kind]
            classes = classes_of(sheet.text[start:end]) if kind == "Organization" else ()
            sheet.propose(Candidate(start, end, kind, score, "tagger", classes=classes))
