"""Work in a process of its own, which can be ended: the only way to stop a query that has no end.

The process is a copy of this one (`fork`), so that it has the graph already. It can open no file and no connection, it
may use only so much more memory, and whatever it is doing, it ends when its time is up.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import select
import signal
import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.errors import KgError, LimitError, QueryError

Work = Callable[[IO[bytes]], dict[str, str]]
PIPE, OUTPUT, NEXT = 3, 4, 5
MEGABYTE = 1 << 20
MOST_FILES = 1 << 16
LOWER = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may have: seconds of the clock, rows, and megabytes of memory besides the graph."""

    seconds: float = 30.0
    rows: int = 100_000
    megabytes: int = 1024


@dataclass(frozen=True, slots=True)
class Job:
    """A process at work: `pipe` tells of its end, `output` is where it writes."""

    pid: int
    pipe: int
    output: IO[bytes]

    def told(self) -> dict[str, str]:
        """What the work gave back, once `pipe` can be read to its end; raises the error that it ended with."""
        with os.fdopen(self.pipe, "rb") as pipe:
            message = pipe.read()
        os.waitpid(self.pid, 0)
        if not message:
            raise LimitError("the query needed more memory than it may have: ask for less")
        told: dict[str, str] = json.loads(message)
        if "limit" in told:
            raise LimitError(told["limit"])
        if "error" in told:
            raise QueryError(told["error"])
        self.output.seek(0)
        return told

    def end(self, reap: bool = True) -> None:
        """Ends the process, whatever it is doing; who does not want to wait until it is gone reaps it later."""
        os.close(self.pipe)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        if reap:
            os.waitpid(self.pid, 0)
        self.output.close()


def start(work: Work, limits: Limits) -> Job:
    """Begins `work` in a process of its own; everything that it imports must be imported before."""
    output = tempfile.TemporaryFile()  # noqa: SIM115 - the job closes it
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # The engine's own threads are idle, and the copy does not need them.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        _alone(work, writer, output.fileno(), limits)
    os.close(writer)
    return Job(pid, reader, output)


def wait(job: Job, seconds: float) -> dict[str, str]:
    """What the work gave back; LimitError when its time is up, with the process ended."""
    end = time.monotonic() + seconds
    try:
        while not select.select([job.pipe], [], [], max(0.0, end - time.monotonic()))[0]:
            if time.monotonic() >= end:
                raise too_slow(seconds)
    except BaseException:
        job.end()
        raise
    return job.told()


def too_slow(seconds: float) -> LimitError:
    """What is said of a query that was ended."""
    return LimitError(
        f"the query took longer than {seconds:g} seconds and was stopped: ask for less, or allow more time"
    )


def _alone(work: Work, writer: int, output: int, limits: Limits) -> None:
    """The life of the process; it never returns, and nothing of its parent runs on in it."""
    message = b""
    try:
        _keep_only(writer, output)
        os.nice(LOWER)
        _restrict(limits)
        with os.fdopen(OUTPUT, "wb") as file:
            told = work(file)
        message = json.dumps(told).encode()
    except LimitError as error:
        message = json.dumps({"limit": str(error)}).encode()
    except KgError as error:
        message = json.dumps({"error": str(error)}).encode()
    except MemoryError:
        pass
    except BaseException as error:
        message = json.dumps({"error": f"the query cannot be answered: {type(error).__name__}: {error}"}).encode()
    finally:
        with suppress(BaseException):
            os.write(PIPE, message)
        os._exit(0)


def _keep_only(writer: int, output: int) -> None:
    """Leaves the process two open files; the connections of a server are closed in it."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    # By way of numbers that are surely free, since either may have the other's place.
    one, other = (fcntl.fcntl(file, fcntl.F_DUPFD, NEXT + 1) for file in (writer, output))
    os.dup2(one, PIPE)
    os.dup2(other, OUTPUT)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    os.closerange(NEXT, min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], MOST_FILES))


def _restrict(limits: Limits) -> None:
    """Time of the processor (should the parent be gone), memory (where the system tells how much is in use), files."""
    seconds = int(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    in_use = Path("/proc/self/statm")
    if in_use.exists():
        memory = int(in_use.read_text().split()[0]) * resource.getpagesize() + limits.megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_NOFILE, (NEXT, NEXT))
