"""Which mentions a reference means: all that are printed as its name or stand for it, where it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from kg.decisions.records import Reference
from kg.model import Kind
from kg.resolution.forms import normal
from kg.resolution.material import Material, Spoken

Figure = tuple[str, Kind, str, int | None]


class Index:
    """The mentions of a build by name; `names` are others that they go by."""

    def __init__(self, material: Material, names: Mapping[int, str] | None = None) -> None:
        self._spoken = material.spoken
        self._names = names or {}
        self._pages = {told.page.id for told in material.told}

    @cached_property
    def _called(self) -> dict[tuple[bool, str], set[int]]:
        """The mentions of each name, made when the first reference is looked up."""
        called: defaultdict[tuple[bool, str], set[int]] = defaultdict(set)
        for each in self._spoken:
            mention = each.mention
            for form in {mention.name, mention.text, *mention.spelled}:
                called[_form(each.kind, form)].add(each.number)
        for number, name in self._names.items():
            called[_form(self._spoken[number].kind, name)].add(number)
        return dict(called)

    def numbers(self, reference: Reference, page: str | None = None) -> tuple[int, ...]:
        """The mentions that it means, on this page if one is given; in ascending order."""
        kinds: tuple[Kind, ...] = ("Person", "Document") if reference.kind is None else (reference.kind,)
        called = {number for kind in kinds for number in self._called.get(_form(kind, reference.name), ())}
        pages = [self.pages(where) for where in (reference.page, page) if where is not None]
        return tuple(
            each.number
            for each in map(self._spoken.__getitem__, sorted(called))
            if (reference.kind is None or each.kind == reference.kind)
            and all(each.page.id in found for found in pages)
            and (reference.article is None or each.article.id == reference.article)
            and (reference.at is None or each.mention.span.start <= reference.at < each.mention.span.end)
        )

    def pages(self, page: str) -> frozenset[str]:
        """The page of this id, or else those whose path ends so."""
        return frozenset({page} if page in self._pages else {p for p in self._pages if p.endswith(f"/{page}")})


def _form(kind: Kind, name: str) -> tuple[bool, str]:
    """All kinds but persons have one form."""
    return kind == "Person", normal(kind, name)


def figure(each: Spoken) -> Figure:
    """One name in one article, or one of several who bear it there and whom people told apart."""
    return each.article.key, each.kind, each.normal, each.bearer
