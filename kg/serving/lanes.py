"""Who may run when: every query begins in the quick lane, and those that stay too long must find room in the long one.

A short query is answered at once, however many long ones there are: those that turn out to be long run with the lowest
priority, a few at a time, and the others are turned away. A query shaped like one that was long begins as long.
"""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections import OrderedDict
from contextlib import suppress
from typing import IO

from kg.errors import LimitError, QueryError
from kg.queries.apart import Job, Limits, Work, start, too_slow

QUICK_SECONDS, WAIT_SECONDS = 0.75, 5.0
QUICK_LANES, MOST_WAITING, SHAPES_KEPT = 4, 64, 1024
LOWEST = 15

_PARTS = re.compile(r"\s+|\d+|\"[^\"]*\"|'[^']*'|<[^>]*>|[?$]\w+|#[^\n]*")


class Busy(QueryError):
    """Too many queries run already."""


class TimeUp(LimitError):
    """A query was ended because its time was up."""


class Lanes:
    """The processes of a server, at most `long` of them with long queries."""

    def __init__(self, limits: Limits, long: int) -> None:
        self._limits = limits
        self._long_free = long
        self._quick_free = QUICK_LANES
        self._dying: set[int] = set()
        self._waiting: list[asyncio.Future[None]] = []
        self._were_long: OrderedDict[str, None] = OrderedDict()

    async def answer(self, work: Work, shape: str) -> tuple[dict[str, str], IO[bytes]]:
        """What the work told and wrote; raises QueryError, Busy, TimeUp or LimitError."""
        self._reap()
        if shape in self._were_long:
            self._take_long()
            try:
                return await self._to_the_end(start(work, self._limits), self._limits.seconds, LOWEST)
            finally:
                self._long_free += 1
        await self._take_quick()
        quick = True
        try:
            job, begun = start(work, self._limits), time.monotonic()
            try:
                done = await _ended(job, min(QUICK_SECONDS, self._limits.seconds))
                if not done:
                    self._remember(shape)
                    self._take_long()
            except BaseException:
                self._stop(job)
                raise
            if done:
                return job.told(), job.output
            self._leave_quick()
            quick = False
            try:
                return await self._to_the_end(job, self._limits.seconds - (time.monotonic() - begun), LOWEST)
            finally:
                self._long_free += 1
        finally:
            if quick:
                self._leave_quick()

    async def _to_the_end(self, job: Job, seconds: float, priority: int) -> tuple[dict[str, str], IO[bytes]]:
        try:
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, job.pid, priority)
            if not await _ended(job, max(0.0, seconds)):
                raise TimeUp(str(too_slow(self._limits.seconds)))
        except BaseException:
            self._stop(job)
            raise
        return job.told(), job.output

    def _stop(self, job: Job) -> None:
        """Ends a process without waiting for it: requests must not wait until its memory is given back."""
        job.end(reap=False)
        self._dying.add(job.pid)

    def _reap(self) -> None:
        self._dying -= {pid for pid in self._dying if os.waitpid(pid, os.WNOHANG)[0]}

    def _take_long(self) -> None:
        if not self._long_free:
            raise Busy("other long queries are running: ask again in a while, or ask for less")
        self._long_free -= 1

    async def _take_quick(self) -> None:
        """The newest goes first: who has waited long has the least to lose, and is turned away when too many wait."""
        if self._quick_free:
            self._quick_free -= 1
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.pop(0).set_exception(_too_many())
        try:
            await asyncio.wait_for(mine, WAIT_SECONDS)
        except BaseException as error:
            if mine in self._waiting:
                self._waiting.remove(mine)
            elif mine.done() and not mine.cancelled() and mine.exception() is None:
                self._leave_quick()
            if isinstance(error, TimeoutError):
                raise _too_many() from None
            raise

    def _leave_quick(self) -> None:
        while self._waiting:
            newest = self._waiting.pop()
            if not newest.done():
                newest.set_result(None)
                return
        self._quick_free += 1

    def _remember(self, shape: str) -> None:
        self._were_long[shape] = None
        if len(self._were_long) > SHAPES_KEPT:
            self._were_long.popitem(last=False)


def shape_of(query: str) -> str:
    """A query without its names, numbers, strings and blanks: what others that do the same look like."""
    return _PARTS.sub(" ", query)


async def _ended(job: Job, seconds: float) -> bool:
    loop = asyncio.get_running_loop()
    told: asyncio.Future[None] = loop.create_future()
    loop.add_reader(job.pipe, lambda: None if told.done() else told.set_result(None))
    try:
        await asyncio.wait_for(told, seconds)
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(job.pipe)
    return True


def _too_many() -> Busy:
    return Busy("too many queries are waiting: ask again in a moment")
