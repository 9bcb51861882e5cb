"""The application: which address answers what. Queries run in processes of their own (`kg.queries.apart`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import IO
from urllib.parse import parse_qs

from jinja2 import Environment, StrictUndefined, Template
from pyoxigraph import QueryBoolean, QuerySolutions, Store
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kg.errors import QueryError
from kg.graph import load
from kg.graph.terms import BASE, prefixes
from kg.queries.apart import Limits, Work
from kg.queries.asking import Question, bindings, question, questions, solutions
from kg.queries.named import query_text
from kg.queries.run import Solutions, evaluate, solutions_of, within
from kg.serving.formats import GRAPHS, RESULTS, accepted, write_rows, write_triples, write_truth
from kg.serving.guard import Guard
from kg.serving.lanes import Busy, Lanes, TimeUp, shape_of
from kg.serving.things import base_of, described, thing
from kg.views import network_html

CHUNK, LONGEST_QUERY = 1 << 16, 1 << 18
MEDIA = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
HTML = "text/html"


def application(graph: Path, host: str, limits: Limits, long: int, wait: float) -> Starlette:
    """The server of one graph, as an ASGI application."""
    served = _Served(graph, limits, Lanes(limits, long, wait))
    routes = [
        Route("/", served.start_page),
        Route("/network.html", served.explorer),
        Route("/assets/{name}", served.asset),
        Route("/sparql", served.sparql, methods=["GET", "POST"]),
        Route("/ask", served.questions),
        Route("/ask/{name}", served.ask),
        Route("/id/{key:path}", served.thing),
    ]
    handlers = {QueryError: _refused, _Refusal: _refused}
    return Starlette(routes=routes, middleware=[Middleware(Guard, host=host)], exception_handlers=handlers)


class _Refusal(Exception):
    """A request that is not answered: the status and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class _Served:
    """A graph and its pages. The store is not read here once requests come: copies of this process do."""

    def __init__(self, graph: Path, limits: Limits, lanes: Lanes) -> None:
        self._store: Store = load(graph)
        self._limits = limits
        self._lanes = lanes
        self._base = base_of(self._store) or BASE
        self._read_beforehand()
        self._assets = {name: (files("kg.serving") / "assets" / name).read_text("utf-8") for name in
                        ("ask.html", "ask.js", "page.css", "thing.html")}  # fmt: skip
        self._template = _template(self._assets["thing.html"])
        beside = graph.with_name("network.html")
        self._explorer = beside.read_text("utf-8") if beside.is_file() else network_html(self._store)
        self._questions = [_plain(each) for each in questions()]

    def _read_beforehand(self) -> None:
        """The processes of the queries can open no file: what they need is read here."""
        for query in ("claims", "quotes"):
            query_text(query)

    async def start_page(self, request: Request) -> Response:
        return Response(self._assets["ask.html"], media_type=HTML)

    async def explorer(self, request: Request) -> Response:
        # Its own policy, in the page, names its script and style by their hashes.
        return Response(self._explorer, headers={"content-security-policy": "frame-ancestors 'none'"}, media_type=HTML)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in ("ask.js", "page.css"):
            raise _Refusal(404, "there is no such file")
        return Response(self._assets[name], media_type=MEDIA[name.rpartition(".")[2]])

    async def questions(self, request: Request) -> Response:
        return JSONResponse(self._questions)

    async def ask(self, request: Request) -> Response:
        try:
            asked = question(request.path_params["name"])
        except QueryError as error:
            raise _Refusal(404, str(error)) from None
        given = dict(request.query_params)
        accept = request.headers.get("accept", "")

        def work(output: IO[bytes]) -> dict[str, str]:
            found = solutions(self._store, asked, bindings(self._store, asked, given))
            return self._rows(found, accept, output)

        return await self._done(work)

    async def sparql(self, request: Request) -> Response:
        query = await _query(request)
        accept = request.headers.get("accept", "")
        return await self._done(lambda output: self._answer(query, accept, output), shape_of(query))

    async def thing(self, request: Request) -> Response:
        iri = self._base + request.path_params["key"]
        media = accepted(request.headers.get("accept", ""), (HTML, *GRAPHS))
        if media is None:
            raise _Refusal(406, _not_as((HTML, *GRAPHS))["reason"])

        def work(output: IO[bytes]) -> dict[str, str]:
            return self._describe(iri, media, output)

        return await self._done(work)

    def _answer(self, query: str, accept: str, output: IO[bytes]) -> dict[str, str]:
        found = evaluate(self._store, query)
        if isinstance(found, QuerySolutions):
            return self._rows(solutions_of(found), accept, output)
        if isinstance(found, QueryBoolean):
            chosen = accepted(accept, RESULTS)
            if chosen is None:
                return _not_as(RESULTS)
            write_truth(found, RESULTS[chosen], output)
            return {"type": RESULTS[chosen]}
        chosen = accepted(accept, GRAPHS)
        if chosen is None:
            return _not_as(GRAPHS)
        write_triples(within(found, self._limits.rows), chosen, prefixes(self._base), output)
        return {"type": chosen}

    def _rows(self, found: Solutions, accept: str, output: IO[bytes]) -> dict[str, str]:
        chosen = accepted(accept, RESULTS)
        if chosen is None:
            return _not_as(RESULTS)
        write_rows(found.columns, within(found.rows, self._limits.rows), RESULTS[chosen], output)
        return {"type": RESULTS[chosen]}

    def _describe(self, iri: str, media: str, output: IO[bytes]) -> dict[str, str]:
        try:
            found = thing(self._store, iri)
        except ValueError:
            found = None
        if found is None:
            return {"status": "404", "reason": f"the graph says nothing of {iri}"}
        if media == HTML:
            output.write(self._template.render(thing=found).encode())
        else:
            write_triples(within(described(self._store, iri), self._limits.rows), media, prefixes(self._base), output)
        return {"type": media}

    async def _done(self, work: Work, shape: str | None = None) -> Response:
        told, output = await self._lanes.answer(work, shape)
        if "status" in told:
            output.close()
            raise _Refusal(int(told["status"]), told["reason"])
        return StreamingResponse(_chunks(output), media_type=told["type"])


