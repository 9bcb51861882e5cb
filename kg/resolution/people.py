"""Joins the mentions of one person: makes columns of what articles tell of each name, and joins by the evidence."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

import numpy as np

from kg.lexicon import listed, table
from kg.lexicon.divisions import gazetteer
from kg.lexicon.script import simplified
from kg.model import ROLES, PartialDate
from kg.resolution.constraints import Constraints
from kg.resolution.homes import Path
from kg.resolution.identity import Figures, Identities, link
from kg.resolution.identity.figures import SETS, Ints, set_rows
from kg.resolution.material import Material, Spoken, Told
from kg.resolution.union import Union

BYLINE = "byline"
SENTENCE_END = frozenset("。！？\n")
LEVELS = {"province": "provinces", "prefecture": "prefectures", "county": "counties"}


@dataclass(slots=True)
class _Figure:
    """One name in one article: its mentions, and the sets of what the article tells of it."""

    name: str
    mentions: list[Spoken] = field(default_factory=list)
    homes: set[Path] = field(default_factory=set)
    sets: dict[str, set[object]] = field(default_factory=lambda: {name: set() for name in SETS})


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a build: each figure's mentions and homes, the columns that were compared, and the result."""

    mentions: tuple[tuple[Spoken, ...], ...]
    homes: tuple[frozenset[Path], ...]
    columns: Mapping[str, tuple[object, ...]]
    identities: Identities

    def wording(self, name: str, column: int) -> str:
        """What people call a column of a set; bodies and divisions are known by number, others by themselves."""
        return str(self.columns[name][column])


def join_people(material: Material, homes: Mapping[int, Path], constraints: Constraints, union: Union) -> People:
    """Joins what is one person; `homes` are those of bodies and divisions, by one number of each set."""
    figures = _figures(material, homes, union)
    rows = {each.number: at for at, figure in enumerate(figures) for each in figure.mentions}
    columns = {name: set_rows([figure.sets[name] for figure in figures]) for name in SETS}
    identities = link(
        Figures(
            names=tuple(figure.name for figure in figures),
            counts=np.array([len(figure.mentions) for figure in figures], dtype=np.int64),
            days=np.array([_days(figure.mentions[0]) for figure in figures], dtype=np.int64).reshape(-1, 2),
            sets={name: found for name, (found, _) in columns.items()},
        ),
        *(_rows(pairs, rows) for pairs in (constraints.same, constraints.apart)),
    )
    joined: defaultdict[int, list[int]] = defaultdict(list)
    for figure, label in zip(figures, identities.labels.tolist(), strict=True):
        joined[label] += [each.number for each in figure.mentions]
    for numbers in joined.values():
        union.join(numbers)
    return People(
        tuple(tuple(figure.mentions) for figure in figures),
        tuple(frozenset(figure.homes) for figure in figures),
        {name: items for name, (_, items) in columns.items()},
        identities,
    )


def _rows(pairs: Sequence[tuple[int, int]], rows: Mapping[int, int]) -> Ints:
    """Pairs of mentions as pairs of figures; those of other kinds, and of one figure, say nothing here."""
    known = {(rows[a], rows[b]) for a, b in pairs if a in rows and b in rows and rows[a] != rows[b]}
    return np.array(sorted(known), dtype=np.int64).reshape(-1, 2)


def _days(each: Spoken) -> tuple[int, int]:
    """The first and last day that an article's date may mean, as ordinals; zeros where there is none."""
    issued = each.page.issue_date or (PartialDate(each.article.year) if each.article.year else None)
    if issued is None:
        return 0, 0
    first = datetime.date(issued.year, issued.month or 1, issued.day or 1)
    last = datetime.date(issued.year, issued.month or 12, issued.day or 28)
    return first.toordinal(), last.toordinal()


# ---- what articles tell --------------------------------------------------------------------------------------------


def _figures(material: Material, homes: Mapping[int, Path], union: Union) -> list[_Figure]:
    found: dict[tuple[str, str], _Figure] = {}
    for each in material.of_kind("Person"):
        figure = found.setdefault((each.article.key, each.normal), _Figure(each.normal))
        figure.mentions.append(each)
        figure.sets["articles"].add(each.article.key)
        figure.sets["pages"].add(each.page.id)
        figure.sets["listed"].add((each.article.key, _sentence(each)))
        if _is_kin(each):
            figure.sets["kin"].add(True)
    labels = _labels(material, union)
    for told in material.told:
        persons = {id: found[told.article.key, each.normal] for id, each in _persons(material, told)}
        _tell_posts(material, told, persons, homes, union, labels)
        _tell_company(told, persons)
        for id in told.extraction.authors:
            if id in persons and not persons[id].sets["offices"] and told.page.publication:
                persons[id].sets["papers"].add(told.page.publication)
    for figure in found.values():
        _settle(figure)
    return list(found.values())


