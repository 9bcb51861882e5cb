"""The command line: what each command prints, its exit code, and that help costs no heavy import."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from kg import __version__
from tests.command import ROOT, Run, call
from tests.sample import TEXT

COMMANDS = (
    *("build", "show", "timeline", "diff", "explain", "validate", "query", "render", "export"),
    *("review", "same", "apart"),
)
HEAVY = ("spacy", "rdflib", "pyshacl", "networkx", "pyoxigraph", "jinja2", "numpy")
BROKEN = """
@prefix gov: <https://w3id.org/regional-governance#> .
@prefix person: <https://w3id.org/regional-governance/id/person/> .
person:nobody a gov:Person .
"""
UNUSABLE = {
    "no graph": (("show", "宋明哲", "-g", "nowhere.ttl"), ("nowhere.ttl", "build the graph")),
    "no such name": (("show", "查无此人", "-g", "GRAPH"), ("查无此人", "shorter")),
    "no such person or post": (("timeline", "查无此人", "-g", "GRAPH"), ("查无此人", "shorter")),
    "nothing to compare with": (("diff", "GRAPH", "nowhere.ttl"), ("nowhere.ttl", "build the graph")),
    "nothing to render": (("render", "nowhere.ttl"), ("nowhere.ttl", "build the graph")),
    "no such folder of pages": (("render", "GRAPH", "--pages", "nowhere"), ("nowhere", "no such folder")),
    "nowhere to render to": (("render", "GRAPH", "-o", "nowhere/a.html"), ("nowhere/a.html", "--output")),
    "no such page": (("explain", "nowhere.txt"), ("nowhere.txt", "spelling")),
    "broken query": (("query", "SELECT ?a WHERE { ?a", "-g", "GRAPH"), ("line 1", "SPARQL")),
    "update": (("query", "DELETE WHERE { ?a ?b ?c }", "-g", "GRAPH"), ("DELETE", "SELECT")),
    "no such option": (("build", "--fast", "pages"), ("--fast",)),
    "no process": (("build", "pages", "--processes", "0"), ("processes",)),
    "no such configuration": (("build", "PAGE", "-o", "OUT", "--config", "nowhere.cfg"), ("nowhere.cfg",)),
    "no base": (("build", "PAGE", "-o", "OUT", "--base", "not an iri"), ("not an iri",)),
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """One invented page."""
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def graph(page: Path, tmp_path: Path, kg: Run) -> Path:
    """The graph of that page."""
    assert kg("build", page, "-o", tmp_path / "out").code == 0
    return tmp_path / "out" / "graph.ttl"


def test_build_tells_what_it_found_and_what_to_try(
    page: Path, tmp_path: Path, kg: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = kg("build", page.name)
    assert done.code == 0
    for word in ("graph.ttl", "network.html", "pages", "articles", "Person", "events", "claims", "warnings"):
        assert word in done.out, word
    suggested = [line.strip() for line in done.out.partition("next:")[2].splitlines() if line.strip()]
    assert {shlex.split(line)[1] for line in suggested} == {"show", "query", "explain"}
    for line in suggested:
        tried = kg(*shlex.split(line)[1:])
        assert (tried.code, tried.err) == (0, ""), line
        assert tried.out.strip()


def test_the_summary_counts_what_the_graph_holds(page: Path, tmp_path: Path, kg: Run) -> None:
    done = kg("build", page, "-o", tmp_path)
    said = dict(line.split(maxsplit=1) for line in done.out.partition("\n\n")[0].splitlines())
    for name, kind in (("pages", "Page"), ("articles", "Article"), ("events", "Event"), ("claims", "Claim")):
        counted = kg("query", f"SELECT (COUNT(?x) AS ?n) {{ ?x a gov:{kind} }}", "-g", tmp_path / "graph.ttl")
        assert counted.out.splitlines() == ["n", said[name]], name


def test_a_build_does_not_read_what_it_wrote(page: Path, kg: Run) -> None:
    for _ in range(2):
        assert kg("build", page.parent, "-o", page.parent / "output").code == 0
    files = kg("query", "SELECT ?f { ?p a gov:Page ; gov:file ?f }", "-g", page.parent / "output" / "graph.ttl")
    assert files.out.splitlines() == ["f", page.name]


def test_show_gives_posts_events_and_the_words_they_rest_on(graph: Path, kg: Run) -> None:
    done = kg("show", "宋明哲", "-g", graph)
    assert done.code == 0
    for words in ("宋明哲", "Person", "云岭县委书记", "2023-05-11", "柳青禾", "page.txt:"):
        assert words in done.out, words


def test_show_takes_part_of_a_name(graph: Path, kg: Run) -> None:
    assert "宋明哲" in kg("show", "明哲", "-g", graph).out


def test_show_takes_a_post_for_its_holders(graph: Path, kg: Run) -> None:
    assert "宋明哲" in kg("show", "县委书记", "-g", graph).out


def test_timeline_tells_careers_and_successions(graph: Path, kg: Run) -> None:
    for name in ("宋明哲", "云岭县委书记"):
        done = kg("timeline", name, "-g", graph)
        assert done.code == 0
        for words in ("宋明哲", "云岭县委书记", "2023-05-1", "page.txt:"):
            assert words in done.out, words
        [told] = json.loads(kg("timeline", name, "-g", graph, "--json").out)
        [stage] = [each for each in told["stages"] if each["label"] == "云岭县委书记"]
        assert stage["person"]["label"] == "宋明哲"
        assert stage["attestations"][0]["quote"]["file"] == "page.txt"


def test_timeline_tells_of_changes_and_contradictions(tmp_path: Path, kg: Run) -> None:
    head = "金寨县召开会议\n\n本报讯 3月4日，金寨县召开会议，"
    said = {"a": "县长贺兰舟主持。县人大常委会任命田野为副县长。", "b": "县长石磊主持。"}
    for name, words in said.items():
        (tmp_path / f"{name}.txt").write_text(f"云岭日报 2019年3月5日 第1版\n\n{head}{words}\n", "utf-8")
    built = kg("build", tmp_path, "-o", tmp_path / "out")
    assert built.code == 0
    assert "金寨县县长: both" in built.err and "decisions.toml" in built.err
    told = kg("timeline", "金寨县县长", "-g", tmp_path / "out" / "graph.ttl").out
    assert "contradictions" in told and "a.txt:" in told and "b.txt:" in told
    for command in ("timeline", "show"):
        assert "began 2019-03-04" in kg(command, "田野", "-g", tmp_path / "out" / "graph.ttl").out, command


def test_diff_tells_what_changed_in_words_and_as_json(graph: Path, page: Path, tmp_path: Path, kg: Run) -> None:
    same = kg("diff", graph, graph)
    assert (same.code, same.out) == (0, "nothing has changed: both graphs say the same\n")
    page.write_text(TEXT.replace("宋明哲", "宋明远"), "utf-8")
    assert kg("build", page, "-o", tmp_path / "new").code == 0
    new = tmp_path / "new" / "graph.ttl"
    done = kg("diff", graph, new)
    assert done.code == 0
    assert "宋明哲 is now 宋明远  Person  person:宋明远" in done.out
    told = json.loads(kg("diff", graph, new, "--json").out)
    assert [(each["before"]["label"], each["after"]["label"]) for each in told["renamed"]] == [("宋明哲", "宋明远")]
    assert told["said"] == told["unsaid"] == told["changed"] == []


def test_diff_prints_some_rows_of_a_group_or_all(graph: Path, tmp_path: Path, kg: Run) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("", "utf-8")
    few, every = kg("diff", empty, graph).out, kg("diff", empty, graph, "--all").out
    assert "--all prints them" in few and "--all" not in every
    assert len(every.splitlines()) > len(few.splitlines())


def test_a_query_without_rows_says_so(graph: Path, kg: Run) -> None:
    done = kg("query", "SELECT ?x { ?x gov:nothing ?y }", "-g", graph)
    assert (done.code, done.out) == (0, "x\n")
    assert "no row" in done.err


def test_explain_marks_what_was_found_and_says_why(page: Path, kg: Run) -> None:
    done = kg("explain", page)
    assert done.code == 0
    assert "[宋明哲 Person]" in done.out
    line = next(line for line in done.out.splitlines() if "holds" in line and "宋明哲" in line)
    assert "书记" in line and line.split()[0].startswith("3:")


def test_validate_passes_what_was_built_and_faults_what_breaks_a_rule(graph: Path, tmp_path: Path, kg: Run) -> None:
    assert kg("validate", graph).code == 0
    broken = tmp_path / "broken.ttl"
    broken.write_text(BROKEN, "utf-8")
    done = kg("validate", broken)
    assert done.code == 1
    assert "nobody" in done.out


def test_query_prints_rows_in_a_pipe(graph: Path, tmp_path: Path, kg: Run) -> None:
    text = "SELECT ?name ?nothing { ?p a gov:Person ; skos:prefLabel ?name . FILTER(STRSTARTS(?name, '宋')) }"
    assert kg("query", text, "-g", graph).out == "name\tnothing\n宋明哲\t\n"
    file = tmp_path / "people.rq"
    file.write_text(text, "utf-8")
    assert kg("query", file, "-g", graph).out == "name\tnothing\n宋明哲\t\n"


def test_control_characters_of_a_graph_do_not_reach_the_terminal(graph: Path, kg: Run) -> None:
    done = kg("query", r"SELECT ('a\u001b[31m\u0007b' AS ?x) {}", "-g", graph)
    assert done.code == 0
    assert "\x1b" not in done.out and "\x07" not in done.out and "b" in done.out


def test_line_ends_of_windows_are_line_ends(tmp_path: Path, kg: Run) -> None:
    (tmp_path / "page.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    explained = kg("explain", tmp_path / "page.txt")
    assert "[宋明哲 Person]" in explained.out
    assert "\r" not in explained.out and "\N{REPLACEMENT CHARACTER}" not in explained.out


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_unusable_call_is_explained(case: str, page: Path, graph: Path, tmp_path: Path, kg: Run) -> None:
    arguments, phrases = UNUSABLE[case]
    given = {"PAGE": page, "GRAPH": graph, "OUT": tmp_path / "new"}
    done = kg(*(given.get(word, word) for word in arguments))
    assert done.code == 2
    assert all(phrase in done.err for phrase in phrases), done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(command: str, kg: Run) -> None:
    done = kg(command, "--help")
    assert done.code == 0
    assert f"kg {command} " in done.out.partition("Example")[2]


def test_help_names_every_command(kg: Run) -> None:
    done = kg("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)


def test_help_and_import_load_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['kg', 'build', '--help']\n"
        "from kg.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
    )
    done = call(sys.executable, "-c", script, cwd=ROOT, environment={})
    assert done.out.splitlines()[-1] == "[]", done.out + done.err


def test_version(kg: Run) -> None:
    assert kg("--version").out == f"kg {__version__}\n"
