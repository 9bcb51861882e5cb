"""What a thing is called: its label, the other names that stand for it, its finer class, its level."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from kg.lexicon import table, words
from kg.lexicon.divisions import Division, gazetteer
from kg.lexicon.script import simplified
from kg.model import Kind
from kg.resolution.forms import is_bare, is_common, standard_forms
from kg.resolution.groups import Group
from kg.resolution.homes import Path
from kg.resolution.things import is_alias

# A form is in common use if it is printed at least once for COMMON times that the commonest one is.
COMMON = 4
# The classes of the ontology that stand beside Organization.
FINER = frozenset(("Company", "PublicBody", "PartyBody", "School", "Hospital", "Media", "Association", "Bank"))
LEVELS = {"town": "township", "village": "village"}


def label_of(group: Group) -> str:
    """The fullest form in common use, as extraction reads the mentions; a coded division's is the gazetteer's.

    Of two that are printed equally often, the one of commoner characters: text recognition makes rare ones.
    """
    if (division := coded(group)) is not None:
        return division.name
    spoken = [each.mention for each in group.mentions]
    names = Counter(mention.name for mention in spoken if not mention.implied) or Counter(m.name for m in spoken)
    most = max(names.values())
    common = [name for name, count in names.items() if COMMON * count >= most]
    return min(common, key=lambda name: (-len(name), -names[name], _rareness(group.kind, name), name))


def _rareness(kind: Kind, name: str) -> int:
    """The ranks of its characters in the list of common ones, added up; of surnames only whether they are any."""
    common = _ranks("given_characters" if kind == "Person" else "common_characters")
    first = int(kind == "Person")
    strange = len(common) * (first and name[0] not in _ranks("surnames"))
    return strange + sum(common.get(char, len(common)) for char in simplified(name)[first:])


@cache
def _ranks(list_: str) -> dict[str, int]:
    return {char: rank for rank, char in enumerate(words(list_))}


def coded(group: Group) -> Division | None:
    """The division of the gazetteer that this is."""
    code = group.mentions[0].code
    return None if code is None else gazetteer().by_code(code)


def alternatives_of(group: Group, label: str) -> tuple[str, ...]:
    """Every other form that is printed for it, but for those that mean it only where they stand; and standard forms."""
    found = {label_of(group)}
    for each in group.mentions:
        mention = each.mention
        found.add(mention.name)
        if not mention.implied and not is_bare(mention.text, mention.name):
            found.add(mention.text)
        found.update(mention.spelled)
        found.update(
            alias for alias in mention.aliases if not is_common(alias) and is_alias(group.kind, mention.name, alias)
        )
    if group.kind == "Organization":
        for name in {label, *(each.mention.name for each in group.mentions)}:
            found.update(standard_forms(name))
    if group.kind == "Division":
        found.update(_path_forms(label_of(group), group.home))
    return tuple(sorted(form for form in found - {label} if form.strip()))


def _path_forms(label: str, home: Path) -> Iterable[str]:
    """某县某镇 for 某镇; 某镇某村 and 某县某镇某村 for 某村."""
    form = label
    for part in reversed(home[:-1]):
        form = division_name(part) + form
        yield form
        if part.isdigit():
            return


def division_name(part: str) -> str:
    """The name of the division that a part of a path stands for."""
    return gazetteer().by_code(part).name if part.isdigit() else part


def level_of(group: Group) -> str | None:
    """The level of a division; a name of no known ending is taken for a village."""
    if group.kind != "Division":
        return None
    if (division := coded(group)) is not None:
        return division.level
    endings = table("towns")["endings"]
    names = [each.normal for each in group.mentions]
    return next((LEVELS[level] for level in LEVELS if any(n.endswith(tuple(endings[level])) for n in names)), "village")


def finer_class(group: Group) -> tuple[str, ...]:
    """The finer class that most evidence speaks for; only bodies have one."""
    if group.kind != "Organization":
        return ()
    weights: defaultdict[str, float] = defaultdict(float)
    for each in group.mentions:
        for name in each.mention.classes:
            if name in FINER:
                weights[name] += each.mention.confidence
    return (min(weights, key=lambda name: (-round(weights[name], 6), name)),) if weights else ()
