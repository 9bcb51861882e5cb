"""One HTML page with everything in it: no request ever leaves it, and nothing in the graph can run.

Data stand in a script element of a type that browsers do not run; the scripts and styles that may run are named by
their hashes in the page's own security policy.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from pyoxigraph import Store

from kg.lexicon import table
from kg.queries.background import whole
from kg.views.dossier import Dossier
from kg.views.drawing import drawing
from kg.views.networks import agreements_graph, bodies_graph, met_graph
from kg.views.resources import palette, text, vis_network

_VIEWS = {"people": met_graph, "bodies": bodies_graph, "agreements": agreements_graph}
_SCRIPTS = ("words.js", "panel.js", "search.js", "page.js")


def network_html(store: Store) -> str:
    """The page of who met whom: a single file that opens from disk, offline."""
    background = whole(store)
    dossier = Dossier(background)
    views = {}
    for name, make in _VIEWS.items():
        graph = make(store, background)
        views[name] = {**drawing(graph, {iri: dossier.id(iri) for iri in graph}), "ties": dossier.ties(graph)}
    data = {"views": views, **dossier.content(store), "words": table("interface"), "palette": palette()}
    return _render(data)


def _render(data: dict[str, Any]) -> str:
    scripts = [_inline(vis_network()), *(_inline(text(name)) for name in _SCRIPTS)]
    style = _inline(text("network.css"))
    template = (files("kg.views") / "templates" / "network.html").read_text("utf-8")
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(template)
    return page.render(
        policy=_policy(scripts, style),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(_json(data)),
        words=data["words"],
        palette=data["palette"],
        views=list(_VIEWS),
    )


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _inline(content: str) -> str:
    """The text as a browser reads it back from a script or style element, whose hash must agree."""
    return content.replace("\r\n", "\n").replace("\r", "\n")


def _json(data: dict[str, Any]) -> str:
    """JSON that no reader of HTML takes for a tag."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
