"""Requests of the SPARQL 1.1 Protocol: the query that one sends, or why it is not answered."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request

LONGEST_QUERY = 1 << 18


class Refusal(Exception):
    """A request that is not answered: the status and the reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


async def sent_query(request: Request) -> str:
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
            raise Refusal(415, "send the query as application/sparql-query or application/x-www-form-urlencoded")
    if "update" in given:
        raise Refusal(403, "this server only reads")
    if other := sorted(given.keys() & {"default-graph-uri", "named-graph-uri", "using-graph-uri"}):
        raise Refusal(400, f"there is only one graph: leave {other[0]} out")
    if len(given.get("query", ())) != 1:
        raise Refusal(400, "send one query, as the parameter `query`; / is a page to ask from")
    return given["query"][0]


async def _body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_QUERY:
            raise Refusal(413, f"a query may have {LONGEST_QUERY} bytes")
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise Refusal(400, "the query is not UTF-8") from None
