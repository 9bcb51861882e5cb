"""All decisions of a build replayed, and what became of each: told in the graph, or to the user."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.decisions.records import Apart, Decision, KindOf, Named, Reference, Rejected, Same
from kg.keys import digest
from kg.model import AppliedDecision, Extraction, Page
from kg.resolution.bearers import with_bearers
from kg.resolution.constraints import Constraints
from kg.resolution.decided import Meant, identity, latest_first, names, with_kinds
from kg.resolution.entities import Entities, Names
from kg.resolution.material import Material, gather
from kg.resolution.meaning import Index
from kg.resolution.pruning import Hits, without_mentions
from kg.resolution.rejections import Rejections


@dataclass(frozen=True, slots=True)
class Replay:
    """The material as people see it, and their decisions on it, the latest first."""

    material: Material
    index: Index
    decisions: tuple[Decision, ...] = ()
    constraints: Constraints = field(default_factory=Constraints)
    names: Names = field(default_factory=dict)
    meant: Meant = field(default_factory=dict)
    taken_out: Hits = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def rejections(self, entities: Entities) -> Rejections:
        """The statements that are to be left out."""
        if not self.decisions:
            return Rejections()
        return Rejections.of(self.decisions, self.index, self.material, entities, self.constraints)


def replay(decisions: Iterable[Decision], pages: Sequence[Page], extractions: Sequence[Extraction]) -> Replay:
    """Replays all decisions: namings out, kinds, names, identity; statements are left to `rejections`.

    A name that people gave may be used in all of them.
    """
    material = gather(pages, extractions)
    ordered = tuple(latest_first(dict.fromkeys(decisions)))
    if not ordered:
        return Replay(material, Index(material))
    taken_out: Hits = {}
    left = without_mentions(ordered, _index(ordered, material), material, taken_out)
    if any(taken_out.values()):
        known = {extraction.article for extraction in left}
        unknown = [extraction for extraction in extractions if extraction.article not in known]
        material = gather(pages, [*left, *unknown])
    meant: Meant = {}
    material = with_kinds(ordered, _index(ordered, material), material, meant)
    given = names(ordered, material, meant)
    index = Index(material, {number: name for number, (_, name) in given.items()})
    material = with_bearers(ordered, index, material)
    found = identity(ordered, index, material, meant)
    return Replay(material, index, ordered, found.constraints, given, meant, taken_out, found.warnings)


def _index(decisions: Iterable[Decision], material: Material) -> Index:
    """The mentions by their names, those that people gave among them."""
    return Index(material, {number: name for number, (_, name) in names(decisions, material, {}).items()})


# ---- what became of them -------------------------------------------------------------------------------------------


def applied(
    replayed: Replay, entities: Entities, rejections: Rejections, known: Iterable[str]
) -> list[AppliedDecision]:
    """The decisions that shaped the graph, by key; `known` are the keys that it has."""
    there = frozenset(known)
    found = []
    for each in replayed.decisions:
        keys = {entities.keys[number] for number in replayed.meant.get(each, ())}
        keys |= rejections.hits.get(each, set()) | {*replayed.taken_out.get(each, ())}
        if keys and not (isinstance(each.content, Same) and _parted(keys)):
            about = tuple(sorted(keys & there))
            words = (str(each), each.author, each.date.isoformat(), each.reason)
            key = f"decision/{digest(chr(10).join(words), 16)}"
            found.append(AppliedDecision(key, each.action, *words, about))
    return sorted(found, key=lambda each: each.key)


def _parted(keys: set[str]) -> bool:
    """True for several persons, or several other things: what was to be one is not."""
    persons = sum(key.startswith("person/") for key in keys)
    return persons > 1 or len(keys) - persons > 1


def warnings_of(replayed: Replay, entities: Entities, rejections: Rejections) -> Iterator[str]:
    """Warnings: decisions that changed nothing, and those of which only one could be carried out."""
    yield from replayed.warnings
    for each in replayed.decisions:
        if not (replayed.meant.get(each) or rejections.hits.get(each) or replayed.taken_out.get(each)):
            yield f"{each.called} {_reason(each, replayed.index)}"
    yield from _disagreements(replayed, entities)


def _reason(decision: Decision, index: Index) -> str:
    missing = [str(each) for each in _references(decision) if not index.numbers(each)]
    if isinstance(decision.content, Rejected):
        return "fits no statement of these pages: compare its words with kg show, or take it out"
    if missing:
        return f"means nothing: these pages name no {' and no '.join(missing)}; check name and page, or take it out"
    return "changes nothing: both names mean the same words, or a person and what is none"


def _references(decision: Decision) -> tuple[Reference, ...]:
    match decision.content:
        case Same(a, b) | Apart(a, b):
            return a, b
        case Named(thing, _) | KindOf(thing, _):
            return (thing,)
        case _:
            return ()


def _disagreements(replayed: Replay, entities: Entities) -> Iterator[str]:
    """Different names for one thing, different kinds for one naming: the later decision counts."""
    said: defaultdict[tuple[str, Hashable], dict[str, Decision]] = defaultdict(dict)
    for each in replayed.decisions:
        for number in replayed.meant.get(each, ()):
            match each.content:
                case Named(_, name):
                    said["name", entities.keys[number]].setdefault(name, each)
                case KindOf(_, kind):
                    said["kind", number].setdefault(kind, each)
    told = {tuple(by_value.values()): what for (what, _), by_value in said.items() if len(by_value) > 1}
    for (first, *others), what in told.items():
        yield (
            f"{first.called} gives another {what} than {', '.join(each.called for each in others)}: "
            "the later one counts; take the others out"
        )