def _not_as(offered: Iterable[str]) -> dict[str, str]:
    return {"status": "406", "reason": f"this can be had as {', '.join(offered)}"}


def _plain(asked: Question) -> dict[str, object]:
    """A question for the page that asks."""
    parameters = [
        {"name": each.name, "default": each.default, "needed": each.needed, "description": each.description}
        for each in asked.parameters
    ]
    told = {"name": asked.name, "title": asked.title, "description": asked.description, "text": asked.text}
    return {**told, "parameters": parameters}


def _template(text: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)


async def _chunks(output: IO[bytes]) -> AsyncIterator[bytes]:
    # Asynchronous only so that no thread is made: a process with threads is not safely copied.
    with output:
        while chunk := output.read(CHUNK):
            yield chunk


async def _query(request: Request) -> str:
    """The query of a request in any of the three ways of the SPARQL 1.1 Protocol."""
    given: Mapping[str, list[str]] = parse_qs(request.url.query)
    if request.method == "POST":
        body = await _body(request)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/sparql-query":
            given = {**given, "query": [body]}
        elif kind == "application/x-www-form-urlencoded":
            given = parse_qs(body)
        else:
            raise _Refusal(415, "send the query as application/sparql-query or application/x-www-form-urlencoded")
    if "update" in given:
        raise _Refusal(403, "this server only reads")
    if other := sorted(given.keys() & {"default-graph-uri", "named-graph-uri", "using-graph-uri"}):
        raise _Refusal(400, f"there is only one graph: leave {other[0]} out")
    if len(given.get("query", ())) != 1:
        raise _Refusal(400, "send one query, as the parameter `query`; / is a page to ask from")
    return given["query"][0]


async def _body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_QUERY:
            raise _Refusal(413, f"a query may have {LONGEST_QUERY} bytes")
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise _Refusal(400, "the query is not UTF-8") from None


async def _refused(request: Request, error: Exception) -> Response:
    match error:
        case Busy():
            return PlainTextResponse(f"{error}\n", 503, {"retry-after": "5"})
        case TimeUp():
            return PlainTextResponse(f"{error}\n", 504)
        case _Refusal():
            return PlainTextResponse(f"{error}\n", error.status)
        case _:
            return PlainTextResponse(f"{error}\n", 400)
