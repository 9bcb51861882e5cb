"""Decisions that cannot both stand: told before anything is built, each with both of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from kg.decisions.records import Apart, Decision, KindOf, Named, Same
from kg.errors import DecisionError


def clashes(decisions: Iterable[Decision]) -> Iterator[str]:
    """A message for each decision that gainsays an earlier one about the same references."""
    first: dict[Hashable, Decision] = {}
    for each in decisions:
        if (subject := _subject(each)) is None:
            continue
        other = first.setdefault(subject, each)
        if _said(other) != _said(each):
            yield f"{each.called} contradicts {other.called}: take one of them out"


def refuse_clashes(decisions: Iterable[Decision]) -> None:
    """DecisionError where two of these decisions, of one file or of several, cannot both stand."""
    if faults := list(clashes(decisions)):
        raise DecisionError("\n".join(faults))


def _subject(decision: Decision) -> Hashable | None:
    """What a decision settles; None where it can contradict no other."""
    match decision.content:
        case Same(a, b) | Apart(a, b):
            return "identity", frozenset((a.alike(), b.alike()))
        case Named(thing, _):
            return "name", thing.alike()
        case KindOf(thing, _):
            return "kind", thing.alike()
        case _:
            return None


def _said(decision: Decision) -> str:
    match decision.content:
        case Named(_, name):
            return name
        case KindOf(_, kind):
            return kind
        case _:
            return decision.action
