"""The same figures and the same weights given to Splink: pairs by blocking rules, fixed weights, connected components.

Splink weighs each pair by itself in one round and knows no pairs that are apart; blocks of companions are left out,
since they would be many times the others.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
from pypinyin import lazy_pinyin
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from kg.lexicon import table
from kg.lexicon.shapes import likenesses
from kg.resolution.identity import Figures
from kg.resolution.identity.figures import Ints

SINGLE = (
    "pages", "provinces", "prefectures", "counties", "towns", "bodies", "posts", "sole", "titles", "callings", "papers",
    "listed", "seated",
)  # fmt: skip
EQUAL = "names_l = names_r"
PLACES = range(4)
Level = tuple[str, float]
"""A condition in SQL and its weight in natural log odds."""


def linked(figures: Figures) -> Ints:
    """A label for each figure."""
    # Each level of a comparison that holds where something is missing would be warned of.
    logging.getLogger("splink").setLevel(logging.ERROR)
    found = duckdb.connect()
    found.create_function("alike", _alike, ["VARCHAR", "VARCHAR"], "DOUBLE", type="arrow")
    settings = SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=_probability(table("identity")["prior"]),
        comparisons=[_comparison(name, levels) for name, levels in _comparisons()],
        blocking_rules_to_generate_predictions=_blocks(),
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    linker = Linker(_rows(figures), settings, DuckDBAPI(connection=found), set_up_basic_logging=False)
    least = _probability(table("identity")["same"])
    pairs = linker.inference.predict(threshold_match_probability=least)
    sets = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, least).as_pandas_dataframe()
    labels: Ints = sets.sort_values("unique_id")["cluster_id"].to_numpy().astype(np.int64)
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _rows(figures: Figures) -> pd.DataFrame:
    letters = figures.letters()
    sounds = {int(one): lazy_pinyin(chr(one))[0] for one in np.unique(letters) if one}
    texts: list[str] = figures.texts.tolist()
    spelled = np.array([" ".join(sounds[ord(char)] for char in text) for text in texts], dtype=object)
    columns: dict[str, Any] = {
        "unique_id": np.arange(len(figures)),
        "names": np.array(texts, dtype=object)[figures.codes],
        "sounds": spelled[figures.codes],
        "sizes": (letters > 0).sum(axis=1)[figures.codes],
        "days": figures.days[:, 0],
        "ranks": _known(figures.ranks[:, 0]),
        "born_first": _known(figures.born[:, 0]),
        "born_last": _known(figures.born[:, 1]),
        "regions": _regions(figures),
    }
    for at in PLACES:
        forms = [f"{text[:at]}?{text[at + 1 :]}" if at < len(text) else None for text in texts]
        columns[f"form{at}"] = np.array(forms, dtype=object)[figures.codes]
    for name in SINGLE:
        held = figures.sets[name]
        first = np.zeros(len(figures), dtype=np.int64)
        filled = np.diff(held.indptr) > 0
        first[filled] = held.indices[held.indptr[:-1][filled]] + 1
        columns[name] = _known(first)
    met = figures.sets["companions"]
    columns["companions"] = np.split(met.indices.astype(np.int64), met.indptr[1:-1])
    return pd.DataFrame(columns)


def _known(column: Ints) -> Any:
    """The column with nothing where it is 0."""
    return pd.arrays.IntegerArray(column.astype(np.int64), column <= 0)


def _regions(figures: Figures) -> Ints:
    held = figures.sets["prefectures"]
    owners = np.repeat(figures.codes, np.diff(held.indptr))
    seen = np.unique(owners * held.shape[1] + held.indices)
    return np.bincount(seen // held.shape[1], minlength=len(figures.texts))[figures.codes]


def _alike(first: Any, second: Any) -> Any:
    import pyarrow

    sides = [np.array([ord(one or " ") for one in side.to_pylist()]) for side in (first, second)]
    return pyarrow.array(likenesses(*sides))


def _probability(weight: float) -> float:
    return 1 / (1 + math.exp(-weight))


def _blocks() -> list[Any]:
    exact = [block_on("names", name) for name in ("prefectures", "pages", "papers")]
    misread = [block_on(f"form{at}", name) for at in PLACES for name in ("counties", "pages", "posts")]
    return exact + misread


def _comparison(name: str, levels: list[Level]) -> dict[str, Any]:
    """Levels whose probabilities have the ratio that the weight is the logarithm of."""
    found = []
    for condition, weight in [*levels, ("ELSE", 0.0)]:
        m, u = 0.99 * math.exp(min(weight, 0.0)), 0.99 * math.exp(-max(weight, 0.0))
        found.append(
            {"sql_condition": condition, "label_for_charts": condition, "m_probability": m, "u_probability": u}
        )
    return {"output_column_name": name, "comparison_levels": found}


def _comparisons() -> Iterator[tuple[str, list[Level]]]:
    data = table("identity")
    by_set: dict[str, list[Level]] = {}
    for row in data["sets"]:
        name = row.get("shares") or row.get("conflicts")
        if name == "companions":
            yield "companions", list(_company(row))
        elif name:
            by_set.setdefault(name, []).extend(_shared(row, name))
    yield from by_set.items()
    writer = "(papers_l IS NOT NULL AND bodies_r IS NOT NULL OR papers_r IS NOT NULL AND bodies_l IS NOT NULL)"
    called = "(callings_l IS NOT NULL AND bodies_l IS NULL AND bodies_r IS NOT NULL AND callings_r IS NULL"
    called += " OR callings_r IS NOT NULL AND bodies_r IS NULL AND bodies_l IS NOT NULL AND callings_l IS NULL)"
    plain = [row for row in data["versus"] if "within" not in row]
    for row, holds in zip(plain, (writer, called), strict=True):
        yield f"{row['one']}_or_{row['other']}", _paged(holds, row)
    yield from _names(data["names"])


def _shared(row: dict[str, Any], name: str) -> Iterator[Level]:
    if "shares" in row:
        yield from _both(f"{name}_l = {name}_r", row["weight"], row["misread"])
        return
    holds = f"{name}_l <> {name}_r" + (f" AND {row['under']}_l = {row['under']}_r" if "under" in row else "")
    seated = f"{holds} AND seated_l IS NOT NULL AND seated_r IS NOT NULL"
    yield from _both(seated, row["weight"], row["misread"])
    yield from _both(holds, row.get("loose", row["weight"]), row.get("loose_misread", row["misread"]))


def _both(holds: str, equal: float, misread: float) -> list[Level]:
    return [(f"{holds} AND {EQUAL}", equal), (holds, misread)]


def _paged(holds: str, row: dict[str, Any]) -> list[Level]:
    return [(f"{holds} AND pages_l = pages_r AND {EQUAL}", row["paged"]), *_both(holds, row["weight"], row["misread"])]


def _company(row: dict[str, Any]) -> Iterator[Level]:
    shared = "len(list_intersect(companions_l, companions_r))"
    for count in range(row["most"], 0, -1):
        more = (count - 1) * row["each"]
        yield from _both(f"{shared} >= {count}", row["weight"] + more, row["misread"] + more)


def _names(rows: dict[str, Any]) -> Iterator[tuple[str, list[Level]]]:
    yield "equal", [(EQUAL, rows["equal"]["weight"])]
    short = f"sizes_l <= {rows['short']['most']}"
    yield "short", _both(short, rows["short"]["weight"], rows["short"]["misread"])
    steps = [(beyond, math.log2(beyond / rows["common"]["beyond"])) for beyond in (64, 48, 32, 24, 16, 12, 8, 6, 4, 3)]
    yield "common", [(f"{EQUAL} AND regions_l >= {b}", step * rows["common"]["weight"]) for b, step in steps]
    other = f"NOT ({EQUAL})"
    yield "given", [(f"{other} AND form0_l = form0_r AND sizes_l > 2", rows["given"]["weight"])]
    yield "sound", [(f"{other} AND sounds_l = sounds_r", rows["sound"]["weight"])]
    yield "titled", _both("titles_l <> titles_r", rows["titles"]["weight"], rows["titles"]["misread"])
    years = f"abs(days_l - days_r) >= {rows['years']['least'] * 365.25}"
    yield "years", _both(years, rows["years"]["weight"], rows["years"]["misread"])
    tenure = f"{other} AND posts_l = posts_r AND abs(days_l - days_r) >= {rows['tenure']['least'] * 365.25}"
    yield "tenure", [(tenure, rows["tenure"]["misread"])]
    yield "rank", _paged(f"abs(ranks_l - ranks_r) >= {rows['ranks']['apart']}", rows["ranks"])
    yield "born", _paged("(born_first_l > born_last_r OR born_first_r > born_last_l)", rows["born"])
    place = " ".join(f"WHEN form{at}_l = form{at}_r THEN {at + 1}" for at in PLACES)
    pick = ", ".join(f"substr(names_{side}, CASE {place} END, 1)" for side in "lr")
    likeness = [(f"alike({pick}) >= {row['least']}", row["weight"]) for row in rows["likeness"]]
    yield "likeness", [(EQUAL, 0.0), *likeness]
