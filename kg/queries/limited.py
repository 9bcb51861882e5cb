"""Queries of users with limits on time, rows and memory: each in a process of its own, on a graph that is open here."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from pyoxigraph import Store

from kg.queries.apart import Limits, start, wait
from kg.queries.asking import Question, bindings, solutions
from kg.queries.records import Answer
from kg.queries.run import Bindings, in_plain, query_of, run


def limited(store: Store, text_or_path: str | Path, limits: Limits, bound: Bindings | None = None) -> Answer:
    """As `run`, within limits: raises LimitError as well, after the query was ended."""
    text = query_of(text_or_path)
    return _apart(lambda: run(store, text, bound, limits.rows), limits)


def ask(store: Store, asked: Question, given: Mapping[str, str], limits: Limits | None = None) -> Answer:
    """The answer to a question with parameters as somebody typed them, without columns that only repeat one.

    Raises QueryError for parameters that do not fit, and LimitError.
    """
    bound = bindings(store, asked, given)
    within = limits or Limits()
    found = _apart(lambda: in_plain(solutions(store, asked, bound), within.rows), within)
    repeated = {each.name for each in asked.parameters if each.name in bound}
    kept = [number for number, column in enumerate(found.columns) if column not in repeated]
    return Answer(
        found.form,
        tuple(found.columns[number] for number in kept),
        tuple(tuple(row[number] for number in kept) for row in found.rows),
        tuple(found.types[number] for number in kept) if found.types else (),
    )


def _apart(answer: Callable[[], Answer], limits: Limits) -> Answer:
    def work(output: IO[bytes]) -> dict[str, str]:
        found = answer()
        output.write(json.dumps([found.form, found.columns, found.rows, found.types]).encode())
        return {}

    job = start(work, limits)
    wait(job, limits.seconds)
    with job.output as output:
        form, columns, rows, types = json.load(output)
    return Answer(form, tuple(columns), tuple(map(tuple, rows)), tuple(types))
