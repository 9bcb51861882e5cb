"""The application: which address answers what. Queries run in processes of their own (`kg.queries.apart`)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import IO
from urllib.parse import quote

from pyoxigraph import QueryBoolean, QuerySolutions, Store
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from kg.errors import QueryError
from kg.graph import load
from kg.graph.terms import BASE, key_of, prefixes
from kg.graph.vocabulary import vocabulary
from kg.queries.apart import Limits, Work
from kg.queries.asking import bindings, question, questions, solutions
from kg.queries.named import query_text
from kg.queries.names import find
from kg.queries.run import Solutions, evaluate, solutions_of, within
from kg.serving.formats import GRAPHS, RESULTS, accepted, write_rows, write_triples, write_truth
from kg.serving.guard import Guard
from kg.serving.lanes import Busy, Lanes, TimeUp, shape_of
from kg.serving.pages import ASSETS, Pages, described_question
from kg.serving.protocol import Refusal, sent_query
from kg.serving.things import base_of, described, other_terms, thing
from kg.views import network_html

CHUNK, MOST_FOUND = 1 << 16, 50
HTML = "text/html"


def application(graph: Path, host: str, limits: Limits, long: int, wait: float) -> Starlette:
    """The server of one graph, as an ASGI application."""
    served = _Served(graph, limits, Lanes(limits, long, wait))
    routes = [
        Route("/", served.front),
        Route("/query", served.query),
        Route("/find", served.find),
        Route("/network.html", served.explorer),
        Route("/assets/{name}", served.asset),
        Route("/sparql", served.sparql, methods=["GET", "POST"]),
        Route("/ask", served.questions),
        Route("/ask/{name}", served.ask),
        Route("/id/{key:path}", served.thing),
    ]
    handlers = {QueryError: served.refused, Refusal: served.refused}
    return Starlette(routes=routes, middleware=[Middleware(Guard, host=host)], exception_handlers=handlers)


class _Served:
    """A graph and its pages. The store is not read here once requests come: copies of this process do."""

    def __init__(self, graph: Path, limits: Limits, lanes: Lanes) -> None:
        self._store: Store = load(graph)
        self._limits = limits
        self._lanes = lanes
        self._base = base_of(self._store) or BASE
        self._pages = Pages(self._store, graph.stem, self._base)
        # The processes of the queries can open no file: what they read is read here.
        query_text("names")
        vocabulary()
        other_terms()
        beside = graph.with_name("network.html")
        self._explorer = beside.read_text("utf-8") if beside.is_file() else network_html(self._store)
        self._questions = [described_question(each) for each in questions()]

    async def front(self, request: Request) -> Response:
        return HTMLResponse(self._pages.front)

    async def query(self, request: Request) -> Response:
        return HTMLResponse(self._pages.query)

    async def find(self, request: Request) -> Response:
        name = request.query_params.get("name", "")

        def work(output: IO[bytes]) -> dict[str, str]:
            hits = [
                {"label": each.label, "kind": each.kind, "path": f"/id/{quote(key)}"}
                for each in find(self._store, name)[:MOST_FOUND]
                if (key := key_of(each.iri))
            ]
            output.write(json.dumps(hits, ensure_ascii=False).encode())
            return {"type": "application/json"}

        return await self._done(work)

    async def explorer(self, request: Request) -> Response:
        # Its own policy, in the page, names its script and style by their hashes.
        return Response(self._explorer, headers={"content-security-policy": "frame-ancestors 'none'"}, media_type=HTML)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in ASSETS:
            raise Refusal(404, "there is no such file")
        return Response(self._pages.assets[name], media_type=ASSETS[name])

    async def questions(self, request: Request) -> Response:
        return JSONResponse(self._questions)

    async def ask(self, request: Request) -> Response:
        try:
            asked = question(request.path_params["name"])
        except QueryError as error:
            raise Refusal(404, str(error)) from None
        given = dict(request.query_params)
        accept = request.headers.get("accept", "")

        def work(output: IO[bytes]) -> dict[str, str]:
            found = solutions(self._store, asked, bindings(self._store, asked, given))
            return self._rows(found, accept, output)

        return await self._done(work)

    async def sparql(self, request: Request) -> Response:
        query = await sent_query(request)
        accept = request.headers.get("accept", "")
        return await self._done(lambda output: self._answer(query, accept, output), shape_of(query))

    async def thing(self, request: Request) -> Response:
        iri = self._base + request.path_params["key"]
        media = accepted(request.headers.get("accept", ""), (HTML, *GRAPHS))
        if media is None:
            raise Refusal(406, _only_as((HTML, *GRAPHS)))

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
            output.write(self._pages.thing(found).encode())
        else:
            write_triples(within(described(self._store, iri), self._limits.rows), media, prefixes(self._base), output)
        return {"type": media}

    async def refused(self, request: Request, error: Exception) -> Response:
        match error:
            case Refusal():
                status = error.status
            case Busy():
                status = 503
            case TimeUp():
                status = 504
            case _:
                status = 400
        headers = {"retry-after": "5"} if status == 503 else None
        if accepted(request.headers.get("accept", ""), ("text/plain", HTML)) == HTML:
            return HTMLResponse(self._pages.error(status, str(error)), status, headers)
        return PlainTextResponse(f"{error}\n", status, headers)

    async def _done(self, work: Work, shape: str | None = None) -> Response:
        told, output = await self._lanes.answer(work, shape)
        if "status" in told:
            output.close()
            raise Refusal(int(told["status"]), told["reason"])
        return StreamingResponse(_chunks(output), media_type=told["type"])


def _not_as(offered: Iterable[str]) -> dict[str, str]:
    return {"status": "406", "reason": _only_as(offered)}


def _only_as(offered: Iterable[str]) -> str:
    return f"this can be had as {', '.join(offered)}"


async def _chunks(output: IO[bytes]) -> AsyncIterator[bytes]:
    # Asynchronous only so that no thread is made: a process with threads is not safely copied.
    with output:
        while chunk := output.read(CHUNK):
            yield chunk
