"""Whether entities are what the model of FollowTheMoney allows, as its own package sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from kg.errors import OutputError

_SHOWN = 5


def installed() -> bool:
    """True where the package `followthemoney` is there."""
    return find_spec("followthemoney") is not None


def check(entities: Iterable[Mapping[str, Any]]) -> None:
    """OutputError that names what is wrong: schemata, properties, values, and references to the wrong or to nothing."""
    found = list(faults(entities))
    if found:
        told = "\n".join(found[:_SHOWN])
        raise OutputError(f"{len(found)} values are not what FollowTheMoney allows; please report it:\n{told}")


def faults(entities: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with the entities, each with its id and value."""
    from followthemoney import model
    from followthemoney.exc import InvalidData

    known = {entity["id"]: entity for entity in entities}
    for entity in known.values():
        schema, where = model.get(entity["schema"]), f"{entity['schema']} {entity['id']}"
        if schema is None:
            yield f"{where}: there is no such schema"
            continue
        yield from (f"{where}: lacks {name}" for name in schema.required if not entity["properties"].get(name))
        for name, values in entity["properties"].items():
            property = schema.get(name)
            if property is None or property.stub:
                yield f"{where}: there is no property {name}"
                continue
            yield from (f"{where}: {name} cannot be {value!r}" for value in values if not property.type.validate(value))
            if property.range is not None:
                yield from (
                    f"{where}: {name} leads to {value}, which is no {property.range.name}"
                    for value in values
                    if value not in known or not _is(model.get(known[value]["schema"]), property.range)
                )
        try:
            model.get_proxy(dict(entity), cleaned=False)
        except InvalidData as error:
            yield f"{where}: {error}"


def _is(schema: Any, wanted: Any) -> bool:
    return schema is not None and schema.is_a(wanted)
