"""Decisions replayed: what each action does, that their order does not matter, and that taking one out undoes it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.decisions import Apart, Decision, KindOf, Named, Reference, Rejected, Same
from kg.decisions.records import Content
from kg.graph import to_turtle
from kg.model import ChangeKind, Knowledge
from kg.resolution.decided import constraints
from kg.resolution.material import gather
from tests.resolution.told import (
    Happening,
    Post,
    Told,
    body,
    division,
    entities,
    facts,
    known,
    labels,
    named,
    person,
    told,
)

SONG, MISREAD, LIU, HE = person("宋明哲"), person("宋明晢"), person("柳青禾"), person("何书远")
BUREAU, OFFICE, PARK = body("沛县教育局"), body("沛县教体局"), named("Place", "松涛产业园")
VISIT = Happening((("leader", "宋明哲"), ("attendee", "柳青禾"), ("attendee", "何书远")), "2023-05-11", "Visit")


def ref(text: str, **more: str) -> Reference:
    return Reference(**({"name": Reference.of(text).name, "page": Reference.of(text).page} | more))  # type: ignore[arg-type]


def decide(content: Content, day: str = "2024-01-02", author: str = "温如玉") -> Decision:
    return Decision(content, author, date.fromisoformat(day), "看过两版")


def same(a: str, b: str) -> Decision:
    return decide(Same(Reference.of(a), Reference.of(b)))


def apart(a: str, b: str) -> Decision:
    return decide(Apart(Reference.of(a), Reference.of(b)))


def reject(subject: str, predicate: str, object: str | None = None, page: str | None = None) -> Decision:
    end = None if object is None else Reference.of(object)
    return decide(Rejected(Reference.of(subject), predicate, end, page))


def visit() -> Told:
    return told(
        "a.txt",
        SONG,
        LIU,
        HE,
        BUREAU,
        headline="调研教育",
        posts=[Post("宋明哲", "局长", "沛县教育局")],
        events=[VISIT],
        authors=["何书远"],
    )


def elsewhere() -> Told:
    """Another page, of another county, that tells of the two as well."""
    return told("b.txt", SONG, MISREAD, PARK, here="洋县", events=[Happening((("speaker", "宋明哲"),))])


PAGES = (visit(), elsewhere())
POOLED = (*PAGES, told("c.txt", SONG, SONG))


# ---- what each does ------------------------------------------------------------------------------------------------


def test_same_joins_persons_of_two_names_and_regions() -> None:
    knowledge = known(*PAGES, decisions=[same("宋明哲@a.txt", "宋明晢")])
    (one,) = [p for p in entities(knowledge, "Person") if "宋明晢" in (p.label, *p.alternatives)]
    assert set(one.articles) == {"a.txt#a1", "b.txt#a1"}
    assert {one.label, *one.alternatives} >= {"宋明哲", "宋明晢"}


def test_same_joins_bodies_before_the_persons_in_them() -> None:
    pages = (
        told("a.txt", SONG, BUREAU, posts=[Post("宋明哲", "局长", "沛县教育局")]),
        told("b.txt", SONG, OFFICE, here="洋县", posts=[Post("宋明哲", "局长", "沛县教体局")]),
    )
    knowledge = known(*pages, decisions=[same("沛县教育局", "沛县教体局")])
    assert len(entities(knowledge, "Organization")) == 1
    assert len(entities(knowledge, "Person")) == 1
    assert len(knowledge.holdings) == 1


def test_apart_gives_pairs_of_mentions_once_for_each_article() -> None:
    pages = (told("a.txt", SONG, SONG), told("b.txt", SONG), told("c.txt", SONG))
    material = gather([p.page for p in pages], [p.extraction for p in pages])
    found = constraints([apart("宋明哲@a.txt", "宋明哲@b.txt")], material)
    assert (found.same, found.apart) == ((), ((0, 2),))


def test_apart_parts_persons_that_the_pages_would_join() -> None:
    pages = (told("a.txt", SONG), told("b.txt", SONG), told("c.txt", SONG, authors=["宋明哲"]))
    assert len(entities(known(*pages), "Person")) == 2
    knowledge = known(*pages, decisions=[apart("宋明哲@a.txt", "宋明哲@b.txt")])
    assert len(entities(knowledge, "Person")) == 3


def test_who_is_kept_apart_from_another_keeps_all_else() -> None:
    head = [Post("宋明哲", "副局长", "沛县教育局")]
    pages = (
        told("a.txt", SONG, SONG, BUREAU, posts=head),
        told("b.txt", SONG, BUREAU, posts=head),
        told("c.txt", SONG),
    )
    knowledge = known(*pages, decisions=[apart("宋明哲@a.txt", "宋明哲@b.txt"), same("宋明哲@a.txt", "宋明哲@c.txt")])
    assert sorted(len(each.articles) for each in entities(knowledge, "Person")) == [1, 2]


def test_apart_parts_bodies_that_the_pages_would_join() -> None:
    pages = (told("a.txt", BUREAU), told("b.txt", BUREAU, BUREAU), told("c.txt", BUREAU, here="徐州市"))
    assert len(entities(known(*pages), "Organization")) == 1
    knowledge = known(*pages, decisions=[apart("沛县教育局@a.txt", "沛县教育局@b.txt")])
    assert sorted(len(body.articles) for body in entities(knowledge, "Organization")) == [1, 2]


def test_same_overrules_all_evidence() -> None:
    pages = [
        told(
            f"{county}.txt",
            SONG,
            body(f"{county}教育局"),
            posts=[Post("宋明哲", "局长", f"{county}教育局")],
            here=county,
        )
        for county in ("沛县", "洋县")
    ]
    assert len(entities(known(*pages), "Person")) == 2
    assert len(entities(known(*pages, decisions=[same("宋明哲@沛县.txt", "宋明哲@洋县.txt")]), "Person")) == 1


TWICE = told(
    "a.txt",
    *(SONG, BUREAU, SONG, SONG, PARK),
    posts=[Post("宋明哲", "局长", "沛县教育局")],
    events=[Happening((("attendee", "宋明哲"),), "2023-05-11")],
)
FIRST, SECOND, THIRD = (Reference("宋明哲", "a.txt", at=at) for at in (1, 10, 15))


@pytest.mark.parametrize(
    ("decisions", "spans"),
    [
        ([], [{0, 10, 14}]),
        ([Apart(FIRST, SECOND)], [{0}, {10, 14}]),
        ([Apart(THIRD, FIRST)], [{0, 10}, {14}]),
        ([Apart(FIRST, SECOND), Same(FIRST, THIRD)], [{0, 14}, {10}]),
        ([Apart(FIRST, SECOND), Apart(FIRST, THIRD), Apart(SECOND, THIRD)], [{0}, {10}, {14}]),
        ([Apart(FIRST, ref("宋明哲", page="b.txt"))], [{0, 10, 14}]),
    ],
)
def test_namesakes_of_one_article_are_told_apart_by_their_characters(
    decisions: list[Content], spans: list[set[int]]
) -> None:
    pages = (TWICE, told("b.txt", SONG))
    for ordered in (decisions, decisions[::-1]):
        knowledge = known(*pages, decisions=[decide(each) for each in ordered])
        found: dict[str, set[int]] = {}
        for fact in knowledge.facts:
            if fact.predicate == "mentionedIn" and fact.subject.startswith("person/") and fact.object == "a.txt#a1":
                found[fact.subject] = {source.span.start for source in fact.sources}
        assert sorted(found.values(), key=min) == spans
        assert not knowledge.warnings
        assert len([held for held in knowledge.holdings if held.person == min(found, key=lambda key: min(found[key]))])


def test_bodies_of_one_article_are_told_apart_by_their_characters() -> None:
    page = told("a.txt", BUREAU, SONG, BUREAU, BUREAU)
    sides = [Reference("沛县教育局", "a.txt", at=at) for at in (0, 10)]
    assert len(entities(known(page), "Organization")) == 1
    assert len(entities(known(page, decisions=[decide(Apart(*sides))]), "Organization")) == 2


def test_apart_silences_the_warning_of_two_heads_on_one_day() -> None:
    pages = [
        told(f"{name}.txt", person(name), BUREAU, posts=[Post(name, "局长", "沛县教育局")], issued="2023-05-11")
        for name in ("宋明哲", "柳青禾")
    ]
    told_twice = [
        any("one person holds it at a time" in each for each in known(*pages, decisions=decided).warnings)
        for decided in ([], [apart("宋明哲", "柳青禾")])
    ]
    assert told_twice == [True, False]


def test_apart_silences_the_doubt() -> None:
    pages = (
        told("a.txt", SONG, BUREAU, posts=[Post("宋明哲", "副局长", "沛县教育局")]),
        told("b.txt", person("罗明哲"), BUREAU, posts=[Post("罗明哲", "副局长", "沛县教育局")]),
    )
    assert facts(known(*pages), "possiblySame")
    assert not facts(known(*pages, decisions=[apart("宋明哲", "罗明哲")]), "possiblySame")


def test_a_name_is_the_label_and_makes_the_key() -> None:
    knowledge = known(*PAGES, decisions=[decide(Named(ref("宋明晢"), "宋铭哲"))])
    (one,) = [p for p in entities(knowledge, "Person") if p.label == "宋铭哲"]
    assert one.key == "person/宋铭哲"
    assert one.alternatives == ("宋明晢",)


def test_a_named_division_keeps_its_former_name() -> None:
    knowledge = known(told("a.txt", division("沛县")), decisions=[decide(Named(ref("沛县"), "沛县（江苏）"))])
    (county,) = entities(knowledge, "Division")
    assert (county.label, county.alternatives, county.adcode) == (
        "沛县（江苏）",
        ("徐州市沛县", "沛县"),
        "320322",
    )


def test_what_is_named_can_be_called_by_its_new_name() -> None:
    decisions = [decide(Named(ref("宋明晢"), "宋铭哲")), same("宋铭哲", "宋明哲@a.txt")]
    knowledge = known(*PAGES, decisions=decisions)
    assert not [warning for warning in knowledge.warnings if "means nothing" in warning]
    assert "宋铭哲" in labels(knowledge, "Person")


def test_what_is_named_has_a_kind_and_is_rejected_by_its_new_name() -> None:
    name = decide(Named(ref("松涛产业园"), "松涛新城"))
    knowledge = known(*PAGES, decisions=[name, decide(KindOf(ref("松涛新城"), "Project"))])
    assert labels(knowledge, "Project") == ["松涛新城"] and not knowledge.warnings
    knowledge = known(*PAGES, decisions=[name, reject("松涛新城", "mentionedIn")])
    assert labels(knowledge, "Place") == []


def test_the_name_of_a_town_parts_no_post() -> None:
    head, town = person("宋明哲"), division("松涛镇")
    pages = [
        told("a.txt", head, town, posts=[Post("宋明哲", "党委书记", "松涛镇")]),
        told("b.txt", head, body("松涛镇党委"), posts=[Post("宋明哲", "书记", "松涛镇党委")]),
    ]
    decided = known(*pages, decisions=[decide(Named(ref("松涛镇"), "松涛古镇"))])
    assert [held.post for held in decided.holdings] == [held.post for held in known(*pages).holdings]
    assert len(decided.holdings) == 1


@pytest.mark.parametrize("kind", ["Organization", "Division", "Project", "Person"])
def test_a_kind_is_set_for_what_is_printed_so(kind: str) -> None:
    knowledge = known(*PAGES, decisions=[decide(KindOf(ref("松涛产业园"), kind))])  # type: ignore[arg-type]
    assert not entities(knowledge, "Place")
    assert "松涛产业园" in labels(knowledge, kind)  # type: ignore[arg-type]


def test_who_is_no_person_holds_no_post_and_met_nobody() -> None:
    knowledge = known(*PAGES, decisions=[decide(KindOf(ref("宋明哲@a.txt"), "Place"))])
    assert not knowledge.holdings
    assert not [pair for pair in facts(knowledge, "met") if any("宋明哲" in key for key in pair)]


@pytest.mark.parametrize(
    ("place", "count"), [("2024/01.txt", 1), ("01.txt", 2), ("1.txt", 0), ("x/2024/01.txt", 1), ("2024/01.txt#a2", 0)]
)
def test_a_page_is_named_by_its_path_or_the_end_of_it(place: str, count: int) -> None:
    pages = [told("x/2024/01.txt", PARK), told("x/2025/01.txt", PARK)]
    decision = decide(KindOf(Reference.of(f"松涛产业园@{place}"), "Project"))
    kinds = [e.articles for e in known(*pages, decisions=[decision]).entities if e.kind == "Project"]
    assert sum(map(len, kinds)) == count


# ---- statements that are wrong -------------------------------------------------------------------------------------


def test_a_rejected_participation_takes_meetings_with_it() -> None:
    label = known(*PAGES).events[0].label
    for name in ("调研教育", label, "调研教育@a.txt"):
        knowledge = known(*PAGES, decisions=[reject(name, "leader", "宋明哲")])
        met = facts(knowledge, "met")
        assert ("person/何书远", "person/柳青禾") in met
        assert not [pair for pair in met if any("宋明哲" in key for key in pair)]
        assert not facts(knowledge, "leader")
        assert len(facts(knowledge, "speaker")) == 1


def test_any_role_is_rejected_as_participant() -> None:
    knowledge = known(*PAGES, decisions=[reject("调研教育", "participant", "柳青禾")])
    assert [o for _, o in facts(knowledge, "attendee")] == ["person/何书远"]


def test_an_event_without_anybody_is_none() -> None:
    each = [reject("调研教育", "participant", name) for name in ("宋明哲", "柳青禾", "何书远")]
    for gone in ([reject("调研教育", "reportedIn")], each):
        knowledge = known(*PAGES, decisions=gone)
        assert [event.articles for event in knowledge.events] == [("b.txt#a1",)]
        assert not facts(knowledge, "met")


def test_a_rejected_day_leaves_the_event() -> None:
    knowledge = known(*PAGES, decisions=[reject("调研教育", "date", "2023-05-11")])
    assert not facts(knowledge, "date")
    assert len(knowledge.events) == 2
    (decision,) = knowledge.decisions
    assert set(decision.about) <= {event.key for event in knowledge.events} and decision.about


def test_a_day_rejected_on_one_page_stands_on_the_other() -> None:
    met = Happening((("attendee", "宋明哲"), ("attendee", "柳青禾")), "2023-05-11")
    pages = [told(f"{id}.txt", SONG, LIU, headline=f"会见{id}", events=[met]) for id in ("a", "b")]
    (event,) = known(*pages).events
    for gone, days in (("a.txt", {"2023-05-11"}), ("b.txt", {"2023-05-11"}), (None, set())):
        knowledge = known(*pages, decisions=[reject("会见a", "date", "2023-05-11", gone)])
        assert {str(each.date) for each in knowledge.events if each.date} == days
        assert {key for key, _ in facts(knowledge, "date")} == ({event.key} if days else set())
        assert not knowledge.warnings


@pytest.mark.parametrize("subject", ["宋明哲", "沛县教育局局长"])
@pytest.mark.parametrize("kind", ["began", "ended"])
def test_a_date_of_a_post_is_rejected(kind: ChangeKind, subject: str) -> None:
    pages = [
        told(f"{id}.txt", SONG, BUREAU, posts=[Post("宋明哲", "局长", "沛县教育局", change=(kind, date))])
        for id, date in (("a", "2020-03-01"), ("b", "2021-04-01"))
    ]
    knowledge = known(*pages, decisions=[reject(subject, kind, "2020-03-01")])
    assert [str(getattr(held, kind)) for held in knowledge.holdings] == ["2021-04-01"]
    assert not knowledge.warnings


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        (ref("调研教育", page="a.txt", article="a1"), True),
        (ref("调研教育", page="a.txt", article="a2"), False),
        (ref("调研教育", kind="Document"), False),
    ],
    ids=str,
)
def test_an_event_is_of_an_article_and_of_no_kind_of_thing(subject: Reference, fits: bool) -> None:
    knowledge = known(*PAGES, decisions=[decide(Rejected(subject, "leader", ref("宋明哲")))])
    assert bool(knowledge.warnings) is not fits
    assert bool(facts(knowledge, "leader")) is not fits


@pytest.mark.parametrize("post", ["沛县教育局局长", "局长"])
def test_a_rejected_post_leaves_the_person(post: str) -> None:
    knowledge = known(*PAGES, decisions=[reject("宋明哲", "holds", post)])
    assert not knowledge.holdings and not facts(knowledge, "holds")
    assert "宋明哲" in labels(knowledge, "Person")


def test_a_rejected_author_wrote_nothing() -> None:
    assert not facts(known(*PAGES, decisions=[reject("a.txt", "author", "何书远")]), "author")


def test_a_rejected_meeting_leaves_both_in_the_event() -> None:
    knowledge = known(*PAGES, decisions=[reject("何书远", "met", "柳青禾")])
    assert not {("person/何书远", "person/柳青禾"), ("person/柳青禾", "person/何书远")} & facts(knowledge, "met")
    assert len(facts(knowledge, "attendee")) == 2


def test_a_statement_is_rejected_on_one_page() -> None:
    pages = [
        told(f"{id}.txt", BUREAU, division("沛县"), claims=[("沛县教育局", "locatedIn", "沛县")]) for id in ("a", "b")
    ]
    once = known(*pages, decisions=[reject("沛县教育局", "locatedIn", "沛县", "a.txt")])
    (left,) = [fact for fact in once.facts if fact.predicate == "locatedIn"]
    assert [source.article for source in left.sources] == ["b.txt#a1"]
    assert not facts(known(*pages, decisions=[reject("沛县教育局", "locatedIn", "沛县")]), "locatedIn")


def test_who_is_not_named_is_out_with_all_that_is_said_of_it() -> None:
    knowledge = known(*PAGES, decisions=[reject("宋明哲@a.txt", "mentionedIn")])
    assert [p.articles for p in entities(knowledge, "Person") if p.label == "宋明哲"] == [("b.txt#a1",)]
    assert not knowledge.holdings
    assert not known(*PAGES, decisions=[reject("宋明晢", "mentionedIn", "b.txt")]).warnings
    assert "宋明晢" not in labels(known(*PAGES, decisions=[reject("宋明晢", "mentionedIn")]), "Person")


# ---- what cannot be carried out ------------------------------------------------------------------------------------

UNMATCHED: list[tuple[Decision, str]] = [
    (same("宋明哲", "查无此人"), "查无此人"),
    (apart("宋明哲@a.txt", "宋明哲@c.txt"), "宋明哲@c.txt"),
    (same("宋明哲", "松涛产业园"), "a person and what is none"),
    (decide(Named(ref("查无此人"), "某某")), "查无此人"),
    (decide(KindOf(ref("宋明哲", kind="Place"), "Person")), "宋明哲 (Place)"),
    (reject("宋明哲", "holds", "县长"), "kg show"),
    (reject("宋明哲", "mentionedIn", "c.txt"), "kg show"),
    (reject("宋明哲", "holds", "局长", "b.txt"), "kg show"),
]


@pytest.mark.parametrize(("decision", "phrase"), UNMATCHED, ids=[str(row[0]) for row in UNMATCHED])
def test_what_matches_nothing_is_said_and_changes_nothing(decision: Decision, phrase: str) -> None:
    knowledge = known(*PAGES, decisions=[decision])
    (warning,) = knowledge.warnings
    assert str(decision) in warning and phrase in warning
    assert to_turtle(knowledge) == to_turtle(known(*PAGES))


def test_what_keeps_apart_stands_against_a_chain() -> None:
    pages = (told("a.txt", SONG), told("b.txt", LIU), told("c.txt", HE))
    decisions = [same("宋明哲", "柳青禾"), same("柳青禾", "何书远"), apart("宋明哲", "何书远")]
    material = gather([p.page for p in pages], [p.extraction for p in pages])
    assert constraints(decisions, material).same == ()
    knowledge = known(*pages, decisions=decisions)
    (warning,) = knowledge.warnings
    assert all(str(each) in warning for each in decisions)
    assert len(entities(knowledge, "Person")) == 3


@pytest.mark.parametrize("what", ["name", "kind"])
def test_the_later_of_two_counts(what: str) -> None:
    first, last = (
        (KindOf(ref("松涛产业园"), "Project"), KindOf(ref("松涛产业园@b.txt"), "Organization"))
        if what == "kind"
        else (Named(ref("松涛产业园"), "旧园"), Named(ref("松涛产业园@b.txt"), "新园"))
    )
    decisions = [decide(last, "2024-02-01"), decide(first, "2024-01-01")]
    knowledge = known(*PAGES, decisions=decisions)
    (found,) = [e for e in knowledge.entities if "松涛产业园" in (e.label, *e.alternatives)]
    assert (found.label if what == "name" else found.kind) == ("新园" if what == "name" else "Organization")
    assert [warning for warning in knowledge.warnings if "the later one counts" in warning]


# ---- in the graph --------------------------------------------------------------------------------------------------


def test_the_knowledge_says_which_decisions_shaped_it() -> None:
    decisions = [same("宋明哲@a.txt", "宋明晢"), reject("宋明哲", "holds", "局长"), reject("柳青禾", "mentionedIn")]
    knowledge = known(*PAGES, decisions=[*decisions, same("宋明哲", "查无此人")])
    assert {each.text for each in knowledge.decisions} == {str(each) for each in decisions}
    about = {each.action + each.text.partition(" ")[2][:3]: each.about for each in knowledge.decisions}
    assert about["same宋明哲"] == about["reject-claim宋明哲"]
    assert about["reject-claim柳青禾"] == ("a.txt#a1",)


POOL = (
    same("宋明哲@a.txt", "宋明晢"),
    same("柳青禾", "何书远"),
    apart("宋明哲@a.txt", "宋明哲@b.txt"),
    apart("柳青禾", "何书远"),
    decide(Named(ref("宋明晢"), "宋铭哲")),
    decide(Named(ref("宋明哲"), "宋明喆"), "2024-03-01"),
    decide(KindOf(ref("松涛产业园"), "Project")),
    decide(KindOf(ref("松涛产业园@b.txt"), "Person")),
    reject("调研教育", "leader", "宋明哲"),
    reject("宋明哲", "holds", "局长"),
    reject("宋明哲", "met", "柳青禾"),
    decide(Apart(Reference("宋明哲", "c.txt", at=0), Reference("宋明哲", "c.txt", at=4))),
    reject("柳青禾", "mentionedIn", page="a.txt"),
    reject("event/b-a1-1", "speaker", "宋明哲"),
)


@st.composite
def chosen(draw: st.DrawFn) -> list[Decision]:
    return draw(st.permutations(draw(st.lists(st.sampled_from(POOL), unique=True))))


def turtle(decisions: list[Decision]) -> bytes:
    knowledge: Knowledge = known(*POOLED, decisions=decisions)
    return to_turtle(knowledge)


@settings(max_examples=40, deadline=None)
@given(chosen(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_changes_no_byte(decisions: list[Decision], random: object) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert turtle(shuffled) == turtle([*decisions, *decisions])


@settings(max_examples=40, deadline=None)
@given(chosen())
def test_what_is_kept_apart_is_never_joined_by_what_is_the_same(decisions: list[Decision]) -> None:
    from kg.resolution.union import Union

    material = gather([p.page for p in PAGES], [p.extraction for p in PAGES])
    found = constraints(decisions, material)
    union = Union(len(material.spoken))
    for pair in found.same:
        union.join(pair)
    assert not [pair for pair in found.apart if union.find(pair[0]) == union.find(pair[1])]


@pytest.mark.parametrize("decision", POOL, ids=str)
def test_a_decision_taken_out_leaves_no_trace(decision: Decision) -> None:
    before = turtle([])
    assert str(decision) in turtle([decision]).decode()
    assert turtle([]) == before
