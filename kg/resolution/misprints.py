"""Joins bodies, towns and places of one home whose names a scan parts: a look-alike character, two in wrong order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from kg.lexicon import table
from kg.lexicon.script import simplified
from kg.lexicon.shapes import likeness
from kg.model import Kind
from kg.resolution.homes import Path
from kg.resolution.material import Material, Spoken
from kg.resolution.merges import Merge
from kg.resolution.union import Union

KINDS: tuple[Kind, ...] = ("Division", "Organization", "Place")
"""Divisions first: bodies are called after them."""
SHORTEST = 3
MISPRINT = "misprint"
MOST = 30
"""A form that more names of one province share than this tells nothing."""


@dataclass(slots=True)
class _Named:
    """One name of a kind at one home, with its mentions and who holds posts there: title to names of persons."""

    name: str
    kind: Kind
    home: Path
    mentions: list[Spoken] = field(default_factory=list)
    holders: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def join_misprints(material: Material, homes: Mapping[int, Path], union: Union) -> list[Merge]:
    """Joins what a misprint parts; `homes` are those of the sets of mentions."""
    found: list[Merge] = []
    towns: list[tuple[str, str]] = []
    for a, b in _pairs(_named(material, homes, union)):
        one, other = a.mentions[0].number, b.mentions[0].number
        if union.find(one) == union.find(other):
            continue
        score, reasons = _weighed(a, b, towns)
        if score >= table("identity")["bodies"]["same"]:
            union.join([one, other], MISPRINT)
            found.append(Merge(one, other, score, reasons))
            if a.kind == "Division":
                towns += [(a.name, b.name), (b.name, a.name)]
    return found


def _named(material: Material, homes: Mapping[int, Path], union: Union) -> list[_Named]:
    found: dict[tuple[int, str], _Named] = {}
    for each in material.of_kind(*KINDS):
        if each.code is None and not each.mention.implied and len(each.normal) >= SHORTEST:
            root = union.find(each.number)
            # The town itself may be what is misread.
            home = tuple(code for code in homes.get(root) or each.near if code.isdigit())
            found.setdefault((root, each.normal), _Named(each.normal, each.kind, home)).mentions.append(each)
    for told in material.told:
        for post in told.extraction.posts:
            person, body = material.number(told, post.person), material.number(told, post.body)
            if person is not None and body is not None:
                row = found.get((union.find(body), material.spoken[body].normal))
                if row is not None:
                    row.holders[simplified(post.title)].add(material.spoken[person].normal)
    return sorted(found.values(), key=lambda row: (KINDS.index(row.kind), row.mentions[0].number))


def _pairs(rows: list[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Pairs of a kind, at homes of which one lies in the other, whose names may be one with a misprint."""
    forms: defaultdict[tuple[Kind, Path, str], list[_Named]] = defaultdict(list)
    for row in rows:
        for form in _forms(row.name):
            forms[row.kind, row.home[:1], form].append(row)
    seen: set[tuple[int, int]] = set()
    for alike in forms.values():
        if len(alike) <= MOST:
            for a, b in combinations(alike, 2):
                pair = (a.mentions[0].number, b.mentions[0].number)
                if pair not in seen and a.name != b.name and _near(a.home, b.home) and not _listed(a, b):
                    seen.add(pair)
                    yield a, b


def _forms(name: str) -> Iterator[str]:
    """The name with each of its characters left open, and with each two neighbours in one order."""
    for at in range(len(name)):
        yield f"{name[:at]}?{name[at + 1 :]}"
    for at in range(len(name) - 1):
        yield name[:at] + "".join(sorted(name[at : at + 2])) + name[at + 2 :] + "~"


def _near(a: Path, b: Path) -> bool:
    size = min(len(a), len(b))
    return size > 0 and a[:size] == b[:size]


def _listed(a: _Named, b: _Named) -> bool:
    """True where one paragraph names both: they are two."""
    places = {(each.article.key, _paragraph(each)) for each in a.mentions}
    return any((each.article.key, _paragraph(each)) in places for each in b.mentions)


def _paragraph(each: Spoken) -> int:
    starts = each.article.starts
    return sum(starts[block.start] <= each.mention.span.start for block in each.article.blocks)


def _weighed(a: _Named, b: _Named, towns: list[tuple[str, str]]) -> tuple[float, tuple[str, ...]]:
    data = table("identity")["bodies"]
    found: list[tuple[float, str]] = [_looks(a.name, b.name)]
    if len(a.name) >= data["long"]["least"]:
        found.append(_row(data["long"]))
    if min(len(a.mentions), len(b.mentions)) >= data["often"]["least"]:
        found.append(_row(data["often"]))
    if any(town in a.name and a.name.replace(town, other) == b.name for town, other in towns):
        found.append(_row(data["town"]))
    if held := _holder(a, b):
        found.append(held)
    return data["prior"][a.kind] + sum(weight for weight, _ in found), tuple(
        f"{words}（{w:+.1f}）" for w, words in found
    )


def _looks(a: str, b: str) -> tuple[float, str]:
    data = table("identity")
    differ = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(differ) == 2 and differ[0] == differ[1][::-1]:
        return _row(data["bodies"]["swapped"])
    if len(differ) != 1 or {*differ[0]} & {*data["bodies"]["telling"]}:
        return _row(data["bodies"]["different"])
    alike = likeness(*differ[0])
    return _row(next(row for row in data["names"]["likeness"] if alike >= row["least"]))


def _row(row: Mapping[str, Any]) -> tuple[float, str]:
    """A row of the table with its words."""
    return row["weight"], row["words"]


def _holder(a: _Named, b: _Named) -> tuple[float, str] | None:
    """The weight of one person, or one whose name may be misread too, who holds one post at both."""
    data = table("identity")["bodies"]
    for title in sorted(a.holders.keys() & b.holders.keys()):
        if same := sorted(a.holders[title] & b.holders[title]):
            return data["holder"]["weight"], data["holder"]["words"].format(same[0], title)
    for title in sorted(a.holders.keys() & b.holders.keys()):
        for one in sorted(a.holders[title]):
            for other in sorted(b.holders[title]):
                if len(one) == len(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 1:
                    return data["alike"]["weight"], data["alike"]["words"].format(f"{one}、{other}", title)
    return None
