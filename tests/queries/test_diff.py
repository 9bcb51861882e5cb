"""What two graphs differ in: nodes by the mentions behind them, and what is said of them, whatever the base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

import kg
from kg.graph import BASE, to_turtle
from kg.model import Knowledge, Page
from kg.queries.diff import compare
from kg.queries.differences import Difference
from kg.queries.snapshot import snapshot
from tests.factory import Record, decision, entity, event, fact, holding, knowledge, page, source
from tests.sample import sample
from tests.stores import from_turtle, store

# Each character is one mention.
TEXT = "甲乙丙丁戊己庚辛"
WHERE = page(TEXT)
BODY = "body/云岭县教育局"


def nodes(parts: Mapping[str, str], *others: Record, where: Page = WHERE, label: str | None = None) -> Knowledge:
    """A graph of nodes by key, each with the mentions that are its value's characters, and other records."""
    article = f"{where.id}#a1"
    made: list[Record] = [where, *others]
    for key, mentions in parts.items():
        made.append(entity(key, label, articles=[article] if mentions else []))
        if mentions:
            made.append(fact(key, "mentionedIn", article, *(source(where, each) for each in mentions)))
    return knowledge(*made)


def difference(old: Knowledge, new: Knowledge) -> Difference:
    return kg.diff(store(old), store(new))


def told(found: Difference) -> dict[str, list[str]]:
    """The groups that are not empty, each row as short text of keys."""
    rows = {
        "appeared": [node.key for node in found.appeared],
        "vanished": [node.key for node in found.vanished],
        "merged": [f"{'+'.join(part.key for part in m.parts)}={m.into.key}" for m in found.merged],
        "split": [f"{s.whole.key}={'+'.join(part.key for part in s.parts)}" for s in found.split],
        "renamed": [f"{r.before.key}={r.after.key}" for r in found.renamed],
        "moved": [f"{m.before.key}>{m.after.key}:{m.mentions}" for m in found.moved],
        "changed": [f"{c.node.key} {c.about}: {c.before}>{c.after}" for c in found.changed],
        "said": [f"{s.subject.key} {s.predicate} {s.object}" for s in found.said],
        "unsaid": [f"{s.subject.key} {s.predicate} {s.object}" for s in found.unsaid],
    }
    return {name: each for name, each in rows.items() if each}


A, B, C = "person/甲", "person/乙", "person/丙"
NODES = {
    "nothing": ({A: "甲", B: "乙"}, {A: "甲", B: "乙"}, {}),
    "appeared": ({A: "甲"}, {A: "甲", B: "乙"}, {"appeared": [B]}),
    "vanished": ({A: "甲", B: "乙"}, {A: "甲"}, {"vanished": [B]}),
    "merged": ({A: "甲", B: "乙"}, {A: "甲乙"}, {"merged": [f"{B}+{A}={A}"]}),
    "merged under another key": ({A: "甲", B: "乙"}, {C: "甲乙"}, {"merged": [f"{B}+{A}={C}"]}),
    "split": ({A: "甲乙"}, {A: "甲", B: "乙"}, {"split": [f"{A}={B}+{A}"]}),
    "renamed": ({A: "甲乙"}, {B: "甲乙"}, {"renamed": [f"{A}={B}"]}),
    "a name that is another's now": ({A: "甲", B: "乙"}, {A: "乙", B: "甲"}, {"renamed": [f"{B}={A}", f"{A}={B}"]}),
    "a mention moved": ({A: "甲丙丁", B: "乙戊"}, {A: "甲丙", B: "乙丁戊"}, {"moved": [f"{A}>{B}:1"]}),
    "more mentions": ({A: "甲"}, {A: "甲乙"}, {}),
    "another kind": (
        {"place/松涛": "甲"},
        {"body/松涛": "甲"},
        {"changed": ["body/松涛 kind: Place>Organization"], "renamed": ["place/松涛=body/松涛"]},
    ),
    "one mention of two kinds": ({A: "甲", BODY: "甲"}, {A: "甲", BODY: "甲"}, {}),
    "never mentioned": ({A: "", B: "甲"}, {A: "", B: "甲"}, {}),
    "mentioned elsewhere now": ({A: "甲"}, {A: "乙"}, {}),
}


