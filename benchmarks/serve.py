"""`kg serve` under attack: what 200 hostile queries at once are told, and how long plain questions take meanwhile.

`python -m benchmarks.serve --size 30000 --seconds 10` is a short run. Every hostile client asks again as soon as it is
answered; its queries are never the same twice. Each round of plain questions stands beside one without hostile queries.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import multiprocessing.synchronize
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from pyoxigraph import RdfFormat, Store, serialize

from benchmarks.region import region
from kg.graph.terms import BASE, GOV

HOSTILE = {
    "product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?i) }",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?b (!<urn:y>|^!<urn:z>)+ ?c }",
    "huge": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "memory": "SELECT ?a ?d (GROUP_CONCAT(?f) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g",
    "sort": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
    "text": 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(STR(?c), CONCAT("(.*)*", STR(?f)))) }',
}
NEW = "SELECT ?name { ?a gov:met ?b . ?b skos:prefLabel ?name BIND(gov:WORD AS ?mark) } LIMIT 20"
Plain = dict[str, str]


def main() -> None:
    """Prints what plain questions took with and without hostile ones, what those were told, and the memory of all."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.nt"
        with graph.open("wb") as output:
            serialize(region(options.size), output, RdfFormat.N_TRIPLES)
        plain = _plain(graph)
        command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--seconds", str(options.limit)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
            try:
                assert server.stdout is not None
                address = server.stdout.readline().split()[0].rstrip("/")
                _measure(address, server.pid, plain, options)
            finally:
                server.terminate()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000, help="triples of the graph, about")
    parser.add_argument("--clients", type=int, default=200, help="hostile clients at once")
    parser.add_argument("--seconds", type=float, default=30, help="how long they go on")
    parser.add_argument("--limit", type=float, default=5, help="--seconds of the server")
    return parser.parse_args()


def _plain(graph: Path) -> Plain:
    """Plain questions by name, as addresses."""
    store = Store()
    store.bulk_load(path=str(graph), format=RdfFormat.N_TRIPLES)
    found = next(iter(store.query(f"SELECT ?a ?b {{ ?a <{GOV}met> ?b }} ORDER BY ?a ?b LIMIT 1")), None)
    assert found is not None
    one, other = found["a"].value, found["b"].value
    names = "SELECT ?name { ?p a gov:Person ; skos:prefLabel ?name } ORDER BY ?name LIMIT 50"
    return {
        "names": f"/sparql?{urlencode({'query': names})}",
        "who-met": f"/ask/who-met?{urlencode({'person': one})}",
        "chain": f"/ask/chain?{urlencode({'from': one, 'to': other})}",
        "page": f"/id/{quote(one.removeprefix(BASE))}",
        "start": "/",
        "new": f"/sparql?{urlencode({'query': NEW})}",
    }


def _measure(address: str, server: int, plain: Plain, options: argparse.Namespace) -> None:
    host, port = urlsplit(address).hostname or "", urlsplit(address).port or 0
    before = asyncio.run(_ask_plain(host, port, plain, min(5.0, options.seconds), server))
    context = multiprocessing.get_context("fork")
    stop, told = context.Event(), context.SimpleQueue()
    attack = context.Process(target=_attack, args=(host, port, options.clients, stop, told), daemon=True)
    attack.start()
    during = asyncio.run(_ask_plain(host, port, plain, options.seconds, server))
    stop.set()
    counts, longest = told.get()
    attack.join()
    print(f"{'question':<10}{'asked':>7}{'alone s':>10}{'during s':>10}{'slowest':>10}   refused")
    for name in plain:
        alone = statistics.median(before.seconds[name])
        seconds = during.seconds[name] or [float("nan")]
        print(
            f"{name:<10}{len(during.seconds[name]):>7}{alone:>10.3f}{statistics.median(seconds):>10.3f}"
            f"{max(seconds):>10.3f}   {during.refused[name]}"
        )
    total = sum(counts.values())
    said = ", ".join(f"{count} × {code}" for code, count in counts.most_common())
    print(f"{options.clients} hostile clients, {total} queries: {said}")
    print(f"longest wait of a hostile query {longest:.1f} s; memory of all processes at most {during.memory:,} MB")


class _Told:
    """What plain questions took, who was not answered, and the most memory seen meanwhile."""

    def __init__(self, names: Plain) -> None:
        self.seconds: dict[str, list[float]] = {name: [] for name in names}
        self.refused: Counter[str] = Counter()
        self.memory = 0


async def _ask_plain(host: str, port: int, plain: Plain, seconds: float, server: int) -> _Told:
    told, end = _Told(plain), time.monotonic() + seconds
    while time.monotonic() < end:
        for name, path in plain.items():
            begun = time.monotonic()
            status = await _get(host, port, path.replace("WORD", _word(round(begun * 1000))))
            if status == 200:
                told.seconds[name].append(time.monotonic() - begun)
            else:
                told.refused[name] += 1
            await asyncio.sleep(0.1)
        told.memory = max(told.memory, _megabytes(server))
    return told


def _attack(host: str, port: int, clients: int, stop: multiprocessing.synchronize.Event, told: object) -> None:
    os.nice(5)
    counts: Counter[int | str] = Counter()
    longest = 0.0

    async def client(number: int) -> None:
        nonlocal longest
        round = 0
        while not stop.is_set():
            query = _never_the_same(number, round, clients)
            begun = time.monotonic()
            try:
                status: int | str = await _get(host, port, f"/sparql?{urlencode({'query': query})}")
            except (OSError, ValueError) as error:
                status = type(error).__name__
            longest = max(longest, time.monotonic() - begun)
            counts[status] += 1
            round += 1

    async def all_clients() -> None:
        await asyncio.gather(*map(client, range(clients)))

    asyncio.run(all_clients())
    told.put((counts, longest))  # type: ignore[attr-defined]


def _never_the_same(number: int, round: int, clients: int) -> str:
    """A hostile query with a word in it that no other has, so that nothing is known of it."""
    query = list(HOSTILE.values())[(number + round) % len(HOSTILE)]
    return query.replace("{ ", f"{{ BIND(gov:{_word(number + clients * round)} AS ?mark) ", 1)


def _word(number: int) -> str:
    word = ""
    while number or not word:
        number, letter = divmod(number, 26)
        word += chr(ord("a") + letter)
    return word


async def _get(host: str, port: int, path: str) -> int:
    """The status of an answer, once all of it is read."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    answer = await reader.read(64)
    while await reader.read(1 << 16):
        pass
    writer.close()
    return int(answer.split()[1])


def _megabytes(server: int) -> int:
    """Memory of the server and all its processes together; what they share is counted once."""
    total = 0
    for folder in Path("/proc").iterdir():
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if server in (parent, int(folder.name)):
                rollup = (folder / "smaps_rollup").read_text()
                total += int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1])
        except (OSError, ValueError, StopIteration, IndexError):
            continue
    return total // 1024


if __name__ == "__main__":
    main()
