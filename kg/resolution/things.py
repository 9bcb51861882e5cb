"""Joins the mentions of one agreement, programme, honour or document: by name, wherever it is printed."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import Any

from kg.lexicon import longest_first, table
from kg.lexicon.matcher import matcher_of
from kg.model import Kind
from kg.resolution.forms import normal
from kg.resolution.material import Material
from kg.resolution.union import Union

NAMED: tuple[Kind, ...] = ("Agreement", "Programme", "Honour", "Document")

PART = 2
DASHES = re.compile("[—–]+")

Names = dict[str, list[int]]
"""The mentions of each name."""


def join_things(material: Material, union: Union) -> None:
    """Joins what is one agreement, programme, honour or document."""
    for kind in NAMED:
        names: defaultdict[str, list[int]] = defaultdict(list)
        for each in material.of_kind(kind):
            if kind != "Agreement" or not is_generic(each.normal):
                names[each.normal].append(each.number)
        for numbers in names.values():
            union.join(numbers)
        _join_misread_dashes(material, kind, names, union)
        if kind == "Programme":
            _join_aliases(material, names, union)
            _join_tails(names, union)
            _join_abbreviations(names, union)
            _join_ends(material, union)
    _join_agreements(material, union)
    _join_honours(material, union)


def _join_misread_dashes(material: Material, kind: Kind, names: Names, union: Union) -> None:
    """甲一乙行动 is 甲——乙行动 where both are printed: text recognition reads a dash as the number one."""
    for each in material.of_kind(kind):
        misread = normal(kind, DASHES.sub("一", each.mention.name))
        if misread != each.normal and misread in names:
            union.join([each.number, *names[misread]], "dash")


# ---- programmes ----------------------------------------------------------------------------------------------------


@cache
def _data(section: str) -> dict[str, Any]:
    return dict(table("abbreviations")[section])


@cache
def _tails() -> frozenset[str]:
    """What may follow the name of a programme without making another of it: 工作, 活动, 机制."""
    data = _data("programmes")
    return frozenset((*table("things")["programme"]["after_quotes"], *data["same_thing"])) - {*data["other_things"]}


def is_alias(kind: Kind, name: str, alias: str) -> bool:
    """False for what only begins with a programme's name: the contest of a programme is not the programme."""
    short, long = normal(kind, name), normal(kind, alias)
    return kind != "Programme" or not long.startswith(short) or long == short or long.removeprefix(short) in _tails()


def _join_aliases(material: Material, names: Names, union: Union) -> None:
    for each in material.of_kind("Programme"):
        for alias in each.mention.aliases:
            if is_alias("Programme", each.mention.name, alias):
                union.join([each.number, *names.get(normal("Programme", alias), ())], "alias")


def _join_tails(names: Names, union: Union) -> None:
    generic = frozenset(table("things")["programme"]["generic"])
    for name in names:
        for tail in _tails():
            base = name.removesuffix(tail)
            if base != name and base in names and base not in generic:
                union.join([*names[name], *names[base]], "programme")


def _join_ends(material: Material, union: Union) -> None:
    """In one article, a programme whose name is the end of another's is that one, if the article has one such only."""
    shortest = _data("programmes")["shortest_end"]
    by_article: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for each in material.of_kind("Programme"):
        by_article[each.article.key].setdefault(each.normal, []).append(each.number)
    for names in by_article.values():
        for end in names:
            whole = {union.find(names[name][0]) for name in names if name.endswith(end) and name != end}
            if len(end) >= shortest and len(whole) == 1:
                union.join([*whole, *names[end]], "end")


def _join_abbreviations(names: Names, union: Union) -> None:
    """十百千工程 is 十城百镇千村振兴工程, if that is the only long name of which it can be short."""
    data = _data("programmes")
    long: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    short: list[tuple[str, str, str]] = []
    for name in names:
        for last in data["last_words"]:
            core = name.removesuffix(last)
            if core != name and len(core) >= data["shortest"]:
                short.append((name, core, last))
                long[core[0], last].append((name, core))
    for name, core, last in short:
        whole = {union.find(names[full][0]) for full, other in long[core[0], last] if _abbreviates(core, other)}
        if len(whole) == 1:
            union.join([*whole, *names[name]], "abbreviation")


def _abbreviates(short: str, long: str) -> bool:
    """True if the characters of `short` can begin the parts of `long`, two characters or more each, from the first."""
    if len(long) < 2 * len(short) or short[0] != long[0]:
        return False
    at = -PART
    for char in short:
        at = long.find(char, at + PART)
        if at < 0:
            return False
    return True


# ---- agreements and honours ----------------------------------------------------------------------------------------


def is_generic(name: str) -> bool:
    """True for the normal form of an agreement that has no name of its own: 长期友好合作协议."""
    at = 0
    while hit := matcher_of("abbreviations", "agreements", "generic").at(name, at):
        at = hit[0]
    return at == len(name)


def _join_agreements(material: Material, union: Union) -> None:
    """In one article, an agreement without a name of its own is the only other one whose name ends with it."""
    by_article: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for each in material.of_kind("Agreement"):
        by_article[each.article.key].setdefault(each.normal, []).append(each.number)
    for names in by_article.values():
        for numbers in names.values():
            union.join(numbers)
        for short in longest_first(filter(is_generic, names)):
            longer = [name for name in names if name.endswith(short) and name != short]
            if len({union.find(names[name][0]) for name in longer}) == 1:
                union.join([*names[longer[0]], *names[short]], "agreement")


def _join_honours(material: Material, union: Union) -> None:
    """On one page, 首批市级某某单位 is 某某单位, if the page has no other of that name."""
    by_page: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for each in material.of_kind("Honour"):
        by_page[each.page.id].setdefault(each.normal, []).append(each.number)
    heads = longest_first(_data("honours")["heads"])
    for names in by_page.values():
        whole: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            rest = name
            while head := next((head for head in heads if rest.startswith(head)), ""):
                rest = rest.removeprefix(head)
                if rest in names:
                    whole[rest].append(name)
        for rest, longer in whole.items():
            chain = sorted(longer, key=len)
            if all(b.endswith(a) for a, b in pairwise(chain)):
                union.join([*names[rest], *(number for name in longer for number in names[name])], "honour")
