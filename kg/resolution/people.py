"""Joins the mentions of one person: by name on a page; across pages where a body, a region or a paper is shared too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.lexicon import listed
from kg.lexicon.script import simplified
from kg.resolution.homes import Path, nested
from kg.resolution.material import Material, Spoken
from kg.resolution.misprints import ONE_POST, join_misprints, look_alike, wildcards
from kg.resolution.union import Union

BYLINE = "byline"
# A surname of one character and a given name of two: enough of a name to be known by without its surname.
USUAL = 3


@dataclass(slots=True)
class _Figure:
    """One name on one page: its posts and their bodies, where it is at home, the paper that it writes for."""

    number: int
    names: set[str] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)
    heads: set[tuple[int, str]] = field(default_factory=set)
    homes: set[Path] = field(default_factory=set)
    regions: set[Path] = field(default_factory=set)
    paper: str | None = None


def join_people(material: Material, homes: Mapping[int, Path], union: Union) -> dict[int, set[Path]]:
    """Joins what is one person; `homes` are those of bodies and divisions. Gives the homes of each set of mentions."""
    figures = _figures(material, homes, union)
    by_name: defaultdict[str, list[_Figure]] = defaultdict(list)
    for figure in figures.values():
        for name in sorted(figure.names):
            by_name[name].append(figure)
    for namesakes in by_name.values():
        _join_namesakes(namesakes, union)
    _join_misread(figures.values(), material, union)
    found: defaultdict[int, set[Path]] = defaultdict(set)
    for figure in figures.values():
        found[union.find(figure.number)] |= figure.homes or figure.regions
    return dict(found)


def _figures(material: Material, homes: Mapping[int, Path], union: Union) -> dict[int, _Figure]:
    on_page: dict[tuple[str, str], int] = {}
    for each in material.of_kind("Person"):
        union.join([each.number, on_page.setdefault((each.page.id, each.normal), each.number)])
    join_misprints(material, union)
    figures: dict[int, _Figure] = {}
    for each in material.of_kind("Person"):
        figure = figures.setdefault(union.find(each.number), _Figure(union.find(each.number)))
        figure.names.add(each.normal)
        if each.near:
            figure.regions.add(each.near)
    writers: set[int] = set()
    for told in material.told:
        for id in told.extraction.authors:
            if (number := material.number(told, id)) is not None:
                writers.add(union.find(number))
        for post in told.extraction.posts:
            person, body = material.number(told, post.person), material.number(told, post.body)
            if person is None or body is None or (holder := figures.get(union.find(person))) is None:
                continue
            holder.bodies.add(union.find(body))
            if post.status == "current" and simplified(post.title) in listed("titles", "sole"):
                holder.heads.add((union.find(body), post.title))
            if post.rule != BYLINE and (home := homes.get(union.find(body))):
                holder.homes.add(home)
    for number in writers & figures.keys():
        _mark_writer(figures[number], material.spoken[number])
    return figures


def _mark_writer(figure: _Figure, each: Spoken) -> None:
    """Who only writes is known by the paper: an official of the same name is somebody else."""
    if not figure.homes and each.page.publication:
        figure.paper = each.page.publication
        figure.regions.clear()


def _join_namesakes(figures: list[_Figure], union: Union) -> None:
    shared: defaultdict[tuple[str, int | str], list[int]] = defaultdict(list)
    for figure in figures:
        for body in figure.bodies:
            shared["body", body].append(figure.number)
        if figure.paper:
            shared["paper", figure.paper].append(figure.number)
    for numbers in shared.values():
        union.join(numbers)
    standing = nested(path for figure in figures for path in figure.homes or figure.regions)
    at_home: defaultdict[Path, list[int]] = defaultdict(list)
    for figure in figures:
        for path in figure.homes or figure.regions:
            at_home[standing[path]].append(figure.number)
    for numbers in at_home.values():
        union.join(numbers)


def _join_misread(figures: Iterable[_Figure], material: Material, union: Union) -> None:
    """The one head of a body under two names that one misread character may part is one person."""
    holders: defaultdict[tuple[int, str, str], list[Spoken]] = defaultdict(list)
    for figure in figures:
        each = material.spoken[figure.number]
        if len(each.normal) == USUAL:
            for body, title in figure.heads:
                for form in wildcards(each.normal):
                    holders[body, title, form].append(each)
    for alike in holders.values():
        if len({each.page.id for each in alike}) < len(alike):  # a page that names both tells them apart
            continue
        for a, b in pairwise(alike):
            if given_name(a.normal) == given_name(b.normal) or look_alike(a.normal, b.normal) >= ONE_POST:
                union.join([a.number, b.number])


def given_name(name: str) -> str:
    """What follows the surname in a name of `USUAL` characters."""
    return name[1:]
