"""Lets the parts of a company be called after its shorter names too: 某某集团党委 of 某某集团有限公司党委."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from kg.model import Entity
from kg.resolution.forms import is_common, normal

SHORTEST, COMPANY = 3, "Company"


def called_after_wholes(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities, with further names for what is called after a company of its article.

    A name that another thing has is nobody else's.
    """
    wholes = {entity.label: entity for entity in entities.values() if COMPANY in entity.classes}
    taken = {normal("Organization", name) for each in entities.values() for name in (each.label, *each.alternatives)}
    return {key: _called(entity, wholes, taken) for key, entity in entities.items()}


def _called(entity: Entity, wholes: Mapping[str, Entity], taken: Set[str]) -> Entity:
    if entity.kind != "Organization":
        return entity
    for size in range(len(entity.label) - 1, SHORTEST, -1):
        whole = wholes.get(entity.label[:size])
        if whole is not None and not set(whole.articles).isdisjoint(entity.articles):
            short = [name for name in whole.alternatives if SHORTEST <= len(name) < size and not is_common(name)]
            names = {name + entity.label[size:] for name in short}
            names = {name for name in names if normal("Organization", name) not in taken}
            return replace(entity, alternatives=tuple(sorted({*entity.alternatives, *names})))
    return entity
