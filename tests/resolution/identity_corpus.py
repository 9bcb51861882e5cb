"""The invented pages of `tests/identity/`, and how a build of them fares.

A figure is one form of one person's name on one page. It is at the nodes whose mentions are exactly its characters, so
that nothing depends on labels or keys. `python -m tests.resolution.identity_corpus` prints how many are joined rightly.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.build import build
from kg.model import Kind, Knowledge

FOLDER = Path(__file__).parent.parent / "identity"
PERSONS: tuple[Kind, ...] = ("Person",)
THINGS: tuple[Kind, ...] = ("Division", "Organization")


@dataclass(frozen=True, slots=True)
class Figure:
    """`who` under `form` on the page of this number; `around` are the words that tell it from a namesake there."""

    who: str
    page: str
    form: str
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A misprint and what a careful reader goes by; with `doubtful` evidence the reader can only suspect it."""

    of: str
    wrong: str
    why: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Two that share a name, or nearly, and are never one."""

    pair: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True, repr=False)
class Truth:
    """Who is who on the pages."""

    figures: tuple[Figure, ...]
    things: frozenset[str]
    variants: tuple[Variant, ...]
    apart: tuple[Apart, ...]

    def who(self) -> list[str]:
        """Everybody and everything that has a row, in order."""
        return list(dict.fromkeys(figure.who for figure in self.figures))


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """What became of the corpus: the nodes of each figure, and pairs of nodes that are called possibly the same."""

    truth: Truth
    nodes: dict[Figure, frozenset[str]]
    suspected: frozenset[tuple[str, str]]

    def of(self, who: str) -> frozenset[str]:
        """All nodes at which the figures of one are."""
        return frozenset(node for figure, nodes in self.nodes.items() if figure.who == who for node in nodes)

    def unread(self) -> list[str]:
        """Figures that no mention is of: a fault of the page's wording or of extraction, not of identity."""
        return [f"{figure.page} {figure.form}" for figure, nodes in self.nodes.items() if not nodes]

    def confused(self) -> list[tuple[str, str]]:
        """Pairs of which one node is both."""
        at: defaultdict[str, set[str]] = defaultdict(set)
        for figure, nodes in self.nodes.items():
            for node in nodes:
                at[node].add(figure.who)
        return sorted({pair for persons in at.values() for pair in combinations(sorted(persons), 2)})

    def precision(self) -> float:
        """Of the pairs of figures that share a node, the share that is one person or thing."""
        joined = [(a, b) for a, b in combinations(self.nodes, 2) if self.nodes[a] & self.nodes[b]]
        return sum(a.who == b.who for a, b in joined) / len(joined)

    def missed(self) -> list[Variant]:
        """Misprints that are not where the right form is, nor, if doubtful, possibly the same."""
        return [variant for variant in self.truth.variants if not self._is_joined(variant)]

    def suspects(self, variant: Variant) -> bool:
        """True if the misprint is called possibly the same as the right form."""
        right, wrong = self._sides(variant)
        return any((a, b) in self.suspected or (b, a) in self.suspected for a in right for b in wrong)

    def repeated(self) -> list[str]:
        """Those whom two or more pages name rightly."""
        return sorted(who for who, figures in self._right().items() if len(figures) > 1)

    def torn(self) -> list[str]:
        """Those who are rightly named but at more than one node."""
        right = self._right()
        return [who for who, figures in right.items() if len({node for one in figures for node in self.nodes[one]}) > 1]

    def _right(self) -> dict[str, list[Figure]]:
        wrong = {(variant.of, variant.wrong) for variant in self.truth.variants}
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in self.nodes:
            if (figure.who, figure.form) not in wrong:
                found[figure.who].append(figure)
        return dict(found)

    def _is_joined(self, variant: Variant) -> bool:
        right, wrong = self._sides(variant)
        return bool(wrong) and (wrong <= right or (variant.doubtful and self.suspects(variant)))

    def _sides(self, variant: Variant) -> tuple[frozenset[str], frozenset[str]]:
        right, wrong = (
            frozenset(
                node
                for figure, nodes in self.nodes.items()
                if figure.who == variant.of and (figure.form == variant.wrong) is misprint
                for node in nodes
            )
            for misprint in (False, True)
        )
        return right, wrong