@pytest.mark.parametrize("case", NODES)
def test_nodes_are_compared_by_their_mentions(case: str) -> None:
    old, new, rows = NODES[case]
    assert told(difference(nodes(old), nodes(new))) == rows


def test_one_label_at_another_address_is_told() -> None:
    found = difference(nodes({A: "甲"}, label="张三"), nodes({f"{A}-云岭县": "甲"}, label="张三"))
    [renamed] = found.renamed
    assert (renamed.before.label, renamed.after.label) == ("张三", "张三")


def test_what_the_new_graph_replaces_is_merged_though_no_mention_is_left() -> None:
    new = to_turtle(nodes({A: "甲"})).decode() + "\nperson:甲 dcterms:replaces person:甲, person:乙 .\n"
    found = kg.diff(store(nodes({A: "甲", B: "乙"})), from_turtle(new))
    assert told(found) == {"merged": [f"{B}+{A}={A}"]}
    assert found.merged[0].replaces


def test_pages_that_are_named_anew_make_nothing_look_new() -> None:
    other = page(TEXT, id="另报.txt")
    found = difference(nodes({A: "甲", B: "乙"}), nodes({A: "甲", B: "乙"}, where=other))
    assert told(found) == {}
    assert (found.pages_gone, found.pages_added) == ((WHERE.id,), ("另报.txt",))
    assert difference(nodes({A: "甲"}), nodes({A: "甲"}, where=replace(WHERE, sha256="0" * 64))).pages_changed


VISIT, TALK = "event/2023-05-11-走访", "event/2023-05-12-走访"


def said(key: str, *others: Record, at: str = "甲") -> Knowledge:
    """One person, a bureau, an event in which the person took part, and other records."""
    return nodes(
        {key: "甲", BODY: "丙"},
        event(VISIT, date="2023-05-11"),
        fact(VISIT, "reportedIn", f"{WHERE.id}#a1", source(WHERE, "丁")),
        fact(VISIT, "leader", key, source(WHERE, at)),
        *others,
    )


def in_post(person: str, *days: str, status: str = "current") -> tuple[Record, Record]:
    held = holding(person, "局长", BODY, "云岭县教育局局长", *days, status=status)  # type: ignore[arg-type]
    return held, fact(person, "holds", held.post, source(WHERE, "丙"))


