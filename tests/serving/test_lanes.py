"""Who goes first: what is known to be quick, then the newest; what takes long finds a place, or is turned away."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, TypeVar

import pytest

pytest.importorskip("starlette", reason="the extra kg[serve] is not installed")

from kg.errors import QueryError
from kg.queries.apart import Limits
from kg.serving.lanes import Busy, Lanes, TimeUp, shape_of

LIMITS = Limits(seconds=1)
T = TypeVar("T")


def quick(output: IO[bytes]) -> dict[str, str]:
    output.write(b"done")
    return {"type": "text/plain"}


def endless(_: IO[bytes]) -> dict[str, str]:
    while True:
        time.sleep(0.01)


def wrong(_: IO[bytes]) -> dict[str, str]:
    raise QueryError("this cannot be asked")


async def asked(lanes: Lanes, work: object, shape: str | None) -> str:
    try:
        _, output = await lanes.answer(work, shape)  # type: ignore[arg-type]
    except QueryError as error:
        return type(error).__name__
    with output:
        return output.read().decode()


def test_each_gets_an_answer_or_a_reason() -> None:
    async def all_of_them() -> list[str]:
        lanes = Lanes(LIMITS, long=1, wait=10)
        return [await asked(lanes, work, work.__name__) for work in (quick, endless, wrong)]

    assert _ran(all_of_them()) == ["done", TimeUp.__name__, QueryError.__name__]


def test_what_is_known_passes_what_takes_long() -> None:
    async def all_of_them() -> tuple[list[str], list[str]]:
        lanes = Lanes(LIMITS, long=1, wait=2)
        assert await asked(lanes, quick, "quick") == "done"
        crowd = [asyncio.create_task(asked(lanes, endless, f"endless {number}")) for number in range(8)]
        await asyncio.sleep(0.05)
        found = [await asked(lanes, quick, shape) for shape in ("quick", None)]
        return found, await asyncio.gather(*crowd)

    found, crowd = _ran(all_of_them())
    assert found == ["done", "done"]
    assert set(crowd) <= {TimeUp.__name__, Busy.__name__} and Busy.__name__ in crowd


def test_a_shape_is_a_query_without_its_values() -> None:
    one = "SELECT ?a { ?a gov:met <urn:a> FILTER(?b > 12) } # a comment"
    assert shape_of(one) == shape_of("SELECT  ?x\n{ ?x gov:met <urn:b> FILTER(?y > 7) } #")
    assert shape_of(one) != shape_of(one.replace("met", "date"))


def _ran(work: Coroutine[Any, Any, T]) -> T:
    """The result of work in a thread of its own: the browser of other tests may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
