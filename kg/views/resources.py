"""The files of the pages, read from the installed package: ours, and the vis-network script that pyvis ships."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")


def text(name: str) -> str:
    """The text of a file of the folder `assets`."""
    return (files("kg.views") / "assets" / name).read_text("utf-8")


@cache
def palette() -> dict[str, list[str]]:
    """Shape and colour of each kind of node; colours keep apart for colour-blind readers."""
    loaded: dict[str, list[str]] = json.loads(text("palette.json"))
    return loaded


def vis_network() -> str:
    """The drawing library, without the note that would make developer tools look for another file."""
    return files("pyvis").joinpath(*_VIS_NETWORK).read_text("utf-8").partition("//# sourceMappingURL")[0]
