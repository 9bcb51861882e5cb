"""Correcting a graph from the command line: decisions written, replayed by the next build, and taken back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import kg as package
from kg.decisions import read
from tests.command import ROOT, Run
from tests.sample import TEXT

# The same visit a month later, with another deputy of the same given name.
OTHER = TEXT.replace("顾念晴", "丁念晴").replace("5月1", "6月1").replace("2023年6月", "2023年7月")
SIGNED = 'author = "温如玉"\ndate = 2024-01-02\nreason = "看过两版"\n'
SAME = f'[[decision]]\naction = "same"\na = "顾念晴"\nb = "丁念晴"\n{SIGNED}'
EACH = f"""{SAME}
[[decision]]
action = "apart"
a = "何书远@a.txt"
b = "何书远@b.txt"
{SIGNED}
[[decision]]
action = "name"
thing = "顾念晴"
name = "顾念卿"
{SIGNED}
[[decision]]
action = "kind"
thing = "云岭二期工程"
kind = "Programme"
{SIGNED}
[[decision]]
action = "reject-claim"
subject = "云岭县走访岚川科技"
predicate = "participant"
object = "柳青禾"
page = "a.txt"
{SIGNED}
[[decision]]
action = "reject-claim"
subject = "温如玉"
predicate = "mentionedIn"
{SIGNED}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two invented pages that leave one doubt; no test writes into it."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their graph."""
    folder = tmp_path_factory.mktemp("out")
    return package.write(package.build(pages), folder)[0]


@pytest.fixture
def own(pages: Path, tmp_path: Path) -> Path:
    """A copy of the pages to put decisions beside."""
    folder = tmp_path / "own"
    folder.mkdir()
    for page in pages.iterdir():
        (folder / page.name).write_bytes(page.read_bytes())
    return folder


# ---- the build -----------------------------------------------------------------------------------------------------


def test_a_decision_beside_the_pages_is_carried_out_and_taken_back(own: Path, graph: Path) -> None:
    before = graph.read_bytes()
    assert package.build(own).turtle == before
    (own / "decisions.toml").write_text(SAME, "utf-8")
    decided = package.build(own)
    assert [each.action for each in decided.knowledge.decisions] == ["same"]
    assert [page.id for page in decided.knowledge.pages] == ["a.txt", "b.txt"]
    (own / "decisions.toml").write_text("", "utf-8")
    assert package.build(own).turtle == before


