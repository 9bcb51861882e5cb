"""The Turtle file: the same bytes whatever the order, readable for every parser, and safe with hostile text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.errors import OutputError, ReadingError
from kg.graph import BASE, load, to_graph, to_turtle
from kg.graph.terms import SKOS
from kg.model import Knowledge, Source, Span
from tests.factory import Record, entity, event, fact, holding, knowledge, page, source
from tests.sample import SONG, VISIT, sample, sample_page

READERS = {
    "rapper": ["rapper", "-q", "-i", "turtle", "-o", "ntriples", "FILE"],
    "serdi": ["serdi", "-i", "turtle", "-o", "ntriples", "FILE"],
    "riot": ["riot", "--output=ntriples", "FILE"],
}

T = TypeVar("T")
ROOT = Path(__file__).parents[2]

HOSTILE = [
    "<script>alert(1)</script>",
    "双引号\"与'单引号'",
    '"""三引号"""',
    "一行\n二行\r\n三行\t尾",
    "反斜杠\\n\\",
    "\u202e右到左\u2066",
    "\ufeff零宽\u200b\u2028分行",
    "控制\x01\x7f\x85",
    "𠮷与🙂",
    "<https://example.org/> ; gov:met person:甲 .",
    " 前后有空 ",
]


def shuffled(whole: Knowledge, random: Random) -> Knowledge:
    """The same knowledge, with everything that has no order of its own in another order."""

    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    return replace(
        whole,
        pages=mixed(tuple(replace(p, articles=mixed(p.articles)) for p in whole.pages)),
        entities=mixed(
            tuple(
                replace(e, alternatives=mixed(e.alternatives), articles=mixed(e.articles), classes=mixed(e.classes))
                for e in whole.entities
            )
        ),
        holdings=mixed(tuple(replace(h, attested=mixed(h.attested)) for h in whole.holdings)),
        events=mixed(tuple(replace(e, articles=mixed(e.articles)) for e in whole.events)),
        decisions=mixed(tuple(replace(d, about=mixed(d.about)) for d in whole.decisions)),
        facts=mixed(tuple(replace(f, rules=mixed(f.rules), sources=mixed(f.sources)) for f in whole.facts)),
    )


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_show(random: Random) -> None:
    assert to_turtle(shuffled(sample(), random)) == to_turtle(sample())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_hash_seed_does_not_show(seed: str) -> None:
    program = (
        "import sys; from kg.graph import to_turtle; from tests.sample import sample;"
        "sys.stdout.buffer.write(to_turtle(sample()))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    made = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert made.stdout == to_turtle(sample())


def test_reading_and_writing_turtle_needs_no_heavy_library() -> None:
    program = "import sys, kg.graph; print(*({'rdflib', 'pyshacl'} & set(sys.modules)))"
    made = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)
    assert made.stdout.strip() == ""


def test_no_blank_nodes() -> None:
    terms = [term for quad in parse(to_turtle(sample()), format=RdfFormat.TURTLE) for term in quad.triple]
    assert len(terms) > 0
    assert not any(isinstance(term, BlankNode) for term in terms)


@pytest.mark.parametrize("tool", READERS)
def test_other_readers_read_the_same_graph(tool: str, tmp_path: Path) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(hostile()))
    command = [str(file) if word == "FILE" else word for word in READERS[tool]]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert isomorphic(Graph().parse(data=lines, format="nt"), to_graph(hostile()))


def test_rdflib_and_pyoxigraph_read_the_same_graph() -> None:
    turtle = to_turtle(hostile())
    assert isomorphic(Graph().parse(data=turtle, format="turtle"), to_graph(hostile()))


def hostile() -> Knowledge:
    """The sample, and an organization for each hostile text."""
    bodies = [entity(f"body/敌{number}", label) for number, label in enumerate(HOSTILE)]
    whole = sample()
    return replace(whole, entities=(*whole.entities, *bodies))


@pytest.mark.parametrize(("number", "label"), list(enumerate(HOSTILE)))
def test_hostile_labels_come_back_unchanged(number: int, label: str) -> None:
    body = NamedNode(f"{BASE}body/敌{number}")
    told = [quad for quad in parse(to_turtle(hostile()), format=RdfFormat.TURTLE) if quad.subject == body]
    labels = [quad.object for quad in told if quad.predicate.value == f"{SKOS}prefLabel"]
    assert labels == [Literal(label, language="zh")]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_of_a_page_are_quoted_exactly(words: str) -> None:
    where = page(f"甲{words}乙")
    told = Source(f"{where.id}#a1", Span(where.id, 1, 1 + len(words)))
    whole = knowledge(
        where,
        entity("person/甲", articles=()),
        event("event/一", articles=()),
        fact(
            "event/一",
            "speaker",
            "person/甲",
            told,
        ),
    )
    exact = [
        quad.object.value
        for quad in parse(to_turtle(whole), format=RdfFormat.TURTLE)
        if quad.predicate.value.endswith("#exact") and isinstance(quad.object, Literal)
    ]
    assert exact == [words]


def test_things_are_told_before_their_proofs() -> None:
    turtle = to_turtle(sample()).decode()
    order = ["person:", "body:", "division:", "post:", "occupancy:", "event:", "article:", "page:", "claim:", "source:"]
    places = [turtle.index(f"\n\n{prefix}") for prefix in order]
    assert places == sorted(places)


def test_names_are_written_with_their_prefix() -> None:
    body = to_turtle(sample()).decode().partition("\n\n")[2]
    assert "person:宋明哲 a " in body
    assert BASE not in body


def test_another_base_changes_addresses_and_nothing_else() -> None:
    other = "https://example.org/云岭/"
    expected = to_turtle(sample()).replace(BASE.encode(), other.encode())
    assert sorted(to_turtle(sample(), other).splitlines()) == sorted(expected.splitlines())


@pytest.mark.parametrize("base", ["https://example.org/id", "no base"])
def test_an_unfit_base_is_refused(base: str) -> None:
    with pytest.raises(OutputError, match=base):
        to_turtle(sample(), base)


where = sample_page()
DANGLING: dict[str, Record] = {
    "an entity": fact(VISIT, "chair", "person/无此人", source(where, "何书远主持")),
    "an article": fact(SONG, "mentionedIn", "别处.txt#a1", source(where, "宋明哲")),
    "a body": holding(SONG, "局长", "body/无此局", "无此局局长"),
    "a mention": entity("person/新人", articles=("别处.txt#a9",)),
}


@pytest.mark.parametrize("case", DANGLING)
def test_a_key_without_a_record_is_named(case: str) -> None:
    whole = sample()
    rest: list[Record] = [*whole.pages, *whole.entities, *whole.holdings, *whole.events, *whole.facts]
    with pytest.raises(OutputError, match=r"无此人|别处|无此局"):
        to_turtle(knowledge(*rest, DANGLING[case]))


def test_an_empty_build_is_an_empty_graph() -> None:
    assert list(parse(to_turtle(knowledge()), format=RdfFormat.TURTLE)) == []


def test_load_gives_back_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(sample()))
    assert {str(q.subject) for q in load(file)} == {f"<{s}>" for s in to_graph(sample()).subjects()}


BROKEN = {
    "missing": (None, "no such file"),
    "not turtle": (b"person:a a gov:Person .", "not valid Turtle"),
    "cut off": (to_turtle(sample())[:-40], "not valid Turtle"),
    "not text": (b"\xff\xfe\x00", "not valid Turtle"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_load_says_what_is_wrong_with_a_file(case: str, tmp_path: Path) -> None:
    content, message = BROKEN[case]
    file = tmp_path / "graph.ttl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReadingError, match=message) as caught:
        load(file)
    assert str(file) in str(caught.value)