def truth() -> Truth:
    """The rows of `persons.toml`."""
    data = tomllib.loads((FOLDER / "persons.toml").read_text("utf-8"))
    rows = data["persons"] | data["things"]
    return Truth(
        tuple(figure for who, on in rows.items() for figure in _figures(who, on)),
        frozenset(data["things"]),
        tuple(Variant(**row) for row in data["variants"]),
        tuple(Apart(tuple(row["pair"]), row["why"]) for row in data["apart"]),
    )


def _figures(who: str, on: list[str]) -> Iterator[Figure]:
    around: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in on:
        named, _, words = row.partition(" @ ")
        page, form = named.split(" ")
        around[page, form] += [words] if words else []
    for (page, form), found in around.items():
        yield Figure(who, page, form, tuple(found))


def page_of(number: str) -> Path:
    """The file of the page with this number."""
    [file] = FOLDER.glob(f"invented-{number}-*.txt")
    return file


def places(figure: Figure, truth: Truth) -> set[tuple[int, int]]:
    """Where the page prints the figure: start and end in characters of the file."""
    text = page_of(figure.page).read_text("utf-8")
    if figure.around:
        return _around(text, figure)
    others = (one for one in truth.figures if (one.page, one.form) == (figure.page, figure.form) and one.around)
    return set(_found(text, figure.form)).difference(*(_around(text, one) for one in others))


def _around(text: str, figure: Figure) -> set[tuple[int, int]]:
    return {
        (start + first, start + last)
        for words in figure.around
        for start, end in _found(text, words)
        for first, last in _found(text[start:end], figure.form)
    }


def _found(text: str, words: str) -> list[tuple[int, int]]:
    """Where the text has the words, whatever blanks and line breaks stand between their characters."""
    return [hit.span() for hit in re.finditer(r"\s*".join(map(re.escape, words)), text)]


def judge(truth: Truth, knowledge: Knowledge) -> Account:
    """The nodes of all figures in what a build of the pages knows."""
    kinds = {entity.key: entity.kind for entity in knowledge.entities}
    at: defaultdict[tuple[str, int, int], set[str]] = defaultdict(set)
    for fact in knowledge.facts:
        if fact.predicate == "mentionedIn":
            for source in fact.sources:
                at[source.span.page, source.span.start, source.span.end].add(fact.subject)
    nodes = {}
    for figure in truth.figures:
        wanted = THINGS if figure.who in truth.things else PERSONS
        file = page_of(figure.page).name
        found = {key for start, end in places(figure, truth) for key in at[file, start, end] if kinds[key] in wanted}
        nodes[figure] = frozenset(found)
    suspected = {(fact.subject, fact.object) for fact in knowledge.facts if fact.predicate == "possiblySame"}
    return Account(truth, nodes, frozenset(suspected))


def account() -> Account:
    """A build of all pages, judged."""
    return judge(truth(), build(sorted(FOLDER.glob("invented-*.txt"))).knowledge)


def table(found: Account) -> str:
    """Figures, and every pair that is not as it should be, with what a reader goes by."""
    whys = {frozenset(row.pair): row.why for row in found.truth.apart}
    lines = [
        f"precision of joins  {found.precision():.3f}, {len(found.confused())} pairs confused",
        f"misprints joined    {_share(len(found.truth.variants), len(found.missed()))}",
        f"same names joined   {_share(len(found.repeated()), len(found.torn()))}",
        f"not read            {', '.join(found.unread()) or 'none'}",
    ]
    for pair in found.confused():
        lines.append(f"  confused: {' and '.join(pair)}: {whys.get(frozenset(pair), 'nothing joins them')}")
    for variant in found.missed():
        state = "only suspected" if found.suspects(variant) else "not joined"
        lines.append(f"  {state}: {variant.of} as {variant.wrong}: {variant.why}")
    lines += [f"  torn: {who}: {', '.join(sorted(found.of(who)))}" for who in found.torn()]
    return "\n".join(lines)


def _share(of: int, less: int) -> str:
    return f"{1 - less / of:.3f}, {of - less} of {of}"


if __name__ == "__main__":
    print(table(account()))
