"""Lets the parts of a body be called after its shorter names too: 某某集团党委 of 某某集团有限公司党委."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.model import Entity
from kg.resolution.forms import is_common

SHORTEST = 3


def called_after_wholes(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """The entities, with further names for the bodies whose label opens with that of another of their article."""
    wholes = {entity.label: entity for entity in entities.values() if entity.kind == "Organization"}
    return {key: _called(entity, wholes) for key, entity in entities.items()}


def _called(entity: Entity, wholes: Mapping[str, Entity]) -> Entity:
    if entity.kind != "Organization":
        return entity
    for size in range(len(entity.label) - 1, SHORTEST, -1):
        whole = wholes.get(entity.label[:size])
        if whole is not None and not set(whole.articles).isdisjoint(entity.articles):
            short = [name for name in whole.alternatives if SHORTEST <= len(name) < size and not is_common(name)]
            names = {name + entity.label[size:] for name in short} - {entity.label}
            return replace(entity, alternatives=tuple(sorted({*entity.alternatives, *names})))
    return entity
