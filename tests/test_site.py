"""The documentation: what it shows is what happens, and its site opens from disk and asks the network for nothing."""

from __future__ import annotations

import re
import shlex
import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

import kg as package
from docs.site.__main__ import build
from docs.site.cookbook import examples
from kg.graph.reference import tables
from kg.queries import run
from kg.queries.asking import questions
from tests.command import ROOT, SEEDS, Run
from tests.views.browser import PHONE, opened

DOCS = ROOT / "docs"
# blocks of the tutorial: commands with what they print, and files to be written
BLOCK = re.compile(r'^```(?:console|text title="([^"]+)")\n(.*?)^```$', re.M | re.S)
LINK = re.compile(r'<(a|script|link|img|iframe|source|object|embed)\b[^>]*?\b(?:src|href|data)="([^"#?]+)')
ELSEWHERE = re.compile(r"(?:[a-z]+:)?//|[a-z]+:")
# what is looked at, and words that stand there
PAGES = (
    ("start.html", "Build the sample graph"),
    ("model.html", "One sentence, as a graph"),
    ("queries.html", "person:聂加伟"),
    ("reference.html", "met.nodes"),
    ("start.zh.html", "十分钟上手"),
)
# what is typed, and the page that has it
SEARCHES = (("置信度", "terms.html"), ("聂加伟", "queries.html"), ("possiblySame", "terms.html"))


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site; the build fails on any broken link."""
    folder = tmp_path_factory.mktemp("documentation") / "site"
    build(built / "graph.ttl", folder)
    return folder


def test_the_menu_has_every_page(site: Path) -> None:
    menu = set(re.findall(r'= "(.+)\.md"', (DOCS / "site" / "zensical.toml").read_text("utf-8")))
    assert {file.relative_to(site).as_posix() for file in site.rglob("*.html")} == {f"{name}.html" for name in menu}


def test_nothing_on_any_page_is_missing_or_comes_from_elsewhere(site: Path) -> None:
    links = [(page, *link) for page in site.rglob("*.html") for link in LINK.findall(page.read_text("utf-8"))]
    assert {tag for _, tag, link in links if ELSEWHERE.match(link)} == {"a"}
    inside = {page.parent / unquote(link) for page, _, link in links if not ELSEWHERE.match(link)}
    assert len(inside) > 30 and [file for file in inside if not file.exists()] == []
    styles = "".join(style.read_text("utf-8") for style in site.rglob("*.css"))
    assert not re.search(r"""(url\(|@import )["']?(https?:)?//""", styles)


@pytest.mark.parametrize(("name", "words"), PAGES, ids=[name for name, _ in PAGES])
def test_a_page_opens_from_disk_without_a_request(site: Path, browser: Browser, name: str, words: str) -> None:
    with opened(browser, site / name, PHONE) as visit:
        assert words in visit.text("article")
        assert visit.call("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
        assert [url for url in visit.asked if not url.startswith("file:")] == []
        assert visit.complaints == []


def test_search_works_from_disk_and_finds_chinese(site: Path, browser: Browser) -> None:
    with opened(browser, site / "start.html") as visit:
        visit.find(".md-search__button").click()
        for typed, page in SEARCHES:
            visit.page.get_by_placeholder("Search").fill(typed)
            expect(visit.find(f"a[href*='{page}?h=']").first).to_be_visible()
        assert [url for url in visit.asked if not url.startswith("file:")] == []
        assert visit.complaints == []


def test_every_question_has_an_example_with_an_answer(site: Path) -> None:
    assert set(examples((DOCS / "queries.md").read_text("utf-8"))) == {each.name for each in questions()}
    _, *sections = re.split("<h2", (site / "queries.html").read_text("utf-8"))
    assert len(sections) == len(questions()) and all("<td>" in section for section in sections)


def test_the_tutorial_does_what_it_says(kg: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(built, tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    for name, text in BLOCK.findall((DOCS / "start.md").read_text("utf-8")):
        if name:
            _write(Path(name), text)
            continue
        for told in re.split(r"^\$ ", text, flags=re.M)[1:]:
            command, _, printed = told.partition("\n")
            done = kg(*shlex.split(command)[1:])
            assert done.code == 0, done.err
            assert fnmatchcase(_trimmed(done.out), _pattern(printed)), f"{command}\n{done.out}"


def test_the_sentence_of_the_model_is_in_the_graph_as_it_says(tmp_path: Path) -> None:
    pages = {name: text for name, text in BLOCK.findall((DOCS / "start.md").read_text("utf-8")) if name}
    model = (DOCS / "model.md").read_text("utf-8")
    sentence = re.search(r"^> (.+)$", model, re.M)
    assert sentence and any(sentence[1] in text for text in pages.values())
    for name, text in pages.items():
        _write(tmp_path / name, text)
    store = package.build([tmp_path / "mine"]).graph().store
    patterns = [each for row in re.findall(r"^\|.*\| (`.*`).* \|$", model, re.M) for each in re.findall("`(.+?)`", row)]
    assert len(patterns) == 10 and run(store, f"ASK {{ {' . '.join(patterns)} }}").rows == (("true",),)
    query = re.search(r"```sparql\n(.+?)```", model, re.S)
    assert query and run(store, query[1]).rows


def test_the_picture_of_the_model_uses_terms_of_the_ontology() -> None:
    picture = (DOCS / "model.svg").read_text("utf-8")
    drawn = set(re.findall(r">(gov:\w+)<", picture))
    assert len(drawn) > 15 and {term for term in drawn if f"| `{term}` |" not in tables()} == set()
    named = re.findall(r">\w+ ([\u4e00-\u9fff]+)</text>\n.*>(gov:\w+)<", picture)
    assert len(named) > 8 and [pair for pair in named if f"| `{pair[1]}` | {pair[0]} |" not in tables()] == []


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _pattern(printed: str) -> str:
    """What is printed, where a line of … stands for any lines."""
    return re.sub(r"(?m)^…$", "*", _trimmed(printed).replace("[", "[[]"))