CHANGES = {
    "a post": (said(A), said(A, *in_post(A)), {"said": [f"{A} holds 云岭县教育局局长"]}),
    "a former post": (
        said(A, *in_post(A, "2023-05-11")),
        said(A, *in_post(A, status="former")),
        {"said": [f"{A} holds 云岭县教育局局长 (former)"], "unsaid": [f"{A} holds 云岭县教育局局长"]},
    ),
    "days of a post": (
        said(A, *in_post(A, "2023-05-11")),
        said(A, *in_post(A, "2023-05-11", "2023-06")),
        {"changed": [f"{A} 云岭县教育局局长 attestedUntil: 2023-05-11>2023-06"]},
    ),
    "a post of one who is renamed": (
        said(A, *in_post(A, "2023-05-11")), said(B, *in_post(B, "2023-05-11")), {"renamed": [f"{A}={B}"]}
    ),
    "a role": (
        said(A),
        nodes(
            {A: "甲", BODY: "丙"},
            event(VISIT, date="2023-05-11"),
            fact(VISIT, "reportedIn", f"{WHERE.id}#a1", source(WHERE, "丁")),
            fact(VISIT, "speaker", A, source(WHERE, "甲")),
        ),
        {"said": [f"{VISIT} speaker 甲"], "unsaid": [f"{VISIT} leader 甲"]},
    ),
    "the day of an event, which is in its key": (
        said(A),
        nodes(
            {A: "甲", BODY: "丙"},
            event(TALK, "Visit", date="2023-05-12"),
            fact(TALK, "reportedIn", f"{WHERE.id}#a1", source(WHERE, "丁")),
            fact(TALK, "leader", A, source(WHERE, "甲")),
        ),
        {"changed": [f"{TALK} date: 2023-05-11>2023-05-12", f"{TALK} type: Meeting>Visit"]},
    ),
    "a relation both ways is told once": (
        said(A, entity(B), fact(A, "met", B, source(WHERE, "乙"))), said(A, entity(B)), {"unsaid": [f"{B} met 甲"]}
    ),
    "what is one now did not meet itself": (
        nodes({A: "甲", B: "乙"}, fact(A, "met", B, source(WHERE, "乙"))),
        nodes({A: "甲乙"}),
        {"merged": [f"{B}+{A}={A}"]},
    ),
    "of two that are one now, the first by key tells what is said no more": (
        nodes({A: "甲", B: "乙"}, entity(C), *(fact(each, "met", C, source(WHERE, "丙")) for each in (A, B))),
        nodes({A: "甲乙"}, entity(C)),
        {"merged": [f"{B}+{A}={A}"], "unsaid": [f"{C} met 乙"]},
    ),
    "another name": (
        nodes({}, entity(A)), nodes({}, entity(A, None, "小甲")), {"said": [f"{A} altLabel 小甲"]}
    ),
    "a facet": (
        nodes({}, entity("division/云岭县", level="county")),
        nodes({}, entity("division/云岭县", adcode="990123")),
        {"changed": ["division/云岭县 adcode: None>990123", "division/云岭县 level: county>None"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_what_is_said_otherwise(case: str) -> None:
    old, new, rows = CHANGES[case]
    assert told(difference(old, new)) == rows


def test_decisions_are_told_with_their_reasons() -> None:
    kept, out, new = (decision(f"apart: {name}, 丁", A) for name in "甲乙丙")
    found = difference(nodes({A: "甲"}, kept, out), nodes({A: "甲"}, kept, new))
    assert (found.decided, found.undecided) == (("apart: 丙, 丁 (看过两版)",), ("apart: 乙, 丁 (看过两版)",))
    assert not found.empty


def test_another_base_is_no_difference(tmp_path: Path) -> None:
    files = tmp_path / "a.ttl", tmp_path / "b.ttl"
    for file, base in zip(files, (BASE, "https://example.org/graph#"), strict=True):
        file.write_bytes(to_turtle(sample(), base))
    assert kg.diff(*files).empty


def test_the_order_of_triples_does_not_matter() -> None:
    old, new = store(sample()), store(knowledge(*sample().pages, *sample().entities[:5]))
    quads = [list(graph) for graph in (old, new)]
    expected = compare(*map(snapshot, quads))
    assert not expected.empty
    for seed in range(3):
        for each in quads:
            Random(seed).shuffle(each)
        assert compare(*map(snapshot, quads)) == expected


parted = st.lists(st.sampled_from("012-"), min_size=len(TEXT), max_size=len(TEXT))


def grouped(names: list[str]) -> Store:
    parts: dict[str, str] = {}
    for name, mention in zip(names, TEXT, strict=True):
        if name != "-":
            parts[f"person/{name}"] = parts.get(f"person/{name}", "") + mention
    return store(nodes(parts))


@settings(max_examples=60, deadline=None)
@given(parted, parted)
def test_the_way_back_is_the_mirror_image(old: list[str], new: list[str]) -> None:
    there, back = kg.diff(grouped(old), grouped(new)), kg.diff(grouped(new), grouped(old))
    assert (there.appeared, there.vanished) == (back.vanished, back.appeared)
    assert [(m.into, m.parts) for m in there.merged] == [(s.whole, s.parts) for s in back.split]
    assert {(r.before, r.after) for r in there.renamed} == {(r.after, r.before) for r in back.renamed}
    assert {(m.before, m.after, m.mentions) for m in there.moved} == {
        (m.after, m.before, m.mentions) for m in back.moved
    }


def test_what_is_no_graph_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("gov:x", "utf-8")
    for path, words in ((broken, "not valid Turtle"), (tmp_path / "nowhere.ttl", "no such file")):
        with pytest.raises(kg.KgError, match=words):
            kg.diff(path, path)
