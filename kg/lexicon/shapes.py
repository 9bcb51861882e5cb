"""How alike two characters look, from the shapes of a bitmap font (see `kg.training.characters`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

# What is taken of a character that is too rare for the table: it is seldom meant where it is printed.
RARE = 0.75


def likeness(a: str, b: str) -> float:
    """How alike two characters look, 1 for the same; nine of ten pairs taken at random are below 0.55."""
    places, rows = _shapes()
    first, second = places.get(a), places.get(b)
    if a == b or first is None or second is None:
        return 1.0 if a == b else RARE
    x, y = rows[first], rows[second]
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


def likenesses(a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
    """How alike pairs of characters look, given by their code points."""
    places, rows = _shapes()
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    at = np.full(max(map(ord, places)) + 2, -1)
    at[[ord(char) for char in places]] = list(places.values())
    first, second = (at[np.minimum(letters, len(at) - 1)] for letters in (a, b))
    found = np.einsum("ij,ij->i", unit[first], unit[second])
    return np.where(a == b, 1.0, np.where((first < 0) | (second < 0), RARE, found))


@cache
def _shapes() -> tuple[dict[str, int], NDArray[np.float64]]:
    with (files("kg.lexicon") / "shapes.npz").open("rb") as file, np.load(file) as data:
        return {char: at for at, char in enumerate(str(data["chars"]))}, data["rows"].astype(np.float64)
