"""One HTML page with everything in it: no request ever leaves it, and nothing in the graph can run.

Data stand compressed in a script element of a type that browsers do not run; the script and the style that may run are
named by their hashes in the page's own security policy.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Store

from kg.views.columns import payload
from kg.views.packed import packed
from kg.views.resources import text
from kg.views.texts import PageText


def network_html(store: Store, texts: Mapping[str, PageText] | None = None) -> str:
    """The explorer of a graph: a single file that opens from disk, offline.

    With the pages' texts, quotes are shown in their articles; without, in the few characters that the graph keeps.
    """
    style, script = close(text("explorer.css")), inline(text("explorer.js"))
    with _uncollected():
        return rendered("network.html", style, [script], packed(payload(store, texts)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of records without a cycle among them: to look for garbage meanwhile takes a seventh of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def rendered(template: str, style: str, scripts: list[str], data: str) -> str:
    """A page of the folder `templates` with a policy that lets only these scripts and this style take effect."""
    source = (files("kg.views") / "templates" / template).read_text("utf-8")
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
    return page.render(
        policy=_policy(scripts, style),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(data),
    )


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def inline(content: str) -> str:
    """The text as a browser reads it back from a script or style element, whose hash must agree."""
    return content.replace("\r\n", "\n").replace("\r", "\n")


def close(style: str) -> str:
    """A style sheet without its comments and the blanks that mean nothing in it."""
    told = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    return re.sub(r" ?([{};,]) ?", r"\1", told).strip()