def _persons(material: Material, told: Told) -> list[tuple[str, Spoken]]:
    numbers = ((mention.id, material.number(told, mention.id)) for mention in told.extraction.mentions)
    known = ((id, material.spoken[number]) for id, number in numbers if number is not None)
    return [(id, each) for id, each in known if each.kind == "Person"]


def _labels(material: Material, union: Union) -> dict[int, str]:
    """For each set of mentions the longest of its names, of equal ones the first."""
    names: defaultdict[int, set[str]] = defaultdict(set)
    for each in material.spoken:
        names[union.find(each.number)].add(each.mention.name)
    return {number: min(known, key=lambda name: (-len(name), name)) for number, known in names.items()}


def _tell_posts(
    material: Material,
    told: Told,
    persons: Mapping[str, _Figure],
    homes: Mapping[int, Path],
    union: Union,
    labels: Mapping[int, str],
) -> None:
    for post in told.extraction.posts:
        figure, number = persons.get(post.person), material.number(told, post.body)
        if figure is None or post.rule == BYLINE:
            continue
        title = simplified(post.title)
        figure.sets["titles"].add(title)
        if title in _callings():
            figure.sets["callings"].add(title)
        elif number is not None:
            body = union.find(number)
            figure.sets["offices"].add(labels[body])
            figure.sets["bodies"].add(_Named(body, labels[body]))
            figure.sets["posts"].add(_Named((body, title), labels[body] + title))
            if title in listed("titles", "sole") and post.status == "current":
                figure.sets["sole"].add(_Named((body, title), labels[body] + title))
            if homes.get(body):
                figure.homes.add(homes[body])


@dataclass(frozen=True, slots=True)
class _Named:
    """What is the same by `key`, and how people call it."""

    key: object
    name: str

    def __str__(self) -> str:
        return self.name


def _tell_company(told: Told, persons: Mapping[str, _Figure]) -> None:
    """Who takes part in one event is each other's company."""
    companies: defaultdict[str, dict[str, _Figure]] = defaultdict(dict)
    for claim in told.extraction.claims:
        if claim.predicate in ROLES and claim.object in persons:
            figure = persons[claim.object]
            companies[claim.subject][figure.name] = figure
    for company in companies.values():
        for name, figure in company.items():
            figure.sets["companions"] |= company.keys() - {name}


def _settle(figure: _Figure) -> None:
    """Where the figure is at home: with its bodies, else in the region that the article tells of; a writer nowhere."""
    if figure.sets["offices"] or figure.sets["callings"]:
        figure.sets["papers"].clear()
    if figure.homes:
        figure.sets["seated"].add(True)
    elif not figure.sets["papers"]:
        figure.homes |= {each.near for each in figure.mentions if each.near}
    for path in figure.homes:
        above = [""]
        for at, code in enumerate(path):
            name = LEVELS.get(gazetteer().by_code(code).level, "") if code.isdigit() else "towns"
            above.append(name)
            if name == "counties" and "prefectures" not in above:
                figure.sets["prefectures"].add(_Named(path[:at], _division(path[at - 1])))
            if name:
                figure.sets[name].add(_Named(path[: at + 1], _division(code)))


def _division(code: str) -> str:
    return gazetteer().by_code(code).name if code.isdigit() else code


@cache
def _callings() -> frozenset[str]:
    data = table("identity")["callings"]
    return frozenset(chain(data["words"], *(listed("titles", "posts", group) for group in data["groups"])))


def _is_kin(each: Spoken) -> bool:
    """True for one who is named as somebody's brother, wife, son."""
    return simplified(each.article.text[: _place(each)][-4:]).endswith(listed("people", "kin"))


def _sentence(each: Spoken) -> int:
    """The number of the sentence in its article's text."""
    return sum(char in SENTENCE_END for char in each.article.text[: _place(each)])


def _place(each: Spoken) -> int:
    """Where a mention stands in its article's text."""
    return bisect_left(each.article.starts, each.mention.span.start)
