"""How fast and how well names of persons become persons, beside Splink with the same weights on the same figures.

The figures are of a synthetic country (`benchmarks.country`). Each engine runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from benchmarks.country import Country, country
from kg.resolution.identity import Figures, link
from kg.resolution.identity.figures import Ints

ENGINES = {"kg": "kg", "splink": "Splink, fixed weights"}


def main() -> None:
    """Print seconds, peak memory, precision and recall of both engines, and the ratio of their times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="how many names in articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=ENGINES, help="run this one in this process and print its figures as JSON")
    options = parser.parse_args()
    if options.only:
        print(json.dumps(measured(options.only, country(options.size, options.seed))))
        return
    found = {name: _apart(name, options.size, options.seed) for name in ENGINES}
    own = found["kg"]
    print(f"{own['mentions']:,.0f} names in articles, {own['persons']:,.0f} persons, {own['misread']:.1%} misread")
    print(f"{own['namesakes']:.1%} of the persons have a namesake")
    print(f"{'':22} {'seconds':>8} {'processor':>9} {'MB':>7}   pairwise P / R    B-cubed P / R")
    for name, words in ENGINES.items():
        row = found[name]
        print(
            f"{words:22} {row['seconds']:8.1f} {row['processor']:9.1f} {row['memory']:7,.0f}"
            f"   {row['precision']:.4f} {row['recall']:.4f}    {row['cubed_precision']:.4f} {row['cubed_recall']:.4f}"
        )
    ratio = found["splink"]["processor"] / own["processor"]
    print(f"Splink / kg, processor time {ratio:.1f}")


def measured(engine: str, data: Country) -> dict[str, float]:
    """What an engine takes for the figures of a country, and how right it is."""
    run = _engine(engine)
    started, used = time.perf_counter(), time.process_time()
    labels = run(data.figures)
    seconds, processor = time.perf_counter() - started, time.process_time() - used
    held = np.unique(np.stack([data.figures.codes[~data.misread], data.persons[~data.misread]]), axis=1)
    shared = np.bincount(held[0])[held[0]] > 1
    return {
        "seconds": seconds,
        "processor": processor,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "mentions": len(labels),
        "persons": len(np.unique(data.persons)),
        "misread": float(data.misread.mean()),
        "namesakes": float(shared.mean()),
        **agreement(labels, data.persons),
    }


def agreement(labels: Ints, truth: Ints) -> dict[str, float]:
    """Precision and recall of the pairs of rows that are joined, and B-cubed: of the set of each row."""
    sets, persons = np.bincount(labels), np.bincount(truth)
    _, at, both = np.unique(labels * len(persons) + truth, return_inverse=True, return_counts=True)
    right = float(_pairs(both))
    return {
        "precision": right / max(1, _pairs(sets)),
        "recall": right / max(1, _pairs(persons)),
        "cubed_precision": float((both[at] / sets[labels]).mean()),
        "cubed_recall": float((both[at] / persons[truth]).mean()),
    }


def _pairs(sizes: Ints) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _engine(name: str) -> Callable[[Figures], Ints]:
    if name == "kg":
        return lambda figures: link(figures).labels
    from benchmarks.peer import linked

    return linked


def _apart(engine: str, size: int, seed: int) -> dict[str, float]:
    """`measured` in a process of its own, so that peak memory is that of one engine."""
    command = [sys.executable, "-m", "benchmarks.identity", "--only", engine, "--size", str(size), "--seed", str(seed)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
