"""Posts and who holds them: one post for each body and title, one holding for each person in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.keys import exact_slug
from kg.lexicon import table
from kg.model import DOUBT, Entity, Holding, PartialDate, Source, Status
from kg.resolution.changes import Changes
from kg.resolution.entities import Entities
from kg.resolution.facts import BODIES, Facts
from kg.resolution.forms import normal
from kg.resolution.material import Material, Told
from kg.resolution.rejections import End, Rejections
from kg.resolution.rivals import Shown, is_sole, rivals

Days = Mapping[tuple[str, str], set[PartialDate]]
"""For article and person, the days of the events in which the article shows the person."""


def make_holdings(material: Material, entities: Entities, days: Days, facts: Facts) -> tuple[Holding, ...]:
    """All holdings by key, each with the days on which pages show the person in the post."""
    bodies = _bodies(entities)
    attested: defaultdict[tuple[str, str, str | None, Status], set[PartialDate]] = defaultdict(set)
    changes, shown_by = Changes(facts.rejections), set[Shown]()
    for told in material.told:
        for post in told.extraction.posts:
            number = material.number(told, post.person)
            if number is None or material.spoken[number].kind != "Person":
                continue
            person, at = entities.keys[number], material.number(told, post.body)
            body, title = _settled(_body(at, entities), post.title, bodies, entities)
            held = End(_post_key(body, title, person), (_label(body, title), title))
            if facts.rejections.rejects(End(person), "holds", held, told.page.id):
                continue
            shown = attested[person, title, body.key if body else None, post.status]
            if post.status != "former":
                shown |= (seen := _shown(told, person, days))
                if post.status == "current" and body is not None and is_sole(title):
                    shown_by.update(Shown(held.key, str(day), person, told.page.file) for day in seen)
            source = Source(told.article.key, post.span)
            facts.add(person, "holds", held.key, post.confidence, [post.rule], [source])
            if post.change is not None:
                changes.add(person, held, post.status, told.article.key, post.change)
    made = (_holding(*key, shown, entities) for key, shown in attested.items())
    holdings = changes.dated(sorted(made, key=lambda holding: holding.key), facts)
    facts.warnings += _contradictions(holdings, shown_by, entities, facts.rejections)
    return holdings


def _contradictions(
    holdings: Iterable[Holding], shown: Iterable[Shown], entities: Entities, rejections: Rejections
) -> Iterator[str]:
    """A warning for each two persons in a post of one, with what can be done about it; none where people know it."""
    labels = {holding.post: holding.label for holding in holdings}
    turns: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for holding in holdings:
        turns[holding.person, holding.post] += [str(date) for date in (holding.began, holding.ended) if date]
    for found in rivals(shown, turns):
        if rejections.rejects(End(found.first.person), DOUBT, End(found.second.person), found.first.where):
            continue
        a, b = (f"{entities.by_key[each.person].label} ({each.where})" for each in (found.first, found.second))
        more = f" and {found.more} more days" if found.more else ""
        yield (
            f"{labels[found.post]}: both {a} and {b} on {found.day}{more}, but one person holds it at a time; "
            "decide in decisions.toml: same, if the two are one person, or apart, if they are not"
        )


def _shown(told: Told, person: str, days: Days) -> set[PartialDate]:
    """The day of issue, or else the days of the events in which the article shows the person."""
    issued = told.page.issue_date
    return {issued} if issued is not None else days.get((told.article.key, person), set())


def _bodies(entities: Entities) -> dict[str, Entity]:
    """Each body by the normal form of what pages call it; the first key where several share it."""
    found: dict[str, Entity] = {}
    for entity in entities.by_key.values():
        if entity.kind == "Organization":
            found.setdefault(normal("Organization", entities.printed[entity.key]), entity)
    return found


def _body(number: int | None, entities: Entities) -> Entity | None:
    entity = None if number is None else entities.by_key[entities.keys[number]]
    return entity if entity is not None and entity.kind in BODIES else None


def _settled(
    body: Entity | None, title: str, bodies: Mapping[str, Entity], entities: Entities
) -> tuple[Entity | None, str]:
    """The post's body and the title's core: 党委书记 at 某镇, and at 某镇党委, is 书记 at 某镇党委.

    What counts is what pages call the body, so that a name that people give parts no post.
    """
    if body is None:
        return None, title
    name = entities.printed[body.key]
    for size in range(len(title) - 1, 0, -1):
        inner = bodies.get(normal("Organization", name + title[:size])) if size > 1 else None
        if inner is not None:
            return inner, title[size:]
        if size > 1 and len(title) - size > 1 and name.endswith(title[:size]):
            return body, title[size:]
    return body, title


def _holding(
    person: str, title: str, body: str | None, status: Status, shown: set[PartialDate], entities: Entities
) -> Holding:
    at = None if body is None else entities.by_key[body]
    post = _post_key(at, title, person)
    key = f"occupancy/{_local(person)}-{_local(post)}" + ("" if status == "current" else f"-{status}")
    return Holding(key, person, post, title, body, _label(at, title), status, tuple(sorted(shown, key=str)))


def _label(body: Entity | None, title: str) -> str:
    return title if body is None else post_label(body.label, title)


def _post_key(body: Entity | None, title: str, person: str) -> str:
    """A post whose body no page tells is the person's own."""
    if body is None:
        return f"post/{exact_slug(title)}-{_local(person)}"
    return f"post/{_local(body.key)}-{exact_slug(title)}"


def _local(key: str) -> str:
    return key.partition("/")[2]


def post_label(body: str, title: str) -> str:
    """Body and title as one speaks of them: 某县政府 and 副县长 make 某县副县长, 某区 and 区领导 make 某区领导."""
    head, government = _patterns()
    if (level := head.search(title)) and (found := government.search(body)):
        division = body[: found.start()]
        if division.endswith(level[1]):
            return division + title
    if len(title) > 1 and body.endswith(title[0]) and head.search(title) is None and head.search(title[0] + "长"):
        return body + title[1:]
    return body + title


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("abbreviations")["posts"]
    return re.compile(data["head"]), re.compile(data["government"])
