"""Groups of mentions to entities, and the one rule for their keys.

A key is the kind's folder and the slug of the label. Where several things would share it, or a name is of its article
alone, each takes a suffix that says which is meant: its region, its parties, its paper, or its first article. A name
that people gave is the label, and makes the key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.keys import article_slug, digest, slug
from kg.lexicon import table
from kg.model import Entity, Kind
from kg.resolution.forms import normal
from kg.resolution.groups import Group
from kg.resolution.labels import alternatives_of, division_name, finer_class, label_of, level_of
from kg.resolution.material import Material
from kg.resolution.parts import called_after_wholes
from kg.resolution.things import is_generic

FOLDERS: dict[Kind, str] = {
    "Person": "person",
    "Organization": "body",
    "Division": "division",
    "Place": "place",
    "Agreement": "agreement",
    "Programme": "programme",
    "Project": "project",
    "Honour": "honour",
    "Document": "document",
}
PARTIES = 2

Names = Mapping[int, tuple[int, str]]
"""For a mention the name that people gave it, and the rank of their decision: the lowest counts."""


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities by key, the key for each mention by its number, and what pages call each, whatever people do."""

    by_key: dict[str, Entity]
    keys: tuple[str, ...]
    printed: dict[str, str]


def make_entities(material: Material, groups: Sequence[Group], names: Names | None = None) -> Entities:
    """An entity for every group; `names` are those that people gave."""
    labels = [_given(group, names or {}) or label_of(group) for group in groups]
    place = {each.number: at for at, group in enumerate(groups) for each in group.mentions}
    parties = _parties(material, place, labels)
    signed = _signed(groups, labels, parties)
    labels = [signed[at][0] if at in signed else label for at, label in enumerate(labels)]
    keys = _keys(groups, labels, parties)
    taken = frozenset(keys)
    by_key = {
        key: _entity(key, group, label, signed.get(at, ()), _own_keys(group, label) - taken)
        for at, (key, group, label) in enumerate(zip(keys, groups, labels, strict=True))
    }
    printed = {key: label_of(group) for key, group in zip(keys, groups, strict=True)}
    return Entities(
        called_after_wholes(dict(sorted(by_key.items()))),
        tuple(keys[place[number]] for number in range(len(place))),
        printed,
    )


def _given(group: Group, names: Names) -> str | None:
    """The name that people gave it, by the first in rank of their decisions."""
    given = [names[each.number] for each in group.mentions if each.number in names]
    return min(given)[1] if given else None


def _own_keys(group: Group, label: str) -> set[str]:
    """The keys that the names of a thing would give it, were each of them alone."""
    names = {label, *(each.mention.name for each in group.mentions if not each.mention.implied)}
    return {f"{FOLDERS[group.kind]}/{slug(name)}" for name in names}


def _signed(groups: Sequence[Group], labels: list[str], parties: dict[int, list[str]]) -> dict[int, tuple[str, ...]]:
    """Names after their parties for agreements that have no other and share it with one of the same page.

    First with both parties, then with each.
    """
    called: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for at, group in enumerate(groups):
        if group.kind == "Agreement":
            for each in group.mentions:
                called[each.page.id, each.normal].add(at)
    found: dict[int, tuple[str, ...]] = {}
    for (_, name), sharing in called.items():
        for at in sharing:
            if len(sharing) > 1 and is_generic(name) and normal("Agreement", labels[at]) == name and at in parties:
                whole = table("abbreviations")["agreements"]["between"].join(parties[at])
                found[at] = tuple(f"{party}{labels[at]}" for party in dict.fromkeys((whole, *parties[at])))
    return found


def _entity(key: str, group: Group, label: str, names: Iterable[str], replaces: set[str]) -> Entity:
    return Entity(
        key=key,
        kind=group.kind,
        classes=finer_class(group) or (group.kind,),
        label=label,
        alternatives=tuple(sorted({*alternatives_of(group, label), *names} - {label})),
        articles=tuple(sorted({each.article.key for each in group.mentions})),
        level=level_of(group),
        adcode=group.mentions[0].code,
        replaces=tuple(sorted(replaces)),
    )


def _parties(material: Material, place: dict[int, int], labels: list[str]) -> dict[int, list[str]]:
    """The labels of the first parties to each agreement."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for told in material.told:
        for claim in told.extraction.claims:
            party, agreement = material.number(told, claim.subject), material.number(told, claim.object)
            if claim.predicate == "partyTo" and party is not None and agreement is not None:
                names = found[place[agreement]]
                if labels[place[party]] not in names:
                    names.append(labels[place[party]])
    return {at: names[:PARTIES] for at, names in found.items()}


def _keys(groups: Sequence[Group], labels: list[str], parties: dict[int, list[str]]) -> list[str]:
    bases = [f"{FOLDERS[group.kind]}/{slug(label)}" for group, label in zip(groups, labels, strict=True)]
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for at, base in enumerate(bases):
        sharing[base].append(at)
    keys = list(bases)
    for base, members in sharing.items():
        if len(members) > 1 or _of_its_article(groups[members[0]], labels[members[0]]):
            offers = [[f"{base}-{end}" for end in _suffixes(groups[at], parties.get(at, []))] for at in members]
            for at, key in zip(members, _told_apart(offers, sharing), strict=True):
                keys[at] = key
    return keys


def _told_apart(offers: list[list[str]], taken: Container[str]) -> Iterator[str]:
    """For each thing the first key offered that no other has among as many of its own."""
    depth = max(map(len, offers))
    wanted = [Counter(key for offer in offers for key in dict.fromkeys(offer[: size + 1])) for size in range(depth)]
    for offer in offers:
        yield next((key for size, key in enumerate(offer) if wanted[size][key] == 1 and key not in taken), offer[-1])


def _of_its_article(group: Group, label: str) -> bool:
    return group.kind == "Agreement" and is_generic(group.mentions[0].normal) and is_generic(normal("Agreement", label))


def _suffixes(group: Group, parties: list[str]) -> Iterator[str]:
    """What tells this thing from its namesakes, the most telling first; the last is of no other thing."""
    first = group.mentions[0]
    above = group.home[:-1] if group.kind == "Division" else group.home
    if parties:
        yield "-".join(map(slug, parties))
    elif above:
        yield slug(division_name(above[-1]))
    if group.kind == "Person" and first.page.publication:
        yield slug(first.page.publication)
    yield article_slug(first.article.key)
    yield digest(f"{group.kind} {first.article.key} {first.mention.id}", 8)
