"""A notebook as a page: its words, its code, and the results that are kept in it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def as_page(notebook: Path, page: Path) -> str:
    """The notebook as Markdown; its pictures are written beside `page`."""
    parts: list[str] = []
    for number, cell in enumerate(json.loads(notebook.read_text("utf-8"))["cells"]):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
        else:
            parts.append(f"```python\n{source}\n```")
            parts += _results(cell["outputs"], page.with_name(f"{page.stem}-{number}"))
    return "\n\n".join(parts) + "\n"


def _results(outputs: list[dict[str, Any]], picture: Path) -> Iterator[str]:
    for number, output in enumerate(outputs):
        data = {kind: "".join(value) for kind, value in output.get("data", {}).items()}
        if "image/png" in data:
            file = picture.with_name(f"{picture.name}-{number}.png")
            file.write_bytes(base64.b64decode(data["image/png"]))
            yield f"![What the code draws]({file.name})"
        elif "<iframe" in data.get("text/html", ""):
            yield "*In a notebook, the file that was written is shown here.*"
        elif "text/html" in data:
            lines = (line.strip() for line in data["text/html"].splitlines())
            yield '<div class="output">' + "\n".join(filter(None, lines)) + "</div>"
        elif text := data.get("text/plain") or "".join(output.get("text", "")):
            yield f"```text\n{text.rstrip()}\n```"
