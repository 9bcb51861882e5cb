"""How many characters a second go from file to claims, beside jieba.posseg, which only tags words.

Both read the same pages on one core, in turn. Words and names once looked up are remembered, so the pages are also
timed when they are read for the first time.
"""

from __future__ import annotations

import logging
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

PAGES = sorted([*Path("seeds").glob("*.txt"), *Path("tests/gold").glob("*.txt")])
ROUNDS = 3


def main() -> None:
    """Print characters a second of both, their ratio and the peak memory of this process after each."""
    from kg.extraction import Extractor
    from kg.reading import read_page

    data = [(path.read_bytes(), path.name) for path in PAGES]
    extractor = Extractor()

    def ours() -> None:
        for content, name in data:
            extractor.extract(read_page(content, name))

    for path in Path("seeds").glob("*.txt"):
        extractor.extract(read_page(path.read_bytes(), path.name))
    first = _seconds(ours)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.ERROR)
    texts = [content.decode() for content, _ in data]

    def peer() -> None:
        for text in texts:
            for _ in jieba.posseg.cut(text):
                pass

    peer()
    characters = sum(map(len, texts))
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(ROUNDS)]
    rates = [statistics.median(characters / pair[i] for pair in pairs) for i in (0, 1)]
    ratio = statistics.median(other / own for own, other in pairs)
    print(f"{len(data)} pages, {characters} characters, median of {ROUNDS} rounds, processor time of one core")
    print(f"kg, file to claims   {rates[0]:>9,.0f} characters a second, peak memory {memory:,.0f} MB")
    print(f"  read the first time {characters / first:>8,.0f} characters a second")
    print(f"jieba.posseg         {rates[1]:>9,.0f} characters a second")
    print(f"kg / jieba.posseg    {ratio:>9.2f}")


def _seconds(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
