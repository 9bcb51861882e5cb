"""What people do on the pages of the server: find, ask, read, take home."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.views.browser import PHONE

TELL = """document.addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective));"""


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page that may ask the server alone, and must have nothing to complain of but what the server refused."""
    context = browser.new_context(base_url=server)
    context.add_init_script(TELL)
    made, asked, complaints = context.new_page(), [], []
    made.set_default_timeout(20_000)
    made.on("request", lambda request: asked.append(request.url))
    made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    yield made
    assert all(url.startswith((server + "/", f"blob:{server}")) for url in asked)
    assert [text for text in complaints if "Failed to load resource" not in text] == []
    context.close()


def test_a_thing_is_found_and_read(page: Page) -> None:
    page.goto("/")
    page.fill("#name", "柳青")
    page.keyboard.press("Enter")
    page.click("#found a")
    expect(page.locator("h1")).to_have_text("柳青禾")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("link", name="Whom did a person meet?").click()
    expect(page.locator("tbody tr").first).to_contain_text("何书远")


def test_a_question_is_asked_from_the_keyboard(page: Page) -> None:
    page.goto("/query")
    page.click("#menu >> text=Who holds or held a post at a body?")
    page.fill("input[name=body]", "云岭县委")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#count")).to_have_text("1 row")
    expect(page.locator("td mark").first).to_be_visible()
    assert "body" not in page.locator("th").all_inner_texts()
    page.reload()
    expect(page.locator("tbody a", has_text="person:宋明哲")).to_be_visible()
    page.click("tbody a >> text=person:宋明哲")
    expect(page.locator("h1")).to_have_text("宋明哲")


def test_an_answer_is_taken_home(page: Page) -> None:
    page.goto("/query#own")
    page.fill("#sparql", 'SELECT ?text ?number { VALUES (?text ?number) { ("=1+1" -1) ("何, \\"书\\"远" 2) } }')
    page.click("#ask")
    with page.expect_download() as waiting:
        page.click("#csv")
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["text", "number"], ["'=1+1", "-1"], ['何, "书"远', "2"]]
    with page.expect_download() as waiting:
        page.click("#json")
    found = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    assert found == [{"text": "=1+1", "number": "-1"}, {"text": '何, "书"远', "number": "2"}]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?a gov:met ?b }", "Yes"),
        ("CONSTRUCT { ?a a gov:Person } WHERE { ?a a gov:Person }", "person:宋明哲"),
        ("SELECT ?a { ?a gov:nothing ?b }", "Nothing in the graph fits."),
        ('SELECT ("<b>text</b>" AS ?a) {}', "<b>text</b>"),
    ],
)
def test_a_query_of_ones_own(page: Page, query: str, shown: str) -> None:
    page.goto("/query#own")
    page.fill("#sparql", query)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#rows")).to_contain_text(shown)


def test_a_shipped_query_can_be_changed(page: Page) -> None:
    page.goto("/query#who-met")
    page.click("#text summary")
    page.click("#change")
    expect(page.locator("#title")).to_have_text("A query of your own")
    assert "gov:met" in page.input_value("#sparql")
    page.go_back()
    expect(page.locator("#title")).to_have_text("Whom did a person meet?")


def test_mistakes_are_shown(page: Page) -> None:
    page.goto("/query#who-met")
    page.fill("input[name=person]", "无此人")
    page.click("#ask")
    expect(page.get_by_role("alert")).to_contain_text("no Person is called '无此人'")
    page.goto("/id/person/nobody")
    expect(page.locator(".problem")).to_contain_text("the graph says nothing of")


@pytest.mark.parametrize("path", ["/", "/query#who-met?person=宋明哲", "/id/person/宋明哲"])
def test_it_fits_a_phone_and_the_dark(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": PHONE[0], "height": PHONE[1]}, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 17, 21)"
    context.close()