def test_a_file_of_decisions_is_the_same_wherever_it_stands(own: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "corrections.toml"
    elsewhere.write_text(EACH, "utf-8")
    given = package.build(own, decisions=elsewhere).turtle
    assert package.build(own, decisions=read(elsewhere)).turtle == given
    (own / "decisions.toml").write_text(EACH, "utf-8")
    for paths in (own, str(own / "*"), [*own.iterdir()]):
        assert package.build(paths).turtle == package.build(paths, decisions=elsewhere).turtle == given


def test_the_graph_of_every_kind_of_decision_keeps_its_contract(own: Path, tmp_path: Path, kg: Run) -> None:
    (own / "decisions.toml").write_text(EACH, "utf-8")
    done = kg("build", own, "-o", tmp_path / "out")
    assert (done.code, "6 of people" in done.out, "decision" in done.err) == (0, True, False), done.err
    checked = kg("validate", tmp_path / "out" / "graph.ttl", "--pages", own)
    assert checked.code == 0, checked.out
    rows = kg(
        "query",
        "SELECT ?action ?who ?day { ?d a gov:Decision ; gov:action ?action ; dcterms:created ?day ;"
        " prov:wasAttributedTo/foaf:name ?who } ORDER BY ?action",
        "-g",
        tmp_path / "out" / "graph.ttl",
    )
    actions = ["apart", "kind", "name", "reject-claim", "reject-claim", "same"]
    assert rows.out.splitlines()[1:] == [f"{action}\t温如玉\t2024-01-02" for action in actions]


def test_what_a_decision_is_about_says_so(own: Path, tmp_path: Path, kg: Run) -> None:
    (own / "decisions.toml").write_text(SAME, "utf-8")
    assert kg("build", own, "-o", tmp_path / "out").code == 0
    text = "SELECT ?name ?reason { ?x prov:wasInfluencedBy ?d ; skos:prefLabel ?name . ?d gov:reason ?reason }"
    assert kg("query", text, "-g", tmp_path / "out" / "graph.ttl").out.splitlines()[1:] == ["丁念晴\t看过两版"]
    shown = kg("show", "顾念晴", "-g", tmp_path / "out" / "graph.ttl").out
    assert "2024-01-02  温如玉  same: 顾念晴, 丁念晴  (看过两版)" in shown.partition("decided")[2]


@pytest.mark.parametrize("beside", [True, False], ids=["in the folder", "by option"])
def test_a_faulty_file_stops_the_build(beside: bool, own: Path, tmp_path: Path, kg: Run) -> None:
    file = (own if beside else tmp_path) / "decisions.toml"
    file.write_text(SAME.replace("same", "merge"), "utf-8")
    done = kg("build", own, "-o", tmp_path / "out", *(() if beside else ("--decisions", file)))
    assert done.code == 2
    assert "decision 1 (line 1)" in done.err and "merge" in done.err and "Traceback" not in done.err
    assert not list((tmp_path / "out").glob("*.ttl"))


def test_decisions_of_two_files_may_not_contradict(own: Path, tmp_path: Path, kg: Run) -> None:
    (own / "decisions.toml").write_text(SAME, "utf-8")
    (tmp_path / "other.toml").write_text(SAME.replace('"same"', '"apart"'), "utf-8")
    done = kg("build", own, "-o", tmp_path / "out", "--decisions", tmp_path / "other.toml")
    assert done.code == 2
    assert "other.toml: decision 1" in done.err and "decisions.toml: decision 1" in done.err


def test_a_decision_that_means_nothing_is_a_warning(own: Path, tmp_path: Path, kg: Run) -> None:
    (own / "decisions.toml").write_text(SAME.replace("丁念晴", "查无此人"), "utf-8")
    done = kg("build", own, "-o", tmp_path / "out")
    assert done.code == 0
    assert "warning" in done.err and "decision 1 (line 1)" in done.err and "查无此人" in done.err


def test_a_build_with_doubts_names_the_command(own: Path, tmp_path: Path, kg: Run) -> None:
    assert "review --graph" in kg("build", own, "-o", tmp_path / "out").out


# ---- same and apart ------------------------------------------------------------------------------------------------


def test_same_writes_what_the_next_build_carries_out(own: Path, graph: Path, tmp_path: Path, kg: Run) -> None:
    file = tmp_path / "decisions.toml"
    done = kg("same", "顾念晴", "丁念晴@b.txt", "-g", graph, "-d", file, "--author", "温如玉", "--reason", "一人")
    assert done.code == 0, done.err
    assert f"build PAGES -o {graph.parent}-decided --decisions {file}" in done.out
    assert f"diff {graph} {graph.parent}-decided/graph.ttl" in done.out
    (decision,) = read(file)
    assert (str(decision), decision.author, decision.reason) == ("same: 顾念晴, 丁念晴@b.txt", "温如玉", "一人")
    built = package.build(own, decisions=file)
    assert not [w for w in built.warnings if "decision" in w]
    assert len([e for e in built.knowledge.entities if {"顾念晴", "丁念晴"} & {e.label, *e.alternatives}]) == 1


def test_what_is_decided_is_not_written_twice(graph: Path, tmp_path: Path, kg: Run) -> None:
    file = tmp_path / "decisions.toml"
    call = ("-g", graph, "-d", file, "--author", "温如玉")
    assert kg("same", "顾念晴", "丁念晴", *call).code == 0
    before = file.read_bytes()
    done = kg("same", "丁念晴", "顾念晴", *call)
    assert (done.code, file.read_bytes()) == (0, before)
    assert "nothing written" in done.out and "decision 1" in done.out


def test_namesakes_of_one_article_are_kept_apart_by_their_characters(own: Path, tmp_path: Path, kg: Run) -> None:
    graph, _ = package.write(package.build(own), tmp_path / "out")
    places = [at for at in range(len(TEXT)) if TEXT.startswith("宋明哲", at)]
    file = tmp_path / "decisions.toml"
    sides = (f"宋明哲@a.txt:{at}" for at in places)
    done = kg("apart", *sides, "-g", graph, "-d", file, "--author", "温如玉")
    assert done.code == 0, done.err
    decided = package.build(own, decisions=file)
    assert not [warning for warning in decided.warnings if "decision" in warning]
    named = [
        {source.span.start for source in fact.sources if source.span.page == "a.txt"}
        for fact in decided.knowledge.facts
        if fact.predicate == "mentionedIn" and fact.subject.startswith("person/宋明哲")
    ]
    assert sorted(filter(None, named), key=min) == [{at} for at in places]


def test_apart_takes_the_pages_of_one_name(graph: Path, tmp_path: Path, kg: Run) -> None:
    file = tmp_path / "decisions.toml"
    assert kg("apart", "何书远@a.txt", "何书远@b.txt", "-g", graph, "-d", file, "--author", "温如玉").code == 0
    (decision,) = read(file)
    assert str(decision) == "apart: 何书远@a.txt, 何书远@b.txt"
    assert decision.reason


REFUSED = {
    "unknown": (("same", "顾念青", "丁念晴"), ("'顾念青'", "顾念晴")),
    "far from all": (("same", "赫连", "丁念晴"), ("'赫连'", "kg show")),
    "on another page": (("same", "顾念晴@b.txt", "丁念晴"), ("not named on b.txt", "a.txt")),
    "one reference": (("apart", "何书远", "何书远"), ("on which page",)),
    "no page": (("same", "顾念晴@", "丁念晴"), ("'顾念晴@'", "no page after @")),
    "no such character": (("same", "顾念晴@a.txt:0", "丁念晴"), ("not named on a.txt at character 0",)),
    "a person and a body": (("same", "顾念晴", "岚川科技有限公司"), ("Person", "Organization", "cannot be one")),
    "no reason": (("same", "顾念晴", "丁念晴", "--reason", ""), ("reason",)),
    "no graph": (("same", "顾念晴", "丁念晴", "-g", "nowhere.ttl"), ("nowhere.ttl",)),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_meant_is_refused(case: str, graph: Path, tmp_path: Path, kg: Run) -> None:
    arguments, phrases = REFUSED[case]
    place = () if "-g" in arguments else ("-g", graph)
    done = kg(*arguments, *place, "-d", tmp_path / "d.toml", "--author", "温如玉")
    assert done.code == 2
    assert all(phrase in done.err for phrase in phrases), done.err
    assert not (tmp_path / "d.toml").exists()


def test_a_name_of_several_things_is_asked_for_its_page(tmp_path: Path, kg: Run) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, county in enumerate(("沛县", "洋县")):
        text = (
            f"日报 2023年5月12日\n{county}召开会议\n本报讯 5月11日，{county}县委书记宋明哲主持召开会议，柳青禾参加。\n"
        )
        (pages / f"{number}.txt").write_text(text, "utf-8")
    graph, _ = package.write(package.build(pages), tmp_path / "out")
    done = kg("same", "宋明哲", "柳青禾@0.txt", "-g", graph, "-d", tmp_path / "d.toml")
    assert done.code == 2
    assert "2 things" in done.err and "0.txt" in done.err and "1.txt" in done.err and "NAME@PAGE" in done.err


def test_a_name_is_asked_for_as_the_page_prints_it(own: Path, tmp_path: Path, kg: Run) -> None:
    (own / "decisions.toml").write_text(SAME, "utf-8")
    graph, _ = package.write(package.build(own), tmp_path / "out")
    done = kg("same", "丁念晴@a.txt", "柳青禾", "-g", graph, "-d", tmp_path / "d.toml")
    assert done.code == 2
    assert "say 顾念晴@a.txt" in done.err
    assert kg("same", "中共云岭县委", "云岭县政府", "-g", graph, "-d", tmp_path / "d.toml").code == 0


def test_the_other_judgement_of_a_pair_is_refused(graph: Path, tmp_path: Path, kg: Run) -> None:
    file = tmp_path / "d.toml"
    call = ("顾念晴", "丁念晴", "-g", graph, "-d", file, "--author", "温如玉")
    assert kg("same", *call).code == 0
    before = file.read_bytes()
    done = kg("apart", *call)
    assert done.code == 2 and "decision 1" in done.err and "contradicts" in done.err
    assert file.read_bytes() == before


# ---- review --------------------------------------------------------------------------------------------------------


def test_review_lists_in_a_pipe_and_writes_nothing(graph: Path, tmp_path: Path, kg: Run) -> None:
    done = kg("review", "-g", graph, "-d", tmp_path / "d.toml")
    assert done.code == 0
    for words in ("1 of 1", "顾念晴", "丁念晴", "副县长", "a.txt", "b.txt", "原副县长顾念晴列席", "同任", "0.86"):
        assert words in done.out, words
    assert "y(es)" not in done.out and not (tmp_path / "d.toml").exists()


def test_review_passes_over_what_is_decided(graph: Path, tmp_path: Path, kg: Run) -> None:
    (tmp_path / "d.toml").write_text(SAME, "utf-8")
    done = kg("review", "-g", graph, "-d", tmp_path / "d.toml")
    assert (done.code, "no doubtful pair" in done.out, "顾念晴" in done.out) == (0, True, False)


ANSWERED = {
    "yes": ("yes\n籍贯同\n", "same: 丁念晴@b.txt, 顾念晴@a.txt", "籍贯同"),
    "no, with the usual reason": ("what\nn\n\n", "apart: 丁念晴@b.txt, 顾念晴@a.txt", "judged to be two"),
    "skip": ("\n", None, ""),
    "quit": ("q\n", None, ""),
    "end of input": ("\x04", None, ""),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("case", ANSWERED)
def test_review_asks_on_a_terminal(case: str, graph: Path, tmp_path: Path) -> None:
    typed, said, reason = ANSWERED[case]
    file = tmp_path / "d.toml"
    code, shown = on_a_terminal(typed, "review", "-g", graph, "-d", file, "--author", "温如玉")
    assert code == 0, shown
    assert "y(es)" in shown and "顾念晴" in shown
    if said is None:
        assert not file.exists() and "0 written" in shown
    else:
        (decision,) = read(file)
        assert (str(decision), decision.author) == (said, "温如玉") and reason in decision.reason
        assert f"--decisions {file}" in shown.replace("\r\n", "")


def on_a_terminal(typed: str, *arguments: str | Path) -> tuple[int, str]:
    """`kg` with a terminal of its own on which this is typed: its exit code and what it showed."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ["COLUMNS"] = "400"
        os.execv(sys.executable, [sys.executable, "-m", "kg", *map(str, arguments)])
    os.write(terminal, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode("utf-8", "replace")
