"""The decisions file: what it may say, what each fault is told as, and that writing leaves all else as it is."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.decisions import (
    Apart,
    Decision,
    KindOf,
    Named,
    Reference,
    Rejected,
    Same,
    append,
    decisions_in,
    parse,
    read,
    written,
)
from kg.decisions.records import ACTIONS, KINDS, PREDICATES, Content
from kg.errors import DecisionError
from kg.graph.vocabulary import vocabulary

SIGNED = 'author = "温如玉"\ndate = 2024-01-02\nreason = "看过两版"\n'
SAME = f'[[decision]]\naction = "same"\na = "宋明哲@a.txt"\nb = {{ name = "宋明喆" }}\n{SIGNED}'
READ: dict[str, tuple[str, Content]] = {
    "same": ('action = "same"\na = "甲"\nb = "乙@p.txt#a2"', Same(Reference("甲"), Reference("乙", "p.txt", "a2"))),
    "apart": (
        'action = "apart"\na = { name = "甲", page = "p.txt" }\nb = { name = "甲", kind = "Person" }',
        Apart(Reference("甲", "p.txt"), Reference("甲", kind="Person")),
    ),
    "a character": (
        'action = "apart"\na = { name = "甲", page = "p.txt", at = 12 }\nb = "甲@p.txt:40"',
        Apart(Reference("甲", "p.txt", at=12), Reference("甲", "p.txt", at=40)),
    ),
    "name": ('action = "name"\nthing = "甲"\nname = "甲公司"', Named(Reference("甲"), "甲公司")),
    "kind": ('action = "kind"\nthing = "甲"\nkind = "Place"', KindOf(Reference("甲"), "Place")),
    "statement": (
        'action = "reject-claim"\nsubject = "甲"\npredicate = "holds"\nobject = "县长"\npage = "p.txt"',
        Rejected(Reference("甲"), "holds", Reference("县长"), "p.txt"),
    ),
    "naming": (
        'action = "reject-claim"\nsubject = "甲"\npredicate = "mentionedIn"',
        Rejected(Reference("甲"), "mentionedIn"),
    ),
}
TABLE = "[[decision]]\n"
FAULTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "no TOML": ("[[decision]]\naction = same\n", ("line 2", "quotation marks")),
    "outside": (f"author = 1\n{SAME}", ("author", "below a [[decision]]")),
    "one table": ("[decision]\naction = 'same'\n", ("[[decision]]",)),
    "no action": (TABLE + SIGNED, ("decision 1 (line 1)", "no action", 'action = "…"')),
    "unknown action": (f'{TABLE}action = "merge"\n{SIGNED}', ("'merge'", "same, apart, name, kind, reject-claim")),
    "unknown key": (f"{SAME}page = 'x'\n", ("'page'", "it knows action, author, date, reason, a, b")),
    "second of two": (f"{SAME}\n\n[[decision]]\naction = 'same'\n", ("decision 2 (line 10)", "no a:", "no author")),
    "no author": (SAME.replace('author = "温如玉"\n', ""), ("no author", 'add author = "…"')),
    "no reason": (SAME.replace('"看过两版"', '" "'), ("reason = ' '",)),
    "no date": (SAME.replace("date = 2024-01-02\n", ""), ("no date", "date = 2024-07-05")),
    "a month": (SAME.replace("2024-01-02", '"2024-01"'), ("'2024-01'", "date = 2024-07-05")),
    "a time": (SAME.replace("2024-01-02", "2024-01-02T10:00:00"), ("2024-01-02 10:00:00",)),
    "a place without name": (SAME.replace('"宋明哲@a.txt"', '"@a.txt"'), ("'@a.txt'", "NAME@PAGE")),
    "a name without page": (SAME.replace('"宋明哲@a.txt"', '"宋明哲@"'), ("'宋明哲@'", "no page after @")),
    "a page without article": (SAME.replace("@a.txt", "@a.txt#"), ("no article after #",)),
    "a character without page": (SAME.replace('name = "宋明喆"', 'name = "宋明喆", at = 3'), ("no page",)),
    "no character": (
        SAME.replace('name = "宋明喆"', 'name = "宋明喆", page = "a.txt", at = "3"'),
        ("'3'", "at = 1234"),
    ),
    "curly quotes": (SAME.replace('"看过两版"', "“看过两版”"), ("line 7", "“ ”", "straight")),
    "no reference": (SAME.replace('"宋明哲@a.txt"', "3"), ("no a:", 'page = "FILE.txt"')),
    "unknown part": (SAME.replace('name = "宋明喆"', 'name = "宋明喆", file = "x"'), ("'file'", "name, page, article")),
    "article without page": (SAME.replace('name = "宋明喆"', 'name = "宋明喆", article = "a1"'), ("no page",)),
    "no such kind": (SAME.replace('name = "宋明喆"', 'name = "宋明喆", kind = "Man"'), ("'Man'", "Person, ")),
    "one and the same": (SAME.replace('"宋明哲@a.txt"', '"宋明喆"'), ("as a and as b", "on which page")),
    "no such predicate": (
        f"{TABLE}action='reject-claim'\nsubject='甲'\npredicate='knows'\nobject='乙'\n{SIGNED}",
        ("'knows'", "holds"),
    ),
    "a doubt": (
        f"{TABLE}action='reject-claim'\nsubject='甲'\npredicate='possiblySame'\nobject='乙'\n{SIGNED}",
        ('"apart"',),
    ),
    "no object": (f"{TABLE}action='reject-claim'\nsubject='甲'\npredicate='holds'\n{SIGNED}", ("no object",)),
    "same and apart": (
        SAME
        + SAME.replace('"same"', '"apart"')
        .replace('"宋明哲@a.txt"', '"宋明喆"', 1)
        .replace('{ name = "宋明喆" }', '{ name = "宋明哲", page = "a.txt" }'),
        ("decision 2 (line 8) (apart: 宋明喆, 宋明哲@a.txt)", "decision 1 (line 1) (same: 宋明哲@a.txt, 宋明喆)"),
    ),
    "two names": (
        "".join(f'{TABLE}action="name"\nthing="甲"\nname="{name}"\n{SIGNED}' for name in ("乙", "丙")),
        ("甲 = 乙", "甲 = 丙", "take one of them out"),
    ),
}


@pytest.mark.parametrize("case", READ)
def test_an_action_is_read(case: str) -> None:
    text, content = READ[case]
    assert parse(f"{TABLE}{text}\n{SIGNED}", "d.toml") == (Decision(content, "温如玉", date(2024, 1, 2), "看过两版"),)


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_with_place_and_remedy(case: str) -> None:
    text, phrases = FAULTS[case]
    with pytest.raises(DecisionError) as caught:
        parse(text, "d.toml")
    message = str(caught.value)
    assert message.startswith("d.toml: ")
    assert all(phrase in message for phrase in phrases), message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for name, content, phrase in (("gb.toml", "看".encode("gb18030"), "UTF-8"), ("none.toml", None, "check the path")):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(DecisionError, match=phrase):
            read(tmp_path / name)


def test_marks_of_other_editors_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "d.toml").write_bytes(b"\xef\xbb\xbf" + SAME.replace("\n", "\r\n").encode())
    assert read(tmp_path / "d.toml") == parse(SAME, "")


def test_predicates_are_those_of_the_graph() -> None:
    assert {name for name in PREDICATES if name not in vocabulary().properties} == {"holds", "author"}


def test_files_are_found_in_folders_and_by_name(tmp_path: Path) -> None:
    for folder in ("a", "a/b", "a/.hidden", "c"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "decisions.toml").write_text("")
    found = decisions_in([tmp_path / "a", tmp_path / "c" / "decisions.toml", tmp_path / "c" / "page.txt"])
    assert found == [tmp_path / f / "decisions.toml" for f in ("a/b", "a", "c")]
    assert decisions_in([tmp_path / "c" / "*", "-", "nowhere"]) == [tmp_path / "c" / "decisions.toml"]


def test_the_guide_shows_every_action() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "decisions.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert [each.action for each in parse(example, "docs/decisions.md")] == list(ACTIONS)
    assert all(f"`{name}`" in guide for name in ACTIONS)


# ---- writing -------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(str.strip).filter(bool)
PLACES = st.one_of(st.tuples(st.none(), st.none()), st.tuples(TEXTS, st.one_of(st.none(), TEXTS)))
REFERENCES = st.builds(
    lambda name, place, kind: Reference(name, *place, kind), TEXTS, PLACES, st.sampled_from((None, *KINDS))
)
PAIRS = st.tuples(REFERENCES, REFERENCES).filter(lambda pair: pair[0].alike() != pair[1].alike())
CONTENTS = st.one_of(
    PAIRS.map(lambda pair: Same(*pair)),
    PAIRS.map(lambda pair: Apart(*pair)),
    st.builds(Named, REFERENCES, TEXTS),
    st.builds(KindOf, REFERENCES, st.sampled_from(KINDS)),
    st.builds(Rejected, REFERENCES, st.sampled_from(PREDICATES), REFERENCES, st.one_of(st.none(), TEXTS)),
)
DECISIONS = st.builds(Decision, CONTENTS, TEXTS, st.dates(), TEXTS)


@given(DECISIONS)
def test_what_is_written_is_read_as_it_was(decision: Decision) -> None:
    assert parse(written(decision), "") == (decision,)
    assert list(tomllib.loads(written(decision))) == ["decision"]


@pytest.mark.parametrize(
    "before",
    [SAME, SAME.rstrip("\n"), SAME.replace("\n", "\r\n"), f"# 备注\n\n{SAME}# 完\n", "# 空\n", ""],
    ids=["plain", "no last line feed", "windows", "comments", "only a comment", "empty"],
)
def test_what_stands_there_stays_byte_for_byte(before: str, tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_bytes(before.encode())
    added = Decision(Named(Reference("甲"), "甲公司"), "温如玉", date(2024, 1, 2), "章程")
    append(file, added)
    assert file.read_bytes().startswith(before.encode())
    assert read(file) == (*parse(before, ""), added)
    assert (b"\r\n" in file.read_bytes()) == ("\r\n" in before)


def test_a_new_file_says_what_it_is(tmp_path: Path) -> None:
    added = Decision(Named(Reference("甲"), "甲公司"), "温如玉", date(2024, 1, 2), "章程")
    append(tmp_path / "new" / "d.toml", added)
    text = (tmp_path / "new" / "d.toml").read_text("utf-8")
    assert text.startswith("# What people decided") and text.endswith(f"\n\n{written(added)}")


def test_what_is_decided_already_is_not_written_twice(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_text(SAME, "utf-8")
    again = Decision(Same(Reference("宋明喆"), Reference("宋明哲", "a.txt")), "丁念晴", date(2024, 3, 1), "又看一遍")
    found = append(file, again)
    assert found is not None and found.author == "温如玉"
    assert file.read_text("utf-8") == SAME


def test_what_contradicts_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "d.toml").write_text(SAME, "utf-8")
    gainsaying = Decision(Apart(Reference("宋明喆"), Reference("宋明哲", "a.txt")), "韩", date(2024, 1, 3), "籍贯不同")
    with pytest.raises(DecisionError, match="decision 1"):
        append(tmp_path / "d.toml", gainsaying)
    assert (tmp_path / "d.toml").read_text("utf-8") == SAME


@pytest.mark.parametrize("reason", ["", "  ", " 空 ", "\ud800"], ids=["empty", "blanks", "blanks around", "half"])
def test_what_could_not_be_read_back_is_not_written(reason: str, tmp_path: Path) -> None:
    with pytest.raises(DecisionError):
        append(tmp_path / "d.toml", Decision(Named(Reference("甲"), "乙"), "温", date(2024, 1, 2), reason))
    assert not (tmp_path / "d.toml").exists()
