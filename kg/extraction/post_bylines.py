"""Gives those who made the page their posts at its paper."""

from __future__ import annotations

from bisect import bisect_left

from kg.extraction.credits import credits
from kg.extraction.post_bodies import Bodies
from kg.extraction.sheet import Found, FoundPost, Sheet


def record_bylines(sheet: Sheet, people: list[Found], bodies: Bodies) -> None:
    """Reporters and correspondents hold their post at the paper."""
    paper = sheet.page.publication
    if not paper:
        return
    starts = [p.start for p in people]
    for title, start, end in credits(sheet):
        at = bisect_left(starts, start)
        if not title or at >= len(people) or people[at].start != start or people[at].end != end:
            continue
        body = next((f for f in sheet.found if f.name == paper), None)
        body = body or bodies.implied(start, end, "Organization", paper)
        sheet.holdings.append(FoundPost(people[at], title, body, "current", start, end, "byline"))
