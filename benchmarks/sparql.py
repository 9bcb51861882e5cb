"""The shipped questions on a made-up graph of a million triples: our engine beside rdflib, in one run.

`python -m benchmarks.sparql --size 100000` is a short run. Each question is asked in a process of its own, in seconds
of the processor: the median of several rounds of ours, the better of two of rdflib's. One that takes rdflib longer than
`--patience` counts as that long: its ratio is at least the one printed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import multiprocessing.connection
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, serialize

from benchmarks.region import region
from kg.graph.terms import BASE, GOV, ORG, RDF, XSD, prefixes
from kg.queries.asking import Question, questions, solutions

PREFIXES = prefixes(BASE)
Values = dict[str, NamedNode | Literal]


def main() -> None:
    """Prints one row a question, then the median of the ratios and the least."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "region.nt"
        with file.open("wb") as output:
            serialize(region(options.size), output, RdfFormat.N_TRIPLES)
        store = Store()
        ours_load = _timed(lambda: store.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES))
        peer = rdflib.Graph()
        peer_load = _timed(lambda: peer.parse(file, format="nt"))
    print(f"{len(store):,} triples; loading: kg {ours_load:.1f} s, rdflib {peer_load:.1f} s", flush=True)
    print(f"{'question':<20}{'rows':>8}{'kg s':>10}{'rdflib s':>10}{'ratio':>9}", flush=True)
    ratios = []
    for each in filter(lambda each: not options.only or each.name in options.only, questions()):
        values = _values(store, each)
        rounds, rows = _apart(partial(_ours, store, each, values), options.patience, options.rounds)
        peers, found = _apart(partial(_rdflib, peer, each, values), options.patience, 2)
        ours, theirs = statistics.median(rounds), min(peers)
        assert found in (None, rows), f"{each.name}: {rows} rows here, {found} of rdflib"
        ratios.append(theirs / ours)
        more = "≥" if found is None else ""
        print(
            f"{each.name:<20}{rows:>8}{ours:>10.4f}{more + f'{theirs:.3f}':>10}{more + f'{ratios[-1]:.1f}':>9}",
            flush=True,
        )
    print(f"median ratio {statistics.median(ratios):.1f}, least {min(ratios):.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="triples, about")
    parser.add_argument("--patience", type=int, default=60, help="seconds that a question may take")
    parser.add_argument("--rounds", type=int, default=3, help="times that our engine is asked; the median counts")
    parser.add_argument("--only", nargs="*", help="ask only these questions")
    return parser.parse_args()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _apart(work: Callable[[], int], patience: int, rounds: int) -> tuple[list[float], int | None]:
    """Seconds of each round, and the rows; the patience and None where that was not enough for one."""

    def measured(pipe: multiprocessing.connection.Connection) -> None:
        seconds = []
        for _ in range(rounds):
            begun = time.process_time()
            resource.setrlimit(resource.RLIMIT_CPU, (int(begun) + patience + 1, resource.RLIM_INFINITY))
            rows = work()
            seconds.append(time.process_time() - begun)
        pipe.send((seconds, rows))

    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=measured, args=(writer,))
    process.start()
    writer.close()
    try:
        told: tuple[list[float], int | None] = reader.recv()
    except EOFError:
        told = [float(patience)], None
    process.join()
    return told


def _ours(store: Store, asked: Question, values: Values) -> int:
    return len(list(solutions(store, asked, values).rows))


def _rdflib(peer: rdflib.Graph, asked: Question, values: Values) -> int:
    bound = {name: _of_rdflib(value) for name, value in values.items()}
    return len(list(peer.query(asked.text, initNs=PREFIXES, initBindings=bound)))


def _of_rdflib(value: NamedNode | Literal) -> rdflib.term.Identifier:
    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    plain = value.datatype.value == XSD + "string"
    return rdflib.Literal(value.value, datatype=None if plain else value.datatype.value)


def _values(store: Store, asked: Question) -> Values:
    """Things that the questions have an answer for."""
    a, z = _apart_by_three(store)
    first, second = _counties(store)
    given: dict[str, Values] = {
        "agreements": {"body": _subject(store, GOV + "partyTo")},
        "best-connected": {"year": Literal("2023")},
        "chain": {"from": a, "to": z},
        "changes": {"from": Literal("2024-05-01"), "to": Literal("2024-05-31")},
        "companies-visited": {"person": a},
        "doubtful": {"below": Literal("0.42", datatype=NamedNode(XSD + "decimal"))},
        "holders": {"body": _object(store, ORG + "postIn"), "post": Literal("")},
        "implementers": {"programme": _object(store, GOV + "implements")},
        "moved": {"from": first, "to": second},
        "page": {"page": _of_class(store, "Page")},
        "participants": {"event": _of_class(store, "Event")},
        "several-posts": {"least": Literal(2)},
        "who-met": {"person": a},
    }
    return given[asked.name]


def _apart_by_three(store: Store) -> tuple[NamedNode, NamedNode]:
    met = NamedNode(GOV + "met")
    begin = _subject(store, GOV + "met")
    seen, edge = {begin}, {begin}
    for _ in range(3):
        near = {quad.object for person in edge for quad in store.quads_for_pattern(person, met, None)} - seen
        if near:
            seen |= near
            edge = near
    return begin, min(edge, key=str)


def _counties(store: Store) -> tuple[NamedNode, NamedNode]:
    """The first two: an official of the one went to the other."""
    query = """SELECT ?one ?other ?person {
      ?person org:holds/org:postIn ?a, ?b . ?a skos:prefLabel ?aName . ?b skos:prefLabel ?bName . FILTER(?a != ?b)
      BIND(REPLACE(STR(?aName), "县.*", "县") AS ?one) BIND(REPLACE(STR(?bName), "县.*", "县") AS ?other)
      FILTER(?one != ?other)
    } ORDER BY STR(?person) LIMIT 1"""
    found = next(iter(store.query(query, prefixes=PREFIXES)))
    one, other = (NamedNode(f"{BASE}division/{found[name].value}") for name in ("one", "other"))
    # The one who moved has the former county in the address.
    return (one, other) if found["one"].value in found["person"].value else (other, one)


def _subject(store: Store, predicate: str) -> NamedNode:
    return min((quad.subject for quad in store.quads_for_pattern(None, NamedNode(predicate), None)), key=str)


def _object(store: Store, predicate: str) -> NamedNode:
    return min((quad.object for quad in store.quads_for_pattern(None, NamedNode(predicate), None)), key=str)


def _of_class(store: Store, name: str) -> NamedNode:
    found = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(GOV + name))
    return min((quad.subject for quad in found), key=str)


if __name__ == "__main__":
    main()
