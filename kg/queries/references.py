"""Between the graph's things and the references of decisions: what a reference means here, and how to refer to a thing.

A decision is replayed on what pages print, so a reference is made of a printed name and, where that is not enough, its
page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from pyoxigraph import Store

from kg.decisions.records import KINDS, Apart, Decision, Reference, Same, folded
from kg.errors import QueryError
from kg.queries.doubts import side
from kg.queries.names import names
from kg.queries.records import Mention, Quote, Side, Thing
from kg.resolution.forms import normal

SHOWN = 5


class Catalogue:
    """The names of a graph's things, read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = names(store)
        self._sides: dict[str, Side] = {}
        self._called: defaultdict[str, dict[str, Thing]] = defaultdict(dict)
        self._forms: dict[str, str] = {}
        for iri, thing in self._names.things.items():
            for name in (thing.label, *self._names.alternatives[iri]):
                self._called[folded(name)][iri] = thing
                self._forms.setdefault(folded(name), name)

    def side(self, thing: Thing) -> Side:
        """What is known of a thing."""
        if thing.iri not in self._sides:
            self._sides[thing.iri] = side(self._store, self._names, thing)
        return self._sides[thing.iri]

    def meant(self, reference: Reference) -> list[Thing]:
        """The things of that name and kind that are named there."""
        return [
            thing
            for thing in self._called.get(folded(reference.name), {}).values()
            if reference.kind in (None, thing.kind)
            and (reference.page is None or any(_is_at(reference, each) for each in self.side(thing).mentions))
            and (reference.at is None or any(_holds(reference, each) for each in self.side(thing).mentions))
        ]

    def only(self, text: str) -> Reference:
        """`NAME`, `NAME@PAGE` or `NAME@PAGE:1234` as a reference to one thing that is printed so; QueryError if not."""
        reference = Reference.of(text)
        found = self.meant(reference)
        if len(found) == 1:
            self._check_printed(found[0], reference)
            return reference
        if found:
            options = "; ".join(self._told(thing) for thing in found[:SHOWN])
            raise QueryError(f"{len(found)} things are called {reference}: say which, as NAME@PAGE: {options}")
        if elsewhere := list(self._called.get(folded(reference.name), {}).values()):
            where = "; ".join(self._told(thing) for thing in elsewhere[:SHOWN])
            place = f"{reference.page}" + ("" if reference.at is None else f" at character {reference.at}")
            raise QueryError(f"{reference.name} is not named on {place}, but elsewhere: {where}")
        near = self._near(reference.name)
        remedy = f"near names: {'、'.join(near)}" if near else "try kg show with a part of the name"
        raise QueryError(f"nobody and nothing is called {reference.name!r} in this graph; {remedy}")

    def check_kinds(self, a: Reference, b: Reference) -> None:
        """QueryError where one is a person and the other is none: they cannot be one."""
        one, other = (self.meant(each)[0] for each in (a, b))
        if (one.kind == "Person") is not (other.kind == "Person"):
            raise QueryError(
                f"{a} is of kind {one.kind}, {b} of kind {other.kind}: they cannot be one; if one is misread, "
                'decide what it is with action = "kind"'
            )

    def decided(self, decision: Decision) -> Iterator[frozenset[str]]:
        """The pairs of things that a decision on identity is about, as this graph has them."""
        match decision.content:
            case Same(a, b) | Apart(a, b):
                for one in self.meant(a):
                    yield from (frozenset((one.iri, other.iri)) for other in self.meant(b))

    def _check_printed(self, thing: Thing, reference: Reference) -> None:
        """QueryError where the graph has this name from a word list or another page: no decision would find it."""
        mentions = [each for each in self.side(thing).mentions if reference.page is None or _is_at(reference, each)]
        quotes = sorted(quote for each in mentions for quote in each.evidence.quotes)
        label = [thing.label] if reference.page is None else []
        forms = list(dict.fromkeys([*label, *("".join(quote.text.split()) for quote in quotes)]))
        kind = next((kind for kind in KINDS if kind == thing.kind), KINDS[0])
        if normal(kind, reference.name) not in (normal(kind, form) for form in forms):
            at = f"@{reference.page}" if reference.page else ""
            options = ", ".join(f"{form}{at}" for form in forms[:SHOWN])
            raise QueryError(f"{reference} is a name of {thing.label} that is not printed there: say {options}")

    def _told(self, thing: Thing) -> str:
        files = dict.fromkeys(each.report.file for each in self.side(thing).mentions if each.report.file)
        more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
        return f"{thing.label} ({thing.kind}) on {', '.join(list(files)[:SHOWN])}{more}"

    def _near(self, name: str) -> list[str]:
        wanted = folded(name)
        near = [each for each in self._called if wanted and wanted in each]
        near += get_close_matches(wanted, list(self._called), n=SHOWN, cutoff=0.5)
        return [self._forms[each] for each in dict.fromkeys(near)][:SHOWN]


def refer(side: Side) -> Reference:
    """A reference to a thing by the first page that prints its label, or else another of its names."""
    quotes = sorted(quote for mention in side.mentions for quote in mention.evidence.quotes)
    wanted = [side.thing.label, *side.alternatives]
    rank = {name: place for place, name in reversed(list(enumerate(map(folded, wanted))))}

    def place(quote: Quote) -> tuple[int, Quote]:
        return rank.get(folded(quote.text), len(rank)), quote

    if not quotes:
        return Reference(side.thing.label)
    best = min(quotes, key=place)
    return Reference("".join(best.text.split()), best.file)


def refer_both(a: Side, b: Side) -> tuple[Reference, Reference]:
    """References to two things; by characters of the page where both are called alike on one."""
    one, other = refer(a), refer(b)
    if one.alike() != other.alike():
        return one, other
    first, second = (_at(side, reference) for side, reference in ((a, one), (b, other)))
    return replace(one, at=first), replace(other, at=second)


def _at(side: Side, reference: Reference) -> int | None:
    """The first character on its page at which a side is named as the reference has it."""
    quotes = (quote for mention in side.mentions for quote in mention.evidence.quotes)
    fitting = (q.start for q in quotes if q.file == reference.page and folded(q.text) == folded(reference.name))
    return min(fitting, default=None)


def _holds(reference: Reference, mention: Mention) -> bool:
    """True where the reference's character is in the words of a mention."""
    quotes = mention.evidence.quotes
    return _is_at(reference, mention) and any(quote.start <= (reference.at or 0) < quote.end for quote in quotes)


def _is_at(reference: Reference, mention: Mention) -> bool:
    file, page = mention.report.file or "", reference.page or ""
    there = file == page or file.endswith(f"/{page}")
    return there and (reference.article is None or mention.report.article.endswith(f"-{reference.article}"))
