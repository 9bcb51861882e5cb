"""Reads who holds which post: the chain of posts before a name, notes in parentheses after it, verbs of office."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.extraction.chains import Chains
from kg.extraction.credits import credits
from kg.extraction.name_frames import BIOGRAPHY
from kg.extraction.openings import past_note
from kg.extraction.post_bodies import Link, implied_body, of_a_kind, settle
from kg.extraction.sheet import Found, FoundPost, Sheet
from kg.extraction.titles import Title, descriptive
from kg.lexicon import listed
from kg.model import Status

OFFICE = re.compile("(?:同志)?(?:担任|出任|兼任|就任|当选为?|被任命为|被选举?为|任)(?:了)?")
APPOINTED = re.compile("(?:同志)?(?:为|任|担任)")
NOTE = re.compile(r"\([^()]*\)$")
LEAVING = re.compile("(?:同志)?(?:的|辞去|不再担任|不再兼任)(?P<post>[^，。；\n]{2,40}?)(?=职务)")
HELD = re.compile("(?:现任|现为)[^，。；\n]{2,40}(?=[，。；\n])")
# How far from its name a body may stand and still be quoted with the post, in characters.
QUOTED = 60


def read_posts(sheet: Sheet) -> None:
    """Fills `sheet.holdings`."""
    chains = Chains(sheet)
    before: dict[Found, list[Link]] = {}
    people = sorted((f for f in sheet.found if f.kind == "Person"), key=lambda f: f.start)
    last: Found | None = None
    for person in people:
        chain = chains.before(person.start)
        if chain:
            settle(sheet, chain, _last_body(sheet, last, before, person))
        else:
            chain = _shared(sheet, person, people, before)
        before[person] = chain
        _record(sheet, person, chain, "post-before-name")
        if chain:
            last = person
        for after, status in _after_list(chains, person, people):
            settle(sheet, after, chain[-1].body if chain else None)
            _record(sheet, person, after, "post-after-name", status)
    _record_bylines(sheet, people)


def _last_body(sheet: Sheet, last: Found | None, before: dict[Found, list[Link]], person: Found) -> Found | None:
    """The body of the post named last in the same sentence: 某局局长甲、副局长乙."""
    if last is None or "。" in sheet.text[last.end : person.start] or "\n" in sheet.text[last.end : person.start]:
        return None
    link = before[last][-1]
    return None if link.title.family == "leaders" else link.body


def _shared(sheet: Sheet, person: Found, people: list[Found], before: dict[Found, list[Link]]) -> list[Link]:
    """The chain of the name before in a list, where its post can have several holders: 副市长甲、乙."""
    if sheet.text[person.start - 1 : person.start] not in ("、", "和", "及"):
        return []
    previous = next((p for p in people if past_note(sheet.text, p.end) == person.start - 1), None)
    chain = before.get(previous, []) if previous else []
    return chain if chain and all(_plural(link) for link in chain) else []


def _plural(link: Link) -> bool:
    return link.title.family == "leaders" or "副" in link.name or link.name.endswith(listed("titles", "many_holders"))


def _after_list(chains: Chains, person: Found, people: list[Found]) -> list[tuple[list[Link], Status]]:
    """The chains after a name, or after the list of names that it stands in: 甲、乙当选副主席."""
    found = _after(chains, person)
    while not found:
        nxt = past_note(chains.sheet.text, person.end) + 1
        following = next((p for p in people if p.start == nxt), None)
        if following is None or chains.sheet.text[nxt - 1] not in "、和":
            return []
        person = following
        found = [row for row in _after(chains, person) if all(_plural(link) for link in row[0])]
    return found


def _after(chains: Chains, person: Found) -> list[tuple[list[Link], Status]]:
    """Chains in parentheses after the name, or after a verb of office, each with its status."""
    text = chains.sheet.text
    if text[person.end : person.end + 1] == "(":
        close = re.compile("[)）]").search(text, person.end, person.end + 40)
        if close and (c := chains.before(close.start())):
            return [(c, "current")]
    end = past_note(text, person.end)
    stop = re.compile("[，,。；;\n！!]").search(text, end, end + 60)
    if stop is None:
        return []
    last = NOTE.sub("", text[end : stop.start()])
    leaving = LEAVING.match(text, end, stop.start())
    if leaving and (c := chains.before(leaving.end("post"))):
        return [(c, "former")]
    appointed = APPOINTED.match(text, end) and any(
        word in text[max(text.rfind("。", 0, person.start), 0) : person.start]
        for word in listed("titles", "appointing")
    )
    if (OFFICE.match(text, end) or appointed) and (c := chains.before(end + len(last))):
        return [(c, "current")]
    return _biography(chains, end)


def _biography(chains: Chains, end: int) -> list[tuple[list[Link], Status]]:
    """张三，男，汉族，现任某某局局长，拟任…: the post held now."""
    text = chains.sheet.text
    held = BIOGRAPHY.match(text, end) and HELD.search(text, end, end + 120)
    return [(c, "current")] if held and (c := chains.before(held.end())) else []


def _record(sheet: Sheet, person: Found, chain: list[Link], rule: str, status: Status = "current") -> None:
    """Adds the chain's posts to the sheet."""
    for link in chain:
        if link.body is None:
            link.body = of_a_kind(sheet, link.title)
        if link.title.core.endswith(descriptive()) and (link.body is None or link.body.kind == "Division"):
            continue
        start = min(link.title.start, person.start)
        if (
            link.body is not None
            and not link.body.implied
            and link.body.start < start
            and start - link.body.start < QUOTED
        ):
            start = link.body.start
        end = max(person.end, link.title.end)
        sheet.holdings.append(
            FoundPost(
                person, link.name, link.body, link.title.status if status == "current" else status, start, end, rule
            )
        )


def _record_bylines(sheet: Sheet, people: list[Found]) -> None:
    """Reporters and correspondents hold their post at the paper."""
    paper = sheet.page.publication
    if not paper:
        return
    starts = [p.start for p in people]
    for title, start, end in credits(sheet):
        at = bisect_left(starts, start)
        if not title or at >= len(people) or people[at].start != start or people[at].end != end:
            continue
        frame = Title(start, end, title, "posts", "current")
        body = next((f for f in sheet.found if f.name == paper), None) or implied_body(
            sheet, frame, "Organization", paper
        )
        sheet.holdings.append(FoundPost(people[at], title, body, "current", start, end, "byline"))
