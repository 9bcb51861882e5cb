"""Who may run when: every query has a short turn first, and what is not done by then goes to a slower lane.

A quick query is answered at once, however many slow ones there are. A query that needs more than its turn is ended and
begins anew in the next lane, where it may take longer and has less of the processor; who finds no place in time is
turned away. What a query needed is kept in mind for others of its shape: they begin where they belong, and go before
the unknown if they are no long ones.
"""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kg.errors import LimitError, QueryError
from kg.queries.apart import Job, Limits, Work, start, too_slow

MOST_WAITING, SHAPES_KEPT = 1000, 1024
QUICK_TURN, SLOW_TURN, MOST_TURNS = 0.25, 1.0, 4
SLOWER, LOWEST = 10, 19

_PARTS = re.compile(r"\s+|\d+|\"[^\"]*\"|'[^']*'|<[^>]*>|[?$]\w+|#[^\n]*")


class Busy(QueryError):
    """Too many queries run already."""


class TimeUp(LimitError):
    """A query was ended because its time was up."""


@dataclass(slots=True)
class _Lane:
    """Places for queries that run; `kept` of them are for those that are known to be done in a turn."""

    turn: float
    places: int
    kept: int = 0
    niceness: int | None = None
    waiting: list[tuple[bool, asyncio.Future[None]]] = field(default_factory=list)

    async def enter(self, known: bool, end: float) -> None:
        """Takes a place; raises Busy where there is none until `end`. The known go first, then the newest."""
        if self.places > (0 if known else self.kept):
            self.places -= 1
            return
        if len(self.waiting) == MOST_WAITING:
            raise _too_many()
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append((known, mine))
        try:
            await asyncio.wait_for(mine, max(0.0, end - time.monotonic()))
        except BaseException as error:
            if (known, mine) in self.waiting:
                self.waiting.remove((known, mine))
            elif mine.done() and not mine.cancelled():
                self.leave()
            if isinstance(error, TimeoutError):
                raise _too_many() from None
            raise

    def leave(self) -> None:
        """Gives the place to who comes next."""
        self.places += 1
        for known in (True, False) if self.places > self.kept else (True,):
            for at in range(len(self.waiting) - 1, -1, -1):
                if self.waiting[at][0] is known:
                    _, next_one = self.waiting.pop(at)
                    if not next_one.done():
                        self.places -= 1
                        next_one.set_result(None)
                        return


class Lanes:
    """The processes of a server: at most five in the first two lanes, and `long` of long queries.

    A query waits at most `wait` seconds for its turns.
    """

    def __init__(self, limits: Limits, long: int, wait: float) -> None:
        self._limits = limits
        self._wait = wait
        turns = (min(QUICK_TURN, limits.seconds), min(SLOW_TURN, limits.seconds), limits.seconds)
        self._lanes = (
            _Lane(turns[0], places=3, kept=1),
            _Lane(turns[1], places=2, kept=1, niceness=SLOWER),
            _Lane(turns[2], places=long, niceness=LOWEST),
        )
        self._dying: set[int] = set()
        self._known: OrderedDict[str, int] = OrderedDict()

    async def answer(self, work: Work, shape: str | None) -> tuple[dict[str, str], IO[bytes]]:
        """What the work told and wrote; raises QueryError, Busy, TimeUp or LimitError. None is the shape of our own."""
        self._reap()
        end = time.monotonic() + self._wait
        last = len(self._lanes) - 1
        expected = 0 if shape is None else self._known.get(shape)
        known = expected is not None and expected < last
        for number in range(expected or 0, last + 1):
            lane = self._lanes[number]
            await lane.enter(known, end)
            try:
                job, used = await self._turn(work, lane, known)
            finally:
                lane.leave()
            if job is not None:
                self._remember(shape, used)
                return job.told(), job.output
            if lane.turn == self._limits.seconds:
                break
            if number == last - 1 and used >= lane.turn / 2:
                self._remember(shape, self._limits.seconds)
        raise TimeUp(str(too_slow(self._limits.seconds)))

    async def _turn(self, work: Work, lane: _Lane, known: bool) -> tuple[Job | None, float]:
        """The job, once it is done, or None when its turn was over; and the seconds of the processor that it used."""
        job, begun = start(work, self._limits), time.monotonic()
        try:
            if lane.niceness is not None and not (known and lane.kept):
                with suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, job.pid, lane.niceness)
            done = await _ended(job, lane.turn)
            # On a busy machine a turn is over when it was used, not when the clock says so.
            while (
                not done
                and lane.turn < self._limits.seconds
                and _used(job.pid, begun) < lane.turn / 2
                and time.monotonic() - begun < MOST_TURNS * lane.turn
            ):
                done = await _ended(job, lane.turn / 2)
        except BaseException:
            self._stop(job)
            raise
        used = _used(job.pid, begun)
        if not done:
            self._stop(job)
        return (job if done else None), used

    def _stop(self, job: Job) -> None:
        """Ends a process without waiting for it: requests must not wait until its memory is given back."""
        job.end(reap=False)
        self._dying.add(job.pid)

    def _reap(self) -> None:
        self._dying -= {pid for pid in self._dying if os.waitpid(pid, os.WNOHANG)[0]}

    def _remember(self, shape: str | None, seconds: float) -> None:
        if shape is None:
            return
        fitting = (number for number, lane in enumerate(self._lanes) if seconds <= lane.turn)
        self._known[shape] = next(fitting, len(self._lanes) - 1)
        self._known.move_to_end(shape)
        if len(self._known) > SHAPES_KEPT:
            self._known.popitem(last=False)


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


def _used(pid: int, begun: float) -> float:
    """Seconds of the processor that a process has used; those of the clock where the system does not tell."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return time.monotonic() - begun
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _too_many() -> Busy:
    return Busy("too many queries are running: ask again in a while, or ask for less")
