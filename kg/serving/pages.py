"""What a browser is shown, in one style: the start, the page that asks, a thing, and an error."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from pyoxigraph import NamedNode, Store

from kg.graph.terms import GOV, RDF, prefixes
from kg.graph.vocabulary import vocabulary
from kg.queries.asking import Question, questions
from kg.serving.things import Thing

ASSETS = {"front.js": "text/javascript", "query.js": "text/javascript", "page.css": "text/css"}
TEMPLATES = ("base.html", "front.html", "query.html", "thing.html", "error.html")
COUNTED = ("Person", "Organization", "Division", "Event", "Agreement", "Programme", "Project", "Article", "Page")
_ASKED_OF = {"Body": {"Organization", "Division"}}


def described_question(asked: Question) -> dict[str, object]:
    """A question for programs and for the page that asks."""
    told = asdict(asked)
    for each, parameter in zip(told["parameters"], asked.parameters, strict=True):
        each["needed"] = parameter.needed
    return told


class Pages:
    """The pages of one graph; everything is read when it is made."""

    def __init__(self, store: Store, name: str, base: str) -> None:
        folder = files("kg.serving") / "assets"
        texts = {each: (folder / each).read_text("utf-8") for each in (*TEMPLATES, *ASSETS)}
        self.assets = {each: texts[each] for each in ASSETS}
        made = Environment(autoescape=True, undefined=StrictUndefined, loader=FunctionLoader(texts.get))
        made.globals = {"graph": name, "here": ""}
        self._templates = {each: made.get_template(each) for each in TEMPLATES}
        self.front = self._templates["front.html"].render(counts=_counts(store), questions=questions())
        self.query = self._templates["query.html"].render(
            questions=questions(),
            data={"questions": [described_question(each) for each in questions()], "prefixes": prefixes(base)},
            here="query",
        )

    def thing(self, found: Thing) -> str:
        """The page of a thing, with the questions that can be asked of it."""
        return self._templates["thing.html"].render(thing=found, asks=_asks(found))

    def error(self, status: int, reason: str) -> str:
        """The page that says why there is no other."""
        return self._templates["error.html"].render(status=HTTPStatus(status).phrase, reason=reason)


def _counts(store: Store) -> list[tuple[str, int]]:
    """How many things of each kind there are, with the kind's name in both languages."""
    found = []
    for kind in COUNTED:
        count = sum(1 for _ in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(GOV + kind)))
        if count:
            chinese, english = vocabulary().labels[kind]
            found.append((f"{english} {chinese}", count))
    return found


def _asks(found: Thing) -> list[tuple[str, str]]:
    """The questions that this thing alone answers, and where they are asked."""
    asks = []
    for each in questions():
        wanted = [parameter for parameter in each.parameters if parameter.needed]
        if len(wanted) == 1 and set(found.classes) & _ASKED_OF.get(wanted[0].kind, {wanted[0].kind}):
            asks.append((each.title, f"/query#{each.name}?{urlencode({wanted[0].name: found.iri})}"))
    return asks
