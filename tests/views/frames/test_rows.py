"""The tables of the invented sample: documented columns, values of their types, keys that lead to rows."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import QueryError
from kg.queries.properties import property_pairs
from kg.views.frames import Frames, Row, tables
from kg.views.frames.told import days
from tests.sample import TEXT, sample
from tests.stores import from_turtle, store

TYPES: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "list": tuple,
    "integer": int,
    "number": float,
    "boolean": bool,
    "day": date,
    "date": str,
}
VISIT, SONG, LIU = "event/2023-05-11-走访岚川科技", "person/宋明哲", "person/柳青禾"

# table, the row's values by which it is found, and what else it says
ROWS = (
    ("persons", {"id": SONG}, {"posts": ("云岭县委书记",), "people_met": 3, "events": 1, "articles": 1}),
    ("persons", {"id": "person/温如玉"}, {"posts": ("记者",), "people_met": 0, "events": 0}),
    (
        "bodies",
        {"name": "岚川科技有限公司"},
        {"other_names": ("岚川科技",), "classes": ("Company",), "region": "云岭县"},
    ),
    ("divisions", {"name": "云岭县"}, {"level": "county", "adcode": "990123", "part_of": ("青澜市",)}),
    (
        "agreements",
        {"name": "数字校园合作协议"},
        {"parties": ("云岭县教育局", "岚川科技有限公司"), "event_ids": (VISIT,)},
    ),
    ("programmes", {"name": "千校数字行动"}, {"implementers": ("云岭县教育局",), "event_ids": (VISIT,)}),
    (
        "events",
        {"id": VISIT},
        {"type": "Visit", "from_day": date(2023, 5, 11), "until_day": date(2023, 5, 12), "places": ("松涛产业园",)},
    ),
    (
        "events",
        {"type": "Ceremony"},
        {"date": "2023-06", "from_day": date(2023, 6, 1), "until_day": date(2023, 7, 1), "planned": True},
    ),
    ("participations", {"event_id": VISIT, "who_id": SONG}, {"roles": ("leader", "speaker"), "who_kind": "Person"}),
    ("event_links", {"predicate": "visited"}, {"thing": "岚川科技有限公司", "thing_kind": "Organization"}),
    ("meetings", {"a": "宋明哲", "b": "柳青禾"}, {"event_id": VISIT, "b_roles": ("attendee", "interviewee")}),
    ("posts", {"name": "云岭县委书记"}, {"role": "书记", "body": "云岭县委", "holders": 1}),
    ("occupancies", {"person": "何书远"}, {"attested_from": "2023-05-11", "attested_until": "2023-06"}),
    ("occupancies", {"person": "顾念晴"}, {"status": "former", "body": "云岭县政府"}),
    ("occupancies", {"person": "温如玉"}, {"body_id": None, "body": None}),
    ("relations", {"predicate": "investsIn"}, {"subject": "岚川科技有限公司", "object": "云岭二期工程"}),
    ("mentions", {"thing": "宋明哲"}, {"headline": "云岭县走访岚川科技", "published": "2023-05-12"}),
    ("articles", {"headline": "云岭县走访岚川科技"}, {"authors": ("温如玉",), "page_id": "page/云岭日报-2023-05-12"}),
    ("pages", {}, {"file": "云岭日报-2023-05-12.txt", "articles": 2}),
    ("claims", {"subject_id": SONG, "object_id": LIU}, {"predicate": "met", "quote": "与董事长柳青禾座谈"}),
    ("claims", {"subject_id": VISIT, "predicate": "date"}, {"object": "2023-05-11", "object_id": None}),
    ("claims", {"predicate": "org:holds", "subject_id": SONG}, {"object": "云岭县委书记", "object_kind": None}),
)
# first and last date as told, and the half-open interval
DAYS = (
    (("2023-05-11", None), (date(2023, 5, 11), date(2023, 5, 12))),
    (("2023-12", None), (date(2023, 12, 1), date(2024, 1, 1))),
    (("2023", None), (date(2023, 1, 1), date(2024, 1, 1))),
    (("2023-12-30", "2024-01-02"), (date(2023, 12, 30), date(2024, 1, 3))),
    (("2023-12-30", "2023-12-01"), (date(2023, 12, 30), date(2023, 12, 31))),
    ((None, "2024-01-02"), (None, None)),
    (("some day", None), (None, None)),
    (("2023-02-30", None), (None, None)),
    (("9999-12-31", None), (None, None)),
)


@pytest.fixture(scope="module")
def frames() -> Frames:
    return Frames(store(sample()))


@pytest.mark.parametrize(("table", "found", "told"), ROWS)
def test_a_row_says_what_the_page_says(frames: Frames, table: str, found: Row, told: Row) -> None:
    [row] = [row for row in frames.rows(table) if found.items() <= row.items()]
    assert {name: row[name] for name in told} == told


@pytest.mark.parametrize("name", tables())
def test_every_row_has_the_documented_columns_and_types(frames: Frames, name: str) -> None:
    table, rows = tables()[name], frames.rows(name)
    assert rows
    for row in rows:
        assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            assert row[column.name] is None or isinstance(row[column.name], TYPES[column.type]), column
    assert all(column.says for column in table.columns)


def test_keys_lead_to_rows(frames: Frames) -> None:
    known = {str(row["id"]) for name in tables() for row in frames.rows(name) if "id" in row}
    for name in tables():
        for row in frames.rows(name):
            for column, value in row.items():
                if column.endswith(("_id", "_ids")):
                    keys = value if isinstance(value, tuple) else [value] if value else []
                    assert set(keys) <= known, (name, column, value)


def test_statements_name_the_claims_that_they_rest_on(frames: Frames) -> None:
    for name in ("participations", "event_links", "meetings", "occupancies", "relations", "mentions"):
        assert all(row["claim_ids"] and row["confidence"] for row in frames.rows(name)), name


def test_quotes_are_the_characters_of_the_file(frames: Frames) -> None:
    for row in frames.rows("quotes"):
        assert TEXT[slice(row["start"], row["end"])] == row["quote"]
        assert f"{row['before']}{row['quote']}{row['after']}" in TEXT
    assert {row["claim_id"] for row in frames.rows("quotes")} == {row["id"] for row in frames.rows("claims")}


def test_every_claim_has_one_row() -> None:
    graph = store(sample())
    claims = [subject for subject, _ in property_pairs(graph, "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")]
    assert sorted(claims) == [row["iri"] for row in Frames(graph).rows("claims")]


@pytest.mark.parametrize(("told", "interval"), DAYS)
def test_dates_are_half_open_intervals(told: tuple[str | None, str | None], interval: tuple[object, object]) -> None:
    assert days(*told) == interval


def test_an_empty_graph_has_empty_tables() -> None:
    frames = Frames(from_turtle(""))
    assert all(frames.rows(name) == [] for name in tables())


def test_an_unknown_table_is_named_with_those_there_are(frames: Frames) -> None:
    with pytest.raises(QueryError, match=r"'people'.*persons"):
        frames.rows("people")
