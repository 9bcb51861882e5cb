"""A graph at an address of this machine: SPARQL 1.1 Protocol, the explorer, a page for every thing; read-only."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError
from kg.queries.apart import Limits


def run(graph: Path, host: str, port: int, limits: Limits, long: int, wait: float, say: Callable[[str], None]) -> None:
    """Serves a graph until it is stopped; KgError where the extra is not installed or the address is taken."""
    try:
        import uvicorn

        from kg.serving.app import application
    except ImportError as error:
        raise KgError(f"kg serve needs {error.name}, which is not installed: pip install 'kg[serve]'") from None
    listening = _listening(host, port)
    made = application(graph, host, limits, long, wait)
    shown = f"[{host}]" if ":" in host else host
    say(f"http://{shown}:{listening.getsockname()[1]}/  for a browser, …/sparql for SPARQL tools; Ctrl-C stops it")
    config = uvicorn.Config(
        made, log_level="warning", access_log=False, server_header=False, loop="asyncio", lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError as error:
        raise KgError(
            f"cannot listen at {host}:{port} ({error.strerror}): choose another with --host or --port"
        ) from None
    made.listen(256)
    return made
