"""Limits on a query: it really ends, gets no more rows or memory than allowed, and can reach nothing."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path
from typing import IO

import pytest
from pyoxigraph import Store

from kg.errors import LimitError, QueryError
from kg.queries.apart import Limits, Work, start, wait
from kg.queries.limited import limited
from kg.queries.run import run

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"
MUCH = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"


def test_it_answers_as_without_limits(graph: Store) -> None:
    for query in ("SELECT ?s ?o { ?s gov:met ?o } ORDER BY ?s ?o", "ASK { ?s gov:met ?o }", "DESCRIBE person:宋明哲"):
        assert limited(graph, query, Limits()) == run(graph, query)


def test_a_query_without_end_is_ended(graph: Store) -> None:
    with pytest.raises(LimitError, match=r"longer than 0\.3 seconds"):
        limited(graph, ENDLESS, Limits(seconds=0.3))


def test_what_was_ended_is_no_process_any_more() -> None:
    def forever(_: IO[bytes]) -> dict[str, str]:
        while True:
            time.sleep(1)

    job = start(forever, Limits())
    with pytest.raises(LimitError):
        wait(job, 0.1)
    with pytest.raises(ChildProcessError):
        os.waitpid(job.pid, os.WNOHANG)


def test_too_many_rows_are_refused(graph: Store) -> None:
    assert len(limited(graph, "SELECT * { ?s ?p ?o } LIMIT 5", Limits(rows=5)).rows) == 5
    for query in ("SELECT * { ?s ?p ?o } LIMIT 6", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 6"):
        with pytest.raises(LimitError, match="more than 5 rows"):
            limited(graph, query, Limits(rows=5))


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell how much memory is in use")
def test_too_much_memory_is_refused(graph: Store) -> None:
    with pytest.raises(LimitError, match="memory"):
        limited(graph, MUCH, Limits(megabytes=64))


def test_errors_come_back(graph: Store) -> None:
    with pytest.raises(QueryError, match="line 1"):
        limited(graph, "SELECT", Limits())
    with pytest.raises(QueryError, match="SERVICE"):
        limited(graph, "ASK { SERVICE <http://127.0.0.1:9/> { } }", Limits())
    with pytest.raises(QueryError, match="FROM"):
        limited(graph, "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", Limits())


def _opens_a_file(output: IO[bytes]) -> dict[str, str]:
    return {"read": Path("/dev/null").read_text()}


def _opens_a_connection(output: IO[bytes]) -> dict[str, str]:
    socket.create_connection(("127.0.0.1", 9), 1)
    return {}


@pytest.mark.parametrize("work", [_opens_a_file, _opens_a_connection])
def test_the_process_can_reach_nothing(work: Work) -> None:
    with pytest.raises(QueryError, match="open files"):
        wait(start(work, Limits()), 10)
