"""The whole way from files to graph: read, extract, resolve, write.

One page that fails never stops the others, and the same pages give the same bytes in any order and on any number of
processes. Steps are imported where they are used, so that importing this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import KgError, OutputError, ReadingError

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.decisions import Decision
    from kg.extraction import Extractor
    from kg.model import Extraction, Knowledge, Page
    from kg.reading import InputFile

GRAPH_FILE = "graph.ttl"
NETWORK_FILE = "network.html"

Progress = Callable[[int, int, str], None]
"""Told after each page: pages done, pages in all, file."""


class Failure(NamedTuple):
    """A file that gave no page, and why, with the remedy."""

    file: str
    message: str


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build found out; `turtle` is the whole graph."""

    knowledge: Knowledge
    turtle: bytes
    failures: tuple[Failure, ...]
    warnings: tuple[str, ...]

    def graph(self) -> Graph:
        """The graph, opened as `kg.load` opens a file."""
        from kg.api import parsed

        return parsed(self.turtle)


class _Job(NamedTuple):
    file: InputFile
    data: bytes | None
    """Standard input's bytes, which can be read only once; None for a file."""


class _Read(NamedTuple):
    page: Page
    extractions: tuple[Extraction, ...]


def build(
    paths: Iterable[str | Path] | str | Path,
    *,
    decisions: str | Path | Sequence[Decision] = (),
    config: Path | None = None,
    base: str | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of all pages in `paths` (files and folders), as people's decisions have it.

    `decisions` are a file of them, or records; those of each `decisions.toml` in the folders are taken as well.
    `config` replaces the spaCy pipeline's configuration, `base` the IRI below which things are minted. More than one
    process needs a main module that can be imported. Raises KgError where not one page could be read, or a file of
    decisions is faulty.
    """
    from kg.graph import BASE, to_turtle
    from kg.reading import collect
    from kg.resolution import resolve

    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    files, decided = collect(given), _decisions(given, decisions)
    jobs, failures, warnings = _jobs(sorted(files, key=lambda file: file.id))
    read: list[_Read] = []
    for done, (job, outcome) in enumerate(zip(jobs, _outcomes(jobs, config, processes), strict=True), start=1):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            read.append(outcome)
        if progress is not None:
            progress(done, len(jobs), job.file.id)
    if not read:
        raise ReadingError("no page could be read\n" + "\n".join(failure.message for failure in sorted(failures)))
    extractions = [extraction for _, extractions in read for extraction in extractions]
    knowledge = resolve([page for page, _ in read], extractions, decided)
    turtle = to_turtle(knowledge, BASE if base is None else base)
    return BuildResult(knowledge, turtle, tuple(sorted(failures)), (*warnings, *knowledge.warnings))


def write(result: BuildResult, folder: Path) -> tuple[Path, Path]:
    """Write graph and network into `folder`; old ones are replaced when both new ones stand complete beside them."""
    from kg.graph import load
    from kg.views import network_html
    from kg.views.texts import texts_of

    targets = folder / GRAPH_FILE, folder / NETWORK_FILE
    with _beside(folder) as scratch:
        graph, network = scratch / GRAPH_FILE, scratch / NETWORK_FILE
        graph.write_bytes(result.turtle)
        network.write_bytes(network_html(load(graph), texts_of(result.knowledge.pages)).encode())
        for target in targets:
            if target.is_dir():
                raise OutputError(f"{target} is a folder: remove it, or choose another output folder")
        graph.replace(targets[0])
        network.replace(targets[1])
    return targets


def check_folder(folder: Path) -> None:
    """Raise OutputError where results could not be written to `folder`, which is made if missing."""
    with _beside(folder):
        pass


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A scratch folder inside `folder`, so that moving a file out of it replaces the old one at once."""
    from tempfile import TemporaryDirectory

    if folder.is_file():
        raise OutputError(f"{folder} is a file, not a folder: choose another output folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".kg-", dir=folder) as scratch:
            yield Path(scratch)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write to {folder} ({reason}): choose another output folder") from error


def _decisions(paths: Sequence[str | Path], given: str | Path | Sequence[Decision]) -> list[Decision]:
    """The decisions in the folders of the pages, and those given; a file that is both is read once."""
    from kg.decisions import decisions_in, read, refuse_clashes

    named = [Path(given)] if isinstance(given, (str, Path)) else []
    files = {file.resolve(): file for file in (*decisions_in(paths), *named)}
    found = [decision for file in files.values() for decision in read(file)]
    if not isinstance(given, (str, Path)):
        found += given
    refuse_clashes(found)
    return found


def _jobs(files: Sequence[InputFile]) -> tuple[list[_Job], list[Failure], list[str]]:
    """One job for all files with the same bytes; what cannot be opened; what to tell the user."""
    from hashlib import sha256

    first: dict[bytes, InputFile] = {}
    jobs, failures, warnings = [], [], []
    for file in files:
        try:
            data = file.read()
        except KgError as error:
            failures.append(Failure(file.id, str(error)))
            continue
        if not data or (original := first.setdefault(sha256(data).digest(), file)) is file:
            jobs.append(_Job(file, data if file.path is None else None))
        else:
            warnings.append(f"{file.id}: has the same bytes as {original.id} and was left out; remove one of them")
    return jobs, failures, warnings


def _outcomes(jobs: Sequence[_Job], config: Path | None, processes: int) -> Iterator[_Read | Failure]:
    """What became of each job, in the jobs' order."""
    if processes == 1 or len(jobs) < 2:
        yield from (_read(job, config) for job in jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Forked children would inherit the threads' locks of a progress bar or a notebook.
    with ProcessPoolExecutor(min(processes, len(jobs)), mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(_read, jobs, [config] * len(jobs), chunksize=4)
        except BrokenProcessPool:
            raise KgError(
                f"one of {processes} processes died, most likely for want of memory: use fewer with --processes"
            ) from None


def _read(job: _Job, config: Path | None) -> _Read | Failure:
    from kg.reading import read_page

    extractor = _extractor(config)
    try:
        page = read_page(job.file.read() if job.data is None else job.data, job.file.id)
        return _Read(page, extractor.extract(page))
    except KgError as error:
        return Failure(job.file.id, str(error))
    except Exception as error:  # a fault of ours in one page must not cost the user a batch of thousands
        return Failure(job.file.id, f"{job.file.id}: {_fault(error)}; please report it together with this file")


@cache
def _extractor(config: Path | None) -> Extractor:
    from kg.extraction import Extractor

    return Extractor(config)


def _fault(error: Exception) -> str:
    from traceback import extract_tb

    place = extract_tb(error.__traceback__)[-1]
    return f"internal error {type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {error}"
