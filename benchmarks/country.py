"""A synthetic country and what its papers print: who is named where, and who it really is.

Provinces, prefectures and counties have bodies with posts, whose holders follow one another, rise and move; villages
have people whom one story tells of, papers have reporters. Names are drawn as the lists of `kg.lexicon` rank them, so
there are as many namesakes as in life; a share of names is misread, one character as one that looks like it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.lexicon import words
from kg.lexicon.shapes import likenesses
from kg.resolution.identity import Figures
from kg.resolution.identity.figures import SETS, Ints

MISREAD = 0.04
FIRST, DAYS = datetime.date(2001, 1, 1).toordinal(), 20 * 365
PER_COUNTY, PER_PREFECTURE, PER_PROVINCE = 1000, 8, 10
# The posts of a division: body, title, how many hold it at once, how much the papers tell of each; `sole` is one seat.
SEATS = (
    ("委员会", "书记", 1, 10.0), ("委员会", "副书记", 2, 4.0), ("政府", "首长", 1, 9.0), ("政府", "副首长", 5, 3.0),
    ("人大", "主任", 1, 3.0), ("人大", "副主任", 2, 1.0), ("政协", "主席", 1, 3.0), ("政协", "副主席", 2, 1.0),
    ("纪委", "书记", 1, 2.0), ("组织部", "部长", 1, 2.0), ("宣传部", "部长", 1, 2.0),
    *((f"第{at}局", title, 1, weight) for at in range(8) for title, weight in (("局长", 1.5), ("副局长", 0.7))),
)  # fmt: skip
TOWNS = 12
TOWN_SEATS = (("书记", 1.0), ("镇长", 1.0))
TERMS, CALLINGS = 7, 12
RISES, MOVES = 0.35, 0.08
POST_TOLD, CALLING_TOLD, AGE_TOLD, TOWN_TOLD, EVENT = 0.75, 0.6, 0.2, 0.4, 0.85
OFFICIAL, VILLAGER, REPORTER = 0, 1, 2
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Country:
    """Names as articles print them, and for each the number of the person who is meant and whether it is misread."""

    figures: Figures
    persons: Ints
    misread: Flags


@dataclass(frozen=True, slots=True)
class _Seats:
    """Posts by seat: division (of all levels), level, body, title, town (-1), sole, weight; the holders by term."""

    division: Ints
    level: Ints
    body: Ints
    title: Ints
    town: Ints
    sole: Flags
    weight: NDArray[np.float64]
    starts: Ints
    holders: Ints


@dataclass(frozen=True, slots=True)
class _Named:
    """One row for each person in each article: who, as what, where (seat, calling) and whether that is told."""

    article: Ints
    person: Ints
    role: Ints
    seat: Ints


@dataclass(frozen=True, slots=True)
class _Articles:
    """Articles: the page, the paper and the day, and the division that each is about."""

    page: Ints
    paper: Ints
    day: Ints
    division: Ints


class _Land:
    """Divisions in one row of numbers: the provinces, then the prefectures, then the counties."""

    def __init__(self, size: int) -> None:
        self.counties = max(16, size // PER_COUNTY)
        self.prefectures = -(-self.counties // PER_PREFECTURE)
        self.provinces = -(-self.prefectures // PER_PROVINCE)
        self.size = self.provinces + self.prefectures + self.counties
        level = np.repeat([1, 2, 3], [self.provinces, self.prefectures, self.counties])
        at = np.arange(self.size)
        county = np.where(level == 3, at - self.provinces - self.prefectures, -1)
        prefecture = np.where(level == 3, county // PER_PREFECTURE, np.where(level == 2, at - self.provinces, -1))
        self.level, self.county, self.prefecture = level, county, prefecture
        self.province = np.where(level == 1, at, prefecture // PER_PROVINCE)


def country(size: int, seed: int = 1) -> Country:
    """`size` names in articles; the same for the same seed."""
    rng = np.random.default_rng(seed)
    land = _Land(size)
    seats = _seats(land, rng)
    articles = _articles(land, max(8, size * 3 // 10), rng)
    named = _named(land, seats, articles, int(seats.holders.max()) + 1, rng)
    named = _chosen(named, rng.permutation(len(named.article)))
    named = _chosen(named, _firsts(named.article, named.person))
    known, person = np.unique(named.person, return_inverse=True)
    printed, misread = _printed(_names(len(known), rng)[person], rng)
    texts, codes = np.unique(np.ascontiguousarray(printed).view(f"U{printed.shape[1]}").ravel(), return_inverse=True)
    kept = _firsts(named.article, codes)[:size]
    figures = _figures(land, seats, articles, _chosen(named, kept), texts, codes[kept], rng)
    return Country(figures, person[kept], misread[kept])


def _firsts(articles: Ints, others: Ints) -> Ints:
    """Rows by article, but only the first with each number of `others`."""
    pairs = articles * (int(others.max()) + 1) + others
    return np.unique(pairs, return_index=True)[1]


def _chosen(named: _Named, rows: Ints) -> _Named:
    return _Named(*(getattr(named, name)[rows] for name in _Named.__slots__))


def _seats(land: _Land, rng: np.random.Generator) -> _Seats:
    bodies, titles = (list(dict.fromkeys(row[at] for row in SEATS)) for at in (0, 1))
    rows = [(bodies.index(b), titles.index(t), -1, n == 1, w) for b, t, n, w in SEATS for _ in range(n)]
    towns = [
        (len(bodies) + town, len(titles) + at, town, True, weight)
        for town in range(TOWNS)
        for at, (_, weight) in enumerate(TOWN_SEATS)
    ]
    table = np.array(rows + towns)
    whole, part = len(table), len(rows)
    counts = np.where(land.level == 3, whole, part)
    division = np.repeat(np.arange(land.size), counts)
    at = np.arange(len(division)) - np.repeat(np.cumsum(counts) - counts, counts)
    body, title, town, sole = (table[at, column].astype(np.int64) for column in range(4))
    level = land.level[division] + (town >= 0)
    kinds = len(titles) + len(TOWN_SEATS)
    starts = (
        FIRST
        - rng.integers(0, 4 * 365, (len(division), 1))
        + np.concatenate(
            [np.zeros((len(division), 1), int), rng.integers(2 * 365, 6 * 365, (len(division), TERMS - 1)).cumsum(1)], 1
        )
    )
    holders = _holders(land, division, starts, rng)
    return _Seats(
        division, level, division * (len(bodies) + TOWNS) + body, level * kinds + title,
        np.where(town >= 0, division * TOWNS + town, -1), sole > 0, table[at, 4], starts, holders,
    )  # fmt: skip


def _holders(land: _Land, division: Ints, starts: Ints, rng: np.random.Generator) -> Ints:
    """Who holds each seat in each term: somebody new, or whose other post ended at about that time."""
    size = len(division)
    first = np.searchsorted(division, np.arange(land.size))
    last = np.searchsorted(division, np.arange(land.size), side="right")
    found = np.arange(size * TERMS).reshape(size, TERMS)
    for term in range(1, TERMS):
        beside = division + np.where(rng.random(size) < MOVES, 1, 0)
        beside = np.where(beside < land.size, beside, division)
        beside = np.where(land.level[beside] == land.level[division], beside, division)
        other = first[beside] + rng.integers(0, 1 << 30, size) % (last - first)[beside]
        gap = starts[:, term] - starts[other, term]
        comes = (rng.random(size) < 2 * RISES) & (np.abs(gap) < 500) & (other != np.arange(size))
        kept = np.zeros(size, bool)
        kept[np.unique(np.where(comes, other, size), return_index=True)[1]] = True
        comes &= kept
        found[comes, term] = found[other[comes], term - 1]
    return found


def _articles(land: _Land, size: int, rng: np.random.Generator) -> _Articles:
    """Papers are those of counties and prefectures; a page has about five articles of one day."""
    papers = np.flatnonzero(land.level > 1)
    weight = np.where(land.level[papers] == 2, 2.0, 1.0)
    pages = max(1, size // 5)
    of_page = papers[rng.choice(len(papers), pages, p=weight / weight.sum())]
    day_of_page = FIRST + rng.integers(0, DAYS, pages)
    page = rng.integers(0, pages, size)
    division = of_page[page].copy()
    inner = (land.level[division] == 2) & (rng.random(size) < 0.4)
    start = land.provinces + land.prefectures
    below = land.prefecture[division] * PER_PREFECTURE + rng.integers(0, PER_PREFECTURE, size)
    division[inner] = start + np.minimum(below[inner], land.counties - 1)
    return _Articles(page, of_page[page], day_of_page[page], division)


def _named(land: _Land, seats: _Seats, articles: _Articles, fresh: int, rng: np.random.Generator) -> _Named:
    size = len(articles.page)
    above = {2: land.provinces + land.prefecture, 1: land.province}
    parts = []

    def take(rows: Ints, division: Ints) -> None:
        seat = _drawn_seats(land, seats, division, rng)
        term = (seats.starts[seat] <= articles.day[rows][:, None]).sum(1) - 1
        parts.append((rows, seats.holders[seat, np.maximum(term, 0)], np.full(len(rows), OFFICIAL), seat))

    rows = np.repeat(np.arange(size), 1 + rng.poisson(2.2, size))
    take(rows, articles.division[rows])
    for level, chance in ((2, 0.2), (1, 0.04)):
        guests = np.flatnonzero((rng.random(size) < chance) & (land.level[articles.division] > level))
        take(guests, above[level][articles.division[guests]])
    when = (articles.day - FIRST) / DAYS
    for role, chance, pool, places, width in (
        (VILLAGER, 0.9, 3 * PER_COUNTY // 10, articles.division, 3),
        (REPORTER, 0.5, 12, articles.paper, 4),
    ):
        rows = np.repeat(np.arange(size), rng.binomial(2 if role == VILLAGER else 1, chance * 0.6, size))
        turn = (when[rows] * pool).astype(np.int64) + rng.integers(0, width, len(rows))
        parts.append((rows, fresh + places[rows] * (pool + width) + turn, np.full(len(rows), role), turn * 0 - 1))
        fresh += land.size * (pool + width)
    return _Named(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _drawn_seats(land: _Land, seats: _Seats, division: Ints, rng: np.random.Generator) -> Ints:
    """A seat of each division, as often as papers tell of it."""
    ends = np.concatenate([[0.0], seats.weight.cumsum()])
    first = ends[np.searchsorted(seats.division, np.arange(land.size))]
    last = ends[np.searchsorted(seats.division, np.arange(land.size), side="right")]
    at = first[division] + rng.random(len(division)) * (last - first)[division]
    return np.minimum(np.searchsorted(ends, at, side="right") - 1, len(seats.weight) - 1)


def _names(size: int, rng: np.random.Generator) -> NDArray[np.uint32]:
    """Names as code points, shape (size, 4), 0 past the end: one or two characters each of surname and given name."""
    surnames = [*words("surnames"), *words("compound_surnames")]
    rank = np.concatenate([np.arange(len(words("surnames"))), 500 + np.arange(len(words("compound_surnames")))])
    given = words("given_characters")
    family = np.array([[ord(char) for char in name.ljust(2, "\0")] for name in surnames], dtype=np.uint32)
    letters = np.array([ord(char) for char in given], dtype=np.uint32)
    likely, often = (rank + 4.0) ** -1.2, 1 / (np.arange(len(given)) + 6.0)
    first = family[rng.choice(len(surnames), size, p=likely / likely.sum())]
    rest = letters[rng.choice(len(given), (size, 2), p=often / often.sum())]
    rest[rng.random(size) < 0.2, 1] = 0
    found = np.concatenate([first, rest], axis=1)
    # Characters first, zeros last.
    return np.take_along_axis(found, np.argsort(found == 0, axis=1, kind="stable"), axis=1)


def _printed(names: NDArray[np.uint32], rng: np.random.Generator) -> tuple[NDArray[np.uint32], Flags]:
    """The names with a share of them misread in one character."""
    misread = rng.random(len(names)) < MISREAD
    rows = np.flatnonzero(misread)
    place = (rng.random(len(rows)) * (names[rows] > 0).sum(1)).astype(np.int64)
    alike = _alike(np.unique(names[rows]))
    found = names.copy()
    letters = names[rows, place]
    pick = rng.integers(0, 1 << 30, len(rows))
    found[rows, place] = [
        near[at % len(near)] if len(near := alike[letter]) else letter
        for letter, at in zip(letters.tolist(), pick.tolist(), strict=True)
    ]
    return found, (found != names).any(axis=1)


def _alike(letters: NDArray[np.uint32]) -> dict[int, list[int]]:
    """For each character those common ones that look like it, at most five, the likest twice."""
    common = np.array(sorted({ord(char) for char in "".join(words("common_characters"))}))
    found = {}
    for letter in letters[letters > 0].tolist():
        like = likenesses(np.full(len(common), letter), common)
        like[common == letter] = 0
        best = np.argsort(-like, kind="stable")[:5]
        near = common[best[like[best] > 0.6]].tolist()
        found[letter] = near[:2] + near
    return found


def _figures(
    land: _Land, seats: _Seats, articles: _Articles, named: _Named, texts: NDArray[np.str_], codes: Ints,
    rng: np.random.Generator,
) -> Figures:  # fmt: skip
    size = len(codes)
    told = (named.role == OFFICIAL) & (rng.random(size) < POST_TOLD)
    villager, reporter = named.role == VILLAGER, named.role == REPORTER
    seat = np.maximum(named.seat, 0)
    home = np.where(told, seats.division[seat], articles.division[named.article])
    town = np.where(told, seats.town[seat], -1)
    villages = villager & (rng.random(size) < TOWN_TOLD)
    town[villages] = (home * TOWNS + named.person % TOWNS)[villages]
    calling = np.where(villager & (rng.random(size) < CALLING_TOLD), named.person % CALLINGS, -1)
    year = (articles.day[named.article] / 365.25 + 1).astype(np.int64)
    aged = villager & (rng.random(size) < AGE_TOLD)
    birth = year - 20 - named.person % 50
    high = told & (seats.level[seat] <= 3)
    days, ranks = (np.repeat(column[:, None], 2, axis=1) for column in (articles.day[named.article], seats.level[seat]))
    born = np.stack([np.where(aged, birth - 1, year - 66), np.where(aged, birth, year - 26)], axis=1)

    def only(holds: Flags, column: Ints) -> Ints:
        return np.where(holds, column, -1)

    columns = {
        "articles": named.article, "pages": articles.page[named.article],
        "papers": only(reporter, articles.paper[named.article]), "staff": only(reporter, named.person * 0),
        "provinces": only(~reporter, land.province[home]), "prefectures": only(~reporter, land.prefecture[home]),
        "counties": only(~reporter, land.county[home]), "towns": only(~reporter, town), "callings": calling,
        "bodies": only(told, seats.body[seat]), "offices": only(told, seats.body[seat]),
        "titles": only(told, seats.title[seat]), "seated": only(told, seat * 0),
        "posts": only(told, _post(seats)[seat]), "sole": only(told & seats.sole[seat], _post(seats)[seat]),
        "listed": named.article * 3 + named.role, "kin": np.full(size, -1),
        "introduced": only(told, seat * 0), "bare": np.full(size, -1),
    }  # fmt: skip
    sets = {name: _rows(np.arange(size), column, size) for name, column in columns.items()}
    sets["companions"] = _companions(named, codes, rng)
    return Figures(
        names=tuple(texts[codes].tolist()),
        counts=np.ones(size, dtype=np.int64),
        days=days.astype(np.int64),
        born=np.where((aged | high)[:, None], born, 0).astype(np.int64),
        ranks=np.where(told[:, None], ranks, 0).astype(np.int64),
        sets={name: sets[name] for name in SETS},
    )


def _post(seats: _Seats) -> Ints:
    """One number for each body and title, small enough for a column."""
    return np.unique(seats.body * 1000 + seats.title, return_inverse=True)[1]


def _companions(named: _Named, codes: Ints, rng: np.random.Generator) -> sparse.csr_array:
    """The names that are printed with each in the event of an article."""
    held = (rng.random(int(named.article.max()) + 1) < EVENT)[named.article] & (named.role != REPORTER)
    rows = np.flatnonzero(held)
    one, other = [], []
    for step in range(1, 24):
        met = rows[:-step][named.article[rows[:-step]] == named.article[rows[step:]]]
        them = rows[step:][named.article[rows[:-step]] == named.article[rows[step:]]]
        one += [met, them]
        other += [them, met]
    return _rows(np.concatenate(one), codes[np.concatenate(other)], len(codes))


def _rows(owners: Ints, columns: Ints, size: int) -> sparse.csr_array:
    kept = columns >= 0
    width = int(columns.max(initial=0)) + 1
    found = sparse.coo_array((np.ones(int(kept.sum())), (owners[kept], columns[kept])), shape=(size, width)).tocsr()
    found.data[:] = 1.0
    found.sort_indices()
    return found
