"""The whole step: every statement once with all its words, left out aloud what fits nowhere, the same in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.extraction import Extractor
from kg.graph import load, to_turtle, validate
from kg.model import Extraction, Page
from kg.reading import read_page
from kg.resolution import resolve
from kg.resolution.confidence import raw_scores
from kg.resolution.forms import normal
from tests.command import SEEDS
from tests.resolution.told import Named, body, division, facts, known, named, person, told

BUREAU, COMPANY, DEAL = body("沛县教育局"), body("岚川科技有限公司"), named("Agreement", "校车合作协议")


def test_a_mention_says_which_article_names_what_with_all_its_words() -> None:
    page = told("a.txt", body("沛县教育局", confidence=0.95), body("沛县教育局", "县教育局", confidence=0.9))
    with raw_scores():
        knowledge = known(page)
    [fact] = [fact for fact in knowledge.facts if fact.predicate == "mentionedIn"]
    text = knowledge.pages[0].text
    assert (fact.subject, fact.object, fact.confidence) == ("body/沛县教育局", "a.txt#a1", 0.95)
    assert [text[s.span.start : s.span.end] for s in fact.sources] == ["沛县教育局", "县教育局"]


def test_what_a_title_implies_is_named_by_the_title() -> None:
    knowledge = known(told("a.txt", body("沛县政府", "县长", implied=True)))
    [fact] = [fact for fact in knowledge.facts if fact.predicate == "mentionedIn"]
    assert fact.subject == "body/沛县政府"
    assert knowledge.entities[0].articles == ("a.txt#a1",)


def test_who_wrote_an_article() -> None:
    knowledge = known(told("a.txt", person("温如玉"), BUREAU, authors=["温如玉", "沛县教育局"]))
    assert facts(knowledge, "author") == {("a.txt#a1", "person/温如玉")}


def test_a_statement_of_two_pages_is_one_with_two_sources() -> None:
    said = [("岚川科技有限公司", "partyTo", "校车合作协议")]
    pages = [told(f"{id}.txt", COMPANY, DEAL, claims=said) for id in "ab"]
    [fact] = [fact for fact in known(*pages).facts if fact.predicate == "partyTo"]
    assert [source.article for source in fact.sources] == ["a.txt#a1", "b.txt#a1"]
    assert fact.rules == ("test",)


def test_cooperation_holds_both_ways() -> None:
    said = [("岚川科技有限公司", "cooperatesWith", "沛县教育局")]
    ends = ("body/岚川科技有限公司", "body/沛县教育局")
    assert facts(known(told("a.txt", COMPANY, BUREAU, claims=said)), "cooperatesWith") == {ends, ends[::-1]}


def test_nothing_stands_in_a_relation_to_itself() -> None:
    said = [("沛县教育局实验小学", "subOrganizationOf", "沛县教育局"), ("沛县教委", "subOrganizationOf", "沛县教育局")]
    page = told(
        "a.txt", body("沛县教育局", aliases=("沛县教委",)), body("沛县教委"), body("沛县教育局实验小学"), claims=said
    )
    assert facts(known(page), "subOrganizationOf") == {("body/沛县教育局实验小学", "body/沛县教育局")}


WRONG: list[tuple[Named, str, Named]] = [
    (COMPANY, "partyTo", BUREAU),
    (DEAL, "locatedIn", division("沛县")),
    (person("宋明哲"), "implements", named("Programme", "双提行动")),
]


@pytest.mark.parametrize(("subject", "predicate", "object"), WRONG)
def test_what_joins_things_of_the_wrong_kind_is_left_out_aloud(subject: Named, predicate: str, object: Named) -> None:
    knowledge = known(told("a.txt", subject, object, claims=[(subject.name, predicate, object.name)]))
    assert facts(knowledge, predicate) == set()
    [warning] = knowledge.warnings
    assert all(word in warning for word in ("a.txt#a1", subject.name, predicate, object.name))


def test_an_article_that_no_page_has_is_left_out_aloud() -> None:
    one, other = told("a.txt", BUREAU), told("b.txt", COMPANY)
    knowledge = resolve([one.page], [one.extraction, other.extraction])
    assert [entity.label for entity in knowledge.entities] == ["沛县教育局"]
    assert knowledge.warnings == ("b.txt#a1: is no article of these pages and was left out",)


# ---- the sample pages ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read() -> tuple[list[Page], list[Extraction]]:
    extractor = Extractor()
    pages = [read_page(file.read_bytes(), file.name) for file in sorted(SEEDS.glob("*.txt"))]
    return pages, [extraction for page in pages for extraction in extractor.extract(page)]


Read = tuple[Sequence[Page], Sequence[Extraction]]


def test_the_order_of_pages_and_articles_changes_nothing(read: Read) -> None:
    pages, extractions = list(read[0]), list(read[1])
    first = resolve(pages, extractions)
    shuffle = random.Random(7).shuffle
    for _ in range(3):
        shuffle(pages)
        shuffle(extractions)
        assert resolve(pages, extractions) == first


def test_everything_is_sorted_by_key(read: Read) -> None:
    knowledge = resolve(*read)
    for records in (knowledge.entities, knowledge.holdings, knowledge.events):
        keys = [record.key for record in records]
        assert keys == sorted(set(keys))
    statements = [(fact.subject, fact.predicate, fact.object) for fact in knowledge.facts]
    assert statements == sorted(set(statements))


def test_every_mention_is_found_under_one_of_its_thing_s_names(read: Read) -> None:
    knowledge = resolve(*read)
    spoken = {
        (extraction.article, mention.span): mention
        for extraction in read[1]
        for mention in extraction.mentions
        if not mention.implied
    }
    by_key = {entity.key: entity for entity in knowledge.entities}
    lost = [
        (entity.label, mention.name)
        for fact in knowledge.facts
        if fact.predicate == "mentionedIn"
        for source in fact.sources
        if (mention := spoken.get((source.article, source.span))) and (entity := by_key[fact.subject])
        if normal(entity.kind, mention.name)
        not in {normal(entity.kind, name) for name in (entity.label, *entity.alternatives)}
    ]
    assert lost == []


def test_no_two_bodies_divisions_or_programmes_have_one_name(read: Read) -> None:
    seen: dict[tuple[str, str], str] = {}
    for entity in resolve(*read).entities:
        if entity.kind in ("Organization", "Division", "Programme"):
            for name in {normal(entity.kind, name) for name in (entity.label, *entity.alternatives)}:
                assert seen.setdefault((entity.kind, name), entity.key) == entity.key, name


def test_the_graph_keeps_its_contract(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_bytes(to_turtle(resolve(*read)))
    assert len(load(file)) > 0
    assert validate(file, SEEDS).findings == ()
