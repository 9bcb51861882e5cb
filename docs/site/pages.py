"""Which files become pages of the site, under which names, and how their links lead there.

Pages are those of `docs/`, some readmes and the notebooks. A link to any other file of the repository leads to a copy.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from pyoxigraph import Store

from docs.site.cookbook import with_answers
from docs.site.notebooks import as_page

HERE = Path(__file__).parent
DOCS = HERE.parent
ROOT = DOCS.parent

ELSEWHERE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "benchmarks/README.md": "benchmarks.md",
    "docs/site/reference.md": "reference.md",
    "kg/queries/asked": "queries.md",
    "notebooks": "notebooks/01_who_met_whom.md",
    "ontology/README.md": "terms.md",
    "tests/gold/README.md": "gold.md",
}
"""Pages from elsewhere than `docs/`, and pages that stand for a folder."""

_LINK = re.compile(r"(!?\[[^\]]*\]\()([^)\s#]+)((?:#[^)\s]*)?\))")
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.M | re.S)


def gather(target: Path, store: Store) -> None:
    """Writes all pages and what they show into `target`; `store` has the graph of the sample pages."""
    shutil.copytree(HERE / "assets", target / "assets")
    for source, name in _sources():
        page = target / name
        page.parent.mkdir(parents=True, exist_ok=True)
        text = as_page(source, page) if source.suffix == ".ipynb" else source.read_text("utf-8")
        if name == "queries.md":
            text = with_answers(text, store)
        page.write_text(_linked(text, _leading(source, page, target)), "utf-8")


def _sources() -> Iterator[tuple[Path, str]]:
    yield from ((page, page.name) for page in sorted(DOCS.glob("*.md")))
    yield from ((ROOT / path, name) for path, name in ELSEWHERE.items() if path.endswith(".md"))
    yield from ((page, f"notebooks/{page.stem}.md") for page in sorted((ROOT / "notebooks").glob("*.ipynb")))


def _linked(text: str, lead: Callable[[str], str]) -> str:
    """The page with its links changed, but for those in blocks of code."""
    parts, at = [], 0
    for block in _FENCED.finditer(text):
        parts += [_LINK.sub(lambda link: link[1] + lead(link[2]) + link[3], text[at : block.start()]), block[0]]
        at = block.end()
    parts.append(_LINK.sub(lambda link: link[1] + lead(link[2]) + link[3], text[at:]))
    return "".join(parts)


def _leading(source: Path, page: Path, target: Path) -> Callable[[str], str]:
    """Where a link of the file leads on the site. What is nowhere is left as it is, for the build to complain of."""

    def lead(link: str) -> str:
        file = (source.parent / link).resolve()
        if ":" in link or not file.is_relative_to(ROOT) or not file.exists():
            return link
        path = file.relative_to(ROOT).as_posix()
        if path in ELSEWHERE:
            place = ELSEWHERE[path]
        elif file.parent == DOCS and file.suffix == ".md":
            place = file.name
        else:
            place = _copied(file, path, target)
        return PurePosixPath(os.path.relpath(target / place, page.parent)).as_posix()

    return lead


def _copied(file: Path, path: str, target: Path) -> str:
    """A copy that a browser shows rather than saves, and its place."""
    shown = file.suffix in {".png", ".svg"}
    place = f"files/{path}" + ("" if shown else ".txt")
    (target / place).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target / place)
    return place
