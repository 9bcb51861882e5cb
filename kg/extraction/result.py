"""Turns the sheet of a page into the records of each article."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from kg.extraction.body_names import as_called
from kg.extraction.changes import change_of
from kg.extraction.lattice import Candidate
from kg.extraction.sheet import Found, FoundPost, Part, Sheet
from kg.model import Change, Claim, EventMention, Extraction, Mention, PostMention, Rejected, Span
from kg.reading.script import printed, spelled

SUREST = 0.99
# How sure an event is: its words tell that something happened, whoever was there.
EVENT = 0.8
# How sure the day of a change of office is: where the sentence tells it, and where only the event or the page does.
TOLD_DAY, DAY_OF_REPORT = 0.9, 0.75
# How fast confidence grows with weight.
SLOPE = 0.9


def article_extraction(
    sheet: Sheet, part: Part, written_by: set[tuple[int, int]], called: Mapping[str, str]
) -> Extraction:
    """What one article says, with local ids in reading order; `called`: the page's contractions of divisions."""
    found = sorted(
        (f for f in sheet.found if part.start <= f.start < part.end), key=lambda f: (f.start, -f.end, f.kind, f.name)
    )
    ids = {f: f"m{index}" for index, f in enumerate(found, 1)}
    mentions = tuple(_mention(sheet, part, f, ids[f], called) for f in found)
    posts = _posts(sheet, part, ids)
    events, claims = _events(sheet, part, ids)
    claims += _relations(sheet, part, ids)
    authors = tuple(ids[f] for f in found if (f.start, f.end) in written_by and f.kind == "Person")
    return Extraction(part.article.key, mentions, posts, events, tuple(claims), authors, _rejected(sheet, part))


def _span(part: Part, start: int, end: int) -> Span:
    return part.article.span(start - part.start, end - part.start)


def _confidence(found: Found) -> float:
    """The weight of a mention's proposal on a scale from 0 to 1; nothing that is read is certain."""
    return _on_scale(found.candidate.weight)


@lru_cache(maxsize=1 << 12)
def _on_scale(weight: float) -> float:
    return min(SUREST, round(1 / (1 + math.exp(-SLOPE * weight)), 2))


def _mention(sheet: Sheet, part: Part, f: Found, id_: str, called: Mapping[str, str]) -> Mention:
    aliases = (*f.candidate.aliases, *as_called(f.name, called)) if f.kind == "Organization" else f.candidate.aliases
    return Mention(
        id_,
        _span(part, f.start, f.end),
        f.kind,
        sheet.text[f.start : f.end],
        f.name,
        f.candidate.rule,
        _confidence(f),
        f.implied,
        aliases,
        f.candidate.classes,
        f.candidate.adcode or None,
        _spelled(sheet, part, f) if sheet.spelling else (),
    )


def _spelled(sheet: Sheet, part: Part, f: Found) -> tuple[str, ...]:
    """The name, and the words where they begin as it does, in the script of a page that is not simplified."""
    words = sheet.text[f.start : f.end]
    forms = [f.name, *f.candidate.aliases]
    written = [spelled(form, sheet.spelling) for form in forms]
    if f.name.startswith(words[:2]):
        forms.append(words)
        places = part.article.starts[f.start - part.start : f.end - part.start]
        written.append(printed(words, (sheet.page.text[at] for at in places)))
    return tuple(dict.fromkeys(form for form in written if form not in forms))


def _posts(sheet: Sheet, part: Part, ids: dict[Found, str]) -> tuple[PostMention, ...]:
    return tuple(
        PostMention(
            ids[p.person],
            spelled(p.title, sheet.spelling),
            ids[p.body] if p.body else None,
            p.status,
            _span(part, p.start, p.end),
            p.rule,
            _confidence(p.person),
            _change(sheet, part, p),
        )
        for p in sheet.holdings
        if p.person in ids and (p.body is None or p.body in ids)
    )


def _change(sheet: Sheet, part: Part, post: FoundPost) -> Change | None:
    found = change_of(sheet, part, post)
    if found is None:
        return None
    rule, sure = (f"{found.kind}-dated", TOLD_DAY) if found.dated else (f"{found.kind}-by-report", DAY_OF_REPORT)
    span = _span(part, found.start, found.end)
    return Change(found.kind, found.date, span, rule, round(sure * _confidence(post.person), 2))


def _relations(sheet: Sheet, part: Part, ids: dict[Found, str]) -> list[Claim]:
    """The relations of one article, as sure as the less sure of their two sides."""
    return [
        Claim(
            ids[r.subject],
            r.predicate,
            ids[r.object],
            _span(part, r.start, r.end),
            r.rule,
            round(min(_confidence(r.subject), _confidence(r.object)), 2),
        )
        for r in sheet.relations
        if r.subject in ids and r.object in ids and part.start <= r.start and r.end <= part.end
    ]


def _events(sheet: Sheet, part: Part, ids: dict[Found, str]) -> tuple[tuple[EventMention, ...], list[Claim]]:
    events, claims = [], []
    for index, event in enumerate((e for e in sheet.events if e.part is part), 1):
        id_ = f"v{index}"
        events.append(
            EventMention(
                id_,
                event.type,
                event.date,
                event.end_date,
                event.planned,
                _span(part, event.start, event.end),
                event.rule,
                EVENT,
            )
        )
        for who, (role, start, end, rule) in event.roles.items():
            if who in ids:
                claims.append(Claim(id_, role, ids[who], _span(part, start, end), rule, _confidence(who)))
        for predicate, what, start, end, rule in event.links:
            if what in ids:
                claims.append(Claim(id_, predicate, ids[what], _span(part, start, end), rule, _confidence(what)))
    return tuple(events), claims


def _rejected(sheet: Sheet, part: Part) -> tuple[Rejected, ...]:
    """The proposals of one article that lost, with what they lost to, and the chosen that could not be named."""
    rows = []
    first, beyond = (bisect_left(sheet.lost, at, key=lambda pair: pair[0].start) for at in (part.start, part.end))
    for candidate, winner in sheet.lost[first:beyond]:
        if candidate.weight > 0:
            words = f"{winner.kind} {sheet.text[winner.start : winner.end]}" if winner else "a better reading beside it"
            rows.append(_reject(sheet, part, candidate, f"lost to {words}"))
    for candidate in sheet.nameless:
        if part.start <= candidate.start < part.end:
            rows.append(_reject(sheet, part, candidate, "nothing on the page says what it belongs to"))
    return tuple(rows)


def _reject(sheet: Sheet, part: Part, candidate: Candidate, reason: str) -> Rejected:
    start, end = candidate.start, candidate.end
    span, text = _span(part, start, end), sheet.text[start:end]
    return Rejected(span, candidate.kind, text, candidate.rule, round(candidate.weight, 2), reason)
